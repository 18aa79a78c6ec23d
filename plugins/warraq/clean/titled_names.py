"""Signatures of two or three lines under a story: a name set apart, and below it what its bearer does and where."""

import re

from warraq.clean.houses import Houses
from warraq.clean.layout import Layout
from warraq.clean.persons import ROLE
from warraq.clean.prose import is_statement, is_stressed
from warraq.clean.signatures import is_full_name, read_signature
from warraq.clean.tags import LISTED
from warraq.clean.tree import Block, Tree
from warraq.clean.words import Sign
from warraq.model import DropReason

MAX_BELOW = 2  # Lines below the name.
MAX_LINE_LETTERS = 100
MIN_SENTENCE_WORDS = 8
QUOTES = '«„“"'  # Around a paper's name.
UNSAID = re.compile(r"[\d:;?!.…]$|\d|:")  # A title ends in no stop, and holds no figure.


def read_under(
    layout: Layout, verdicts: list[DropReason | None], headline: int, end: int, houses: Houses
) -> tuple[str, ...]:
    """Return the names under the story: in a link, a label or its last line, or over a title in its last lines."""
    titled = read_titled(layout, verdicts)
    return read_signature(layout, verdicts, headline, end, houses) or ((titled,) if titled else ())


def read_titled(layout: Layout, verdicts: list[DropReason | None]) -> str | None:
    """Return the name in the story's last lines that is set apart over what its bearer does; None where none is."""
    blocks = layout.tree.blocks
    for name, below in list_tails(layout, verdicts):
        is_titled = any(ROLE.search(one.text) for one in below) or all(is_set_off(layout.tree, one) for one in below)
        is_list = any(is_full_name(one.text) and "," not in one.text and not ROLE.search(one.text) for one in below)
        text = blocks[name].text.removesuffix(",")
        if is_titled and not is_list and is_set_off(layout.tree, blocks[name]) and is_full_name(text):
            return text
    return None


def drop_titled(names: tuple[str, ...], verdicts: list[DropReason | None], layout: Layout) -> None:
    """Drop a writer's name in the story's last lines with what stands below it."""
    keys = [set(name.casefold().split()) for name in names]
    for name, below in list_tails(layout, verdicts) if keys else ():
        words = layout.tree.blocks[name].text.removesuffix(",").casefold().split()
        if len(words) > 1 and any(key.issuperset(words) for key in keys):
            kept = [at for at, reason in enumerate(verdicts) if reason is None]
            for at in kept[-len(below) - 1 :]:
                verdicts[at] = DropReason.BYLINE
            return


def list_tails(layout: Layout, verdicts: list[DropReason | None]) -> list[tuple[int, list[Block]]]:
    """Return the block of a line under a sentence and the titles below it, for one title and for two."""
    blocks = layout.tree.blocks
    kept = [at for at, reason in enumerate(verdicts) if reason is None]
    found = []
    for count in range(1, MAX_BELOW + 1):
        if len(kept) < count + 2 or not is_title(blocks[kept[-count]]):
            break
        before, name = kept[-count - 2], kept[-count - 1]
        if is_statement(blocks[before].text, MIN_SENTENCE_WORDS) and blocks[name].tag not in LISTED:
            found.append((name, [blocks[at] for at in kept[-count:]]))
    return found


def is_title(block: Block) -> bool:
    """Tell whether a line may say what the writer does or where: short, no sentence, outside lists."""
    text = block.text
    is_line = len(text) <= MAX_LINE_LETTERS and block.tag not in LISTED
    return is_line and text.lstrip(QUOTES)[:1].isupper() and UNSAID.search(text) is None


def is_set_off(tree: Tree, block: Block) -> bool:
    """Tell whether a line is all in bold or italics, or set to the right."""
    return bool(tree.signs[block.element] & Sign.RIGHT) or is_stressed(block)
