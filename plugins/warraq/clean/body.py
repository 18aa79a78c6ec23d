"""Which of the blocks in the body's element are not the story, and why."""

import re
from collections.abc import Iterator
from functools import lru_cache

from warraq.clean.captions import AGENCY, BRACKETS, is_credit_line, is_no_sentence, split_credit
from warraq.clean.layout import AGAINST, FULL_PROSE, Layout, is_statement, measure_letters, stand_alone
from warraq.clean.phrases import name_closing, name_line
from warraq.clean.sign_offs import is_desk, is_sign_off, is_signature
from warraq.clean.tags import HEADINGS, LISTED
from warraq.clean.tree import Block, Picture, Tree
from warraq.clean.words import Sign
from warraq.model import DropReason
from warraq.text.dates import is_date_line
from warraq.urls import host_of

# The reason for each sign, the surest first.
REASONS = (
    (Sign.COMMENTS, DropReason.COMMENTS),
    (Sign.RELATED, DropReason.RELATED),
    (Sign.TEASER, DropReason.TEASER),
    (Sign.CREDIT, DropReason.CREDIT),
    (Sign.CAPTION, DropReason.CAPTION),
    (Sign.BYLINE, DropReason.BYLINE),
    (Sign.DATE, DropReason.DATE),
    (Sign.TAGS, DropReason.TAGS),
    (Sign.SHARE, DropReason.SHARE),
    (Sign.NEWSLETTER, DropReason.NEWSLETTER),
    (Sign.CONSENT, DropReason.BOILERPLATE),
    (Sign.ADVERTISING, DropReason.ADVERTISING),
    (Sign.COPYRIGHT, DropReason.COPYRIGHT),
    (Sign.NAVIGATION, DropReason.NAVIGATION),
    (Sign.HIDDEN, DropReason.HIDDEN),
    (Sign.PAYWALL, DropReason.NEWSLETTER),
    (Sign.ASIDE, DropReason.BOILERPLATE),
)
LINKED_SHARE = 0.9  # Of a paragraph or an item; a link density of .5 is harmful there (facts, 2026-11-23).
LINKED_SHARE_OTHER = 0.5
LABELLED_SHARE = 0.6
MAX_LABEL_LETTERS = 30
RUNNING = frozenset({"p", "li", "td", "blockquote", "dd", "pre"})
MAX_ITEM_LETTERS = 45
MIN_AFTER_ITEMS = 300.0  # Weighted letters of prose that must follow.
MAX_CARD_BLOCKS = 5
MAX_CARD_PROSE = 500.0
MAX_DATE_LETTERS = 80
MAX_TITLE_LETTERS = 60
MAX_CONTACT_LETTERS = 250
LAST_LINES = 4
MIN_BEFORE_COMMENTS = 250.0  # Weighted letters of prose.
COUNTED = re.compile(r"\(?\d")
CONTACT = re.compile(r"[\w.]@[\w-]+\.\w|(?:^|\s)@\w{3,}|twitter\.com/|on Twitter|auf Twitter", re.IGNORECASE)
MAX_POLICY_LETTERS = 700
COMMENTING = re.compile(
    r"\bmoderat(?:ing|ed|ion|or).{0,40}comment|comment.{0,60}moderat"
    r"|comment(?:s|ing) (?:policy|guidelines|rules|submitted)"
    r"|coment[áa]rios.{0,80}moderador|التعليقات قبل نشر|نشر التعليقات|حذف .{0,20}تعليق|تعليق.{0,40}يسيء"
    r"|Kommentare.{0,60}(?:moderiert|freigeschaltet)|commentaires.{0,60}mod[ée]r",
    re.IGNORECASE,
)
# Behind a link to another story.
LINK_TAIL = re.compile(r"\s*(?:\[[^\W\d_]+\]|\((?:video|photos?|opinion)\))?[\s|>»›]*$", re.IGNORECASE)
CONTRIBUTED = re.compile(
    r"\bcontributed (?:to this (?:article|report|story)|reporting)\b|للنشرة العربية|\ba contribué à cet article"
    r"|\bcolaboró (?:en|con) est|\bhan? contribuido a est"
    r"|\bhaben? (?:zu|an) diesem (?:artikel|bericht|text) mitge",
    re.IGNORECASE,
)
# What players show: "0:00 / 3:12", "Duration 1:32", "Play Video 00:00 Mute".
PLAYER = (
    r"(?:play(?:back rate)?(?: video)?|pause|(?:un)?mute|current time|duration|remaining time|loaded|progress"
    r"|stream type|live|seek to live|full ?screen|captions|quality|settings|share|1x|:|/|-|\s)*"
)
CLOCK = re.compile(
    rf"{PLAYER}(?:(?:\d{{1,2}}:\d\d(?::\d\d)?|(?<=loaded: )\d+%|(?<=loaded )\d+%){PLAYER})+", re.IGNORECASE
)
PICTURE_LINK = "pic.twitter.com/"  # Alone in its line.
NUMBER = re.compile(r"\d{3,}")
MARKUP = re.compile(r"<\w+[^>]*=")
DIGIT = re.compile(r"\d")
WORD = re.compile(r"\w")
ASKING = re.compile(r"[ck]omment|coment|تعليق", re.IGNORECASE)
QUESTION_MARKS = frozenset("?؟？")
MAX_LEAD_LETTERS = 90  # Of a line that the lead picture alone tells; a paragraph may end in nothing.
MAX_ITEM_WORDS = 6
MIN_SENTENCE_WORDS = 5
COLONS = frozenset(":：")
MIN_DAYS = 3
MIN_COPIED = 3  # Paragraphs; a single one may be said twice.
TAIL_SHARE = 0.15
BOLD_TAIL_SHARE = 0.05
TAIL = frozenset({DropReason.RELATED, DropReason.COMMENTS})


