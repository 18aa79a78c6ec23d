"""Templates: what recurs on each publisher's pages, as hashes with counts and dates."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from warraq.store.connection import Cursor
from warraq.store.queries import read_query
from warraq.store.transactions import one_transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrences:
    """On how many of a publisher's pages each line stood."""

    page_count: int
    pages: dict[bytes, int] = field(default_factory=dict)  # By the line's fingerprint.


@one_transaction
def read_recurrences(cursor: Cursor, *, source_ids: Sequence[str]) -> dict[str, Recurrences]:
    """Return what recurs on the publishers' pages; one of whom nothing was learned is not in it."""
    cursor.execute(read_query("template_list"), {"source_ids": list(source_ids)})
    found: dict[str, Recurrences] = {}
    for source_id, page_count, fingerprint, pages in cursor:
        found.setdefault(source_id, Recurrences(page_count=page_count)).pages[fingerprint] = pages
    return found


@one_transaction
def age_templates(cursor: Cursor, *, now: datetime) -> None:
    """Let what publishers no longer print be forgotten."""
    cursor.execute(read_query("template_age"), {"now": now})
    cursor.execute(read_query("template_page_delete"), {"now": now})
