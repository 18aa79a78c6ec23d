"""Feeds: how far each was read, and what it named, moved in one transaction."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from statistics import median_low

from psycopg2.extras import Json

from warraq.model import Entry, Watermark
from warraq.store.connection import Cursor
from warraq.store.ledger import Counts, add_counts
from warraq.store.queries import read_query, read_rows, transpose
from warraq.store.transactions import one_transaction
from warraq.urls import host_name

DIGEST_DIGITS = 16
TAG = re.compile("<[^>]*>")
# A time that nearly all entries of a document share is when it was made: many systems write that after every address of
# a sitemap. Days alone, and times that people chose, stand on a quarter of an hour.
FEWEST_STAMPED = 10  # Fewer cost little when they are fetched again, and may well have changed together.
SHARE_STAMPED = 0.9
MINUTE = timedelta(minutes=1)
QUARTER = 15
INSERTED = (
    "url_key",
    "source_id",
    "url",
    "canonical_url",
    "host",
    "found_in",
    "feed_digests",
    "published_at",
)


Stamps = tuple[datetime | None, datetime | None]  # Of published_at and of modified_at.


@dataclass(frozen=True, slots=True)
class Known:
    """What the frontier knows of a page that a feed names again, in the order of ``frontier_lock``'s columns."""

    url_key: bytes
    source_id: str
    state: str
    is_historical: bool
    feed_digests: dict[str, str]
    fetched_at: datetime | None


@one_transaction
def read_watermarks(cursor: Cursor, source_ids: Sequence[str]) -> tuple[Watermark, ...]:
    """Return how far the sources' feeds and sitemaps were read; one never read has no watermark."""
    cursor.execute(read_query("feed_list"), {"source_ids": list(source_ids)})
    return tuple(
        Watermark(**{**row, "changed_at": tuple(row["changed_at"]), "skip_hours": tuple(row["skip_hours"])})
        for row in read_rows(cursor)
    )


@one_transaction
def list_failing_feeds(cursor: Cursor, *, source_ids: Sequence[str]) -> tuple[tuple[str, str, int, str | None], ...]:
    """Return source, address, failures in a row and remark of the feeds that could not be read when last asked."""
    cursor.execute(read_query("feed_list_failing"), {"source_ids": list(source_ids)})
    return tuple(cursor.fetchall())


@one_transaction
def count_remarks(cursor: Cursor) -> tuple[tuple[str, str, str, int], ...]:
    """Return source, remark, a document it was made of and of how many: feeds not read, or of which a part was left."""
    cursor.execute(read_query("feed_count_remarks"))
    return tuple(cursor.fetchall())


@one_transaction
def save_poll(  # noqa: PLR0913 -- The decorator gives the first; the rest is what one transaction moves.
    cursor: Cursor,
    *,
    watermark: Watermark,
    entries: Sequence[Entry],
    run_id: str,
    now: datetime,
    is_historical: bool = False,
    watermark_if_new: Watermark | None = None,
) -> int:
    """Move the watermark and enter what the feed names into the frontier; return how many were discovered.

    Where any were, ``watermark_if_new`` is written in place of ``watermark``: a feed's pace is that of its news.

    A page the frontier does not know waits to be fetched. A done one waits again where this feed says something else of
    it than last time. A waiting one of a backfill is raised by a live feed.
    """
    named = {entry.url_key: entry for entry in reversed(entries)}  # Named twice, the first counts.
    cursor.execute(read_query("frontier_lock"), {"url_keys": sorted(named)})
    known = [Known(*row) for row in cursor]
    fresh = [named[url_key] for url_key in sorted(named.keys() - {row.url_key for row in known})]
    counts: Counts = Counter()
    parameters = {"run_id": run_id, "now": now, "is_historical": is_historical}
    stamps = read_stamps(named.values())
    for source_id in insert_entries(cursor, fresh, stamps, parameters):
        counts[source_id, is_historical, "discovered"] += 1
    for source_id, was_historical in update_entries(cursor, list(find_changes(known, named, stamps)), parameters):
        counts[source_id, was_historical, "discovered"] += 1
    add_counts(cursor, run_id=run_id, now=now, counts=counts)
    upsert_watermark(cursor, watermark_if_new if watermark_if_new and counts else watermark)
    return counts.total()


