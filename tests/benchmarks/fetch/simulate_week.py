"""A week of 10,000 feeds on a virtual clock, asked as our schedule and our pace per host say.

    simulate_week.py [--feeds N] [--days N]

The feeds are made up: how often they publish spreads over four orders of magnitude, less at night; 80% answer 304, 10%
name a ttl of an hour, 2% are dead, one answer in 200 fails; a host has one to some hundred feeds, and each new entry is
a page to be fetched from it. A run begins every five minutes with two lanes of 32 requests under way. When to ask, and
how long to rest, are decided by the project's own code. Printed: requests, the share of polls that answered 304, the
delay from publication to the page's fetch, and the shortest rest any host had between two requests.
"""

import argparse
import heapq
import math
import random
import statistics
from collections import Counter, deque
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from warraq.discover.schedule import Bounds, choose_next_poll, choose_retry, make_bounds, note_change
from warraq.pipeline.hosts import Host
from warraq.settings import Settings

BEGAN = datetime(2026, 11, 16, tzinfo=UTC)
SETTINGS = Settings()
RUN_SECONDS = 60 * SETTINGS.schedule_minutes
UNDER_WAY = 32 * SETTINGS.lanes
NIGHT = range(1, 6)  # Hours in which a tenth is published.
DAY_SECONDS = 86_400


@dataclass(slots=True, kw_only=True)
class Feed:
    """A made-up feed, and what our watermark would know of it."""

    key: str
    published: deque[float]  # Seconds from the start, of what it will publish and we have not seen.
    answers_304: bool
    asked: timedelta
    is_dead: bool
    due_at: float = 0.0
    failures: int = 0
    changed_at: tuple[datetime, ...] = ()


@dataclass(slots=True, kw_only=True)
class Site:
    """A host of ours with its feeds, the pages that wait, and what was seen of it."""

    host: Host
    feeds: list[Feed] = field(default_factory=list)
    pages: deque[float] = field(default_factory=deque)  # When each was published.
    last_end: float = -math.inf
    shortest_rest: float = math.inf


@dataclass(slots=True, kw_only=True)
class Week:
    """The state of the simulation, and its counts."""

    sites: list[Site]
    bounds: Bounds
    end: float
    chosen: random.Random
    counts: Counter[str] = field(default_factory=Counter)
    delays: list[float] = field(default_factory=list)

    def run(self) -> None:
        """Run after run until the end: in each, what is due goes to its host in turn, as far as slots are free."""
        slots = [0.0] * UNDER_WAY
        for begin in range(0, int(self.end), int(RUN_SECONDS)):
            queue = [
                (max(float(begin), site.host.ready_at), at)
                for at, site in enumerate(self.sites)
                if self.has_work(site, begin)
            ]
            heapq.heapify(queue)
            while queue:
                ready_at, at = heapq.heappop(queue)
                start = max(ready_at, slots[0])
                if start >= begin + SETTINGS.lane_seconds or start >= self.end:
                    continue  # The next run's.
                site = self.sites[at]
                end = self.ask(site, start)
                heapq.heapreplace(slots, end)
                if self.has_work(site, end):
                    heapq.heappush(queue, (site.host.ready_at, at))

    def has_work(self, site: Site, now: float) -> bool:
        """Tell whether anything of the site is to be asked for at ``now``."""
        return bool(site.pages) or any(feed.due_at <= now for feed in site.feeds)

    def ask(self, site: Site, start: float) -> float:
        """Send one request: a feed that is due before a page; return when it ended."""
        rested = start - site.last_end
        site.shortest_rest = min(site.shortest_rest, rested / site.host.delay_seconds)
        end = start + min(20.0, self.chosen.lognormvariate(-0.7, 0.7))
        feed = min((feed for feed in site.feeds if feed.due_at <= start), key=lambda feed: feed.due_at, default=None)
        if feed:
            self.poll(site, feed, start, end)
        else:
            self.counts["pages"] += 1
            self.delays.append(end - site.pages.popleft())
        site.host.rest(end, None, crawl_delay_seconds=None)
        site.last_end = end
        return end

    def poll(self, site: Site, feed: Feed, start: float, end: float) -> None:
        """Take in what a feed has published, and choose when to ask it again."""
        now = BEGAN + timedelta(seconds=end)
        self.counts["polls"] += 1
        if feed.is_dead or self.chosen.random() < 1 / 200:
            feed.failures += 1
            self.counts["failed"] += 1
            due_at = choose_retry(feed.key, feed.failures, now, self.bounds)
        else:
            feed.failures = 0
            before = len(site.pages)
            while feed.published and feed.published[0] <= start:
                site.pages.append(feed.published.popleft())
            if len(site.pages) > before or not feed.changed_at:  # Of a feed just met everything is new.
                feed.changed_at = note_change(feed.changed_at, now)
            elif feed.answers_304:
                self.counts["304"] += 1
            due_at = choose_next_poll(feed.changed_at, now, self.bounds, asked=feed.asked)
        feed.due_at = (due_at - BEGAN).total_seconds()


