"""Markup mended before it is walked."""

import re
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from warraq.clean.attributes import read_names
from warraq.clean.datelines import is_person
from warraq.clean.words import Sign
from warraq.clean.writer_labels import PREFIX
from warraq.text.characters import clean_line
from warraq.text.dates import is_date_line

PEN_AND_PERSON = 'i[class*="fa-user"], i[class*="icon-user"], i[class*="fa-pen"], span[class*="icon-user"]'
MAX_ICONS = 40
SIGNING = "time, [class], [rel=author]"  # What may be of a day or a writer, under a headline.
MAX_HEADLINES, MAX_UNDER, MAX_ASKED = 60, 8, 20  # Nodes under a headline, over the first paragraph; and within one.
PART = "warraq-part"  # The class of what a story is moved into.
MIN_PARAGRAPH = 80
MAX_NAME_LETTERS = 40
# A label before a paragraph that style alone parts from it: "<p><span class="label">Leuven</span>De stad …".
LABEL = re.compile(
    r"(<p(?:\s[^<>]{1,200})?>\s{0,20}<span\s[^<>]{1,200}>[^<>]{2,40}[a-zß-öø-ÿа-яё]</span>)(?=[A-ZÀ-ÞА-Я])"
)


def part_labels(markup: str) -> str:
    """Return markup with a blank between a label at the beginning of a paragraph and the capital it is glued to."""
    return LABEL.sub(r"\1 ", markup)


def mend(root: LexborNode, markup: str) -> None:
    """Mend what stands below the root, where its markup has what is to be mended."""
    if "<button" in markup:
        open_buttons(root)
    if "tooltip" in markup:
        hide_tips(root)
    if "fa-user" in markup or "icon-user" in markup or "fa-pen" in markup:
        sign_writers(root)


def part_stories(parser: LexborHTMLParser) -> None:
    """Give each story an element of its own, where several stand flat in one: headline, day or writer, paragraphs."""
    rows: dict[int, list[LexborNode]] = {}
    for heading in parser.css("h1")[:MAX_HEADLINES]:
        if heading.parent is not None:
            rows.setdefault(heading.parent.mem_id, []).append(heading)
    for first, *others in reversed(rows.values()):  # What is moved is copied: rows within it go before it.
        if others and all(map(is_signed_below, others)):
            for heading in (first, *others):
                wrap_story(parser, heading)


def is_signed_below(heading: LexborNode) -> bool:
    """Tell whether a day or a writer stands between a headline and the first paragraph under it."""
    below = heading.next
    for _ in range(MAX_UNDER):
        if below is None or (below.tag == "p" and len(below.text()) >= MIN_PARAGRAPH):
            return False
        line = clean_line(below.text()) or ""
        if is_date_line(line) or PREFIX.match(line) or any(map(is_sign, below.css(SIGNING)[:MAX_ASKED])):
            return True
        below = below.next
    return False


def is_sign(node: LexborNode) -> bool:
    """Tell whether an element holds a day or a writer, by its tag or its names."""
    if node.tag == "time" or "rel" in node.attributes:
        return True
    return bool(read_names(node.attributes, 0)[0] & (Sign.BYLINE | Sign.DATE))


def wrap_story(parser: LexborHTMLParser, heading: LexborNode) -> None:
    """Move a headline and what follows it, up to the next one, into a section."""
    held = [heading]
    while (below := held[-1].next) is not None and below.tag != "h1":
        held.append(below)
    section = parser.create_node("section")
    section.attrs["class"] = PART
    heading.insert_before(section)
    placed = heading.prev
    for node in held:
        if placed is not None:
            placed.insert_child(node)
            node.decompose()


def open_buttons(root: LexborNode) -> None:
    """Let a button amid a sentence be its words."""
    for button in root.css("p button"):
        if all(
            one is not None and one.tag == "-text" and (one.text_content or "").strip()
            for one in (button.prev, button.next)
        ):
            button.unwrap()


def list_buttoned(root: LexborNode) -> list[LexborNode]:
    """Return the elements that hold buttons."""
    return [button.parent for button in root.css("button") if button.parent is not None]


def hide_tips(root: LexborNode) -> None:
    """Hide what shows when a reader points at a word."""
    for tip in root.css("[role=tooltip]"):
        tip.attrs["hidden"] = ""


def sign_writers(root: LexborNode) -> None:
    """Class as a byline the Arabic name behind the picture of a person or a pen, where the page has but one."""
    named: dict[str, LexborNode] = {}
    for icon in islice(root.css(PEN_AND_PERSON), MAX_ICONS):
        behind = icon.next
        while behind is not None and behind.tag == "-text" and not (behind.text_content or "").strip():
            behind = behind.next
        holder = icon.parent if behind is not None and behind.tag == "-text" else behind
        text = clean_line(holder.text() or "") if holder is not None else None
        if holder is not None and text and len(text) <= MAX_NAME_LETTERS and is_person(text):
            named.setdefault(text, holder)
    if len(named) == 1:
        (holder,) = named.values()
        holder.attrs["class"] = f"{holder.attributes.get('class') or ''} byline"
