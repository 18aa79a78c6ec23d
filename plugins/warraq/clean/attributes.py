"""What elements say by their attributes: names and visibility, pictures, values of microdata, addresses."""

import re

from selectolax.lexbor import LexborNode

from warraq.clean.phrases import name_line
from warraq.clean.tags import (
    HEADINGS,
    NAMED_OTHERWISE,
)
from warraq.clean.tree import CATEGORY, MODIFIED_TIME, Block, Picture, Stamp, Tree
from warraq.clean.words import Sign, read_name, read_signs
from warraq.model import DropReason
from warraq.text.characters import clean_line

HIDDEN = Sign.HIDDEN
# The address of an author's own page, as publishers' systems make it.
AUTHOR_PATH = re.compile(
    r"/(?:auth?or(?:es|en|s)?|auteurs?|jizhe|journalists?|penulis|redactores?|reporters?|tac-gia|wartawan|writers?|yazarlar?)/[^/?#]"
)
ADDRESS_NAMES = ("data-url", "data-href", "data-permalink", "data-link", "itemid", "about")
SIZES = ("data-lazy-src", "srcset", "data-srcset")
CREDIT_ATTRIBUTE = "data-c-credit"  # Shown by a script beside the picture (USA Today Network, 2026).
SCRIPT_META = "script:ld+json"  # Remix writes JSON-LD into a meta element.
CLOCK_ATTRIBUTES = ("title", "data-datetime", "data-date", "data-time", "data-timestamp", "data-published")
INSTANT = re.compile(r"(?:19|20)\d\d-\d\d-\d\d|1\d{9}(?:\d{3})?$")
ITEM_DATES = frozenset({"datePublished", "dateCreated", "dateModified"})
CHANGED = re.compile(r"^(?!.*publish).*(?:updated|modified)", re.IGNORECASE | re.DOTALL)  # WordPress names both.
KEEPS_BREAKS = re.compile(r"white-space(?:-collapse)?\s*:\s*(?:pre(?!serve-spaces)|break-spaces)")
MAX_WRITER = 60  # Letters of a span that names the writer amid a line.
SET = re.compile(r"text-align\s*:\s*(right|center)")
ALIGNED = {"center": Sign.CENTRED, "right": Sign.RIGHT}
# How elements are labelled for those who do not see the page (BBC, 2026: "article-byline", «معلومات المقال»).
NAMES_WRITER = re.compile(r"\b(?:by-?line|authors?|article information)\b|معلومات المقال", re.IGNORECASE)
CATEGORIES = frozenset({"category", "tag"})  # What a link to a section or a subject is related as (WordPress).
MAX_SPOKEN_TITLE = 40
SPOKEN_TITLES: dict[DropReason | None, int] = {DropReason.RELATED: Sign.RELATED, DropReason.SHARE: Sign.SHARE}
TITLED_BY = Sign.COMMENTS | Sign.NEWSLETTER | Sign.RELATED | Sign.SHARE | Sign.TEASER  # By the title's id.
MAX_TITLE_LETTERS = 1_000  # One that is never closed holds all of the page.
FILMS = frozenset({"amp-video", "audio", "iframe", "video"})  # A line beside one is its title.


def read_names(attributes: dict[str, str | None], signs: int) -> tuple[int, str]:
    """Return the signs of an element's class, id and visibility, and its names as written."""
    names = attributes.get("class") or ""
    if names:
        signs |= read_signs(names)
        if len(attributes) == 1:  # Most elements have no other.
            return signs, names
    identity = attributes.get("id")
    if identity:
        signs |= read_name(identity)
        names = f"{identity} {names}"
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        signs |= Sign.HIDDEN
    style = attributes.get("style")
    if style:
        signs |= read_style(style)
    label = attributes.get("aria-labelledby") or attributes.get("aria-label")
    if label and NAMES_WRITER.search(label):
        signs |= Sign.BYLINE
    elif label and len(label) <= MAX_SPOKEN_TITLE:
        signs |= SPOKEN_TITLES.get(name_line(label), 0)
        signs |= read_name(label) & TITLED_BY if "aria-labelledby" in attributes else 0
    if align := attributes.get("align"):
        signs |= ALIGNED.get(align, 0)
    return signs, names


def read_style(style: str) -> int:
    """Return the signs of an element's own style."""
    if "none" in style and "display:none" in style.replace(" ", "").lower():
        return Sign.HIDDEN
    keeps = Sign.PREFORMATTED if "white-space" in style and KEEPS_BREAKS.search(style) else 0
    aligned = SET.search(style) if "text-align" in style else None
    return keeps | (ALIGNED[aligned[1]] if aligned else 0)


