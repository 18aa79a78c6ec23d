"""Lists, cards and heads amid the story: what links to other pages, and what is the story's own."""

import re
from collections.abc import Iterator

from warraq.clean.datelines import is_called
from warraq.clean.excuses import AGAINST
from warraq.clean.layout import Layout
from warraq.clean.persons import is_proper
from warraq.clean.phrases import name_line
from warraq.clean.prose import FULL_PROSE, MIN_PROSE, is_stressed, measure_letters
from warraq.clean.tags import HEADINGS
from warraq.clean.tree import Block, Tree
from warraq.model import DropReason
from warraq.urls import host_of

LINKED_SHARE = 0.9  # Of a paragraph or an item; a link density of .5 is harmful there (facts, 2026-11-23).
MAX_ITEM_LETTERS = 45
MIN_AFTER_ITEMS = 300.0  # Weighted letters of prose that must follow.
MAX_CARD_BLOCKS = 5
MAX_CARD_PROSE = 500.0
ASKING = re.compile(r"[ck]omment|coment|تعليق", re.IGNORECASE)
QUESTION_MARKS = frozenset("?؟？")
MAX_ITEM_WORDS = 6
COLONS = frozenset(":：")
MAX_SINGLES, MIN_SINGLE_WORDS = 2, 5  # Lists of one item, and the words of that.
MIN_PERSONS = 3
MIN_DAYS, MIN_BOLD_DAYS = 3, 2
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
MIN_LABELLED, LABELLED_REACH = 2, 12  # Paragraphs, and blocks on either side.
OTHER_STORIES = frozenset({DropReason.NAVIGATION, DropReason.RELATED, DropReason.TEASER})
MAX_IDLE_LETTERS, MAX_IDLE_WORDS = 40, 5
MIN_TITLE_WORDS = 4
# Hebrew and Arabic letters: of ten such labels in Latin ones, two were the story's (development sets, 2026-11-28).
FROM_THE_RIGHT = re.compile("[\u0590-\u06ff]")


def drop_cards(layout: Layout, body: int, verdicts: list[DropReason | None]) -> None:
    """Drop the cards of other stories: a linked headline with a few lines in a wrapper of its own.

    Where most of the body is cards that lead to other sites, it is a list of places or goods, and they are the story.
    """
    tree = layout.tree
    cards = {
        card: at for at in range(tree.first_blocks[body], layout.ends[body]) if (card := find_card(layout, body, at))
    }
    away = [card for card, at in cards.items() if leads_away(tree, tree.blocks[at].element)]
    is_list = 2 * sum(layout.prose[card] for card in away) > layout.prose[body]
    for card in cards.keys() - (away if is_list else ()):
        for inside in range(tree.first_blocks[card], layout.ends[card]):
            verdicts[inside] = verdicts[inside] or DropReason.TEASER


