"""What cleaning did with each block of a page, for people: a list, and the page itself annotated."""

import html as markup_text
import re
from typing import TYPE_CHECKING, NamedTuple

from warraq.clean.cleaner import clean_page, find_dump, list_lines
from warraq.clean.decode import decode_markup, decode_page
from warraq.clean.page import read_page
from warraq.clean.templates import Template
from warraq.model import Cleaned, DropReason, MediaKind, Page, Rejection, Source
from warraq.text.characters import clean_line

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

# The annotated page shows text, and asks for nothing.
PREFIX = (
    '<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
)
ACTIVE_TAGS = ("applet", "base", "embed", "frame", "frameset", "iframe", "link", "noscript", "object", "script")
UNREAD = re.compile(r"[\x00-\x20]")  # Browsers pass over these in an address.
ACTIVE_VALUE = re.compile(r"(?:javascript|vbscript|data):", re.IGNORECASE)
KEPT_STYLE = "outline:2px solid #2a7a2a;background:#e8f6e8"
DROPPED_STYLE = "outline:1px dashed #b03030;background:#fbeaea;opacity:.75"
# Elements whose whole text is one block.
MARKED_TAGS = (
    "p",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "td",
    "th",
    "figcaption",
    "blockquote",
    "div",
    "span",
    "dd",
)


class Explained(NamedTuple):
    """One block of a page: what it says, where it stands, and why it was dropped if it was."""

    text: str
    place: str  # Tags from the outermost to the block's own, e.g. ``body > article > p``.
    reason: DropReason | None  # None: the block is in an article's body.
    position: int | None  # The article it stands with.


class Explanation(NamedTuple):
    """Every block of a page in its order, and the verdict on the whole."""

    blocks: tuple[Explained, ...]
    rejection: Rejection | None
    is_dump: bool  # Its blocks are lines.


def explain_page(page: Page, *, source: Source | None = None, template: Template | None = None) -> Explanation:
    """Return every block of a page or dump, kept or dropped with its reason, in the order of the page."""
    cleaned = clean_page(page, source=source, template=template)
    if page.kind is MediaKind.TEXT:
        return Explanation(explain_dump(cleaned, decode_page(page.content)), cleaned.rejection, is_dump=True)
    markup, scripts = decode_markup(page.content)
    dump = find_dump(markup)
    if dump is not None:
        return Explanation(explain_dump(cleaned, dump), cleaned.rejection, is_dump=True)
    reading = read_page(markup, scripts, page, source, template)
    tree = reading.tree
    blocks = tuple(
        Explained(block.text, name_path(tree.parents, tree.tags, block.element), reason, position)
        for block, (reason, position) in zip(tree.blocks, reading.verdicts, strict=True)
    )
    return Explanation(blocks, cleaned.rejection, is_dump=False)


def explain_dump(cleaned: Cleaned, text: str) -> tuple[Explained, ...]:
    """Return the lines of a dump, matched in their order with what was kept and dropped of them."""
    kept = {paragraph: one.position for one in cleaned.articles for paragraph in one.body.split("\n\n")}
    dropped = {one.text: one for one in cleaned.dropped}
    heads: dict[str, tuple[DropReason, int | None]] = {}
    for one in cleaned.articles:
        heads |= {one.headline: (DropReason.HEADLINE, one.position)} if one.headline else {}
        heads |= {one.standfirst: (DropReason.STANDFIRST, one.position)} if one.standfirst else {}
    explained: list[Explained] = []
    seen: set[str] = set()
    for line in (part for one in list_lines(text) for part in (*one.asides, one.text)):
        if line in kept:
            fate: tuple[DropReason | None, int | None] = (None, kept[line])
        elif line in heads and line not in seen:
            fate = heads[line]
        elif line in dropped and (line in seen or dropped[line].reason is not DropReason.CAPTION_REPEATED):
            fate = dropped[line].reason, dropped[line].position
        else:
            fate = DropReason.CAPTION, dropped[line].position if line in dropped else None
        seen.add(line)
        explained.append(Explained(line, "line", *fate))
    return tuple(explained)


def name_path(parents: list[int], tags: list[str], element: int) -> str:
    """Return the tags from the outermost element to this one, the last eight of them."""
    path: list[str] = []
    while element and len(path) < 8:  # noqa: PLR2004 - as many as fit a line.
        path.append(tags[element])
        element = parents[element]
    return " > ".join(reversed(path))


def annotate_html(page: Page, *, source: Source | None = None, template: Template | None = None) -> str:
    """Return the page's markup with each block framed: green where it was kept, red with its reason where not."""
    from bs4 import BeautifulSoup  # noqa: PLC0415 - half a second that only this command needs.

    explanation = explain_page(page, source=source, template=template)
    text = decode_page(page.content)
    if explanation.is_dump:
        lines = "".join(f"<p dir=auto>{markup_text.escape(block.text)}</p>" for block in explanation.blocks)
        text = f"<html><head></head><body>{lines}</body></html>"
    soup = BeautifulSoup(text, "html.parser")
    disarm(soup)
    verdicts = {block.text: block.reason for block in reversed(explanation.blocks)}
    for element in soup.find_all(MARKED_TAGS):
        frame_element(element, verdicts)
    head_line(soup, explanation)
    return f"{PREFIX}{soup}"


def disarm(soup: "BeautifulSoup") -> None:
    """Take from a page what acts when it is opened: it is a file of the reader's own then, and may ask for nothing."""
    from bs4.element import PreformattedString  # noqa: PLC0415 - as above.

    for text in soup.find_all(string=lambda text: isinstance(text, PreformattedString)):
        text.extract()  # Comments and their kin, which browsers may read otherwise.
    for element in soup(ACTIVE_TAGS):
        element.decompose()
    for element in soup.find_all("meta"):
        if element.has_attr("http-equiv") or element.has_attr("charset"):
            element.decompose()
    for element in soup.select("*"):
        for name, value in [*element.attrs.items()]:
            if name.lower().startswith("on") or ACTIVE_VALUE.match(UNREAD.sub("", str(value))):
                del element[name]


def frame_element(element: "Tag", verdicts: dict[str, DropReason | None]) -> None:
    """Frame an element whose text is one of the blocks."""
    key = clean_line(element.get_text())
    if key is None or key not in verdicts:
        return
    reason = verdicts[key]
    element["style"] = f"{element.get('style', '')};{DROPPED_STYLE if reason else KEPT_STYLE}"
    element["title"] = f"dropped: {reason}" if reason else "kept"


def head_line(soup: "BeautifulSoup", explanation: Explanation) -> None:
    """Put a line with the verdict on the whole page before everything else."""
    kept = sum(block.reason is None for block in explanation.blocks)
    verdict = explanation.rejection
    line = soup.new_tag("div", attrs={"style": "direction:ltr;font:14px sans-serif;padding:.5em;background:#ffd"})
    line.string = (
        f"Rejected: {verdict.reason} ({verdict.detail})"
        if verdict
        else f"{kept} of {len(explanation.blocks)} blocks are kept (green); hover over a red one for its reason."
    )
    (soup.body or soup).insert(0, line)
