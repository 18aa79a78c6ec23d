"""What a feed or sitemap says: the values of this room."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from warraq.model import Entry, Rejection

Kind = Literal["atom", "cdf", "json_feed", "rss", "sitemap", "sitemap_index"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry as its document says it, before anything is judged: dates and links as written, text as markup."""

    link: str | None = None
    guid: str | None = None
    title: str | None = None
    summary: str | None = None
    content_html: str | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    published_parsed: datetime | None = None  # As feedparser reads it, in UTC.
    modified_parsed: datetime | None = None
    language: str | None = None
    enclosure: str | None = None
    content_base: str | None = None  # What links in its content are relative to, where it says so.


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedEntry(Rejection):
    """An entry without a usable link: the reason, and what else the feed said of it, its text cleaned."""

    item: Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a reader of one format finds in a document."""

    kind: Kind
    items: tuple[Item, ...] = ()
    sitemaps: tuple[str, ...] = ()  # As written.
    cut: int = 0
    damage: str | None = None  # Where a document broke off after its first entries; None where it is whole.
    ttl_seconds: int | None = None
    skip_hours: tuple[int, ...] = ()
    title: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedReading:
    """What a feed or sitemap gives: its entries, or the sitemaps it names, and what was left or refused."""

    kind: Kind
    entries: tuple[Entry, ...] = ()  # Each ``url_key`` once.
    sitemaps: tuple[str, ...] = ()  # Nested in an index; oldest first where each says when it changed.
    cut: int = 0  # Entries over the cap, left unread.
    is_broken: bool = False  # It broke off: there may be more in it than was read.
    repeated: int = 0  # Entries that name the page of an earlier one.
    refused: tuple[
        Rejection, ...
    ] = ()  # A ``RefusedEntry`` for each bad link, and a plain one where the document broke off.
    ttl_seconds: int | None = None  # How long the feed asks to be left alone.
    skip_hours: tuple[int, ...] = ()  # Hours of the day, GMT, in which it asks not to be polled.
    title: str | None = None
    language: str | None = None  # BCP 47, as declared.
