"""The lines of a story that are captions by where they stand: behind a picture, centred under it, pointing at it."""

import re

from warraq.clean.caption_lines import is_in_figure
from warraq.clean.captions import MAX_CAPTION_LETTERS, is_captioned, is_credited, is_no_sentence, is_pointing
from warraq.clean.credit_signs import AGENCY
from warraq.clean.credits import BRACKETS, split_credit
from warraq.clean.houses import read_house_line
from warraq.clean.layout import Layout, stand_alone
from warraq.clean.prose import FULL_PROSE, is_stressed
from warraq.clean.tags import HEADINGS
from warraq.clean.tree import Block, Picture, Tree
from warraq.clean.words import Sign
from warraq.model import DropReason

POINTS_DOWN = frozenset("▼▽▾↓")  # At the picture below.
MAX_LEAD_LETTERS = 90  # Of a line that the lead picture alone tells; a paragraph may end in nothing.
MAX_CENTRED_LETTERS = 160
NEAR_STORY = 3  # Blocks behind a picture's wrapper, one of which is prose.
PARAGRAPHS = frozenset({"blockquote", "dd", "li", "p", "td"})
MIN_PROSE = 2  # Paragraphs beside a picture's wrapper.
NUMBERED = re.compile(r"\d{1,3}[.)]\s")


def drop_photo_lines(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Take for captions short lines after a picture, and those that point down at the one behind them."""
    tree = layout.tree
    lead = next((at for at in range(first, end) if layout.weights[at] >= FULL_PROSE), end)
    for picture in tree.pictures:
        at = picture.block
        if first <= at < end and verdicts[at] is None and is_photo_line(layout, picture, at, lead, end):
            verdicts[at] = DropReason.CAPTION
        if (
            first < at <= end
            and picture.url
            and verdicts[at - 1] is None
            and tree.blocks[at - 1].text[0] in POINTS_DOWN
        ):
            verdicts[at - 1] = DropReason.CAPTION


def is_photo_line(layout: Layout, picture: Picture, at: int, lead: int, end: int) -> bool:
    """Tell whether a line behind a picture is its caption; ``lead`` is the story's first paragraph, ``end`` its end."""
    tree = layout.tree
    block = tree.blocks[at]
    if picture.url and (
        is_pointing(block.text) or is_credited(block.text) or is_in_figure(tree, block, picture.element)
    ):
        return True
    if picture.url and is_over_own_credit(layout, picture, block):
        return True
    if picture.url and is_set_apart(layout, picture, block):
        return True
    if block.tag in HEADINGS and is_captioned(block.text) and stand_alone(layout, picture.element, block.element):
        return True
    if not is_no_sentence(block) or (is_over_prose(layout, at) and read_house_line(block.text, ())):
        return False
    is_beside = block.tag == "figure" or stand_alone(layout, picture.element, block.element)
    is_lead = picture.url and at < lead and len(block.text) <= MAX_LEAD_LETTERS and is_above(tree, at, picture)
    # Words in brackets at the end of a paragraph credit someone only where an agency is among them.
    is_taken = picture.url and block.text[-1] not in BRACKETS and split_credit(block.text)[1]
    is_told = is_beside or AGENCY.search(block.text) or is_lead or is_taken
    return bool(is_told) or is_centred(layout, picture, at, end)


def is_over_own_credit(layout: Layout, picture: Picture, block: Block) -> bool:
    """Tell whether a line, a sentence too, and a credit under it are all that a picture's wrapper holds.

    Another paragraph behind the wrapper is the story.
    """
    tree = layout.tree
    row = tree.parents[block.element]
    first, stop = tree.first_blocks[row], layout.ends[row]
    if stop - first != 2 or not is_caption_size(block) or tree.blocks[first] is not block:  # noqa: PLR2004 - caption, credit
        return False
    is_story = any(weight >= FULL_PROSE for weight in layout.weights[stop : stop + NEAR_STORY])
    return is_story and stand_alone(layout, picture.element, block.element)


def is_set_apart(layout: Layout, picture: Picture, block: Block) -> bool:
    """Tell whether a short line, a sentence too, is all of a picture's wrapper, amid paragraphs marked up as such."""
    tree = layout.tree
    if block.tag in PARAGRAPHS or len(block.text) > MAX_CENTRED_LETTERS or not is_caption_size(block):
        return False
    if not stand_alone(layout, picture.element, block.element):
        return False
    beside = tree.parents[tree.parents[block.element]]
    prose = [
        tree.blocks[at]
        for at in range(tree.first_blocks[beside], layout.ends[beside])
        if layout.weights[at] >= FULL_PROSE and tree.blocks[at] is not block
    ]
    return len(prose) >= MIN_PROSE and all(one.tag == "p" and tree.parents[one.element] == beside for one in prose)


def is_caption_size(block: Block) -> bool:
    """Tell whether a line is short enough for a caption, no heading, and no link."""
    return len(block.text) <= MAX_CAPTION_LETTERS and not block.linked and block.tag not in HEADINGS


def is_centred(layout: Layout, picture: Picture, at: int, end: int) -> bool:
    """Tell whether a line behind a picture is centred as it is, alone, and the paragraphs beside it are not.

    In bold, or with a number before it, it is a subhead; in italics it may be one where others stand so elsewhere.
    """
    tree = layout.tree
    block = tree.blocks[at]
    is_set = tree.signs[block.element] & tree.signs[picture.element] & Sign.CENTRED
    is_bold = is_stressed(block) and not tree.signs[block.element] & Sign.SLANTED
    if not is_set or is_bold or NUMBERED.match(block.text):
        return False
    if picture.element == block.element or len(block.text) > MAX_CENTRED_LETTERS or block.linked:
        return False
    row = tree.parents[block.element]
    beside = [one for one in range(tree.first_blocks[row], min(layout.ends[row], end)) if one != at]
    pictured = {one.block for one in tree.pictures}
    is_row = any(layout.weights[one] >= FULL_PROSE for one in beside) and tree.parents[picture.element] == row
    return bool(is_row) and not any(
        tree.signs[tree.blocks[one].element] & Sign.CENTRED
        and (layout.weights[one] >= FULL_PROSE or (one not in pictured and is_stressed(tree.blocks[one])))
        for one in beside
    )


def is_over_prose(layout: Layout, at: int) -> bool:
    """Tell whether a line break alone parts a line from a paragraph of the story below it, in one element."""
    following = layout.tree.blocks[at + 1 : at + 2]
    return any(
        below.after_break and below.element == layout.tree.blocks[at].element and layout.weights[at + 1] >= FULL_PROSE
        for below in following
    )


def is_above(tree: Tree, at: int, picture: Picture) -> bool:
    """Tell whether a picture stands right above a line of its own paragraph's or container's."""
    element = tree.blocks[at].element
    return picture.element in {element, tree.parents[element]}
