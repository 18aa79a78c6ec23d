"""What stands over the headline of a text dump and is none, and the head of an article that repeats nothing."""

import re
from itertools import pairwise

from warraq.clean.captions import is_credit_line
from warraq.clean.dump import (
    HEAD_LINES,
    MIN_HEADLINE_WORDS,
    MIN_TITLE_LETTERS,
    Line,
    count_words,
    is_head_line,
    is_sentence,
    stands_over,
)
from warraq.clean.dump_heads import Head
from warraq.clean.dump_lines import BULLET, is_credited, is_furniture
from warraq.clean.dump_signs import is_edition, is_sign, read_over
from warraq.clean.prose import measure_letters

MIN_STORY_SENTENCES = 2
MAX_SIGN_LINES = 2  # Byline or date stand so far below a headline, a standfirst between.
MAX_NAMES = 5  # Words of a line of names.
MAX_BESIDE = 4  # Short lines between a standfirst and its day: the paper, names, a sign that parts them.
MIN_OPENING_WORDS = 20
FULL_STOPS = (".", "۔", "。")
CLOCK = re.compile(r"\d{1,2}[:.]\d{2}")  # Over an entry of a live blog.
MIN_ENTRIES = 3
SPOKEN = re.compile(r'[:：?؟!«»"“”\d]')  # No section is called so.


def is_headed(line: Line) -> bool:
    """Tell whether a line says that it stands below a headline: byline, date or caption."""
    return is_sign(line) or is_credited(line.text)


def is_title(line: Line) -> bool:
    """Tell whether a line can be a headline: words enough, no sentence, nothing of the page around it."""
    is_long = is_head_line(line) and count_words(line.text) >= MIN_HEADLINE_WORDS
    return is_long and not is_sign(line) and not is_furniture(line)


def skip_lead(lines: tuple[Line, ...], start: int, end: int) -> int:
    """Return the line of the headline: below a menu, a section, a date, or the page's title that repeats it."""
    stop = start
    while stop < min(end, start + HEAD_LINES) and (is_head_line(lines[stop]) or is_furniture(lines[stop])):
        stop += 1
    at = start
    while (
        at + 1 < stop
        and lines[at].field is None
        and (
            is_furniture(lines[at])
            or ((read_over(lines[at].text) or is_edition(lines[at].text)) and is_title(lines[at + 1]))
            or stands_over(lines[:stop], at)
            or repeats(lines[at], lines[at + 1])
            or is_section(lines, at, stop, is_below=at > start)
        )
    ):
        at += 1
    while at > start and is_sign(lines[at]):
        at -= 1
    return at


def repeats(line: Line, following: Line) -> bool:
    """Tell whether a line is the page's title: the headline below it, perhaps with the site's name or the way to it."""
    is_longer = measure_letters(following.key) > MIN_TITLE_LETTERS and following.key in line.key
    return line.key == following.key or (is_longer and len(following.key) < len(line.key))


def is_section(lines: tuple[Line, ...], at: int, stop: int, *, is_below: bool) -> bool:
    """Tell whether a line names a section: few words over a headline, and more of a head than that below it."""
    if count_words(lines[at].text) >= MIN_HEADLINE_WORDS:
        return False
    if is_sign(lines[at + 1]):
        return names_section(lines[at]) and at + 2 < stop and is_title(lines[at + 2])
    if not is_below and SPOKEN.search(lines[at].text):
        return False
    rest = lines[at + 1 : stop]
    titles = sum(map(is_title, rest))
    is_more = titles > 1 or any(map(is_sign, rest)) or is_below or count_words(rest[0].text) < MIN_HEADLINE_WORDS - 1
    return titles > 0 and is_more


def names_section(line: Line) -> bool:
    """Tell whether a line is so short that it names a section, and says nothing."""
    return count_words(line.text) < MIN_HEADLINE_WORDS - 1 and SPOKEN.search(line.text) is None


def guess_head(lines: tuple[Line, ...], start: int, end: int) -> Head:
    """Return the head of an article that repeats nothing: its short lines up to the first sentence.

    One sentence under the headline is its standfirst, where byline, date or caption follow. A long sentence over
    another is the story's first where a headline would be: it has none.
    """
    if is_opening(lines, start, end):
        return Head(start, start, start, is_touching=False)
    at = skip_head(lines, start + 1, end)
    last = find_sign(lines, start, at, end)
    if last is not None:
        at = skip_head(lines, last + 1, end)
    if at >= end:  # No line of it ends as a sentence.
        at = start + 1
        signed = [below for below in range(at, min(end - 1, at + MAX_SIGN_LINES)) if is_sign(lines[below])]
        at = signed[-1] + 1 if signed else at
        while at < end and (is_furniture(lines[at]) or is_sign(lines[at])):
            at += 1
    return Head(start, at, at, is_touching=False)


def is_opening(lines: tuple[Line, ...], start: int, end: int) -> bool:
    """Tell whether a line is a paragraph, and no headline: a long sentence with its full stop, over another one."""
    line, *below = lines[start : min(end, start + 2)]
    is_long = count_words(line.text) >= MIN_OPENING_WORDS and line.text.endswith(FULL_STOPS)
    return line.field is None and is_long and any(map(is_sentence, below))


def find_sign(lines: tuple[Line, ...], start: int, at: int, end: int) -> int | None:
    """Return the last line that says when or by whom, below the first sentence of a head; None where it ends there.

    Between them are few words, as houses and names, and what no story is told in: points, captions. A story stands
    below. A caption with its credit is such a sign too, against the standfirst.
    """
    last: int | None = None
    crossed = beside = 0
    for below in range(at, min(end, start + HEAD_LINES)):
        line = lines[below]
        if is_sign(line) or (below == start + MAX_SIGN_LINES and below > at and is_credited(line.text)):
            last, beside = below, 0
        elif is_aside(lines, below):
            beside = 0
        elif is_head_line(line) and count_words(line.text) <= MAX_NAMES and beside < MAX_BESIDE:
            beside += 1
        elif crossed:
            break
        else:
            crossed += 1
    is_sure = last == at + 1 == start + MAX_SIGN_LINES
    if last is None or is_sure:
        return last
    is_over = any(map(is_sentence, lines[last + 1 : end]))
    return None if is_chronology(lines[at:end]) or not is_over else last


def is_aside(lines: tuple[Line, ...], at: int) -> bool:
    """Tell whether a line of a head is a point of a list, or stands under a picture: said again, or credited."""
    line, *after = lines[at : at + 2]
    is_shown = any(below.text.startswith(line.text) or is_credit_line(below.text) for below in after)
    return is_shown or BULLET.match(line.text) is not None or is_credited(line.text)


def is_chronology(lines: tuple[Line, ...]) -> bool:
    """Tell whether days stand over prose more than once."""
    return sum(is_sign(line) and is_sentence(below) for line, below in pairwise(lines)) > 1


def skip_head(lines: tuple[Line, ...], at: int, end: int) -> int:
    """Return the first line from ``at`` on that is no line of a head; as many as a head has at most."""
    stop = min(end, at + HEAD_LINES)
    is_live = sum(CLOCK.fullmatch(line.text) is not None for line in lines[at:end]) >= MIN_ENTRIES
    while (
        at < stop
        and not (is_live and CLOCK.fullmatch(lines[at].text))
        and (lines[at].field or is_head_line(lines[at]) or is_credited(lines[at].text) or is_sign(lines[at]))
    ):
        at += 1
    return at
