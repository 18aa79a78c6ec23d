import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from warraq.errors import GateError
from warraq.gate import check_suite, judge_records
from warraq.gate.committed import read_suite
from warraq.gate.engine import Result
from warraq.gate.judge import check_result, match_results
from warraq.model import FailedExpectation, Image, Judgement, Record, Verdict

MakeRecord = Callable[..., Record]
Judge = Callable[[list[Record]], Judgement]

PROJECT = Path(__file__).resolve().parents[2]
SEED = PROJECT.parent / "shared" / "seed" / "truth.json"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HEADLINE = "افتتاح خط القطار السريع بين العاصمة والميناء"
CAPTION = "القطار السريع في محطة الميناء"
FLASH = "أعلنت وزارة النقل اليوم افتتاح خط القطار السريع بين العاصمة والميناء بعد ثلاثة أعوام من العمل في الجبال"

# What is wrong with a record: the fields that make it so, and each critical expectation it fails, with what is shown.
BAD: dict[str, tuple[dict[str, Any], dict[str, str | None]]] = {
    "no headline": ({"headline": None}, {"headline-is-present": None}),
    "a headline of nothing": ({"headline": ""}, {"headline-has-letters": "", "headline-is-of-a-length": "0"}),
    "a headline of blanks": (
        {"headline": "      "},
        {"headline-has-letters": "      ", "headline-is-of-a-length": "0"},
    ),
    "a label for a headline": ({"headline": "صور"}, {"headline-is-of-a-length": "3"}),
    "a paragraph for a headline": ({"headline": "خ" * 501}, {"headline-is-of-a-length": "501"}),
    "a headline without letters": ({"headline": "404 - 2026"}, {"headline-has-letters": "404 - 2026"}),
    "no body": ({"body": ""}, {"body-has-its-own-words": "0", "body-is-long-enough": "0"}),
    "a blank body": ({"body": " \n\n "}, {"body-has-its-own-words": "0", "body-is-long-enough": "0"}),
    "an error page": (
        {"body": "عذرا الصفحة غير موجودة"},
        {"body-has-its-own-words": "4", "body-is-long-enough": "4"},
    ),
    "the headline for a body": ({"headline": FLASH, "body": FLASH}, {"body-has-its-own-words": "0"}),
    "a caption for a body": (
        {"images": (Image(caption=FLASH),), "body": f"{FLASH}\n\nاقرأ أيضا"},
        {"body-has-its-own-words": "2"},
    ),
    "one paragraph three times": ({"body": "\n\n".join([FLASH] * 3)}, {"body-repeats-little": "0.667"}),
    "a language in words": ({"language": "arabic"}, {"language-is-a-code": "arabic"}),
    "a language of nothing": ({"language": ""}, {"language-is-a-code": ""}),
    "a date next year": ({"published_at": NOW + timedelta(days=365)}, {"date-is-not-in-the-future": "8760.0"}),
    "a clock at zero": ({"published_at": datetime(1970, 1, 1, tzinfo=UTC)}, {"date-is-not-before-the-web": "1970"}),
    "year one": ({"published_at": datetime(1, 1, 1, tzinfo=UTC)}, {"date-is-not-before-the-web": "1"}),
    "the end of the calendar": (
        {"published_at": datetime(9999, 12, 31, tzinfo=UTC)},
        {"date-is-not-in-the-future": "69890772.0"},
    ),
    "a script for an address": (
        {"url": "javascript:alert(1)"},
        {
            "address-is-public": "javascript:alert(1)",
            "canonical-address-is-public": "javascript:alert(1)",
        },
    ),
    "a user in the address": (
        {"url": "https://reader:word@desk.example/"},
        {
            "address-is-public": "https://…@desk.example/",
            "canonical-address-is-public": "https://…@desk.example/",
        },
    ),
    "an address without end": (
        {"url": "https://desk.example/" + "a" * 2100},
        {"address-is-short": "https://desk.example/" + "a" * 179},
    ),
    "a urn without its hash": (
        {"url": "urn:warraq:1#1"},
        {"address-is-public": "urn:warraq:1#1", "canonical-address-is-public": "urn:warraq:1#1"},
    ),
    "no source": ({"source_id": ""}, {"source-is-named": ""}),
    "a source in words": ({"source_id": "Desk One"}, {"source-is-named": "Desk One"}),
    "a NUL": ({"standfirst": "قال\x00الوزير"}, {"text-has-no-control-characters": f"{HEADLINE}\\nقال\\x00الوزير\\n"}),
    "a direction override": ({"byline": ("مها\u202eسالم",)}, {"text-has-no-direction-overrides": "مها\\u202eسالم"}),
    "a lone surrogate": ({"headline": f"{HEADLINE} \ud83d"}, {"text-can-be-encoded": "1"}),
    "bytes that were not decoded": ({"tags": ("caf\ufffd", "cr\ufffdme", "d\ufffdj")}, {"text-is-decoded": "3"}),
    "UTF-8 read as windows-1256": ({"section": "ط§ظ„ط´ط±ظ‚"}, {"text-is-no-mojibake": "ط§ظ„ط´ط±ظ‚"}),
    "UTF-8 read as windows-1252": ({"section": "Ø§Ù„Ø´Ø±Ù‚"}, {"text-is-no-mojibake": "Ø§Ù„Ø´Ø±Ù‚"}),
    "Latin mojibake": ({"section": "JosÃ© in SÃ£o"}, {"text-is-no-latin-mojibake": "JosÃ© in SÃ£o"}),
    "windows-1256 read as Latin-1": ({"section": "ÇáãÚÇÑÖÉ"}, {"text-is-no-latin-mojibake": "ÇáãÚÇÑÖÉ"}),
    "tags": ({"section": "<B>عاجل</B>"}, {"text-has-no-markup": "<B>عاجل</B>"}),
    "an entity": ({"section": "بيع&nbsp;وشراء"}, {"text-has-no-entities": "بيع&nbsp;وشراء"}),
    "program code": ({"section": "googletag.cmd.push(x)"}, {"text-has-no-scripts": "googletag.cmd.push(x)"}),
    "a NUL in an address": (
        {"url": "https://desk.example/a\x00b"},
        {"address-is-public": "/a\\x00b", "canonical-address-is-public": "/a\\x00b"},
    ),
    "half a character in an address": (
        {"url": "https://desk.example/\ud83d"},
        {"address-is-public": "example/", "canonical-address-is-public": "example/"},
    ),
    "a NUL in a picture's address": (
        {"images": (Image(url="https://desk.example/\x001.jpg"),)},
        {"pictures-have-clean-addresses": "/\\x001.jpg"},
    ),
    "half a character in a picture's address": (
        {"images": (Image(url="https://desk.example/\udfff.jpg"),)},
        {"text-can-be-encoded": "1"},
    ),
    "a dump that was not split": ({"body": f"{FLASH} " * 10_000}, {"body-is-one-story": "1040000"}),
    "four faults at once": (
        {"headline": None, "language": "??", "section": "<br/>", "published_at": NOW + timedelta(days=2)},
        {
            "date-is-not-in-the-future": "48.0",
            "headline-is-present": None,
            "language-is-a-code": "??",
            "text-has-no-markup": "<br/>",
        },
    ),
}

