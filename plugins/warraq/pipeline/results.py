"""What a lane has fetched and not told the frontier yet: the WARC first, then the database."""

import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from warraq import store
from warraq.archive.reader import read_record
from warraq.archive.writer import WarcWriter
from warraq.errors import RejectedError
from warraq.fetch.pacing import choose_retry
from warraq.fetch.robots import RobotsRules, list_reservations
from warraq.model import FetchFailure, FrontierItem, HttpResponse, KeptPage, Permit, RawLocation, Reason
from warraq.pipeline.edge import Edge

PATIENCE_SECONDS = 5.0  # A lane waits for what comes due this soon; the rest is the next run's.


@dataclass(slots=True, kw_only=True)
class Results:
    """Answers to be told to the frontier in one transaction."""

    edge: Edge
    run_id: str
    warc: WarcWriter
    ends_at: datetime  # When the lane's time is spent.
    fetched: list[tuple[FrontierItem, KeptPage]] = field(default_factory=list)
    not_modified: list[FrontierItem] = field(default_factory=list)
    failed: list[tuple[FrontierItem, FetchFailure, datetime | None]] = field(default_factory=list)
    postponed: list[bytes] = field(default_factory=list)
    put_off: list[bytes] = field(default_factory=list)  # Those that the frontier was told of.
    flushed_at: float = field(default_factory=time.monotonic)

    def keep(self, item: FrontierItem, answer: HttpResponse, rules: RobotsRules | None) -> KeptPage | FetchFailure:
        """Write a page to the WARC; return where it lies, or why it may not be kept. For the writer's thread."""
        permit = Permit(
            robots_sha256=rules.content_sha256 if rules else None, reservations=list_reservations(answer, rules)
        )
        source = self.edge.sources.get(item.source_id)
        if permit.reservations and source and source.rights.obey_reservations:
            return refuse_reserved(answer, permit)
        return KeptPage(answer=answer, raw=self.write(item, answer), permit=permit)

    def write(self, item: FrontierItem, answer: HttpResponse) -> RawLocation:
        """Write the page, or where we hold the very same, that it was seen again; return where it lies."""
        if item.kept and item.kept.payload_sha256 == answer.body_sha256:
            try:
                kept = read_record(self.edge.settings.raw_folder, item.kept)
            except (OSError, RejectedError):
                kept = None  # It is not there any more: then this one is kept whole.
            if kept:
                self.warc.append_revisit(answer, url_key=item.url_key, of=kept)
                return item.kept
        return self.warc.append_response(answer, url_key=item.url_key)

    def take(self, item: FrontierItem, outcome: KeptPage | HttpResponse | FetchFailure) -> None:
        """Note that a page is in the WARC, that it has not changed (a response of status 304), or why it is neither."""
        match outcome:
            case KeptPage():
                self.fetched.append((item, outcome))
            case HttpResponse():
                self.not_modified.append(item)
            case FetchFailure():
                self.failed.append((item, outcome, self.find_retry(item, outcome)))

    def postpone(self, item: FrontierItem) -> None:
        """Have a page that could not be asked for wait as long as the lane goes on, with no attempt counted."""
        self.postponed.append(item.url_key)

    def release_postponed(self) -> None:
        """Have the pages that were put off come due again before long: the lane ends."""
        due_at = self.edge.clock() + timedelta(seconds=self.edge.settings.retry_seconds)
        store.bring_forward(self.edge.connection, url_keys=self.put_off, put_off_to=self.ends_at, due_at=due_at)
        self.put_off = []

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

    def is_worth_telling(self, pages: int, seconds: float) -> bool:
        """Tell whether so many pages have gathered, or any for so long."""
        gathered = len(self.fetched) + len(self.not_modified) + len(self.failed)
        return gathered >= pages or (gathered > 0 and time.monotonic() - self.flushed_at > seconds)

    def flush(self) -> None:
        """Put the WARC on disk, then tell the frontier."""
        self.flushed_at = time.monotonic()
        if self.postponed:
            # Due any sooner, those of many hosts would come back in turn, and the lane turn until its time is spent.
            store.put_off_pages(self.edge.connection, url_keys=self.postponed, due_at=self.ends_at)
            self.put_off += self.postponed
            self.postponed = []
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


def refuse_reserved(answer: HttpResponse, permit: Permit) -> FetchFailure:
    """Return the failure of a page that its publisher reserves and its source obeys."""
    return FetchFailure(
        requested_url=answer.requested_url,
        reason=Reason.RESERVED,
        detail=f"reserved from machines: {', '.join(permit.reservations)}",
        is_transient=False,
        status=answer.status,
        elapsed_ms=answer.elapsed_ms,
    )
