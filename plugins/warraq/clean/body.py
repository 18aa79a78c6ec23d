"""Which of the blocks in the body's element are not the story, and why."""

from warraq.clean.captions import AGENCY
from warraq.clean.dom import HEADINGS, Block
from warraq.clean.layout import AGAINST, FULL_PROSE, SENTENCE_ENDS, Layout
from warraq.clean.phrases import name_line
from warraq.clean.words import Sign
from warraq.model import DropReason

# The reason for each sign, the surest first.
REASONS = (
    (Sign.COMMENTS, DropReason.COMMENTS),
    (Sign.RELATED, DropReason.RELATED),
    (Sign.CAPTION, DropReason.CAPTION),
    (Sign.BYLINE, DropReason.BYLINE),
    (Sign.DATE, DropReason.DATE),
    (Sign.TAGS, DropReason.TAGS),
    (Sign.SHARE, DropReason.SHARE),
    (Sign.NEWSLETTER, DropReason.NEWSLETTER),
    (Sign.CONSENT, DropReason.BOILERPLATE),
    (Sign.ADVERTISING, DropReason.ADVERTISING),
    (Sign.COPYRIGHT, DropReason.COPYRIGHT),
    (Sign.NAVIGATION, DropReason.NAVIGATION),
    (Sign.HIDDEN, DropReason.HIDDEN),
    (Sign.PAYWALL, DropReason.NEWSLETTER),
    (Sign.ASIDE, DropReason.BOILERPLATE),
)
LINKED_SHARE = 0.9  # Of a paragraph or an item; a link density of .5 is harmful there (facts, 2026-11-23).
LINKED_SHARE_OTHER = 0.5
RUNNING = frozenset({"p", "li", "td", "blockquote", "dd", "pre"})
MAX_CARD_BLOCKS = 5
MAX_CARD_PROSE = 500.0
MAX_CAPTION_LETTERS = 200
TAIL_SHARE = 0.15
TAIL = frozenset({DropReason.RELATED, DropReason.COMMENTS, DropReason.NEWSLETTER})


def judge(layout: Layout, body: int) -> list[DropReason | None]:
    """Return for each block of the page why it is not the story, or None where it is."""
    tree = layout.tree
    first, end = tree.first_blocks[body], layout.ends[body]
    verdicts: list[DropReason | None] = [DropReason.OUTSIDE_BODY] * len(tree.blocks)
    for at in range(first, end):
        block = tree.blocks[at]
        verdicts[at] = judge_block(block, layout.signs[block.element])
    drop_cards(layout, body, verdicts)
    drop_photo_lines(layout, verdicts, first, end)
    drop_tail(layout, verdicts, first, end)
    drop_idle_headings(layout, verdicts, first, end)
    return verdicts


def judge_block(block: Block, signs: int) -> DropReason | None:
    """Return why a block inside the body is not the story, by its signs, links and opening words."""
    if signs & AGAINST:
        return next(reason for sign, reason in REASONS if signs & sign)
    letters = len(block.text)
    if block.linked > LINKED_SHARE * letters and not block.text.startswith(("http", "www.")):
        return DropReason.NAVIGATION if block.tag == "li" else DropReason.TEASER
    if block.linked > LINKED_SHARE_OTHER * letters and block.tag not in RUNNING and block.tag not in HEADINGS:
        return DropReason.TEASER
    return name_line(block.text, linked=block.linked > letters // 3)


def drop_cards(layout: Layout, body: int, verdicts: list[DropReason | None]) -> None:
    """Drop the cards of other stories: a linked headline with a few lines in a wrapper of its own."""
    tree = layout.tree
    for at in range(tree.first_blocks[body], layout.ends[body]):
        block = tree.blocks[at]
        if block.tag in HEADINGS and block.linked > LINKED_SHARE * len(block.text):
            card = block.element
            while tree.parents[card] != body and layout.ends[tree.parents[card]] - tree.first_blocks[tree.parents[card]] <= MAX_CARD_BLOCKS:
                card = tree.parents[card]
                if card == 0:
                    break
            if card not in {body, 0} and layout.prose[card] <= MAX_CARD_PROSE:
                for inside in range(tree.first_blocks[card], layout.ends[card]):
                    verdicts[inside] = verdicts[inside] or DropReason.TEASER


def drop_photo_lines(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Take for captions the short lines right after a picture that name an agency and are no sentence."""
    tree = layout.tree
    for picture in tree.pictures:
        at = picture.block
        if first <= at < end and verdicts[at] is None:
            text = tree.blocks[at].text
            if len(text) <= MAX_CAPTION_LETTERS and text[-1] not in ".!?؟。" and AGENCY.search(text):
                verdicts[at] = DropReason.CAPTION


def drop_tail(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop what follows the last lines of the story: from a heading of other stories on, where little prose is left."""
    tree, weights = layout.tree, layout.weights
    total = sum(weights[at] for at in range(first, end) if verdicts[at] is None)
    left = 0.0
    cut = end
    for at in range(end - 1, first - 1, -1):
        if verdicts[at] is None:
            left += weights[at]
        elif verdicts[at] in TAIL and tree.blocks[at].tag in HEADINGS and left < TAIL_SHARE * total:
            cut = at
        if left >= TAIL_SHARE * total:
            break
    for at in range(cut, end):
        verdicts[at] = verdicts[at] or DropReason.RELATED


def drop_idle_headings(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop a heading under which nothing is left."""
    is_idle = True
    for at in range(end - 1, first - 1, -1):
        if layout.tree.blocks[at].tag in HEADINGS:
            if verdicts[at] is None and is_idle:
                verdicts[at] = DropReason.RELATED
        elif verdicts[at] is None:
            is_idle = False
