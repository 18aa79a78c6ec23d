"""Other stories named amid a paragraph: a label in an element of its own or in brackets, and the link behind it."""

import re

from selectolax.lexbor import LexborNode

from warraq.clean.phrases import name_line
from warraq.clean.tags import HEADINGS
from warraq.clean.tree import Block, Tree
from warraq.clean.words import Sign
from warraq.model import DropReason
from warraq.text.characters import clean_line

CUT_MARK = "\x1e"  # Where such a run stood.
SEAM = re.compile(rf"\s*{CUT_MARK}\s*[)\]]?\s*(?P<behind>[^\s.,;:!?…)\]»”]?)")
IN_BRACKETS = re.compile(r"[(\[]\s*(?P<label>[^()\[\]]{4,40})$")
MAX_LABEL_LETTERS, MAX_LABEL_WORDS = 30, 4
MIN_FOLLOWING = 40  # Letters of prose behind a run that a paragraph begins with.
CLOSING = frozenset(")]")
WRAPPERS = frozenset({"b", "em", "font", "i", "small", "span", "strong", "u"})


def cut_read_also(tree: Tree, node: LexborNode, pieces: list[str], holder: int) -> bool:
    """Tell whether a link is of another story named amid a paragraph; take the run out of it into a block of its own.

    A sentence may say "read also" itself: the label is all that an element says, or stands behind a bracket.
    """
    at = next((at for at in range(len(pieces) - 1, -1, -1) if not pieces[at].isspace()), None)
    if at is None or tree.tags[holder] in HEADINGS or find_behind(node)[:1].islower():
        return False  # A sentence that goes on behind the link says the label itself.
    start = find_label(node, pieces[at])
    is_followed = start is not None and len(find_behind(node)) >= MIN_FOLLOWING
    if start is None or not (is_text(pieces[:at]) or pieces[at][:start].strip() or is_followed):
        return False
    label = pieces[at][start:]
    pieces[at:] = [pieces[at][:start], CUT_MARK]
    text = clean_line(f"{label} {node.text() or ''}")
    if text:
        element = tree.open_element(holder, "span", Sign.RELATED, "")
        tree.blocks.append(Block(text, element, "span", 0, 0, after_break=False))
    return True


def is_text(pieces: list[str]) -> bool:
    """Tell whether any of a run's pieces says something."""
    return any(not piece.isspace() for piece in pieces)


def find_label(node: LexborNode, piece: str) -> int | None:
    """Return where in the piece before a link the label of another story begins; None where there is none."""
    bracket = IN_BRACKETS.search(piece.rstrip()) if "(" in piece or "[" in piece else None
    if bracket:
        return bracket.start() if names_related(bracket["label"]) and find_behind(node)[:1] in CLOSING else None
    return 0 if len(piece) <= MAX_LABEL_LETTERS and names_related(piece) and is_own_element(node) else None


def names_related(label: str) -> bool:
    """Tell whether a label of a few words announces another story."""
    text = label.strip()
    return 1 < len(text.split()) <= MAX_LABEL_WORDS and name_line(text) is DropReason.RELATED


def is_own_element(node: LexborNode) -> bool:
    """Tell whether the text before a link is all that its element says before it."""
    before, parent = find_before(node), node.parent
    while before is None and parent is not None and parent.tag in WRAPPERS:
        before, parent = find_before(parent), parent.parent
    if before is None or before.tag != "-text":
        return before is not None and before.tag in WRAPPERS
    return find_before(before) is None and parent is not None and parent.tag in WRAPPERS


def find_before(node: LexborNode) -> LexborNode | None:
    """Return the sibling before a node, blank text left out."""
    before = node.prev
    while before is not None and before.tag == "-text" and not (before.text_content or "").strip():
        before = before.prev
    return before


def find_following(node: LexborNode) -> LexborNode | None:
    """Return the sibling behind a node, blank text left out."""
    following = node.next
    while following is not None and following.tag == "-text" and not (following.text_content or "").strip():
        following = following.next
    return following


def find_behind(node: LexborNode) -> str:
    """Return the text right behind a link, or behind what wraps it; empty where there is none."""
    while node.next is None and node.parent is not None and node.parent.tag in WRAPPERS:
        node = node.parent
    following = node.next
    return (following.text_content or "").strip() if following is not None and following.tag == "-text" else ""


def close_cuts(text: str) -> str:
    """Return a paragraph without the seams that runs cut out of it have left."""
    return SEAM.sub(lambda seam: f" {seam['behind']}" if seam["behind"] else "", text)
