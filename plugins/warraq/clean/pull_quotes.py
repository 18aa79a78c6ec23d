"""Quotations pulled out of the story's own text, and printed again in large letters."""

import re
from functools import lru_cache

from warraq.clean.layout import Layout
from warraq.clean.linked import COLONS
from warraq.clean.prose import FULL_STOPS
from warraq.clean.tree import Tree
from warraq.model import DropReason

MAX_LEVELS = 4
MAX_LETTERS = 300
MAX_SPEAKER = 60
MIN_WORDS = 4
PULLED = re.compile(r"pull[_-]{0,2}quote|exergue|destacad[oa]|sumario", re.IGNORECASE)  # What a theme calls its box.
ENDS = re.compile(r"^[\W_]+|[\W_]+$")  # Quotation marks, and the stop that a fragment may end in.


def drop_pulled(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop the quotations set apart whose words stand in other paragraphs too, with the line that says whose they are.

    One behind a colon is led in, and a whole sentence without quotation marks may be said twice: both stay, the latter
    unless the quotation is classed as one pulled out.
    """
    blocks = layout.tree.blocks
    kept = [at for at in range(first, end) if verdicts[at] is None]
    quotations: dict[int, list[int]] = {}
    for at in kept:
        if found := find_quotation(layout.tree, blocks[at].element):
            quotations.setdefault(found, []).append(at)
    quoted = {at for lines in quotations.values() for at in lines}
    said = "\n".join(blocks[at].text.casefold() for at in kept if at not in quoted) if quoted else ""
    for quotation, lines in quotations.items():
        before = next((at for at in reversed(kept) if at < lines[0]), None)
        is_led = before is not None and blocks[before].text[-1] in COLONS
        words = lines[:-1] if len(lines) > 1 and names_speaker(blocks[lines[-1]].text) else lines
        is_pulled = names_pulled(layout.tree.names[quotation])
        if not is_led and all(is_said(blocks[at].text, said, is_pulled=is_pulled) for at in words):
            for at in lines:
                verdicts[at] = DropReason.BOILERPLATE


def names_speaker(text: str) -> bool:
    """Tell whether the last line of a quotation may say whose it is: a few words that begin as a name, no sentence."""
    return len(text) <= MAX_SPEAKER and text[-1] not in FULL_STOPS and not text[0].islower()


def find_quotation(tree: Tree, element: int) -> int:
    """Return the quotation set apart that an element stands in; 0 without one."""
    for _ in range(MAX_LEVELS):
        if tree.tags[element] == "blockquote" or names_pulled(tree.names[element]):
            return element
        element = tree.parents[element]
    return 0


@lru_cache(maxsize=4_096)
def names_pulled(names: str) -> bool:
    """Tell whether an element's names call it a quotation pulled out of the story."""
    return PULLED.search(names) is not None


def is_said(text: str, said: str, *, is_pulled: bool) -> bool:
    """Tell whether a quotation, in marks or cut from a sentence, stands word for word in what else is said."""
    if text[-1] in FULL_STOPS and not is_pulled:
        return False
    words = ENDS.sub("", text.casefold())
    return len(text) <= MAX_LETTERS and len(words.split()) >= MIN_WORDS and words in said