# What is dirty about a record, which loads, and the warnings it earns.
DIRTY: dict[str, tuple[dict[str, Any], dict[str, str | None]]] = {
    "no date": ({"published_at": None}, {"date-is-present": None}),
    "no language": ({"language": None}, {"language-is-present": None}),
    "a live blog": ({"body": f"{FLASH} " * 600}, {"body-is-not-endless": "10800"}),
    "a marker left": (
        {"body": f"TT\n\n{FLASH} {FLASH} {FLASH}"},
        {"marker-is-not-left": f"{HEADLINE}\\nTT\\n\\n{FLASH} {FLASH} {FLASH}"[:200]},
    ),
    "a placeholder for a picture": (
        {"images": (Image(url="https://desk.example/1.jpg"), Image(url="data:image/gif;base64,R0"))},
        {"pictures-are-on-the-web": "https://desk.example/1.jpg\\ndata:image/gif;base64,R0"},
    ),
    "another language": ({"language": "en"}, {"body-is-in-its-language": "0.0"}),
    "a zone misread": ({"published_at": NOW + timedelta(hours=3)}, {"date-is-not-ahead": "3.0"}),
    "a sentence for a name": ({"byline": ("م" * 81,)}, {"names-are-short": "81"}),
    "one byte lost": ({"section": "caf\ufffd"}, {"text-lost-nothing": "1"}),
    "changed before it was": ({"modified_at": NOW - timedelta(days=3)}, {"times-are-in-order": "-69.0"}),
}


