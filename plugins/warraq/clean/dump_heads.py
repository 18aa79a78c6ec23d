"""Heads of a text dump that prove themselves: by a marker, or by a headline that stands again."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from warraq.clean.captions import is_captioned
from warraq.clean.dump import (
    ARTICLE_GAP,
    HEAD_LINES,
    MARKERS,
    MAX_HEAD_LETTERS,
    MIN_HEADLINE_WORDS,
    Line,
    count_words,
    find_wide_gap,
    is_head_line,
    is_sentence,
    stands_over,
)
from warraq.clean.dump_signs import is_stamp
from warraq.clean.phrases import name_line
from warraq.model import DropReason
from warraq.text.characters import fold_line
from warraq.text.dates import is_date_line

MAX_SPEAKER_WORDS, MAX_SITE_WORDS = 3, 2
SITE = re.compile(r"\s?[-–—|:]\s[^\W\d_]\S{0,24}(?:\s[^\W\d_]\S{0,24}){0,3}")
MAX_HEAD_SENTENCES = 2  # A standfirst, and a caption.
MAX_LINES_TO_PROSE = 2 * HEAD_LINES  # Of captions and the like below a headline's repetition.


class Head(NamedTuple):
    """Where one article of a dump begins, and where its head ends."""

    start: int  # Line of the headline.
    above: int  # First line after those between headline and marker or second headline.
    below: int  # First line after marker and second headline.
    is_touching: bool  # The lines before the marker stand against it, as captions do.


def find_heads(lines: tuple[Line, ...]) -> tuple[Head, ...]:
    """Return the heads of the articles in a dump, in their order; none where nothing repeats and no marker stands."""
    wide = find_wide_gap(lines)
    heads: list[Head] = []
    has_blanks = any(line.gap for line in lines)
    floor = end = 0  # No head begins before the end of the one above it; nor before a gap, but by what stands again.
    # How many sentences and gaps stand above each line: without one below a head, all is of it still.
    ends = [0, *accumulate(is_sentence(line) or line.gap >= wide for line in lines)]
    for at, line in enumerate(lines):
        if at < floor:
            continue
        if line.gap >= wide:
            floor = at
        is_parted = not at or line.gap > 0 or not (has_blanks or is_head_line(lines[at - 1]))
        if line.text in MARKERS:
            is_second = bool(heads) and ends[heads[-1].below] == ends[at]
            head = None if is_second else read_marked(lines, at, floor, wide)
            if not is_second and (head is None or head.below == at + 1):
                head = find_across(lines, at, end, floor) or head
        else:
            head = read_repeated(lines, at, wide) if is_parted else None
        if head:
            heads.append(head)
            floor = end = skip_again(lines, head)
    return tuple(heads)


def find_across(lines: tuple[Line, ...], marker: int, low: int, gap: int) -> Head | None:
    """Return the head that begins above a ``gap``, from ``low`` on, with the line below the marker; None without it."""
    after = lines[marker + 1] if marker + 1 < len(lines) else None
    low = max(low, marker - HEAD_LINES)
    start = max((at for at in range(low, gap) if after and says_again(lines[at].text, after)), default=marker)
    is_head = after is not None and is_head_line(after) and start < marker
    is_short = sum(map(is_sentence, lines[start:marker])) <= MAX_HEAD_SENTENCES
    return Head(start, marker, marker + 2, lines[marker].gap == 0) if is_head and is_short else None


def skip_again(lines: tuple[Line, ...], head: Head) -> int:
    """Return the first line below a head that does not stand in it too."""
    keys = {line.key for line in lines[head.start : head.above]}
    at = head.below
    while at < len(lines) and lines[at].key in keys:
        at += 1
    return at


def read_marked(lines: tuple[Line, ...], marker: int, floor: int, wide: int) -> Head | None:
    """Return the head around a marker: the line after it stands above it too, or lines of a head stand above it."""
    low = max(floor, marker - HEAD_LINES)
    touching = marker
    while touching > low and lines[touching].gap == 0:
        touching -= 1
    after = lines[marker + 1] if marker + 1 < len(lines) else None
    if after and len(after.text) <= MAX_HEAD_LETTERS and not is_caption(lines, low, marker):
        matches = [at for at in range(low, marker) if says_again(lines[at].text, after)]
        outside = [at for at in matches if at < touching]
        if outside and not is_caption_again(lines, outside[-1], touching, marker):
            return Head(outside[-1], marker, marker + 2, lines[marker].gap == 0)
        if matches and not has_head_above(lines, low, touching):
            return Head(matches[0], marker, marker + 2, is_touching=False)
    start = find_unrepeated(lines, low, marker, wide)
    return None if start is None else Head(start, marker, marker + 1, lines[marker].gap == 0)


def says_again(text: str, line: Line) -> bool:
    """Tell whether a line says what a headline does, and behind it nothing but the site's name."""
    if line.key == (fold_line(text) or text):
        return True
    site = SITE.fullmatch(line.text, len(text)) if line.text.startswith(text) else None
    return site is not None and count_words(text) >= MIN_HEADLINE_WORDS


