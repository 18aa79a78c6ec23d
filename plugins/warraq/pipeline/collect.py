"""Collect one lane: poll its sources, fetch what the frontier wants, keep every page raw.

State moves in this order, so that a kill between any two steps loses nothing: a feed's watermark with its entries in
one transaction; a page's WARC record on disk; then the frontier hears that it was fetched.
"""

import time
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from secrets import token_hex

from warraq import store
from warraq.archive.writer import WarcWriter
from warraq.fetch.client import Client
from warraq.fetch.pacing import choose_retry
from warraq.fetch.robots import allows, rules_for
from warraq.model import FetchFailure, FrontierItem, HttpResponse, RawLocation, Reason, Source
from warraq.pipeline.edge import Edge
from warraq.pipeline.hosts import Host, Job, PageJob, RobotsJob, group_by_host
from warraq.pipeline.poll import PollJob, settle_poll
from warraq.urls import is_own_host

THREADS = 32  # Fetches under way at once in one lane, each to another host.
FLUSH_PAGES = 50  # Pages told to the frontier in one transaction.
FLUSH_SECONDS = 2.0
PATIENCE_SECONDS = 5.0  # A lane waits for what comes due this soon; the rest is the next run's.
HELD_SECONDS = 1.0  # Between two looks at a host that another worker holds; less where leases are short.
QUEUE_PAGES = 100  # Pages read from the frontier for one host at a time.
NOT_MODIFIED = 304


def fetch_lane(edge: Edge, *, run_id: str, lane: int, sources: Sequence[Source], polls: Iterable[PollJob]) -> None:
    """Fetch until the lane's sources have nothing due or the time budget is spent; the rest stays in the frontier.

    Raises ``TransientError`` where the database goes away; what was fetched by then is on disk and is salvaged.
    """
    with (
        Client(edge.settings) as client,
        WarcWriter(edge.settings.raw_folder, name_warc(edge.clock(), lane)) as warc,
        ThreadPoolExecutor(THREADS, thread_name_prefix="fetch") as threads,
    ):
        loop = Lane(edge=edge, run_id=run_id, sources=sources, client=client, warc=warc, threads=threads)
        loop.enqueue_polls(polls)
        try:
            loop.run()
        finally:
            loop.release()


def name_warc(now: datetime, lane: int) -> str:
    """Return a name no other WARC has: the time it was begun, its lane and eight random digits."""
    return f"warraq-{now:%Y%m%dT%H%M%S}-{lane:03d}-{token_hex(4)}"


