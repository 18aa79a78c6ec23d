"""Poll feeds and sitemaps: which are due, and what an answer means for the frontier."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256

from warraq import store
from warraq.discover import FeedReading, read_feed
from warraq.model import FetchFailure, HttpResponse, Reason, Rejection, Source, Watermark
from warraq.pipeline.edge import Edge

# A feed that fails is asked again after a minute, two, four, … at most a day, and is forgiven by one success.
FAILURE_SECONDS = 60
FAILURE_LIMIT = timedelta(days=1)
NOT_MODIFIED = 304
NESTING = 2  # A sitemap index may name sitemaps, and these no further index.
SITEMAP_ENTRIES = 50_000  # The most a sitemap may name (sitemaps.org, 2008).
NESTED_SITEMAPS = 10  # Of one index in one run, the newest.


@dataclass(frozen=True, slots=True, kw_only=True)
class PollJob:
    """Fetch a feed or sitemap and enter what it names into the frontier."""

    watermark: Watermark
    is_historical: bool = False
    depth: int = 0

    @property
    def url(self) -> str:
        """Return the document's address."""
        return self.watermark.feed_url


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
    mark = replace(job.watermark, checked_at=edge.clock(), next_check_at=None)
    if isinstance(answer, FetchFailure):
        save_failure(edge, job, mark, answer, run_id)
        return []
    if answer.status == NOT_MODIFIED or sha256(answer.body).digest() == mark.content_sha256:
        save(edge, job, replace(mark, failures=0), None, run_id)
        return []
    reading = read_document(edge, job, answer)
    if isinstance(reading, Rejection):
        save_failure(edge, job, mark, reading, run_id)
        return []
    save(edge, job, advance(mark, answer, reading), reading, run_id)
    return nest(edge, job, reading)


def read_document(edge: Edge, job: PollJob, answer: HttpResponse) -> FeedReading | Rejection:
    """Parse the document in a worker process that hostile input may kill."""
    source = edge.sources[job.watermark.source_id]
    is_sitemap = job.depth > 0 or job.is_historical or job.url in source.sitemaps
    most = SITEMAP_ENTRIES if is_sitemap else edge.settings.max_feed_entries
    return edge.pool.run(read_one, answer.body, answer.final_url, source, answer.header("content-type"), most)


def read_one(content: bytes, url: str, source: Source, content_type: str | None, max_entries: int) -> FeedReading:
    """Call ``read_feed`` by position, as a worker process is called."""
    return read_feed(content, url=url, source=source, content_type=content_type, max_entries=max_entries)


def advance(mark: Watermark, answer: HttpResponse, reading: FeedReading) -> Watermark:
    """Return the watermark after a document was read; one of which a part was left is read anew at the next poll.

    So is an index of sitemaps, each time: killed between it and what it names, a run would never hear of that again,
    and many publishers leave the index as it is when a sitemap of it changes.
    """
    mark = replace(mark, failures=0, remark=describe_rest(reading))
    if reading.cut or reading.sitemaps:
        return replace(mark, etag=None, last_modified=None, content_sha256=None)
    return replace(
        mark,
        etag=answer.header("etag"),
        last_modified=answer.header("last-modified"),
        content_sha256=sha256(answer.body).digest(),
    )


def describe_rest(reading: FeedReading) -> str | None:
    """Return what of the document did not reach the frontier, or None where all did."""
    parts = [
        *([f"{reading.cut} entries over the limit left"] if reading.cut else []),
        *([f"{len(reading.refused)} refused: {reading.refused[0].detail}"] if reading.refused else []),
        *([f"{left} nested sitemaps left" for left in [len(reading.sitemaps) - NESTED_SITEMAPS] if left > 0]),
    ]
    return "; ".join(parts) or None


def save_failure(edge: Edge, job: PollJob, mark: Watermark, failure: FetchFailure | Rejection, run_id: str) -> None:
    """Count the failure with its reason, and put the next check off, twice as far each time."""
    backoff = min(FAILURE_LIMIT, timedelta(seconds=FAILURE_SECONDS * 2 ** min(mark.failures, 20)))
    asked = failure.retry_after_seconds if isinstance(failure, FetchFailure) else None
    later = replace(
        mark,
        failures=mark.failures + 1,
        next_check_at=edge.clock() + max(backoff, timedelta(seconds=asked or 0)),
        remark=f"{failure.reason}: {failure.detail}",
    )
    save(edge, job, later, None, run_id)


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


def save(edge: Edge, job: PollJob, mark: Watermark, reading: FeedReading | None, run_id: str) -> None:
    """Move the watermark and its entries in one transaction."""
    store.save_poll(
        edge.connection,
        watermark=mark,
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
    """Tell whether the document may be asked for at ``now``."""
    return job.watermark.next_check_at is None or job.watermark.next_check_at <= now
