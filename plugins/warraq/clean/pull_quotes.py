"""Quotations pulled out of the story's own text, and printed again in large letters."""

import re

from warraq.clean.layout import Layout
from warraq.clean.prose import FULL_STOPS
from warraq.clean.tree import Tree
from warraq.model import DropReason

MAX_LEVELS = 4
MAX_LETTERS = 300
MAX_SPEAKER = 60
MIN_WORDS = 4
COLONS = frozenset(":：")
ENDS = re.compile(r"^[\W_]+|[\W_]+$")  # Quotation marks, and the stop that a fragment may end in.


def drop_pulled(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop the quotations set apart whose words stand in another paragraph too.

    One behind a colon is led in, and a whole sentence without quotation marks may be said twice: both stay.
    """
    tree = layout.tree
    if "blockquote" not in tree.tags:
        return
    kept = [at for at in range(first, end) if verdicts[at] is None]
    quoted = {at for at in kept if is_quoted(tree, tree.blocks[at].element)}
    said = "\n".join(tree.blocks[at].text.casefold() for at in kept if at not in quoted) if quoted else ""
    pulled = None
    for before, at in zip((None, *kept), kept, strict=False):
        text = tree.blocks[at].text
        is_led = before is not None and tree.blocks[before].text[-1] in COLONS
        is_speaker = pulled is not None and pulled == at - 1 and names_speaker(text)
        if at in quoted and (is_speaker or (not is_led and is_said(text, said))):
            verdicts[at] = DropReason.BOILERPLATE
            pulled = at


def names_speaker(text: str) -> bool:
    """Tell whether a line right below a quotation may say whose it is: a few words, and no sentence."""
    return len(text) <= MAX_SPEAKER and text[-1] not in FULL_STOPS


def is_quoted(tree: Tree, element: int) -> bool:
    """Tell whether an element stands in a quotation that is set apart."""
    for _ in range(MAX_LEVELS):
        if tree.tags[element] == "blockquote":
            return True
        element = tree.parents[element]
    return False


def is_said(text: str, said: str) -> bool:
    """Tell whether a quotation, in marks or cut from a sentence, stands word for word in what else is said."""
    if text[-1] in FULL_STOPS:
        return False
    words = ENDS.sub("", text.casefold())
    return len(text) <= MAX_LETTERS and len(words.split()) >= MIN_WORDS and words in said
