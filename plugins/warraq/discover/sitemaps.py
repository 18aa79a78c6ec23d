"""Sitemaps, sitemap indexes and news sitemaps (sitemaps.org 0.9, Google's news 0.9) → items.

They are untrusted XML, read by expat with nothing switched on: a DOCTYPE, and so every entity, is refused.
"""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise
from math import isfinite
from xml.parsers import expat

from warraq.discover.reading import Document, Item, Kind
from warraq.errors import RejectedError
from warraq.model import Reason

MAX_DEPTH = 32  # A news sitemap needs six.
MAX_FIELD_CHARACTERS = 10_000

# Path below the root, in local names → the field it fills.
FIELDS = {
    "sitemap/lastmod": "modified",
    "sitemap/loc": "link",
    "url/lastmod": "modified",
    "url/loc": "link",
    "url/news/keywords": "tags",
    "url/news/publication/language": "language",
    "url/news/publication_date": "published",
    "url/news/title": "title",
}
RECORDS = frozenset({"sitemap", "url"})
KINDS: dict[str, Kind] = {"sitemapindex": "sitemap_index", "urlset": "sitemap"}

# Where a sitemap begins, whatever stands before; not inside a comment.
ROOT = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<name>(?:[\w.-]{1,40}:)?(?:urlset|sitemapindex))(?=[\s/>])", re.DOTALL | re.IGNORECASE
)
RECORD = re.compile(r"<(?P<name>(?:[\w.-]{1,40}:)?(?:url|sitemap))(?=[\s>])", re.IGNORECASE)
DOCTYPE = re.compile("<!doctype", re.IGNORECASE)
# The commonest fault of sitemaps: a query written with bare ampersands.
BARE_AMPERSAND = re.compile(r"&(?!#\d+;|#x[0-9A-Fa-f]+;|(?:amp|apos|gt|lt|quot);)")
LINE_OF_URL = re.compile(r"https?://\S+")


@dataclass(slots=True)
class Reading:
    """A sitemap while it is read: where expat stands, and the records so far."""

    path: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    records: list[dict[str, str]] = field(default_factory=list)

    def start(self, name: str, _attributes: object) -> None:
        """Enter an element."""
        self.path.append(name.rpartition(":")[2].lower())
        if len(self.path) > MAX_DEPTH:
            raise RejectedError(Reason.BAD_FEED, f"the sitemap is nested deeper than {MAX_DEPTH} levels")
        if len(self.path) == 2 and self.path[1] in RECORDS:  # noqa: PLR2004 - root and record.
            self.texts = {}

    def end(self, _name: str) -> None:
        """Leave an element; keep the record where one ends."""
        if len(self.path) == 2 and self.path[1] in RECORDS:  # noqa: PLR2004 - root and record.
            self.records.append(self.texts)
        self.path.pop()

    def add_text(self, text: str) -> None:
        """Add text to the field that the path names."""
        name = FIELDS.get("/".join(self.path[1:]))
        if name and len(self.texts.get(name, "")) < MAX_FIELD_CHARACTERS:
            self.texts[name] = self.texts.get(name, "") + text

    def refuse_doctype(self, *_declaration: object) -> None:
        """Refuse what sitemaps never need and attacks always do."""
        raise RejectedError(Reason.BAD_FEED, "the sitemap has a DOCTYPE, which could declare entities")


def read_sitemap(text: str, root: str, max_entries: int) -> Document:
    """Return what the sitemap or index says; over ``max_entries``, the newest by ``lastmod``, in their order.

    The sitemaps of an index are given oldest first where each says when it changed, else in the index's order.

    Raises ``RejectedError`` for a DOCTYPE, for too deep nesting, and where it breaks before its first record.
    """
    text = cut_to_root(text)
    records, damage = parse(text)
    if damage and BARE_AMPERSAND.search(text):
        records, damage = max(
            (records, damage), parse(BARE_AMPERSAND.sub("&amp;", text)), key=lambda outcome: len(outcome[0])
        )
    if damage:
        records = max(records, parse_apart(text), key=len)
    if damage and not records:
        raise RejectedError(Reason.BAD_FEED, damage)
    kind = KINDS[root]
    if kind == "sitemap_index":
        sitemaps = tuple(read_link(record) or "" for record in sort_by_change(records))
        return Document(kind=kind, sitemaps=sitemaps, damage=damage)
    kept = choose_newest(records, max_entries)
    return Document(
        kind=kind, items=tuple(read_record(record) for record in kept), cut=len(records) - len(kept), damage=damage
    )


