"""The cleaner's tables as files: sorted, each line once, and no phrase with two meanings."""

import re
from collections import defaultdict
from pathlib import Path

import pytest

import warraq.clean
from warraq.clean.phrases import fold_opening, name_line, read_table
from warraq.model import DropReason

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


@pytest.mark.parametrize(
    "line",
    [
        "16. Thought",
        "Also on Monday, the council voted to close the old school.",
        "More from the police is expected on Friday.",
        "Most popular among the islanders is the morning boat.",
        "Follow the money, he said, and you will find the mayor behind it.",
        "Register now or lose your vote, officials told residents on Friday.",
        "Share with your neighbours what you have, the priest said.",
        "Filed under the wrong name, the letter lay unread for years.",
        "Zum Thema Rente sagte der Minister am Montag nichts.",
        "Weitere Informationen will die Polizei am Montag geben.",
        "Más información dará la policía el lunes por la tarde.",
        "Sigue a la espera de juicio el antiguo alcalde.",
        "Meer over de daders wist de politie maandag niet.",
        "شارك هذا العام في المعرض نحو ألف كاتب من المنطقة.",
        "شارك عبر تقنية الفيديو رئيس الوزراء في الجلسة.",
    ],
)
def test_a_sentence_that_begins_as_a_notice_does_is_of_the_story(line: str) -> None:
    assert name_line(line) is None


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Also on the site", DropReason.RELATED),
        ("More from Sport", DropReason.RELATED),
        ("Follow the Herald", DropReason.FOLLOW),
        ("Sign up now for the Harbour Notes newsletter.", DropReason.NEWSLETTER),
        ("Subscribe to our channel.", DropReason.NEWSLETTER),
        ("Mehr zu unserer Arbeitsweise lesen Sie hier.", DropReason.RELATED),
        ("شارك هذا الموضوع", DropReason.SHARE),
    ],
)
def test_a_notice_that_a_sentence_may_begin_as_is_one_alone_or_where_it_asks(line: str, reason: DropReason) -> None:
    assert name_line(line) is reason
