"""What stands under the end of a story and is none of it: comments, other stories, the story again, idle headings."""

import re

from warraq.clean.layout import Layout
from warraq.clean.linked import COLONS, OTHER_STORIES
from warraq.clean.prose import FULL_PROSE, FULL_STOPS, is_stressed
from warraq.clean.tags import HEADINGS
from warraq.clean.tree import Block
from warraq.model import DropReason

MAX_TITLE_LETTERS = 60
MIN_SMALL = 3  # Letters; names have shorter words between them.
ENDS = FULL_STOPS | frozenset('"”»')
MIN_BEFORE_COMMENTS = 250.0  # Weighted letters of prose.
COUNTED = re.compile(r"\(?\d")
MAX_BEHIND_ARTICLE, BEHIND_SHARE = 3, 0.1
MIN_COPIED = 3  # Paragraphs; a single one may be said twice.
TAIL_SHARE = 0.15
BOLD_TAIL_SHARE = 0.05
TAIL = frozenset({DropReason.RELATED, DropReason.COMMENTS})
MAX_LABEL_LETTERS = 40
ANNOUNCED = OTHER_STORIES | {DropReason.FOLLOW, DropReason.NEWSLETTER, DropReason.SHARE}  # By a label in bold.
STRAY_TAGS, MAX_STRAY_LETTERS = frozenset({"div", "span"}), 3


