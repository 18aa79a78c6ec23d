"""The line between headline and story that is no label, day or name: a deck, of however few words."""

import re

from warraq.clean.excuses import AGAINST
from warraq.clean.layout import Layout
from warraq.clean.persons import PREFIX
from warraq.clean.phrases import name_line
from warraq.clean.prose import FULL_STOPS
from warraq.clean.tags import HEADINGS
from warraq.clean.tree import Block, Tree, climb_tree
from warraq.clean.words import Sign
from warraq.model import DropReason
from warraq.text.dates import find_dates, is_date_line

PRINTED_DAY = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}")
MAX_DAY_LETTERS = 60
MIN_DECK, MIN_DECK_OUTSIDE, MIN_DECK_WORDS = 50, 42, 8  # Outside the body a line is no subhead.
DAY_REACH = 2  # Blocks.
SMALL_SHARE = 0.5  # Of a line's words; names and titles have fewer that begin with a small letter.
HEADED = frozenset({"div", "h2", "h3", "p"})
PLAIN = frozenset({"div", "p"})


def is_unknown(text: str) -> bool:
    """Tell whether a text is none of the lines that tables know, and begins with no day."""
    return name_line(text) is None and not PRINTED_DAY.search(text[:MAX_DAY_LETTERS])


def is_deck(block: Block, least: int = MIN_DECK) -> bool:
    """Tell whether a heading right under the headline says more than a label does, and is no line of day or name."""
    is_said = block.tag in HEADINGS - {"h1"} and len(block.text) >= least and len(block.text.split()) >= MIN_DECK_WORDS
    return is_said and is_unknown(block.text)


def is_over_day(layout: Layout, verdicts: list[DropReason | None], at: int) -> bool:
    """Tell whether a line under the headline that says more than a label does stands over the byline or the day."""
    block, below = layout.tree.blocks[at], layout.tree.blocks[at + 1 : at + 1 + DAY_REACH]
    if len(block.text) < MIN_DECK_OUTSIDE or not below or verdicts[at + 1] is None or not is_unknown(block.text):
        return False
    is_told = sum(word[0].islower() for word in block.text.split()) >= SMALL_SHARE * len(block.text.split())
    marked = (layout.signs[one.element] & (Sign.BYLINE | Sign.DATE) or is_date_line(one.text) for one in below)
    return is_told and any(marked)


def is_plain_deck(tree: Tree, at: int) -> bool:
    """Tell whether a line outside the body, right under the headline, is a deck: a heading, or plain beside an h1."""
    block, over = tree.blocks[at], tree.blocks[at - 1]
    if block.tag not in PLAIN or over.tag != "h1" or tree.parents[over.element] != tree.parents[block.element]:
        return is_deck(block, MIN_DECK_OUTSIDE)
    words = block.text.split()
    is_said = len(block.text) >= MIN_DECK_OUTSIDE and sum(word[0].islower() for word in words) >= SMALL_SHARE * len(
        words
    )
    is_named = PREFIX.match(block.text) or find_dates(block.text)
    return is_said and len(words) >= MIN_DECK_WORDS and not is_named and is_unknown(block.text)


def is_in_head(layout: Layout, at: int) -> bool:
    """Tell whether a heading in what is named a footer stands right under the headline, in one container with it."""
    tree = layout.tree
    over, element = tree.blocks[at - 1], tree.blocks[at].element
    is_named = layout.signs[element] & AGAINST == Sign.NAVIGATION and tree.blocks[at].tag in HEADINGS
    return is_named and over.tag == "h1" and tree.parents[over.element] in climb_tree(tree, element)


def is_in_header(tree: Tree, at: int) -> bool:
    """Tell whether a line that says more than a label does stands right under the h1, in its own header element."""
    block, over = tree.blocks[at], tree.blocks[at - 1] if at else None
    if over is None or over.tag != "h1" or block.tag not in HEADED or len(block.text.split()) < MIN_DECK_WORDS:
        return False
    header = tree.parents[block.element]
    is_own = header in {tree.parents[over.element], tree.parents[tree.parents[over.element]]}
    is_said = block.text[-1] in FULL_STOPS or (block.tag in HEADINGS and len(block.text) >= MIN_DECK)
    return is_own and is_said and tree.tags[header] == "header"
