"""Where the articles of a text dump begin whose heads repeat nothing, and what stands over a headline and is none."""

import re
from itertools import pairwise

from warraq.clean.dump import (
    ARTICLE_GAP,
    HEAD_LINES,
    MAX_OVER_LINES,
    MIN_HEADLINE_WORDS,
    MIN_TITLE_LETTERS,
    RULE_GAP,
    Field,
    Line,
    count_words,
    find_wide_gap,
    is_head_line,
    is_numbered,
    is_sentence,
    names_agency,
    stands_over,
)
from warraq.clean.dump_heads import Head
from warraq.clean.dump_lines import is_credited, is_furniture, name_aside
from warraq.clean.dump_signs import is_sign, read_over
from warraq.clean.dump_words import FOREIGN_SHARE, list_stems, measure_share
from warraq.clean.phrases import name_line
from warraq.clean.prose import measure_letters
from warraq.model import DropReason

MIN_STORY_SENTENCES = 2
MAX_SIGN_LINES = 2  # Byline or date stand so far below a headline, a standfirst between.
PROSE_LINES = 20
MAX_GAPS = 2  # Of different width: where there are more, a wide one proves nothing.
# How heads stand amid prose: P prose, S byline or date, T title (t: against the line above it), s section, L label of
# other stories, o another short line. Only what is called start begins an article.
HEAD_SHAPE = re.compile(
    r"L(?:[Tt]S)+"  # Other stories, each with its day.
    r"|(?P<start>(?<!T)T[Ttso]?S(?=[^P]?P)"  # Headline, perhaps standfirst, byline or date.
    r"|sS+[Tt]{1,2}(?=PP))"  # Section, date, headline, perhaps standfirst: a day alone is a chronology's.
)
CLOCK = re.compile(r"\d{1,2}[:.]\d{2}")  # Over an entry of a live blog.
MIN_ENTRIES = 3
SPOKEN = re.compile(r'[:：?؟!«»"“”\d]')  # No section is called so.


def find_starts(lines: tuple[Line, ...], heads: tuple[Head, ...]) -> list[int]:
    """Return the first line of each article, in order; what stands over the first head is a part of its own."""
    inside = {at for head in heads for at in range(head.start, head.below)}
    titled = {at for at, line in enumerate(lines) if line.field is Field.TITLE} - inside
    starts = {0, *(head.start for head in heads), *find_gaps(lines, inside), *find_signed(lines, heads), *titled}
    return sorted(starts | find_again(lines, starts - inside, inside))


def find_again(lines: tuple[Line, ...], starts: set[int], inside: set[int]) -> set[int]:
    """Return where articles were captured again: a headline stands once more, and the line below it below it."""
    pairs = {(lines[at].key, lines[at + 1].key) for at in starts if at + 1 < len(lines)}
    return {
        at
        for at, (line, below) in enumerate(pairwise(lines))
        if at not in inside
        and (line.key, below.key) in pairs
        and is_head_line(line)
        and (is_sentence(below) or is_sign(below))
    }


def find_gaps(lines: tuple[Line, ...], inside: set[int]) -> list[int]:
    """Return where articles begin whose heads repeat nothing: after a gap wider than the dump's paragraphs have.

    ``inside`` are the lines of heads that repeat or have the marker.
    """
    wide = find_wide_gap(lines)
    is_ragged = len({line.gap for line in lines[1:] if line.gap}) > MAX_GAPS
    return [
        at
        for at, line in enumerate(lines)
        if at
        and line.gap >= wide
        and at not in inside
        and is_head_line(line)
        and name_aside(line) is None
        and (
            is_title(line) or line.gap > wide or is_numbered(line.text) or has_sign(lines, at) or parts_words(lines, at)
        )
        and (not names_agency(line.text) or stands_over(lines, at))
        and has_prose(lines, at)
        and not (is_ragged and line.gap < RULE_GAP and not has_sign(lines, at))
    ]


def parts_words(lines: tuple[Line, ...], at: int) -> bool:
    """Tell whether the prose below a line shares no words with the prose above it: a short line may be a headline."""
    above = [line.text for line in lines[max(0, at - PROSE_LINES) : at] if is_sentence(line)]
    below = [line for line in lines[at + 1 : at + 1 + MIN_STORY_SENTENCES] if is_sentence(line)]
    told = list_stems(" ".join(above))
    is_told = len(above) >= MIN_STORY_SENTENCES and len(below) == MIN_STORY_SENTENCES
    return is_told and all(measure_share(line, told) < FOREIGN_SHARE for line in below)


