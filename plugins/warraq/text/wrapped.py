"""Lines broken to fit a column, as wires, mail and typed pages have them, made whole again."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

MIN_COLUMN, MAX_COLUMN = 40, 100  # Characters; wires used 60 to 80.
MARGIN_SHARE = 0.2  # Of the lines, that begin at the margin; where more paragraphs have one line, fewer do.
MIN_BREAKS = 3  # Fewer may be chance.
WRAPPED_SHARE = 0.85  # Of the breaks between lines that stand together; the rest end paragraphs.
UNLIKE = 5  # How many breaks like the column's it takes to outweigh one that is not, within a part of a text.
FALL = 3 * UNLIKE  # So many others in a row end the part.
SLACK = 3  # Letters, where the next line begins with a small one: typists did not count.
# What proves that lines read on: prose goes on in small letters, or breaks amid sentences and
# ends paragraphs with one.
MIN_PART_BREAKS, SMALL_SHARE, SOME_SMALL, AMID_SHARE, ENDED_SHARE = 4, 0.4, 0.2, 0.7, 0.8
SENTENCE_ENDS = (".", "!", "?", "…", "؟", "۔", "。", "।", '"', "”", "»", ":", ")", "」")
# What goes on no paragraph: a rule of signs below a heading, an address of a list.
APART = re.compile(r"\W*|\s*(?:\d{1,4}\.\s+)?https?://\S+")
# What no paragraph begins with: a number, or a picture's place as w3m has it ("[photo]").
ALONE = re.compile(r"[\W\d]*|\[[^\[\]\s]{1,40}\]")
# What a line must have had room for; scripts without blanks break between any two letters, save before a full stop.
FIRST_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{1,2}|\S+")


class Break(NamedTuple):
    """The end of a line that stands together with the next."""

    at: int  # The line.
    length: int  # Of the line, in characters.
    needed: int  # The column that would have held the first word of the next line too.


def unwrap(text: str) -> str:
    """Return a text that was broken to fit a column with one line a paragraph; any other as it is.

    Lines were broken so where nearly every one had no room for the first word of the next, in the whole text or in
    parts of it, and they read on as prose does. An indented line begins a paragraph.
    """
    lines = [line.rstrip() for line in text.splitlines()]
    margin = find_margin(lines)
    twice = {before for before, after in pairwise(lines) if before == after}  # A caption; no column breaks so.
    breaks = [
        Break(at, length := len(before.expandtabs()), length + 1 + len(first[0]))
        for at, (before, after) in enumerate(pairwise(lines))
        if goes_on(before, after, margin) and twice.isdisjoint((before, after))
        if (first := FIRST_WORD.match(after.lstrip()))
    ]
    parts = find_whole(lines, breaks) or find_parts(lines, breaks)
    full = {at for part in parts if is_prose(lines, part) for at in part}
    if not full:
        return text
    pieces = [f" {line.lstrip()}" if at - 1 in full else f"\n{line}" for at, line in enumerate(lines)]
    return "".join(pieces).removeprefix("\n")


def find_margin(lines: Sequence[str]) -> int:
    """Return how far the text itself is indented: the least that is no exception."""
    indents = Counter(count_indent(line) for line in lines if line)
    return min((indent for indent, count in indents.items() if count >= MARGIN_SHARE * indents.total()), default=0)


def count_indent(line: str) -> int:
    """Return how far a line is indented."""
    return len(line) - len(line.lstrip())


def goes_on(before: str, after: str, margin: int) -> bool:
    """Tell whether two lines stand together and the second goes on with the first: no indent, no rule, no address."""
    is_beside = bool(before and after) and count_indent(after) <= margin
    return is_beside and APART.fullmatch(after) is None and ALONE.fullmatch(before) is None


def find_whole(lines: Sequence[str], breaks: Sequence[Break]) -> list[set[int]]:
    """Return the lines that the column broke, where the longest line is its width and nearly every break is its own."""
    column = max((len(line) for line in lines if "\t" not in line and not APART.fullmatch(line)), default=0)
    full = {one.at for one in breaks if one.needed > column}
    is_proved = MIN_COLUMN <= column <= MAX_COLUMN and len(full) >= max(MIN_BREAKS, WRAPPED_SHARE * len(breaks))
    return [full] if is_proved else []


def find_parts(lines: Sequence[str], breaks: Sequence[Break]) -> list[set[int]]:
    """Return the lines that a column may have broken, by the parts of the text where nearly every break is its own."""
    column = find_column(breaks)
    ended = [lines[one.at].endswith(SENTENCE_ENDS) for one in breaks]
    small = [lines[one.at + 1].lstrip()[0].islower() for one in breaks]
    fits = [
        one.length <= column < one.needed or (reads_on and one.length - SLACK <= column < one.needed + SLACK)
        for one, reads_on in zip(breaks, small, strict=True)
    ]
    weights = [1 if fit else 0 if end else -UNLIKE for fit, end in zip(fits, ended, strict=True)]
    parts = []
    for first, end in find_spans(weights):
        part = {breaks[at].at for at in range(first, end) if fits[at]}
        if len(part) >= max(MIN_PART_BREAKS, WRAPPED_SHARE * sum(map(bool, weights[first:end]))):
            parts.append(part)
    return parts


def is_prose(lines: Sequence[str], broken: set[int]) -> bool:
    """Tell whether lines that a column may have broken read on: in small letters, or from sentence to sentence.

    A list of titles does neither. Most scripts have letters of one size.
    """
    begins = [lines[at + 1].lstrip()[0] for at in broken]
    small = sum(one.islower() for one in begins) / len(broken)
    if small >= SMALL_SHARE:
        return True
    amid = sum(not lines[at].endswith(SENTENCE_ENDS) for at in broken)
    last = [lines[at + 1].endswith(SENTENCE_ENDS[:-2]) for at in broken if at + 1 not in broken]  # Captions end in ")".
    is_told = amid >= AMID_SHARE * len(broken) and sum(last) >= ENDED_SHARE * len(last)
    return is_told and (small >= SOME_SMALL or not any(one.isupper() for one in begins))


def find_column(breaks: Sequence[Break]) -> int:
    """Return the width that would have broken the most lines just where they are."""
    changes: Counter[int] = Counter()
    for one in breaks:
        changes[one.length] += 1
        changes[one.needed] -= 1
    held = list(accumulate(changes[width] for width in range(MAX_COLUMN + 1)))
    return max(range(MIN_COLUMN, MAX_COLUMN + 1), key=lambda width: held[width])


def find_spans(weights: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the end of each run whose sum is high, up to where it has fallen far below its highest."""
    start = end = total = best = 0
    for at, weight in enumerate((*weights, -FALL)):
        if total <= 0:
            start, total, best = at, 0, 0
        total += weight
        if total > best:
            best, end = total, at + 1
        elif best and total <= max(0, best - FALL):
            yield start, end
            total = 0
