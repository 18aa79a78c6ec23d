"""robots.txt between two askings: what is kept, how long, and what holds when nobody answers."""

from datetime import UTC, datetime, timedelta

import pytest

from warraq.model import FetchFailure, HttpResponse, KeptRobots, Reason
from warraq.pipeline.robots_cache import settle_robots

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
ORIGIN = "https://n.example"
TEXT = "User-agent: *\nDisallow: /private/\n"


def answer(status: int = 200, body: str = TEXT, **headers: str) -> HttpResponse:
    return HttpResponse(
        requested_url=f"{ORIGIN}/robots.txt",
        final_url=f"{ORIGIN}/robots.txt",
        status=status,
        request_head=b"",
        response_head=b"",
        headers=tuple((name.replace("_", "-"), value) for name, value in headers.items()),
        body=body.encode(),
        ip_address="192.0.2.1",
        fetched_at=NOW,
        elapsed_ms=1,
    )


def failure(status: int | None, reason: Reason) -> FetchFailure:
    return FetchFailure(requested_url=ORIGIN, reason=reason, detail="", is_transient=True, status=status)


def keep(*, hours_ago: int) -> KeptRobots:
    return KeptRobots(
        origin=ORIGIN,
        content=TEXT,
        content_sha256=b"\1" * 32,
        http_status=200,
        etag='"1"',
        last_modified=None,
        fetched_at=NOW - timedelta(hours=hours_ago),
        expires_at=NOW - timedelta(hours=hours_ago - 24),
    )


@pytest.mark.parametrize(
    ("control", "hours"),
    [
        pytest.param("", 24, id="nothing_said"),
        pytest.param("max-age=10800", 3, id="three_hours"),
        pytest.param("max-age=60", 1, id="too_short"),
        pytest.param("max-age=999999", 24, id="too_long"),
        pytest.param("no-store", 24, id="no_store"),
    ],
)
def test_what_is_served_is_kept_as_long_as_it_says_within_a_day(control: str, hours: int) -> None:
    kept = settle_robots(ORIGIN, None, answer(cache_control=control, etag='"7"'), NOW)

    assert kept is not None
    assert (kept.content, kept.http_status, kept.etag) == (TEXT, 200, '"7"')
    assert kept.expires_at - NOW == timedelta(hours=hours)


def test_a_304_renews_what_is_kept() -> None:
    kept = settle_robots(ORIGIN, keep(hours_ago=30), answer(304, ""), NOW)

    assert kept is not None
    assert (kept.content, kept.etag, kept.fetched_at) == (TEXT, '"1"', NOW)
    assert kept.expires_at == NOW + timedelta(days=1)


def test_a_4xx_allows_everything_for_a_day() -> None:
    kept = settle_robots(ORIGIN, keep(hours_ago=30), failure(404, Reason.NOT_FOUND), NOW)

    assert kept is not None
    assert (kept.content, kept.http_status, kept.content_sha256) == ("", 404, None)
    assert kept.expires_at == NOW + timedelta(days=1)


@pytest.mark.parametrize(
    "failure",
    [
        pytest.param(failure(503, Reason.SERVER_ERROR), id="server_error"),
        pytest.param(failure(429, Reason.RATE_LIMITED), id="rate_limited"),
        pytest.param(failure(None, Reason.TIMEOUT), id="no_answer"),
    ],
)
def test_an_origin_that_cannot_answer_goes_by_its_last_word_for_a_week(failure: FetchFailure) -> None:
    young, old = (settle_robots(ORIGIN, keep(hours_ago=hours), failure, NOW) for hours in (168, 169))

    assert young is not None
    assert (young.content, young.fetched_at) == (TEXT, NOW - timedelta(hours=168))
    assert young.expires_at == NOW + timedelta(minutes=10)
    assert old is None
    assert settle_robots(ORIGIN, None, failure, NOW) is None


def test_what_postgres_cannot_hold_is_left_out() -> None:
    kept = settle_robots(ORIGIN, None, answer(body="User-agent: *\nDisallow: /a\0b\n"), NOW)

    assert kept is not None
    assert kept.content == "User-agent: *\nDisallow: /ab\n"