def drop_idle_labels(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop a few words in bold with a colon, where the headlines linked under them were dropped.

    With an exclamation mark only in the links' own paragraph: subheads call out too.
    """
    blocks = layout.tree.blocks
    for at in range(first, end - 1):
        below = blocks[at + 1]
        if verdicts[at] is None and verdicts[at + 1] in OTHER_STORIES and below.linked:
            is_long = len(below.text.split()) >= MIN_TITLE_WORDS
            if is_long and is_label(blocks[at], is_beside=below.element == blocks[at].element):
                verdicts[at] = DropReason.TEASER


def is_label(block: Block, *, is_beside: bool) -> bool:
    """Tell whether a line is a few words in bold that announce; ``is_beside`` what they announce."""
    text = block.text
    is_short = len(text) <= MAX_IDLE_LETTERS and len(text.split()) <= MAX_IDLE_WORDS
    is_announcing = text[-1] in COLONS or (text[-1] == "!" and is_beside)
    is_bold = is_stressed(block)
    return is_short and is_announcing and is_bold and FROM_THE_RIGHT.match(text) is not None


def find_card(layout: Layout, body: int, at: int) -> int | None:
    """Return the wrapper of a card by its linked headline, the block ``at``; None where that is none."""
    tree = layout.tree
    block = tree.blocks[at]
    if block.tag not in HEADINGS or block.linked <= LINKED_SHARE * len(block.text):
        return None
    card = block.element
    while tree.parents[card] != body and count_blocks(layout, tree.parents[card]) <= MAX_CARD_BLOCKS:
        if begins_with_prose(layout, tree.parents[card], tree.first_blocks[card]):
            break
        card = tree.parents[card]
        if card == 0:
            break
    return card if card not in {body, 0} and layout.prose[card] <= MAX_CARD_PROSE else None


def begins_with_prose(layout: Layout, element: int, before: int) -> bool:
    """Tell whether an element holds a paragraph before a block: a card begins with picture, label or headline."""
    blocks = layout.tree.blocks
    span = range(layout.tree.first_blocks[element], before)
    return any(layout.weights[at] >= FULL_PROSE and not blocks[at].linked for at in span)


def count_blocks(layout: Layout, element: int) -> int:
    """Return how many blocks an element holds."""
    return layout.ends[element] - layout.tree.first_blocks[element]


def leads_away(tree: Tree, heading: int) -> bool:
    """Tell whether the link in a heading leads to another site: to what the text treats of, and to no other story."""
    host, own = host_of(tree.addresses.get(heading, "")), host_of(tree.canonical or "")
    return bool(host and own) and host.removeprefix("www.") != own.removeprefix("www.")


def keep_linked_headings(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Keep a linked subhead over prose beside it: lists of places and goods link the name they treat of."""
    blocks, parents = layout.tree.blocks, layout.tree.parents
    for at in range(first, end - 1):
        is_title = verdicts[at] is DropReason.TEASER and blocks[at].tag in HEADINGS
        if is_title and verdicts[at + 1] is None and layout.weights[at + 1] >= FULL_PROSE:
            is_beside = parents[blocks[at].element] == parents[blocks[at + 1].element]
            verdicts[at] = None if is_beside else verdicts[at]


def keep_linked_items(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Keep short linked items of a list amid the story: goods and places.

    A list with a longer one is of headlines, one that leads to the page's own parts is its table of contents.
    """
    blocks, left = layout.tree.blocks, 0.0
    items = [at for at in range(first, end) if verdicts[at] is DropReason.NAVIGATION and blocks[at].tag == "li"]
    parents = layout.tree.parents
    long = list_headline_lists(layout, verdicts, items)
    announced = set(list_announced(layout, verdicts, first, end))
    for at in range(end - 1, first - 1, -1):
        if verdicts[at] is None:
            left += layout.weights[at]
        elif at in announced:
            verdicts[at] = DropReason.RELATED
        elif verdicts[at] is DropReason.NAVIGATION and blocks[at].tag == "li" and left >= MIN_AFTER_ITEMS:
            is_short = parents[blocks[at].element] not in long and at not in layout.tree.anchors
            is_short = is_short and name_line(blocks[at].text) is None
            verdicts[at] = None if is_short and not layout.signs[blocks[at].element] & AGAINST else verdicts[at]


def list_headline_lists(layout: Layout, verdicts: list[DropReason | None], items: list[int]) -> set[int]:
    """Return the elements whose linked items are headlines: one is long, or most say more than a name does.

    What a line with a colon announces is of the story.
    """
    blocks, parents = layout.tree.blocks, layout.tree.parents
    lists: dict[int, list[int]] = {}
    for at in items:
        lists.setdefault(parents[blocks[at].element], []).append(at)
    found = set()
    singles = sum(len(listed) == 1 for listed in lists.values())  # Many are of goods, one for each.
    for element, listed in lists.items():
        before, texts = listed[0] - 1, [blocks[at].text for at in listed]
        is_announced = before >= 0 and verdicts[before] is None and blocks[before].text[-1] in COLONS
        if is_of_persons(texts, is_announced=is_announced):
            continue
        many = sum(len(text.split()) > MAX_ITEM_WORDS for text in texts)
        is_long = any(measure_letters(text) > MAX_ITEM_LETTERS for text in texts)
        is_single = len(texts) == 1 and singles <= MAX_SINGLES and len(texts[0].split()) >= MIN_SINGLE_WORDS
        if is_long or ((is_single or 2 * many > len(texts)) and not is_announced):
            found.add(element)
    return found


def is_of_persons(texts: list[str], *, is_announced: bool) -> bool:
    """Tell whether a list names persons, however long their names; by capitals only where a colon announces them."""
    is_named = is_announced and all(is_proper(text) for text in texts)
    return len(texts) >= MIN_PERSONS and (is_named or all(is_called(text) for text in texts))


def keep_days(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Keep the days and years that stand as heads over parts of the story: several of them, or two in bold."""
    blocks, parents = layout.tree.blocks, layout.tree.parents
    days = [
        at
        for at in range(first, end - 1)
        if (
            verdicts[at] is DropReason.DATE
            or (verdicts[at] is DropReason.BOILERPLATE and YEAR.fullmatch(blocks[at].text))
        )
        and verdicts[at + 1] is None
        and layout.weights[at + 1] >= MIN_PROSE
        and parents[blocks[at].element] == parents[blocks[at + 1].element]
    ]
    is_bold = len(days) >= MIN_BOLD_DAYS and all(is_stressed(blocks[at]) for at in days)
    for at in days if len(days) >= MIN_DAYS or is_bold else ():
        verdicts[at] = None


def keep_labelled(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Keep what reads as a credit where several paragraphs beside it have labels in bold too: "Source:", "Details:"."""
    blocks, parents = layout.tree.blocks, layout.tree.parents
    for at in range(first, end):
        if verdicts[at] is DropReason.CREDIT and is_bold_label(blocks[at]):
            row = parents[blocks[at].element]
            beside = (
                verdicts[other] is None and parents[blocks[other].element] == row and is_bold_label(blocks[other])
                for other in range(max(first, at - LABELLED_REACH), min(end, at + LABELLED_REACH))
            )
            verdicts[at] = None if sum(beside) >= MIN_LABELLED else verdicts[at]


def is_bold_label(block: Block) -> bool:
    """Tell whether a paragraph begins with a label in bold, and goes on in plain letters."""
    return 0 < block.strong < len(block.text) and ":" in block.text[block.strong - 1 : block.strong + 1]


def keep_questions(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Keep a question amid the story that reads as if it asked for comments: an interviewer's."""
    blocks, left = layout.tree.blocks, 0.0
    for at in range(end - 1, first - 1, -1):
        if verdicts[at] is None:
            left += layout.weights[at]
        elif verdicts[at] is DropReason.COMMENTS and left >= 2 * FULL_PROSE:
            is_asked = (
                blocks[at].text[-1] in QUESTION_MARKS
                and not ASKING.search(blocks[at].text)
                and not layout.signs[blocks[at].element] & AGAINST
            )
            verdicts[at] = None if is_asked and blocks[at].tag not in HEADINGS else verdicts[at]


def list_announced(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> Iterator[int]:
    """Yield the linked items of lists that stand under a line which announces other stories."""
    is_under = False
    for at in range(first, end):
        if verdicts[at] is DropReason.NAVIGATION and layout.tree.blocks[at].tag == "li":
            if is_under:
                yield at
        else:
            is_under = verdicts[at] is DropReason.RELATED
