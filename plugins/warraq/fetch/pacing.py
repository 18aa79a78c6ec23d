"""How long to wait, as pure arithmetic on seconds."""

MAX_CRAWL_DELAY_SECONDS = 300.0  # Heritrix's bound (profile-crawler-beans.cxml): some hosts ask for a day.
MAX_WAIT_SECONDS = 86_400.0
MIN_RETRY_AFTER_SECONDS = 1.0  # `Retry-After: 0` would burn every attempt at once.


def choose_pause(
    *, delay_seconds: float, crawl_delay_seconds: float | None = None, retry_after_seconds: float | None = None
) -> float:
    """Return the seconds to the next request to a host: the longest of the waits, a day at most."""
    crawl_delay = min(crawl_delay_seconds or 0.0, MAX_CRAWL_DELAY_SECONDS)
    return min(max(delay_seconds, crawl_delay, retry_after_seconds or 0.0), MAX_WAIT_SECONDS)


def choose_retry(*, attempts: int, retry_seconds: float, retry_after_seconds: float | None = None) -> float:
    """Return the seconds until a page that failed ``attempts`` times (1 and more) is due again, a day at most.

    Twice as long each time, or as long as the server asked where that is longer. The first ``Retry-After`` is believed
    though it be shorter, down to a second: later ones are from a server that asks for more than it can answer.
    """
    wait = retry_seconds * 2.0 ** min(max(attempts - 1, 0), 30)
    if retry_after_seconds is not None:
        floor = MIN_RETRY_AFTER_SECONDS if attempts <= 1 else wait
        wait = max(retry_after_seconds, floor)
    return min(wait, MAX_WAIT_SECONDS)