def upsert_watermark(cursor: Cursor, watermark: Watermark) -> None:
    """Write the watermark; a poll that began before one already written does not turn it back."""
    cursor.execute(
        read_query("feed_upsert"),
        {
            "source_id": watermark.source_id,
            "feed_key": sha256(watermark.feed_url.encode()).digest(),
            "feed_url": watermark.feed_url,
            "etag": watermark.etag,
            "last_modified": watermark.last_modified,
            "content_sha256": watermark.content_sha256,
            "checked_at": watermark.checked_at,
            "next_check_at": watermark.next_check_at,
            "failures": watermark.failures,
            "remark": watermark.remark,
            "changed_at": list(watermark.changed_at),
            "asked_seconds": watermark.asked_seconds,
            "skip_hours": list(watermark.skip_hours),
        },
    )


def read_stamps(entries: Collection[Entry]) -> Stamps:
    """Return what the document gives its entries for their own published_at and modified_at."""
    published = [entry.published_at for entry in entries if entry.published_at]
    modified = [entry.modified_at for entry in entries if entry.modified_at]
    return find_stamp(published), find_stamp(modified)


def find_stamp(times: Sequence[datetime]) -> datetime | None:
    """Return the time, give or take a minute, at which the document was made; None where the times are the entries'."""
    if len(times) < FEWEST_STAMPED:
        return None
    middle = median_low(times)
    is_round = middle.minute % QUARTER == 0 and middle.second == 0
    near = sum(is_near(at, middle) for at in times)
    return middle if near >= SHARE_STAMPED * len(times) and not is_round else None


def is_near(at: datetime, stamp: datetime) -> bool:
    """Tell whether two times are a minute apart at most."""
    return abs(at - stamp) <= MINUTE


def insert_entries(
    cursor: Cursor, entries: Iterable[Entry], stamps: Stamps, parameters: dict[str, object]
) -> list[str]:
    """Insert pages that wait; return the sources of those that were new."""
    rows = [
        (
            entry.url_key,
            entry.source_id,
            entry.url,
            entry.canonical_url,
            host_name(entry.url) or None,
            entry.found_in,
            Json({shorten(entry.found_in): digest_words(entry, stamps)}),
            entry.published_at,
        )
        for entry in entries
    ]
    cursor.execute(read_query("frontier_insert"), {**transpose(INSERTED, rows), **parameters})
    return [source_id for (source_id,) in cursor]


def find_changes(known: Iterable[Known], named: dict[bytes, Entry], stamps: Stamps) -> Iterator[tuple[object, ...]]:
    """Yield for each page named again: key, whether what was said changed, whether it waits again, digest, date."""
    for row in known:
        entry = named[row.url_key]
        feed, digest = shorten(entry.found_in), digest_words(entry, stamps)
        before = row.feed_digests.get(feed)
        if before is not None:
            is_changed = before != digest
        else:
            # Another feed has other words for the same story; only a later date means that the story changed.
            modified_at = leave_stamp(entry.modified_at, stamps[1])
            later = modified_at is not None and row.fetched_at is not None and modified_at > row.fetched_at
            is_changed = row.state != "waiting" and later
        is_reopened = is_changed and row.state == "done"
        yield row.url_key, is_changed, is_reopened, Json({feed: digest}), entry.published_at


def update_entries(
    cursor: Cursor, changes: Sequence[tuple[object, ...]], parameters: dict[str, object]
) -> list[tuple[str, bool]]:
    """Write what the feed says now; return source and kind of the pages that wait again."""
    columns = transpose(("url_key", "is_changed", "is_reopened", "feed_digests", "published_at"), changes)
    cursor.execute(read_query("frontier_rename"), {**columns, **parameters})
    return [(source_id, was_historical) for source_id, was_historical, is_reopened in cursor if is_reopened]


def shorten(found_in: str) -> str:
    """Return a short stand-in for a feed's address."""
    return sha256(found_in.encode()).hexdigest()[:DIGEST_DIGITS]


def leave_stamp(at: datetime | None, stamp: datetime | None) -> datetime | None:
    """Return a time that is the entry's own, or None."""
    return None if at is None or (stamp and is_near(at, stamp)) else at


def digest_words(entry: Entry, stamps: Stamps) -> str:
    """Return a digest of what the feed says of the story; what only orders or decorates it is left out.

    So are tags: addresses of pictures and counters in them change with every answer of many feeds.
    """
    dates = (leave_stamp(entry.published_at, stamps[0]), leave_stamp(entry.modified_at, stamps[1]))
    words = (
        entry.title,
        entry.summary,
        TAG.sub("", entry.content_html) if entry.content_html else None,
        entry.authors,
        *(at.isoformat() if at else None for at in dates),
    )
    return sha256(repr(words).encode()).hexdigest()[:DIGEST_DIGITS]
