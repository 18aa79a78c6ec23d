"""Runs of text between two elements: where one ends, and the blocks that it becomes."""

import re

from selectolax.lexbor import LexborNode

from warraq.clean.attributes import read_names
from warraq.clean.credit_signs import is_agency
from warraq.clean.dashed import is_capitalized
from warraq.clean.read_also import CUT_MARK, close_cuts, find_before, find_following
from warraq.clean.tags import BLOCKS, EMPHASIS, KINDS, LINK, PHRASE, PLAIN, RUNNING, STRONG
from warraq.clean.tree import Block, Tree
from warraq.clean.words import Sign
from warraq.text.characters import clean_line
from warraq.text.dates import is_date_line
from warraq.text.wrapped import unwrap

BROKEN = " "  # What a line break leaves that parts nothing.
MAX_DAY_LETTERS, RULES = 48, " \t\n|·•–—-,"
MAX_CREDIT_LETTERS, MAX_CREDIT_WORDS = 60, 6
MAX_CAPTION_LETTERS = 300
STOPS, COLONS = frozenset(".!?…؟۔。"), frozenset(":：")
NAME_SEAM = re.compile(r"\s?/\s?")
CAPTION_ENDS = frozenset('.!?…؟۔。»”"/|©')
CELL_LINE_ENDS, MIN_CELL_LINE = frozenset(".!?؟۔。"), 36
HELD = BLOCKS - {"slot", "source", "picture"}
AMID = frozenset({LINK, PHRASE, PLAIN, STRONG})
MIN_STORY_LETTERS = 80  # Of a paragraph, behind a caption that begins it.
WRAPPERS = frozenset({"a", "span"})
MIN_LAYOUT_LETTERS = 400  # Of a cell's text.
NAMING = Sign.BYLINE | Sign.CREDIT
PART_MARK = "\x1f"  # Where a span begins.
WIDE = f"{PART_MARK}\u3040-\u30ff\u3400-\u9fff"
GLUED = re.compile(f'(?<=\\w){PART_MARK}+(?=[^\\W\\d_a-z]|[«„“"])')
# Spans side by side, parted on the screen by style alone; Chinese and Japanese are written without blanks.
PARTED = re.compile(
    f"(?<=[^\\s{PART_MARK}(]){PART_MARK}+(?=[A-Z\\d])|(?<=[^\\s{WIDE}]){PART_MARK}+(?=[^\\W_a-z{WIDE}])"
)

LISTED = re.compile(f"(?<=\\w){PART_MARK}+(?=\\w)")  # Name, address, place: in a byline each span says its own.


def is_behind_day(pieces: list[str]) -> bool:
    """Tell whether nothing stands in a line so far but the day and a rule: "4 May 2024 | "."""
    text = "".join(pieces).replace(PART_MARK, "")
    return len(text) <= MAX_DAY_LETTERS and is_date_line(text.strip(RULES))


def is_beside_picture(tree: Tree) -> bool:
    """Tell whether nothing but a picture has come since the last block."""
    return bool(tree.pictures) and tree.pictures[-1].block == len(tree.blocks)


def is_over_prose(node: LexborNode) -> bool:
    """Tell whether a paragraph goes on behind a caption in it, itself or what wraps the caption and its picture."""
    while node.next is None and node.parent is not None and node.parent.tag in WRAPPERS:
        node = node.parent
    rest = 0
    following = node.next
    while following is not None and rest < MIN_STORY_LETTERS:
        rest += len((following.text_content if following.tag == "-text" else following.text()) or "")
        following = following.next
    return rest >= MIN_STORY_LETTERS


def is_behind_link(node: LexborNode) -> bool:
    """Tell whether nothing stands between a link and the one before it: two writers, side by side."""
    before = node.prev
    if before is not None and before.tag == "-text" and not (before.text_content or "").strip():
        before = before.prev
    return before is not None and before.tag == "a"


def is_amid(node: LexborNode) -> bool:
    """Tell whether an element that HTML does not know marks a word of a line, as "<location>Selma</location>" does.

    It holds no block, and stands in running text or, unless a component of the page's own, beside text.
    """
    outer: LexborNode | None = node
    while outer is not None and outer.tag not in KINDS:
        node, outer = outer, outer.parent
    if outer is None or any(one.tag in HELD for one in node.traverse()):
        return False
    if outer.tag in RUNNING or KINDS[outer.tag] in AMID:
        return True
    beside = (one for one in (node.prev, node.next) if one is not None and one.tag == "-text")
    return "-" not in (node.tag or "") and any((one.text_content or "").strip() for one in beside)