def judge(layout: Layout, body: int) -> list[DropReason | None]:
    """Return for each block of the page why it is not the story, or None where it is."""
    tree = layout.tree
    first, end = tree.first_blocks[body], layout.ends[body]
    verdicts: list[DropReason | None] = [DropReason.OUTSIDE_BODY] * len(tree.blocks)
    for at in range(first, end):
        block = tree.blocks[at]
        verdicts[at] = judge_block(block, layout.signs[block.element])
    keep_linked_headings(layout, verdicts, first, end)
    keep_linked_items(layout, verdicts, first, end)
    keep_questions(layout, verdicts, first, end)
    keep_days(layout, verdicts, first, end)
    drop_cards(layout, body, verdicts)
    drop_photo_lines(layout, verdicts, first, end)
    drop_contacts(layout, verdicts, first, end)
    drop_comments(layout, verdicts, first, end)
    drop_tail(layout, verdicts, first, end)
    drop_idle_headings(layout, verdicts, first, end)
    drop_copy(layout, verdicts, first, end)
    return verdicts


@lru_cache(maxsize=4_096)
def name_sign(signs: int) -> DropReason:
    """Return the reason that the surest of an element's signs stands for."""
    return next((reason for sign, reason in REASONS if signs & sign), DropReason.OUTSIDE_BODY)


