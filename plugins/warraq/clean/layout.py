"""A page measured: how much prose each element holds, and what is held against it."""

from typing import NamedTuple

from warraq.clean.captions import is_credit_line
from warraq.clean.excuses import AGAINST, excuse
from warraq.clean.prose import FULL_PROSE, weigh
from warraq.clean.sign_offs import is_signature
from warraq.clean.tree import Tree
from warraq.clean.words import Sign

EMBED_LEVELS = 5
OF_PICTURES = Sign.CAPTION | Sign.CREDIT
OTHERS = Sign.COMMENTS | Sign.RELATED | Sign.TEASER
# A wrapper whose names speak against it is believed unless it holds this share of the page's prose (facts, 2026-11-23:
# +.034 on the publishers' set when introduced); one of comments or other stories, and one of consent, needs more.
EXCUSED_SHARE = 0.35
EXCUSED_SHARE_FIRM = 0.9
LEADING_BLOCKS = 2  # Long paragraphs, among which a story's own teaser stands.


class Layout(NamedTuple):
    """A page measured: which blocks each element holds, how much prose, and what is held against it."""

    tree: Tree
    ends: list[int]  # Index after the last block of each element.
    prose: list[float]  # Weighted letters of prose below each element that nothing speaks against.
    weights: list[float]  # Of each block; 0 for what is no prose or not trusted.
    signs: list[int]  # Of each element, its ancestors' included, excused ones left out.


def is_embedded(tree: Tree, element: int) -> bool:
    """Tell whether an element is of a post from elsewhere that the page shows."""
    for _ in range(EMBED_LEVELS):
        if tree.signs[element] & Sign.EMBED:
            return True
        element = tree.parents[element]
    return False


def is_of_others(layout: Layout, element: int, headline: int) -> bool:
    """Tell whether an element stands among comments or other stories, as their writers and days do.

    ``headline`` is the block of the story's own: what holds it too is no other's, nor is what stands between it and
    the story's prose. A box with one line is called after the line that it stands in for.
    """
    signs, parents = layout.signs, layout.tree.parents
    if not signs[element] & OTHERS:
        return False
    while element and signs[parents[element]] & OTHERS:
        element = parents[element]
    first, end = layout.tree.first_blocks[element], layout.ends[element]
    is_own = first <= headline < end or (
        first > headline and not any(weight >= FULL_PROSE for weight in layout.weights[headline:first])
    )
    return end - first > 1 and not is_own


def is_elsewhere(layout: Layout, element: int, headline: int) -> bool:
    """Tell whether an element is of comments, of other stories, or of a post that the page shows."""
    return is_of_others(layout, element, headline) or is_embedded(layout.tree, element)


def find_top(layout: Layout, headline: int, reach: int) -> int:
    """Return the first of ``reach`` blocks over a headline, below the last full paragraph there: of another story."""
    top = max(0, headline - reach)
    return next((at + 1 for at in range(headline - 1, top - 1, -1) if layout.weights[at] >= FULL_PROSE), top)


def is_pictured(layout: Layout, element: int, headline: int) -> bool:
    """Tell whether an element is of a picture's caption, where who took it is named; one over the headline is none."""
    signs, parents = layout.signs, layout.tree.parents
    if not signs[element] & OF_PICTURES:
        return False
    while signs[parents[element]] & OF_PICTURES:
        element = parents[element]
    return not layout.tree.first_blocks[element] <= headline < layout.ends[element]


def measure(tree: Tree, excused_share: float = EXCUSED_SHARE, firm_share: float = EXCUSED_SHARE_FIRM) -> Layout:
    """Return the page's elements measured; a wrapper with over ``excused_share`` of the prose is not held suspect.

    One named for comments or other stories needs ``firm_share``.
    """
    weights = [weigh(block) for block in tree.blocks]
    ends, every = sum_up(tree, weights)
    leading = [at for at, weight in enumerate(weights) if weight >= FULL_PROSE][:LEADING_BLOCKS]
    signs = excuse(tree, ends, every, (excused_share, firm_share), leading[-1] if leading else 0)
    trusted = [
        0.0 if signs[block.element] & AGAINST else weight for block, weight in zip(tree.blocks, weights, strict=True)
    ]
    return Layout(tree, ends, sum_up(tree, trusted)[1], trusted, signs)


def sum_up(tree: Tree, weights: list[float]) -> tuple[list[int], list[float]]:
    """Return for each element the index after its last block, and the weight of the blocks below it."""
    parents = tree.parents
    ends = list(tree.first_blocks)
    sums = [0.0] * len(parents)
    for end, (block, weight) in enumerate(zip(tree.blocks, weights, strict=True), 1):
        element = block.element
        sums[element] += weight
        ends[element] = end
    for at in range(len(parents) - 1, 0, -1):
        parent, end = parents[at], ends[at]
        sums[parent] += sums[at]
        if end > ends[parent]:  # noqa: PLR1730 - a call for each element costs 30 µs.
            ends[parent] = end
    return ends, sums


def stand_alone(layout: Layout, picture: int, element: int) -> bool:
    """Tell whether a picture and a line share a wrapper that holds no other text, but who took it."""
    tree = layout.tree
    while element > picture:
        element = tree.parents[element]
    while picture > element:
        picture = tree.parents[picture]
    inside = tree.blocks[tree.first_blocks[element] : layout.ends[element]]
    if picture != element or len(inside) != 2:  # noqa: PLR2004 - caption, credit
        return picture == element and len(inside) == 1
    is_credited = [
        bool(tree.signs[block.element] & Sign.CREDIT) or is_credit_line(block.text) or is_signature(block.text)
        for block in inside
    ]
    return is_credited == [False, True]