def make_sites(feeds: int, days: float, chosen: random.Random) -> list[Site]:
    """Return the hosts with their feeds: most have one, the largest some hundred."""
    sites: list[Site] = []
    made = 0
    while made < feeds:
        count = min(feeds - made, max(1, int(chosen.paretovariate(1.2))), 300)
        delay = chosen.choices((1.0, 5.0, 10.0), (90, 5, 5))[0]
        name = f"h{len(sites)}.example"
        site = Site(host=Host(name=name, delay_seconds=delay))
        site.feeds = [make_feed(f"{name}/{number}", days, chosen) for number in range(count)]
        sites.append(site)
        made += count
    return sites


def make_feed(key: str, days: float, chosen: random.Random) -> Feed:
    """Return a feed: 5 entries a day in the middle, one in a hundred has over 150."""
    rate = min(300.0, chosen.lognormvariate(math.log(5), 1.5)) / DAY_SECONDS
    published, at = deque[float](), 0.0
    while (at := at + chosen.expovariate(rate)) < days * DAY_SECONDS:
        if int(at // 3600) % 24 not in NIGHT or chosen.random() < 1 / 10:
            published.append(at)
    return Feed(
        key=key,
        published=published,
        answers_304=chosen.random() < 0.8,
        asked=timedelta(hours=1) if chosen.random() < 0.1 else timedelta(0),
        is_dead=chosen.random() < 0.02,
    )


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--feeds", type=int, default=10_000, help="feeds (default 10,000)")
    parser.add_argument("--days", type=float, default=7.0, help="days (default 7)")
    options = parser.parse_args()
    chosen = random.Random(1)
    sites = make_sites(options.feeds, options.days, chosen)
    living = sum(len(feed.published) for site in sites for feed in site.feeds if not feed.is_dead)
    bounds = make_bounds(SETTINGS.poll_min_seconds, SETTINGS.poll_max_seconds)
    week = Week(sites=sites, bounds=bounds, end=options.days * DAY_SECONDS, chosen=chosen)
    week.run()
    counts, delays = week.counts, sorted(week.delays)
    polls, pages = counts["polls"], counts["pages"]
    print(f"{options.feeds:,} feeds on {len(sites):,} hosts, {options.days:g} days: {polls:,} polls, {pages:,} pages")
    shares = f"304 {counts['304'] / polls:.1%} of the polls, failed {counts['failed'] / polls:.1%}"
    print(f"{shares}, {polls / pages:.1f} polls a page")
    print(f"fetched {pages / living:.1%} of what living feeds published")
    median, late = statistics.median(delays) / 60, delays[int(0.95 * len(delays))] / 60
    print(f"from publication to fetch: {median:.1f} minutes median, {late:.1f} minutes 95th percentile")
    shortest = min(site.shortest_rest for site in sites)
    print(f"shortest rest of any host between two requests: {shortest:.2f} of its delay")
    if shortest < 1 - 1e-9:
        message = "a host was overrun"
        raise AssertionError(message)


if __name__ == "__main__":
    main()
