"""Replay: pages that are on disk go down the road again, after a rule, the suite or the cleaner changed."""

from dataclasses import replace
from datetime import datetime

from warraq import store
from warraq.clean import CLEANER_VERSION
from warraq.errors import UsageError
from warraq.model import Lane, ReplayChoice
from warraq.pipeline.cleaning import fail_on_crashes
from warraq.pipeline.edge import Edge
from warraq.pipeline.plan import check_source, open_run
from warraq.pipeline.publishing import clean_and_publish

CHUNK_PAGES = 1_000  # Pages published in one transaction.
LANE_PAGES = 20_000  # Pages one lane of a run brings back; the next run takes the rest.


def replay_quarantine(edge: Edge, *, run_id: str, chosen: store.Aside) -> store.Replayed:
    """Test the chosen items again from raw, a chunk at a time, and publish what passes; return what came back.

    Items of sources that the catalogue has not stay as they are: what it says is needed to clean their pages. Done
    again under the same run it takes up what is left. Raises ``UsageError`` for pages that crashed the cleaner, and for
    a source that was chosen and is not in the catalogue.
    """
    for source_id in chosen.source_ids or ():
        check_source(edge, source_id)
    chosen = replace(chosen, source_ids=chosen.source_ids or sorted(edge.sources))
    open_run(edge, run_id=run_id, lanes=[], is_historical=False)
    chunks: list[store.Replayed] = []
    try:
        while chunk := replay_chunk(edge, run_id=run_id, chosen=chosen):
            chunks.append(chunk)
    finally:
        store.close_run(edge.connection, run_id=run_id, now=edge.clock())
    return store.Replayed(
        on_disk=sum(chunk.on_disk for chunk in chunks),
        to_fetch=sum(chunk.to_fetch for chunk in chunks),
        source_ids=tuple(sorted({source_id for chunk in chunks for source_id in chunk.source_ids})),
    )


def replay_chunk(edge: Edge, *, run_id: str, chosen: store.Aside) -> store.Replayed | None:
    """Take so many pages down the road; return None where none is left."""
    back = store.replay_pages(edge.connection, chosen, run_id=run_id, now=edge.clock(), limit=CHUNK_PAGES)
    if not back.on_disk and not back.to_fetch:
        return None
    fail_on_crashes(clean_and_publish(edge, run_id=run_id, source_ids=back.source_ids))
    return back


def bring_back(edge: Edge, *, run_id: str, lane: Lane) -> None:
    """Fill a lane from the raw store: the pages it chooses are to be cleaned again, each once a run."""
    chosen = lane["replay"]
    aside_or_kept: store.Aside | store.Kept
    if chosen["what"] == "quarantine":
        aside_or_kept = store.Aside(source_ids=lane["source_ids"], reason=chosen["reason"])
    else:
        aside_or_kept = store.Kept(
            source_ids=lane["source_ids"],
            cleaner_version=CLEANER_VERSION,
            since=read_time(chosen["since"]),
            until=read_time(chosen["until"]),
        )
    store.replay_pages(edge.connection, aside_or_kept, run_id=run_id, now=edge.clock(), limit=LANE_PAGES)


def read_choice(params: dict[str, str | None]) -> ReplayChoice:
    """Return what a run's params choose. Raises ``UsageError`` naming the one that is wrong."""
    what = params.get("what") or "quarantine"
    if what not in {"quarantine", "articles"}:
        message = (
            f"what is {what!r}: write quarantine, to test again what was set aside, or articles, to clean all anew"
        )
        raise UsageError(message)
    since, until = params.get("since") or None, params.get("until") or None
    for value in (since, until):
        read_time(value)
    return ReplayChoice(what=what, reason=params.get("reason") or None, since=since, until=until)


def read_time(value: str | None) -> datetime | None:
    """Return the time, or None. Raises ``UsageError`` for what is no time, or has no zone."""
    if value is None:
        return None
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        message = f"{value!r} is no time with a zone: write 2026-11-01T00:00:00+00:00"
        raise UsageError(message)
    return at
