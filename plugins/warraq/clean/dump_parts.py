"""Where the articles of a text dump begin whose heads repeat nothing."""

import re
from itertools import pairwise

from warraq.clean.dump import (
    ARTICLE_GAP,
    HEAD_LINES,
    MARKERS,
    RULE_GAP,
    Field,
    Line,
    find_wide_gap,
    is_head_line,
    is_numbered,
    is_sentence,
    names_agency,
    stands_over,
)
from warraq.clean.dump_dated import PROSE_LINES, find_dated
from warraq.clean.dump_heads import Head
from warraq.clean.dump_lead import MAX_SIGN_LINES, MIN_STORY_SENTENCES, is_headed, is_title, names_section
from warraq.clean.dump_lines import is_credited, name_aside
from warraq.clean.dump_signs import is_sign
from warraq.clean.dump_words import FOREIGN_SHARE, measure_share
from warraq.clean.phrases import name_line
from warraq.clean.stems import MIN_SHARE, list_stems
from warraq.model import DropReason

MAX_GAPS = 2  # Of different width: where there are more, a wide one proves nothing.
# How heads stand amid prose: P prose, S byline or date, T title (t: against the line above it), s section, L label of
# other stories, o another short line. Only what is called start begins an article.
HEAD_SHAPE = re.compile(
    r"L(?:[Tt]S)+"  # Other stories, each with its day.
    r"|(?P<start>(?<!T)T[Ttso]?S(?=[^P]?P|[^PTt]{2,3}P)"  # Headline, perhaps standfirst, byline or date.
    r"|sS+[Tt]{1,2}(?=PP)|s[Tt]{1,2}S+(?=PP))"  # Section, with date and headline: a day alone is a chronology's.
)
# Sentences above a head, by what it begins with.
MIN_ABOVE = {"T": 1, "s": 2}


def find_starts(lines: tuple[Line, ...], heads: tuple[Head, ...]) -> list[int]:
    """Return the first line of each article, in order; what stands over the first head is a part of its own."""
    inside = {at for head in heads for at in range(head.start, head.below)}
    titled = {at for at, line in enumerate(lines) if line.field is Field.TITLE} - inside
    told = {0, *(head.start for head in heads), *titled}
    starts = join_heads(
        lines,
        told,
        {*find_gaps(lines, inside), *find_signed(lines, heads), *find_closed(lines, told), *find_dated(lines)}
        - told
        - inside,
    )
    starts = {at for at in starts if at in told or not is_card(lines, at)}
    return sorted(starts | find_again(lines, starts - inside, inside))


def join_heads(lines: tuple[Line, ...], told: set[int], guessed: set[int]) -> set[int]:
    """Return where articles begin: those told, and those guessed that are not amid the head of the one above."""
    starts: list[int] = []
    for at in sorted(told | guessed):
        if at in told or not is_in_head(lines, max(starts[-1], at - PROSE_LINES), at):
            starts.append(at)
    return set(starts)


def is_in_head(lines: tuple[Line, ...], start: int, at: int) -> bool:
    """Tell whether a line is of the head above it: a headline and one sentence at most.

    The prose below says the headline's words, and more of them than the line's own, if that is no caption.
    """
    above = lines[start:at]
    titles = [line for line in above if is_title(line)]
    if not titles or sum(map(is_sentence, above)) >= MIN_STORY_SENTENCES:
        return False
    told = list_stems(" ".join(line.text for line in lines[at + 1 : at + HEAD_LINES] if is_sentence(line)))
    share = max(measure_share(line, told) for line in titles)
    return share >= FOREIGN_SHARE and (is_credited(lines[at].text) or share > measure_share(lines[at], told))


def is_card(lines: tuple[Line, ...], at: int, head: Head | None = None) -> bool:
    """Tell whether a line begins another story's card and no article: below their label, over one sentence each.

    ``head`` is what begins there, if it repeats; one with the marker is an article's.
    """
    if lines[at].gap >= RULE_GAP or (head and lines[head.above].text in MARKERS):
        return False
    first = next((below for below in range(at, min(at + HEAD_LINES, len(lines))) if is_sentence(lines[below])), at)
    if sum(map(is_sentence, lines[first : first + MIN_STORY_SENTENCES])) == MIN_STORY_SENTENCES:
        return False
    for above in range(at - 1, max(0, at - PROSE_LINES), -1):
        if name_line(lines[above].text, in_dump=True) is DropReason.RELATED:
            return True
        if is_sentence(lines[above]) and is_sentence(lines[above - 1]):
            break
    return False


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


def has_prose(lines: tuple[Line, ...], start: int) -> bool:
    """Tell whether sentences follow a line before the next wide gap."""
    for line in lines[start + 1 : start + HEAD_LINES]:
        if line.gap >= ARTICLE_GAP + 1:
            return False
        if not is_head_line(line):
            return True
    return False


def find_signed(lines: tuple[Line, ...], heads: tuple[Head, ...]) -> list[int]:
    """Return where articles begin amid prose: a headline with byline or date, in an order of the table, then prose.

    Below one sentence, a short line over a day is a name: the sentence is a standfirst, and its head goes on.
    """
    shape = draw_shape(lines)
    inside = list_inside(shape, heads)
    found = [
        match.start()
        for match in HEAD_SHAPE.finditer(shape)
        if match["start"]
        and match.start() not in inside
        and shape[max(0, match.start() - PROSE_LINES) : match.start()].count("P") >= MIN_ABOVE[match["start"][0]]
    ]
    # A chronology and a row of letters are one story: its parts are short.
    ends = dict(pairwise(sorted({*found, *(head.start for head in heads), len(lines)})))
    return [] if any(shape[at : ends[at]].count("P") < MIN_STORY_SENTENCES for at in found) else found


def find_closed(lines: tuple[Line, ...], known: set[int]) -> list[int]:
    """Return where articles begin that one line closes, the dump's last: each time, below it, a headline and its prose.

    The prose says that headline's words, and hardly one of what stands above. Those ``known`` are not asked for.
    """
    closing = [at for at, line in enumerate(lines) if line.key == lines[-1].key]
    return [
        at + 1
        for at in closing[:-1]
        if at
        and at + 1 not in known
        and is_sentence(lines[at - 1])
        and is_title(lines[at + 1])
        and measure_share(lines[at + 1], list_stems(" ".join(one.text for one in lines[at + 2 : at + 4]))) >= MIN_SHARE
        and parts_words(lines, at + 1)
    ]


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
