"""The stories of one page: the page's own, and those scrolled in below it, each in an element of its own."""

from typing import NamedTuple

from warraq.clean.headline import Heading
from warraq.clean.layout import AGAINST, Layout, find_scope
from warraq.clean.tags import HEADINGS

# What a whole story has and a teaser lacks.
MIN_PARAGRAPHS = 2
MIN_STORY = 250.0  # Weighted letters of prose.
MAX_STORIES = 30


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
