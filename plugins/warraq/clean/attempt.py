"""The body found, and found again where the first result cannot be the story."""

from typing import NamedTuple

from warraq.clean.body import judge
from warraq.clean.container import find_body
from warraq.clean.declared import Declared
from warraq.clean.layout import Layout, measure
from warraq.clean.prose import list_words
from warraq.clean.scopes import Scope
from warraq.clean.tree import Tree
from warraq.model import DropReason

SHORT = 250.0  # Weighted letters of prose: a shorter result is tried again.
POOR_SHARE = 0.25  # Of all the page's prose.
LENIENT_SHARE = 0.12  # Second attempt: what holds this much of the prose is not held suspect.
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
