"""What a document says of a page → an entry, or the reason why its link cannot be used."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import islice

from warraq.discover.markup import read_text, sanitise
from warraq.discover.reading import Document, FeedReading, Item, RefusedEntry
from warraq.errors import RejectedError
from warraq.model import Entry, Reason, Rejection, Source
from warraq.text.characters import clean_line
from warraq.text.dates import parse_date
from warraq.text.instants import parse_mail_date
from warraq.urls import canonicalise_url, make_url_key, resolve_link

FETCHED_SCHEMES = frozenset({"http", "https"})
MAX_DATE_CHARACTERS = 100
MAX_NAMES = 100  # Tags, or authors, of one entry.
# Dates outside say that a program had none: years -1, 1 and 9999, 1899-12-30. So does the epoch's day, in any zone.
EARLIEST = datetime(1900, 1, 2, tzinfo=UTC)
LATEST = datetime(2100, 1, 1, tzinfo=UTC)
EPOCH_NOON = datetime(1970, 1, 1, 12, tzinfo=UTC)
EPOCH_SPREAD = timedelta(hours=12 + 14)  # Half the day, and the widest zone.

LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}")
UNIVERSAL_TIME = re.compile(r"\bUT\Z")  # RFC 822, 5.1: a word of several languages, so no zone of a page's dates.
SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]{0,20}):")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Where the entries of one document belong."""

    source: Source
    url: str  # Of the document.
    language: str | None  # As the document declares it.


def read_entries(document: Document, *, url: str, source: Source) -> FeedReading:
    """Return what the document gives: entries with canonical URLs, each key once, and the links refused."""
    shelf = Shelf(source=source, url=url, language=read_language(document.language))
    outcomes = [make_entry(number, item, shelf) for number, item in enumerate(document.items, start=1)]
    entries = [outcome for outcome in outcomes if isinstance(outcome, Entry)]
    kept = keep_first(entries)
    nested = [(link, resolve_link(url, link) if link else None) for link in document.sitemaps]
    return FeedReading(
        kind=document.kind,
        entries=kept,
        sitemaps=tuple(dict.fromkeys(absolute for _, absolute in nested if absolute)),
        cut=document.cut,
        is_broken=document.damage is not None,
        repeated=len(entries) - len(kept),
        refused=(
            *(outcome for outcome in outcomes if isinstance(outcome, RefusedEntry)),
            *(Rejection(reason=Reason.BAD_URL, detail=blame_link(link)) for link, absolute in nested if not absolute),
            *([Rejection(reason=Reason.BAD_FEED, detail=document.damage)] if document.damage else []),
        ),
        ttl_seconds=document.ttl_seconds,
        skip_hours=document.skip_hours,
        title=read_text(document.title),
        language=shelf.language,
    )


def keep_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the entries, of each key the first."""
    kept: dict[bytes, Entry] = {}
    for entry in entries:
        kept.setdefault(entry.url_key, entry)
    return tuple(kept.values())


def make_entry(number: int, item: Item, shelf: Shelf) -> Entry | RefusedEntry:
    """Return the entry that ``item`` describes, or its refusal with what else it says."""
    link = (item.link or "").strip()
    said = clean_item(item, shelf)
    url = resolve_link(shelf.url, link) if link else None
    if url is None:
        detail = f"entry {number}: {blame_link(link)}"
        return RefusedEntry(reason=Reason.BAD_URL, detail=detail, item=said)
    source = shelf.source
    try:
        canonical_url = canonicalise_url(url)
    except RejectedError as error:
        detail = f"entry {number}: {error.rejection.detail}"
        return RefusedEntry(reason=error.rejection.reason, detail=detail, item=said)
    language = said.language or shelf.language
    return Entry(
        source_id=source.source_id,
        url=url,
        canonical_url=canonical_url,
        url_key=make_url_key(canonical_url, source),
        found_in=shelf.url,
        guid=said.guid,
        title=said.title,
        summary=said.summary,
        content_html=said.content_html,
        authors=said.authors,
        tags=said.tags,
        published_at=read_date(item.published, item.published_parsed, shelf, language),
        modified_at=read_date(item.modified, item.modified_parsed, shelf, language),
        language=language,
        enclosure_url=said.enclosure,
    )


def clean_item(item: Item, shelf: Shelf) -> Item:
    """Return the item with plain text, sanitised HTML and an absolute enclosure, None for what is empty."""
    return replace(
        item,
        link=None,
        guid=clean_guid(name_guid(item, shelf) or ""),
        title=read_text(item.title),
        summary=read_text(item.summary),
        content_html=sanitise(item.content_html, base=resolve_link(shelf.url, item.content_base or "") or shelf.url),
        authors=clean_names(item.authors),
        tags=clean_names(item.tags),
        published=clean_line(item.published or ""),
        modified=clean_line(item.modified or ""),
        language=read_language(item.language),
        enclosure=resolve_link(shelf.url, item.enclosure) if item.enclosure else None,
    )


def clean_guid(guid: str) -> str | None:
    """Return the guid as one line; what is markup in it, which no guid needs, as text."""
    return read_text(guid) if "<" in guid else clean_line(guid)


def name_guid(item: Item, shelf: Shelf) -> str | None:
    """Return the guid as written, or made absolute where it is the link too."""
    is_path = item.guid == item.link and (item.guid or "").startswith("/")
    return resolve_link(shelf.url, item.guid or "") if is_path else item.guid


def clean_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names as plain text, each once, at most ``MAX_NAMES``."""
    texts = (read_text(name) for name in islice(names, MAX_NAMES))
    return tuple(dict.fromkeys(text for text in texts if text))


def read_language(tag: str | None) -> str | None:
    """Return a language tag as declared, or None where it is none."""
    tag = (tag or "").strip().replace("_", "-")
    return tag if LANGUAGE_TAG.fullmatch(tag) else None


def blame_link(link: str) -> str:
    """Return what is wrong with a link that cannot be used, without what it may hide."""
    if not link:
        return "it names no link"
    scheme = SCHEME.match(link)
    if scheme and scheme[1].lower() not in FETCHED_SCHEMES:
        return f"its link is a {scheme[1].lower()}: one, which is never fetched"
    return "its link is no address that can be fetched, or carries a user name or password"


def read_date(text: str | None, parsed: datetime | None, shelf: Shelf, language: str | None) -> datetime | None:
    """Return the date in UTC, or None where the document gives none that can be.

    ``parsed`` is feedparser's reading, for the formats that it alone knows.
    """
    if not text or len(text) > MAX_DATE_CHARACTERS:
        return None
    source = shelf.source
    spoken = (language or source.language).partition("-")[0].lower()
    text = UNIVERSAL_TIME.sub("UTC", text.replace("\N{MINUS SIGN}", "-").strip())
    at = parse_date(text, time_zone=source.time_zone, language=spoken)
    at = at or parsed or parse_mail_date(text)
    return at.astimezone(UTC) if at is not None and at.tzinfo and is_possible(at) else None


def is_possible(at: datetime) -> bool:
    """Tell whether a page can have been dated so, and not by a program that had no date."""
    return EARLIEST < at < LATEST and abs(at - EPOCH_NOON) > EPOCH_SPREAD
