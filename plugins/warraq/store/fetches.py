"""Fetches: pages that reached the disk, or did not, told to the frontier, the log and the ledger at once."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from warraq.model import (
    ArchivedEntry,
    ArchivedPage,
    FetchFailure,
    FrontierItem,
    KeptPage,
    MediaKind,
    Permit,
    RawLocation,
    Reason,
)
from warraq.store.connection import Cursor
from warraq.store.ledger import Counts, add_counts
from warraq.store.queries import read_query, transpose
from warraq.store.transactions import one_transaction
from warraq.urls import host_name

FETCHED = (
    "url_key",
    "warc_file",
    "warc_offset",
    "payload_sha256",
    "fetched_at",
    "etag",
    "last_modified",
    "status",
    "body_bytes",
    "elapsed_ms",
    "robots_sha256",
    "reservations",
)
PLACED = ("url_key", "warc_file", "warc_offset")
FAILED = ("url_key", "retry_at", "reason", "detail", "status", "elapsed_ms")
VANISHED = ("url_key", "reason", "detail", "status", "elapsed_ms")
ADOPTED = (
    "url_key",
    "source_id",
    "url",
    "canonical_url",
    "host",
    "warc_file",
    "warc_offset",
    "payload_sha256",
    "fetched_at",
)


@one_transaction
def record_fetches(
    cursor: Cursor,
    *,
    run_id: str,
    now: datetime,
    fetched: Sequence[tuple[FrontierItem, KeptPage]],
    not_modified: Sequence[FrontierItem],
    failed: Sequence[tuple[FrontierItem, FetchFailure, datetime | None]],
) -> None:
    """Move waiting pages on: those on disk to be cleaned, unchanged ones done, failed ones to their next attempt.

    A failure without a time to try again is given up: done, rejected, in quarantine. But where a published page is not
    there when it is looked at again, its article gets a last revision, "unpublished". A page that does not wait any
    more is left as it is, so that told twice, nothing changes.
    """
    items = [*(item for item, *_ in fetched), *not_modified, *(item for item, *_ in failed)]
    cursor.execute(read_query("frontier_lock"), {"url_keys": sorted(item.url_key for item in items)})
    counts: Counts = Counter()
    parameters = {"run_id": run_id, "now": now}
    rows = [
        (
            item.url_key,
            kept.raw.warc_file,
            kept.raw.warc_offset,
            kept.raw.payload_sha256,
            kept.answer.fetched_at,
            kept.answer.header("etag"),
            kept.answer.header("last-modified"),
            kept.answer.status,
            len(kept.answer.body),
            kept.answer.elapsed_ms,
            *write_permit(kept.permit),
        )
        for item, kept in fetched
    ]
    counts += settle_fetched(cursor, rows, {**parameters, "result": "fetched"})
    keep_places(cursor, [(item.url_key, kept.raw) for item, kept in fetched])
    cursor.execute(
        read_query("frontier_leave"), {**parameters, "url_key": sorted(item.url_key for item in not_modified)}
    )
    counts += count_rows(cursor, "unchanged")
    vanished = [fault for fault in failed if is_vanished(*fault)]
    counts += settle_failed(cursor, [fault for fault in failed if not is_vanished(*fault)], parameters)
    counts += settle_vanished(cursor, vanished, parameters)
    add_counts(cursor, run_id=run_id, now=now, counts=counts)


@one_transaction
def mark_salvaged(cursor: Cursor, *, run_id: str, now: datetime, pages: Sequence[ArchivedPage]) -> int:
    """Move pages that wait, and that a rescued WARC already holds, to be cleaned; return how many."""
    kept = sorted((page for page in pages if page.url_key is not None), key=lambda page: page.page.fetched_at)
    latest = {page.url_key: page for page in kept}
    cursor.execute(read_query("frontier_lock"), {"url_keys": sorted(key for key in latest if key is not None)})
    rows = [
        (
            page.url_key,
            page.location.warc_file,
            page.location.warc_offset,
            page.location.payload_sha256,
            page.page.fetched_at,
            page.etag,
            page.last_modified,
            page.status,
            len(page.page.content),
            None,
            *write_permit(None),
        )
        for page in latest.values()
    ]
    counts = settle_fetched(cursor, rows, {"run_id": run_id, "now": now, "result": "salvaged"})
    keep_places(cursor, [(page.url_key, page.location) for page in kept])
    add_counts(cursor, run_id=run_id, now=now, counts=counts)
    return counts.total()


@one_transaction
def adopt_archived(
    cursor: Cursor, *, run_id: str, now: datetime, pages: Sequence[tuple[ArchivedEntry, RawLocation]]
) -> int:
    """Enter an archive's pages as fetched; return how many are to be cleaned.

    Of several captures of one page the newest counts, of one second the page before a text drawn from it. A page that
    is done comes back, unless this run settled this very capture; one that waits for a live fetch is cleaned from the
    archive and waits again afterwards.
    """
    ordered = sorted(pages, key=lambda pair: (pair[0].page.fetched_at, pair[0].page.kind is not MediaKind.TEXT))
    latest = {entry.url_key: (entry, raw) for entry, raw in ordered}
    cursor.execute(read_query("frontier_lock"), {"url_keys": sorted(latest)})
    rows = [
        (
            entry.url_key,
            entry.source_id,
            entry.url,
            entry.canonical_url,
            host_name(entry.url) or None,
            raw.warc_file,
            raw.warc_offset,
            raw.payload_sha256,
            entry.page.fetched_at,
        )
        for _, (entry, raw) in sorted(latest.items())
    ]
    columns = transpose(ADOPTED, rows)
    cursor.execute(read_query("erasure_insert_fetched"), {**columns, "now": now})
    counts: Counts = Counter()
    for query in ("frontier_adopt", "frontier_readopt"):
        cursor.execute(read_query(query), {**columns, "run_id": run_id, "now": now})
        for source_id, is_historical, is_discovered in cursor:
            counts[source_id, is_historical, "discovered"] += is_discovered
            counts[source_id, is_historical, "fetched"] += 1
    keep_places(cursor, [(entry.url_key, raw) for entry, raw in pages])
    add_counts(cursor, run_id=run_id, now=now, counts=counts)
    return sum(count for (_, _, counter), count in counts.items() if counter == "fetched")


def write_permit(permit: Permit | None) -> tuple[bytes | None, str | None]:
    """Return a permit in the order of ``frontier_fetch``'s last columns; ``unnest`` would flatten nested arrays."""
    return (permit.robots_sha256, " ".join(permit.reservations)) if permit else (None, None)


