"""How long an origin's robots.txt is believed, and what holds while it cannot be had (RFC 9309, 2.3.1 and 2.4)."""

from dataclasses import replace
from datetime import datetime, timedelta
from http import HTTPStatus

from warraq import store
from warraq.discover.freshness import read_freshness
from warraq.fetch.robots import RobotsRules, rules_for
from warraq.model import FetchFailure, HttpResponse, KeptRobots
from warraq.pipeline.clocks import is_to_come
from warraq.pipeline.edge import Edge
from warraq.pipeline.hosts import RobotsJob
from warraq.pipeline.rules import RuleBook

LONGEST = timedelta(days=1)  # RFC 9309, 2.4; and what holds where the answer does not say.
SHORTEST = timedelta(hours=1)
# An origin that cannot be reached goes by its last word for a week, and is asked again before long.
STALE = timedelta(days=7)
STALE_RETRY = timedelta(minutes=10)


def look_up_rules(edge: Edge, book: RuleBook, origin: str) -> list[RobotsJob]:
    """Enter the rules that a lane or run has read of late; return the job of reading them where none has."""
    kept = store.find_robots(edge.connection, origin)
    now = edge.clock()
    if kept is None or kept.expires_at <= now or is_to_come(kept.fetched_at, now):
        return [RobotsJob(origin=origin, kept=kept)]
    book.rules[origin] = make_rules(kept)
    return []


def enter_rules(edge: Edge, book: RuleBook, job: RobotsJob, answer: HttpResponse | FetchFailure) -> None:
    """Enter what an answer for robots.txt means, and keep it for the other lanes and runs."""
    kept = settle_robots(job.origin, job.kept, answer, edge.clock())
    if kept is not None:
        store.save_robots(edge.connection, kept)
    book.rules[job.origin] = make_rules(kept) if kept else rules_for(answer)


def make_rules(kept: KeptRobots) -> RobotsRules:
    """Return the rules that were kept."""
    return RobotsRules(text=kept.content, content_sha256=kept.content_sha256)


def settle_robots(
    origin: str, kept: KeptRobots | None, answer: HttpResponse | FetchFailure, now: datetime
) -> KeptRobots | None:
    """Return what is to be kept of the origin's rules, or None where it forbids everything for want of an answer."""
    if isinstance(answer, HttpResponse):
        expires_at = now + choose_lifetime(answer, now)
        if answer.status == HTTPStatus.NOT_MODIFIED and kept is not None:
            return replace(kept, fetched_at=now, expires_at=expires_at)
        return write_rules(origin, answer, rules_for(answer), now, expires_at)
    rules = rules_for(answer)
    if not rules.is_provisional:
        return write_rules(origin, answer, rules, now, now + LONGEST)
    if kept is not None and now - kept.fetched_at <= STALE:
        return replace(kept, expires_at=now + STALE_RETRY)
    return None


def choose_lifetime(answer: HttpResponse, now: datetime) -> timedelta:
    """Return how long the answer is believed: as it says, between an hour and a day."""
    return min(max(read_freshness(answer.header, now) or LONGEST, SHORTEST), LONGEST)


def write_rules(
    origin: str, answer: HttpResponse | FetchFailure, rules: RobotsRules, now: datetime, expires_at: datetime
) -> KeptRobots:
    """Return the rules as they are kept; Postgres holds no NUL, and no rule needs one."""
    headers = dict(answer.headers) if isinstance(answer, HttpResponse) else {}
    return KeptRobots(
        origin=origin,
        content=rules.text.replace("\0", ""),
        content_sha256=rules.content_sha256,
        http_status=answer.status,
        etag=headers.get("etag"),
        last_modified=headers.get("last-modified"),
        fetched_at=now,
        expires_at=expires_at,
    )
