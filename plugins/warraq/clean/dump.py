"""Text dumps: the lines of one or several articles, as a page printed them, back into articles.

The seed of 2026-11-23 prints an article's headline twice, its captions four times and its standfirst once, with a line
``TT`` between; every line is a paragraph, and blank lines prove nothing. Rule and traps: facts of that day, section 1.
"""

from collections import Counter
from typing import NamedTuple

from warraq.text.characters import clean_line, fold_line

MARKERS = frozenset({"TT"})  # What aawsat's font-size button leaves in a dump.
HEAD_LINES = 14  # The headline stands again within so many lines.
MAX_HEAD_LETTERS = 300
MAX_HEADLINE_LETTERS = 220
SENTENCE_ENDS = (".", "۔", "。", ":", "،", "؛", ".»", "».", '."', ".”")
CALLS = ("!", "؟", "?", "…")  # Headlines ask and call as well, but briefly.
MAX_CALL_LETTERS = 140
ARTICLE_GAP = 2  # Blank lines, and more than the dump puts between paragraphs.


class Line(NamedTuple):
    """One line of a dump that is not blank."""

    text: str
    key: str  # Folded for comparing.
    gap: int  # Blank lines before it.


class Head(NamedTuple):
    """Where one article of a dump begins, and where its head ends."""

    start: int  # Line of the headline.
    above: int  # First line after those between headline and marker or second headline.
    below: int  # First line after marker and second headline.
    is_touching: bool  # The lines before the marker stand against it, as captions do.


def read_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a dump in their stored form, with the blank lines between them counted."""
    lines: list[Line] = []
    gap = 0
    for raw in text.splitlines():
        line = clean_line(raw)
        if line is None:
            gap += 1
            continue
        lines.append(Line(line, fold_line(line) or line, gap))
        gap = 0
    return tuple(lines)


def find_heads(lines: tuple[Line, ...]) -> tuple[Head, ...]:
    """Return the heads of the articles in a dump, in their order; none where nothing repeats and no marker stands."""
    heads: list[Head] = []
    floor = 0  # No head begins before the end of the one above it.
    for at, line in enumerate(lines):
        if at < floor:
            continue
        head = read_marked(lines, at, floor) if line.text in MARKERS else read_repeated(lines, at)
        if head:
            heads.append(head)
            floor = skip_again(lines, head)
    return tuple(heads)


def skip_again(lines: tuple[Line, ...], head: Head) -> int:
    """Return the first line below a head that does not stand in it too."""
    keys = {line.key for line in lines[head.start : head.above]}
    at = head.below
    while at < len(lines) and lines[at].key in keys:
        at += 1
    return at


def read_marked(lines: tuple[Line, ...], marker: int, floor: int) -> Head | None:
    """Return the head around a marker: the line after it stands above it too, or lines of a head stand above it."""
    low = max(floor, marker - HEAD_LINES)
    touching = marker
    while touching > low and lines[touching].gap == 0:
        touching -= 1
    if marker + 1 < len(lines):
        key = lines[marker + 1].key
        matches = [at for at in range(low, marker) if lines[at].key == key]
        outside = [at for at in matches if at < touching]
        if outside and not is_caption_again(lines, outside[-1], touching, marker):
            return Head(outside[-1], marker, marker + 2, lines[marker].gap == 0)
        if matches and not has_head_above(lines, low, touching):
            return Head(matches[0], marker, marker + 2, is_touching=False)
    start = find_unrepeated(lines, low, marker)
    return None if start is None else Head(start, marker, marker + 1, lines[marker].gap == 0)


def is_caption_again(lines: tuple[Line, ...], match: int, touching: int, marker: int) -> bool:
    """Tell whether the line found again is a caption that also stands against the marker, below a headline."""
    return (
        any(lines[at].key == lines[match].key for at in range(touching, marker))
        and match > 0
        and lines[match - 1].key == lines[match].key
    )


def has_head_above(lines: tuple[Line, ...], low: int, touching: int) -> bool:
    """Tell whether a line that may be a headline stands above the lines that touch the marker."""
    return touching > low and is_head_line(lines[touching - 1])


def is_head_line(line: Line) -> bool:
    """Tell whether a line is short and no sentence."""
    if line.text.endswith(CALLS):
        return len(line.text) <= MAX_CALL_LETTERS
    return len(line.text) <= MAX_HEADLINE_LETTERS and not line.text.endswith(SENTENCE_ENDS)


def find_unrepeated(lines: tuple[Line, ...], low: int, marker: int) -> int | None:
    """Return the first of the head lines above a marker; None where prose stands there."""
    start = marker
    while start > low and is_head_line(lines[start - 1]):
        start -= 1
        if lines[start].gap >= ARTICLE_GAP:
            break
    return start if start < marker else None


def read_repeated(lines: tuple[Line, ...], at: int) -> Head | None:
    """Return the head that begins at a line which stands again soon after, with only lines of a head between."""
    line = lines[at]
    if not is_head_line(line) or (at and not line.gap) or is_marked_below(lines, at):
        return None
    for again in range(at + 1, min(at + HEAD_LINES, len(lines))):
        if lines[again].text in MARKERS or len(lines[again].text) > MAX_HEAD_LETTERS:
            return None
        if lines[again].key == line.key:
            if lines[again + 1 : again + 2] and lines[again + 1].text in MARKERS:
                return None
            return confirm_repeated(lines, at, again)
    return None


def is_marked_below(lines: tuple[Line, ...], at: int) -> bool:
    """Tell whether a marker follows within a head's length, with this line after it: the marker's own rule is surer."""
    for below in range(at + 1, min(at + HEAD_LINES, len(lines) - 1)):
        if len(lines[below].text) > MAX_HEAD_LETTERS:
            return False
        if lines[below].text in MARKERS:
            return lines[below + 1].key == lines[at].key
    return False


def confirm_repeated(lines: tuple[Line, ...], at: int, again: int) -> Head | None:
    """Return the head between a line and its repetition, where what stands between proves one."""
    between = Counter(line.key for line in lines[at + 1 : again])
    below = {line.key for line in lines[again + 1 : again + 1 + HEAD_LINES]}
    is_first = at == 0 or lines[at].gap >= ARTICLE_GAP
    # A caption printed twice repeats at once, and is followed by a marker or by prose, not by more head.
    is_head = bool(between) and (max(between.values()) > 1 or any(key in below for key in between))
    return Head(at, again, again + 1, is_touching=False) if is_head or is_first else None
