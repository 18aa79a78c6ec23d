"""The frontier: which pages wait, on which hosts, and who may fetch from them."""

import os
import secrets
import socket
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from warraq.model import FetchedPage, FrontierItem, RawLocation
from warraq.store.connection import Cursor
from warraq.store.ledger import Counts, add_counts
from warraq.store.queries import read_query, read_rows, transpose
from warraq.store.transactions import one_transaction


def make_holder() -> str:
    """Return a name for a lease that no other worker has; people can tell from it who holds a host."""
    return f"{socket.gethostname()}/{os.getpid()}/{secrets.token_hex(4)}"


@one_transaction
def list_due_hosts(cursor: Cursor, *, source_ids: Sequence[str], now: datetime) -> tuple[str, ...]:
    """Return the hosts that have a page of these sources due, in order."""
    cursor.execute(read_query("frontier_list_hosts"), {"source_ids": list(source_ids), "now": now})
    return tuple(host for (host,) in cursor)


@one_transaction
def lease_hosts(
    cursor: Cursor,
    *,
    hosts: Sequence[str],
    holder: str,
    now: datetime,
    lease_seconds: float,
    next_allowed: Mapping[str, datetime] | None = None,
) -> dict[str, datetime]:
    """Take or renew the leases that are free or ours; return when the next request to each of those is allowed.

    ``next_allowed`` puts that off where it names a later time. A host whose row another worker is changing is left out,
    not waited for.
    """
    names = sorted(set(hosts))
    times = [(next_allowed or {}).get(name, now) for name in names]
    cursor.execute(read_query("host_insert"), {"hosts": names, "now": now})
    lease_until = now + timedelta(seconds=lease_seconds)
    cursor.execute(
        read_query("host_lease"),
        {"hosts": names, "next_allowed_at": times, "holder": holder, "now": now, "lease_until": lease_until},
    )
    return dict(sorted(cursor.fetchall()))


@one_transaction
def release_hosts(cursor: Cursor, *, holder: str, now: datetime, next_allowed: Mapping[str, datetime]) -> None:
    """Give the hosts back with the time of their next request; one that another worker took since stays as it is."""
    columns = transpose(("hosts", "next_allowed_at"), sorted(next_allowed.items()))
    cursor.execute(read_query("host_release"), {**columns, "holder": holder, "now": now})


@one_transaction
def list_due(
    cursor: Cursor, *, host: str, budgets: Mapping[str, int], now: datetime, limit: int
) -> tuple[FrontierItem, ...]:
    """Return the pages of a host to be fetched next: new live ones, published ones looked at again, then the past.

    Among these the newest come first, then what waited longest.

    ``budgets`` says how many pages of each source may be taken; a source that is not in it gives none.
    """
    columns = transpose(("source_id", "budget"), sorted(budgets.items()))
    cursor.execute(read_query("frontier_list_due"), {**columns, "host": host, "now": now, "limit": limit})
    return tuple(make_item(row, host) for row in read_rows(cursor))


def make_item(row: dict[str, Any], host: str) -> FrontierItem:
    """Return the page that a row of the frontier asks for."""
    raw = {name: row.pop(name) for name in ("warc_file", "warc_offset", "payload_sha256")}
    return FrontierItem(**row, host=host, kept=RawLocation(**raw) if raw["warc_file"] else None)


@one_transaction
def reopen_published(cursor: Cursor, *, source_ids: Sequence[str], run_id: str, now: datetime) -> int:
    """Have the published pages wait again that are due to be looked at for corrections; return how many."""
    cursor.execute(read_query("frontier_refetch"), {"source_ids": list(source_ids), "run_id": run_id, "now": now})
    counts: Counts = Counter((source_id, is_historical, "discovered") for source_id, is_historical in cursor)
    add_counts(cursor, run_id=run_id, now=now, counts=counts)
    return counts.total()


@one_transaction
def wake_pages(cursor: Cursor, *, source_ids: Sequence[str], now: datetime, longest: timedelta) -> None:
    """Have pages that would wait for ``longest`` or more be due at once: a clock that was ahead put them off."""
    cursor.execute(read_query("frontier_wake"), {"source_ids": list(source_ids), "now": now, "longest": longest})


@one_transaction
def put_off_pages(cursor: Cursor, *, url_keys: Sequence[bytes], due_at: datetime) -> None:
    """Have waiting pages wait until ``due_at`` at least, with no attempt counted."""
    cursor.execute(read_query("frontier_lock"), {"url_keys": sorted(url_keys)})
    cursor.execute(read_query("frontier_put_off"), {"url_keys": sorted(url_keys), "due_at": due_at})


@one_transaction
def bring_forward(cursor: Cursor, *, url_keys: Sequence[bytes], put_off_to: datetime, due_at: datetime) -> None:
    """Have pages that were put off to ``put_off_to``, and still wait for it, be due at ``due_at``."""
    cursor.execute(read_query("frontier_lock"), {"url_keys": sorted(url_keys)})
    cursor.execute(
        read_query("frontier_bring_forward"),
        {"url_keys": sorted(url_keys), "put_off_to": put_off_to, "due_at": due_at},
    )


@one_transaction
def find_soonest_due(cursor: Cursor, *, source_ids: Sequence[str]) -> datetime | None:
    """Return when the first waiting page of these sources is due, or None where none waits."""
    cursor.execute(read_query("frontier_find_soonest"), {"source_ids": list(source_ids)})
    row = cursor.fetchone()
    return row[0] if row else None


@one_transaction
def list_fetched(cursor: Cursor, *, source_ids: Sequence[str], limit: int | None = None) -> tuple[FetchedPage, ...]:
    """Return the pages on disk that are not done, of any run, in the order of the raw store; ``limit`` None is all."""
    cursor.execute(read_query("frontier_list_fetched"), {"source_ids": list(source_ids), "limit": limit})
    return tuple(
        FetchedPage(
            url_key=url_key,
            url=url,
            source_id=source_id,
            raw=RawLocation(warc_file=warc_file, warc_offset=warc_offset, payload_sha256=payload_sha256),
            is_historical=is_historical,
            published_at=published_at,
        )
        for url_key, url, source_id, warc_file, warc_offset, payload_sha256, is_historical, published_at in cursor
    )


@one_transaction
def find_fetched_sources(cursor: Cursor, *, url_keys: Sequence[bytes]) -> tuple[str, ...]:
    """Return whose these pages are, of those that are fetched and not done."""
    cursor.execute(read_query("frontier_find_sources"), {"url_keys": list(url_keys)})
    return tuple(source_id for (source_id,) in cursor)


@one_transaction
def find_locations(cursor: Cursor, *, url_keys: Sequence[bytes]) -> dict[bytes, RawLocation]:
    """Return where the raw page of each key lies that was ever fetched."""
    cursor.execute(read_query("frontier_find_locations"), {"url_keys": list(url_keys)})
    return {
        url_key: RawLocation(warc_file=warc_file, warc_offset=warc_offset, payload_sha256=payload_sha256)
        for url_key, warc_file, warc_offset, payload_sha256 in cursor
    }
