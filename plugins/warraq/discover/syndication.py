"""RSS, Atom and CDF → items, by feedparser.

feedparser gets decoded text in a ``BytesIO`` and nothing else: bytes or a string it would open as a file or fetch
(6.0.14, 2026-11-23). It neither resolves nor sanitises: its own HTML parser is slow, and the next steps do both.
"""

import io
import re
from datetime import UTC, datetime
from typing import Any

import feedparser

from warraq.discover.feed_text import cut_entries, cut_to_root, find_damage, mend_faults, refuse_long_tag, split_entries
from warraq.discover.markup import write_markup
from warraq.discover.reading import Document, Item, Kind
from warraq.errors import RejectedError
from warraq.model import Reason

# A sentence says enough of what feedparser raised.
MAX_BLAME_CHARACTERS = 200
MINUTE = 60
COUNT_DIGITS = 9
LONGEST_TTL = 30 * 86_400
# RSS 1.0 module syndication: seconds in a period.
PERIODS = {"hourly": 3_600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000}

# Where an entry says when it was published: "dc_day" is the date of Dublin Core, as ``feed_text`` renames it.
PUBLISHED = ("published", "dc_day", "created")

PAGE_TYPES = frozenset({"application/xhtml+xml", "text/html"})
# Types of content that is markup, besides all that end in xml. Atom 0.3 sent HTML as base64 under no name.
HTML_TYPES = frozenset({"application/octet-stream", "text/html"})

SKIP_HOURS = re.compile(
    r"<skipHours>([^>]{0,20}(?:<hour>[^<>]{1,20}</hour>[^<>]{0,20}){1,25})</skipHours>", re.IGNORECASE
)
HOUR = re.compile(r"<hour>\s{0,9}(1?\d|2[0-4])\s{0,9}</hour>", re.IGNORECASE)
ZONE = re.compile(r"(?:Z|[+-]\d\d:?\d\d|\b(?:GMT|UTC|UT|[ECMP][SD]T))\s*\Z", re.IGNORECASE)

# Of a writer, as RSS 2.0 has it ("desk@nile.example (ليلى حداد)") or mail.
ADDRESS = re.compile(r"(?:mailto:)?(?P<email>[^\s@<>(),]+@[^\s@<>(),]+)")
AROUND_NAME = " \t\r\n()<>,"

Said = dict[str, Any]  # A dict of feedparser's, whose own ``[]`` maps and warns: only ``dict.get`` reads it.


def read_syndication(text: str, max_entries: int) -> Document:
    """Return what the feed says. Raises ``RejectedError`` where it is no feed, or feedparser fails on it."""
    refuse_long_tag(text)
    kept, cut = cut_entries(text, max_entries)
    parsed = parse(kept)
    version = parsed.get("version") or ""
    entries = max(parsed["entries"], parse_apart(kept, len(parsed["entries"])), key=len)
    if not (version or entries):
        raise RejectedError(Reason.BAD_FEED, "the document is no feed: feedparser finds neither a version nor an entry")
    feed = parsed["feed"]
    return Document(
        kind=name_kind(version),
        items=tuple(read_item(entry) for entry in entries[:max_entries]),
        cut=cut + max(0, len(entries) - max_entries),
        damage=find_damage(cut_to_root(text)),
        ttl_seconds=read_ttl(feed),
        skip_hours=read_skip_hours(kept),
        title=said(feed, "title"),
        language=said(feed, "language"),
    )