def has_sign(lines: tuple[Line, ...], at: int) -> bool:
    """Tell whether one of the next lines says that a headline stands above it."""
    return any(map(is_headed, lines[at + 1 : at + 1 + MAX_SIGN_LINES]))


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
    """Return where articles begin amid prose: a headline with byline or date, in an order of the table, then prose."""
    shape = draw_shape(lines)
    inside = list_inside(shape, heads)
    found = [
        match.start()
        for match in HEAD_SHAPE.finditer(shape)
        if match["start"]
        and match.start() not in inside
        and "P" in shape[max(0, match.start() - PROSE_LINES) : match.start()]
    ]
    # A chronology and a row of letters are one story: its parts are short.
    ends = dict(pairwise(sorted({*found, *(head.start for head in heads), len(lines)})))
    return [] if any(shape[at : ends[at]].count("P") < MIN_STORY_SENTENCES for at in found) else found


def draw_shape(lines: tuple[Line, ...]) -> str:
    """Return one letter for each line of a dump, as the table of heads reads them."""
    has_blanks = any(line.gap for line in lines)
    return "".join(draw_line(line, is_parted=line.gap > 0 or not has_blanks) for line in lines)


def draw_line(line: Line, *, is_parted: bool) -> str:
    """Return a line's letter: prose, sign, title, label of other stories, section, or another short line."""
    if is_sentence(line):
        return "P"
    if not is_head_line(line):
        return "."
    if is_sign(line):
        return "S"
    if is_title(line):
        return "T" if is_parted else "t"
    if name_line(line.text, in_dump=True) is DropReason.RELATED:
        return "L"
    return "s" if is_parted and names_section(line) else "o"


def list_inside(shape: str, heads: tuple[Head, ...]) -> set[int]:
    """Return the lines of heads, and those below them before the first prose."""
    inside: set[int] = set()
    for head in heads:
        end = shape.find("P", head.below)
        inside.update(range(head.start, end if end >= 0 else len(shape)))
    return inside


def is_title(line: Line) -> bool:
    """Tell whether a line can be a headline: words enough, no sentence, nothing of the page around it."""
    is_long = is_head_line(line) and count_words(line.text) >= MIN_HEADLINE_WORDS
    return is_long and not is_sign(line) and not is_furniture(line)


def is_lead(lines: tuple[Line, ...], *, is_proved: bool) -> bool:
    """Tell whether what stands over the first article is none: it has no headline, and hardly prose.

    ``is_proved`` tells that a head follows which repeats or has the marker. Else the phrases must know the first
    sentence, or a line above it.
    """
    prose = [at for at, line in enumerate(lines) if is_sentence(line)]
    if is_proved and all(map(is_head_line, lines)):
        return True
    above = lines[: prose[0] + 1] if prose else lines
    if prose and all(name_line(lines[at].text) for at in prose):
        return True
    is_known = any(name_line(line.text) for line in above) and not any(map(is_title, above))
    return is_known and len(prose) < MIN_STORY_SENTENCES


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
            or (read_over(lines[at].text) and is_title(lines[at + 1]))
            or stands_over(lines[:stop], at)
            or repeats(lines[at], lines[at + 1])
            or any(holds(lines[at], below) for below in lines[at + 2 : min(stop, at + 1 + MAX_OVER_LINES)])
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


def holds(line: Line, below: Line) -> bool:
    """Tell whether a line is the way to a headline some lines below it, which makes up most of it."""
    return repeats(line, below) and 3 * len(below.key) >= 2 * len(line.key)


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

    One sentence under the headline is its standfirst, where byline, date or caption follow.
    """
    at = skip_head(lines, start + 1, end)
    following = lines[at + 1] if at + 1 < end else None
    if following and (
        (at == start + 1 and is_headed(following))
        or (at == start + 2 and is_sign(following) and not is_chronology(lines[at + 1 : end]))
    ):
        at = skip_head(lines, at + 1, end)
    if at >= end:  # No line of it ends as a sentence.
        at = start + 1
        signed = [below for below in range(at, min(end - 1, at + MAX_SIGN_LINES)) if is_sign(lines[below])]
        at = signed[-1] + 1 if signed else at
        while at < end and (is_furniture(lines[at]) or is_sign(lines[at])):
            at += 1
    return Head(start, at, at, is_touching=False)


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
        and (lines[at].field or is_head_line(lines[at]) or is_credited(lines[at].text))
    ):
        at += 1
    return at
