"""Maintenance, once a day: retention, a ledger that must balance, sources that fell silent."""

from datetime import timedelta
from typing import NamedTuple

from warraq import store
from warraq.errors import UsageError
from warraq.pipeline import purging
from warraq.pipeline.edge import Edge
from warraq.pipeline.plan import choose_sources
from warraq.pipeline.raw import open_remote

SILENCE = timedelta(days=1)  # As is_silent of news.source_health has it.


def tend_partitions(edge: Edge) -> tuple[str, ...]:
    """Make the partitions ahead, and drop what retention does not keep; return the names dropped.

    What publishers no longer print is forgotten too.
    """
    now = edge.clock()
    keep_since = now - timedelta(days=edge.settings.retention_days)
    store.age_templates(edge.connection, now=now)
    return store.tend_partitions(edge.connection, now=now, keep_since=keep_since)


class Renewed(NamedTuple):
    """How many articles were made anew."""

    signed: int
    indexed: int


def renew_articles(edge: Edge) -> Renewed:
    """Sign, pair and index anew what an earlier version of warraq did; cut off, it goes on later."""
    signed = indexed = after = 0
    while found := store.renew_signatures(edge.connection, now=edge.clock()):
        signed += found
    while made := store.renew_vectors(edge.connection, after=after):
        after, indexed = made[-1], indexed + len(made)
    if indexed:
        store.flush_search(edge.connection)
    return Renewed(signed, indexed)


def trim_raw(edge: Edge) -> int:
    """Bring up what has not gone to the address of the raw store, and remove old local copies; return how many."""
    remote = open_remote(edge.settings)
    if remote is None:
        return 0
    remote.send()
    return remote.trim()


def erase_purged(edge: Edge) -> int:
    """Return how many raw pages of purged articles were erased. Raises ``UsageError`` naming what is left."""
    erased = purging.erase_purged(edge)
    if erased.left:
        message = f"raw pages of purged articles are not erased yet: {'; '.join(erased.left)}"
        raise UsageError(message)
    return erased.pages


def check_ledger(edge: Edge) -> int:
    """Return how many sources have a ledger. Raises ``UsageError`` naming those whose ledger does not balance."""
    balance = store.read_balance(edge.connection)
    wrong = [f"{source_id} by {rest}" for source_id, rest in sorted(balance.items()) if rest]
    if wrong:
        message = f"the ledger does not balance: {', '.join(wrong)}. Entries were lost or counted twice: please report"
        raise UsageError(message)
    return len(balance)


def check_health(edge: Edge) -> int:
    """Return how many sources a run takes. Raises ``UsageError`` naming those that fell silent."""
    chosen = [source.source_id for source in choose_sources(edge.sources, edge.settings)]
    silent = store.list_silent(edge.connection, source_ids=chosen, before=edge.clock() - SILENCE)
    if silent:
        said = "; ".join(describe(source) for source in silent)
        message = f"nothing new for a day of: {said}. `warraq status` says what its feeds answer"
        raise UsageError(message)
    return len(chosen)


def describe(source: store.Silent) -> str:
    """Return the source with what is known of its silence."""
    last = f"{source.last_loaded_hour:%Y-%m-%d %H:%M} UTC" if source.last_loaded_hour else "never"
    return f"{source.source_id} (last article: {last}; failures in a row: {source.poll_failures})"
