import math
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from warraq.gate.columns import COLUMNS, read_columns
from warraq.gate.measures import (
    count_captions,
    count_headlines,
    count_own_words,
    make_encodable,
    measure_headline,
    measure_hours,
    measure_repetition,
    measure_script,
)
from warraq.model import Image, Record

MakeRecord = Callable[..., Record]
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
# Any text at all, halves of characters included.
ANY_TEXT = st.text(st.characters(), max_size=60)
ANY_TIME = st.none() | st.datetimes(timezones=st.just(UTC))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(
    body=st.lists(ANY_TEXT, max_size=5).map("\n\n".join),
    caption=st.none() | ANY_TEXT,
    headline=st.none() | ANY_TEXT,
    language=st.none() | st.sampled_from(["ar", "en", "ku", "sr", "zh", "??", ""]) | ANY_TEXT,
    published_at=ANY_TIME,
)
def test_every_column_can_be_read_of_any_record(
    make_record: MakeRecord,
    *,
    body: str,
    caption: str | None,
    headline: str | None,
    language: str | None,
    published_at: datetime | None,
) -> None:
    record = make_record(
        body=body,
        headline=headline,
        images=(Image(caption=caption),),
        language=language,
        published_at=published_at,
        modified_at=NOW,
    )

    columns = read_columns(COLUMNS, [record], NOW)

    assert columns.keys() == COLUMNS.keys()
    for name, (value,) in columns.items():
        assert value is not None or COLUMNS[name].is_nullable
        assert not isinstance(value, float) or math.isfinite(value)
        assert not isinstance(value, str) or value.encode() is not None


@pytest.mark.parametrize(
    ("body", "language", "share"),
    [
        pytest.param("القاهرة", "ar", 1.0, id="Arabic"),
        pytest.param("مُعَارَضَة", "ar", 1.0, id="points are no strangers"),
        pytest.param("Cairo القاهرة", "ar", 0.583, id="half"),
        pytest.param("Cairo", "ar", 0.0, id="none"),
        pytest.param("Cairo", "en", 1.0, id="Latin is the rule"),
        pytest.param("日本のニュース", "ja", 1.0, id="two scripts of one language"),
        pytest.param("Вести", "sr", 1.0, id="Serbian in Cyrillic"),
        pytest.param("Vesti", "sr", 1.0, id="Serbian in Latin"),
        pytest.param("Cairo", None, None, id="no language"),
        pytest.param("2026 - 11", "ar", None, id="no letters"),
    ],
)
def test_the_share_of_a_languages_letters(
    make_record: MakeRecord, body: str, language: str | None, share: float | None
) -> None:
    record = make_record(body=body, language=language)

    measured = measure_script(record.article)

    assert measured == share


@pytest.mark.parametrize(
    ("headline", "length"),
    [
        pytest.param("  خبر\u200f ", 4, id="blanks at the ends"),
        pytest.param("天声人語", 8, id="Han"),
        pytest.param("ニュース7", 9, id="kana and a digit"),
        pytest.param(None, None, id="none"),
    ],
)
def test_a_headline_is_as_long_as_it_reads(make_record: MakeRecord, headline: str | None, length: int | None) -> None:
    record = make_record(headline=headline)

    assert measure_headline(record.article) == length


@pytest.mark.parametrize(
    ("body", "share"),
    [
        pytest.param("", 0.0, id="nothing"),
        pytest.param("\n \n", 0.0, id="blank lines"),
        pytest.param("سطر\n\nآخر", 0.0, id="two lines"),
        pytest.param("سطر\n\n سطر \n\nسطر\n\nسطر", 0.75, id="one line four times"),
    ],
)
def test_the_share_of_the_body_that_repeats(make_record: MakeRecord, body: str, share: float) -> None:
    record = make_record(body=body)

    assert measure_repetition(record.article) == share


def test_a_paragraph_is_known_again_under_another_spelling(make_record: MakeRecord) -> None:
    record = make_record(
        headline="مسؤول: القوات في إسطنبول",
        images=(Image(caption="القوات أمس"), Image(url="https://desk.example/1.jpg")),
        body="مسؤول القوات في اسطنبول\n\nالقُـــوّات أمس.\n\nثلاث كلمات أخرى\n\n***",
    )

    assert count_headlines(record.article) == 1
    assert count_captions(record.article) == 1
    assert count_own_words(record) == 3


def test_a_body_that_repeats_nothing_has_its_own_words(make_record: MakeRecord) -> None:
    record = make_record()

    assert count_own_words(record) == record.word_count == 41


def test_hours_lie_between_two_times_both_known() -> None:
    assert measure_hours(NOW + timedelta(minutes=90), NOW) == 1.5
    assert measure_hours(NOW, NOW + timedelta(minutes=90)) == -1.5
    assert measure_hours(None, NOW) is None
    assert measure_hours(NOW, None) is None


def test_half_characters_are_replaced_and_nothing_else() -> None:
    assert make_encodable("خبر\ud83d!") == "خبر\ufffd!"
    assert make_encodable("خبر") == "خبر"
    assert make_encodable(None) is None
    assert make_encodable(5) == 5
