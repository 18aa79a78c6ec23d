"""Lines near the headline that say who wrote a story: labelled, classed as a byline, or beside such a line."""

import re
from collections.abc import Iterator
from itertools import pairwise

from warraq.clean.captions import announces_taker
from warraq.clean.credit_signs import AGENCY
from warraq.clean.datelines import (
    ARABIC,
    MAX_LINE_LETTERS,
    START_INITIAL,
    is_given,
)
from warraq.clean.houses import Houses, is_newsroom_from
from warraq.clean.layout import Layout, is_elsewhere, is_pictured
from warraq.clean.names import (
    AFTER_NAME,
    BEFORE_NAME,
    cut_day,
    cut_office,
    goes_on,
    read_beside_place,
    read_labelled,
    read_names,
)
from warraq.clean.persons import MAX_NAME_LETTERS, MAX_NAMES, is_proper, split_names
from warraq.clean.phrases import fold_whole, read_whole
from warraq.clean.prose import FULL_PROSE
from warraq.clean.sign_offs import is_caseless
from warraq.clean.signatures import is_full_name
from warraq.clean.tags import HEADINGS
from warraq.clean.tree import Block
from warraq.clean.unspaced import NAME_ALONE, read_amid, read_unspaced
from warraq.clean.words import Sign
from warraq.clean.writer_labels import LABEL_ALONE, PREFIX
from warraq.model import DropReason

NAMING = re.compile(r"(?:author|byline|reporter|writer)[_-]{1,2}name\b")
SMALL_HEADINGS = frozenset({"h4", "h5", "h6"})
COLONS = frozenset(":：/")
MAX_REMARK_WORDS = 5  # "enviado especial a Buenos Aires".


def read_lines(layout: Layout, headline: int, span: range, houses: Houses) -> tuple[str, ...]:
    """Return the names in a line that is labelled or classed as a byline, or in the line after a label alone."""
    tree = layout.tree
    lead = next((at for at in span if at > headline and layout.weights[at] >= FULL_PROSE), span.stop)
    for at, (block, following) in enumerate(pairwise(tree.blocks[span.start : span.stop + 1]), span.start + 1):
        signs = tree.signs[block.element] | layout.signs[block.element]
        names: tuple[str, ...] = ()
        last, behind = block, at
        if is_of_another(layout, block.element, headline) or is_newsroom_from(cut_day(block.text), houses):
            continue
        if is_title(block.text) or (at > 1 and announces_taker(tree.blocks[at - 2].text)):
            continue
        if block.tag not in HEADINGS and (unspaced := read_unspaced(block.text) or read_amid(block.text)):
            return unspaced
        if LABEL_ALONE.fullmatch(block.text) and len(following.text) <= MAX_NAME_LETTERS:
            names = split_names((AFTER_NAME.sub("", following.text),))
            last, behind = following, at + 1
        elif len(block.text) <= MAX_LINE_LETTERS and (
            signs & Sign.BYLINE
            or (at <= lead and (is_signed(block) or is_address(block)))
            or is_signed(block, HEADINGS)
        ):
            placed = read_beside_place(block.text) if signs & Sign.BYLINE else ()
            names = placed or read_names(cut_office(block.text) if signs & Sign.BYLINE else block.text)
        if not names and len(block.text) <= MAX_LINE_LETTERS and block.tag not in HEADINGS:
            names = read_labelled(block.text)
        is_alone = len(names) == 1 and (
            (signs & Sign.BYLINE and is_word_alone(tree.names[block.element], names[0]))
            or (AGENCY.fullmatch(names[0]) and PREFIX.match(block.text))
        )
        if names and (is_alone or all(is_proper(name) for name in names)):
            return tuple(dict.fromkeys((*names, *read_beside(layout, last, behind))))
    return ()


def is_of_another(layout: Layout, element: int, headline: int) -> bool:
    """Tell whether a line stands in a post, among other stories or in a caption: it names no writer of this one."""
    return is_elsewhere(layout, element, headline) or is_pictured(layout, element, headline)


def is_address(block: Block) -> bool:
    """Tell whether a line is a name alone in an address element: in an article that is of its writer (HTML 4.3.10)."""
    return block.tag == "address" and is_full_name(block.text)


def is_word_alone(names: str, word: str) -> bool:
    """Tell whether one word is a name, where no capital can say so: by its script, or by a class like "byline-name"."""
    return NAME_ALONE.fullmatch(word) is not None or (NAMING.search(names) is not None and is_caseless(word))


def is_title(text: str) -> bool:
    """Tell whether a line is the title of the box that names the writers: «مشخصات مقاله»."""
    is_known = len(text) <= MAX_NAME_LETTERS and read_whole().get(fold_whole(text)) is DropReason.BYLINE
    return is_known and not LABEL_ALONE.fullmatch(text)


def is_signed(block: Block, unsigned: frozenset[str] = frozenset()) -> bool:
    """Tell whether a line begins with a word like "By" and goes on with a name; none in an element ``unsigned`` does.

    Where no capital tells a name, a colon must stand or a given name.
    """
    text = BEFORE_NAME.sub("", block.text)
    label = PREFIX.match(text)
    if label is None or label[0].rstrip()[-1] in COLONS:
        return label is not None
    name = text[label.end() :]
    if ARABIC.match(name):
        return is_given(name) or START_INITIAL.match(name) is not None
    if goes_on(name, 0 if block.tag in HEADINGS else MAX_REMARK_WORDS):
        return False
    return block.tag not in unsigned or (block.tag in SMALL_HEADINGS and is_full_name(name))


def read_beside(layout: Layout, block: Block, at: int) -> Iterator[str]:
    """Yield the names in the blocks from ``at`` on that stand as ``block`` does, in an element of the same class."""
    tree = layout.tree
    named = tree.names[block.element]
    for other in tree.blocks[at : at + MAX_NAMES]:
        names = read_names(other.text)
        is_line = len(other.text) <= MAX_LINE_LETTERS and tree.names[other.element] == named
        if not named or not is_line or not names or not all(map(is_proper, names)):
            return
        yield from names
