import json
from pathlib import Path

from warraq.gate.columns import COLUMNS
from warraq.gate.committed import read_suite
from warraq.gate.suite import NULL_MEANS, make_suite, write_suite

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "expectations.md"


def read_rows(heading: str) -> list[tuple[str, ...]]:
    """Return the cells of the table under a heading of the reference, without its two head lines."""
    _, _, section = REFERENCE.read_text(encoding="utf-8").partition(f"\n## {heading}\n")
    lines = [line for line in section.partition("\n## ")[0].splitlines() if line.startswith("|")]
    return [tuple(cell.strip() for cell in line.strip("|").split(" | ")) for line in lines[2:]]


def test_the_committed_suite_is_the_one_the_code_makes(folder: Path, tmp_path: Path) -> None:
    write_suite(tmp_path)

    assert (folder / "articles.json").read_text(encoding="utf-8") == (tmp_path / "articles.json").read_text(
        encoding="utf-8"
    )


def test_the_reference_has_every_expectation_as_committed(folder: Path) -> None:
    committed = json.loads((folder / "articles.json").read_text(encoding="utf-8"))["expectations"]

    assert read_rows("Expectations") == [
        (f"`{rule['id']}`", rule["severity"], f"`{rule['kwargs']['column']}`", rule["meta"]["reason"])
        for rule in committed
    ]


def test_the_reference_has_every_column() -> None:
    assert read_rows("Columns") == [
        (f"`{name}`", "yes" if column.is_nullable else "no", column.meaning) for name, column in COLUMNS.items()
    ]


def test_the_reference_says_why_a_null_passes() -> None:
    assert read_rows("Nulls") == [(f"`{name}`", meaning) for name, meaning in NULL_MEANS.items()]


def test_every_column_is_judged_and_every_null_explained_can_occur(folder: Path) -> None:
    judged = {rule.kwargs.column for rule in read_suite(folder)[0].expectations}

    assert judged == COLUMNS.keys()
    assert all(COLUMNS[name].is_nullable for name in NULL_MEANS)


def test_tables_are_sorted() -> None:
    ids = [rule["id"] for rule in make_suite()["expectations"] if rule["severity"] == "critical"]

    assert list(COLUMNS) == sorted(COLUMNS)
    assert list(NULL_MEANS) == sorted(NULL_MEANS)
    assert ids == sorted(ids)


def test_the_code_makes_the_same_suite_each_time() -> None:
    assert make_suite() == make_suite()
