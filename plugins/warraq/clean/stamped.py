"""Names that stand beside the story's day, with no word before them."""

import re

from warraq.clean.datelines import is_known_city
from warraq.clean.layout import Layout
from warraq.clean.prose import FULL_PROSE
from warraq.clean.pull_quotes import find_quotation
from warraq.clean.signatures import is_beside_day, is_full_name
from warraq.clean.tree import Block, Tree
from warraq.text.characters import fold_line
from warraq.text.dates import is_date_line

NAME_AND_DAY = re.compile(r"(?P<name>[^\W\d_][^|\d]{3,40}?)\s*\|\s*\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d).{0,60}")
COUNTERS = re.compile(r"(?<=\d)(?:\s+\d{1,6}){1,2}$")  # How many read it, and said something of it.
# "Anna Keller, www.paper.example": the site behind the name, where the day stands beside the line.
NAME_AND_SITE = re.compile(r"(?P<name>[^\W\d_][^,\d]{3,40}), (?:www\.)?[\w-]{2,30}\.[a-zA-Z]{2,8}")
MIN_NAME, MAX_LINE = 5, 100
TOLD_PARAGRAPHS = 5
# How places of several words begin.
OF_PLACES = frozenset(
    """
    Addis Buenos Cape Ciudad Costa East El Fort Great La Las Le Les Los New North Nova Nueva Port Porto Puerto Rio Río
    Saint San Santa Santiago Santo South St. São Tel West
    """.split()  # noqa: SIM905 - a table of words reads better as words.
)
DIGIT = re.compile(r"\d")


def read_dated(layout: Layout, span: range) -> tuple[str, ...]:
    """Return the name before a day: behind a rule, or set apart as a link or in bold «A. Name 20.11.2026».

    A section's name stands elsewhere on the page too, and a place's in the story.
    """
    blocks = layout.tree.blocks
    for at in span:
        dated = NAME_AND_DAY.fullmatch(blocks[at].text) or match_site(layout.tree, at)
        name = dated["name"] if dated else cut_apart(blocks[at])
        if name and is_full_name(name) and not find_quotation(layout.tree, blocks[at].element):
            key = fold_line(name)
            is_other = any(fold_line(other.text) == key for other in blocks) or is_told(layout, name)
            return () if is_other else (name,)
    return ()


def match_site(tree: Tree, at: int) -> re.Match[str] | None:
    """Return the match of a line that is a name and a site, beside the story's day; None of any other."""
    text = tree.blocks[at].text
    is_short = len(text) <= MAX_LINE and "." in text and not DIGIT.search(text)
    return NAME_AND_SITE.fullmatch(text) if is_short and is_beside_day(tree, at) else None


def cut_apart(block: Block) -> str | None:
    """Return the words that are a link or in bold at the head of a line that is otherwise a day; None without them."""
    letters = block.linked or block.strong
    if not letters or not MIN_NAME <= letters < len(block.text) <= MAX_LINE or not DIGIT.search(block.text):
        return None
    name, day = block.text[:letters].rstrip(), COUNTERS.sub("", block.text[letters:].strip(" |·•,–-"))
    return name if is_date_line(day) and not is_known_city(name) and name.split()[0] not in OF_PLACES else None


def is_told(layout: Layout, name: str) -> bool:
    """Tell whether the first full paragraphs of the page say a name."""
    told = [one.text for one, weight in zip(layout.tree.blocks, layout.weights, strict=True) if weight >= FULL_PROSE]
    return any(name in text for text in told[:TOLD_PARAGRAPHS])
