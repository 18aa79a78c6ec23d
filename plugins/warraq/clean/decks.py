"""The deck: a heading right under the headline that says more than a label does."""

import re

from warraq.clean.layout import Layout
from warraq.clean.phrases import UNSPACED, name_line
from warraq.clean.prose import FULL_STOPS, measure_letters
from warraq.clean.tags import HEADINGS
from warraq.clean.tree import Block, Tree
from warraq.clean.visible import CLOCK, PUBLISHED
from warraq.clean.words import Sign
from warraq.clean.writer_labels import PREFIX
from warraq.model import DropReason
from warraq.text.dates import find_dates, is_date_line

MIN_DECK, MIN_DECK_OUTSIDE, MIN_DECK_WORDS = 50, 42, 8  # Outside the body a line is no subhead.
HEAD_BLOCKS, DAY_REACH = 14, 2  # Blocks below the headline, and below a line over the day.
SMALL_SHARE = 0.5  # Of a line's words; names and titles have fewer that begin with a small letter.
PLAIN = frozenset({"div", "p"})
MIN_SUBTITLE = 25.0  # Letters of an alphabet.
MAX_TITLE_LINES = 3  # Kicker, headline, subtitle.
MIN_LEFT = 10.0  # Weighted letters: a line of forty.
COLONS = frozenset(":：")
HEADLINES = frozenset({DropReason.HEADLINE, DropReason.HEADLINE_REPEATED})
PRINTED_DAY = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}")
MAX_DAY_LETTERS = 60
MAX_PUBLISHED_LETTERS, MAX_PUBLISHED_WORDS = 100, 8  # Besides the day.


def find_deck(layout: Layout, verdicts: list[DropReason | None], span: range) -> int | None:
    """Return the heading of some words that opens the body, where no other is set as it is.

    It stands right under the headline, or is a sentence; a line over the byline or the day need be no heading.
    """
    blocks, parents = layout.tree.blocks, layout.tree.parents
    head = next((at for at in span[:-1] if verdicts[at] is DropReason.HEADLINE), None)
    at = None if head is None else next((at for at in span if at > head and verdicts[at] is None), None)
    if at is None or head is None or blocks[at].linked:
        return None
    if at == head + 1 and is_over_day(layout, verdicts, at) and leaves(layout, verdicts, at):
        return at
    if not is_deck(blocks[at]):
        return None
    if at > head + 1 and (at > head + HEAD_BLOCKS or blocks[at].text[-1] not in FULL_STOPS):
        return None
    if PREFIX.match(blocks[at].text) and find_dates(blocks[at].text):
        return None  # Who wrote it, and when.
    tag, over = blocks[at].tag, parents[blocks[at].element]
    is_subhead = any(
        verdicts[other] is None and blocks[other].tag == tag and parents[blocks[other].element] == over
        for other in range(at + 1, span.stop)
    )
    return None if is_subhead or not leaves(layout, verdicts, at) else at


def is_deck(block: Block, least: int = MIN_DECK) -> bool:
    """Tell whether a heading right under the headline says more than a label does, and is no line of day or name."""
    is_said = block.tag in HEADINGS - {"h1"} and len(block.text) >= least and len(block.text.split()) >= MIN_DECK_WORDS
    return is_said and is_unknown(block.text)


def is_over_day(layout: Layout, verdicts: list[DropReason | None], at: int) -> bool:
    """Tell whether a line under the headline that says more than a label does stands over the byline or the day."""
    block, below = layout.tree.blocks[at], layout.tree.blocks[at + 1 : at + 1 + DAY_REACH]
    if len(block.text) < MIN_DECK_OUTSIDE or not below or verdicts[at + 1] is None or not is_unknown(block.text):
        return False
    is_told = sum(word[0].islower() for word in block.text.split()) >= SMALL_SHARE * len(block.text.split())
    marked = (layout.signs[one.element] & (Sign.BYLINE | Sign.DATE) or is_date_line(one.text) for one in below)
    return is_told and any(marked)


def is_plain_deck(tree: Tree, at: int) -> bool:
    """Tell whether a line outside the body, right under the headline, is a deck: a heading, or plain beside an h1."""
    block, over = tree.blocks[at], tree.blocks[at - 1]
    if block.tag not in PLAIN or over.tag != "h1" or tree.parents[over.element] != tree.parents[block.element]:
        return is_deck(block, MIN_DECK_OUTSIDE)
    words = block.text.split()
    is_said = len(block.text) >= MIN_DECK_OUTSIDE and sum(word[0].islower() for word in words) >= SMALL_SHARE * len(
        words
    )
    is_named = PREFIX.match(block.text) or find_dates(block.text)
    return is_said and len(words) >= MIN_DECK_WORDS and not is_named and is_unknown(block.text)


def find_subtitle(layout: Layout, verdicts: list[DropReason | None], before: int) -> int | None:
    """Return the heading of Chinese or Japanese right under the headline, in its small wrapper, ``before`` the body."""
    said = (at for at in range(before) if verdicts[at] in HEADLINES)
    at = next((at + 1 for at in said if verdicts[at + 1] in {None, DropReason.OUTSIDE_BODY}), None)
    return at if at is not None and is_subtitle(layout, at) and leaves(layout, verdicts, at) else None


def is_subtitle(layout: Layout, at: int) -> bool:
    """Tell whether a line of Chinese or Japanese is a heading beside the one over it, and no line of day or name."""
    tree = layout.tree
    block, over = tree.blocks[at], tree.blocks[at - 1]
    wrapper = tree.parents[block.element]
    is_own = {block.tag, over.tag} <= HEADINGS and wrapper and tree.parents[over.element] == wrapper
    if not is_own or layout.ends[wrapper] - tree.first_blocks[wrapper] > MAX_TITLE_LINES:
        return False
    is_line = UNSPACED.search(block.text) and measure_letters(block.text) >= MIN_SUBTITLE
    is_line = is_line and not block.linked and block.text[-1] not in COLONS
    return bool(is_line) and is_unknown(block.text) and not find_dates(block.text)


def is_unknown(text: str) -> bool:
    """Tell whether a text is none of the lines that tables know, begins with no day, and says no day of publication."""
    is_dated = PRINTED_DAY.search(text[:MAX_DAY_LETTERS]) is not None or tells_day(text)
    return name_line(text) is None and not is_dated


def tells_day(text: str) -> bool:
    """Tell whether a line says in a few words on which day, and when, something was published."""
    if len(text) > MAX_PUBLISHED_LETTERS or not CLOCK.search(text) or not PUBLISHED.search(text):
        return False
    days = find_dates(text)
    return len(days) == 1 and len(text.replace(days[0].text, "").split()) <= MAX_PUBLISHED_WORDS


def leaves(layout: Layout, verdicts: list[DropReason | None], at: int) -> bool:
    """Tell whether the story has prose besides block ``at``."""
    return leaves_besides(layout, verdicts, {at})


def leaves_besides(layout: Layout, verdicts: list[DropReason | None], taken: set[int]) -> bool:
    """Tell whether the story has prose besides some blocks."""
    return any(
        reason is None and layout.weights[at] >= MIN_LEFT and at not in taken for at, reason in enumerate(verdicts)
    )
