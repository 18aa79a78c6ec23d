"""Text dumps: the lines of one or several articles, as a page printed them, back into articles.

The seed of 2026-11-23 prints an article's headline twice, its captions four times and its standfirst once, with a line
``TT`` between; every line is a paragraph, and blank lines prove nothing. Rule and traps: facts of that day, section 1.
"""

import enum
import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from warraq.clean.captions import AGENCY, is_captioned, split_credit
from warraq.clean.phrases import UNSPACED
from warraq.text.characters import clean_line, fold_line
from warraq.text.dates import is_date_line

MARKERS = frozenset({"TT"})  # What aawsat's font-size button leaves in a dump.
HEAD_LINES = 14  # The headline stands again within so many lines.
MAX_HEAD_LETTERS = 300
MAX_HEADLINE_LETTERS = 220
SENTENCE_ENDS = (".", "۔", "。", "।", ":", "،", "؛")
CALLS = ("!", "؟", "?", "…", "..")  # Headlines ask, call and break off as well, but briefly.
MAX_CALL_LETTERS = 140
MIN_HEADLINE_WORDS = 4  # Fewer say what a section or a place is called.
MIN_SENTENCE_WORDS = 6
MAX_OVER_LINES = 4
MIN_TITLE_LETTERS = 12  # Of a headline that is known again in a longer line.
MAX_SPEAKER_WORDS = 3
LETTERS_A_WORD = 2  # Of Chinese, Japanese and Korean.
QUOTES_AROUND = '»”“"’‘)]）」』'
ARTICLE_GAP = 2  # Blank lines, and more than the dump puts between paragraphs.
# Signs in a row, the same three times with blanks between, or an ornament.
RULE = re.compile(r"[-=_*~#+.•·—–ـ/<>♦◆]{5,}|([-=_*~#•·—–♦◆■●])(?: \1){2,}|[=*#~ـ◆♦]{3,4}|_{4}|[<>]{4}|[⁂§❖✦❦]")
PAUSE = "___"  # Parts the sections of one story, and what stands under it (AP, 2019 to 2026).
GLUED_MARKER = re.compile(rf"(?<=[)\]])\s+(?=(?:{'|'.join(MARKERS)})$)")  # Behind a caption, in its line.
MARKER_BESIDE = re.compile(
    rf"(?P<first>{'|'.join(MARKERS)})\s+(?P<behind>.+)|(?P<before>.+)\s+(?P<last>{'|'.join(MARKERS)})"
)
# "1.", "2)", "[3]", «الخبر 2:», "Article 4": people number what they keep.
NUMBERED = re.compile(
    r"[(\[#]?(?:(?:article|item|news|story|(?:ال)?(?:خبر|مقال|مقالة|موضوع)|خبر|статья|новость)\s+)?#?\d{1,3}[)\].:]*",
    re.IGNORECASE,
)
RULE_GAP = 10  # Blank lines that a rule counts for.


class Field(enum.Enum):
    """What a line of a header says that it holds."""

    TITLE = enum.auto()
    SUMMARY = enum.auto()
    WRITER = enum.auto()
    DATE = enum.auto()
    BODY = enum.auto()
    OTHER = enum.auto()


class Line(NamedTuple):
    """One line of a dump that is not blank."""

    text: str
    key: str  # Folded for comparing.
    gap: int  # Blank lines before it; a rule of signs parts more than any of them.
    asides: tuple[str, ...] = ()  # What stands beside it and is no line: signs in a row, as people part articles.
    field: Field | None = None  # What a header's label says of it.


class Head(NamedTuple):
    """Where one article of a dump begins, and where its head ends."""

    start: int  # Line of the headline.
    above: int  # First line after those between headline and marker or second headline.
    below: int  # First line after marker and second headline.
    is_touching: bool  # The lines before the marker stand against it, as captions do.


