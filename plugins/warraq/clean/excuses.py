"""What a page's elements are called, without the names that stand on its own prose."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from warraq.clean.boxes import find_box, find_titled, find_unnamed
from warraq.clean.paid import judge_paywalls
from warraq.clean.prose import FULL_PROSE, measure_letters, weigh
from warraq.clean.tree import Block, Tree, climb_tree
from warraq.clean.words import SEPARATORS, Sign

WEAK = (
    Sign.NAVIGATION
    | Sign.ADVERTISING
    | Sign.NEWSLETTER
    | Sign.SHARE
    | Sign.ASIDE
    | Sign.HIDDEN
    | Sign.BYLINE
    | Sign.CAPTION
    | Sign.CREDIT
    | Sign.TAGS
    | Sign.DATE
    | Sign.COPYRIGHT
    | Sign.PAYWALL
)
FIRM = Sign.COMMENTS | Sign.RELATED | Sign.TEASER | Sign.CONSENT
AGAINST = WEAK | FIRM
OVERLAY = Sign.HIDDEN | Sign.NEWSLETTER | Sign.CONSENT
NAMED_SHARE = 0.2  # Of the prose, in an element named as the body: what stands apart from it is not excused.
KINDS = frozenset({"teaser", "teasers"})
MAX_FORMS = 200
LIGHTBOXES = frozenset({"modal", "overlay", "popup"})
LIGHTBOX_BLOCKS, PICTURE_LEVELS = 2, 4  # A caption and a credit, in an element so many levels over the picture.
MIN_REST = 2  # Paragraphs.
NEVER_BODY = OVERLAY | Sign.COMMENTS | Sign.PAYWALL
TORN_LINKED = 0.2  # Of the letters in an element that is named as the body and as other stories.
REST_SHARE = 0.8  # Of what is hidden, prose.
COOKIES = re.compile(r"cookie|GDPR|consent", re.IGNORECASE)
MAX_COOKIES = 3


def excuse(tree: Tree, ends: list[int], prose: list[float], excused: tuple[float, float], lead_end: int) -> list[int]:
    """Return the signs of each element and its ancestors, without those that stand on most of the page's prose.

    Siblings with the same sign count together: a body cut into sections is wrapped in many. A teaser that begins before
    block ``lead_end`` may be the story's own.
    """
    owns = [
        read_teaser(tree, ends, prose, at, lead_end) if own & Sign.TEASER else own for at, own in enumerate(tree.signs)
    ]
    offers = judge_paywalls(tree, ends, owns)
    for lightbox in find_lightboxes(tree, ends):
        owns[lightbox] &= ~Sign.NEWSLETTER
    for form in (*tree.forms, *list_offers(tree, lead_end))[:MAX_FORMS]:
        box = find_box(tree, ends, form)
        owns[box] |= Sign.NEWSLETTER if box else 0
    for box, sign in chain(find_titled(tree, ends, prose), find_unnamed(tree, ends, prose)):
        owns[box] |= sign
    for rest in find_rest(tree, ends, prose):
        owns[rest] &= ~Sign.HIDDEN
    named = find_named(tree, prose) or find_torn(tree, ends, prose)
    owns[named or 0] &= ~(AGAINST & tree.signs[named or 0])
    together: dict[tuple[int, int], float] = {}
    parents = tree.parents
    for at, own in enumerate(owns):
        if own & AGAINST:
            key = (parents[at], own & AGAINST)
            together[key] = together.get(key, 0.0) + prose[at]
    signs = list(owns)
    for at, own in enumerate(owns):
        held = own & AGAINST
        if held and prose[at] and at not in offers and (named is None or overlaps(tree, ends, at, named)):
            share = together[parents[at], held] / prose[0]
            if share >= excused[0] and not (
                held & OVERLAY and is_consent(tree.blocks[tree.first_blocks[at] : ends[at]])
            ):
                signs[at] = own & ~(AGAINST if share >= excused[1] else WEAK)
        signs[at] |= signs[parents[at]] & AGAINST
    return signs


def list_offers(tree: Tree, lead_end: int) -> Iterator[int]:
    """Yield the elements of links that ask the reader for something, below the first paragraphs and a block each.

    An item of a list is none: a story names there whom the reader may help.
    """
    for element, at in tree.offers:
        block = tree.blocks[at] if lead_end < at < len(tree.blocks) else None
        is_item = "li" in {tree.tags[element], tree.tags[tree.parents[element]]}
        if block and block.linked == len(block.text) and block.element == element and not is_item:
            yield element


def find_lightboxes(tree: Tree, ends: list[int]) -> Iterator[int]:
    """Yield the wrappers of a picture that are named for what opens over the page and hold no more than its lines."""
    for picture in tree.pictures[:MAX_FORMS]:
        for element in islice(climb_tree(tree, picture.element), PICTURE_LEVELS):
            first, end = tree.first_blocks[element], ends[element]
            if not tree.signs[element] & Sign.NEWSLETTER or end - first > LIGHTBOX_BLOCKS:
                continue
            names = frozenset(SEPARATORS.split(tree.names[element].casefold()))
            if LIGHTBOXES & names and not any(block.linked for block in tree.blocks[first:end]):
                yield element


def find_rest(tree: Tree, ends: list[int], prose: list[float]) -> Iterator[int]:
    """Yield the hidden elements that are the story's own rest, behind a button to read on.

    They go on where a full paragraph ended, link nothing, hold little but prose, and say nothing again.
    """
    for at, own in enumerate(tree.signs):
        if own & AGAINST & ~Sign.PAYWALL != Sign.HIDDEN or prose[at] < FULL_PROSE:
            continue
        first = tree.first_blocks[at]
        if not first:
            continue
        before, blocks = tree.blocks[first - 1], tree.blocks[first : ends[at]]
        is_beside = tree.parents[at] in {before.element, tree.parents[before.element]}
        is_prose = prose[at] >= REST_SHARE * sum(measure_letters(block.text) for block in blocks)
        is_new = blocks[0].text not in {block.text for block in tree.blocks[:first]}
        is_linked = any(block.linked for block in blocks) or sum(weigh(one) >= FULL_PROSE for one in blocks) < MIN_REST
        if is_beside and is_prose and is_new and not is_linked and weigh(before) >= FULL_PROSE:
            yield at


def read_teaser(tree: Tree, ends: list[int], prose: list[float], at: int, lead_end: int) -> int:
    """Return the signs of an element called a teaser: without them where it is the story's lead or one of its parts."""
    own = tree.signs[at]
    if tree.first_blocks[at] <= lead_end:
        own = read_lead(tree, ends, at, own)
    return own & ~Sign.TEASER if own & Sign.TEASER and is_part(tree, ends, prose, at) else own


