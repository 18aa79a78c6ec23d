"""Keep a polite queue for each host: one request at a time, spaced by the delay its robots.txt and its source ask."""

from dataclasses import dataclass, field

from warraq.fetch.pacing import choose_pause
from warraq.model import FetchFailure, FrontierItem, HttpResponse, KeptRobots, Reason
from warraq.pipeline.poll import PollJob

NEVER = float("-inf")
REFUSED = frozenset({Reason.BAD_URL, Reason.BLOCKED_ADDRESS})  # By our own guard, today and tomorrow.
SILENT = frozenset({Reason.CONNECT, Reason.DNS, Reason.TIMEOUT})  # Nobody is there, or nobody says a word.
MAX_SILENCES = 3  # In a row; each costs a lane up to WARRAQ_FETCH_SECONDS.
BUSY_STATUSES = frozenset({429, 503})  # Their Retry-After is about the server; that of others about the page.


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsJob:
    """Fetch an origin's robots.txt, or hear that what is kept of it still holds."""

    origin: str
    kept: KeptRobots | None = None
    led_to: str | None = None  # Where redirects from the origin have led.

    @property
    def name(self) -> str:
        """Return the address of the robots.txt."""
        return f"{self.origin}/robots.txt"

    @property
    def url(self) -> str:
        """Return the address to ask for."""
        return self.led_to or self.name

    @property
    def etag(self) -> str | None:
        """Return the validator to send, where one is kept."""
        return self.kept.etag if self.kept else None

    @property
    def last_modified(self) -> str | None:
        """Return the other one."""
        return self.kept.last_modified if self.kept else None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageJob:
    """Fetch a page the frontier wants."""

    item: FrontierItem
    led_to: str | None = None  # Where redirects from another host have led.
    awaits: str | None = None  # The origin on its way whose robots.txt is being read at another host.

    @property
    def name(self) -> str:
        """Return the address the page is known by."""
        return self.item.url

    @property
    def url(self) -> str:
        """Return the address to ask for."""
        return self.led_to or self.item.url


Job = RobotsJob | PollJob | PageJob


@dataclass(slots=True, kw_only=True)
class Host:
    """A host this lane has work for. Nothing is sent to it but under a lease."""

    name: str
    delay_seconds: float
    leased_until: float = NEVER  # On the monotonic clock, as are the other times.
    ready_at: float = NEVER
    crawl_delay_seconds: float | None = None  # As the origins of the last request ask.
    queue: list[Job] = field(default_factory=list)
    is_busy: bool = False
    asked_at: float = NEVER  # When the last request was sent.
    silences: int = 0  # Requests in a row that nobody answered.

    @property
    def is_silent(self) -> bool:
        """Tell whether so many requests went unanswered that no further one is worth its time in this run."""
        return self.silences >= MAX_SILENCES

    def is_ours(self, now: float) -> bool:
        """Tell whether the lease is surely ours."""
        return now < self.leased_until

    def is_ready(self, now: float) -> bool:
        """Tell whether a request may be sent."""
        return bool(self.queue) and not self.is_busy and self.ready_at <= now and self.is_ours(now)

    def is_idle(self, now: float) -> bool:
        """Tell whether the host is ours and has nothing left to do."""
        return not self.queue and not self.is_busy and self.is_ours(now)

    def find_wait(self, now: float) -> float:
        """Return the seconds in which nobody may ask the host; a request under way counts as just sent."""
        pause = choose_pause(delay_seconds=self.delay_seconds, crawl_delay_seconds=self.crawl_delay_seconds)
        return max(pause if self.is_busy else 0.0, self.ready_at - now, 0.0)

    def rest(
        self, now: float, answer: HttpResponse | FetchFailure | None, *, crawl_delay_seconds: float | None
    ) -> None:
        """Space the next request from the one that just ended; what a busy host asks for holds for all of it."""
        asked = (
            answer.retry_after_seconds if isinstance(answer, FetchFailure) and answer.status in BUSY_STATUSES else None
        )
        is_silence = isinstance(answer, FetchFailure) and answer.reason in SILENT
        self.silences = self.silences + 1 if is_silence else 0
        self.crawl_delay_seconds = crawl_delay_seconds
        self.ready_at = now + choose_pause(
            delay_seconds=self.delay_seconds,
            crawl_delay_seconds=crawl_delay_seconds,
            retry_after_seconds=asked,
        )

    def lose(self) -> list[FrontierItem]:
        """Note that another lane has the lease; return the pages that are its own to find now.

        Polls stay, and pages that were led here: theirs is another host's lease.
        """
        self.leased_until = NEVER
        lost = [job for job in self.queue if isinstance(job, PageJob) and not job.led_to]
        self.queue = [job for job in self.queue if job not in lost]
        return [job.item for job in lost]


def make_failure_of_origin(job: Job, origin: str, failure: FetchFailure) -> FetchFailure:
    """Return the failure of a job at an origin whose robots.txt cannot be had; lasting where we refuse to dial."""
    detail = f"robots.txt of {origin} cannot be had: {failure.detail}"
    return make_failure(job, failure.reason, detail, is_transient=failure.reason not in REFUSED)


def make_failure_of_silence(job: Job, host: Host) -> FetchFailure:
    """Return the failure of a job at a host that has left so many requests unanswered."""
    detail = f"{host.name} left {host.silences} requests in a row unanswered: it is asked again in the next run"
    return make_failure(job, Reason.TIMEOUT, detail, is_transient=True)


def make_failure(job: Job, reason: Reason, detail: str, *, is_transient: bool) -> FetchFailure:
    """Return the failure of a job whose next request was not sent."""
    return FetchFailure(requested_url=job.name, reason=reason, detail=detail, is_transient=is_transient)