def look(failures: tuple[FailedExpectation, ...]) -> dict[str, str | None]:
    return {failure.expectation_id: failure.observed for failure in failures}


@pytest.fixture(scope="module")
def judged(make_record: MakeRecord, judge: Judge) -> dict[str, Verdict]:
    """Return the verdict on every bad and dirty record, judged in one batch with a good one behind each."""
    cases = BAD | DIRTY
    batch = [record for fields, _ in cases.values() for record in (make_record(**fields), make_record())]
    verdicts = judge(batch).verdicts

    assert [verdict.row for verdict in verdicts] == list(range(len(batch)))
    assert all(not verdict.failures and not verdict.warnings for verdict in verdicts[1::2])
    return dict(zip(cases, verdicts[::2], strict=True))


@pytest.mark.parametrize("fault", BAD)
def test_a_bad_record_is_set_aside_for_every_reason_it_has(judged: dict[str, Verdict], fault: str) -> None:
    _, expected = BAD[fault]

    observed = look(judged[fault].failures)

    assert observed.keys() == expected.keys()
    assert all(
        value is None if expected[name] is None else (expected[name] or "") in (value or "")
        for name, value in observed.items()
    )


@pytest.mark.parametrize("fault", DIRTY)
def test_a_dirty_record_loads_and_is_counted(judged: dict[str, Verdict], fault: str) -> None:
    _, expected = DIRTY[fault]

    verdict = judged[fault]

    assert (look(verdict.failures), look(verdict.warnings)) == ({}, expected)


def test_every_expectation_of_the_suite_is_failed_by_some_record(folder: Path, judged: dict[str, Verdict]) -> None:
    failed = {name for verdict in judged.values() for name in (look(verdict.failures) | look(verdict.warnings))}

    assert failed == {rule.id for rule in read_suite(folder)[0].expectations}


def test_what_is_shown_is_short_printable_and_can_be_stored(judged: dict[str, Verdict]) -> None:
    shown = [value for verdict in judged.values() for value in look(verdict.failures).values() if value is not None]

    assert max(map(len, shown)) == 200
    assert all(value.isprintable() for value in shown)


def test_the_place_of_a_fault_is_shown_with_what_stands_before_it(make_record: MakeRecord, judge: Judge) -> None:
    record = make_record(body=f"{FLASH} ثم قال <b>الوزير</b> {FLASH} {FLASH}")

    failure = judge([record]).verdicts[0].failures[0]

    assert failure.expectation_id == "text-has-no-markup"
    assert failure.reason == "The text holds HTML tags."
    assert failure.observed is not None
    assert failure.observed.index("<b>الوزير</b>") == 60
    assert len(failure.observed) == 200


def test_short_news_of_an_agency_and_a_language_without_spaces_pass(make_record: MakeRecord, judge: Judge) -> None:
    flash = "أعلن الدفاع المدني اليوم إخماد حريق اندلع في سوق المدينة القديمة فجر الأحد من دون وقوع إصابات"
    chinese = "交通部今天宣布，连接首都和港口的高速铁路正式通车，首班列车将于星期六上午发车。"
    thai = "กระทรวงคมนาคมประกาศวันนี้ว่าจะเปิดให้บริการรถไฟความเร็วสูงสายใหม่ระหว่างเมืองหลวงกับท่าเรือในวันเสาร์"

    judgement = judge(
        [
            make_record(body=flash),
            make_record(body=chinese, headline="高铁通车", language="zh"),
            make_record(body=thai, headline="เปิดรถไฟสายใหม่", language="th"),
        ]
    )

    assert [look(verdict.failures) for verdict in judgement.verdicts] == [{}, {}, {}]
    assert [look(verdict.warnings) for verdict in judgement.verdicts] == [
        {"body-is-not-brief": "17"},
        {"body-is-not-brief": "19"},
        {"body-is-not-brief": "26"},
    ]


def test_what_real_news_may_hold_passes(make_record: MakeRecord, judge: Judge) -> None:
    legitimate = (
        f"قال: «نعم»، ثم أضاف: «الوسط» و«الحظ»؛ وهذه نسبة 5 < 7، وشركة AT&T; وR&D وقسم Q&A\n\n{FLASH}",
        f"«AMANHÃ», “NÃO” e ÂMBITO, Die Ärzte à la carte: Ångström, brain function (memory), 3 < 4 > 2 & more. {FLASH}",
        f"می\u200cخواهم، بيروت\u200f2026، مُعَارَضَة، المعـــارضة {FLASH}",
    )

    judgement = judge([make_record(body=body) for body in legitimate])

    assert [look(verdict.failures) for verdict in judgement.verdicts] == [{}, {}, {}]


