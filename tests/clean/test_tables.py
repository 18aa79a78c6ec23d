"""The cleaner's tables as files: sorted, each line once, and no phrase with two meanings."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

import warraq.clean
from warraq.clean.phrases import fold_opening, read_table

FOLDER = Path(warraq.clean.__file__).parent
SECTION = re.compile(r"\[([a-z_0-9 ]+)\]")


def read_sections(name: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    lines = [line for line in (FOLDER / name).read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    for line in lines:
        section = SECTION.fullmatch(line)
        if section:
            assert section[1] not in found, section[1]
            found[section[1]] = []
        else:
            found[next(reversed(found))].append(line)
    return found


@pytest.mark.parametrize("name", ["phrases.txt", "cities.txt", "classes.txt", "credits.txt"])
def test_every_section_is_sorted_and_holds_each_line_once(name: str) -> None:
    sections = read_sections(name)

    assert {key: lines for key, lines in sections.items() if lines != sorted(set(lines))} == {}


def test_the_sections_of_phrases_are_sorted() -> None:
    sections = list(read_sections("phrases.txt"))

    assert sections == sorted(sections, key=str.split)


def test_no_phrase_has_two_meanings() -> None:
    meanings = defaultdict(set)
    for line, reason, kind in read_table():
        meanings[fold_opening(line), kind == "whole"].add(str(reason))

    assert {phrase: reasons for (phrase, _), reasons in meanings.items() if len(reasons) > 1} == {}