def parse(text: str) -> Said:
    """Return feedparser's reading of the text. Raises ``RejectedError`` for whatever it raises."""
    document = mend_faults(cut_to_root(text))
    try:
        reading: Said = feedparser.parse(
            io.BytesIO(document.encode()),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except MemoryError:
        raise  # The worker's bound, which has a reason of its own.
    except Exception as error:  # noqa: BLE001 - 1.1% of mutated feeds make it raise errors of ten kinds (2026-11-23).
        blame = f"{type(error).__name__}: {error}"[:MAX_BLAME_CHARACTERS]
        raise RejectedError(Reason.BAD_FEED, f"feedparser fails on the feed: {blame}") from None
    return reading


def parse_apart(text: str, count: int) -> list[Said]:
    """Return the entries of a feed read one by one, where fewer than its ``count`` ends of entries were read at once.

    Of a tag that nothing closes feedparser takes all that follows for its text.
    """
    pieces = split_entries(text)
    return [entry for piece in pieces for entry in parse(piece)["entries"]] if len(pieces) > count else []


def name_kind(version: str) -> Kind:
    """Return the family of a feedparser version word."""
    if version.startswith("atom"):
        return "atom"
    return "cdf" if version == "cdf" else "rss"


def read_item(entry: Said) -> Item:
    """Return what one entry says. What feedparser copies from one field to another is left out."""
    published = next((key for key in PUBLISHED if said(entry, key)), "published")
    return Item(
        link=read_link(entry),
        guid=said(entry, "id"),
        title=said(entry, "title"),
        summary=read_summary(entry),
        content_html=read_content(entry),
        content_base=next((said(body, "base") for body in listed(entry, "content")), None),
        authors=read_authors(entry),
        tags=tuple(said(tag, "term") or said(tag, "label") or "" for tag in listed(entry, "tags")),
        published=said(entry, published),
        modified=said(entry, "updated"),
        published_parsed=read_parsed(entry, published),
        modified_parsed=read_parsed(entry, "updated"),
        language=read_entry_language(entry),
        enclosure=read_enclosure(entry),
    )


def said(values: Said, key: str) -> str | None:
    """Return a text of feedparser's as it stored it, or None where there is none."""
    value = dict.get(values, key)
    return value.strip() or None if isinstance(value, str) else None


def listed(values: Said, key: str) -> list[Said]:
    """Return a list of feedparser's dicts, and nothing where there is none."""
    value = dict.get(values, key)
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def read_link(entry: Said) -> str | None:
    """Return the entry's link as written: the publisher's own before FeedBurner's, any alternate after an HTML one.

    Of several the first: Yandex has an entry's related pages in links of the same name behind its own.
    """
    links = [link for link in listed(entry, "links") if is_alternate(link)]
    pages = (said(link, "href") for link in links if said(link, "type") in PAGE_TYPES)
    alternates = (said(link, "href") for link in links)
    link = said(entry, "link")
    if link == said(entry, "id") and not (link or "").startswith(("http://", "https://", "/")):
        link = None  # A bare guid such as 12345, which feedparser takes for the link where there is none.
    found = next(filter(None, (said(entry, "feedburner_origlink"), *pages, link, *alternates)), None)
    # Some systems escape it twice, and of CDATA feedparser's loose parser does; none holds ``&amp;`` itself.
    return found and found.replace("&amp;", "&")


def is_alternate(link: Said) -> bool:
    """Tell whether a link leads to the entry's page, by its relation or the relation's address (RFC 4287, 4.2.7.2)."""
    return (said(link, "rel") or "").rpartition("/")[2] == "alternate"


def read_content(entry: Said) -> str | None:
    """Return the first content that is text, as markup."""
    for body in listed(entry, "content"):
        value, media_type = said(body, "value"), said(body, "type") or "text/html"
        if value and media_type == "text/plain":
            return write_markup(value)
        if value and (media_type in HTML_TYPES or media_type.endswith("xml")):
            return value
    return None


def read_summary(entry: Said) -> str | None:
    """Return the entry's own summary, or what a module tells of it: feedparser fills a missing one with the content."""
    summary = said(entry, "summary") or said(entry, "itunes_about") or said(entry, "media_about")
    return None if summary in [said(body, "value") for body in listed(entry, "content")] else summary


def read_authors(entry: Said) -> tuple[str, ...]:
    """Return the authors, each with the address the feed gives.

    Of one author the text itself is read: feedparser cuts an address whose last label has more than four letters.
    """
    authors, author = listed(entry, "authors"), said(entry, "author") or ""
    if len(authors) <= 1 and (address := ADDRESS.search(author)):
        name = author.replace(address[0], "").strip(AROUND_NAME)
        authors = [{"name": name, "email": address["email"]}]
    names = tuple(name for name in map(name_author, authors) if name)
    return names or tuple(filter(None, (author or said(entry, "itunes_voice"),)))


def name_author(author: Said) -> str | None:
    """Return an author's name with the e-mail address in brackets, or the one that is there."""
    name, email = said(author, "name"), said(author, "email")
    return f"{name} ({email})" if name and email else name or email


def read_entry_language(entry: Said) -> str | None:
    """Return the language declared nearest to the entry's text."""
    details = [*listed(entry, "content"), *listed({"detail": [entry.get("title_detail")]}, "detail")]
    return next(filter(None, (said(entry, "language"), *(said(detail, "language") for detail in details))), None)


def read_enclosure(entry: Said) -> str | None:
    """Return the first enclosure's URL, or the first of Media RSS."""
    enclosed = (said(link, "href") for link in listed(entry, "links") if link.get("rel") == "enclosure")
    media = (said(part, "url") for part in (*listed(entry, "media_content"), *listed(entry, "media_thumbnail")))
    return next(filter(None, (*enclosed, *media)), None)


def read_parsed(entry: Said, key: str) -> datetime | None:
    """Return feedparser's reading of a date that names its zone: without one it takes UTC, which nobody said."""
    fields, text = dict.get(entry, f"{key}_parsed"), said(entry, key) or ""
    if not fields or not ZONE.search(text):
        return None
    try:
        year, month, day, hour, minute, second = fields[:6]
        return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
    except (OverflowError, TypeError, ValueError):
        return None


def read_ttl(feed: Said) -> int | None:
    """Return the seconds the feed asks to be left alone, by RSS ``ttl`` or module syndication, or None."""
    minutes, frequency = said(feed, "ttl"), said(feed, "sy_updatefrequency")
    period = PERIODS.get((said(feed, "sy_updateperiod") or "").lower())
    seconds = read_count(minutes) * MINUTE
    if not seconds and period:
        seconds = period // (read_count(frequency) or 1)
    return seconds if 0 < seconds <= LONGEST_TTL else None


def read_skip_hours(text: str) -> tuple[int, ...]:
    """Return the hours of RSS ``skipHours`` (0 to 23, GMT; 24 is midnight), of which feedparser keeps but one."""
    found = SKIP_HOURS.search(text)
    hours = [int(hour) % 24 for hour in HOUR.findall(found[1])] if found else []
    return tuple(sorted(set(hours)))


def read_count(text: str | None) -> int:
    """Return a small number in digits, or 0."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= COUNT_DIGITS else 0