@dataclass(slots=True, kw_only=True)
class Lane:
    """The state of one lane's loop. Threads only fetch; this thread alone writes the WARC and the database."""

    edge: Edge
    run_id: str
    sources: Sequence[Source]
    client: Client
    warc: WarcWriter
    threads: ThreadPoolExecutor
    holder: str = field(default_factory=store.make_holder)
    hosts: dict[str, Host] = field(default_factory=dict)
    waiting_polls: dict[str, list[PollJob]] = field(default_factory=dict)  # Polls of hosts not leased yet.
    in_flight: dict[Future[HttpResponse | FetchFailure], tuple[Host, Job]] = field(default_factory=dict)
    spent: Counter[str] = field(default_factory=Counter)  # Pages asked of each source in this run.
    fetched: list[tuple[FrontierItem, HttpResponse, RawLocation]] = field(default_factory=list)
    not_modified: list[FrontierItem] = field(default_factory=list)
    failed: list[tuple[FrontierItem, FetchFailure, datetime | None]] = field(default_factory=list)
    flushed_at: float = field(default_factory=time.monotonic)
    progress_at: float = field(default_factory=time.monotonic)
    leased_at: float = float("-inf")
    deadline: float = field(default=0.0)

    def __post_init__(self) -> None:
        """Start the time budget."""
        self.deadline = time.monotonic() + self.edge.settings.lane_seconds

    def run(self) -> None:
        """Turn the loop until nothing is due or the time is spent; then wait for what is under way."""
        while time.monotonic() < self.deadline:
            self.lease_hosts()
            self.fill_queues()
            self.submit_ready()
            if not self.in_flight and not self.await_next():
                break
            self.settle_finished()
        while self.in_flight:
            self.lease_hosts()
            self.settle_finished()
        self.flush()

    def enqueue_polls(self, polls: Iterable[PollJob]) -> None:
        """Put polls before the pages of their hosts."""
        for name, jobs in group_by_host(polls).items():
            if name in self.hosts:
                self.hosts[name].queue[:0] = jobs
            else:
                self.waiting_polls.setdefault(name, []).extend(jobs)

    def lease_hosts(self) -> None:
        """Renew our leases and take those of hosts that have work; every third of a lease, sooner for new polls."""
        now = time.monotonic()
        if now - self.leased_at < self.edge.settings.lease_seconds / 3 and not self.waiting_polls:
            return
        self.leased_at = now
        at = self.edge.clock()
        source_ids = [source.source_id for source in self.sources]
        due = store.list_due_hosts(self.edge.connection, source_ids=source_ids, now=at)
        wanted = sorted({*self.hosts, *self.waiting_polls, *due})
        leased = store.lease_hosts(
            self.edge.connection,
            hosts=wanted,
            holder=self.holder,
            now=at,
            lease_seconds=self.edge.settings.lease_seconds,
        )
        for name, next_allowed_at in leased.items():
            if name not in self.hosts:
                self.hosts[name] = self.make_host(name, max(0.0, (next_allowed_at - at).total_seconds()))
            self.hosts[name].queue[:0] = self.waiting_polls.pop(name, [])
            self.hosts[name].is_drained = False
        for name in self.hosts.keys() - leased.keys():
            if not self.hosts[name].is_busy:
                del self.hosts[name]

    def make_host(self, name: str, wait_seconds: float) -> Host:
        """Return the host with the delay its source asks for, else the setting's."""
        asked = [source.delay_seconds for source in self.sources if is_own_host(name, source)]
        delay = next((delay for delay in asked if delay is not None), self.edge.settings.host_delay_seconds)
        return Host(name=name, delay_seconds=delay, ready_at=time.monotonic() + wait_seconds)

    def fill_queues(self) -> None:
        """Read what is due from the frontier for every idle host, as far as its sources' page budgets go."""
        for host in self.hosts.values():
            if host.queue or host.is_busy or host.is_drained:
                continue
            self.flush()  # Else the pages just fetched would still be listed as waiting.
            items = store.list_due(
                self.edge.connection,
                host=host.name,
                budgets=self.find_budgets(),
                now=self.edge.clock(),
                limit=QUEUE_PAGES,
            )
            self.spent.update(item.source_id for item in items)
            host.queue.extend(PageJob(item=item) for item in items)
            host.is_drained = not items
            if host.rules is not None and host.rules.is_provisional:
                self.put_off(host, None)

    def put_off(self, host: Host, answer: HttpResponse | FetchFailure | None) -> None:
        """Ask nothing more of a host that cannot say what it allows: what is queued for it is tried again later."""
        detail = f"robots.txt cannot be had: {answer.detail}" if isinstance(answer, FetchFailure) else "as before"
        jobs, host.queue = host.queue, []
        for job in jobs:
            failure = FetchFailure(
                requested_url=job.url, reason=Reason.ROBOTS_DISALLOWED, detail=detail, is_transient=True
            )
            self.settle(host, job, failure)

    def submit_ready(self) -> None:
        """Send one request to every host whose time has come."""
        now = time.monotonic()
        for host in self.hosts.values():
            if host.is_ready(now) and len(self.in_flight) < THREADS:
                job = host.take_job()
                self.in_flight[self.threads.submit(self.fetch, host, job)] = (host, job)

    def fetch(self, host: Host, job: Job) -> HttpResponse | FetchFailure:
        """Fetch the job's address, conditionally where it was fetched before. Runs in a thread."""
        match job:
            case RobotsJob():
                return self.client.fetch(job.url)
            case PollJob(watermark=mark):
                etag, last_modified = mark.etag, mark.last_modified
            case PageJob(item=item):
                etag, last_modified = item.etag, item.last_modified
        rules, agent = host.rules, self.edge.settings.user_agent
        return self.client.fetch(
            job.url,
            etag=etag,
            last_modified=last_modified,
            allows=lambda url: rules is None or allows(rules, url, agent),
        )

    def await_next(self) -> bool:
        """Sleep until the next request may be sent; tell whether there is one soon enough to wait for."""
        self.flush()
        now = time.monotonic()
        queued = [host.ready_at - now for host in self.hosts.values() if host.queue]
        pause = min(queued, default=None)
        if pause is None:
            pause = self.find_pause()
        patience = self.edge.settings.lease_seconds + PATIENCE_SECONDS + max(queued, default=0.0)
        if pause is None or pause > self.deadline - now or now - self.progress_at > patience:
            return False
        time.sleep(max(pause, 0.01))
        self.leased_at = float("-inf")
        return True

    def find_pause(self) -> float | None:
        """Return the seconds until something may come due for us, or None where that is too far off."""
        soonest = store.find_soonest_due(self.edge.connection, source_ids=sorted(self.find_budgets()))
        if soonest is None and not self.waiting_polls:
            return None
        wait_for = (soonest - self.edge.clock()).total_seconds() if soonest else 0.0
        if wait_for <= 0 or self.waiting_polls:
            return min(HELD_SECONDS, self.edge.settings.lease_seconds / 3)
        return wait_for if wait_for <= PATIENCE_SECONDS else None

    def find_budgets(self) -> dict[str, int]:
        """Return the pages left to each source that has any left in this run."""
        left = {source.source_id: source.page_budget - self.spent[source.source_id] for source in self.sources}
        return {source_id: pages for source_id, pages in left.items() if pages > 0}

    def settle_finished(self) -> None:
        """Take in the answers that have come, and tell the frontier once enough have."""
        done, _ = wait(self.in_flight, timeout=0.2, return_when=FIRST_COMPLETED)
        for future in done:
            self.progress_at = time.monotonic()
            host, job = self.in_flight.pop(future)
            answer = future.result()
            self.settle(host, job, answer)
            asked = answer.retry_after_seconds if isinstance(answer, FetchFailure) else None
            host.rest(self.edge.settings.user_agent, time.monotonic(), asked)
        waiting = len(self.fetched) + len(self.not_modified) + len(self.failed)
        if waiting >= FLUSH_PAGES or (waiting and time.monotonic() - self.flushed_at > FLUSH_SECONDS):
            self.flush()

    def settle(self, host: Host, job: Job, answer: HttpResponse | FetchFailure) -> None:
        """Take in one answer by what was asked."""
        match job:
            case RobotsJob():
                host.rules = rules_for(answer)
                if host.rules.is_provisional:
                    self.put_off(host, answer)
            case PollJob():
                self.enqueue_polls(settle_poll(self.edge, job, answer, self.run_id))
                for other in self.hosts.values():
                    other.is_drained = False
                self.leased_at = float("-inf")
            case PageJob(item=item):
                self.settle_page(item, answer)

    def settle_page(self, item: FrontierItem, answer: HttpResponse | FetchFailure) -> None:
        """Write a page to the WARC, or note that it has not changed, or why it could not be had."""
        if isinstance(answer, FetchFailure):
            self.failed.append((item, answer, self.find_retry(item, answer)))
        elif answer.status == NOT_MODIFIED:
            self.not_modified.append(item)
        else:
            location = self.warc.append_response(answer, url_key=item.url_key)
            self.fetched.append((item, answer, location))

    def find_retry(self, item: FrontierItem, failure: FetchFailure) -> datetime | None:
        """Return when to try again, or None for never."""
        settings = self.edge.settings
        if not failure.is_transient or item.attempts + 1 >= settings.max_attempts:
            return None
        seconds = choose_retry(
            attempts=item.attempts + 1,
            retry_seconds=settings.retry_seconds,
            retry_after_seconds=failure.retry_after_seconds,
        )
        return self.edge.clock() + timedelta(seconds=seconds)

    def flush(self) -> None:
        """Put the WARC on disk, then tell the frontier."""
        self.flushed_at = time.monotonic()
        if not (self.fetched or self.not_modified or self.failed):
            return
        self.warc.sync()
        store.record_fetches(
            self.edge.connection,
            run_id=self.run_id,
            now=self.edge.clock(),
            fetched=self.fetched,
            not_modified=self.not_modified,
            failed=self.failed,
        )
        self.fetched, self.not_modified, self.failed = [], [], []

    def release(self) -> None:
        """Give the hosts back, with the time their next request is allowed."""
        now, at = time.monotonic(), self.edge.clock()
        store.release_hosts(
            self.edge.connection,
            holder=self.holder,
            next_allowed={
                name: at + timedelta(seconds=max(0.0, host.ready_at - now)) for name, host in self.hosts.items()
            },
        )
