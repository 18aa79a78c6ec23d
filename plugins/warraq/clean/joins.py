"""Which blocks go on with the one before them, and are one paragraph with it."""

from warraq.clean.prose import FULL_PROSE, weigh
from warraq.clean.tags import LISTED
from warraq.clean.tree import Block, Tree

MAX_DATELINE_LETTERS, MAX_DATELINE_WORDS = 40, 5
DATELINE_ENDS = frozenset(":—–")


def goes_on(tree: Tree, before: Block, block: Block, *, is_first: bool) -> bool:
    """Tell whether a block goes on with the one right before it; ``is_first`` where that opens the story.

    A line that a break alone parts from it, and that begins small, goes on with its sentence; so does the first
    paragraph with a dateline that stands outside it: ``<b>Port Elm:</b><p>…``.
    """
    if block.after_break:
        return before.element == block.element and block.text[0].islower()
    is_under = block.tag == "p" and tree.parents[block.element] == before.element and before.tag not in LISTED
    return is_first and is_under and is_dateline(before.text) and weigh(block) >= FULL_PROSE


def is_dateline(text: str) -> bool:
    """Tell whether a line is a few words with capitals and a colon or a dash behind them."""
    words = text.rstrip(" :—–-").split()
    return (
        (text[-1] in DATELINE_ENDS or text.endswith(" -"))
        and len(text) <= MAX_DATELINE_LETTERS
        and 0 < len(words) <= MAX_DATELINE_WORDS
        and all(word[0].isupper() for word in words)
    )
