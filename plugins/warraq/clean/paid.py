"""The paid part of a story, told from what offers it: elements that are called a paywall hold either."""

import re
from functools import lru_cache
from typing import NamedTuple

from warraq.clean.phrases import name_line
from warraq.clean.prose import FULL_PROSE, SENTENCE_ENDS, weigh
from warraq.clean.tags import HEADINGS
from warraq.clean.tree import Block, Tree, climb_tree
from warraq.clean.wall_words import fold, read_walls
from warraq.clean.words import Sign, read_name
from warraq.model import DropReason, Reason

OFFERING = ((Reason.PAYWALL, "offer"), (Reason.PAYWALL, "text"), (Reason.LOGIN_WALL, "text"))
MAX_OFFER_LETTERS = 400  # A longer paragraph tells something, whatever it says besides.
MAX_CALL_LETTERS = 30  # Of a link that calls to act: "See the offers".
OTHERS = frozenset({DropReason.RELATED, DropReason.SHARE, DropReason.TAGS})
MIN_BESIDE_CALL, MIN_BESIDE_OFFER = 2, 3  # Full paragraphs of a story that a call to act, or an offer, stands in.
OFFERED_SHARE = 1 / 3  # Of the letters of a story that an offer stands in; more make it an offer.
# How publishers declare to search engines which part is paid (schema.org's hasPart; Google's documentation, 2026-11).
PART = re.compile(r'\{[^{}]*"cssSelector"[^{}]*\}')
SELECTOR = re.compile(r'"cssSelector"\s*:\s*(?:"([^"]+)"|\[([^\]]*)\])')
SENTENCE_END = re.compile(r"[.!?؟:]\s")
NAME = re.compile(r"[.#]?([\w-]+)")
PAYING = "isAccessibleForFree"
HELD = Sign.PAYWALL | Sign.NEWSLETTER | Sign.HIDDEN  # What a declared part may be called.

Key = tuple[str, frozenset[str]]


class Part(NamedTuple):
    """What stands in an element, or in all of one name: letters of prose and of offers, full paragraphs."""

    told: float = 0.0
    full: int = 0
    offered: int = 0
    is_calling: bool = False  # It has a form, a button or a link that calls to act.

    def join(self, other: "Part") -> "Part":
        """Return what stands in both."""
        is_calling = self.is_calling or other.is_calling
        return Part(self.told + other.told, self.full + other.full, self.offered + other.offered, is_calling)

    def is_story(self) -> bool:
        """Tell whether prose outweighs what asks the reader to pay."""
        if self.offered:
            return self.full >= MIN_BESIDE_OFFER and self.offered <= OFFERED_SHARE * self.told
        return self.full >= MIN_BESIDE_CALL if self.is_calling else self.told >= FULL_PROSE

    def is_offer(self) -> bool:
        """Tell whether offers make up most of the text."""
        return self.offered > self.told


def judge_paywalls(tree: Tree, ends: list[int], owns: list[int]) -> set[int]:
    """Take the name of a paywall from the elements in ``owns`` that hold the story; return those that hold offers.

    Elements of one name are judged together: a body cut by advertisements stands in many.
    """
    declared = read_selectors(tree.scripts)
    named = HELD if declared else Sign.PAYWALL
    keys = {at: key for at, own in enumerate(owns) if own & named and (key := name_paywall(tree, at, own, declared))}
    if not keys:
        return set()
    parts = measure_parts(tree, ends, owns, keys)
    together: dict[Key, Part] = {}
    for at, key in keys.items():
        part = Part(is_calling=True) if parts[at].is_offer() else parts[at]
        together[key] = together.get(key, Part()).join(part)
    for at, key in keys.items():
        if together[key].is_story() and not (parts[at].offered and not parts[at].is_story()):
            is_declared = key[1] in declared and is_new(tree, ends, at)
            owns[at] &= ~(HELD if is_declared else Sign.PAYWALL)
    return {at for at in keys if owns[at] & Sign.PAYWALL and parts[at].is_offer()}


