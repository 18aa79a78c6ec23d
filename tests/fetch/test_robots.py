import hashlib
import pickle
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.fetch.pacing import choose_pause, choose_retry
from warraq.fetch.robots import (
    allows,
    crawl_delay,
    list_refused_ai_agents,
    parse_rules,
    read_reservations,
    rules_for,
)
from warraq.model import FetchFailure, HttpResponse, Reason

AGENT = "warraq/0.1 (news archive; contact: desk@press.example)"
URL = "https://news.example/politics/1"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def fail(reason: Reason, status: int | None = None) -> FetchFailure:
    return FetchFailure(requested_url=URL, reason=reason, detail="", is_transient=True, status=status)


def respond(body: bytes, status: int = 200) -> HttpResponse:
    return HttpResponse(
        requested_url=URL,
        final_url=URL,
        status=status,
        request_head=b"",
        response_head=b"",
        headers=(),
        body=body,
        ip_address="",
        fetched_at=NOW,
        elapsed_ms=0,
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(b"User-agent: *\nDisallow: /politics", False, id="for all"),
        pytest.param(b"User-agent: *\nDisallow: /politics\n\nUser-agent: warraq\nAllow: /", True, id="our own group"),
        pytest.param(b"User-agent: warraq/0.1 (news)\nDisallow: /", False, id="our own name with a version"),
        pytest.param(b"User-agent: archive\nDisallow: /", True, id="a word of our header is not our name"),
        pytest.param(b"\xef\xbb\xbfUser-agent: *\nDisallow: /", False, id="byte order mark"),
        pytest.param(b"<html>User-agent: *\nDisallow: /", True, id="a page in its place"),
        pytest.param(b"", True, id="empty"),
        pytest.param(b"\0\xff\xfe", True, id="rubbish"),
        pytest.param(b"User-agent: *\nDisallow: /*.pdf$\nDisallow: /pol*/1$", False, id="wildcards"),
    ],
)
def test_rules_are_obeyed(content: bytes, expected: bool) -> None:  # noqa: FBT001 -- The literal expectation.
    assert allows(parse_rules(content), URL, AGENT) is expected


def test_only_the_first_512_kib_count_and_no_line_is_cut_in_half() -> None:
    head = b"User-agent: *\n"
    line = b"Disallow: /archive/of/old/pages\n"
    padding = b"#" * (524_288 - len(head) - 11) + b"\n"

    rules = parse_rules(head + padding + line + b"Disallow: /politics\n")

    assert allows(rules, URL, AGENT)
    assert allows(rules, "https://news.example/archive/of/old/pages", AGENT)


def test_rules_keep_the_digest_of_what_was_served_and_travel_between_processes() -> None:
    rules = parse_rules(b"User-agent: *\nCrawl-delay: 7\nSitemap: https://news.example/s.xml\n")

    assert (
        rules.content_sha256
        == hashlib.sha256(b"User-agent: *\nCrawl-delay: 7\nSitemap: https://news.example/s.xml\n").digest()
    )
    assert pickle.loads(pickle.dumps(rules)) == rules  # noqa: S301 -- Written on the same line.
    assert crawl_delay(rules, AGENT) == 7.0


def test_a_request_rate_is_a_delay_too() -> None:
    assert crawl_delay(parse_rules(b"User-agent: *\nRequest-rate: 1/20\nCrawl-delay: 5"), AGENT) == 20.0
    assert crawl_delay(parse_rules(b"User-agent: *\nCrawl-delay: soon"), AGENT) is None


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        pytest.param(fail(Reason.NOT_FOUND, 404), True, id="404"),
        pytest.param(fail(Reason.FORBIDDEN, 403), True, id="403"),
        pytest.param(fail(Reason.EMPTY_PAGE, 200), True, id="empty"),
        pytest.param(fail(Reason.TOO_MANY_REDIRECTS), True, id="redirects"),
        pytest.param(fail(Reason.RATE_LIMITED, 429), False, id="429"),
        pytest.param(fail(Reason.SERVER_ERROR, 503), False, id="503"),
        pytest.param(fail(Reason.TIMEOUT), False, id="timeout"),
        pytest.param(fail(Reason.BLOCKED_ADDRESS), False, id="blocked"),
        pytest.param(respond(b"User-agent: *\nDisallow: /politics"), False, id="rules"),
        pytest.param(respond(b"User-agent: *\nDisallow: /sports"), True, id="other rules"),
    ],
)
def test_what_became_of_robots_txt_decides(outcome: HttpResponse | FetchFailure, *, expected: bool) -> None:
    assert allows(rules_for(outcome), URL, AGENT) is expected


