import json
from pathlib import Path

from warraq.gate.columns import TABLES
from warraq.gate.committed import read_suite
from warraq.gate.suite import NULL_MEANS, make_suites, write_suites

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "expectations.md"


def read_rows(heading: str) -> list[tuple[str, ...]]:
    """Return the cells of the table under a heading of the reference, without its two head lines."""
    _, _, section = REFERENCE.read_text(encoding="utf-8").partition(f"\n## {heading}\n")
    lines = [line for line in section.partition("\n## ")[0].splitlines() if line.startswith("|")]
    return [tuple(cell.strip() for cell in line.strip("|").split(" | ")) for line in lines[2:]]


def test_the_committed_suite_is_the_one_the_code_makes(folder: Path, tmp_path: Path) -> None:
    write_suites(tmp_path)

    for name in ("articles.json", "batches.json"):
        assert (folder / name).read_text(encoding="utf-8") == (tmp_path / name).read_text(encoding="utf-8")


def test_the_reference_has_every_expectation_as_committed(folder: Path) -> None:
    files = [(folder / f"{name}.json").read_text(encoding="utf-8") for name in ("articles", "batches")]
    committed = [rule for text in files for rule in json.loads(text)["expectations"]]

    assert read_rows("Expectations") + read_rows("Expectations of a batch") == [
        (f"`{rule['id']}`", rule["severity"], f"`{rule['kwargs']['column']}`", rule["meta"]["reason"])
        for rule in committed
    ]


def test_the_reference_has_every_column() -> None:
    assert [*read_rows("Columns"), *read_rows("Columns of a batch")] == [
        (f"`{name}`", "yes" if column.is_nullable else "no", column.meaning)
        for columns in TABLES.values()
        for name, column in columns.items()
    ]


def test_the_reference_says_why_a_null_passes() -> None:
    assert read_rows("Nulls") == [(f"`{name}`", meaning) for name, meaning in NULL_MEANS.items()]


def test_every_column_is_judged_and_every_null_explained_can_occur(folder: Path) -> None:
    for suite, columns in TABLES.items():
        assert {rule.kwargs.column for rule in read_suite(folder, suite)[0].expectations} == columns.keys()
    every = {name: column for columns in TABLES.values() for name, column in columns.items()}
    assert all(every[name].is_nullable for name in NULL_MEANS)


def test_tables_are_sorted() -> None:
    for name, suite in make_suites().items():
        ids = [rule["id"] for rule in suite["expectations"] if rule["severity"] == "critical"]
        assert list(TABLES[name]) == sorted(TABLES[name])
        assert ids == sorted(ids)
    assert list(NULL_MEANS) == sorted(NULL_MEANS)
    assert list(NULL_MEANS) == sorted(NULL_MEANS)


def test_the_code_makes_the_same_suite_each_time() -> None:
    assert make_suites() == make_suites()
