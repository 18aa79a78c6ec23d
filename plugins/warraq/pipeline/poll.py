"""Poll feeds and sitemaps: which are due, and what an answer means for the frontier."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256

from warraq import store
from warraq.discover import FeedReading, read_feed
from warraq.model import FetchFailure, HttpResponse, Rejection, Source, Watermark
from warraq.pipeline.edge import Edge

# A feed that fails is asked again after a minute, two, four, … at most a day, and is forgiven by one success.
FAILURE_SECONDS = 60
FAILURE_LIMIT = timedelta(days=1)
NOT_MODIFIED = 304
NESTING = 2  # A sitemap index may name sitemaps, and these no further index.
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
    jobs = make_polls(edge, documents)
    return [job for job in jobs if job.watermark.next_check_at is None or job.watermark.next_check_at <= now]


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
    mark = replace(job.watermark, checked_at=now, next_check_at=None)
    if isinstance(answer, FetchFailure):
        save_failure(edge, job, mark, answer.retry_after_seconds, run_id)
        return []
    if answer.status == NOT_MODIFIED or sha256(answer.body).digest() == mark.content_sha256:
        save(edge, job, replace(mark, failures=0), None, run_id)
        return []
    reading = read_document(edge, job, answer)
    if isinstance(reading, Rejection):
        save_failure(edge, job, mark, None, run_id)
        return []
    save(edge, job, advance(mark, answer, reading), reading, run_id)
    return nest(edge, job, reading)


def read_document(edge: Edge, job: PollJob, answer: HttpResponse) -> FeedReading | Rejection:
    """Parse the document in a worker process that hostile input may kill."""
    return edge.pool.run(
        read_one,
        answer.body,
        answer.final_url,
        edge.sources[job.watermark.source_id],
        answer.header("content-type"),
        edge.settings.max_feed_entries,
    )


def read_one(content: bytes, url: str, source: Source, content_type: str | None, max_entries: int) -> FeedReading:
    """Call ``read_feed`` by position, as a worker process is called."""
    return read_feed(content, url=url, source=source, content_type=content_type, max_entries=max_entries)


def advance(mark: Watermark, answer: HttpResponse, reading: FeedReading) -> Watermark:
    """Return the watermark after a document was read whole.

    An index of sitemaps is read anew each time: killed between it and what it names, a run would never hear of that
    again, and many publishers leave the index as it is when a sitemap of it changes.
    """
    if reading.sitemaps:
        return replace(mark, etag=None, last_modified=None, content_sha256=None, failures=0)
    return replace(
        mark,
        etag=answer.header("etag"),
        last_modified=answer.header("last-modified"),
        content_sha256=sha256(answer.body).digest(),
        failures=0,
    )


def save_failure(edge: Edge, job: PollJob, mark: Watermark, retry_after: float | None, run_id: str) -> None:
    """Count the failure and put the next check off, twice as far each time."""
    backoff = min(FAILURE_LIMIT, timedelta(seconds=FAILURE_SECONDS * 2 ** min(mark.failures, 20)))
    wait = max(backoff, timedelta(seconds=retry_after or 0))
    later = replace(mark, failures=mark.failures + 1, next_check_at=edge.clock() + wait)
    save(edge, job, later, None, run_id)


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
    """Return the polls of the sitemaps an index names, the newest first, as far as the nesting goes."""
    if job.depth >= NESTING:
        return []
    documents = [(job.watermark.source_id, url) for url in reversed(reading.sitemaps[-NESTED_SITEMAPS:])]
    return make_polls(edge, documents, is_historical=job.is_historical, depth=job.depth + 1)
