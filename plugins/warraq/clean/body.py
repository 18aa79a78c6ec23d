"""Which of the blocks in the body's element are not the story, and why."""

import re
from functools import lru_cache

from warraq.clean.apart import (
    drop_box_titles,
    drop_cut_teasers,
    drop_dashed_labels,
    drop_listed_links,
    drop_prepositions,
    drop_pull_quotes,
    drop_slot_labels,
)
from warraq.clean.calls import drop_calls, name_call
from warraq.clean.captions import is_credit_line
from warraq.clean.contacts import POSTED_PICTURE
from warraq.clean.counters import name_count
from warraq.clean.endings import drop_contacts, drop_sign_off, drop_stamps
from warraq.clean.excuses import AGAINST
from warraq.clean.giving import drop_giving
from warraq.clean.layout import Layout
from warraq.clean.linked import (
    LINKED_SHARE,
    drop_cards,
    drop_idle_labels,
    keep_days,
    keep_labelled,
    keep_linked_headings,
    keep_linked_items,
    keep_questions,
)
from warraq.clean.notices import drop_notices
from warraq.clean.photo_lines import drop_photo_lines
from warraq.clean.phrases import name_line
from warraq.clean.prose import FULL_PROSE, FULL_STOPS, MIN_CELL_PROSE
from warraq.clean.pull_quotes import drop_pulled
from warraq.clean.sign_offs import is_signature
from warraq.clean.signers import is_wire_line
from warraq.clean.tags import HEADINGS, LISTED
from warraq.clean.tails import (
    drop_behind_article,
    drop_comments,
    drop_copy,
    drop_idle_headings,
    drop_idle_label,
    drop_strays,
    drop_tail,
)
from warraq.clean.tree import AUTHOR_LINK, CATEGORY, Block
from warraq.clean.visible import UPDATED
from warraq.clean.words import Sign
from warraq.model import DropReason
from warraq.text.dates import is_date_line

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
LINKED_SHARE_OTHER = 0.5
LABELLED_SHARE = 0.6
MAX_LABEL_LETTERS = 30
BRACKET_ENDS = frozenset(")]")
BRACKETED = frozenset({("(", ")"), ("[", "]")})
RUNNING = frozenset({"p", "li", "td", "blockquote", "dd", "pre"})
MAX_DATE_LETTERS = 80
# Behind a link to another story.
LINK_TAIL = re.compile(r"\s*(?:\[[^\W\d_]+\]|\((?:video|photos?|opinion)\))$", re.IGNORECASE)
RULES = re.compile(r"\s[-–—|•·]\s")
MIN_ROW, MAX_ROW_LETTERS = 3, 200
ARROWS = " |>»›"
ARROWED = (">>", "»»")  # Before another story's headline, and before what somebody says in a transcript.
BAR = " | "  # Between two, where a dash may be of a headline.
# What players show: "0:00 / 3:12", "Duration 1:32", "Play Video 00:00 Mute".
PLAYER = (
    r"(?:play(?:back rate)?(?: video)?|pause|(?:un)?mute|current time|duration|remaining time|loaded|progress"
    r"|stream type|live|seek to live|full ?screen|captions|quality|settings|share|1x|:|/|-|\s)*"
)
CLOCK = re.compile(
    rf"{PLAYER}(?:(?:\d{{1,2}}:\d\d(?::\d\d)?|(?<=loaded: )\d+%|(?<=loaded )\d+%){PLAYER})+", re.IGNORECASE
)
# "Text size: A- A+", in Latin or Cyrillic letters.
FONT_SIZES, FONT_ENDS = re.compile(r"(?:[^\W\d]+\s){0,4}(?:[^\W\d]+:?\s)?(?:[AА]\s?[-–−+]\s?){2,3}"), frozenset("-–−+")
MARKUP = re.compile(r"<\w+[^>]*=")
DIGIT = re.compile(r"\d")
WORD = re.compile("[^\\W\u0640]")  # A rule may be drawn with tatweel.
AUTHORS = frozenset({AUTHOR_LINK, "author"})