def read_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a dump in their stored form, with the blank lines between them counted.

    Those above a pause and below it are not added up: it parts a story's sections.
    """
    texts = [clean_line(raw) for raw in text.splitlines()]
    known = Counter(texts)
    lines: list[Line] = []
    gap = above = 0
    rules: tuple[str, ...] = ()
    for line in texts:
        if line is None:
            gap += 1
        elif line == PAUSE:
            gap, above, rules = 0, max(above, gap), (*rules, line)
        elif RULE.fullmatch(line):
            gap, rules = gap + RULE_GAP, (*rules, line)
        else:
            for part in part_marker(line, known):
                lines.append(Line(part, fold_line(part) or part, max(gap, above), rules))
                gap, above, rules = 0, 0, ()
    if rules and lines:
        lines[-1] = lines[-1]._replace(asides=(*lines[-1].asides, *rules))
    return tuple(lines)


def part_marker(line: str, known: Counter[str | None]) -> list[str]:
    """Return a line, and apart from it the marker at its end: behind a caption, a date, or a line that is known."""
    beside = MARKER_BESIDE.fullmatch(line)
    if beside and (known[rest := beside["behind"] or beside["before"]] or is_date_line(rest)):
        return [part for part in beside.groups() if part]
    return GLUED_MARKER.split(line)


def find_wide_gap(lines: tuple[Line, ...]) -> int:
    """Return how many blank lines part two articles: more than the dump puts between paragraphs."""
    usual = Counter(line.gap for line in lines[1:]).most_common(1)
    return max(ARTICLE_GAP, usual[0][0] + 1 if usual else 0)


def find_heads(lines: tuple[Line, ...]) -> tuple[Head, ...]:
    """Return the heads of the articles in a dump, in their order; none where nothing repeats and no marker stands."""
    wide = find_wide_gap(lines)
    heads: list[Head] = []
    has_blanks = any(line.gap for line in lines)
    floor = 0  # No head begins before the end of the one above it.
    for at, line in enumerate(lines):
        if at < floor:
            continue
        if line.gap >= wide:
            floor = at
        is_parted = not at or line.gap > 0 or not (has_blanks or is_head_line(lines[at - 1]))
        if line.text in MARKERS:
            head = read_marked(lines, at, floor, wide)
        else:
            head = read_repeated(lines, at, wide) if is_parted else None
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


def read_marked(lines: tuple[Line, ...], marker: int, floor: int, wide: int) -> Head | None:
    """Return the head around a marker: the line after it stands above it too, or lines of a head stand above it."""
    low = max(floor, marker - HEAD_LINES)
    touching = marker
    while touching > low and lines[touching].gap == 0:
        touching -= 1
    after = lines[marker + 1] if marker + 1 < len(lines) else None
    if after and len(after.text) <= MAX_HEAD_LETTERS and not is_caption(lines, low, marker):
        key = after.key
        matches = [at for at in range(low, marker) if lines[at].key == key]
        outside = [at for at in matches if at < touching]
        if outside and not is_caption_again(lines, outside[-1], touching, marker):
            return Head(outside[-1], marker, marker + 2, lines[marker].gap == 0)
        if matches and not has_head_above(lines, low, touching):
            return Head(matches[0], marker, marker + 2, is_touching=False)
    start = find_unrepeated(lines, low, marker, wide)
    return None if start is None else Head(start, marker, marker + 1, lines[marker].gap == 0)


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


def is_head_line(line: Line) -> bool:
    """Tell whether a line is short and no sentence; "2:20 p.m." and "1." are none either."""
    text = line.text.rstrip(QUOTES_AROUND)
    if text.endswith(CALLS):
        return len(text) <= MAX_CALL_LETTERS
    if len(text) > MAX_HEADLINE_LETTERS:
        return False
    return not text.endswith(SENTENCE_ENDS) or is_date_line(line.text) or is_numbered(line.text)


def is_numbered(text: str) -> bool:
    """Tell whether a line is the number of what stands below it, and nothing else."""
    return NUMBERED.fullmatch(text) is not None


def is_sentence(line: Line) -> bool:
    """Tell whether a line is prose: it ends as a sentence does, and is longer than a button."""
    return not is_head_line(line) and count_words(line.text) >= MIN_SENTENCE_WORDS


def count_words(text: str) -> int:
    """Return how many words a line has, or would have if its script parted them."""
    return len(UNSPACED.sub(" ", text).split()) + len(UNSPACED.findall(text)) // LETTERS_A_WORD


def find_unrepeated(lines: tuple[Line, ...], low: int, marker: int, wide: int) -> int | None:
    """Return the first of the head lines above a marker; None where prose stands there.

    Where the dump parts its articles by a gap, the head may hold a standfirst that is a sentence.
    """
    start = marker
    while start > low and is_head_line(lines[start - 1]):
        start -= 1
    is_parted = low == 0 or lines[low].gap >= wide
    if is_parted and is_head_line(lines[low]) and start == low + 2:
        return low
    return start if start < marker else None


def read_repeated(lines: tuple[Line, ...], at: int, wide: int) -> Head | None:
    """Return the head that begins at a line which stands again soon after, with only lines of a head between.

    A marker's own rule is surer. Where the line stands more than twice, a caption says the same as the headline: the
    headline's repetition is the one below which most of what stands above it stands again.
    """
    line = lines[at]
    if not is_head_line(line) or stands_over(lines, at):
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
    if not repetitions:
        return None
    if count_words(line.text) <= MAX_SPEAKER_WORDS and any(map(is_sentence, lines[at + 1 : repetitions[-1]])):
        return None  # Who speaks in an interview, or a button between comments.
    again = max(repetitions, key=lambda below: (len(list_again(lines[at + 1 : below], lines, below + 1)), -below))
    return confirm_repeated(lines, at, again)


def stands_over(lines: tuple[Line, ...], at: int) -> bool:
    """Tell whether a line stands under a picture over the headline: an agency behind it, a headline's words below.

    Without brackets it may be the page's title: then a date below the headline, or the line again, must prove it.
    """
    line, below = lines[at], lines[at + 1 : at + 1 + MAX_OVER_LINES]
    if not names_agency(line.text) or split_credit(line.text)[0] is None:
        return False
    titles = [
        one
        for one in below[:2]
        if is_head_line(one) and count_words(one.text) >= MIN_HEADLINE_WORDS and not names_agency(one.text)
    ]
    is_repeated = any(one.key in line.key for one in titles)
    is_proved = is_captioned(line.text) or any(is_date_line(one.text) or one.key == line.key for one in below)
    return bool(titles) and is_proved and not is_repeated


def names_agency(text: str) -> bool:
    """Tell whether a line's credit is an agency's."""
    credit = split_credit(text)[1]
    return credit is not None and AGENCY.search(credit) is not None


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
    between = Counter(line.key for line in lines[at + 1 : again])
    below = {line.key for line in lines[again + 1 : again + 1 + HEAD_LINES]}
    is_first = at == 0 or lines[at].gap >= ARTICLE_GAP
    # A caption printed twice repeats at once, and is followed by a marker or by prose, not by more head.
    is_captions = all(is_captioned(line.text) for line in lines[at + 1 : again])
    is_head = bool(between) and (is_captions or max(between.values()) > 1 or any(key in below for key in between))
    return Head(at, again, again + 1, is_touching=False) if is_head or is_first else None
