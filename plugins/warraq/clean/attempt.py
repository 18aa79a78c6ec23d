"""The body found, and found again where the first result cannot be the story."""

from typing import NamedTuple

from warraq.clean.body import judge
from warraq.clean.container import NO_CONTAINER, find_body
from warraq.clean.declared import Declared, declares_article
from warraq.clean.headings import Heading
from warraq.clean.layout import Layout, measure
from warraq.clean.linked import LINKED_SHARE
from warraq.clean.prose import FULL_PROSE, FULL_STOPS, list_words
from warraq.clean.scopes import Scope
from warraq.clean.stems import MIN_SHARE, list_stems, share_stems
from warraq.clean.tree import Block, Tree, climb_tree
from warraq.model import DropReason

SHORT = 250.0  # Weighted letters of prose: a shorter result is tried again.
POOR_SHARE = 0.25  # Of all the page's prose.
LENIENT_SHARE = 0.12  # Second attempt: what holds this much of the prose is not held suspect.
REACH = 8  # Blocks under the headline.
MIN_TITLE_LETTERS = 16  # Linked, of another story.
MAX_TEASERS, TEASERS_SHARE = 12, 0.6  # Paragraphs that a row of teasers may have, and those of them under a link.
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
    return weigh_attempt(layout, body, judge(layout, body))


def weigh_attempt(layout: Layout, body: int, verdicts: list[DropReason | None]) -> Attempt:
    """Return a body with its verdicts and the prose that they keep."""
    kept = sum(weight for weight, reason in zip(layout.weights, verdicts, strict=True) if reason is None)
    return Attempt(layout, body, verdicts, kept)


def find_story(layout: Layout, scope: Scope, declared: Declared, headline: str | None) -> Attempt:
    """Return the body of the page's own story: tried again where the first is short, poor or off the topic."""
    found = choose(layout, scope, declared, headline)
    at = find_lead(layout, scope, found)
    if at is None or scope.heading is None:
        return found
    is_told = share_stems(list_stems(headline or ""), list_stems(layout.tree.blocks[at].text)) >= MIN_SHARE
    if found.prose < layout.weights[at]:
        is_better = is_told or declares_article(declared)
    else:
        is_better = is_told and is_of_others(found, scope.heading)
    under = attempt_under(layout, at, scope.heading) if is_better else found
    return under if under.verdicts[at] is None else found


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


def find_lead(layout: Layout, scope: Scope, found: Attempt) -> int | None:
    """Return the first paragraph right under the headline, where what was found stands below it; None without one.

    A story of a paragraph or two has less prose than the teasers under it.
    """
    blocks, start = layout.tree.blocks, scope.heading.block + 1 if scope.heading else 0
    reach = range(start, min(start + REACH, len(blocks))) if scope.heading else ()
    at = next((at for at in reach if layout.weights[at] >= FULL_PROSE and not blocks[at].linked), None)
    is_lead = at is not None and blocks[at].text[-1] in FULL_STOPS and None not in found.verdicts[: at + 1]
    return at if is_lead else None


def is_of_others(found: Attempt, heading: Heading) -> bool:
    """Tell whether a body stands below another h1, or is a few paragraphs under a link or in a cell with one each."""
    blocks, weights = found.layout.tree.blocks, found.layout.weights
    kept = [at for at, reason in enumerate(found.verdicts) if reason is None and weights[at] >= FULL_PROSE]
    if not kept or any(is_rival(block, heading) for block in blocks[heading.block + 1 : kept[0]]):
        return True
    titled = {at for at in kept if is_title(blocks[at - 1]) and at - 1 not in found.layout.tree.anchors}
    teasers = sum(at in titled or (blocks[at].tag == "td" and blocks[at].linked > 0) for at in kept)
    return 1 < len(kept) <= MAX_TEASERS and teasers > TEASERS_SHARE * len(kept)


def is_rival(block: Block, heading: Heading) -> bool:
    """Tell whether a block is another h1 than the story's own."""
    return block.tag == "h1" and block.text != heading.text


def is_title(block: Block) -> bool:
    """Tell whether a block is a link that is long enough for another story's headline, and no more."""
    return block.linked >= MIN_TITLE_LETTERS and block.linked > LINKED_SHARE * len(block.text)


def attempt_under(layout: Layout, at: int, heading: Heading) -> Attempt:
    """Return as a body what stands around a paragraph under the headline, up to the next h1."""
    body = find_beside(layout, at, heading.block)
    verdicts = judge(layout, body)
    blocks = layout.tree.blocks
    for other in range(at + 1, len(blocks)):
        if is_rival(blocks[other], heading):
            verdicts[other:] = [reason or DropReason.OUTSIDE_BODY for reason in verdicts[other:]]
            break
    return weigh_attempt(layout, body, verdicts)


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
