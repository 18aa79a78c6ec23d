"""Where on the page the story stands, and which of the blocks there are not the story."""

from typing import NamedTuple

from warraq.clean.dom import HEADINGS, Block, Tree
from warraq.clean.phrases import name_line
from warraq.clean.words import Sign
from warraq.model import DropReason

# Prose, in letters of an alphabet; a sign of Chinese, Japanese or Korean says about as much as two and a half.
MIN_PROSE = 40
FULL_PROSE = 80
SENTENCE_ENDS = frozenset(".!?…\"”»«’':;。！？」』)۔؟।*")
FIRST_WIDE = "\u2e80"
LAST_WIDE = "\uffef"
WIDE_WEIGHT = 2.5
# A wrapper whose names speak against it is believed unless it holds this share of the page's prose (facts, 2026-11-23:
# +.034 on the publishers' set when introduced).
DISTRUST = Sign.NAVIGATION | Sign.ADVERTISING | Sign.NEWSLETTER | Sign.SHARE | Sign.ASIDE | Sign.HIDDEN | Sign.BYLINE
DISTRUST |= Sign.CAPTION | Sign.TAGS | Sign.DATE | Sign.COPYRIGHT | Sign.EMBED | Sign.PAYWALL
STRONG = Sign.COMMENTS | Sign.RELATED
SIGNS = DISTRUST | STRONG
EXCUSED_SHARE = 0.35
EXCUSED_SHARE_STRONG = 0.9
BODY_SHARE = 0.7  # Of the weighted prose, in the deepest element that is taken for the body; at .5 F1 falls by .008.

REASONS = (
    (Sign.COMMENTS, DropReason.COMMENTS),
    (Sign.RELATED, DropReason.RELATED),
    (Sign.CAPTION, DropReason.CAPTION),
    (Sign.BYLINE, DropReason.BYLINE),
    (Sign.DATE, DropReason.DATE),
    (Sign.TAGS, DropReason.TAGS),
    (Sign.SHARE, DropReason.SHARE),
    (Sign.NEWSLETTER, DropReason.NEWSLETTER),
    (Sign.ADVERTISING, DropReason.ADVERTISING),
    (Sign.COPYRIGHT, DropReason.COPYRIGHT),
    (Sign.NAVIGATION, DropReason.NAVIGATION),
    (Sign.HIDDEN, DropReason.HIDDEN),
    (Sign.PAYWALL, DropReason.NEWSLETTER),
    (Sign.EMBED, DropReason.BOILERPLATE),
    (Sign.ASIDE, DropReason.BOILERPLATE),
)


class Layout(NamedTuple):
    """A page measured: which blocks each element holds, how much prose, and what is held against it."""

    tree: Tree
    ends: list[int]  # Index after the last block of each element.
    prose: list[float]  # Weighted letters of prose below each element that nothing speaks against.
    weights: list[float]  # Of each block.
    signs: list[int]  # Of each element, its ancestors' included, excused ones left out.


def weigh(block: Block) -> float:
    """Return the letters of prose in a block: 0 for headings, labels and links."""
    text = block.text
    letters = float(len(text))
    if FIRST_WIDE < text[len(text) // 2] < LAST_WIDE:
        letters *= WIDE_WEIGHT
    if letters < MIN_PROSE or block.linked * 2 > len(text) or block.tag in HEADINGS:
        return 0.0
    return letters if letters >= FULL_PROSE or text[-1] in SENTENCE_ENDS else letters / 4


def measure(tree: Tree) -> Layout:
    """Return the page's elements measured."""
    weights = [weigh(block) for block in tree.blocks]
    ends, every = sum_up(tree, weights)
    signs = list(tree.signs)
    total = every[0]
    for at, own in enumerate(signs):
        if own & SIGNS:
            if every[at] >= EXCUSED_SHARE_STRONG * total:
                own &= ~SIGNS
            elif every[at] >= EXCUSED_SHARE * total:
                own &= ~DISTRUST
            signs[at] = own
        signs[at] |= signs[tree.parents[at]] & SIGNS
    trusted = [
        0.0 if signs[block.element] & SIGNS else weight for block, weight in zip(tree.blocks, weights, strict=True)
    ]
    return Layout(tree, ends, sum_up(tree, trusted)[1], weights, signs)


def sum_up(tree: Tree, weights: list[float]) -> tuple[list[int], list[float]]:
    """Return for each element the index after its last block, and the weight of the blocks below it."""
    parents = tree.parents
    ends = list(tree.first_blocks)
    sums = [0.0] * len(parents)
    for at, block in enumerate(tree.blocks):
        sums[block.element] += weights[at]
        ends[block.element] = at + 1
    for at in range(len(parents) - 1, 0, -1):
        parent = parents[at]
        sums[parent] += sums[at]
        if ends[at] > ends[parent]:
            ends[parent] = ends[at]
    return ends, sums


def find_body(layout: Layout) -> int:
    """Return the deepest element that holds most of the page's prose."""
    prose, tags = layout.prose, layout.tree.tags
    enough = BODY_SHARE * prose[0]
    at = max((at for at, sum_ in enumerate(prose) if sum_ >= enough), default=0)
    while at and tags[at] in {"p", "li", "blockquote", "ul", "ol", "td", "tr", "tbody"}:
        at = layout.tree.parents[at]
    return at


def judge(layout: Layout, body: int) -> list[DropReason | None]:
    """Return for each block of the page why it is not the story, or None where it is."""
    tree = layout.tree
    first, end = tree.first_blocks[body], layout.ends[body]
    verdicts: list[DropReason | None] = [DropReason.OUTSIDE_BODY] * len(tree.blocks)
    for at in range(first, end):
        verdicts[at] = judge_block(tree.blocks[at], layout.signs[tree.blocks[at].element])
    drop_idle_headings(tree, verdicts, first, end)
    return verdicts


def judge_block(block: Block, signs: int) -> DropReason | None:
    """Return why a block inside the body is not the story."""
    if signs & SIGNS:
        return next(reason for sign, reason in REASONS if signs & sign)
    letters = len(block.text)
    if block.linked > 0.9 * letters or (block.linked > 0.5 * letters and block.tag not in {"p", "li", "td"}):
        return DropReason.TEASER if block.tag != "li" else DropReason.NAVIGATION
    return name_line(block.text)


def drop_idle_headings(tree: Tree, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop a heading under which nothing is left."""
    below = False
    for at in range(end - 1, first - 1, -1):
        if verdicts[at] is None:
            if tree.blocks[at].tag in HEADINGS and not below:
                verdicts[at] = DropReason.RELATED
            else:
                below = True
