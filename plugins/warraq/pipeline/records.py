"""Make records of a page's articles: identity, hashes and where they came from."""

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256

from warraq.clean import CLEANER_VERSION
from warraq.errors import RejectedError
from warraq.model import Article, Cleaned, MediaKind, Page, RawLocation, Record, Source
from warraq.text.characters import count_words
from warraq.urls import canonicalise_url, make_url_key

ZONE_ALLOWANCE = timedelta(days=1)  # A publisher that names no zone may be up to 14 hours ahead.


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a page came from: its place in the frontier, the raw store and the catalogue."""

    url: str  # The entry's address; for an archive's page without one, its ``urn:warraq:``.
    page_key: bytes
    source: Source
    raw: RawLocation
    is_historical: bool
    entry_published_at: datetime | None = None  # What the feed said.
    template_version: str = ""  # Of what the publisher's pages had taught; empty where that was nothing.


def make_records(cleaned: Cleaned, page: Page, origin: Origin) -> tuple[Record, ...]:
    """Return one record an article, in the page's order."""
    return tuple(make_record(article, cleaned, page, origin) for article in cleaned.articles)


def make_record(article: Article, cleaned: Cleaned, page: Page, origin: Origin) -> Record:
    """Return the article with its identity, its hashes and its origin."""
    article = fill_date(article, origin, page.fetched_at)
    url, url_key, is_own_page = identify(article, origin)
    declared = find_key(cleaned.canonical_url or "", origin.source) if article.position == 1 else None
    return Record(
        url_key=url_key,
        url=url,
        canonical_url=declared[0] if declared else url,
        page_key=origin.page_key,
        source_id=origin.source.source_id,
        is_own_page=is_own_page,
        is_historical=origin.is_historical,
        article=article,
        word_count=count_words(article.body),
        content_hash=hash_content(article),
        text_hash=hash_text(article),
        cleaner_version="+".join(filter(None, (CLEANER_VERSION, origin.template_version))),
        fetched_at=page.fetched_at,
        raw=origin.raw,
        is_text=page.kind is MediaKind.TEXT,
    )


def identify(article: Article, origin: Origin) -> tuple[str, bytes, bool]:
    """Return the article's address, its key, and whether this page is its own.

    The first article has the page's address, the others their own where the page names it, else the page's with
    ``#<position>``. A page without an address, a text dump's, numbers all its articles.
    """
    is_dump = origin.url.startswith("urn:")
    if article.position == 1 and not is_dump:
        return origin.url, origin.page_key, True
    if article.url is not None and (named := find_key(article.url, origin.source)) is not None:
        url, url_key = named
        if url_key != origin.page_key:
            return url, url_key, False
    url = f"{origin.url}#{article.position}"
    return url, make_url_key(url), True


def find_key(url: str, source: Source) -> tuple[str, bytes] | None:
    """Return the canonical form and the key of an address a page names; None where it is no address."""
    try:
        canonical_url = canonicalise_url(url)
    except RejectedError:
        return None
    return canonical_url, make_url_key(canonical_url, source)


def fill_date(article: Article, origin: Origin, now: datetime) -> Article:
    """Take the feed's date where the page declares none; a date past tomorrow is nobody's."""
    said = origin.entry_published_at
    if article.published_at is not None or article.position != 1 or said is None or said > now + ZONE_ALLOWANCE:
        return article
    return replace(article, published_at=said, published_at_source="feed")


def hash_content(article: Article) -> bytes:
    """Return the SHA-256 over what makes a revision when it changes.

    Left out: addresses of pictures (they carry rotating tokens), tags and sections (desks move stories about),
    ``modified_at``, and dates read from visible words ("two hours ago" is another time at every fetch).
    """
    is_declared = article.published_at_source is not None and not article.published_at_source.startswith("visible")
    parts = (
        article.headline,
        article.standfirst,
        article.byline,
        article.dateline,
        article.published_at.isoformat() if article.published_at and is_declared else None,
        [(image.caption, image.credit) for image in article.images],
        article.body,
    )
    return sha256(json.dumps(parts, ensure_ascii=False).encode()).digest()


def hash_text(article: Article) -> bytes:
    """Return the SHA-256 over headline and body: equal under two keys, they are one article."""
    return sha256(json.dumps((article.headline, article.body), ensure_ascii=False).encode()).digest()
