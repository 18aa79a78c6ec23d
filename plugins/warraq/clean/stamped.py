"""Names that stand beside the story's day, with no word before them."""

import re

from warraq.clean.datelines import is_known_city
from warraq.clean.layout import Layout
from warraq.clean.signatures import is_full_name
from warraq.clean.tree import Block
from warraq.text.characters import fold_line
from warraq.text.dates import is_date_line

NAME_AND_DAY = re.compile(r"(?P<name>[^\W\d_][^|\d]{3,40}?)\s*\|\s*\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d).{0,60}")
MIN_NAME, MAX_LINE = 5, 100
DIGIT = re.compile(r"\d")


def read_dated(layout: Layout, span: range) -> tuple[str, ...]:
    """Return the name before a day: behind a rule, or set apart as a link or in bold «A. Name 20.11.2026».

    A section's name stands elsewhere on the page too.
    """
    blocks = layout.tree.blocks
    for at in span:
        dated = NAME_AND_DAY.fullmatch(blocks[at].text)
        name = dated["name"] if dated else cut_apart(blocks[at])
        if name and is_full_name(name):
            key = fold_line(name)
            return () if any(fold_line(other.text) == key for other in blocks) else (name,)
    return ()


def cut_apart(block: Block) -> str | None:
    """Return the words that are a link or in bold at the head of a line that is otherwise a day; None without them."""
    letters = block.linked or block.strong
    if not letters or not MIN_NAME <= letters < len(block.text) <= MAX_LINE or not DIGIT.search(block.text):
        return None
    name, day = block.text[:letters].rstrip(), block.text[letters:].strip(" |·•,–-")
    return name if is_date_line(day) and not is_known_city(name) else None