def is_credit(node: LexborNode, tag: str, pieces: list[str]) -> bool:
    """Tell whether an element in a caption is who took the picture: the last one, after another or a sentence.

    The only one is where its class says so; one in bold or italics holds names behind a sentence.
    """
    text = (node.text() or "").strip()
    before = find_before(node)
    if (
        find_following(node) is not None
        or not text
        or len(text) > MAX_CREDIT_LETTERS
        or len(text.split()) > MAX_CREDIT_WORDS
    ):
        return False
    if not pieces:
        return before is None and bool(read_names(node.attributes, 0)[0] & NAMING)
    if tag in EMPHASIS:
        return pieces[-1].rstrip()[-1:] in STOPS and all(map(is_capitalized, NAME_SEAM.split(text.strip("()"))))
    if pieces[-1].rstrip()[-1:] in COLONS:
        return False  # The label before it goes with it.
    is_after_element = before is not None and before.tag != "-text"
    is_sure = tag in {"cite", "small"} or text[0] == "©" or is_agency(text.strip("()[]/ "))
    return is_sure or is_after_element or pieces[-1].rstrip()[-1:] in CAPTION_ENDS


def ends_caption(tree: Tree, node: LexborNode, tag: str, pieces: list[str]) -> bool:
    """Tell whether an element that is classed as a credit ends a short line under a picture: a caption, that line."""
    is_line = bool(pieces) and is_beside_picture(tree) and sum(map(len, pieces)) <= MAX_CAPTION_LETTERS
    return is_line and is_credit(node, tag, pieces)


def credits_picture(tree: Tree, node: LexborNode, holder: int) -> bool:
    """Tell whether a few words behind the line under a picture, beside it in its own cell, hold the rights to that."""
    last = tree.blocks[-1] if tree.blocks else None
    if last is None or tree.parents[last.element] != holder or not tree.pictures:
        return False
    text = (node.text() or "").strip()
    is_short = 0 < len(text) <= MAX_CREDIT_LETTERS and len(text.split()) <= MAX_CREDIT_WORDS
    is_under = tree.pictures[-1].block == len(tree.blocks) - 1 and len(last.text) <= MAX_CAPTION_LETTERS
    return is_under and is_short and not any(map(str.isdigit, text))


def is_announced(tree: Tree, holder: int, pieces: list[str]) -> bool:
    """Tell whether a label and a colon in a caption stand before what comes: "… - Photo: "."""
    is_caption = tree.tags[holder] == "figcaption" or tree.signs[holder] & Sign.CAPTION
    return bool(is_caption and pieces) and pieces[-1].rstrip()[-1:] in COLONS


def parts_cell(tree: Tree, node: LexborNode, pieces: list[str], holder: int) -> bool:
    """Tell whether a line break parts paragraphs in a table's cell or a list's item.

    The second one does, one below a sentence, each that follows these, and any in a cell that holds a story.
    """
    last = pieces[-1].rstrip() if pieces else ""
    is_sentence = last[-1:] in CELL_LINE_ENDS and sum(len(piece) for piece in pieces) >= MIN_CELL_LINE
    is_behind = pieces[-1:] == [BROKEN] or bool(tree.blocks and tree.blocks[-1].element == holder)
    return is_behind or is_sentence or (tree.tags[holder] == "td" and is_in_long_cell(node))


def is_in_long_cell(node: LexborNode) -> bool:
    """Tell whether a line break stands in a cell that lays out a page: one of more text than a table's."""
    cell = node.parent
    while cell is not None and cell.tag != "td":
        cell = cell.parent
    return cell is not None and len(cell.text()) >= MIN_LAYOUT_LETTERS


def add_block(tree: Tree, pieces: list[str], holder: int, linked: int, strong: int, after_break: bool) -> None:  # noqa: FBT001 - of the hot loop.
    """End a run of text; keep it as a block unless it is blank."""
    text = "".join(pieces) if len(pieces) > 1 else pieces[0]
    tag = tree.tags[holder]
    if CUT_MARK in text:
        text = close_cuts(text)
    if PART_MARK in text:
        seams = LISTED if tree.signs[holder] & Sign.BYLINE else PARTED
        if tag == "h1":
            seams = GLUED
            parts = tuple(part for part in map(clean_line, text.split(PART_MARK)) if part)
            tree.heading_parts[holder] = tree.heading_parts.get(holder, ()) + parts
        text = seams.sub(" ", text).replace(PART_MARK, "")
    if "\n" in text and (tree.signs[holder] | tree.signs[tree.parents[holder]]) & Sign.PREFORMATTED:
        add_lines(tree, text, holder, after_break=after_break)
        return
    line = clean_line(text)
    if line:
        tree.blocks.append(Block(line, holder, tag, linked, strong, after_break))


def add_lines(tree: Tree, text: str, holder: int, *, after_break: bool) -> None:
    """Keep the lines of text whose breaks are shown, each as a block; blank lines part paragraphs."""
    for line in map(clean_line, unwrap(text).split("\n")):
        if line:
            tree.blocks.append(Block(line, holder, tree.tags[holder], 0, 0, after_break))
        after_break = line is not None
