"""Where the story of a dump ends, and what the page or the sender put under it begins."""

import re
from bisect import bisect
from collections import Counter

from warraq.clean.dump import CALLS, MIN_SENTENCE_WORDS, QUOTES_AROUND, Line, count_words, is_numbered, is_sentence
from warraq.clean.dump_lines import BULLET, FULL_STOPS, HANDLE, name_tail
from warraq.clean.phrases import name_line
from warraq.clean.prose import measure_letters
from warraq.model import DropReason

OF_PICTURES = frozenset({DropReason.CAPTION, DropReason.CREDIT})  # They stand amid a list as well.
# Said in verses and lists as well.
WEAK = frozenset({DropReason.BOILERPLATE, DropReason.BYLINE, DropReason.CREDIT, DropReason.TAGS})
MIN_TAIL_LINES = 3
MIN_ROWS = 3
ROW = re.compile(r"[^\W\d_].*\d|\d\s*[-–:]\s*\d")
MAX_RELATED_LETTERS = 95
MAX_LABEL_WORDS = 8
MAX_FOOT = 8  # Lines.
MAX_MARK_LETTERS, MAX_NOTES, MAX_TOLD = 20, 16, 3  # Letters, lines, sentences.
# The end of what a house sends to papers: "- ENDS -", "END", «-انتهى-».
SENT = re.compile(r"[-–—*#/\s]*(?:ENDS?|-\s?30\s?-|(?:-\s?)ends?(?:\s?-)|انتهى|FIN|ENDE)[-–—*#/\s]*")
CALLED = re.compile(r"\+\d[\d ()/-]{7,}|(?:هاتف|جوال|tel|telefon|phone|téléphone|mobile)\W{1,3}\d", re.IGNORECASE)


def find_foot(lines: tuple[Line, ...]) -> int:
    """Return where a mail says in its last lines why it came, and how to end that; the number of lines without it."""
    start = max(0, len(lines) - min(MAX_FOOT, len(lines) // 2))
    last = range(start, len(lines))
    return next((at for at in last if name_line(lines[at].text) is DropReason.NEWSLETTER), len(lines))


def find_tail(lines: tuple[Line, ...], prose: list[int], asides: list[DropReason | None]) -> int:
    """Return where the lines begin that a page left below the story's last sentence; their number without any.

    ``prose`` are the places of sentences, ``asides`` what each line says itself to be. One line may be the story's
    last, and where sentences end in nothing, any.
    """
    if not prose:
        return len(lines)
    start = skip_ending(lines, prose[-1] + 1, asides)
    below = lines[start:]
    if len(below) < MIN_TAIL_LINES or any(measure_letters(line.text) > MAX_RELATED_LETTERS for line in below):
        return len(lines)
    if lines[start - 1].text.endswith((":", "：")):
        return len(lines)
    is_whole = len(prose) * 2 > prose[-1]
    usual = Counter(line.gap for line in lines[1 : prose[-1] + 1]).most_common(1)
    is_apart = bool(usual) and below[0].gap > usual[0][0]
    told = {*asides[start:], *map(name_tail, below)} - {None}
    if is_whole and (told - {DropReason.TAGS} or is_apart):
        return start
    # What stands above hashtags may be verse, or names; amid boxes of other stories, few lines of a page are sentences.
    firm = told if is_whole else told - WEAK if is_prose(lines[: prose[-1] + 1]) else frozenset()
    return next((at for at in range(start, len(lines)) if (asides[at] or name_tail(lines[at])) in firm), len(lines))


def find_notes(lines: tuple[Line, ...], prose: list[int], _: list[DropReason | None]) -> int:
    """Return the line that marks the end of what a house sent, over how to reach it; the number of lines without one.

    Fewer sentences stand below it than above.
    """
    marks = (at for at, line in enumerate(lines) if len(line.text) <= MAX_MARK_LETTERS and SENT.fullmatch(line.text))
    for mark in marks:
        above = bisect(prose, mark)
        is_reached = any(HANDLE.fullmatch(line.text) or CALLED.search(line.text) for line in lines[mark + 1 :])
        is_short = len(lines) - mark <= MAX_NOTES and len(prose) - above <= MAX_TOLD
        if 2 * above > len(prose) and is_short and is_reached:
            return mark
    return len(lines)


def is_prose(lines: tuple[Line, ...]) -> bool:
    """Tell whether most lines that are longer than a label, and most of all words, are of sentences."""
    long = [line for line in lines if count_words(line.text) > MAX_LABEL_WORDS]
    told = [line for line in long if is_sentence(line)]
    is_long = 2 * sum(len(line.text) for line in told) > sum(len(line.text) for line in lines)
    return is_long and 2 * len(told) > len(long)


def skip_ending(lines: tuple[Line, ...], start: int, asides: list[DropReason | None]) -> int:
    """Return the first line from ``start`` on that is of no ending: below a short sentence, a list and its subhead."""
    named = (at for at in range(start, len(lines)) if (asides[at] or name_tail(lines[at])) not in {None, *OF_PICTURES})
    stop = next(named, len(lines))
    at = max((at + 1 for at in range(start, stop) if is_closed(lines[at])), default=start)
    if at == start < stop and lines[at].text.endswith(CALLS) and count_words(lines[at].text) >= MIN_SENTENCE_WORDS:
        at += 1  # A question that the story ends with.
    if any(line.text.endswith((":", "：")) for line in lines[at:stop]) or is_table(lines[at:stop]):
        return stop
    while at < stop and any(BULLET.match(line.text) for line in lines[at : min(at + 2, stop)]):
        at += 1
    return at


def is_table(lines: tuple[Line, ...]) -> bool:
    """Tell whether lines are results or a table: most have a number behind words."""
    return len(lines) >= MIN_ROWS and 2 * sum(ROW.search(line.text) is not None for line in lines) > len(lines)


def is_closed(line: Line) -> bool:
    """Tell whether a line ends in a full stop, be it as short as it may."""
    return line.text.rstrip(QUOTES_AROUND).endswith(tuple(FULL_STOPS)) and not is_numbered(line.text)
