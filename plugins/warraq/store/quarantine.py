"""The quarantine: what was set aside, and why."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from warraq.store.connection import Cursor
from warraq.store.queries import read_query, read_rows
from warraq.store.transactions import one_transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantined:
    """One item set aside, as ``news.quarantine`` shows it."""

    quarantine_id: int
    source_id: str
    url: str
    stage: str  # fetch, clean or gate.
    reason: str  # A word of ``Reason``.
    reasons: tuple[str, ...]  # Sentences for people.
    observed: tuple[dict[str, Any], ...]  # For the gate, one a reason.
    headline: str | None
    status: str  # open, healed, released or expired.
    times: int
    first_seen_at: datetime
    recorded_at: datetime
    settled_at: datetime | None
    suite_version: str | None
    cleaner_version: str | None
    is_historical: bool
    run_id: str
    warc_file: str | None  # None where nothing was fetched.
    warc_offset: int | None
    fetched_at: datetime | None
    released_by: str | None  # Who let it through; None where nobody did.
    because: str | None


@one_transaction
def list_quarantine(
    cursor: Cursor, *, source_id: str | None = None, status: str = "open", limit: int = 100
) -> tuple[Quarantined, ...]:
    """Return what was set aside, the latest first; ``source_id`` None is every source."""
    cursor.execute(
        read_query("quarantine_list"), {"source_id": source_id, "status": status, "quarantine_id": None, "limit": limit}
    )
    return list_items(cursor)


@one_transaction
def show_quarantine(cursor: Cursor, *, quarantine_id: int) -> Quarantined | None:
    """Return one item whatever its status, or None where there is no such number."""
    cursor.execute(
        read_query("quarantine_list"), {"source_id": None, "status": None, "quarantine_id": quarantine_id, "limit": 1}
    )
    return next(iter(list_items(cursor)), None)


@one_transaction
def count_reasons(cursor: Cursor) -> tuple[tuple[str, str, int], ...]:
    """Return source, reason and how many open items, the most frequent first."""
    cursor.execute(read_query("quarantine_count"))
    return tuple(cursor.fetchall())


def list_items(cursor: Cursor) -> tuple[Quarantined, ...]:
    """Return the cursor's rows as values."""
    return tuple(
        Quarantined(**{**row, "reasons": tuple(row["reasons"]), "observed": tuple(row["observed"])})
        for row in read_rows(cursor)
    )