def drop_comments(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop all that follows a heading of comments, where a story stands before it: they may be longer than it.

    Where subheads of the story follow, comments were counted in its middle.
    """
    before, blocks = 0.0, layout.tree.blocks
    last_subhead = max(
        (at for at in range(first, end) if verdicts[at] is None and blocks[at].tag in HEADINGS), default=0
    )
    for at in range(first, end):
        if verdicts[at] is None:
            before += layout.weights[at]
        elif (
            verdicts[at] is DropReason.COMMENTS
            and before >= MIN_BEFORE_COMMENTS
            and at > last_subhead
            and (blocks[at].tag in HEADINGS or COUNTED.match(blocks[at].text))
        ):
            for after in range(at, end):
                verdicts[after] = verdicts[after] or DropReason.COMMENTS
            return


def is_title(block: Block) -> bool:
    """Tell whether a block stands as a heading: by its tag, or as a short line; a linked line is a teaser."""
    letters = len(block.text)
    return not block.linked and (block.tag in HEADINGS or letters <= MAX_TITLE_LETTERS)


def is_rival(block: Block, parents: list[int], containers: set[int], left_share: float) -> bool:
    """Tell whether a heading among the story's own paragraphs ends it; a line in bold does where little follows."""
    is_bold = 2 * block.strong > len(block.text) and left_share < BOLD_TAIL_SHARE
    return (block.tag in HEADINGS or is_bold) and parents[block.element] in containers


def drop_tail(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop what follows the last lines of the story: from a heading of other stories on, where little prose is left.

    A paragraph in a container of those before it, or in one named so, is of the story, unless that heading stands there
    too.
    """
    blocks, parents, weights = layout.tree.blocks, layout.tree.parents, layout.weights
    kept = [at for at in range(first, end) if verdicts[at] is None]
    total = sum(weights[at] for at in kept)
    containers = find_containers(layout, kept, total)
    left, cut, is_own = 0.0, end, False
    for at in range(end - 1, first - 1, -1):
        if verdicts[at] is None:
            left += weights[at]
            is_own = is_own or (weights[at] > 0 and parents[blocks[at].element] in containers)
        elif (
            verdicts[at] in TAIL
            and is_title(blocks[at])
            and (not is_own or is_rival(blocks[at], parents, containers, left / (total or 1)))
        ):
            cut = at
        if left >= TAIL_SHARE * total:
            break
    for at in range(cut, end):
        verdicts[at] = verdicts[at] or DropReason.RELATED


def find_containers(layout: Layout, kept: list[int], total: float) -> set[int]:
    """Return the elements that hold a story's paragraphs but for its last, and all that are named as they are."""
    blocks, parents, names = layout.tree.blocks, layout.tree.parents, layout.tree.names
    found, told = set(), 0.0
    for at in kept:
        told += layout.weights[at]
        if told > (1 - TAIL_SHARE) * total:
            break
        if layout.weights[at] >= FULL_PROSE:
            found.add(parents[blocks[at].element])
    kinds = {names[at] for at in found} - {""}
    return found.union(at for at, name in enumerate(names) if name in kinds)


def drop_behind_article(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop the few lines behind the one article element of the body, where that holds nearly all of the prose."""
    tree, ends = layout.tree, layout.ends
    articles = [at for at, tag in enumerate(tree.tags) if tag == "article" and first <= tree.first_blocks[at] < end]
    if len(articles) != 1:
        return
    start, stop = tree.first_blocks[articles[0]], ends[articles[0]]
    behind = [at for at in range(stop, end) if verdicts[at] is None]
    weights = layout.weights
    told = sum(weights[at] for at in range(start, stop) if verdicts[at] is None)
    if len(behind) <= MAX_BEHIND_ARTICLE and sum(weights[at] for at in behind) <= BEHIND_SHARE * told:
        for at in behind:
            verdicts[at] = DropReason.OUTSIDE_BODY


def drop_copy(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop a story printed a second time, for another width of screen: its paragraphs again, in their order."""
    blocks = layout.tree.blocks
    kept = [at for at in range(first, end) if verdicts[at] is None and layout.weights[at] >= FULL_PROSE]
    texts = [blocks[at].text for at in kept]
    again = next((at for at in range(MIN_COPIED, len(texts)) if texts[at] == texts[0]), len(texts))
    length = min(again, len(texts) - again)
    if length < MIN_COPIED or texts[again : again + length] != texts[:length]:
        return
    said = {blocks[at].text for at in range(kept[0], kept[again - 1] + 1) if verdicts[at] is None}
    for at in range(kept[again - 1] + 1, kept[again + length - 1] + 1):
        if verdicts[at] is None and blocks[at].text in said:
            verdicts[at] = DropReason.BOILERPLATE


def drop_strays(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop a first and a last line of a letter or two in boxes of their own, where all paragraphs are marked as such.

    «图集» over a picture, "+1" of a button.
    """
    kept = [at for at in range(first, end) if verdicts[at] is None]
    tags = [layout.tree.blocks[at].tag for at in kept[1:-1]]
    if tags.count("p") < MIN_COPIED or tags.count("p") < len(tags):
        return
    for at in (kept[0], kept[-1]):
        block = layout.tree.blocks[at]
        is_short = len(block.text) <= MAX_STRAY_LETTERS and block.text[-1] not in FULL_STOPS
        if is_short and block.tag in STRAY_TAGS:
            verdicts[at] = DropReason.BOILERPLATE


def drop_idle_label(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop a last line that announces in a few words, with a colon or in bold, what was dropped right behind it."""
    last = next((at for at in range(end - 1, first - 1, -1) if verdicts[at] is None), end)
    if last + 1 >= end:
        return
    block = layout.tree.blocks[last]
    is_label = block.text[-1] in COLONS and len(block.text) <= MAX_LABEL_LETTERS
    if verdicts[last + 1] not in (ANNOUNCED if is_label and is_stressed(block) else OTHER_STORIES):
        return
    if is_label or (is_bold_title(block) and verdicts[last + 2 : last + 3] == [verdicts[last + 1]]):
        verdicts[last] = DropReason.RELATED


def is_bold_title(block: Block) -> bool:
    """Tell whether a line is all in bold, and neither a sentence nor a name: one of its words has a small letter."""
    text = block.text
    is_line = len(text) <= MAX_TITLE_LETTERS and block.strong >= len(text) and text[-1] not in ENDS
    return is_line and any(word[0].islower() and len(word) > MIN_SMALL for word in text.split())


def drop_idle_headings(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop a heading under which nothing is left."""
    is_idle = True
    for at in range(end - 1, first - 1, -1):
        if layout.tree.blocks[at].tag in HEADINGS and not layout.weights[at]:
            if verdicts[at] is None and is_idle:
                verdicts[at] = DropReason.RELATED
        elif verdicts[at] is None:
            is_idle = False
