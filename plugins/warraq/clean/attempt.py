"""The body found, and found again where the first result cannot be the story."""

from typing import NamedTuple

from warraq.clean.body import judge
from warraq.clean.container import NO_CONTAINER, find_body
from warraq.clean.declared import Declared, declares_article
from warraq.clean.layout import Layout, measure
from warraq.clean.prose import FULL_PROSE, FULL_STOPS, list_words
from warraq.clean.scopes import Scope
from warraq.clean.stems import MIN_SHARE, list_stems, share_stems
from warraq.clean.tree import Tree, climb_tree
from warraq.model import DropReason

SHORT = 250.0  # Weighted letters of prose: a shorter result is tried again.
POOR_SHARE = 0.25  # Of all the page's prose.
LENIENT_SHARE = 0.12  # Second attempt: what holds this much of the prose is not held suspect.
REACH = 8  # Blocks under the headline.
# Third, where nothing was found: an element named for comments or other stories may hold the story itself.
MISNAMED_SHARE, MISNAMED_SHARE_FIRM = 0.6, 0.4


class Attempt(NamedTuple):
    """A body, with the verdict on every block of the page."""

    layout: Layout
    body: int
    verdicts: list[DropReason | None]
    prose: float  # Weighted letters kept.


def attempt(layout: Layout, scope: int) -> Attempt:
    """Return the body within ``scope``."""
    body = find_body(layout, scope)
    verdicts = judge(layout, body)
    kept = sum(weight for weight, reason in zip(layout.weights, verdicts, strict=True) if reason is None)
    return Attempt(layout, body, verdicts, kept)


def find_story(layout: Layout, scope: Scope, declared: Declared, headline: str | None) -> Attempt:
    """Return the body of the page's own story: tried again where the first is short, poor or off the topic."""
    found = choose(layout, scope, declared, headline)
    under = find_under(layout, scope, found, None if declares_article(declared) else headline or "")
    return under or found


def choose(layout: Layout, scope: Scope, declared: Declared, headline: str | None) -> Attempt:
    """Return the element with the most prose as a body, or what a second look finds."""
    first = attempt(layout, scope.element)
    topic = list_words(" ".join((headline or "", *declared.descriptions[:2])))
    is_whole = first.prose >= SHORT and (scope.element != 0 or not is_poor(layout.tree, first))
    if is_whole and shares_words(first, topic):
        return first
    second = attempt(measure(layout.tree, LENIENT_SHARE), 0)
    if is_whole:
        return second if shares_words(second, topic) else first
    tried = [first, second]
    if not first.prose:
        tried.insert(1, attempt(measure(layout.tree, MISNAMED_SHARE, MISNAMED_SHARE_FIRM), 0))
    return max(tried, key=lambda one: one.prose * (1.0 if shares_words(one, topic) else 0.2))


def find_under(layout: Layout, scope: Scope, found: Attempt, headline: str | None) -> Attempt | None:
    """Return what stands right under the headline and tells of it, where hardly anything was found, or nothing.

    A story of a paragraph or two has less prose than the teasers under it. ``headline`` is None where the page declares
    an article, whatever it tells of. None where there is no such paragraph.
    """
    if scope.heading is None:
        return None
    blocks, start = layout.tree.blocks, scope.heading.block + 1
    reach = range(start, min(start + REACH, len(blocks)))
    at = next((at for at in reach if layout.weights[at] >= FULL_PROSE and not blocks[at].linked), None)
    if at is None or found.prose >= layout.weights[at] or found.verdicts[at] is None:
        return None
    if blocks[at].text[-1] not in FULL_STOPS or not (headline is None or tells(headline, blocks[at].text)):
        return None
    body = find_beside(layout, at, scope.heading.block)
    verdicts = judge(layout, body)
    prose = sum(weight for weight, reason in zip(layout.weights, verdicts, strict=True) if reason is None)
    return Attempt(layout, body, verdicts, prose) if verdicts[at] is None else None


def tells(headline: str, text: str) -> bool:
    """Tell whether a text says enough of a headline's words."""
    return share_stems(list_stems(headline), list_stems(text)) >= MIN_SHARE


def find_beside(layout: Layout, at: int, heading: int) -> int:
    """Return the widest element around a paragraph without the headline; one of a row alike stands for the row."""
    tree = layout.tree
    over = {*climb_tree(tree, tree.blocks[heading].element)}
    chain = [one for one in climb_tree(tree, tree.blocks[at].element) if one not in over]
    if not chain:
        return tree.blocks[at].element
    body = chain[-1]
    beside = (one for one, parent in enumerate(tree.parents) if parent == tree.parents[body] and one != body)
    kind = (tree.tags[body], tree.names[body])
    is_row = tree.tags[body] in NO_CONTAINER or any((tree.tags[one], tree.names[one]) == kind for one in beside)
    return tree.parents[body] if is_row else body


def is_poor(tree: Tree, found: Attempt) -> bool:
    """Tell whether a body holds little of the letters that the page prints in long lines."""
    long = sum(len(block.text) for block in tree.blocks if len(block.text) > SHORT)
    return found.prose < POOR_SHARE * long


def shares_words(found: Attempt, topic: frozenset[str]) -> bool:
    """Tell whether a body speaks of what headline and description name; true where these name nothing."""
    if not topic:
        return True
    blocks = found.layout.tree.blocks
    return any(
        any(word in text for word in topic)
        for text in (blocks[at].text.casefold() for at, reason in enumerate(found.verdicts) if reason is None)
    )
