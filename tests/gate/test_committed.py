import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from warraq.errors import GateError
from warraq.gate import check_suite

RULE = {
    "id": "headline-is-present",
    "severity": "critical",
    "type": "expect_column_values_to_not_be_null",
    "kwargs": {"column": "headline"},
    "meta": {"reason": "No headline was found."},
}
BETWEEN = "expect_column_values_to_be_between"
MATCH = "expect_column_values_to_match_regex"


def write(folder: Path, *rules: object, **more: object) -> Path:
    document = {"name": "articles", "expectations": list(rules), **more}
    (folder / "articles.json").write_text(json.dumps(document), encoding="utf-8")
    return folder


def without(key: str) -> dict[str, Any]:
    return {name: value for name, value in RULE.items() if name != key}


def between(**kwargs: object) -> dict[str, Any]:
    return RULE | {"type": BETWEEN, "kwargs": {"column": "word_count", **kwargs}}


def matching(regex: object) -> dict[str, Any]:
    return RULE | {"type": MATCH, "kwargs": {"column": "url", "regex": regex}}


def test_a_suite_has_a_version_that_changes_with_what_it_says(tmp_path: Path) -> None:
    first = check_suite(write(tmp_path, RULE))
    (tmp_path / "articles.json").write_text(
        '{ "expectations": [%s],\n "name": "articles" }' % json.dumps(dict(reversed(RULE.items()))),  # noqa: UP031 - Braces.
        encoding="utf-8",
    )
    reordered = check_suite(tmp_path)
    second = check_suite(write(tmp_path, RULE | {"meta": {"reason": "Another."}}))

    assert first == reordered == "7bfefaeb8ddb"
    assert second != first


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        pytest.param(None, "No such file", id="missing"),
        pytest.param(b"", "not the JSON of a suite", id="nothing"),
        pytest.param(b"{", "not the JSON of a suite", id="cut short"),
        pytest.param(b"\xff\xfe\x00", "not the JSON of a suite", id="no text"),
        pytest.param(b"[" * 100_000, "not the JSON of a suite", id="nested without end"),
        pytest.param(b"null", "valid dictionary", id="null"),
        pytest.param(b"[]", "valid dictionary", id="a list"),
        pytest.param(b"{}", "name: Field required", id="an empty object"),
        pytest.param(b'{"name": "articles", "expectations": []}', "expectations: List should have at", id="empty"),
        pytest.param(b'{"name": "articles", "expectations": null}', "expectations: Input should be", id="no list"),
        pytest.param(b'{"name": "pages", "expectations": []}', "name: Input should be 'articles'", id="another suite"),
        pytest.param(b'{"name": "articles", "name": "articles"}', "a key stands twice", id="a key twice"),
    ],
)
def test_a_file_that_is_no_suite_is_refused_in_one_line(tmp_path: Path, content: bytes | None, fault: str) -> None:
    if content is not None:
        (tmp_path / "articles.json").write_bytes(content)

    with pytest.raises(GateError, match=fault) as caught:
        check_suite(tmp_path)

    said = str(caught.value)
    assert said.startswith(f"{tmp_path / 'articles.json'}: ")
    assert said.endswith(
        "Restore it from git or run `python -m warraq.gate.suite`; docs/how-to/change-a-rule.md says how."
    )
    assert "\n" not in said


@pytest.mark.parametrize(
    ("rules", "fault"),
    [
        pytest.param([without("id")], "expectation 1.id: Field required", id="no id"),
        pytest.param(
            [RULE | {"id": "Two Words"}], "expectation Two Words.id: String should match", id="an id in prose"
        ),
        pytest.param([RULE, RULE], "the id 'headline-is-present' stands 2 times", id="an id twice"),
        pytest.param([without("severity")], "expectation headline-is-present.severity: Field", id="no severity"),
        pytest.param([RULE | {"severity": "info"}], "severity: Input should be 'critical' or 'warning'", id="info"),
        pytest.param([RULE | {"severity": "warning"}], "no expectation is critical", id="nothing is critical"),
        pytest.param([RULE | {"meta": {}}], "meta.reason: Field required", id="no reason"),
        pytest.param([RULE | {"meta": {"reason": " "}}], "meta.reason: String should match", id="a blank reason"),
        pytest.param([RULE | {"meta": {"reason": "R.", "notes": "N."}}], "notes: Extra inputs", id="an unknown note"),
        pytest.param(
            [RULE | {"type": "expect_table_row_count_to_equal"}], "does not match any of", id="a batch's type"
        ),
        pytest.param([RULE | {"type": 5}], "does not match any of", id="a number for a type"),
        pytest.param([RULE | {"kwargs": {}}], "kwargs.column: Field required", id="no column"),
        pytest.param([RULE | {"kwargs": {"column": "title"}}], "there is no column 'title'", id="an unknown column"),
        pytest.param([RULE | {"kwargs": {"column": "headline", "mostly": 0.9}}], "mostly: Extra", id="mostly"),
        pytest.param([between(min_value=1, row_condition="x")], "row_condition: Extra", id="a row condition"),
        pytest.param([between()], "neither min_value nor max_value", id="no bound"),
        pytest.param([between(min_value=5, max_value=1)], "min_value is above max_value", id="bounds crossed"),
        pytest.param([between(min_value="5")], "min_value: Input should be a valid number", id="a text for a number"),
        pytest.param([between(min_value=float("nan"))], "min_value: Input should be a finite", id="no number"),
        pytest.param([matching("[")], "the regular expression is wrong", id="a pattern that does not compile"),
        pytest.param([matching("(a)")], "the regular expression captures", id="a pattern that captures"),
        pytest.param([matching("")], "regex: String should have at least 1", id="a pattern of nothing"),
        pytest.param([RULE, "headline"], "expectation 2: ", id="no object"),
        pytest.param(
            [RULE | {"type": MATCH, "kwargs": {"column": "headline", "regex": "a"}}],
            "headline-is-present: headline may be null; add a critical",
            id="nulls nobody answers for",
        ),
    ],
)
def test_an_expectation_that_could_let_a_record_through_is_refused(
    tmp_path: Path, rules: list[object], fault: str
) -> None:
    with pytest.raises(GateError) as caught:
        check_suite(write(tmp_path, *rules))

    assert fault in str(caught.value)


def test_nulls_may_pass_where_the_suite_says_why(tmp_path: Path) -> None:
    rule = RULE | {"type": MATCH, "kwargs": {"column": "language", "regex": "a"}}

    assert check_suite(write(tmp_path, rule | {"meta": {"reason": "R.", "null_means": "It is not known."}}))


def test_a_folder_in_the_place_of_the_suite_is_refused(tmp_path: Path) -> None:
    (tmp_path / "articles.json").mkdir()

    with pytest.raises(GateError, match="Is a directory"):
        check_suite(tmp_path)


def test_checking_a_suite_loads_neither_great_expectations_nor_pandas(folder: Path) -> None:
    script = (
        "import pathlib, sys; from warraq.gate import check_suite; check_suite(pathlib.Path(sys.argv[1]));"
        "print(sorted({'great_expectations', 'pandas', 'numpy'} & sys.modules.keys()))"
    )

    ended = subprocess.run([sys.executable, "-c", script, folder], capture_output=True, check=True, text=True)

    assert ended.stdout == "[]\n"