def read_void(tree: Tree, node: LexborNode, tag: str, holder: int, block: int) -> None:
    """Keep what an image or an element of the head declares."""
    attributes = node.attributes
    if tag in {"img", "amp-img"}:
        tree.pictures.append(Picture(read_source(attributes), clean_line(attributes.get("alt") or ""), holder, block))
    elif tag in FILMS:
        tree.pictures.append(Picture("", None, holder, block))
    elif tag == "meta":
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = attributes.get("content")
        if name == SCRIPT_META and content:
            tree.scripts.append(content)
        elif name in ITEM_DATES and content and block and "itemprop" in attributes:
            tree.stamps.append(Stamp(name, content, holder, block))  # Amid the page it is of what stands around it.
        elif name and content and content.strip():
            tree.metas.append((name.lower(), content))
    elif tag == "link":
        if attributes.get("rel") == "canonical" and tree.canonical is None:
            tree.canonical = attributes.get("href")
    elif tag == "title" and tree.title is None:
        tree.title = clean_line((node.text() or "")[:MAX_TITLE_LETTERS])


def read_source(attributes: dict[str, str | None]) -> str:
    """Return the address of an image; of one without its own, or with a blank for it, the first of its sizes."""
    url = attributes.get("data-src") or attributes.get("data-original") or attributes.get("src") or ""
    if url and not url.startswith("data:"):
        return url
    sizes = next((size for name in SIZES if (size := attributes.get(name))), "")
    return sizes.split()[0].rstrip(",") if sizes.strip() else url


def read_item(tree: Tree, node: LexborNode, attributes: dict[str, str | None], tag: str, element: int) -> None:
    """Keep what a time element, an item of microdata or a link to the author declares."""
    name = attributes.get("itemprop") or ("author" if attributes.get("rel") == "author" else "")
    name = name or (attributes.get("property") or "").rpartition(":")[2] or tag
    if name == "time" and CHANGED.search(attributes.get("class") or ""):
        name = MODIFIED_TIME
    value = attributes.get("datetime") or attributes.get("content")
    if value is None and name == "author" and tag in {"a", "span"}:
        value = clean_line(node.text() or "")
    if name == "articleBody" and tag != "meta":
        tree.signs[element] |= Sign.BODY
    tree.stamps.append(Stamp(name, value, element, len(tree.blocks)))


def read_clock(tree: Tree, attributes: dict[str, str | None], element: int) -> None:
    """Keep the instant that an element named as a date has in an attribute, for scripts or for those who hover."""
    for name in CLOCK_ATTRIBUTES:
        value = attributes.get(name)
        if value and INSTANT.match(value):
            tree.stamps.append(Stamp("time", value, element, len(tree.blocks)))
            return


def read_writer(tree: Tree, node: LexborNode, holder: int) -> None:
    """Keep the name that a span at the head of a line is marked as; in a quotation it is that of another writer."""
    name = clean_line(node.text() or "")
    if name and len(name) <= MAX_WRITER and tree.tags[tree.parents[holder]] != "blockquote":
        tree.stamps.append(Stamp("author", name, holder, len(tree.blocks)))


def read_anchor(tree: Tree, node: LexborNode, attributes: dict[str, str | None], holder: int) -> None:
    """Keep a link to the author, and where the link in a heading leads."""
    rel = attributes.get("rel") or ""
    if rel == "author" or "itemprop" in attributes:
        read_item(tree, node, attributes, "a", holder)
    elif rel and not CATEGORIES.isdisjoint(rel.split()):
        tree.stamps.append(Stamp(CATEGORY, clean_line(node.text() or ""), holder, len(tree.blocks)))
    if tree.tags[holder] in HEADINGS:
        tree.addresses.setdefault(holder, attributes.get("href") or "")


def read_special(tree: Tree, node: LexborNode, attributes: dict[str, str | None], tag: str, at: int) -> None:
    """Keep what elements say besides their names: values of microdata, an article's address."""
    if tag in NAMED_OTHERWISE:
        tree.signs[at] &= HIDDEN | (Sign.STANDFIRST if tag in HEADINGS and "class" in attributes else 0)
    if "itemprop" in attributes or "property" in attributes or tag == "time":
        read_item(tree, node, attributes, tag, at)
    if credit := clean_line(attributes.get(CREDIT_ATTRIBUTE) or ""):
        tree.signs[at] |= Sign.CREDIT
        tree.blocks.append(Block(credit, at, tag, 0, 0, after_break=False))
    if tag == "article":
        address = next((attributes[name] for name in ADDRESS_NAMES if attributes.get(name)), None)
        if address:
            tree.addresses[at] = address


def leads_to_author(address: str, names: str) -> bool:
    """Tell whether a link leads to the story's writer, by its address or by its class: "author-link"."""
    is_named = names.startswith(("author", "writer")) and read_signs(names) & Sign.BYLINE
    return bool(is_named) or AUTHOR_PATH.search(address.lower()) is not None