def settle_fetched(cursor: Cursor, rows: Iterable[Sequence[object]], parameters: dict[str, object]) -> Counts:
    """Move waiting pages to fetched and log them; return the counts."""
    columns = transpose(FETCHED, rows)
    cursor.execute(read_query("erasure_insert_fetched"), {**columns, **parameters})
    cursor.execute(read_query("frontier_fetch"), {**columns, **parameters})
    return count_rows(cursor, "fetched")


def keep_places(cursor: Cursor, places: Iterable[tuple[bytes | None, RawLocation]]) -> None:
    """Keep where copies lie that the frontier does not point at, for whoever must find them all."""
    rows = [(url_key, raw.warc_file, raw.warc_offset) for url_key, raw in places]
    cursor.execute(read_query("former_raw_insert"), transpose(PLACED, rows))


def settle_failed(
    cursor: Cursor,
    failed: Sequence[tuple[FrontierItem, FetchFailure, datetime | None]],
    parameters: dict[str, object],
) -> Counts:
    """Put failed pages off, or give them up into the quarantine; return the counts."""
    rows = [
        (item.url_key, retry_at, failure.reason.value, failure.detail, failure.status, failure.elapsed_ms)
        for item, failure, retry_at in failed
    ]
    columns = transpose(FAILED, rows)
    cursor.execute(read_query("frontier_fail"), {**columns, **parameters})
    return count_rows(cursor, "rejected")


def is_vanished(item: FrontierItem, failure: FetchFailure, retry_at: datetime | None) -> bool:
    """Tell whether a published page was looked at again and is not there any more."""
    return item.is_refetch and retry_at is None and failure.reason is Reason.NOT_FOUND


def settle_vanished(
    cursor: Cursor,
    vanished: Sequence[tuple[FrontierItem, FetchFailure, datetime | None]],
    parameters: dict[str, object],
) -> Counts:
    """Say of published pages that they are not there any more; nothing of them is taken away. Return the counts."""
    if not vanished:
        return Counter()
    rows = [
        (item.url_key, failure.reason.value, failure.detail, failure.status, failure.elapsed_ms)
        for item, failure, _ in vanished
    ]
    # As in publish: numbers come in the order in which readers see the rows.
    cursor.execute(read_query("change_turn"))
    cursor.execute(read_query("frontier_vanish"), {**transpose(VANISHED, rows), **parameters})
    return count_rows(cursor, "revised")


def count_rows(cursor: Cursor, counter: str) -> Counts:
    """Count the rows a statement returned, by source and kind."""
    return Counter((source_id, is_historical, counter) for source_id, is_historical in cursor)
