"""Maintenance, once a day: retention, a ledger that must balance, sources that fell silent."""

from datetime import timedelta

from warraq import store
from warraq.errors import UsageError
from warraq.pipeline import purging
from warraq.pipeline.edge import Edge
from warraq.pipeline.raw import open_remote


def tend_partitions(edge: Edge) -> tuple[str, ...]:
    """Make the partitions ahead, and drop what retention does not keep; return the names dropped.

    What publishers no longer print is forgotten too.
    """
    now = edge.clock()
    keep_since = now - timedelta(days=edge.settings.retention_days)
    store.age_templates(edge.connection, now=now)
    return store.tend_partitions(edge.connection, now=now, keep_since=keep_since)


def renew_signatures(edge: Edge) -> int:
    """Sign and pair anew what an earlier version signed; return how many articles. Cut off, it goes on later."""
    renewed = 0
    while found := store.renew_signatures(edge.connection, now=edge.clock()):
        renewed += found
    return renewed


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
    """Return how many sources the catalogue has. Raises ``UsageError`` naming enabled ones that fell silent."""
    enabled = {source.source_id for source in edge.sources.values() if source.is_enabled}
    silent = [source for source in store.list_silent(edge.connection) if source.source_id in enabled]
    if silent:
        said = "; ".join(describe(source) for source in silent)
        message = f"nothing new for a day of: {said}. `warraq status` says what its feeds answer"
        raise UsageError(message)
    return len(edge.sources)


def describe(source: store.Silent) -> str:
    """Return the source with what is known of its silence."""
    last = f"{source.last_loaded_hour:%Y-%m-%d %H:%M} UTC" if source.last_loaded_hour else "never"
    return f"{source.source_id} (last article: {last}; failures in a row: {source.poll_failures})"
