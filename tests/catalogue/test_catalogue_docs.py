import re
from pathlib import Path

import pytest

from warraq.catalogue import parse_source
from warraq.catalogue.schema import EvidenceTable, RightsTable, RuleTable, SourceTable, Table

DOCS = Path(__file__).resolve().parents[2] / "docs"
REFERENCE = (DOCS / "reference" / "catalogue.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("heading", "table"),
    [
        ("## Keys of a file", SourceTable),
        ("## Keys of `evidence`", EvidenceTable),
        ("## Keys of `rights`", RightsTable),
        ("## Keys of `rules`", RuleTable),
    ],
)
def test_the_reference_lists_exactly_the_keys_there_are(heading: str, table: type[Table]) -> None:
    section = REFERENCE.partition(f"{heading}\n")[2].partition("\n## ")[0]

    rows = [line for line in section.splitlines() if line.startswith("| `")]

    assert rows == [
        f"| `{field.alias or name}` | {'yes' if field.is_required() else 'no'} | {field.description} |"
        for name, field in table.model_fields.items()
    ]


def test_the_example_of_the_how_to_is_a_source() -> None:
    page = (DOCS / "how-to" / "add-a-source.md").read_text(encoding="utf-8")
    example = re.findall(r"```yaml\n(.*?)```", page, flags=re.DOTALL)[0]

    source = parse_source(re.sub(r"^ {3}", "", example, flags=re.MULTILINE), file="add-a-source.md")

    assert source.source_id == "nile"
