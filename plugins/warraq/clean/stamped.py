"""Names that stand beside the story's day, with no word before them."""

import re
from itertools import islice

from warraq.clean.datelines import is_known_city, is_person
from warraq.clean.layout import Layout
from warraq.clean.prose import FULL_PROSE, is_stressed
from warraq.clean.pull_quotes import find_quotation
from warraq.clean.signatures import is_beside_day, is_full_name
from warraq.clean.tree import Block, Tree
from warraq.clean.visible import find_lone_day
from warraq.text.characters import fold_line
from warraq.text.dates import is_date_line

NAME_AND_DAY = re.compile(r"(?P<name>[^\W\d_][^|\d]{3,40}?)\s*\|\s*\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d).{0,60}")
COUNTERS = re.compile(r"(?<=\d)(?:\s+\d{1,6}){1,2}$")  # How many read it, and said something of it.
# "Anna Keller, www.paper.example": the site behind the name, where the day stands beside the line.
NAME_AND_SITE = re.compile(r"(?P<name>[^\W\d_][^,\d]{3,40}), (?:www\.)?[\w-]{2,30}\.[a-zA-Z]{2,8}")
MIN_NAME, MAX_LINE = 5, 100
TOLD_PARAGRAPHS = 5
# How places of several words begin.
OF_PLACES = frozenset(
    """
    Addis Buenos Cape Ciudad Costa East El Fort Great La Las Le Les Los New North Nova Nueva Port Porto Puerto Rio Río
    Saint San Santa Santiago Santo South St. São Tel West
    """.split()  # noqa: SIM905 - a table of words reads better as words.
)
# What sections and the labels over a story end in; no person's name does.
SECTIONS = frozenset(
    """
    Affairs Analysis Arts Background Briefing Business Change Context Crime Culture Desk East Education Estate
    Exclusive Explainer Facts Football Forum Glance Guide Happened Happens Health Highlights Interview Know
    League Life Lifestyle Market Markets Matters Means Media Minister Moments News Numbers Opinion Overview
    Planet Points Politics Questions Report Review Room Science Sport Sports Statement Stories Story Style
    Summary TV Takeaways Takes Tech Technology Things Timeline Times Today Travel Update Updates Video Videos
    World
    """.split()  # noqa: SIM905 - a table of words reads better as words.
)
DIGIT = re.compile(r"\d")
LETTER = re.compile(r"[^\W\d_]")
BULLET, BULLETS = re.compile("[•·]"), frozenset("•·")
MIN_SMALL = 3  # Letters of words between others.
UNDER_HEADLINE = 4  # Lines, down to the name.
ROW, MAX_NAME = 3, 40  # Blocks, with a bullet between name and day.
ROW_TAGS = frozenset({"address", "div", "li", "p", "span"})


def read_dated(layout: Layout, span: range) -> tuple[str, ...]:
    """Return the name before a day: behind a rule, or set apart as a link, in bold or in an element of its own.

    A section's name stands elsewhere on the page too, and a place's in the story.
    """
    blocks = layout.tree.blocks
    lead = next((at for at in span if layout.weights[at] >= FULL_PROSE), span.stop)
    for at in span:
        dated = NAME_AND_DAY.fullmatch(blocks[at].text) or match_site(layout.tree, at)
        name = dated["name"] if dated else cut_apart(blocks[at])
        if not name and at < lead:
            name = cut_before_bullet(blocks[at]) or read_row(layout.tree, at)
        if not name and at <= lead + 1:  # Under the headline, or under its standfirst.
            name = cut_behind_day(blocks[at])
        if name and is_full_name(name) and not find_quotation(layout.tree, blocks[at].element):
            key = fold_line(name)
            others = (other for other in blocks if other is not blocks[at])
            is_other = any(fold_line(other.text) == key for other in others) or is_told(layout, name)
            return () if is_other else (name,)
    return ()


def match_site(tree: Tree, at: int) -> re.Match[str] | None:
    """Return the match of a line that is a name and a site, beside the story's day; None of any other."""
    text = tree.blocks[at].text
    is_short = len(text) <= MAX_LINE and "." in text and not DIGIT.search(text)
    return NAME_AND_SITE.fullmatch(text) if is_short and is_beside_day(tree, at) else None


