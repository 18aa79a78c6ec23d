"""Lines set apart over or amid a story: a word before a name, titles of boxes, pull quotes, lists under a label."""

import re

from warraq.clean.layout import Layout
from warraq.clean.linked import OTHER_STORIES
from warraq.clean.phrases import name_line
from warraq.clean.prose import FULL_PROSE, SENTENCE_ENDS, is_stressed, list_words
from warraq.clean.sign_offs import DASHES
from warraq.clean.tags import HEADINGS, LISTED
from warraq.clean.tree import Block
from warraq.clean.words import Sign
from warraq.clean.writer_labels import LABEL_ALONE
from warraq.model import DropReason

MAX_PREPOSITION = 20
MAX_TITLE = 80
MAX_LABEL = 40
MAX_OVER_LETTERS, MAX_HEAD_BLOCKS = 40, 14  # Of lines between headline and standfirst.
MAX_SLOT_WORDS = 5  # Two dashes included.
DASHED = re.compile(r"[-–—]\s[^\d]*[^\d\s][-–—\s]*\s[-–—]")
MIN_BOX_LINES = 2  # Under the title, but for one that announces with a colon.
MIN_PULLED_WORDS = 3
PARAGRAPHS_BEFORE = 2
DRAWN_SHARE = 0.6  # Of a pull quote's longer words, in one paragraph.
CUT_OFF = ("...", "…")
CARDS = frozenset({"article", "div", "li", "section", "td"})
BOXES = frozenset({"aside", "div", "figure", "section", "td"})  # A paragraph classed so may be a subhead.


