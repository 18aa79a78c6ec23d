"""The ledger: counts changed in the transaction that moves what they count."""

from collections import Counter
from datetime import datetime

from warraq.model import RunCounts
from warraq.store.connection import Cursor
from warraq.store.queries import read_query, transpose
from warraq.store.transactions import one_transaction

# Source, whether historical, and the counter: discovered, fetched or an outcome.
Counts = Counter[tuple[str, bool, str]]

COUNTERS = ("discovered", "fetched", "loaded", "revised", "unchanged", "duplicate", "quarantined", "rejected")


def add_counts(cursor: Cursor, *, run_id: str, now: datetime, counts: Counts) -> None:
    """Add the counts to the run's hour, inside the caller's transaction and after the rows they count."""
    keys = sorted({(source_id, is_historical) for source_id, is_historical, _ in counts})
    if not keys:
        return
    rows = [(*key, *(counts[(*key, counter)] for counter in COUNTERS)) for key in keys]
    columns = transpose(("source_id", "is_historical", *COUNTERS), rows)
    cursor.execute(read_query("ledger_add"), {**columns, "run_id": run_id, "now": now})


@one_transaction
def read_run(cursor: Cursor, *, run_id: str) -> tuple[RunCounts, ...]:
    """Return what the run counted, one row a source, in order of their ids."""
    cursor.execute(read_query("ledger_read_run"), {"run_id": run_id})
    return tuple(RunCounts(**dict(zip(("source_id", *COUNTERS, "waiting"), row, strict=True))) for row in cursor)


@one_transaction
def read_totals(cursor: Cursor) -> tuple[RunCounts, ...]:
    """Return what was ever counted, one row a source, in order of their ids."""
    cursor.execute(read_query("ledger_read_totals"))
    return tuple(RunCounts(**dict(zip(("source_id", *COUNTERS, "waiting"), row, strict=True))) for row in cursor)


@one_transaction
def read_balance(cursor: Cursor) -> dict[str, int]:
    """Return for each source what was discovered less what it became: 0, or the ledger is wrong."""
    cursor.execute(read_query("ledger_read_balance"))
    return dict(cursor.fetchall())