def is_part(tree: Tree, ends: list[int], prose: list[float], at: int) -> bool:
    """Tell whether an element is called a teaser as a kind of what those beside it are: "item item--teaser".

    It holds prose as they do, and no line that is a link.
    """
    names = tree.names[at].split()
    base = next((base for base, rule, kind in (name.partition("--") for name in names) if rule and kind in KINDS), None)
    if base not in names or prose[at] < FULL_PROSE:
        return False
    if any(2 * block.linked > len(block.text) for block in tree.blocks[tree.first_blocks[at] : ends[at]]):
        return False
    return any(
        parent == tree.parents[at]
        and prose[other] >= FULL_PROSE
        and base in tree.names[other].split()
        and not tree.signs[other] & AGAINST
        for other, parent in enumerate(tree.parents)
    )


def read_lead(tree: Tree, ends: list[int], at: int, own: int) -> int:
    """Return the signs of an element called a teaser: without a link it is the story's own lead."""
    is_linked = any(block.linked for block in tree.blocks[tree.first_blocks[at] : ends[at]])
    return own if is_linked else own & ~Sign.TEASER


def find_named(tree: Tree, prose: list[float]) -> int | None:
    """Return the element that is named as the body and holds a fair share of the prose; None without one."""
    named = [at for at, own in enumerate(tree.signs) if own & Sign.BODY and not own & AGAINST]
    best = max(named, key=lambda at: prose[at], default=None)
    return best if best is not None and prose[best] >= NAMED_SHARE * prose[0] else None


def find_torn(tree: Tree, ends: list[int], prose: list[float]) -> int | None:
    """Return the one element whose class names the body and speaks against it too: "entry-content inline-promos".

    It holds a fair share of the prose, in whole paragraphs, and few links; None without one, or where several are so
    called.
    """
    torn = [at for at, own in enumerate(tree.signs) if own & Sign.BODY and own & AGAINST]
    at = torn[0] if len(torn) == 1 else 0
    if not at or tree.signs[at] & NEVER_BODY or prose[at] < NAMED_SHARE * prose[0]:
        return None
    blocks = tree.blocks[tree.first_blocks[at] : ends[at]]
    is_linked = sum(block.linked for block in blocks) > TORN_LINKED * sum(len(block.text) for block in blocks)
    return None if is_linked or sum(weigh(block) >= FULL_PROSE for block in blocks) < MIN_REST else at


def overlaps(tree: Tree, ends: list[int], one: int, other: int) -> bool:
    """Tell whether one of two elements holds the other."""
    return tree.first_blocks[one] < ends[other] and tree.first_blocks[other] < ends[one]


def is_consent(blocks: Iterable[Block]) -> bool:
    """Tell whether a text speaks of cookies and consent throughout."""
    text = " ".join(block.text for block in blocks)
    return len(COOKIES.findall(text)) > max(MAX_COOKIES, len(text) // 400)
