"""Where the articles of a text dump begin whose heads repeat nothing, and what stands over a headline and is none."""

import re
from itertools import pairwise

from warraq.clean.dump import (
    ARTICLE_GAP,
    HEAD_LINES,
    Head,
    Line,
    count_words,
    find_wide_gap,
    is_head_line,
    is_sentence,
)
from warraq.clean.dump_lines import is_credited, is_furniture, is_sign

MIN_HEADLINE_WORDS = 4  # Fewer say what a section or a place is called.
MIN_STORY_SENTENCES = 2
MAX_SIGN_LINES = 2  # Byline or date stand so far below a headline, a standfirst between.
PROSE_LINES = 8
MAX_GAPS = 2  # Of different width: where there are more, a wide one proves nothing.
MIN_TITLE_LETTERS = 12
SPOKEN = re.compile(r'[:：?؟!«»"“”\d]')  # No section is called so.


def find_starts(lines: tuple[Line, ...], heads: tuple[Head, ...]) -> list[int]:
    """Return the first line of each article, in order; what stands over the first head is a part of its own."""
    starts = {head.start for head in heads} | {*find_gaps(lines, heads), *find_signed(lines, heads)}
    return sorted(starts | {0})


def find_gaps(lines: tuple[Line, ...], heads: tuple[Head, ...]) -> list[int]:
    """Return where articles begin whose heads repeat nothing: after a gap wider than the dump's paragraphs have."""
    wide = find_wide_gap(lines)
    inside = {at for head in heads for at in range(head.start, head.below)}
    is_ragged = len({line.gap for line in lines[1:] if line.gap}) > MAX_GAPS
    return [
        at
        for at, line in enumerate(lines)
        if at
        and line.gap >= wide
        and at not in inside
        and is_head_line(line)
        and has_prose(lines, at)
        and not (is_ragged and not line.rule and not any(map(is_headed, lines[at + 1 : at + 1 + MAX_SIGN_LINES])))
    ]


def is_headed(line: Line) -> bool:
    """Tell whether a line says that it stands below a headline: byline, date or caption."""
    return is_sign(line) or is_credited(line.text)


def has_prose(lines: tuple[Line, ...], start: int) -> bool:
    """Tell whether sentences follow a line before the next wide gap."""
    for line in lines[start + 1 : start + HEAD_LINES]:
        if line.gap >= ARTICLE_GAP + 1:
            return False
        if not is_head_line(line):
            return True
    return False


def find_signed(lines: tuple[Line, ...], heads: tuple[Head, ...]) -> list[int]:
    """Return where articles begin amid prose: a headline, perhaps a standfirst, then byline or date, then prose."""
    prose = [is_sentence(line) for line in lines]
    inside: set[int] = set()
    for head in heads:
        at = head.start
        while at < len(lines) and (at < head.below or not prose[at]) and at not in inside:
            inside.add(at)
            at += 1
    found = []
    for at in range(1, len(lines) - 2):
        line, before = lines[at], lines[at - 1]
        if at in inside or not line.gap or not is_title(line) or (before.gap and is_title(before)):
            continue
        signed = next((below for below in range(at + 1, at + 1 + MAX_SIGN_LINES) if is_sign(lines[below])), None)
        if signed is None or not all(is_head_line(one) for one in lines[at + 1 : signed]):
            continue
        if any(prose[max(0, at - PROSE_LINES) : at]) and any(prose[signed + 1 : signed + 3]):
            found.append(at)
    # A chronology and a row of letters are one story: its parts are short.
    ends = dict(pairwise(sorted({*found, *(head.start for head in heads), len(lines)})))
    return [] if any(sum(prose[at : ends[at]]) < MIN_STORY_SENTENCES for at in found) else found


def is_title(line: Line) -> bool:
    """Tell whether a line can be a headline: words enough, no sentence, nothing of the page around it."""
    is_long = is_head_line(line) and count_words(line.text) >= MIN_HEADLINE_WORDS
    return is_long and not is_sign(line) and not is_furniture(line)


def skip_lead(lines: tuple[Line, ...], start: int, end: int) -> int:
    """Return the line of the headline: below a menu, a section, a date, or the page's title that repeats it."""
    stop = start
    while stop < min(end, start + HEAD_LINES) and is_head_line(lines[stop]):
        stop += 1
    at = start
    while at + 1 < stop and (
        is_furniture(lines[at]) or repeats(lines[at], lines[at + 1]) or is_section(lines, at, stop, is_below=at > start)
    ):
        at += 1
    while at > start and is_sign(lines[at]):
        at -= 1
    return at


def repeats(line: Line, following: Line) -> bool:
    """Tell whether a line is the page's title: the headline below it, and the site's name or the way to it."""
    return MIN_TITLE_LETTERS < len(following.key) < len(line.key) and following.key in line.key


def is_section(lines: tuple[Line, ...], at: int, stop: int, *, is_below: bool) -> bool:
    """Tell whether a line names a section: few words over a headline, and more of a head than that below it."""
    if count_words(lines[at].text) >= MIN_HEADLINE_WORDS or is_sign(lines[at + 1]):
        return False
    if not is_below and SPOKEN.search(lines[at].text):
        return False
    rest = lines[at + 1 : stop]
    titles = sum(map(is_title, rest))
    is_more = titles > 1 or any(map(is_sign, rest)) or is_below or count_words(rest[0].text) < MIN_HEADLINE_WORDS - 1
    return titles > 0 and is_more


def guess_head(lines: tuple[Line, ...], start: int, end: int) -> Head:
    """Return the head of an article that repeats nothing: its short lines up to the first sentence.

    One sentence under the headline is its standfirst, where byline, date or caption follow.
    """
    at = skip_head(lines, start + 1, end)
    following = lines[at + 1] if at + 1 < end else None
    if at == start + 1 and following and is_headed(following):
        at = skip_head(lines, at + 1, end)
    if at >= end:  # No line of it ends as a sentence.
        at = start + 1
        signed = [below for below in range(at, min(end - 1, at + MAX_SIGN_LINES)) if is_sign(lines[below])]
        at = signed[-1] + 1 if signed else at
        while at < end and (is_furniture(lines[at]) or is_sign(lines[at])):
            at += 1
    return Head(start, at, at, is_touching=False)


def skip_head(lines: tuple[Line, ...], at: int, end: int) -> int:
    """Return the first line from ``at`` on that is no line of a head; as many as a head has at most."""
    stop = min(end, at + HEAD_LINES)
    while at < stop and (is_head_line(lines[at]) or is_credited(lines[at].text)):
        at += 1
    return at
