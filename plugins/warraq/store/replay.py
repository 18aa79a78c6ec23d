"""Bring pages that are done back to the road: from the quarantine after a rule changed, or to be cleaned anew."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from warraq.store.connection import Cursor
from warraq.store.ledger import Counts, add_counts
from warraq.store.queries import read_query
from warraq.store.transactions import one_transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Which open items of the quarantine come back; None is all."""

    source_ids: Sequence[str] | None = None
    reason: str | None = None
    quarantine_ids: Sequence[int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Which raw pages are cleaned anew: of these sources, fetched since and before until, made by another cleaner."""

    source_ids: Sequence[str]
    cleaner_version: str
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """What came back."""

    on_disk: int  # Pages to be cleaned.
    to_fetch: int  # Pages that never reached the disk, and wait to be fetched again.
    source_ids: tuple[str, ...]  # Of the pages to be cleaned.


@one_transaction
def replay_pages(cursor: Cursor, chosen: Aside | Kept, *, run_id: str, now: datetime, limit: int) -> Replayed:
    """Bring at most ``limit`` pages back, each once a run; they count as discovered again."""
    query = "frontier_replay_quarantine" if isinstance(chosen, Aside) else "frontier_replay_articles"
    cursor.execute(read_query(query), {**asdict(chosen), "run_id": run_id, "now": now, "limit": limit})
    rows = cursor.fetchall()
    counts: Counts = Counter()
    for source_id, is_historical, is_on_disk in rows:
        counts[source_id, is_historical, "discovered"] += 1
        counts[source_id, is_historical, "fetched"] += is_on_disk
    add_counts(cursor, run_id=run_id, now=now, counts=counts)
    on_disk = [source_id for source_id, _, is_on_disk in rows if is_on_disk]
    return Replayed(on_disk=len(on_disk), to_fetch=len(rows) - len(on_disk), source_ids=tuple(sorted(set(on_disk))))


@one_transaction
def release_items(cursor: Cursor, *, chosen: Aside, released_by: str, because: str, now: datetime) -> int:
    """Let the chosen open items of the gate through, from now on; return how many there were.

    Their pages have to be replayed: then what they failed counts as warnings, and the records are published.
    """
    parameters = {**asdict(chosen), "released_by": released_by, "because": because, "now": now}
    cursor.execute(read_query("release_insert"), parameters)
    cursor.execute(read_query("quarantine_release"), parameters)
    return cursor.rowcount
