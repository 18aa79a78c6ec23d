"""The words a text is found under, and its vector."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.text.search import find_analyzer, fold_search, list_words, make_vectors, split_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("المُعارَضَة", "المعارضة", id="harakat"),
        pytest.param("المـــدينة\u200f", "المدينة", id="tatweel and controls"),
        pytest.param("إسطنبول آذار أحمد", "اسطنبول اذار احمد", id="alef"),
        pytest.param("مسؤول مسئول", "مسءول مسءول", id="hamza"),
        pytest.param("ایران ۲۰۲۵ کتاب", "ايران 2025 كتاب", id="Persian letters and digits"),
        pytest.param("٢٠٢٦", "2026", id="Arabic digits"),
        pytest.param("ڪويت هەولير مې خلیفۃ جذبۂ", "كويت ههولير مي خليفة جذبه", id="letters of the neighbours"),
        pytest.param("ﷲ", "الله", id="presentation forms"),
        pytest.param(
            "1,000 ١٬٥٠٠ 2,000,000 1,5 2024,123 1,0000", "1000 1500 2000000 1,5 2024,123 1,0000", id="thousands"
        ),
        pytest.param("שָׁלוֹם", "שלום", id="Hebrew points"),
        pytest.param("İSTANBUL ΟΔΟΣ", "istanbul οδοσ", id="capitals"),
    ],
)
def test_a_text_is_folded_to_one_spelling(text: str, expected: str) -> None:
    assert fold_search(text) == expected


@pytest.mark.parametrize(
    ("analyzer", "text", "expected"),
    [
        pytest.param("arabic", "AT&T قالت، «نعم» (2%)", "at t قالت نعم 2", id="signs part words"),
        pytest.param(
            "arabic", "و2026 الـ15 بـ100 الـBBC للـFBI", "2026 15 100 bbc fbi", id="what clings to digits and Latin"
        ),
        pytest.param("arabic", "كوفيد19 و5G إف-16", "كوفيد 19 5g اف 16", id="Arabic ends where digits begin"),
        pytest.param(
            "arabic", "عبدالله ولعبدالرحمن معبدالله عبدال", "عبد الله ولعبد الرحمن معبدالله عبدال", id="servant of"
        ),
        pytest.param("arabic", "أبوظبي وأبوعبدالله أبواب أبوه", "ابو ظبي وابو عبد الله ابواب ابوه", id="father of"),
        pytest.param("arabic", "ڤيروس الپاكستاني چنيف", "فيروس الباكستاني جنيف", id="foreign sounds"),
        pytest.param("folded", "پاکستان", "پاكستان", id="which are letters of other languages"),
        pytest.param("folded", "می\u200cرود کتاب‌ها", "ميرود كتابها", id="a non-joiner parts no word"),
        pytest.param("bigrams", "北京市AI会议", "北京 京市 ai 会议", id="Chinese"),
        pytest.param("bigrams", "대통령은 말", "대통 통령 령은 말", id="Korean"),
        pytest.param("bigrams", "ข่าว", "ข่ ่า าว", id="Thai"),
        pytest.param("folded", "", "", id="nothing"),
    ],
)
def test_words_are_listed_in_their_order(analyzer: str, text: str, expected: str) -> None:
    assert list_words(analyzer, text) == expected.split()


def test_a_run_without_spaces_is_read_to_its_end() -> None:
    assert list_words("bigrams", "其他" * 150 + "北京")[-2:] == ["他北", "北京"]
    assert list_words("bigrams", "x" * 300) == ["x" * 200]


def test_a_vector_has_the_headline_first_and_a_gap_before_the_body() -> None:
    head, body = make_vectors(
        "ar", headline="قرارات الحكومة", beside=("ليلى حداد",), body=split_words("ar", "قال الوزير")
    )
    assert head == "قرارات:1A قرار:1D قراره:1D حكومه:2A ليلي:4B يلي:4B حداد:5B"
    assert body == "قال:7B وزير:8B وزراء:8D"


def test_a_language_postgres_reads_has_no_vector_of_ours() -> None:
    words = split_words("en", "Traffic began.")
    assert make_vectors("en", headline="Bridge opens", beside=(), body=words) == (None, None)
    assert (find_analyzer("en"), find_analyzer("fa"), find_analyzer(None)) == ("english", "folded", "folded")


def test_a_text_without_end_is_indexed_as_far_as_it_goes() -> None:
    _, body = make_vectors("ar", headline=None, beside=(), body=[f"كلمه{number}" for number in range(200_000)])
    assert body is not None
    assert body.startswith("كلمه0:2B كلمه1:3B ")
    assert len(body.encode()) < 1_048_575


@given(st.text(), st.sampled_from(["ar", "fa", "zh", None]))
def test_a_vector_holds_nothing_that_its_notation_has_a_meaning_for(text: str, language: str | None) -> None:
    head, body = make_vectors(language, headline=text, beside=(text,), body=split_words(language, text))
    for part in (head, body):
        for item in (part or "").split(" "):
            assert item == "" or item.count(":") == 1
            assert not set(item) & set("'\\&|!()<*")
