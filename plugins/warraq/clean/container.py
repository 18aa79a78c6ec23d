"""Which element holds the story: the deepest with most of the prose, and what goes on beside it."""

from warraq.clean.excuses import AGAINST
from warraq.clean.layout import Layout
from warraq.clean.phrases import name_line
from warraq.clean.prose import FULL_PROSE, FULL_STOPS, measure_letters
from warraq.clean.words import Sign
from warraq.model import DropReason

BODY_SHARE = 0.7  # Of the weighted prose, in the deepest element that is taken for the body; at .5 F1 falls by .008.
CLIMB_PURITY = 0.7  # Of what a wider element adds, prose, for it to be the body's other part.
MIN_RIGHTS_LETTERS = 30  # A shorter line of rights may be a picture's.
MIN_LEADING = 2  # Paragraphs; a single one may be the standfirst.
NO_CONTAINER = frozenset(["p", "li", "blockquote", "ul", "ol", "td", "tr", "tbody", "dl", "dd", "dt"])


def find_body(layout: Layout, scope: int) -> int:
    """Return the element in ``scope`` that holds the story: the deepest with most of its prose, and its kind."""
    enough = BODY_SHARE * layout.prose[scope]
    body = scope
    first, end = layout.tree.first_blocks[scope], layout.ends[scope]
    for at in range(scope, len(layout.prose)):
        if layout.prose[at] >= enough and first <= layout.tree.first_blocks[at] and layout.ends[at] <= end:
            body = at
    while body != scope and layout.tree.tags[body] in NO_CONTAINER:
        body = layout.tree.parents[body]
    return climb(layout, body, scope)


def climb(layout: Layout, body: int, scope: int) -> int:
    """Return the body with what its ancestors add, as far as that is prose too: bodies stand in two containers."""
    tree = layout.tree
    best, at = body, body
    while at != scope and tree.tags[at] not in {"body", "main"}:
        at = tree.parents[at]
        extra = layout.prose[at] - layout.prose[best]
        if extra > FULL_PROSE:
            extra -= weigh_below_rights(layout, range(layout.ends[best], layout.ends[at]))
        extra += weigh_twins(layout, best, at)
        is_prose = extra > FULL_PROSE and extra >= CLIMB_PURITY * count_letters(layout, best, at)
        if is_prose or (extra > FULL_PROSE and leads_in(layout, best, at)):
            best = at
    return best


def leads_in(layout: Layout, inner: int, outer: int) -> bool:
    """Tell whether an element has paragraphs of its own before one within: the lead of a list, or of a live blog."""
    tree = layout.tree
    own = [
        at
        for at in range(tree.first_blocks[outer], tree.first_blocks[inner])
        if outer in {tree.blocks[at].element, tree.parents[tree.blocks[at].element]}
        and tree.blocks[at].tag not in NO_CONTAINER - {"p"}
        and layout.weights[at] >= FULL_PROSE
        and not tree.blocks[at].linked
        and tree.blocks[at].text[-1] in FULL_STOPS
    ]
    return len(own) >= MIN_LEADING


def weigh_twins(layout: Layout, body: int, outer: int) -> float:
    """Return the letters that are no prose in the elements beside a body and named as it is: lists, short lines."""
    tree = layout.tree
    if tree.parents[body] != outer or not layout.signs[body] & Sign.BODY:
        return 0.0
    twins = [
        at
        for at in range(outer + 1, len(tree.parents))
        if at != body
        and tree.parents[at] == outer
        and tree.names[at] == tree.names[body]
        and not layout.signs[at] & AGAINST
    ]
    lines = {at for twin in twins for at in range(tree.first_blocks[twin], layout.ends[twin])}
    return sum(max(0.0, measure_letters(tree.blocks[at].text) - layout.weights[at]) for at in lines)


def weigh_below_rights(layout: Layout, behind: range) -> float:
    """Return the prose behind a body that a line of rights, in an element classed so, parts from it."""
    tree = layout.tree
    for at in behind:
        text = tree.blocks[at].text
        is_classed = len(text) >= MIN_RIGHTS_LETTERS and layout.signs[tree.blocks[at].element] & Sign.COPYRIGHT
        if is_classed and name_line(text) is DropReason.COPYRIGHT:
            return sum(layout.weights[at : behind.stop])
    return 0.0


def count_letters(layout: Layout, inner: int, outer: int) -> float:
    """Return the weighted letters that an element holds besides those of one within, where nothing is against them."""
    tree = layout.tree
    inside = range(tree.first_blocks[inner], layout.ends[inner])
    return sum(
        measure_letters(tree.blocks[at].text)
        for at in range(tree.first_blocks[outer], layout.ends[outer])
        if at not in inside and not layout.signs[tree.blocks[at].element] & AGAINST
    )
