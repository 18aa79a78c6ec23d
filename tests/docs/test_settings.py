"""docs/reference/settings.md holds the table of warraq.settings, row for row."""

from pathlib import Path

from pydantic.fields import FieldInfo

from warraq.settings import PREFIX, PROJECT, Settings

PAGE = PROJECT / "docs" / "reference" / "settings.md"
HEAD = ["| variable | default | description |", "|---|---|---|"]


def write_table() -> list[str]:
    """Return the table's lines as the page has to hold them."""
    return [*HEAD, *(write_row(name, field) for name, field in Settings.model_fields.items())]


def write_row(name: str, field: FieldInfo) -> str:
    return f"| `{PREFIX}{name.upper()}` | {write_default(field.default)} | {field.description} |"


def write_default(default: object) -> str:
    if default is None:
        return "unset"
    if default == ():
        return "empty"
    if isinstance(default, Path):
        return f"`{default.relative_to(PROJECT)}`"
    return f"`{default:g}`" if isinstance(default, float) else f"`{default}`"


def test_the_page_holds_every_setting_with_its_default_and_meaning() -> None:
    lines = PAGE.read_text(encoding="utf-8").splitlines()

    table = [line for line in lines if line.startswith("|")]

    assert table == write_table()


def test_every_setting_is_described_in_a_sentence() -> None:
    descriptions = [field.description or "" for field in Settings.model_fields.values()]

    assert all(words.endswith(".") and "|" not in words for words in descriptions)
