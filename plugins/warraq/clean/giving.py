"""Boxes under a story in which a paper asks for money, told by how it is sent and by whom it is for."""

import re

from warraq.clean.calls import OWN, OWN_TOO
from warraq.clean.layout import Layout
from warraq.clean.prose import FULL_PROSE
from warraq.clean.tree import climb_tree
from warraq.model import DropReason

# An account, or a service that sends money (2026).
ACCOUNT = re.compile(
    r"\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,}|\b(?:Bizum|Ko-fi|Liberapay|MobilePay|Multibanco|Patreon|Pay[Pp]al|Satispay"
    r"|Swish|Tikkie|Vipps)\b"
)
MAX_BOX_BLOCKS, MAX_LETTERS = 6, 200


def drop_giving(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop the box behind the story's prose that names an account and says whose it is: "our IBAN", "support us"."""
    tree = layout.tree
    last = next((at for at in range(end - 1, first - 1, -1) if is_prose(layout, verdicts, at)), end)
    for at in range(last + 1, end):
        text = tree.blocks[at].text
        if verdicts[at] is None and len(text) <= MAX_LETTERS and ACCOUNT.search(text):
            box = find_box(layout, at, last)
            texts = " ".join(tree.blocks[one].text for one in box)
            if len(box) > 1 and (OWN.search(texts) or OWN_TOO.search(texts)):
                for one in box:
                    verdicts[one] = verdicts[one] or DropReason.NEWSLETTER
                return


def is_prose(layout: Layout, verdicts: list[DropReason | None], at: int) -> bool:
    """Tell whether a block is a full paragraph of the story, and names no account."""
    is_full = verdicts[at] is None and layout.weights[at] >= FULL_PROSE
    return is_full and ACCOUNT.search(layout.tree.blocks[at].text) is None


def find_box(layout: Layout, at: int, last: int) -> range:
    """Return the blocks of the largest small element around a block that lies behind block ``last``."""
    tree, ends = layout.tree, layout.ends
    box = range(at, at + 1)
    for element in climb_tree(tree, tree.blocks[at].element):
        inside = range(tree.first_blocks[element], ends[element])
        if inside.start <= last or len(inside) > MAX_BOX_BLOCKS:
            break
        box = inside
    return box
