"""When a host may be asked again, as pure arithmetic on times the caller hands over."""

from datetime import datetime, timedelta

MAX_CRAWL_DELAY_SECONDS = 300.0  # Heritrix's bound (profile-crawler-beans.cxml): some hosts ask for a day.
MAX_WAIT_SECONDS = 86_400.0


def next_allowed_at(
    now: datetime,
    *,
    delay_seconds: float,
    crawl_delay_seconds: float | None = None,
    retry_after_seconds: float | None = None,
) -> datetime:
    """Return when the next request may go to a host asked at ``now``: the longest of the waits, a day at most."""
    crawl_delay = min(crawl_delay_seconds or 0.0, MAX_CRAWL_DELAY_SECONDS)
    wait = max(delay_seconds, crawl_delay, retry_after_seconds or 0.0)
    return now + timedelta(seconds=min(wait, MAX_WAIT_SECONDS))


def next_attempt_at(
    now: datetime, *, attempts: int, retry_seconds: float, retry_after_seconds: float | None = None
) -> datetime:
    """Return when a page that failed ``attempts`` times (1 and more) is due again: doubling waits, a day at most."""
    doubled = retry_seconds * 2.0 ** min(max(attempts - 1, 0), 30)
    return now + timedelta(seconds=min(max(doubled, retry_after_seconds or 0.0), MAX_WAIT_SECONDS))