def judge(layout: Layout, body: int) -> list[DropReason | None]:
    """Return for each block of the page why it is not the story, or None where it is."""
    tree = layout.tree
    first, end = tree.first_blocks[body], layout.ends[body]
    verdicts: list[DropReason | None] = [DropReason.OUTSIDE_BODY] * len(tree.blocks)
    for at in range(first, end):
        block = tree.blocks[at]
        verdicts[at] = judge_block(block, layout.signs[block.element]) or judge_cell(layout, block)
    keep_linked_headings(layout, verdicts, first, end)
    keep_linked_items(layout, verdicts, first, end)
    drop_links(layout, verdicts, first, end)
    keep_questions(layout, verdicts, first, end)
    keep_days(layout, verdicts, first, end)
    keep_labelled(layout, verdicts, first, end)
    drop_prepositions(layout, verdicts, first, end)
    drop_listed_links(layout, verdicts, first, end)
    drop_slot_labels(layout, verdicts, first, end)
    drop_dashed_labels(layout, verdicts, first, end)
    drop_cards(layout, body, verdicts)
    drop_cut_teasers(layout, verdicts, first, end)
    drop_idle_labels(layout, verdicts, first, end)
    drop_box_titles(layout, verdicts, body)
    drop_pull_quotes(layout, verdicts, first, end)
    drop_photo_lines(layout, verdicts, first, end)
    drop_stamps(layout, verdicts, first, end)
    drop_notices(layout, verdicts, first, end)
    drop_contacts(layout, verdicts, first, end)
    drop_comments(layout, verdicts, first, end)
    drop_tail(layout, verdicts, first, end)
    drop_behind_article(layout, verdicts, first, end)
    drop_strays(layout, verdicts, first, end)
    drop_idle_label(layout, verdicts, first, end)
    drop_idle_headings(layout, verdicts, first, end)
    drop_calls(layout, verdicts, first, end)
    drop_giving(layout, verdicts, first, end)
    drop_sign_off(layout, verdicts, first, end)
    drop_copy(layout, verdicts, first, end)
    drop_pulled(layout, verdicts, first, end)
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
    letters = measure_linked(block.text) if block.linked else len(block.text)
    if block.linked > LINKED_SHARE * letters and not block.text.startswith(("http", "www.")):
        return DropReason.NAVIGATION if block.tag == "li" else DropReason.TEASER
    if block.linked > LINKED_SHARE_OTHER * letters and block.tag not in RUNNING and block.tag not in HEADINGS:
        return DropReason.TEASER
    if block.linked > LABELLED_SHARE * letters and block.tag not in LISTED and is_labelled(block):
        return DropReason.RELATED
    short = name_short(block) if letters <= MAX_DATE_LETTERS else None
    named = short or name_line(block.text, linked=block.linked > letters // 3, in_prose=block.tag in HEADINGS)
    return named or (name_call(block.text) if block.tag not in HEADINGS | LISTED else None)


def judge_cell(layout: Layout, block: Block) -> DropReason | None:
    """Return what a short line behind a break is, in a cell that holds a story; None for any other."""
    is_line = block.after_break and block.tag == "td" and len(block.text) <= MAX_DATE_LETTERS
    return name_short(block) if is_line and layout.prose[block.element] >= MIN_CELL_PROSE else None


def measure_linked(text: str) -> int:
    """Return the letters of a text without what parts links in a row, or stands behind one: arrows, "[Video]"."""
    bare = text.rstrip(ARROWS)
    if len(text) <= MAX_ROW_LETTERS and len(row := RULES.split(bare)) >= MIN_ROW:
        return sum(map(len, row))
    return len(LINK_TAIL.sub("", bare) if bare[-1:] in BRACKET_ENDS else bare) - len(BAR) * bare.count(BAR)


def is_labelled(block: Block) -> bool:
    """Tell whether a block is a label and a link, and no more: "Read also: …" in whatever language."""
    text = block.text[1:-1] if (block.text[0], block.text[-1]) in BRACKETED else block.text
    before = text[: len(text) - block.linked].rstrip()
    if not before or len(before) > MAX_LABEL_LETTERS:
        return False
    return (
        before.endswith((":", "：", "|"))
        or (before[-1] == "." and before.isupper())
        or name_line(before) is DropReason.RELATED
    )


def name_short(block: Block) -> DropReason | None:
    """Return what a short line is that says nothing but a date or an agency; None for any other.

    In a cell, an item or a heading only the day of the last change counts.
    """
    if block.tag in LISTED:
        is_day = block.tag not in HEADINGS and DIGIT.search(block.text) and is_date_line(block.text)
        return DropReason.DATE if is_day and UPDATED.search(block.text) else None
    if block.text.startswith(ARROWED) and block.tag != "pre" and block.text[-1] not in FULL_STOPS:
        return DropReason.RELATED
    if block.text[-1] in FONT_ENDS and FONT_SIZES.fullmatch(block.text):
        return DropReason.BOILERPLATE
    if not WORD.search(block.text) or CLOCK.fullmatch(block.text) or block.text.startswith(POSTED_PICTURE):
        return DropReason.BOILERPLATE
    if is_signature(block.text) or is_credit_line(block.text):
        return DropReason.BYLINE if is_wire_line(block.text) else DropReason.CREDIT
    return DropReason.DATE if DIGIT.search(block.text) and (is_dates(block.text) or is_counted(block.text)) else None


def is_counted(text: str) -> bool:
    """Tell whether a line is nothing but a day and counts of readers, parted by rules: "3 hours ago | 14 comments"."""
    parts = RULES.split(text)
    return len(parts) > 1 and all(name_count(part) or is_date_line(part) for part in parts)


def is_dates(text: str) -> bool:
    """Tell whether a line is nothing but a date, or two of which one stands in brackets behind."""
    day, bracket, changed = text.removesuffix(")").partition(" (")
    return is_date_line(text) or (bracket != "" and text[-1] == ")" and is_date_line(day) and is_date_line(changed))


def drop_links(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop the lines that are a link to a section or a subject and no more, or over the story to its author."""
    blocks = layout.tree.blocks
    lead = next((at for at in range(first, end) if layout.weights[at] >= FULL_PROSE), first)
    for stamp in layout.tree.stamps:
        at = stamp.block
        reason = DropReason.TAGS if stamp.name == CATEGORY else DropReason.BYLINE if stamp.name in AUTHORS else None
        is_over = stamp.name == CATEGORY or at < lead
        if reason and is_over and first <= at < end and verdicts[at] is None and blocks[at].text == stamp.value:
            verdicts[at] = reason
