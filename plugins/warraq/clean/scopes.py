"""The stories of one page: the page's own, and those scrolled in below it, each in an element of its own."""

import re
from collections.abc import Callable
from functools import cache, partial
from itertools import islice
from typing import NamedTuple

from warraq.clean.boxes import MIN_SCOPE
from warraq.clean.container import BODY_SHARE
from warraq.clean.excuses import AGAINST
from warraq.clean.headings import Heading
from warraq.clean.layout import Layout
from warraq.clean.repairs import PART
from warraq.clean.stems import MIN_SHARE, list_stems, share_stems
from warraq.clean.tags import HEADINGS
from warraq.clean.tree import AUTHOR_LINK, climb_tree
from warraq.clean.words import Sign
from warraq.clean.writer_labels import PREFIX
from warraq.text.dates import is_date_line

# What a whole story has and a teaser lacks.
MIN_PARAGRAPHS = 2
MIN_STORY = 250.0  # Weighted letters of prose.
MAX_STORIES = 30
LISTED_SHARE = 0.6
MAX_LEVELS = 12  # Around the headline, that are asked for elements alike.
SAID_SHARE = 0.35  # Of a story's words, in the story above it: such as any story says.
MAX_ASKED = 4  # Paragraphs of a story, that are asked for its words.
WRITERS = frozenset({"author", AUTHOR_LINK})
NUMBER = re.compile(r"\d+")
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
    others = list_articles(layout, own) if own else []
    if not others and heading:
        own, others = find_alike(layout, heading)
    own = own if others else first
    whole = find_parted(layout, [own, *(scope.element for scope in others[: MAX_STORIES - 1])])
    if whole is not None:
        return (Scope(whole, heading, None),)
    return (Scope(own, heading, None), *others[: MAX_STORIES - 1])


def find_parted(layout: Layout, scopes: list[int]) -> int | None:
    """Return the element whose parts were taken for stories, where one of them tells none of its own; else None."""
    tree = layout.tree
    part = next((at for at in climb_tree(tree, scopes[0]) if tree.names[at] == PART), None)
    if part is None:
        return None
    parts = (at for at, name in enumerate(tree.names) if name == PART and tree.parents[at] == tree.parents[part])
    return None if set(scopes).issuperset(parts) else tree.parents[part]


def list_articles(layout: Layout, own: int) -> list[Scope]:
    """Return the whole stories in article elements behind the page's own."""
    tree = layout.tree
    behind = (
        at
        for at in range(own + 1, len(tree.tags))
        if tree.tags[at] == "article" and tree.first_blocks[at] >= layout.ends[own]
    )
    said = cache(partial(list_said, layout, own))
    return [scope for at in behind if (scope := read_scope(layout, at, said))]


def find_alike(layout: Layout, heading: Heading) -> tuple[int, list[Scope]]:
    """Return the element around the heading that has others alike behind it, each with a story of its own, and these.

    Alike are elements of one parent and tag that share a word of their class, or have none.
    """
    tree = layout.tree
    chain = [*islice(climb_tree(tree, tree.blocks[heading.block].element), MAX_LEVELS)]
    rows: dict[int, list[int]] = {tree.parents[at]: [] for at in chain}
    for at in range(chain[0] + 1 if chain else 0, len(tree.tags)):
        if tree.parents[at] in rows:
            rows[tree.parents[at]].append(at)
    for own in chain:
        behind = [at for at in rows[tree.parents[own]] if at > own and is_alike(layout, own, at)]
        if behind and is_whole(layout, own):
            said = cache(partial(list_said, layout, own))
            others = [scope for at in behind if (scope := read_scope(layout, at, said))]
            if others:
                return own, others
    return 0, []


def is_alike(layout: Layout, own: int, other: int) -> bool:
    """Tell whether two elements have one tag and a word of their class in common, or both none."""
    tree = layout.tree
    if tree.tags[own] != tree.tags[other]:
        return False
    names = [set(NUMBER.sub("", tree.names[at]).split()) for at in (own, other)]
    return bool(names[0] & names[1]) or not any(names)


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


def read_scope(layout: Layout, at: int, said: Callable[[], set[str]]) -> Scope | None:
    """Return an element as a story of its own: it begins with a headline and holds whole paragraphs.

    An article's headline is an h1 or a link to it; that of any other element tells another story than the page's own,
    whose words ``said`` returns.
    """
    tree = layout.tree
    is_article = tree.tags[at] == "article"
    if (is_article and is_nested(layout, at)) or layout.signs[at] & AGAINST or not is_whole(layout, at):
        return None
    for block in range(tree.first_blocks[at], layout.ends[at]):
        element = tree.blocks[block].element
        if layout.weights[block] >= MIN_STORY / MIN_PARAGRAPHS:
            return None
        if tree.tags[element] in HEADINGS:
            heading = Heading(block, tree.blocks[block].text, ())
            address = tree.addresses.get(at) or tree.addresses.get(element)
            is_proved = is_article and (address or tree.tags[element] == "h1")
            return Scope(at, heading, address) if is_proved or is_other_story(layout, at, heading, said) else None
    return None


def is_other_story(layout: Layout, at: int, heading: Heading, said: Callable[[], set[str]]) -> bool:
    """Tell whether an element tells another story than the page's own: in other words, and signed or dated by itself.

    The parts of a story may stand so under a day each: where its headline's tag is none of a page's, both are wanted.
    """
    is_dated, is_signed = find_signs(layout, at, heading)
    is_h1 = layout.tree.blocks[heading.block].tag == "h1"
    if not (is_dated and is_signed) and not (is_h1 and (is_dated or is_signed)):
        return False
    prose = list_prose(layout, at)[:MAX_ASKED]
    told, above = list_stems(" ".join(prose)), said()
    is_apart = share_stems(told, above) < SAID_SHARE and share_stems(list_stems(heading.text), above) < MIN_SHARE
    return is_apart and len(prose) >= MIN_PARAGRAPHS


def list_said(layout: Layout, at: int) -> set[str]:
    """Return the words of an element's paragraphs, by their beginnings."""
    return list_stems(" ".join(list_prose(layout, at)))


def list_prose(layout: Layout, at: int) -> list[str]:
    """Return the paragraphs of an element."""
    blocks = range(layout.tree.first_blocks[at], layout.ends[at])
    return [layout.tree.blocks[block].text for block in blocks if layout.weights[block] > 0]


def find_signs(layout: Layout, at: int, heading: Heading) -> tuple[bool, bool]:
    """Tell whether a day and a writer stand around the headline of an element, over its prose."""
    tree = layout.tree
    first = tree.first_blocks[at]
    end = next((block for block in range(heading.block + 1, layout.ends[at]) if layout.weights[block] > 0), first)
    lines = [tree.blocks[block] for block in range(first, end) if block != heading.block]
    stamps = {stamp.name for stamp in tree.stamps if first <= stamp.block <= end}
    is_dated = "time" in stamps or any(is_date_line(line.text) for line in lines)
    is_signed = not stamps.isdisjoint(WRITERS) or any(
        layout.signs[line.element] & Sign.BYLINE or PREFIX.match(line.text) for line in lines
    )
    return is_dated, is_signed


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
