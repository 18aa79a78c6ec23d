"""What an answer makes of a feed's watermark: what to send next time, and when that is."""

from dataclasses import replace
from datetime import datetime, timedelta
from http import HTTPStatus

from warraq.discover import FeedReading
from warraq.discover.freshness import read_freshness
from warraq.discover.schedule import GONE_RETRY, Bounds, choose_next_poll, choose_retry, make_bounds, note_change
from warraq.model import FetchFailure, HttpResponse, Rejection, Source, Watermark
from warraq.settings import Settings

NESTED_SITEMAPS = 10  # Followed of one index in one run, the newest.


def find_bounds(source: Source, settings: Settings) -> Bounds:
    """Return the shortest and longest time between two polls of the source, its own words before the settings'."""
    shortest, longest = source.poll_min_seconds, source.poll_max_seconds
    return make_bounds(
        settings.poll_min_seconds if shortest is None else shortest,
        settings.poll_max_seconds if longest is None else longest,
    )


def rest(mark: Watermark, answer: HttpResponse, bounds: Bounds, now: datetime) -> Watermark:
    """Return the watermark after an answer with nothing new in it."""
    asked = max(read_freshness(answer.header, now), timedelta(seconds=mark.asked_seconds or 0))
    due_at = choose_next_poll(mark.changed_at, now, bounds, asked=asked, skip_hours=mark.skip_hours)
    return replace(mark, failures=0, next_check_at=due_at)


def advance(mark: Watermark, answer: HttpResponse, reading: FeedReading) -> Watermark:
    """Return the watermark after a document was read; one of which a part was left is read anew at the next poll.

    So is an index of sitemaps, each time: killed between it and what it names, a run would never hear of that again,
    and many publishers leave the index as it is when a sitemap of it changes.
    """
    mark = replace(
        mark,
        remark=describe_rest(reading, answer),
        asked_seconds=reading.ttl_seconds,
        skip_hours=reading.skip_hours,
    )
    if reading.cut or reading.is_broken or reading.sitemaps:
        return replace(mark, etag=None, last_modified=None, content_sha256=None)
    return replace(
        mark,
        etag=answer.header("etag"),
        last_modified=answer.header("last-modified"),
        content_sha256=answer.body_sha256,
    )


def rest_changed(mark: Watermark, answer: HttpResponse, bounds: Bounds, now: datetime) -> Watermark:
    """Return the watermark after an answer that named something new."""
    return rest(replace(mark, changed_at=note_change(mark.changed_at, now)), answer, bounds, now)


def rest_failed(mark: Watermark, failure: FetchFailure | Rejection, bounds: Bounds, now: datetime) -> Watermark:
    """Return the watermark after a failure, counted with its reason: a document that is gone rests for a week."""
    failures = mark.failures + 1
    if isinstance(failure, FetchFailure):
        due_at = choose_retry(mark.feed_url, failures, now, bounds, asked_seconds=failure.retry_after_seconds)
        due_at = now + GONE_RETRY if failure.status == HTTPStatus.GONE else due_at
    else:
        due_at = choose_retry(mark.feed_url, failures, now, bounds)
    return replace(mark, failures=failures, next_check_at=due_at, remark=f"{failure.reason}: {failure.detail}")


def describe_rest(reading: FeedReading, answer: HttpResponse) -> str | None:
    """Return what of the document did not reach the frontier, and where it moved to; None where all is well."""
    parts = [
        *([f"{reading.cut} entries over the limit left"] if reading.cut else []),
        *([f"{len(reading.refused)} refused: {reading.refused[0].detail}"] if reading.refused else []),
        *([f"{left} nested sitemaps left" for left in [len(reading.sitemaps) - NESTED_SITEMAPS] if left > 0]),
        *([f"moved to {answer.final_url}"] if answer.final_url != answer.requested_url else []),
    ]
    return "; ".join(parts) or None
