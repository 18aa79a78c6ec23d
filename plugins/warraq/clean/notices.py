"""Notices among a story's last lines, told by words amid them: where to call for help, whose the rights are, an app."""

import re
from functools import lru_cache

from warraq.clean.layout import Layout
from warraq.clean.phrases import FOLD, QUOTES, SENTENCE, fold_opening, read_table
from warraq.clean.prose import FULL_PROSE, is_stressed
from warraq.clean.tags import HEADINGS
from warraq.model import DropReason

LAST_LINES = 12
MAX_LETTERS = 160
MAX_HELP_LETTERS, MAX_APPEAL_LETTERS = 60, 40
APPEAL_REACH = 3  # Lines over the first number in which it is said why one may call.
MIN_NUMBERS = 2
MAX_BEFORE = 10  # Letters of a sentence before the first word.
SEAM = " … "
# «生命線協談專線：1995», «自殺防治諮詢安心專線：0800-788995（24小時）»: who, a number, and no more.
NUMBER = re.compile(r"[^\d:：，。]{2,24}[:：]?\s*\(?\+?\d[\d\s-]{2,13}(?:[（(][^（）()]{2,8}[）)])?[；;。.]?")
DIGIT = re.compile(r"\d")
# What a reader presses to report a mistake, in whatever language (Orphus, 2006; sites of the east of Europe to 2026).
REPORTED = re.compile(r"(?:ctrl|strg)\s?\+\s?enter", re.IGNORECASE)
PRESSED = re.compile(r"(?:ctrl|strg)\b", re.IGNORECASE)
MAX_REPORT_LETTERS = 250


@lru_cache(maxsize=1)
def read_notices() -> tuple[tuple[tuple[str, ...], DropReason], ...]:
    """Return the words that stand one behind the other in a notice, each with what it is. Read once a process."""
    lines = ((line, reason) for line, reason, kind in read_table() if kind == "within")
    return tuple((tuple(map(fold_opening, line.split(SEAM))), reason) for line, reason in lines)


@lru_cache(maxsize=2)
def read_words(kind: str) -> tuple[str, ...]:
    """Return the words of the table's section of that kind, folded. Read once a process."""
    return tuple(fold_opening(line) for line, _, other in read_table() if other == kind)


def name_notice(text: str, *, is_stressed: bool = False) -> DropReason | None:
    """Return what a line is by words amid it, in their order.

    A sentence asks no one to follow, and is no other notice either where much is told before the words, unless all of
    it ``is_stressed``.
    """
    if len(text) > MAX_LETTERS or text[0] in QUOTES:
        return None
    line = text.casefold().translate(FOLD)
    for words, reason in read_notices():
        if words[0] in line and is_in_order(words, line):
            is_said = SENTENCE.search(text) is not None
            before = 0 if reason is DropReason.FOLLOW else MAX_LETTERS if is_stressed else MAX_BEFORE
            most = before if is_said else MAX_LETTERS
            return reason if line.find(words[0]) < most else None
    return None


def is_in_order(words: tuple[str, ...], line: str) -> bool:
    """Tell whether words stand in a line one behind the other."""
    at = 0
    for word in words:
        at = line.find(word, at)
        if at < 0:
            return False
        at += len(word)
    return True


def drop_notices(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop the notices among the last lines of a story, behind its first full paragraph."""
    kept = [at for at in range(first, end) if verdicts[at] is None]
    prose = next((at for at in kept if layout.weights[at] >= FULL_PROSE), end)
    last = [at for at in kept[-LAST_LINES:] if at > prose]
    drop_help(layout, verdicts, last)
    drop_report(layout, verdicts, kept, last)
    for at in last:
        block = layout.tree.blocks[at]
        if verdicts[at] is not None or block.tag in HEADINGS:
            continue
        verdicts[at] = name_notice(block.text, is_stressed=is_stressed(block))


def drop_report(layout: Layout, verdicts: list[DropReason | None], kept: list[int], last: list[int]) -> None:
    """Drop the line that says what to press to report a mistake, in a story that speaks of that key nowhere else."""
    texts = {at: layout.tree.blocks[at].text for at in kept}
    found = [at for at in last if len(texts[at]) <= MAX_REPORT_LETTERS and REPORTED.search(texts[at])]
    if len(found) == 1 and sum(PRESSED.search(text) is not None for text in texts.values()) == 1:
        verdicts[found[0]] = DropReason.BOILERPLATE


def drop_help(layout: Layout, verdicts: list[DropReason | None], last: list[int]) -> None:
    """Drop the numbers of those who help, with what is said before them, where no paragraph follows.

    Two numbers tell it if one is a helpline's; a single one needs an appeal to the reader over it.
    """
    texts = [layout.tree.blocks[at].text for at in last]
    numbers = find_numbers(texts)
    if not numbers:
        return
    start = find_appeal(texts, numbers[0])
    is_told = start < numbers[0] or len(numbers) >= MIN_NUMBERS
    is_last = all(
        layout.weights[at] < FULL_PROSE or name_notice(layout.tree.blocks[at].text) for at in last[numbers[-1] + 1 :]
    )
    if is_told and is_last:
        for at in last[start : numbers[-1] + 1]:
            verdicts[at] = DropReason.BOILERPLATE


def find_numbers(texts: list[str]) -> list[int]:
    """Return the places of the last numbers that stand one under the other, from the first of a helpline on."""
    run: list[int] = []
    for place in range(len(texts) - 1, -1, -1):
        if is_number(texts[place]) and (not run or run[0] == place + 1):
            run.insert(0, place)
    helpline = (
        at for at, place in enumerate(run) if any(word in fold_opening(texts[place]) for word in read_words("helpline"))
    )
    return run[next(helpline, len(run)) :]


def is_number(text: str) -> bool:
    """Tell whether a line says who may be called, under what number, and no more."""
    return len(text) <= MAX_HELP_LETTERS and DIGIT.search(text) is not None and NUMBER.fullmatch(text) is not None


def find_appeal(texts: list[str], number: int) -> int:
    """Return the place of the line over the first number that appeals to the reader; that of the number without one."""
    for place in range(number - 1, max(-1, number - 1 - APPEAL_REACH), -1):
        text = texts[place]
        if len(text) > MAX_APPEAL_LETTERS:
            break
        if any(word in text for word in read_words("appeal")):
            return place
    return number
