"""Collect one lane: poll its sources, fetch what the frontier wants, keep every page raw.

State moves in this order, so that a kill between any two steps loses nothing: a feed's watermark with its entries in
one transaction; a page's WARC record on disk; then the frontier hears that it was fetched.
"""

import time
from collections import Counter, deque
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from http import HTTPStatus
from itertools import chain
from queue import Empty, SimpleQueue
from secrets import token_hex

from warraq import store
from warraq.archive.writer import WarcWriter
from warraq.fetch.client import Client
from warraq.fetch.loop import Outcome, Steps
from warraq.fetch.pacing import MAX_WAIT_SECONDS
from warraq.fetch.robots import MAX_ROBOTS_BYTES
from warraq.model import FetchFailure, FrontierItem, HttpResponse, KeptPage, Reason, Source
from warraq.pipeline.clocks import CLOCK_ALLOWANCE
from warraq.pipeline.edge import Edge
from warraq.pipeline.hosts import (
    Host,
    Job,
    PageJob,
    RobotsJob,
    make_failure,
    make_failure_of_origin,
    make_failure_of_silence,
)
from warraq.pipeline.leases import Leases
from warraq.pipeline.poll import PollJob, find_max_bytes, settle_poll
from warraq.pipeline.results import PATIENCE_SECONDS, Results
from warraq.pipeline.robots_cache import enter_rules, look_up_rules
from warraq.pipeline.rules import LedElsewhereError, RuleBook, RulesWantedError, find_origin, watch_host
from warraq.urls import host_name, is_own_host

MAX_IN_FLIGHT = 32  # Fetches under way at once in one lane, each to another host.
HANGING_SECONDS = 3.0  # A fetch that takes longer most likely waits for a silent host, and holds no other's place;
MAX_HANGING = 224  # until so many hang.
MAX_KEEPING = 32  # Pages fetched that wait for the writer of the WARC; more wait for them.
FLUSH_PAGES = 50  # Pages told to the frontier in one transaction.
FLUSH_SECONDS = 2.0
WAIT_SECONDS = 0.2  # For an answer, before the leases are looked at again.
QUEUE_PAGES = 100  # Pages read from the frontier for one host at a time.


def fetch_lane(
    edge: Edge, *, run_id: str, lane: int, sources: Sequence[Source], polls: Iterable[PollJob]
) -> tuple[PollJob, ...]:
    """Fetch until the lane's sources have nothing due or the time budget is spent; return the polls never asked.

    What else is left stays in the frontier. Raises ``TransientError`` where the database goes away; what was fetched by
    then is on disk and is salvaged. On any error the hosts are left to their leases, for requests may be under way.
    """
    store.wake_pages(
        edge.connection,
        source_ids=[source.source_id for source in sources],
        now=edge.clock(),
        longest=timedelta(seconds=MAX_WAIT_SECONDS) + CLOCK_ALLOWANCE,
    )
    with (
        Client(edge.settings) as client,
        WarcWriter(edge.settings.raw_folder, name_warc(edge.clock(), lane)) as warc,
        ThreadPoolExecutor(1, thread_name_prefix="keep") as keeper,
    ):
        work = Lane(
            edge=edge,
            run_id=run_id,
            sources=sources,
            client=client,
            keeper=keeper,
            leases=Leases(edge=edge),
            book=RuleBook(user_agent=edge.settings.user_agent),
            results=Results(
                edge=edge,
                run_id=run_id,
                warc=warc,
                ends_at=edge.clock() + timedelta(seconds=edge.settings.lane_seconds),
            ),
            deadline=time.monotonic() + edge.settings.lane_seconds,
        )
        work.enqueue_polls(polls)
        return work.run()


def name_warc(now: datetime, lane: int) -> str:
    """Return a name no other WARC has: the time it was begun, its lane and eight random digits."""
    return f"warraq-{now:%Y%m%dT%H%M%S}-{lane:03d}-{token_hex(4)}"


