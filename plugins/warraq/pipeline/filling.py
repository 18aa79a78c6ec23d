"""Fill the WARC step: the one thing in which live news, backfills and archives differ."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from warraq import store
from warraq.discover import expand_day_sitemap
from warraq.errors import TransientError
from warraq.model import Lane
from warraq.pipeline.collect import fetch_lane
from warraq.pipeline.edge import Edge
from warraq.pipeline.load import import_files
from warraq.pipeline.poll import list_due_polls, list_unread, make_polls
from warraq.pipeline.raw import send_raw
from warraq.pipeline.replay import bring_back
from warraq.pipeline.salvage import salvage_raw

NAMED = 5  # Documents named in an error; the rest are in ingest.feed.


def fill_lane(edge: Edge, *, run_id: str, lane: Lane) -> Lane:
    """Fetch, import or bring back what the lane names; return the lane, with the sources that have pages to clean.

    Raises ``TransientError`` where the WARCs cannot go to the address of the raw store: they stay, and go later.
    """
    salvage_raw(edge, run_id)
    filled = fill(edge, run_id=run_id, lane=lane)
    send_raw(edge.settings)
    return filled


def fill(edge: Edge, *, run_id: str, lane: Lane) -> Lane:
    """Fill the WARC step from wherever the lane says."""
    if "files" in lane:
        paths = [Path(name) for name in lane["files"]]
        source_ids, unread = import_files(edge, run_id=run_id, paths=paths, source_id=lane.get("source_id"))
        return {**lane, "source_ids": source_ids, "unread": unread}
    if "replay" in lane:
        bring_back(edge, run_id=run_id, lane=lane)
    elif "days" in lane:
        days = [date.fromisoformat(day) for day in lane["days"]]
        collect_days(edge, run_id=run_id, lane=lane["lane"], source_ids=lane["source_ids"], days=days)
    else:
        collect_live(edge, run_id=run_id, lane=lane["lane"], source_ids=lane["source_ids"])
    return lane


def collect_live(edge: Edge, *, run_id: str, lane: int, source_ids: Sequence[str]) -> None:
    """Poll what is due of the sources and fetch what the frontier wants of them; what is not reached stays due.

    Published pages are looked at again for corrections, once every new one has been fetched.
    """
    sources = [edge.sources[source_id] for source_id in source_ids]
    store.reopen_published(edge.connection, source_ids=source_ids, run_id=run_id, now=edge.clock())
    fetch_lane(edge, run_id=run_id, lane=lane, sources=sources, polls=list_due_polls(edge, sources, edge.clock()))


def collect_days(edge: Edge, *, run_id: str, lane: int, source_ids: Sequence[str], days: Sequence[date]) -> None:
    """Fetch what the sitemaps of these days name and the database has not seen.

    Raises ``TransientError`` naming a sitemap that was not read: its day would be missing, and nobody would know.
    """
    sources = [edge.sources[source_id] for source_id in source_ids]
    documents = [
        (source.source_id, expand_day_sitemap(source, day)) for source in sources for day in days if source.day_sitemap
    ]
    polls, began = make_polls(edge, documents, is_historical=True), edge.clock()
    unasked = fetch_lane(edge, run_id=run_id, lane=lane, sources=sources, polls=polls)
    nested = [f"{poll.url} (not asked for)" for poll in unasked if poll.depth]
    if unread := [*list_unread(edge, documents, began), *nested]:
        message = f"not every day was read: {'; '.join(unread[:NAMED])}"
        raise TransientError(message)
