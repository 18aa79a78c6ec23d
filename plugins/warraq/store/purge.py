"""Purge: an article out of every table, and what of it has still to be erased on disk."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from warraq.store.connection import Cursor
from warraq.store.ledger import Counts, add_counts
from warraq.store.queries import read_query, read_rows
from warraq.store.transactions import one_transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Purged:
    """What was removed."""

    article_ids: tuple[int, ...]
    addresses: int  # Under which it stood; none of them is fetched again.
    pages: int  # To be erased on disk.
    kin: tuple[int, ...]  # Articles of others whose text is alike; they stay.


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """A raw page that is to be erased."""

    warc_file: str
    warc_offset: int
    warc_bytes: int | None  # None until it was measured.


@one_transaction
def find_kept(
    cursor: Cursor, *, article_id: int | None = None, url: str | None = None, url_key: bytes | None = None
) -> tuple[bytes, ...]:
    """Return the keys of the addresses under which anything is kept of the article or the page."""
    cursor.execute(read_query("purge_find"), {"article_id": article_id, "url": url, "url_key": url_key})
    return tuple(key for (key,) in cursor)


@one_transaction
def purge_pages(
    cursor: Cursor, *, url_keys: Sequence[bytes], purged_by: str, because: str, run_id: str, now: datetime
) -> Purged:
    """Remove the articles under these addresses and all that is kept of them; readers hear of it as ``removed``.

    What was still on its way counts as rejected, so the ledger balances.
    """
    for turn in ("publish_turn", "change_turn"):
        cursor.execute(read_query(turn))
    cursor.execute(
        read_query("purge_pages"),
        {"url_keys": list(url_keys), "purged_by": purged_by, "because": because, "run_id": run_id, "now": now},
    )
    (told,) = cursor.fetchone() or ({},)
    counts: Counts = Counter((source_id, is_historical, "rejected") for source_id, is_historical in told["open"])
    add_counts(cursor, run_id=run_id, now=now, counts=counts)
    return Purged(
        article_ids=tuple(told["articles"]), addresses=told["addresses"], pages=told["places"], kin=tuple(told["kin"])
    )


@one_transaction
def list_erasures(cursor: Cursor) -> tuple[Erasure, ...]:
    """Return what is still to be erased, the oldest first."""
    cursor.execute(read_query("erasure_list"))
    return tuple(Erasure(**row) for row in read_rows(cursor))


@one_transaction
def measure_erasure(cursor: Cursor, erasure: Erasure, *, warc_bytes: int) -> None:
    """Keep how much is to be written over, before the first byte is."""
    cursor.execute(
        read_query("erasure_measure"),
        {"warc_file": erasure.warc_file, "warc_offset": erasure.warc_offset, "warc_bytes": warc_bytes},
    )


@one_transaction
def finish_erasure(cursor: Cursor, erasure: Erasure, *, now: datetime) -> None:
    """Say that the page is erased."""
    cursor.execute(
        read_query("erasure_finish"),
        {"warc_file": erasure.warc_file, "warc_offset": erasure.warc_offset, "now": now},
    )