def judge_block(block: Block, signs: int) -> DropReason | None:
    """Return why a block inside the body is not the story, by its signs, links and words."""
    if signs & AGAINST:
        return name_sign(signs)
    if block.text[0] == "<" and MARKUP.match(block.text):
        return DropReason.BOILERPLATE
    letters = len(LINK_TAIL.sub("", block.text) if block.linked else block.text)
    if block.linked > LINKED_SHARE * letters and not block.text.startswith(("http", "www.")):
        return DropReason.NAVIGATION if block.tag == "li" else DropReason.TEASER
    if block.linked > LINKED_SHARE_OTHER * letters and block.tag not in RUNNING and block.tag not in HEADINGS:
        return DropReason.TEASER
    if block.linked > LABELLED_SHARE * letters and block.tag not in LISTED and is_labelled(block):
        return DropReason.RELATED
    short = name_short(block) if letters <= MAX_DATE_LETTERS and block.tag not in LISTED else None
    return short or name_line(block.text, linked=block.linked > letters // 3, in_prose=block.tag in HEADINGS)


def is_labelled(block: Block) -> bool:
    """Tell whether a block is a label and a link, and no more: "Read also: …" in whatever language."""
    before = block.text[: len(block.text) - block.linked].rstrip()
    if not before or len(before) > MAX_LABEL_LETTERS:
        return False
    return before.endswith((":", "：")) or name_line(before) is DropReason.RELATED


def name_short(block: Block) -> DropReason | None:
    """Return what a short line is that says nothing but a date or an agency; None for any other."""
    if not WORD.search(block.text) or CLOCK.fullmatch(block.text) or block.text.startswith(PICTURE_LINK):
        return DropReason.BOILERPLATE
    if is_signature(block.text) or is_credit_line(block.text):
        return DropReason.CREDIT
    return DropReason.DATE if DIGIT.search(block.text) and is_date_line(block.text) else None


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


def find_card(layout: Layout, body: int, at: int) -> int | None:
    """Return the wrapper of a card by its linked headline, the block ``at``; None where that is none."""
    tree = layout.tree
    block = tree.blocks[at]
    if block.tag not in HEADINGS or block.linked <= LINKED_SHARE * len(block.text):
        return None
    card = block.element
    while tree.parents[card] != body and count_blocks(layout, tree.parents[card]) <= MAX_CARD_BLOCKS:
        card = tree.parents[card]
        if card == 0:
            break
    return card if card not in {body, 0} and layout.prose[card] <= MAX_CARD_PROSE else None


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
    """Keep short linked items of a list amid the story: goods and places; a list with a longer one is of headlines."""
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
            is_short = parents[blocks[at].element] not in long and name_line(blocks[at].text) is None
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
    for element, listed in lists.items():
        before = listed[0] - 1
        is_announced = before >= 0 and verdicts[before] is None and blocks[before].text[-1] in COLONS
        many = sum(len(blocks[at].text.split()) > MAX_ITEM_WORDS for at in listed)
        is_long = any(measure_letters(blocks[at].text) > MAX_ITEM_LETTERS for at in listed)
        if is_long or (2 * many > len(listed) and not is_announced):
            found.add(element)
    return found


def keep_days(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Keep the days that stand as heads over parts of the story, several of them, among its paragraphs."""
    blocks, parents = layout.tree.blocks, layout.tree.parents
    days = [
        at
        for at in range(first, end - 1)
        if verdicts[at] is DropReason.DATE
        and verdicts[at + 1] is None
        and layout.weights[at + 1] >= FULL_PROSE
        and parents[blocks[at].element] == parents[blocks[at + 1].element]
    ]
    for at in days if len(days) >= MIN_DAYS else ():
        verdicts[at] = None


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


def drop_photo_lines(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Take for captions short lines after a picture that are no sentence: with an agency, or alone with it."""
    tree = layout.tree
    lead = next((at for at in range(first, end) if layout.weights[at] >= FULL_PROSE), end)
    for picture in tree.pictures:
        at = picture.block
        if first <= at < end and verdicts[at] is None:
            block = tree.blocks[at]
            is_caption = AGENCY.search(block.text) or stand_alone(layout, picture.element, block.element)
            is_lead = picture.url and at < lead and len(block.text) <= MAX_LEAD_LETTERS and is_above(tree, at, picture)
            # Words in brackets at the end of a paragraph credit someone only where an agency is among them.
            is_taken = picture.url and block.text[-1] not in BRACKETS and split_credit(block.text)[1]
            if is_no_sentence(block) and (is_caption or is_lead or is_taken):
                verdicts[at] = DropReason.CAPTION


def is_above(tree: Tree, at: int, picture: Picture) -> bool:
    """Tell whether a picture stands right above a line of its own paragraph's or container's."""
    element = tree.blocks[at].element
    return picture.element in {element, tree.parents[element]}


def drop_contacts(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop the last lines that say how to reach the writer, what comments must be like, what the reader should do."""
    left = LAST_LINES
    for at in range(end - 1, first - 1, -1):
        if verdicts[at] is None:
            text = layout.tree.blocks[at].text
            if len(text) <= MAX_CONTACT_LETTERS and (CONTACT.search(text) or CONTRIBUTED.search(text)):
                verdicts[at] = DropReason.BYLINE
            elif len(text) <= MAX_POLICY_LETTERS and COMMENTING.search(text):
                verdicts[at] = DropReason.COMMENTS
            elif is_sign_off(text) or (left == LAST_LINES and is_desk(text) and is_under_prose(layout, verdicts, at)):
                verdicts[at] = DropReason.CREDIT
                continue
            elif reason := name_closing(text):
                verdicts[at] = reason
            elif NUMBER.fullmatch(text) and layout.tree.blocks[at].tag not in LISTED:
                verdicts[at] = DropReason.BOILERPLATE
            left -= 1
            if not left:
                return


def is_under_prose(layout: Layout, verdicts: list[DropReason | None], at: int) -> bool:
    """Tell whether a sentence that ends in a full stop is the last that is kept before a block."""
    before = next((one for one in range(at - 1, -1, -1) if verdicts[one] is None), None)
    return before is not None and is_statement(layout.tree.blocks[before].text, MIN_SENTENCE_WORDS)


def drop_comments(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop all that follows a heading of comments, where a story stands before it: they may be longer than it.

    Where subheads of the story follow, comments were counted in its middle.
    """
    before, blocks = 0.0, layout.tree.blocks
    last_subhead = max(
        (at for at in range(first, end) if verdicts[at] is None and blocks[at].tag in HEADINGS), default=0
    )
    for at in range(first, end):
        if verdicts[at] is None:
            before += layout.weights[at]
        elif (
            verdicts[at] is DropReason.COMMENTS
            and before >= MIN_BEFORE_COMMENTS
            and at > last_subhead
            and (blocks[at].tag in HEADINGS or COUNTED.match(blocks[at].text))
        ):
            for after in range(at, end):
                verdicts[after] = verdicts[after] or DropReason.COMMENTS
            return


def is_title(block: Block) -> bool:
    """Tell whether a block stands as a heading: by its tag, or as a short line; a linked line is a teaser."""
    letters = len(block.text)
    return not block.linked and (block.tag in HEADINGS or letters <= MAX_TITLE_LETTERS)


def is_rival(block: Block, parents: list[int], container: int, left_share: float) -> bool:
    """Tell whether a heading among the story's own paragraphs ends it; a line in bold does where little follows."""
    is_bold = 2 * block.strong > len(block.text) and left_share < BOLD_TAIL_SHARE
    return (block.tag in HEADINGS or is_bold) and parents[block.element] == container


def drop_tail(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop what follows the last lines of the story: from a heading of other stories on, where little prose is left.

    A paragraph in the container of those before it is of the story, unless that heading stands there too.
    """
    blocks, parents, weights = layout.tree.blocks, layout.tree.parents, layout.weights
    kept = [at for at in range(first, end) if verdicts[at] is None]
    total = sum(weights[at] for at in kept)
    container = parents[blocks[max(kept, key=lambda at: weights[at])].element] if kept else 0
    left, cut, is_own = 0.0, end, False
    for at in range(end - 1, first - 1, -1):
        if verdicts[at] is None:
            left += weights[at]
            is_own = is_own or (weights[at] > 0 and parents[blocks[at].element] == container)
        elif (
            verdicts[at] in TAIL
            and is_title(blocks[at])
            and (not is_own or is_rival(blocks[at], parents, container, left / (total or 1)))
        ):
            cut = at
        if left >= TAIL_SHARE * total:
            break
    for at in range(cut, end):
        verdicts[at] = verdicts[at] or DropReason.RELATED


def drop_copy(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop a story printed a second time, for another width of screen: its paragraphs again, in their order."""
    blocks = layout.tree.blocks
    kept = [at for at in range(first, end) if verdicts[at] is None and layout.weights[at] >= FULL_PROSE]
    texts = [blocks[at].text for at in kept]
    again = next((at for at in range(MIN_COPIED, len(texts)) if texts[at] == texts[0]), len(texts))
    length = min(again, len(texts) - again)
    if length < MIN_COPIED or texts[again : again + length] != texts[:length]:
        return
    said = {blocks[at].text for at in range(kept[0], kept[again - 1] + 1) if verdicts[at] is None}
    for at in range(kept[again - 1] + 1, kept[again + length - 1] + 1):
        if verdicts[at] is None and blocks[at].text in said:
            verdicts[at] = DropReason.BOILERPLATE


def drop_idle_headings(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop a heading under which nothing is left."""
    is_idle = True
    for at in range(end - 1, first - 1, -1):
        if layout.tree.blocks[at].tag in HEADINGS and not layout.weights[at]:
            if verdicts[at] is None and is_idle:
                verdicts[at] = DropReason.RELATED
        elif verdicts[at] is None:
            is_idle = False
