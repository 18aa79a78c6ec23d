"""Lines broken to fit a column, as wires, mail and typed pages have them, made whole again."""

import re
from itertools import pairwise
from statistics import multimode

MIN_COLUMN, MAX_COLUMN = 40, 100  # Characters; wires used 60 to 80.
MIN_BREAKS = 3  # Fewer may be chance.
WRAPPED_SHARE = 0.85  # Of the breaks between lines that stand together; the rest end paragraphs.
# What goes on no paragraph: a rule of signs below a heading, an address of a list.
APART = re.compile(r"\W*|\s*(?:\d{1,4}\.\s+)?https?://\S+")
# What a line must have had room for; scripts without blanks break between any two letters, save before a full stop.
FIRST_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{1,2}|\S+")


def unwrap(text: str) -> str:
    """Return a text that was broken to fit a column with one line a paragraph; any other as it is.

    Lines were broken so where nearly every one had no room for the first word of the next. An indented line begins a
    paragraph.
    """
    lines = [line.rstrip() for line in text.splitlines()]
    column = max((len(line) for line in lines if "\t" not in line and not APART.fullmatch(line)), default=0)
    if not MIN_COLUMN <= column <= MAX_COLUMN:
        return text
    margin = min(multimode(count_indent(line) for line in lines if line))
    pairs = [(before, after) for before, after in pairwise(lines) if goes_on(before, after, margin)]
    broken = sum(is_full(before, after, column) for before, after in pairs)
    if broken < max(MIN_BREAKS, WRAPPED_SHARE * len(pairs)):
        return text
    pieces = lines[:1]
    for before, after in pairwise(lines):
        is_same = goes_on(before, after, margin) and is_full(before, after, column)
        pieces.append(f" {after.lstrip()}" if is_same else f"\n{after}")
    return "".join(pieces)


def count_indent(line: str) -> int:
    """Return how far a line is indented."""
    return len(line) - len(line.lstrip())


def goes_on(before: str, after: str, margin: int) -> bool:
    """Tell whether two lines stand together and the second goes on with the first: no indent, no rule, no address."""
    return bool(before and after) and count_indent(after) <= margin and APART.fullmatch(after) is None


def is_full(before: str, after: str, column: int) -> bool:
    """Tell whether a line had no room for the first word of the next."""
    first = FIRST_WORD.match(after.lstrip())
    return first is not None and len(before.expandtabs()) + 1 + len(first[0]) > column