def test_an_unreachable_host_is_denied_only_for_now() -> None:
    assert rules_for(fail(Reason.SERVER_ERROR, 500)).is_provisional
    assert not rules_for(fail(Reason.NOT_FOUND, 404)).is_provisional


def test_a_304_is_no_rules() -> None:
    with pytest.raises(ValueError, match="keep those that were cached"):
        rules_for(respond(b"", 304))


def test_refused_ai_agents_are_listed() -> None:
    rules = parse_rules(b"User-agent: GPTBot\nUser-agent: CCBot\nDisallow: /\n\nUser-agent: *\nAllow: /")

    assert list_refused_ai_agents(rules, URL) == ("CCBot", "GPTBot")


@given(st.binary(max_size=2_000), st.text(max_size=50))
def test_no_bytes_make_the_rules_raise(content: bytes, path: str) -> None:
    rules = parse_rules(content)

    assert allows(rules, f"https://news.example/{path}", AGENT) in {True, False}
    assert (crawl_delay(rules, AGENT) or 0.0) >= 0.0


def test_reservations_are_read_from_headers_and_head() -> None:
    headers = (("x-robots-tag", "noai, NoImageAI"), ("x-robots-tag", "googlebot: noindex"), ("tdm-reservation", "1"))
    head = b"<head><META content='index, follow' NAME=\"robots\"><meta name=tdm-policy content=https://news.example/p>"

    found = read_reservations(headers, head)

    assert (found.noai, found.noindex, found.tdm_reservation) == (True, False, True)
    assert found.tdm_policy == "https://news.example/p"
    assert found.directives == ("follow", "index", "noai", "noimageai")


def test_a_page_that_says_nothing_reserves_nothing() -> None:
    found = read_reservations((), b"<meta charset=utf-8><meta name=description content='noai'>")

    assert (found.noai, found.noindex, found.tdm_reservation, found.directives) == (False, False, None, ())


@given(st.binary(max_size=500))
def test_no_bytes_make_reservations_raise(content: bytes) -> None:
    read_reservations((("x-robots-tag", content.decode("latin-1")),), b"<meta " + content + b">")


def test_the_longest_wait_holds() -> None:
    assert choose_pause(delay_seconds=1.0) == 1.0
    assert choose_pause(delay_seconds=1.0, crawl_delay_seconds=10.0) == 10.0
    assert choose_pause(delay_seconds=1.0, crawl_delay_seconds=86_400.0) == 300.0
    assert choose_pause(delay_seconds=1.0, retry_after_seconds=3_600.0) == 3_600.0


def test_attempts_double_their_wait_up_to_a_day() -> None:
    waits = [choose_retry(attempts=attempts, retry_seconds=60.0) for attempts in (1, 2, 3, 5_000)]

    assert waits == [60.0, 120.0, 240.0, 86_400.0]
    assert choose_retry(attempts=1, retry_seconds=60.0, retry_after_seconds=2.0) == 2.0
    assert choose_retry(attempts=1, retry_seconds=60.0, retry_after_seconds=0.0) == 1.0
    assert choose_retry(attempts=2, retry_seconds=60.0, retry_after_seconds=0.0) == 120.0
    assert choose_retry(attempts=2, retry_seconds=60.0, retry_after_seconds=500.0) == 500.0
