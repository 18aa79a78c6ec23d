"""What is done once a day: partitions ahead, those beyond retention dropped, and who is silent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from warraq.store.connection import Cursor
from warraq.store.queries import read_query, read_rows
from warraq.store.transactions import one_transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Silent:
    """A source of which no new article came for a while."""

    source_id: str
    last_loaded_hour: datetime | None  # None for never.
    checked_at: datetime | None  # When a feed or sitemap of it was last read; None for never.
    poll_failures: int  # The most failures in a row any feed of it has now.


@one_transaction
def tend_partitions(cursor: Cursor, *, now: datetime, keep_since: datetime) -> tuple[str, ...]:
    """Make the partitions of the next months; drop those of fetches and changes that ended before ``keep_since``.

    What publishers gave in the runs before that is forgotten too. Returns the names dropped. Articles and revisions are
    kept for ever.
    """
    cursor.execute(read_query("partition_make"), {"now": now})
    cursor.execute(read_query("partition_drop"), {"before": keep_since})
    (dropped,) = cursor.fetchone() or ([],)
    cursor.execute(read_query("batch_delete"), {"before": keep_since})
    return tuple(dropped)


@one_transaction
def list_silent(cursor: Cursor, *, source_ids: Sequence[str], before: datetime) -> tuple[Silent, ...]:
    """Return those of the sources whose last new article came before then, or never since live news began before then.

    They stand in order of their ids.
    """
    cursor.execute(read_query("health_list_silent"), {"source_ids": list(source_ids), "before": before})
    return tuple(Silent(**row) for row in read_rows(cursor))