def drop_prepositions(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop a word such as "By" alone before a line of bylines."""
    blocks = layout.tree.blocks
    for at in range(first, end - 1):
        is_before = verdicts[at] is None and verdicts[at + 1] is DropReason.BYLINE
        if is_before and len(blocks[at].text) <= MAX_PREPOSITION and LABEL_ALONE.fullmatch(blocks[at].text):
            verdicts[at] = DropReason.BYLINE


def drop_slot_labels(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop a few words beside an empty slot for advertisements, where their wrapper holds nothing else."""
    tree = layout.tree
    for slot, sign in enumerate(tree.signs):
        if not sign & Sign.ADVERTISING or layout.ends[slot] != tree.first_blocks[slot]:
            continue
        box = tree.parents[slot]
        at = tree.first_blocks[box]
        is_alone = layout.ends[box] - at == 1 and first <= at < end and verdicts[at] is None
        if is_alone and is_slot_label(tree.blocks[at]):
            verdicts[at] = DropReason.ADVERTISING


def is_slot_label(block: Block) -> bool:
    """Tell whether a block is a few words and no sentence, nor set as a subhead is."""
    text = block.text
    is_short = len(text) <= MAX_LABEL and len(text.split()) <= MAX_SLOT_WORDS and text[-1] not in SENTENCE_ENDS
    return is_short and block.tag not in LISTED and not block.strong


def drop_dashed_labels(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop a few words between two dashes in an element that is no paragraph: «- ማስታወቂያ -»."""
    for at in range(first, end):
        block = layout.tree.blocks[at]
        is_dashed = block.text[0] in DASHES and block.text[-1] in DASHES and verdicts[at] is None
        if is_dashed and block.tag in BOXES | {"span"} and DASHED.fullmatch(block.text) and is_slot_label(block):
            is_alone = layout.ends[block.element] - layout.tree.first_blocks[block.element] == 1
            is_again = sum(one.text == block.text for one in layout.tree.blocks) > 1
            verdicts[at] = DropReason.ADVERTISING if is_alone and is_again else None


def drop_listed_links(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop the items of a list under a label of other stories, where each is a link for the better half."""
    blocks, parents = layout.tree.blocks, layout.tree.parents
    for at in range(first, end - 1):
        if verdicts[at] is not DropReason.RELATED or blocks[at + 1].tag != "li" or len(blocks[at].text) > MAX_LABEL:
            continue
        row = parents[blocks[at + 1].element]
        items = range(at + 1, min(layout.ends[row], end))
        is_linked = all(
            blocks[item].tag == "li" and 2 * blocks[item].linked >= len(blocks[item].text) for item in items
        )
        if is_linked and blocks[at].tag != "li" and name_line(blocks[at].text) is DropReason.RELATED:
            for item in items:
                verdicts[item] = verdicts[item] or DropReason.RELATED


def drop_box_titles(layout: Layout, verdicts: list[DropReason | None], body: int) -> None:
    """Drop the title of a box in which all other lines were links to other stories."""
    tree = layout.tree
    for at in range(tree.first_blocks[body], layout.ends[body] - 1):
        if verdicts[at] is not None or verdicts[at + 1] not in OTHER_STORIES:
            continue
        text = tree.blocks[at].text.rstrip(":：")
        is_said = tree.blocks[at].tag in LISTED or not SENTENCE_ENDS.isdisjoint(text)
        if not text or len(text) > MAX_TITLE or (is_said and not is_announcing(tree.blocks[at])):
            continue
        least = MIN_BOX_LINES if text == tree.blocks[at].text else 1
        box = tree.blocks[at].element
        while box > body and layout.ends[box] == at + 1:
            box = tree.parents[box]
        lines = range(at + 1, layout.ends[box])
        is_set = tree.tags[box] in BOXES or (tree.tags[box] == "p" and is_stressed(tree.blocks[at]))
        is_box = box > body and is_set and tree.first_blocks[box] == at and len(lines) >= least
        if is_box and all(verdicts[line] in OTHER_STORIES for line in lines):
            verdicts[at] = DropReason.RELATED


def is_announcing(block: Block) -> bool:
    """Tell whether a block is a heading of a few words and a colon."""
    is_short = len(block.text) <= MAX_LABEL and len(block.text.split()) <= MAX_SLOT_WORDS
    return is_short and block.tag in HEADINGS and block.text[-1] in ":："


def drop_cut_teasers(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop the paragraph that breaks off behind a link to another story, where a box holds the two and no other."""
    tree = layout.tree
    for at in range(first + 1, end):
        text = tree.blocks[at].text
        if not text.endswith(CUT_OFF) or verdicts[at] is not None or verdicts[at - 1] not in OTHER_STORIES:
            continue
        over, box = tree.blocks[at - 1], tree.parents[tree.blocks[at].element]
        is_box = (tree.first_blocks[box], layout.ends[box]) == (at - 1, at + 1) and tree.tags[box] in CARDS
        if is_box and over.linked == len(over.text):
            verdicts[at] = DropReason.TEASER


def drop_pull_quotes(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop the lines that a class calls a summary amid the story, alone in their box and no sentence."""
    blocks = layout.tree.blocks
    prose = [at for at in range(first, end) if verdicts[at] is None and layout.weights[at] >= FULL_PROSE]
    if len(prose) <= PARAGRAPHS_BEFORE:
        return
    for at in range(prose[PARAGRAPHS_BEFORE - 1] + 1, prose[-1]):
        text = blocks[at].text
        is_line = verdicts[at] is None and blocks[at].tag not in LISTED and text[-1] not in SENTENCE_ENDS
        is_pulled = is_line and len(text.split()) >= MIN_PULLED_WORDS and is_summary(layout, blocks[at].element)
        if is_pulled and is_drawn(text, [blocks[other].text for other in prose]):
            verdicts[at] = DropReason.STANDFIRST_REPEATED


def is_drawn(text: str, paragraphs: list[str]) -> bool:
    """Tell whether most longer words of a line stand in one of the story's paragraphs: a chapter's head says others."""
    words = list_words(text)
    return any(len(words & list_words(one)) >= DRAWN_SHARE * len(words) for one in paragraphs)


def is_summary(layout: Layout, element: int) -> bool:
    """Tell whether an element, or the one around it, is a box that is classed as a standfirst and holds one line."""
    tree = layout.tree
    return any(
        tree.tags[one] in BOXES and tree.signs[one] & Sign.STANDFIRST and layout.ends[one] - tree.first_blocks[one] == 1
        for one in (element, tree.parents[element])
    )


def drop_over_standfirst(layout: Layout, verdicts: list[DropReason | None]) -> None:
    """Drop the short lines between a headline and a standfirst that its class names: the day, the section, tools.

    A heading, an item of a list and a sentence stay.
    """
    blocks = layout.tree.blocks
    at = verdicts.index(DropReason.STANDFIRST) if DropReason.STANDFIRST in verdicts else None
    if at is None or not layout.signs[blocks[at].element] & Sign.STANDFIRST:
        return
    over = range(max(0, at - MAX_HEAD_BLOCKS), at)
    headline = next((one for one in over if verdicts[one] is DropReason.HEADLINE), at)
    for one in range(headline, at):
        text = blocks[one].text
        is_line = len(text) <= MAX_OVER_LETTERS and text[-1] not in SENTENCE_ENDS and blocks[one].tag not in LISTED
        if verdicts[one] is None and is_line:
            verdicts[one] = DropReason.OUTSIDE_BODY
