"""docs/reference/command.md says what argparse knows of every command, and nothing else."""

import argparse
import re
from importlib import import_module

import pytest

from warraq.cli import COMMANDS
from warraq.settings import PROJECT

PAGE = PROJECT / "docs" / "reference" / "command.md"
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
HEAD = ["| argument | meaning |", "|---|---|"]


def read_sections() -> dict[str, str]:
    """Return the page's text by command."""
    parts = re.split(r"^## warraq (\S+)$", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def write_table(command: str) -> list[str]:
    """Return the table's lines as the page has to hold them; none for a command without arguments."""
    parser = argparse.ArgumentParser()
    import_module(f"warraq.cli.{command}").add_arguments(parser)
    rows = [row for action in parser._actions for row in write_rows(action)]  # noqa: SLF001 -- argparse shows them nowhere else.
    return [*HEAD, *rows] if rows else []


def write_rows(action: argparse.Action, before: str = "") -> list[str]:
    if isinstance(action, argparse._HelpAction):  # noqa: SLF001 -- argparse has no public name for it.
        return []
    if not isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 -- The same.
        return [f"| `{before}{write_usage(action)}` | {action.help or ''} |"]
    rows = []
    for choice in action._choices_actions:  # noqa: SLF001 -- The only place that holds a subcommand's help.
        rows.append(f"| `{choice.dest}` | {choice.help} |")
        nested = action.choices[choice.dest]._actions  # noqa: SLF001 -- As above.
        rows += [row for inner in nested for row in write_rows(inner, f"{choice.dest} ")]
    return rows


def write_usage(action: argparse.Action) -> str:
    """Return the argument as a command line shows it."""
    metavar = action.metavar or action.dest.upper()
    if not action.option_strings:
        name = str(metavar)
        return {"*": f"[{name}…]", "+": f"{name}…", "?": f"[{name}]"}.get(str(action.nargs), name)
    return action.option_strings[-1] if action.nargs == 0 else f"{action.option_strings[-1]} {metavar}"


def test_every_command_has_its_section_in_order() -> None:
    assert list(read_sections()) == sorted(COMMANDS)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_argument_is_documented_with_its_meaning(command: str) -> None:
    section = read_sections()[command]

    table = [line for line in section.splitlines() if line.startswith("|")]

    assert table == write_table(command)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_an_example(command: str) -> None:
    section = read_sections()[command]

    examples = re.findall(r"^```sh\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)

    assert any(f"warraq {command}" in example for example in examples)


def test_every_command_that_a_page_names_exists() -> None:
    pages = [PROJECT / "README.md", *(PROJECT / "docs").rglob("*.md")]
    named = {
        (str(page.relative_to(PROJECT)), command)
        for page in pages
        for code in CODE.findall(page.read_text(encoding="utf-8"))
        for command in re.findall(r"\bwarraq ([a-z]+)", code)
    }

    unknown = sorted((page, command) for page, command in named if command not in COMMANDS)

    assert len(named) > 20
    assert unknown == []


def test_every_exit_status_is_documented() -> None:
    text = PAGE.read_text(encoding="utf-8")

    statuses = re.findall(r"^\| (\d+) \|", text, re.MULTILINE)

    assert statuses == ["0", "1", "2", "3", "130"]