def find_root(text: str) -> re.Match[str] | None:
    """Return where the root of a sitemap begins, or None where there is none."""
    return next((found for found in ROOT.finditer(text) if found["name"]), None)


def cut_to_root(text: str) -> str:
    """Return the sitemap without what stands before and behind its root: warnings, a second prolog, scripts of a cache.

    A DOCTYPE stays, for ``parse`` to refuse.
    """
    root = find_root(text)
    if root is None or DOCTYPE.search(text, 0, root.start()):
        return text
    name = f"</{root['name']}"
    last = text.rfind(name)
    end = text.find(">", last) + 1 if last > root.start() else 0
    return text[root.start() : end or len(text)]


def parse(text: str) -> tuple[list[dict[str, str]], str | None]:
    """Return the records of a sitemap, and where it broke off or None."""
    reading = Reading()
    parser = expat.ParserCreate(encoding="utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.add_text
    parser.StartDoctypeDeclHandler = reading.refuse_doctype
    try:
        parser.Parse(text.encode(), True)  # noqa: FBT003 - expat takes it by position: this is the last piece.
    except expat.ExpatError as error:
        return reading.records, f"the sitemap is broken after {len(reading.records)} records: {error}"
    return reading.records, None


def parse_apart(text: str) -> list[dict[str, str]]:
    """Return the records of a broken sitemap that are sound by themselves: one fault costs one record."""
    records = []
    starts = [(found.start(), f"</{found['name']}>") for found in RECORD.finditer(text)]
    for (start, closing), (end, _) in pairwise((*starts, (len(text), ""))):
        piece = text[start:end].partition(closing)[0] + closing
        read, damage = parse(f"<urlset>{BARE_AMPERSAND.sub('&amp;', piece)}</urlset>")
        records += [] if damage else read
    return records


def choose_newest(records: list[dict[str, str]], count: int) -> list[dict[str, str]]:
    """Return the ``count`` records changed last, in the document's order; the first where no dates are given."""
    if len(records) <= count:
        return records
    dates = [read_moment(record.get("modified") or record.get("published")) for record in records]
    newest = sorted(range(len(records)), key=lambda number: dates[number], reverse=True)[:count]
    return [records[number] for number in sorted(newest)]


def sort_by_change(records: list[dict[str, str]]) -> list[dict[str, str]]:
    """Return the sitemaps of an index, the one changed last at the end; as they stand where one does not say when.

    Some publishers list the newest first and some last, and a poll follows the newest alone.
    """
    dates = [read_moment(record.get("modified")) for record in records]
    if not all(map(isfinite, dates)):
        return records
    return [records[number] for number in sorted(range(len(records)), key=dates.__getitem__)]


def read_moment(text: str | None) -> float:
    """Return a W3C date as seconds since the epoch, for sorting alone; the oldest of all where there is none."""
    try:
        at = datetime.fromisoformat((text or "").strip())
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()
    except (OverflowError, ValueError):
        return float("-inf")


def read_link(record: dict[str, str]) -> str | None:
    """Return the address as it is meant: some systems escape it twice, and none holds ``&amp;`` itself."""
    return record.get("link", "").strip().replace("&amp;", "&") or None


def read_record(record: dict[str, str]) -> Item:
    """Return what one ``url`` says. Keywords stand in one field, between commas."""
    keywords = re.split("[,،]", record.get("tags", ""))
    return Item(
        link=read_link(record),
        title=record.get("title"),
        tags=tuple(keywords),
        published=record.get("published"),
        modified=record.get("modified"),
        language=record.get("language"),
    )


def read_url_list(text: str, max_entries: int) -> Document:
    """Return the items of a text sitemap: one URL a line (sitemaps.org)."""
    links = LINE_OF_URL.findall(text)
    items = tuple(Item(link=link) for link in links[:max_entries])
    return Document(kind="sitemap", items=items, cut=max(0, len(links) - max_entries))