def name_paywall(tree: Tree, at: int, own: int, declared: tuple[frozenset[str], ...]) -> Key | None:
    """Return what an element has in common with others that are the paid part or offer it; None for any other."""
    if declared and own & HELD:
        names = frozenset(tree.names[at].split())
        if selected := next((one for one in declared if one <= names), None):
            return tree.tags[at], selected
    if not own & Sign.PAYWALL:
        return None
    return tree.tags[at], frozenset(name for name in tree.names[at].split() if read_name(name) & Sign.PAYWALL)


def read_selectors(scripts: list[str]) -> tuple[frozenset[str], ...]:
    """Return the class names and ids with which JSON-LD says where the paid part of the story stands."""
    objects = (part for script in scripts if PAYING in script for part in PART.findall(script) if PAYING in part)
    listed = (one or several for part in objects for one, several in SELECTOR.findall(part))
    selectors = (one.split() for text in listed for one in text.replace('"', "").split(","))
    return tuple(frozenset(NAME.findall(steps[-1])) for steps in selectors if steps)


def measure_parts(tree: Tree, ends: list[int], owns: list[int], keys: dict[int, Key]) -> dict[int, Part]:
    """Return what stands in each of the elements, without what stands in others that are called something."""
    parts = dict.fromkeys(keys, Part())
    first = min(keys)
    holders = list_holders(tree, owns, keys)
    for block in tree.blocks[tree.first_blocks[first] : max(ends[at] for at in keys)]:
        if holder := holders[block.element]:
            parts[holder] = parts[holder].join(measure_block(block))
    for form in (*tree.forms, *tree.buttons):
        for at in climb_tree(tree, form):
            if at in parts:
                parts[at] = parts[at]._replace(is_calling=True)
    return parts


def list_holders(tree: Tree, owns: list[int], keys: dict[int, Key]) -> list[int]:
    """Return for each element the innermost of ``keys`` around it; 0 without one, or where another name is nearer."""
    holders = [0] * len(tree.parents)
    for at in range(min(keys), len(holders)):
        holders[at] = at if at in keys else 0 if owns[at] & HELD else holders[tree.parents[at]]
    return holders


def measure_block(block: Block) -> Part:
    """Return a block as a part: what it tells, or what it offers."""
    told = 0.0 if block.tag in HEADINGS else weigh(block)
    is_sentence = told >= FULL_PROSE and not block.linked
    if len(block.text) <= MAX_OFFER_LETTERS and says_offer(block.text, is_sentence=is_sentence):
        return Part(offered=len(block.text))
    is_cut = block.linked > 0 and block.text[-1] not in SENTENCE_ENDS
    is_call = block.linked * 2 > len(block.text) and len(block.text) <= MAX_CALL_LETTERS
    is_calling = (is_call or (is_cut and block.linked <= MAX_CALL_LETTERS)) and name_line(block.text) not in OTHERS
    return Part(told, int(told >= FULL_PROSE), 0, is_calling)


def says_offer(text: str, *, is_sentence: bool) -> bool:
    """Tell whether a text asks its reader to subscribe or to log in; a full sentence does with its first words."""
    folded = fold(text)
    if not is_sentence:
        return any(map(folded.__contains__, list_offers()))
    openings = (folded, *(part.lstrip() for part in SENTENCE_END.split(folded)[1:]))
    return any(one.startswith(list_offers()) for one in openings)


@lru_cache(maxsize=1)
def list_offers() -> tuple[str, ...]:
    """Return the phrases of offers. Read once a process."""
    walls = read_walls()
    return tuple(phrase for key in OFFERING for phrase in walls.get(key, ()))


def is_new(tree: Tree, ends: list[int], at: int) -> bool:
    """Tell whether an element says nothing first that the page said before it."""
    first = tree.first_blocks[at]
    return first < ends[at] and tree.blocks[first].text not in {block.text for block in tree.blocks[:first]}
