"""The stories of one page: the page's own, and those scrolled in below it, each in an element of its own."""

from typing import NamedTuple

from warraq.clean.boxes import MIN_SCOPE
from warraq.clean.container import BODY_SHARE
from warraq.clean.excuses import AGAINST
from warraq.clean.headings import Heading
from warraq.clean.layout import Layout
from warraq.clean.tags import HEADINGS

# What a whole story has and a teaser lacks.
MIN_PARAGRAPHS = 2
MIN_STORY = 250.0  # Weighted letters of prose.
MAX_STORIES = 30
LISTED_SHARE = 0.6
SCOPE_SHARE = 0.35  # Of the prose, in the surroundings of a headline that two witnesses confirm.


class Scope(NamedTuple):
    """An element that holds one story."""

    element: int
    heading: Heading | None
    address: str | None  # Where the page says that the story lives; None for the page's own.


def find_scopes(layout: Layout, heading: Heading | None) -> tuple[Scope, ...]:
    """Return where the page's stories stand: the one around the trusted heading, then whole stories after it."""
    first = find_scope(layout, heading.block) if heading else 0
    own = find_outer_article(layout, heading) or first
    if not own:
        return (Scope(first, heading, None),)
    others = [
        scope
        for at in range(own + 1, len(layout.tree.tags))
        if layout.tree.tags[at] == "article"
        and layout.tree.first_blocks[at] >= layout.ends[own]
        and (scope := read_scope(layout, at))
    ]
    if not others:
        return (Scope(first, heading, None),)
    return (Scope(own, heading, None), *others[: MAX_STORIES - 1])


def find_outer_article(layout: Layout, heading: Heading | None) -> int | None:
    """Return the outermost article element around the heading, or the first on the page with a whole story."""
    tree = layout.tree
    if heading is None:
        return next((at for at, tag in enumerate(tree.tags) if tag == "article" and is_whole(layout, at)), None)
    found, at = None, tree.blocks[heading.block].element
    while at:
        if tree.tags[at] == "article":
            found = at
        at = tree.parents[at]
    return found if found is not None and is_whole(layout, found) else None


def read_scope(layout: Layout, at: int) -> Scope | None:
    """Return an article element as a story of its own: it begins with a headline and holds whole paragraphs."""
    tree = layout.tree
    if is_nested(layout, at) or layout.signs[at] & AGAINST or not is_whole(layout, at):
        return None
    for block in range(tree.first_blocks[at], layout.ends[at]):
        element = tree.blocks[block].element
        if layout.weights[block] >= MIN_STORY / MIN_PARAGRAPHS:
            return None
        if tree.tags[element] in HEADINGS:
            text = tree.blocks[block].text
            address = tree.addresses.get(at) or tree.addresses.get(element)
            return Scope(at, Heading(block, text, ()), address) if address or tree.tags[element] == "h1" else None
    return None


def is_nested(layout: Layout, at: int) -> bool:
    """Tell whether an article element stands in another one."""
    while at:
        at = layout.tree.parents[at]
        if layout.tree.tags[at] == "article":
            return True
    return False


def is_whole(layout: Layout, at: int) -> bool:
    """Tell whether an element holds a whole story, not its teaser."""
    weights = layout.weights[layout.tree.first_blocks[at] : layout.ends[at]]
    return sum(weight > 0 for weight in weights) >= MIN_PARAGRAPHS and sum(weights) >= MIN_STORY


def find_scope(layout: Layout, headline_block: int) -> int:
    """Return the smallest element around the headline that holds a story's worth of prose after it; 0 is the page."""
    tree, total = layout.tree, layout.prose[0]
    at = tree.blocks[headline_block].element
    while at:
        after = sum(layout.weights[headline_block : layout.ends[at]])
        if after >= MIN_SCOPE and after >= SCOPE_SHARE * total:
            return at
        if after >= MIN_SCOPE and ((tree.tags[at] == "article" and has_rivals(layout, at)) or is_listed(layout, at)):
            return at
        at = tree.parents[at]
    return 0


def has_rivals(layout: Layout, scope: int) -> bool:
    """Tell whether the page's other prose stands in articles of their own, after this one."""
    tree = layout.tree
    others = sum(
        layout.prose[at]
        for at in range(scope + 1, len(tree.tags))
        if tree.tags[at] == "article"
        and tree.first_blocks[at] >= layout.ends[scope]
        and tree.tags[tree.parents[at]] != "article"
    )
    return others + layout.prose[scope] >= BODY_SHARE * layout.prose[0]


def is_listed(layout: Layout, scope: int) -> bool:
    """Tell whether the page's other prose stands in lists: of other stories, not of this one."""
    tree = layout.tree
    inside = range(tree.first_blocks[scope], layout.ends[scope])
    outside = [at for at, weight in enumerate(layout.weights) if weight and at not in inside]
    listed = sum(layout.weights[at] for at in outside if tree.blocks[at].tag == "li")
    return listed >= LISTED_SHARE * sum(layout.weights[at] for at in outside)
