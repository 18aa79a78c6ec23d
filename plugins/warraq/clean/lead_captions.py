"""The lines outside a story's body that are captions: those of the picture over it."""

from warraq.clean.caption_lines import (
    MAX_CAPTION_LETTERS,
    NEVER,
    is_in_box,
    is_in_figure,
    is_in_table,
    is_over_credit,
    names_taker,
)
from warraq.clean.captions import is_no_sentence
from warraq.clean.credit_signs import is_taker
from warraq.clean.credits import BRACKETS, split_credit
from warraq.clean.layout import Layout, stand_alone
from warraq.clean.tags import HEADINGS
from warraq.clean.tree import AUTHOR_LINK, Picture, Tree, climb_tree
from warraq.clean.words import Sign
from warraq.clean.writer_labels import PREFIX
from warraq.model import DropReason
from warraq.text.dates import is_date_line


def mark_over(
    layout: Layout,
    verdicts: list[DropReason | None],
    span: range,
    pictures: list[Picture],
    descriptions: tuple[str, ...],
) -> None:
    """Mark the lines outside the body that share a wrapper with a picture alone: those of the lead picture."""
    tree = layout.tree
    for at, element in ((picture.block, picture.element) for picture in pictures):
        if at in span and names_taker(tree, at):
            if not any(one.text in descriptions for one in tree.blocks[at + 1 : at + 2]):
                mark_behind_credit(layout, verdicts, at, element)
            continue
        if at not in span or verdicts[at] is not DropReason.OUTSIDE_BODY:
            continue
        if links_to_author(tree, at):
            continue
        if is_credit_over(layout, at, element):
            verdicts[at], verdicts[at + 1] = DropReason.CREDIT, DropReason.CAPTION
            continue
        block = tree.blocks[at]
        is_credited = is_over_credit(tree, at)
        is_classed = element != block.element and tree.signs[block.element] & Sign.STANDFIRST
        is_standfirst = block.text in descriptions or (is_classed and not is_credited)
        is_beside = stand_alone(layout, element, block.element)
        is_short = is_no_sentence(block) and not is_lone_word(block.text)
        is_line = is_short and (is_beside or is_credited_beside(tree, at, element))
        is_framed = (
            is_in_figure(tree, block, element) or is_in_table(tree, block, element) or is_in_box(tree, block, element)
        )
        if not is_standfirst and (is_line or is_credited or (is_beside and is_framed)):
            verdicts[at] = DropReason.CAPTION


def is_lone_word(text: str) -> bool:
    """Tell whether a text is one word of Latin letters: a button, a team on a scoreboard."""
    return text.isascii() and text.isalpha()


def mark_behind_credit(layout: Layout, verdicts: list[DropReason | None], at: int, picture: int) -> None:
    """Mark the line behind a credit, where the box of both and the picture holds nothing else: the caption."""
    for block in layout.tree.blocks[at + 1 : at + 2]:
        is_line = len(block.text) <= MAX_CAPTION_LETTERS and not block.linked and block.tag not in HEADINGS
        is_other = (
            layout.signs[block.element] & (NEVER | Sign.STANDFIRST)
            or PREFIX.match(block.text)
            or is_date_line(block.text)
        )
        if is_line and not is_other and verdicts[at + 1] is DropReason.OUTSIDE_BODY and share_box(layout, at, picture):
            verdicts[at + 1] = DropReason.CAPTION


def is_credit_over(layout: Layout, at: int, picture: int) -> bool:
    """Tell whether a line is house and taker over a caption, parted by a break, in a box of them and the picture."""
    credit, *others = layout.tree.blocks[at : at + 2]
    if not others or not others[0].after_break or others[0].element != credit.element:
        return False
    is_box = len(others[0].text) <= MAX_CAPTION_LETTERS and share_box(layout, at, picture)
    return is_box and is_taker(credit.text)


def share_box(layout: Layout, at: int, picture: int) -> bool:
    """Tell whether a box holds a picture, a line, the line behind it and no other."""
    tree = layout.tree
    over = {*climb_tree(tree, picture)}
    box = next((one for one in climb_tree(tree, tree.blocks[at + 1].element) if one in over), 0)
    return bool(box) and (tree.first_blocks[box], layout.ends[box]) == (at, at + 2)


def links_to_author(tree: Tree, at: int) -> bool:
    """Tell whether a block is a link to its author, whole: the picture beside it shows who wrote the story."""
    block = tree.blocks[at]
    is_link = block.linked == len(block.text)
    return is_link and any(stamp.name == AUTHOR_LINK and stamp.block == at for stamp in tree.stamps)


def is_credited_beside(tree: Tree, at: int, picture: int) -> bool:
    """Tell whether a line that ends in a credit in brackets stands in a picture's own element, or in one in that."""
    block = tree.blocks[at]
    is_within = picture in {block.element, tree.parents[block.element]}
    return is_within and block.text[-1] in BRACKETS and split_credit(block.text)[1] is not None
