"""Poll feeds and sitemaps: which are due, and what an answer means for the frontier."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from http import HTTPStatus

from warraq import store
from warraq.discover import FeedReading, read_feed
from warraq.discover.decoding import MAX_BYTES
from warraq.model import FetchFailure, HttpResponse, Reason, Rejection, Source, Watermark
from warraq.pipeline.clocks import is_to_come
from warraq.pipeline.edge import Edge
from warraq.pipeline.watermarks import NESTED_SITEMAPS, advance, find_bounds, rest, rest_changed, rest_failed

NESTING = 2  # A sitemap index may name sitemaps, and these no further index.
SITEMAP_ENTRIES = 50_000  # The most a sitemap may name (sitemaps.org, 2008).


@dataclass(frozen=True, slots=True, kw_only=True)
class PollJob:
    """Fetch a feed or sitemap and enter what it names into the frontier."""

    watermark: Watermark
    is_historical: bool = False
    depth: int = 0
    led_to: str | None = None  # Where redirects from another host have led.
    awaits: str | None = None  # The origin on its way whose robots.txt is being read at another host.

    @property
    def name(self) -> str:
        """Return the address the document is known by."""
        return self.watermark.feed_url

    @property
    def url(self) -> str:
        """Return the address to ask for."""
        return self.led_to or self.watermark.feed_url


def list_due_polls(edge: Edge, sources: Iterable[Source], now: datetime) -> list[PollJob]:
    """Return the polls of the catalogue's feeds and sitemaps that are due at ``now``."""
    documents = [(source.source_id, url) for source in sources for url in (*source.feeds, *source.sitemaps)]
    return [job for job in make_polls(edge, documents) if is_due(job, now)]


def make_polls(
    edge: Edge, documents: Sequence[tuple[str, str]], *, is_historical: bool = False, depth: int = 0
) -> list[PollJob]:
    """Return a poll for each (source_id, url) pair; one the database has never seen starts with an empty watermark."""
    known = {
        mark.feed_url: mark
        for mark in store.read_watermarks(edge.connection, sorted({source_id for source_id, _ in documents}))
    }
    marks = [known.get(url, Watermark(feed_url=url, source_id=source_id)) for source_id, url in documents]
    return [PollJob(watermark=mark, is_historical=is_historical, depth=depth) for mark in marks]


def settle_poll(edge: Edge, job: PollJob, answer: HttpResponse | FetchFailure, run_id: str) -> list[PollJob]:
    """Enter what the document names into the frontier; return the polls of the sitemaps nested in it."""
    now = edge.clock()
    bounds = find_bounds(edge.sources[job.watermark.source_id], edge.settings)
    mark = replace(job.watermark, checked_at=now, next_check_at=None)
    if isinstance(answer, FetchFailure):
        save(edge, job, rest_failed(mark, answer, bounds, now), run_id)
        return []
    if answer.status == HTTPStatus.NOT_MODIFIED or answer.body_sha256 == mark.content_sha256:
        save(edge, job, rest(mark, answer, bounds, now), run_id)
        return []
    reading = read_document(edge, job, answer)
    if isinstance(reading, Rejection):
        save(edge, job, rest_failed(mark, reading, bounds, now), run_id)
        return []
    read = advance(mark, answer, reading)
    if reading.sitemaps:
        # Whether there is news its sitemaps know, each with a pace of its own: the index is asked as often as may be.
        save(edge, job, rest(replace(read, changed_at=()), answer, bounds, now), run_id, reading)
    else:
        changed = rest_changed(read, answer, bounds, now)
        save(edge, job, rest(read, answer, bounds, now), run_id, reading, if_new=changed)
    return nest(edge, job, reading)


def read_document(edge: Edge, job: PollJob, answer: HttpResponse) -> FeedReading | Rejection:
    """Parse the document in a worker process that hostile input may kill."""
    source = edge.sources[job.watermark.source_id]
    most = SITEMAP_ENTRIES if is_sitemap(edge, job) else edge.settings.max_feed_entries
    reading = edge.pool.run(read_one, answer.body, answer.final_url, source, answer.header("content-type"), most)
    if isinstance(reading, Rejection) or answer.final_url == job.name:
        return reading
    # What it says next time is held against this, though its redirect lead to another address then.
    return replace(reading, entries=tuple(replace(entry, found_in=job.name) for entry in reading.entries))


def find_max_bytes(edge: Edge, job: PollJob) -> int:
    """Return the most bytes that are taken of the document: sitemaps of 50,000 addresses are larger than any page."""
    return MAX_BYTES if is_sitemap(edge, job) else edge.settings.max_page_bytes


def is_sitemap(edge: Edge, job: PollJob) -> bool:
    """Tell whether the document is asked for as a sitemap."""
    return job.depth > 0 or job.is_historical or job.name in edge.sources[job.watermark.source_id].sitemaps


def read_one(content: bytes, url: str, source: Source, content_type: str | None, max_entries: int) -> FeedReading:
    """Call ``read_feed`` by position, as a worker process is called."""
    return read_feed(content, url=url, source=source, content_type=content_type, max_entries=max_entries)


def list_unread(edge: Edge, documents: Sequence[tuple[str, str]], since: datetime) -> list[str]:
    """Return, with its reason, each (source_id, url) document that was not read whole since ``since``.

    A document that is not there names nothing: a day without news.
    """
    marks = [job.watermark for job in make_polls(edge, documents)]
    return [
        f"{mark.feed_url} ({mark.remark or 'not asked for'})"
        for mark in marks
        if mark.checked_at is None
        or mark.checked_at < since
        or (mark.failures and not (mark.remark or "").startswith(Reason.NOT_FOUND))
    ]


def save(
    edge: Edge,
    job: PollJob,
    mark: Watermark,
    run_id: str,
    reading: FeedReading | None = None,
    *,
    if_new: Watermark | None = None,
) -> None:
    """Move the watermark and its entries in one transaction; where any is new, it moves to ``if_new``."""
    store.save_poll(
        edge.connection,
        watermark=mark,
        watermark_if_new=if_new,
        entries=reading.entries if reading else (),
        run_id=run_id,
        now=edge.clock(),
        is_historical=job.is_historical,
    )


def nest(edge: Edge, job: PollJob, reading: FeedReading) -> list[PollJob]:
    """Return the polls that are due of the sitemaps an index names, the last first, as far as the nesting goes."""
    if job.depth >= NESTING:
        return []
    documents = [(job.watermark.source_id, url) for url in reversed(reading.sitemaps[-NESTED_SITEMAPS:])]
    nested = make_polls(edge, documents, is_historical=job.is_historical, depth=job.depth + 1)
    return [poll for poll in nested if job.is_historical or is_due(poll, edge.clock())]


def is_due(job: PollJob, now: datetime) -> bool:
    """Tell whether the document may be asked for at ``now``; a clock that was ahead keeps none waiting."""
    mark = job.watermark
    return mark.next_check_at is None or mark.next_check_at <= now or is_to_come(mark.checked_at, now)