def is_caption(lines: tuple[Line, ...], low: int, marker: int) -> bool:
    """Tell whether the line below a marker is a caption: it stands twice above, under a headline of its own."""
    after = lines[marker + 1]
    if not is_captioned(after.text) or sum(line.key == after.key for line in lines[low:marker]) < 2:  # noqa: PLR2004
        return False
    at = marker
    while at > low and is_captioned(lines[at - 1].text):
        at -= 1
    return at > low and is_head_line(lines[at - 1])


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


def find_unrepeated(lines: tuple[Line, ...], low: int, marker: int, wide: int) -> int | None:
    """Return the first of the head lines above a marker; None where prose stands there.

    Where the dump parts its articles by a gap, the head may hold a standfirst that is a sentence.
    """
    start = marker
    while start > low and is_head_line(lines[start - 1]):
        start -= 1
    is_parted = low == 0 or lines[low].gap >= wide
    said = sum(is_sentence(line) and not is_captioned(line.text) for line in lines[low:marker])
    if is_parted and is_head_line(lines[low]) and said == 1:
        return low
    return start if start < marker else None


def read_repeated(lines: tuple[Line, ...], at: int, wide: int) -> Head | None:
    """Return the head that begins at a line which stands again soon after, with only lines of a head between.

    A marker's own rule is surer. Where the line stands more than twice, a caption says the same as the headline: the
    headline's repetition is the one below which most of what stands above it stands again.
    """
    line = lines[at]
    if not is_head_line(line) or stands_over(lines, at) or names_page(line):
        return None
    repetitions: list[int] = []
    for below in range(at + 1, min(at + HEAD_LINES, len(lines))):
        if lines[below].text in MARKERS:
            if repetitions and any(map(is_sentence, lines[repetitions[-1] : below])):
                break  # The next article's.
            return None
        if lines[below].key == line.key:
            repetitions.append(below)
        elif len(lines[below].text) > MAX_HEAD_LETTERS or lines[below].gap >= wide:
            break
        elif is_sentence(lines[below]) and is_sentence(lines[below - 1]):
            break  # A story, and no head.
    if not repetitions or is_name_again(line, lines[at + 1 : repetitions[-1]]):
        return None
    again = max(repetitions, key=lambda below: (len(list_again(lines[at + 1 : below], lines, below + 1)), -below))
    return confirm_repeated(lines, at, again)


def names_page(line: Line) -> bool:
    """Tell whether a line that stands again is a page's day or a button between comments."""
    return is_stamp(line.text) or name_line(line.text, in_dump=True) is DropReason.COMMENTS


def is_name_again(line: Line, between: tuple[Line, ...]) -> bool:
    """Tell whether a line that stands again is a speaker's, a button between comments, or the site's name."""
    words = count_words(line.text)
    is_speaker = words <= MAX_SPEAKER_WORDS and any(map(is_sentence, between))
    return is_speaker or (words <= MAX_SITE_WORDS and any(map(names_story, between)))


def names_story(line: Line) -> bool:
    """Tell whether a line has the words that a headline has, and is no day."""
    return count_words(line.text) >= MIN_HEADLINE_WORDS and is_head_line(line) and not is_date_line(line.text)


def list_again(above: Iterable[Line], lines: tuple[Line, ...], below: int, stop: int | None = None) -> tuple[Line, ...]:
    """Return the lines from ``below`` on that stand above too, each only as often as there; before ``stop``, if any."""
    left = Counter(line.key for line in above)
    end, stop = below, len(lines) if stop is None else stop
    while end < stop and left[lines[end].key] > 0:
        left[lines[end].key] -= 1
        end += 1
    return lines[below:end]


def confirm_repeated(lines: tuple[Line, ...], at: int, again: int) -> Head | None:
    """Return the head between a line and its repetition, where what stands between proves one."""
    if not has_story(lines, at, again):
        return None
    between = Counter(line.key for line in lines[at + 1 : again])
    below = {line.key for line in lines[again + 1 : again + 1 + HEAD_LINES]}
    is_first = at == 0 or lines[at].gap >= ARTICLE_GAP
    # A caption printed twice repeats at once, and is followed by a marker or by prose, not by more head.
    is_captions = all(is_captioned(line.text) for line in lines[at + 1 : again])
    is_head = bool(between) and (
        is_captions
        or any(is_date_line(line.text) for line in lines[at + 1 : again])
        or max(between.values()) > 1
        or any(key in below for key in between)
    )
    return Head(at, again, again + 1, is_touching=False) if is_head or is_first else None


def has_story(lines: tuple[Line, ...], at: int, again: int) -> bool:
    """Tell whether the story stands below a headline's repetition: where prose stands above it, other prose must."""
    above = {line.key for line in lines[at:again] if is_sentence(line)}
    below = lines[again + 1 : again + 1 + MAX_LINES_TO_PROSE]
    return not above or any(is_sentence(line) and line.key not in above for line in below)
