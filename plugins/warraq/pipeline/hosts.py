"""Keep a polite queue for each host: one request at a time, spaced by the delay its robots.txt and its source ask."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from warraq.fetch.pacing import choose_pause
from warraq.fetch.robots import RobotsRules, crawl_delay
from warraq.model import FrontierItem
from warraq.pipeline.poll import PollJob


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsJob:
    """Fetch a host's robots.txt."""

    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageJob:
    """Fetch a page the frontier wants."""

    item: FrontierItem

    @property
    def url(self) -> str:
        """Return the page's address."""
        return self.item.url


Job = RobotsJob | PollJob | PageJob


@dataclass(slots=True, kw_only=True)
class Host:
    """A host whose lease this lane holds."""

    name: str
    delay_seconds: float
    ready_at: float  # On the monotonic clock.
    rules: RobotsRules | None = None
    queue: list[Job] = field(default_factory=list)
    is_busy: bool = False
    is_drained: bool = False  # The frontier had nothing due for it when last asked.

    def is_ready(self, now: float) -> bool:
        """Tell whether a request may be sent at ``now`` (monotonic)."""
        return not self.is_busy and self.ready_at <= now and bool(self.queue)

    def take_job(self) -> Job:
        """Return the next job; robots.txt comes before everything else on its host."""
        self.is_busy = True
        return self.queue.pop(0) if self.rules is not None else RobotsJob(url=robots_url(self.queue[0].url))

    def rest(self, user_agent: str, now: float, retry_after_seconds: float | None = None) -> None:
        """Space the next request from the one that just ended; ``Retry-After`` holds for the whole host."""
        asked = crawl_delay(self.rules, user_agent) if self.rules is not None else None
        self.is_busy = False
        self.ready_at = now + choose_pause(
            delay_seconds=self.delay_seconds, crawl_delay_seconds=asked, retry_after_seconds=retry_after_seconds
        )


def robots_url(url: str) -> str:
    """Return the address of the robots.txt that governs ``url``."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/robots.txt"


def host_name(url: str) -> str:
    """Return the name that a host's lease goes by: lower case, without the port."""
    return urlsplit(url).hostname or ""


def group_by_host(jobs: Iterable[PollJob]) -> Mapping[str, list[PollJob]]:
    """Return the jobs by the host they go to."""
    grouped: dict[str, list[PollJob]] = {}
    for job in jobs:
        grouped.setdefault(host_name(job.url), []).append(job)
    return grouped
