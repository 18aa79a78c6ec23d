"""When a feed is asked next: as often as it really changes, never more often than its publisher wants.

Pure arithmetic on what the watermark remembers. The edge brings the clock, and says what the answer asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from itertools import pairwise
from statistics import median

CHANGES_KEPT = 8  # Of the latest changes; a week of a slow feed, an hour of a busy one.
POLLS_A_CHANGE = 2  # Asked twice between two changes, a feed is found changed about every second time.
# A feed that fails is asked again after this long, twice, four times, … at most a day; one success forgives it.
FIRST_RETRY = timedelta(minutes=1)
LAST_RETRY = timedelta(days=1)
MOST_DOUBLINGS = 20
JITTER = 0.25  # Of a wait after a failure, the most it is drawn out: feeds that fell together do not rise together.
GONE_RETRY = timedelta(days=7)  # 410: its publisher took it away; some come back all the same.
NOTHING = timedelta(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The shortest and longest time between two polls of a source that answers."""

    shortest: timedelta
    longest: timedelta

    def clamp(self, interval: timedelta) -> timedelta:
        """Return the interval within the bounds."""
        return min(max(interval, self.shortest), self.longest)


def make_bounds(shortest_seconds: float, longest_seconds: float) -> Bounds:
    """Return the bounds; a shortest time above the longest moves it up."""
    longest = max(shortest_seconds, longest_seconds)
    return Bounds(shortest=timedelta(seconds=shortest_seconds), longest=timedelta(seconds=longest))


def note_change(changed_at: Sequence[datetime], now: datetime) -> tuple[datetime, ...]:
    """Return the latest changes, oldest first, with one more."""
    return (*changed_at, now)[-CHANGES_KEPT:]


def choose_interval(changed_at: Sequence[datetime], now: datetime, bounds: Bounds) -> timedelta:
    """Return the time between two polls that the feed's own pace suggests.

    That is half the usual (median) gap between its latest changes; where it has been quiet for longer than that, half
    the silence. So a night's sleep slows it down by and by, and does not count against it in the morning.
    """
    if not changed_at:
        return bounds.shortest
    silence = max(now - changed_at[-1], NOTHING)
    gaps = [(later - earlier).total_seconds() for earlier, later in pairwise(changed_at)]
    usual = timedelta(seconds=median(gaps)) if gaps else NOTHING
    return bounds.clamp(max(usual, silence) / POLLS_A_CHANGE)


def choose_next_poll(
    changed_at: Sequence[datetime],
    now: datetime,
    bounds: Bounds,
    *,
    asked: timedelta = NOTHING,
    skip_hours: Sequence[int] = (),
) -> datetime:
    """Return when to ask a feed again that answered at ``now``.

    Not before the time it ``asked`` for (``ttl``, ``sy:updatePeriod``, ``Cache-Control``), and not in the hours (0 to
    23, GMT) that it wants left out, as far as the longest interval allows.
    """
    latest = now + bounds.longest
    wanted = now + max(choose_interval(changed_at, now, bounds), min(asked, bounds.longest))
    return min(leave_out_hours(wanted, skip_hours), latest)


def leave_out_hours(at: datetime, skip_hours: Sequence[int]) -> datetime:
    """Return the first time from ``at`` on that is in none of the hours; all 24 of them leave out nothing."""
    if at.hour not in skip_hours:
        return at
    begin = at.replace(minute=0, second=0, microsecond=0)
    hours = (begin + timedelta(hours=ahead) for ahead in range(1, 24))
    return next((hour for hour in hours if hour.hour not in skip_hours), at)


def choose_retry(
    key: str, failures: int, now: datetime, bounds: Bounds, *, asked_seconds: float | None = None
) -> datetime:
    """Return when to ask a feed again that has failed ``failures`` times in a row (1 and more).

    Never before the ``Retry-After`` it ``asked`` for, which the client bounds; else a day and a quarter at most.
    ``key`` (its address) decides how far the wait is drawn out, so that the same feed always waits the same.
    """
    first = max(FIRST_RETRY, bounds.shortest)
    doubled: timedelta = first * (1 << min(failures - 1, MOST_DOUBLINGS))
    backoff = min(doubled, max(LAST_RETRY, bounds.shortest)) * (1 + JITTER * draw(key))
    return now + max(backoff, timedelta(seconds=asked_seconds or 0))


def draw(key: str) -> float:
    """Return a number from 0 up to 1 that depends on the key alone."""
    return int.from_bytes(sha256(key.encode()).digest()[:4]) / 2**32