def test_the_same_story_of_two_pages_in_one_batch_passes_twice(make_record: MakeRecord, judge: Judge) -> None:
    judgement = judge([make_record(), make_record()])

    assert judgement.verdicts == (
        Verdict(row=0, failures=(), warnings=()),
        Verdict(row=1, failures=(), warnings=()),
    )


def test_a_batch_in_which_no_record_has_an_optional_value_is_judged(make_record: MakeRecord, judge: Judge) -> None:
    record = make_record(headline=None, published_at=None, language=None)

    judgement = judge([record, record])

    assert [look(verdict.failures) for verdict in judgement.verdicts] == [{"headline-is-present": None}] * 2


def test_more_than_twenty_bad_records_are_all_set_aside(make_record: MakeRecord, judge: Judge) -> None:
    batch = [make_record(headline=None if row % 2 else HEADLINE) for row in range(100)]

    verdicts = judge(batch).verdicts

    assert [verdict.row for verdict in verdicts if verdict.failures] == list(range(1, 100, 2))


def test_a_hostile_batch_of_huge_texts_is_judged_in_seconds(make_record: MakeRecord, judge: Judge) -> None:
    huge = ["<a " * 300_000, "&" * 1_000_001, "ط§" * 500_000, "function (" * 90_000, "\n" * 900_000, "Ã" * 900_000]
    captions = tuple(Image(caption=f"{CAPTION} {number}") for number in range(2_000))
    started = time.perf_counter()

    verdicts = judge([make_record(body=body, images=captions) for body in huge]).verdicts

    assert time.perf_counter() - started < 20
    assert "body-is-one-story" in look(verdicts[1].failures)
    assert "text-is-no-mojibake" in look(verdicts[2].failures)


@pytest.mark.skipif(not SEED.exists(), reason="the seed lies beside the project and is not here")
def test_the_two_articles_of_the_seed_pass(make_record: MakeRecord, judge: Judge) -> None:
    truth = json.loads(SEED.read_text(encoding="utf-8"))
    records = [
        make_record(
            url=f"urn:warraq:{'0' * 64}#{article['position']}",
            headline=article["headline"],
            standfirst=article["standfirst"],
            images=tuple(Image(**image) for image in article["images"]),
            body=article["body"],
            published_at=None,
            published_at_source=None,
        )
        for article in truth
    ]

    judgement = judge(records)

    assert [look(verdict.failures) for verdict in judgement.verdicts] == [{}, {}]
    assert [look(verdict.warnings) for verdict in judgement.verdicts] == [{"date-is-present": None}] * 2


def test_a_judgement_names_the_suite_it_was_made_by(make_record: MakeRecord, judge: Judge, folder: Path) -> None:
    judgement = judge([make_record()])

    assert judgement.suite_version == check_suite(folder)


def test_a_batch_of_no_records_is_refused(judge: Judge) -> None:
    with pytest.raises(GateError, match="no records"):
        judge([])


def test_a_batch_is_refused_where_there_is_no_suite(make_record: MakeRecord, tmp_path: Path) -> None:
    with pytest.raises(GateError, match=r"articles\.json: No such file"):
        judge_records([make_record()], folder=tmp_path, now=NOW)


def write_first_rule(folder: Path, suite: Path, kind: str, kwargs: dict[str, Any]) -> None:
    document = json.loads((suite / "articles.json").read_text(encoding="utf-8"))
    document["expectations"][0] |= {"type": kind, "kwargs": kwargs}
    (folder / "articles.json").write_text(json.dumps(document), encoding="utf-8")


def test_an_expectation_that_raises_is_never_a_pass(make_record: MakeRecord, folder: Path, tmp_path: Path) -> None:
    write_first_rule(tmp_path, folder, "expect_column_values_to_be_between", {"column": "text", "min_value": 5})

    with pytest.raises(GateError, match="address-is-public cannot be trusted: it raised "):
        judge_records([make_record()], folder=tmp_path, now=NOW)


