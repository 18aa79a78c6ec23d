"""The catalogue as the database knows it: names for readers, rights for publish."""

from collections.abc import Sequence
from datetime import datetime

from warraq.model import Source
from warraq.store.connection import Cursor
from warraq.store.queries import read_query, transpose
from warraq.store.transactions import one_transaction

COLUMNS = (
    "source_id",
    "name",
    "homepage",
    "language",
    "time_zone",
    "is_enabled",
    "state_reason",
    "store_full_text",
    "terms_url",
    "hosts",
    "page_budget",
    "refetch_hours",
)


@one_transaction
def sync_sources(cursor: Cursor, sources: Sequence[Source], *, now: datetime) -> None:
    """Bring the named sources to what the catalogue says; one that is not named keeps its row, as its articles do."""
    rows = [
        (
            source.source_id,
            source.name,
            source.homepage,
            source.language,
            source.time_zone,
            source.is_enabled,
            source.state_reason,
            source.rights.store_full_text,
            source.rights.terms_url,
            "\n".join(source.hosts),  # unnest would flatten an array of arrays.
            source.page_budget,
            " ".join(str(hours) for hours in source.refetch_hours),
        )
        for source in sorted(sources, key=lambda source: source.source_id)
    ]
    cursor.execute(read_query("source_upsert"), {**transpose(COLUMNS, rows), "now": now})


@one_transaction
def list_source_ids(cursor: Cursor) -> tuple[str, ...]:
    """Return the ids of the sources that were ever in the catalogue, and of what names no publisher."""
    cursor.execute(read_query("source_list"))
    return tuple(source_id for (source_id,) in cursor.fetchall())
