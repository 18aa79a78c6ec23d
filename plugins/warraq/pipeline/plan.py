"""Plan a run: check what it needs before anything is fetched, and deal its work out to lanes."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from warraq import gate, store
from warraq.errors import CatalogueError, UsageError
from warraq.model import Lane, ReplayChoice, Source
from warraq.pipeline.edge import Edge
from warraq.settings import Settings
from warraq.urls import host_name


def choose_sources(sources: Mapping[str, Source], settings: Settings) -> tuple[Source, ...]:
    """Return the sources a run takes: those ``WARRAQ_ONLY`` names, else every enabled one.

    Raises ``CatalogueError`` naming an id that no file has.
    """
    unknown = sorted(set(settings.only) - sources.keys())
    if unknown:
        have = ", ".join(sorted(sources))
        message = f"no source {', '.join(unknown)} in {settings.sources}; the catalogue has: {have}"
        raise CatalogueError(message)
    chosen = settings.only or [source_id for source_id, source in sources.items() if source.is_enabled]
    return tuple(sources[source_id] for source_id in sorted(set(chosen)))


def deal_lanes(sources: Sequence[Source], lanes: int) -> list[Lane]:
    """Deal the sources out evenly to at most ``lanes`` lanes, none empty; those that share a host go together."""
    groups = group_by_host(sources)
    dealt: list[list[str]] = [[] for _ in range(min(lanes, len(groups)))]
    for group in groups:
        min(dealt, key=len).extend(group)
    return [Lane(lane=lane, source_ids=source_ids) for lane, source_ids in enumerate(dealt)]


def group_by_host(sources: Sequence[Source]) -> list[list[str]]:
    """Return the ids of the sources, those that share a host in one group: two lanes would wait for each other."""
    groups: list[tuple[set[str], list[str]]] = []
    for source in sources:
        hosts, together = list_hosts(source), [source.source_id]
        for group in [group for group in groups if group[0] & hosts]:
            groups.remove(group)
            hosts, together = hosts | group[0], [*group[1], *together]
        groups.append((hosts, together))
    return [together for _, together in groups]


def list_hosts(source: Source) -> set[str]:
    """Return the hosts a source is fetched from, as far as its file tells, without ``www.``."""
    urls = (source.homepage, *source.feeds, *source.sitemaps, *([source.day_sitemap] if source.day_sitemap else []))
    names = {*source.hosts, *(host_name(url) for url in urls)} - {""}
    return {name.removeprefix("www.") for name in names}


def plan_run(edge: Edge, *, run_id: str) -> list[Lane]:
    """Open a run of live news and return its lanes.

    Raises ``GateError`` or ``CatalogueError`` before anything is fetched. Planned again, a run keeps its lanes.
    """
    sources = choose_sources(edge.sources, edge.settings)
    lanes = deal_lanes(sources, edge.settings.lanes)
    return open_run(edge, run_id=run_id, lanes=lanes, is_historical=False)


def plan_days(edge: Edge, *, run_id: str, interval: tuple[datetime | None, datetime | None]) -> list[Lane]:
    """Open a run over the days of the data interval, for the sources whose past can be listed by day."""
    sources = [source for source in choose_sources(edge.sources, edge.settings) if source.day_sitemap]
    days = [day.isoformat() for day in list_days(*interval, edge.clock())]
    dealt = deal_lanes(sources, edge.settings.lanes)
    lanes = [Lane(lane=lane["lane"], source_ids=lane["source_ids"], days=days) for lane in dealt]
    return open_run(edge, run_id=run_id, lanes=lanes, is_historical=True)


def plan_files(edge: Edge, *, run_id: str, files: Sequence[str], source_id: str | None) -> list[Lane]:
    """Open a run over archive files. Raises ``UsageError`` for a source the catalogue has not."""
    check_source(edge, source_id)
    count = min(edge.settings.lanes, len(files))
    lanes = [
        Lane(lane=lane, source_ids=[], files=list(files[lane::count]), source_id=source_id) for lane in range(count)
    ]
    return open_run(edge, run_id=run_id, lanes=lanes, is_historical=True)


def plan_replay(edge: Edge, *, run_id: str, choice: ReplayChoice, source_id: str | None) -> list[Lane]:
    """Open a run over pages that are on disk. Raises ``UsageError`` for a source the catalogue has not."""
    check_source(edge, source_id)
    sources = [edge.sources[source_id]] if source_id else list(edge.sources.values())
    dealt = deal_lanes(sources, edge.settings.lanes)
    lanes = [Lane(lane=lane["lane"], source_ids=lane["source_ids"], replay=choice) for lane in dealt]
    return open_run(edge, run_id=run_id, lanes=lanes, is_historical=False)


def check_source(edge: Edge, source_id: str | None) -> None:
    """Raise ``UsageError`` where a source is named that the catalogue has not."""
    if source_id is not None and source_id not in edge.sources:
        message = f"no source {source_id!r} in {edge.settings.sources}; it has: {', '.join(sorted(edge.sources))}"
        raise UsageError(message)


def open_run(edge: Edge, *, run_id: str, lanes: list[Lane], is_historical: bool) -> list[Lane]:
    """Check the suite, tell the database of the catalogue and of the run, and return the lanes."""
    gate.check_suites(edge.settings.expectations)
    now = edge.clock()
    store.sync_sources(edge.connection, tuple(edge.sources.values()), now=now)
    store.open_run(
        edge.connection,
        run_id=run_id,
        now=now,
        lanes={lane["lane"]: lane["source_ids"] for lane in lanes},
        is_historical=is_historical,
    )
    return lanes


def list_days(start: datetime | None, end: datetime | None, now: datetime) -> tuple[date, ...]:
    """Return the days of the data interval; a run without one, triggered by hand, takes yesterday."""
    if start is None or end is None or end <= start:
        return (now.date() - timedelta(days=1),)
    last = (end - timedelta(microseconds=1)).date()
    return tuple(start.date() + timedelta(days=n) for n in range((last - start.date()).days + 1))