def cut_apart(block: Block) -> str | None:
    """Return the words that are a link or in bold at the head of a line that is otherwise a day; None without them."""
    letters = block.linked or block.strong
    if not letters or not MIN_NAME <= letters < len(block.text) <= MAX_LINE or not DIGIT.search(block.text):
        return None
    name, day = block.text[:letters].rstrip(), COUNTERS.sub("", block.text[letters:].strip(" |·•,–-"))
    return name if is_date_line(day) and not is_place(name) else None


def read_stressed(layout: Layout, headline: int) -> tuple[str, ...]:
    """Return the name that is all of a bold line between a headline and a full paragraph.

    Neither says its last word, as they do of who is portrayed. Where headlines are in capitals a subhead is too.
    """
    at = find_stressed(layout, headline)
    if at is None:
        return ()
    title, block = layout.tree.blocks[headline], layout.tree.blocks[at]
    is_line = block.tag in ROW_TAGS | {"td"} and MIN_NAME <= len(block.text) <= MAX_NAME
    is_own = is_line and not block.linked and is_full_name(block.text) and not is_place(block.text)
    texts = (title.text, *list_told(layout)) if is_own else ()
    is_small = any(word[0].islower() and len(word) > MIN_SMALL for word in title.text.split())
    last = block.text.split()[-1]
    return (block.text,) if is_own and is_small and not any(last in text for text in texts) else ()


def find_stressed(layout: Layout, headline: int) -> int | None:
    """Return the line right over a full paragraph, with nothing between the headline and it but days and bold lines."""
    blocks = layout.tree.blocks
    for at in range(headline + 1, min(headline + 1 + UNDER_HEADLINE, len(blocks) - 1)):
        if layout.weights[at + 1] >= FULL_PROSE and len(blocks[at].text) <= MAX_NAME and is_stressed(blocks[at]):
            return at
        is_day = len(blocks[at].text) <= MAX_NAME and DIGIT.search(blocks[at].text)
        if not (is_day or is_stressed(blocks[at])):
            return None
    return None


def cut_behind_day(block: Block) -> str | None:
    """Return the words behind a day and its time, in a line that is no link: "4 مارس 2019 - 21:30 سمية يوسفي"."""
    if block.linked or len(block.text) > MAX_LINE or not DIGIT.match(block.text):
        return None
    day = find_lone_day(block.text)
    name = block.text[len(day) :].strip(" |·•,–-") if block.text.startswith(day) else ""
    return name if name and is_person(name) else None


def read_row(tree: Tree, at: int) -> str | None:
    """Return the few words, no link, that stand before a day in a row of elements: «A. Name • day»."""
    block, following = tree.blocks[at], tree.blocks[at + 1 : at + ROW]
    if block.linked or block.tag not in ROW_TAGS or not MIN_NAME <= len(block.text) <= MAX_NAME:
        return None
    day = next((one for one in following if LETTER.search(one.text) or DIGIT.search(one.text)), None)
    over = {block.element, tree.parents[block.element]} if block.tag == "address" else {tree.parents[block.element]}
    is_row = day is not None and tree.parents[day.element] in over - {0}
    if not is_row or day is None or len(day.text) > MAX_LINE or not is_date_line(day.text):
        return None
    return None if is_place(block.text) else block.text


def cut_before_bullet(block: Block) -> str | None:
    """Return the words that a bullet parts from the day behind them, in a line that is no link; None without them."""
    if block.linked or len(block.text) > MAX_LINE or BULLETS.isdisjoint(block.text) or not DIGIT.search(block.text):
        return None
    name, day, *_ = map(str.strip, BULLET.split(block.text))
    return name if name and is_date_line(day) and not is_place(name) else None


def is_place(words: str) -> bool:
    """Tell whether words are a place or a section: a city of the table, as places of several words begin, "… News"."""
    parts = words.split()
    return is_known_city(words) or parts[0] in OF_PLACES or parts[-1] in SECTIONS


def is_told(layout: Layout, name: str) -> bool:
    """Tell whether the first full paragraphs of the page say a name."""
    return any(name in text for text in list_told(layout))


def list_told(layout: Layout) -> list[str]:
    """Return the first full paragraphs of the page."""
    told = (one.text for one, weight in zip(layout.tree.blocks, layout.weights, strict=True) if weight >= FULL_PROSE)
    return [*islice(told, TOLD_PARAGRAPHS)]