@pytest.mark.parametrize(
    ("kind", "values", "failing"),
    [
        pytest.param("expect_column_values_to_be_in_set", ["desk"], [1], id="in a set"),
        pytest.param("expect_column_values_to_not_be_in_set", ["desk"], [0], id="not in a set"),
    ],
)
def test_a_rule_may_name_the_values_allowed_or_refused(
    *, make_record: MakeRecord, folder: Path, tmp_path: Path, kind: str, values: list[str], failing: list[int]
) -> None:
    write_first_rule(tmp_path, folder, kind, {"column": "source_id", "value_set": values})

    verdicts = judge_records([make_record(), make_record(source_id="wire")], folder=tmp_path, now=NOW).verdicts

    assert [verdict.row for verdict in verdicts if verdict.failures] == failing


def test_a_column_that_is_never_null_and_is_refuses_the_batch(make_record: MakeRecord, judge: Judge) -> None:
    record = make_record(source_id=None)

    with pytest.raises(GateError, match="source-is-named cannot be trusted: 1 values are null"):
        judge([make_record(), record])


GOOD_RESULT = Result(
    expectation_id="headline-has-letters",
    is_met=False,
    element_count=3,
    missing_count=1,
    unexpected_count=1,
    failing_rows=(2,),
    error=None,
)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        pytest.param({"error": "KeyError: 'headline'"}, "it raised KeyError", id="it raised"),
        pytest.param({"element_count": 2}, "2 of 3 records were looked at", id="too few rows"),
        pytest.param({"element_count": None}, "None of 3 records", id="no count"),
        pytest.param({"missing_count": 2}, "2 records were left out, 1 are null", id="more nulls than there are"),
        pytest.param({"missing_count": None}, "None records were left out", id="no count of nulls"),
        pytest.param({"unexpected_count": 21}, "1 of 21 failing records were named", id="a list cut short"),
        pytest.param({"failing_rows": ()}, "0 of 1 failing records were named", id="no list"),
        pytest.param({"failing_rows": (2, 2), "unexpected_count": 2}, "2 of 2 failing", id="a row named twice"),
        pytest.param({"failing_rows": (3,)}, "it names a record", id="a row that is not in the batch"),
        pytest.param({"failing_rows": (-1,)}, "it names a record", id="a row before the batch"),
        pytest.param({"is_met": True}, "its verdict contradicts its count", id="success with failures"),
    ],
)
def test_a_result_that_does_not_vouch_for_every_record_is_refused(
    folder: Path, change: dict[str, Any], fault: str
) -> None:
    rule = next(rule for rule in read_suite(folder)[0].expectations if rule.id == "headline-has-letters")
    check_result(rule, GOOD_RESULT, ["نعم", None, "..."], is_nullable=True)

    with pytest.raises(GateError, match=fault):
        check_result(rule, replace(GOOD_RESULT, **change), ["نعم", None, "..."], is_nullable=True)


def test_fewer_results_than_expectations_are_refused(folder: Path) -> None:
    suite, _ = read_suite(folder)
    results = [replace(GOOD_RESULT, expectation_id=rule.id) for rule in suite.expectations]

    assert len(match_results(suite, results[::-1])) == len(results)
    with pytest.raises(GateError, match=r"without one: .'address-is-public'"):
        match_results(suite, results[1:])
    with pytest.raises(GateError, match="results for"):
        match_results(suite, [*results, results[0]])


def test_judging_writes_nothing_and_opens_no_connection(tmp_path: Path) -> None:
    script = tmp_path / "judge.py"
    script.write_text(
        "import logging, socket, sys\n"
        "logging.basicConfig(level=logging.INFO)\n"
        "def refuse(*_): raise AssertionError('a connection was opened')\n"
        "socket.socket.connect = refuse\n"
        f"sys.path.insert(0, {str(PROJECT / 'tests' / 'gate')!r})\n"
        "import conftest, pathlib\n"
        "from warraq.gate import judge_records\n"
        "make = conftest.make_record.__wrapped__()\n"
        "judge_records([make(), make(headline=None)], folder=pathlib.Path(sys.argv[1]), now=conftest.NOW)\n",
        encoding="utf-8",
    )

    ended = subprocess.run(
        [sys.executable, script, PROJECT / "expectations"],
        capture_output=True,
        check=True,
        cwd=tmp_path,
        env={**os.environ, "HOME": str(tmp_path), "TMPDIR": str(tmp_path)},
        text=True,
    )

    assert (ended.stdout, ended.stderr) == ("", "")
    assert [path.name for path in tmp_path.iterdir()] == ["judge.py"]