@dataclass(slots=True, kw_only=True)
class Lane:
    """The state of one lane. A thread fetches, one writes the WARC; this thread alone speaks to the database."""

    edge: Edge
    run_id: str
    sources: Sequence[Source]
    client: Client
    keeper: ThreadPoolExecutor  # Of one thread.
    leases: Leases
    book: RuleBook
    results: Results
    deadline: float  # Of the time budget, on the monotonic clock.
    in_flight: dict[str, Job] = field(default_factory=dict)  # By the name of the host that is asked.
    answered: SimpleQueue[tuple[Host, Job, Outcome]] = field(default_factory=SimpleQueue)
    keeping: deque[tuple[FrontierItem, Future[KeptPage | FetchFailure]]] = field(default_factory=deque)
    spent: Counter[str] = field(default_factory=Counter)  # Pages asked of each source in this run.
    led_origins: set[str] = field(default_factory=set)  # Whose robots.txt redirects to another host, until it is read.
    turned_back: Counter[str] = field(default_factory=Counter)  # Times a job led to unread rules or another host.

    @property
    def hosts(self) -> dict[str, Host]:
        """Return the hosts there is work for, by name."""
        return self.leases.hosts

    def run(self) -> tuple[PollJob, ...]:
        """Turn the loop until nothing is due or the time is spent; then wait for what is under way."""
        while time.monotonic() < self.deadline:
            self.look_around()
            self.fill_queues()
            self.submit_ready()
            if not self.in_flight and not self.await_next():
                break
            self.settle_finished()
        while self.in_flight:
            self.renew_leases()
            self.settle_finished()
        self.tell_all()
        self.results.release_postponed()
        never_asked = tuple(job for host in self.hosts.values() for job in host.queue if isinstance(job, PollJob))
        self.leases.release_all()
        return never_asked

    def enqueue_polls(self, polls: Iterable[PollJob]) -> None:
        """Put polls before the pages of their hosts, in their order."""
        for job in reversed(list(polls)):
            self.find_host(host_name(job.url)).queue.insert(0, job)

    def find_host(self, name: str) -> Host:
        """Return the host, new ones with the delay their source asks for, else the setting's."""
        if name not in self.hosts:
            asked = [source.delay_seconds for source in self.sources if is_own_host(name, source)]
            delay = next((delay for delay in asked if delay is not None), self.edge.settings.host_delay_seconds)
            self.hosts[name] = Host(name=name, delay_seconds=delay)
            self.leases.renew_at = 0.0
        return self.hosts[name]

    def look_around(self) -> None:
        """Find the hosts that have work now, and whether they are ours."""
        now = time.monotonic()
        if now < self.leases.renew_at:
            return
        due = store.list_due_hosts(self.edge.connection, source_ids=sorted(self.find_budgets()), now=self.edge.clock())
        for host in list(self.hosts.values()):
            if not (host.queue or host.is_busy or host.is_ours(now) or host.name in due):
                del self.hosts[host.name]  # Whoever held it has done its pages.
        for name in due:
            self.find_host(name)
        self.renew_leases()

    def renew_leases(self) -> None:
        """Renew in time; pages queued for a host that was lost are not ours to fetch."""
        if time.monotonic() >= self.leases.renew_at:
            self.spent.subtract(item.source_id for item in self.leases.renew())

    def fill_queues(self) -> None:
        """Read what is due from the frontier for every idle host, as far as its sources' page budgets go."""
        now, led = time.monotonic(), self.list_led()
        for host in [host for host in self.hosts.values() if host.is_idle(now)]:
            self.tell_all()  # Else the pages just fetched would still be listed as waiting.
            items = store.list_due(
                self.edge.connection,
                host=host.name,
                budgets=self.find_budgets(),
                now=self.edge.clock(),
                limit=QUEUE_PAGES,
            )
            items = tuple(item for item in items if item.url_key not in led)
            self.spent.update(item.source_id for item in items)
            host.queue.extend(PageJob(item=item) for item in items)
            if host.is_silent:
                self.leave(host)
            if not items:
                self.leases.release([host])

    def list_led(self) -> set[bytes]:
        """Return the keys of the pages whose redirects led to other hosts, and that wait or are asked for there."""
        jobs = chain(*(host.queue for host in self.hosts.values()), self.in_flight.values())
        return {job.item.url_key for job in jobs if isinstance(job, PageJob) and job.led_to}

    def submit_ready(self) -> None:
        """Send one request to every host whose time has come."""
        now = time.monotonic()
        places = self.count_places(now)
        for host in sorted(self.hosts.values(), key=lambda host: host.ready_at):  # Who waits longest comes first.
            if host.is_ready(now) and not self.awaits_rules(host) and places > 0:
                job, host.is_busy, host.asked_at = host.queue.pop(0), True, now
                places -= 1
                self.leases.note_pause(host)
                self.in_flight[host.name] = job
                self.client.submit(self.fetch(job), partial(self.take_outcome, host, job))

    def count_places(self, now: float) -> int:
        """Return how many more fetches may begin."""
        hanging = sum(now - self.hosts[name].asked_at > HANGING_SECONDS for name in self.in_flight)
        return MAX_IN_FLIGHT + min(hanging, MAX_HANGING) - len(self.in_flight)

    def awaits_rules(self, host: Host) -> bool:
        """Tell whether the host's next job is of an origin whose robots.txt is being read at another host."""
        job = host.queue[0]
        if isinstance(job, RobotsJob):
            return False
        return find_origin(job.url) in self.led_origins or job.awaits in self.led_origins

    def take_outcome(self, host: Host, job: Job, outcome: Outcome) -> None:
        """Hand what came of a fetch to the lane's own thread."""
        self.answered.put((host, job, outcome))

    def fetch(self, job: Job) -> Steps:
        """Return the exchanges that fetch the job's address.

        They raise ``RulesWantedError`` before a hop whose rules are not at hand, ``LedElsewhereError`` before one to
        another host.
        """
        match job:
            case RobotsJob(etag=etag, last_modified=last_modified):
                most = MAX_ROBOTS_BYTES + 1  # One more tells that it is longer.
                return (
                    yield from self.client.plan(
                        job.url,
                        etag=etag,
                        last_modified=last_modified,
                        max_bytes=most,
                        allows=watch_host(job.url),
                        takes_start=True,
                    )
                )
            case PollJob(watermark=known) | PageJob(item=known):
                self.book.find(job.url)
                finish = yield from self.client.plan(
                    job.url,
                    etag=known.etag,
                    last_modified=known.last_modified,
                    max_bytes=find_max_bytes(self.edge, job) if isinstance(job, PollJob) else None,
                    allows=self.book.watch(job.url),
                )
                return (lambda: replace(finish(), requested_url=job.name)) if job.led_to else finish

    def await_next(self) -> bool:
        """Sleep until the next request may be sent; tell whether there is one soon enough to wait for."""
        self.tell_all()
        now = time.monotonic()
        waits = [self.find_wait(host, now) for host in self.hosts.values()]
        pause = min(waits) if waits else self.find_pause()
        if pause is None or pause > self.deadline - now:
            return False
        time.sleep(max(0.01, min(pause, self.leases.longest_sleep)))
        if not waits:
            self.leases.renew_at = 0.0
        return True

    def find_wait(self, host: Host, now: float) -> float:
        """Return the seconds until the host may be asked, as far as is known."""
        if not host.is_ours(now):
            return self.leases.renew_at - now
        if not host.queue:
            return 0.0  # A silent host's: there may be more of its pages to put off.
        return WAIT_SECONDS if self.awaits_rules(host) else host.ready_at - now

    def find_pause(self) -> float | None:
        """Return the seconds until something comes due for us, or None where that is too far off."""
        soonest = store.find_soonest_due(self.edge.connection, source_ids=sorted(self.find_budgets()))
        seconds = (soonest - self.edge.clock()).total_seconds() if soonest else None
        return seconds if seconds is not None and seconds <= PATIENCE_SECONDS else None

    def find_budgets(self) -> dict[str, int]:
        """Return the pages left to each source that has any left in this run."""
        left = {source.source_id: source.page_budget - self.spent[source.source_id] for source in self.sources}
        return {source_id: pages for source_id, pages in left.items() if pages > 0}

    def settle_finished(self) -> None:
        """Take in the answers that have come, and tell the frontier once enough have."""
        for host, job, outcome in self.list_answered():
            del self.in_flight[host.name]
            host.is_busy = False
            try:
                answer = outcome.result()
            except RulesWantedError as wanted:
                self.turn_back(host, job, wanted)
            except LedElsewhereError as led:
                self.lead(host, job, led.url)
            else:
                self.settle(job, answer)
                self.rest(host, job, answer)
        self.take_kept(most_left=MAX_KEEPING)
        if self.results.is_worth_telling(FLUSH_PAGES, FLUSH_SECONDS):
            self.results.flush()

    def list_answered(self) -> list[tuple[Host, Job, Outcome]]:
        """Return the fetches that have ended since; wait a little for the first."""
        done: list[tuple[Host, Job, Outcome]] = []
        try:
            done.append(self.answered.get(timeout=WAIT_SECONDS))
            while True:
                done.append(self.answered.get_nowait())
        except Empty:
            return done

    def take_kept(self, *, most_left: int) -> None:
        """Take in the pages that the WARC has, in their order; wait until at most so many are left to write."""
        while self.keeping and (len(self.keeping) > most_left or self.keeping[0][1].done()):
            item, kept = self.keeping.popleft()
            self.results.take(item, kept.result())

    def tell_all(self) -> None:
        """Tell the frontier of every page whose answer has come."""
        self.take_kept(most_left=0)
        self.results.flush()

    def rest(self, host: Host, job: Job, answer: HttpResponse | FetchFailure | None) -> None:
        """Space the host's next request from the one that just ended, by what was asked and answered."""
        urls = (job.url, answer.final_url) if isinstance(answer, HttpResponse) else (job.url,)
        host.rest(time.monotonic(), answer, crawl_delay_seconds=self.book.find_delay(*urls))
        self.leases.note_pause(host)
        if host.is_silent:
            self.leave(host)

    def leave(self, host: Host) -> None:
        """Ask a silent host for nothing else in this run: its pages wait, with no attempt counted; its polls failed."""
        jobs, host.queue = host.queue, []
        for job in jobs:
            if isinstance(job, PageJob) and not job.led_to:
                self.postpone(job)
            else:
                self.settle(job, make_failure_of_silence(job, host))

    def postpone(self, job: PageJob) -> None:
        """Have a page wait that is not asked for in this run; it counts as no attempt, nor against the budget."""
        self.spent[job.item.source_id] -= 1
        self.results.postpone(job.item)

    def turn_back(self, host: Host, job: Job, wanted: RulesWantedError) -> None:
        """Read the rules that were wanted and try again; put the job off where its origin cannot say them."""
        if wanted.hops:
            self.rest(host, job, None)
        if not isinstance(job, RobotsJob):
            job = replace(job, awaits=wanted.origin)
        if wanted.origin in self.led_origins:
            host.queue.insert(0, job)
            return
        if self.is_tired(job, wanted.origin):
            return
        rules = self.book.rules.get(wanted.origin)
        if rules is None or rules.failure is None:
            host.queue[:0] = [*look_up_rules(self.edge, self.book, wanted.origin), job]
            return
        failure = make_failure_of_origin(job, wanted.origin, rules.failure)
        if isinstance(job, PageJob) and failure.is_transient and not (wanted.hops or job.led_to):
            self.postpone(job)
        else:
            self.settle(job, failure)

    def lead(self, host: Host, job: Job, url: str) -> None:
        """Have the job go on at the host that a redirect led to, when that one's lease and pace allow."""
        self.rest(host, job, None)
        if self.is_tired(job, url):
            return
        queue = self.find_host(host_name(url)).queue
        if isinstance(job, RobotsJob):  # Its pages wait, and those of the other host may wait for it in turn.
            self.led_origins.add(job.origin)
            queue.insert(0, replace(job, led_to=url))
        else:
            queue.append(replace(job, led_to=url))

    def is_tired(self, job: Job, where: str) -> bool:
        """Count a job that did not come to its end; give it up where redirects led it to too many places."""
        self.turned_back[job.name] += 1
        if self.turned_back[job.name] <= 2 * (self.edge.settings.max_redirects + 1):
            return False
        detail = f"over {self.edge.settings.max_redirects} redirects to other hosts, then {where}"
        self.settle(job, make_failure(job, Reason.TOO_MANY_REDIRECTS, detail, is_transient=False))
        return True

    def settle(self, job: Job, answer: HttpResponse | FetchFailure) -> None:
        """Take in one answer by what was asked."""
        match job:
            case RobotsJob():
                self.led_origins.discard(job.origin)
                del self.turned_back[job.name]  # The next reading of it is another.
                enter_rules(self.edge, self.book, job, answer)
            case PollJob():
                self.enqueue_polls(settle_poll(self.edge, job, answer, self.run_id))
                self.leases.renew_at = 0.0  # It may have named pages of hosts we have no lease of.
            case PageJob(item=item) if isinstance(answer, HttpResponse) and answer.status != HTTPStatus.NOT_MODIFIED:
                rules = self.book.rules.get(find_origin(answer.final_url))
                self.keeping.append((item, self.keeper.submit(self.results.keep, item, answer, rules)))
            case PageJob(item=item):
                self.results.take(item, answer)
