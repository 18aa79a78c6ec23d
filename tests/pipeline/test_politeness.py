"""A good neighbour: what a host says of itself holds for everything that is asked of it."""

import gzip
import itertools
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from warraq import store
from warraq.pipeline import collect
from warraq.pipeline.collect import fetch_lane
from warraq.pipeline.opening import open_pipeline
from warraq.pipeline.plan import deal_lanes
from warraq.pipeline.poll import list_due_polls

Answer = tuple[int, dict[str, str], bytes]
PAIR = ["response", "request"]  # What is written of a page fetched.
SOURCE = """\
id: quiet
name: Quiet
homepage: http://quiet.example/
language: en
time_zone: UTC
enabled: true
why: A test.
feeds:
  - http://quiet.example/feed
delay_seconds: 0
rights:
  store_full_text: true
evidence:
  - seen_on: "2026-11-23"
    says: Made for a test.
"""
FEED = b"""<rss version="2.0"><channel><title>q</title>
<item><link>/a</link></item><item><link>/b</link></item><item><link>/private/c</link></item></channel></rss>"""


@contextmanager
def serve(answer: Callable[[str], Answer], asked: list[str]) -> Iterator[int]:
    """Serve what ``answer`` says of each path, of another host after its name, on loopback; yield the port."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host = self.headers["Host"]
            asked.append(self.path if host == "quiet.example" else host + self.path)
            status, headers, body = answer(asked[-1])
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def hold(host: str, dsn: str, *, seconds: float) -> Iterator[list[float]]:
    """Have another lane take the host wherever it is free and keep it so long; yield the times it was taken at."""
    ends, stop, taken = time.monotonic() + seconds, threading.Event(), []

    def rival() -> None:
        connection = store.connect(dsn)
        while time.monotonic() < ends and not stop.is_set():
            now = datetime.now(UTC)
            if store.lease_hosts(connection, hosts=[host], holder="rival", now=now, lease_seconds=1.0) and not taken:
                taken.append(time.monotonic())
            stop.wait(0.2)
        connection.close()

    thread = threading.Thread(target=rival)
    thread.start()
    try:
        time.sleep(0.3)
        yield taken
    finally:
        stop.set()
        thread.join()


@pytest.fixture
def ingest_from(press: Any, tmp_path: Path) -> Callable[[Callable[[str], Answer]], list[str]]:
    """A function that ingests once from a host that answers as given, and returns the paths asked for."""

    def ingest(answer: Callable[[str], Answer]) -> list[str]:
        folder = tmp_path / "sources"
        folder.mkdir(exist_ok=True)
        (folder / "quiet.yaml").write_text(SOURCE, encoding="utf-8")
        asked: list[str] = []
        with serve(answer, asked) as port:
            hosts = (
                "quiet.example:80",
                "www.quiet.example:80",
                "zz.example:80",
                "loud.example:",
            )  # The last at every port.
            hosts += tuple(f"h{number}.example:80" for number in range(8))
            pins = {"WARRAQ_CONNECT_TO": ",".join(f"{host}:127.0.0.1:{port}" for host in hosts)}
            pins["WARRAQ_ONLY"] = "quiet"
            with open_pipeline({**press.environ, **pins, "WARRAQ_SOURCES": str(folder)}) as edge:
                run_id = f"ingest_news/{port}"
                press.finish(edge, run_id, press.plan(edge, run_id))
        return asked

    return ingest


def list_states(press: Any) -> list[tuple[str, str, int]]:
    """Return path, state and attempts of every page of the frontier."""
    rows = press.select("select url, state, attempts from ingest.frontier order by url")
    return [(row["url"].removeprefix("http://quiet.example"), row["state"], row["attempts"]) for row in rows]


def test_robots_txt_comes_first_and_what_it_forbids_is_never_asked(press: Any, ingest_from: Any) -> None:
    def answer(path: str) -> Answer:
        if path == "/robots.txt":
            return 200, {}, b"User-agent: *\nDisallow: /private/\n"
        return (200, {}, FEED) if path == "/feed" else (404, {}, b"")

    asked = ingest_from(answer)

    assert asked[:2] == ["/robots.txt", "/feed"]
    assert sorted(asked[2:]) == ["/a", "/b"]
    (row,) = press.select("select url, reason from ingest.quarantine where reason = 'robots_disallowed'")
    assert row["url"] == "http://quiet.example/private/c"


def test_a_host_that_cannot_say_its_rules_is_asked_nothing_and_loses_nothing(press: Any, ingest_from: Any) -> None:
    asked = ingest_from(lambda _: (503, {}, b""))

    assert asked == ["/robots.txt"]
    assert list_states(press) == []

    assert ingest_from(lambda _: (503, {}, b"")) == []  # The feed is put off: its failure was counted.


def test_a_page_refused_at_every_attempt_is_given_up(press: Any, ingest_from: Any) -> None:
    def busy(path: str) -> Answer:
        if path == "/feed":
            return 200, {}, FEED
        return (404, {}, b"") if path == "/robots.txt" else (503, {"Retry-After": "0"}, b"")

    press.environ |= {"WARRAQ_MAX_ATTEMPTS": "3", "WARRAQ_RETRY_SECONDS": "0.1"}
    ingest_from(busy)
    states = list_states(press)

    assert {state for _, state, _ in states} == {"done"}  # Three attempts, all refused: given up.
    assert len(press.select("select * from ingest.quarantine where reason = 'server_error'")) == 3


def test_retry_after_holds_for_the_whole_host(press: Any, ingest_from: Any) -> None:
    def answer(path: str) -> Answer:
        if path == "/feed":
            return 200, {}, FEED
        return (404, {}, b"") if path == "/robots.txt" else (429, {"Retry-After": "3600"}, b"")

    press.environ["WARRAQ_LANE_SECONDS"] = "20"
    asked = ingest_from(answer)

    assert len(asked) == 3  # Of the pages, one.
    states = list_states(press)
    assert {state for _, state, _ in states} == {"waiting"}
    assert sorted(attempts for _, _, attempts in states) == [0, 0, 1]


def test_an_origin_that_cannot_say_its_rules_costs_its_pages_no_attempt_and_others_nothing(
    press: Any, ingest_from: Any
) -> None:
    feed = FEED.replace(b"<link>/b</link>", b"<link>http://quiet.example:9/b</link>")

    def answer(path: str) -> Answer:
        return (200, {}, feed) if path == "/feed" else (404, {}, b"")

    asked = ingest_from(answer)

    assert asked[:2] == ["/robots.txt", "/feed"]
    assert sorted(asked[2:]) == ["/a", "/private/c"]
    assert ("http://quiet.example:9/b".removeprefix("http://quiet.example"), "waiting", 0) in list_states(press)


def test_a_page_whose_origin_cannot_say_its_rules_comes_due_again_once_its_lane_has_ended(
    press: Any, ingest_from: Any
) -> None:
    feed = FEED.replace(b"<link>/b</link>", b"<link>http://loud.example/b</link>")
    waits: list[float] = []

    def read_wait_of_page() -> float:
        (row,) = press.select(
            "select extract(epoch from due_at - now()) as s from ingest.frontier where url like '%%/b'"
        )
        return float(row["s"])

    def answer(path: str) -> Answer:
        if path == "loud.example/robots.txt":
            return 503, {}, b""
        if path == "/private/c":
            waits.append(read_wait_of_page())
        return (200, {}, feed) if path == "/feed" else (200, {}, b"User-agent: *\nCrawl-delay: 2")

    press.environ |= {"WARRAQ_LANE_SECONDS": "300", "WARRAQ_RETRY_SECONDS": "1"}
    asked = ingest_from(answer)

    assert asked.count("loud.example/robots.txt") == 1
    assert waits[0] > 250.0
    assert read_wait_of_page() < 1.0
    assert ("http://loud.example/b", "waiting", 0) in list_states(press)


def test_a_host_that_fell_silent_is_asked_three_times_in_a_run(press: Any, ingest_from: Any) -> None:
    feed = b"<rss version='2.0'><channel><title>q</title>%b</channel></rss>" % b"".join(
        b"<item><link>/%d</link></item>" % number for number in range(130)
    )

    def answer(path: str) -> Answer:
        if path in {"/feed", "/robots.txt"}:
            return (200, {}, feed) if path == "/feed" else (404, {}, b"")
        time.sleep(1.5)
        return 200, {}, b"<p>Too late.</p>"

    press.environ["WARRAQ_FETCH_SECONDS"] = "1"
    asked = ingest_from(answer)

    assert len(asked) == 5
    states = list_states(press)
    assert {state for _, state, _ in states} == {"waiting"}
    assert sorted(attempts for _, _, attempts in states) == [0] * 127 + [1] * 3
    with press.open() as edge:
        assert set(store.read_balance(edge.connection).values()) == {0}


def test_a_host_that_fell_silent_fails_its_other_feeds_unasked(
    press: Any, ingest_from: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    feeds = "".join(f"  - http://quiet.example/feed{number}\n" for number in range(8))
    monkeypatch.setitem(globals(), "SOURCE", SOURCE.replace("  - http://quiet.example/feed\n", feeds))

    def answer(path: str) -> Answer:
        if path != "/robots.txt":
            time.sleep(1.5)
        return 404, {}, b""

    press.environ["WARRAQ_FETCH_SECONDS"] = "1"
    asked = ingest_from(answer)

    assert asked == ["/robots.txt", "/feed0", "/feed1", "/feed2"]
    rows = press.select("select failures, remark from ingest.feed order by feed_url")
    assert [row["failures"] for row in rows] == [1] * 8
    assert rows[3]["remark"] == (
        "timeout: quiet.example left 3 requests in a row unanswered: it is asked again in the next run"
    )


def test_hosts_that_hang_do_not_keep_others_from_their_turn(
    press: Any, ingest_from: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collect, "MAX_IN_FLIGHT", 4)
    names = [f"h{number}.example" for number in range(8)]
    links = [*(f"http://{name}/{page}" for name in names for page in "ab"), "http://zz.example/a"]
    items = "".join(f"<item><link>{link}</link></item>" for link in links)
    feed = f"<rss version='2.0'><channel><title>q</title>{items}</channel></rss>".encode()

    def answer(path: str) -> Answer:
        if path.startswith("h") and not path.endswith("/robots.txt"):
            time.sleep(1.5)
        return (200, {}, feed) if path == "/feed" else (404, {}, b"")

    press.environ |= {"WARRAQ_FETCH_SECONDS": "1", "WARRAQ_HOST_DELAY_SECONDS": "0.2"}
    asked = ingest_from(answer)

    before = asked[: asked.index("zz.example/a")]
    pages = [path for path in before if path.startswith("h") and not path.endswith("/robots.txt")]
    assert 4 < len(pages) < 2 * len(names)  # Who comes first depends on the machine; it waited for all of them once.


def test_a_host_that_hangs_holds_no_other_hosts_place_for_long(
    press: Any, ingest_from: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collect, "MAX_IN_FLIGHT", 1)
    monkeypatch.setattr(collect, "HANGING_SECONDS", 0.5)
    monkeypatch.setattr(collect, "MAX_HANGING", 2)
    names = [f"h{number}.example" for number in range(4)]
    items = "".join(f"<item><link>http://{name}/a</link></item>" for name in names)
    feed = f"<rss version='2.0'><channel><title>q</title>{items}</channel></rss>".encode()
    times: list[float] = []

    def answer(path: str) -> Answer:
        if path.startswith("h"):
            times.append(time.monotonic())
            time.sleep(4.5)
        return (200, {}, feed) if path == "/feed" else (404, {}, b"")

    press.environ["WARRAQ_FETCH_SECONDS"] = "4"
    ingest_from(answer)

    first, _, third, fourth = times  # Of each host, its robots.txt.
    assert third - first < 3.0  # Two were hanging.
    assert fourth - first > 3.5  # Three are too many: one had to end.


def test_a_redirect_obeys_the_rules_of_the_host_it_leads_to(press: Any, ingest_from: Any) -> None:
    moved = {"/a": "http://www.quiet.example/a", "/b": "http://loud.example/b", "/private/c": "http://loud.example/c"}

    def answer(path: str) -> Answer:
        if path == "/feed":
            return 200, {}, FEED
        if path == "loud.example/robots.txt":
            return 200, {}, b"User-agent: *\nDisallow: /\n"
        return (301, {"Location": moved[path]}, b"") if path in moved else (404, {}, b"")

    asked = ingest_from(answer)

    assert asked.index("www.quiet.example/robots.txt") < asked.index("www.quiet.example/a")
    assert [path for path in asked if path.startswith("loud")] == ["loud.example/robots.txt"]
    rows = press.select("select url, reason from ingest.quarantine order by url")
    assert [row["reason"] for row in rows] == ["not_found", "robots_disallowed", "robots_disallowed"]


def test_a_page_that_always_leads_elsewhere_is_given_up(press: Any, ingest_from: Any) -> None:
    count = itertools.count()

    def answer(path: str) -> Answer:
        if path == "/feed":
            return 200, {}, FEED
        if path.endswith("/robots.txt"):
            return 404, {}, b""
        return 302, {"Location": f"http://loud.example:{1_000 + next(count)}/"}, b""

    press.environ["WARRAQ_MAX_REDIRECTS"] = "2"
    ingest_from(answer)

    rows = press.select("select reason from ingest.quarantine")
    assert [row["reason"] for row in rows] == ["too_many_redirects"] * 3
    assert next(count) == 18  # Of each of three pages: led to the other host once, and asked there for five origins.


def test_a_redirect_waits_for_the_lease_of_the_host_it_leads_to(press: Any, ingest_from: Any) -> None:
    times: dict[str, float] = {}

    def answer(path: str) -> Answer:
        times[path] = time.monotonic()
        if path == "/feed":
            return 200, {}, FEED
        return (301, {"Location": "http://loud.example/a"}, b"") if path == "/a" else (404, {}, b"")

    press.environ |= {"WARRAQ_LEASE_SECONDS": "0.5"}
    with hold("loud.example", press.environ["WARRAQ_DSN"], seconds=3.0):
        began = time.monotonic()
        asked = ingest_from(answer)

    assert [asked.count(path) for path in ("/a", "loud.example/robots.txt", "loud.example/a")] == [1, 1, 1]
    assert times["loud.example/robots.txt"] - began > 2.0
    assert times["loud.example/a"] > times["loud.example/robots.txt"]


def test_a_robots_txt_that_redirects_is_read_under_the_lease_of_the_host_it_leads_to(
    press: Any, ingest_from: Any
) -> None:
    times: dict[str, float] = {}

    def answer(path: str) -> Answer:
        times[path] = time.monotonic()
        if path == "/robots.txt":
            return 301, {"Location": "http://loud.example/robots.txt"}, b""
        if path == "loud.example/robots.txt":
            return 200, {}, b"User-agent: *\nDisallow: /private/\n"
        return (200, {}, FEED) if path == "/feed" else (404, {}, b"")

    press.environ |= {"WARRAQ_LEASE_SECONDS": "0.5"}
    with hold("loud.example", press.environ["WARRAQ_DSN"], seconds=3.0):
        began = time.monotonic()
        asked = ingest_from(answer)

    assert asked[:3] == ["/robots.txt", "loud.example/robots.txt", "/feed"]
    assert sorted(asked[3:]) == ["/a", "/b"]
    assert times["loud.example/robots.txt"] - began > 2.0


def test_two_hosts_whose_robots_txt_lead_to_each_other_do_not_wait_for_ever(ingest_from: Any) -> None:
    other = {"/robots.txt": "http://loud.example/their.txt", "loud.example/robots.txt": "http://quiet.example/our.txt"}

    def answer(path: str) -> Answer:
        if path in other:
            return 302, {"Location": other[path]}, b""
        if path == "/feed":
            return 200, {}, FEED.replace(b"<link>/b</link>", b"<link>http://loud.example/b</link>")
        return 404, {}, b""

    asked = ingest_from(answer)

    assert asked[:3] == ["/robots.txt", "loud.example/their.txt", "/feed"]
    assert sorted(asked[3:]) == ["/a", "/our.txt", "/private/c", "loud.example/b", "loud.example/robots.txt"]


def test_a_page_on_its_way_waits_for_a_robots_txt_that_is_read_at_another_host(press: Any, ingest_from: Any) -> None:
    feed = FEED.replace(b"<link>/b</link>", b"<link>http://loud.example/b</link>")
    moved = {
        "loud.example/b": "http://loud.example:81/b",
        "loud.example:81/robots.txt": "http://www.quiet.example/rules.txt",
    }

    def answer(path: str) -> Answer:
        if path in moved:
            return 301, {"Location": moved[path]}, b""
        if path == "www.quiet.example/rules.txt":
            return 200, {}, b"User-agent: *\nDisallow: /\n"
        return (200, {}, feed) if path == "/feed" else (404, {}, b"")

    press.environ |= {"WARRAQ_LEASE_SECONDS": "0.5"}
    with hold("www.quiet.example", press.environ["WARRAQ_DSN"], seconds=3.0):
        asked = ingest_from(answer)

    counted = ("loud.example/b", "loud.example:81/robots.txt", "www.quiet.example/rules.txt", "loud.example:81/b")
    assert [asked.count(path) for path in counted] == [2, 1, 1, 0]
    (row,) = press.select("select reason from ingest.quarantine where url = 'http://loud.example/b'")
    assert row["reason"] == "robots_disallowed"


def test_a_robots_txt_that_leads_on_and_on_is_given_up(press: Any, ingest_from: Any) -> None:
    count = itertools.count()

    def answer(path: str) -> Answer:
        if path.endswith("robots.txt"):
            host = ("quiet.example", "loud.example")[next(count) % 2]
            return 302, {"Location": f"http://{host}/{next(count)}/robots.txt"}, b""
        return (200, {}, FEED) if path == "/feed" else (404, {}, b"")

    press.environ |= {"WARRAQ_MAX_REDIRECTS": "2", "WARRAQ_LANE_SECONDS": "20"}
    began = time.monotonic()
    asked = ingest_from(answer)

    assert time.monotonic() - began < 15
    assert len(asked) < 30


def test_a_redirect_to_a_host_that_cannot_say_its_rules_counts_as_an_attempt(press: Any, ingest_from: Any) -> None:
    moved = {"/a": "http://loud.example/a", "/b": "http://10.0.0.1/b"}

    def answer(path: str) -> Answer:
        if path == "/feed":
            return 200, {}, FEED
        if path == "loud.example/robots.txt":
            return 503, {}, b""
        return (301, {"Location": moved[path]}, b"") if path in moved else (404, {}, b"")

    asked = ingest_from(answer)

    assert [path for path in asked if path.startswith("loud")] == ["loud.example/robots.txt"]
    assert list_states(press) == [("/a", "waiting", 1), ("/b", "done", 1), ("/private/c", "done", 1)]


def test_a_page_at_an_address_that_is_never_dialled_is_given_up_by_that_name(press: Any, ingest_from: Any) -> None:
    feed = FEED.replace(b"<link>/b</link>", b"<link>http://169.254.169.254/latest</link>")
    feed = feed.replace(b"<link>/private/c</link>", b"<link>http://loud.example/c</link>")

    def answer(path: str) -> Answer:
        if path == "/a":
            return 302, {"Location": "http://10.0.0.1/"}, b""
        if path == "loud.example/robots.txt":
            return 503, {}, b""
        return (200, {}, feed) if path == "/feed" else (404, {}, b"")

    ingest_from(answer)

    rows = press.select("select url, reason, reasons from ingest.quarantine order by url")
    assert [tuple(row.values()) for row in rows] == [
        (
            "http://169.254.169.254/latest",
            "blocked_address",
            ["robots.txt of http://169.254.169.254 cannot be had: 169.254.169.254 is not a public address"],
        ),
        (
            "http://quiet.example/a",
            "blocked_address",
            ["robots.txt of http://10.0.0.1 cannot be had: 10.0.0.1 is not a public address"],
        ),
    ]
    assert ("http://loud.example/c", "waiting", 0) in list_states(press)


def test_a_feed_that_moved_to_another_host_keeps_its_name(press: Any, ingest_from: Any) -> None:
    def answer(path: str) -> Answer:
        if path == "/feed":
            return 301, {"Location": "http://loud.example/feed"}, b""
        return (200, {}, FEED) if path == "loud.example/feed" else (404, {}, b"")

    asked = ingest_from(answer)

    assert asked.count("loud.example/feed") == 1
    assert press.select("select feed_url, failures, remark from ingest.feed") == [
        {"feed_url": "http://quiet.example/feed", "failures": 0, "remark": "moved to http://loud.example/feed"}
    ]


def test_a_held_host_is_waited_for_as_long_as_the_budget_lasts(press: Any, ingest_from: Any) -> None:
    press.environ |= {"WARRAQ_LEASE_SECONDS": "0.5"}
    with hold("quiet.example", press.environ["WARRAQ_DSN"], seconds=7.0):
        asked = ingest_from(lambda path: (200, {}, FEED) if path == "/feed" else (404, {}, b""))

    assert len(asked) == 5


def test_polls_that_were_never_asked_are_told(press: Any) -> None:
    press.environ |= {"WARRAQ_LANE_SECONDS": "1.5"}
    with hold("almidan.example", press.environ["WARRAQ_DSN"], seconds=30.0), press.open() as edge:
        (lane, *_) = press.plan(edge, "ingest_news/1")
        sources = [edge.sources["newsroom-almidan"]]
        polls = list_due_polls(edge, sources, edge.clock())
        never_asked = fetch_lane(edge, run_id="ingest_news/1", lane=lane["lane"], sources=sources, polls=polls)

    assert never_asked == tuple(polls) != ()


def test_a_host_is_not_lost_while_its_lane_sleeps_through_a_long_crawl_delay(press: Any, ingest_from: Any) -> None:
    rival: list[Any] = []

    def answer(path: str) -> Answer:
        if path == "/robots.txt":
            rival.append(held := hold("quiet.example", press.environ["WARRAQ_DSN"], seconds=30.0))
            rival.append(held.__enter__())
            return 200, {}, b"User-agent: *\nCrawl-delay: 4\n"
        return (200, {}, FEED) if path == "/feed" else (404, {}, b"")

    press.environ |= {"WARRAQ_LEASE_SECONDS": "1.2", "WARRAQ_LANE_SECONDS": "7"}
    asked = ingest_from(answer)
    rival[0].__exit__(None, None, None)
    (row,) = press.select("select next_allowed_at - now() > '1 second' as is_later from ingest.host")

    assert asked == ["/robots.txt", "/feed"]
    assert row["is_later"]


def test_a_drained_host_is_given_back_while_the_lane_goes_on(press: Any, ingest_from: Any) -> None:
    asked = ingest_from(lambda path: (200, {}, FEED) if path == "/feed" else (404, {}, b""))

    assert len(asked) == 5
    assert {row["holder"] for row in press.select("select holder from ingest.host")} == {None}


def test_sources_that_share_a_host_go_to_one_lane(press: Any) -> None:
    with press.open() as edge:
        model = edge.sources["newsroom-almidan"]
    sources = [
        replace(model, source_id="a", homepage="http://a.example/", feeds=(), sitemaps=(), day_sitemap=None, hosts=()),
        replace(model, source_id="b", homepage="http://b.example/", feeds=(), sitemaps=(), day_sitemap=None, hosts=()),
        replace(model, source_id="c", homepage="http://www.a.example/", feeds=("http://d.example/f",), hosts=()),
        replace(model, source_id="d", homepage="http://e.example/", feeds=("http://d.example/g",), hosts=()),
    ]
    sources = [replace(source, sitemaps=(), day_sitemap=None) for source in sources]

    lanes = deal_lanes(sources, 3)

    assert [lane["source_ids"] for lane in lanes] == [["b"], ["a", "c", "d"]]
    assert deal_lanes([], 3) == []


def test_a_robots_txt_larger_than_a_page_may_be_is_read_to_its_first_half_megabyte(
    press: Any, ingest_from: Any
) -> None:
    rules = b"User-agent: *\nDisallow: /private/\n" + b"# padding\n" * 60_000 + b"Disallow: /\n"

    def answer(path: str) -> Answer:
        if path == "/robots.txt":
            return 200, {}, rules
        return (200, {}, FEED) if path == "/feed" else (404, {}, b"")

    press.environ["WARRAQ_MAX_PAGE_BYTES"] = "100000"
    asked = ingest_from(answer)

    assert sorted(asked) == ["/a", "/b", "/feed", "/robots.txt"]


def read_wait(press: Any) -> float:
    """Return the minutes between the feed's last poll and its next."""
    (row,) = press.select("select extract(epoch from next_check_at - checked_at) / 60 as minutes from ingest.feed")
    return float(row["minutes"])


def test_a_feed_is_not_asked_before_it_is_due(press: Any, ingest_from: Any) -> None:
    def answer(path: str) -> Answer:
        return (200, {}, FEED) if path == "/feed" else (404, {}, b"")

    first, second = ingest_from(answer), ingest_from(answer)

    assert ("/feed" in first, "/feed" in second) == (True, False)
    assert read_wait(press) == 4.0


@pytest.mark.parametrize(
    ("headers", "feed", "minutes"),
    [
        pytest.param({"Cache-Control": "max-age=900"}, FEED, 15.0, id="max_age"),
        pytest.param({}, FEED.replace(b"</title>", b"</title><ttl>30</ttl>", 1), 30.0, id="ttl"),
        pytest.param({"Cache-Control": "max-age=999999"}, FEED, 60.0, id="beyond_the_longest"),
    ],
)
def test_a_feed_says_how_long_it_is_left_alone(
    press: Any, ingest_from: Any, headers: dict[str, str], feed: bytes, minutes: float
) -> None:
    ingest_from(lambda path: (200, headers, feed) if path == "/feed" else (404, {}, b""))

    assert read_wait(press) == minutes


def test_a_feed_that_is_gone_rests_for_a_week(press: Any, ingest_from: Any) -> None:
    ingest_from(lambda path: (410 if path == "/feed" else 404, {}, b""))
    (row,) = press.select("select failures, remark from ingest.feed")

    assert read_wait(press) == 7 * 24 * 60
    assert (row["failures"], row["remark"]) == (1, "not_found: HTTP status 410")


def test_a_feed_that_moved_is_followed_and_says_so(press: Any, ingest_from: Any) -> None:
    moved = {"Location": "http://quiet.example/new"}
    asked = ingest_from(
        lambda path: (301, moved, b"") if path == "/feed" else (200, {}, FEED) if path == "/new" else (404, {}, b"")
    )
    (row,) = press.select("select remark from ingest.feed")

    assert asked[:3] == ["/robots.txt", "/feed", "/new"]
    assert row["remark"] == "moved to http://quiet.example/new"


def test_a_feed_that_comes_back_to_life_is_asked_at_its_own_pace_again(press: Any, ingest_from: Any) -> None:
    waits = []
    for status, body in ((200, FEED), (500, b""), (500, b""), (200, FEED)):
        ingest_from(lambda path, status=status, body=body: (status, {}, body) if path == "/feed" else (404, {}, b""))
        waits.append(round(read_wait(press), 1))
        expire(press, "update ingest.feed set next_check_at = now()")
    (row,) = press.select("select failures, cardinality(changed_at) as changes from ingest.feed")

    assert waits[0] == waits[3] == 4.0
    assert 4.0 <= waits[1] <= 5.0
    assert 8.0 <= waits[2] <= 10.0
    assert (row["failures"], row["changes"]) == (0, 1)


def expire(press: Any, statement: str) -> None:
    """Move a time of the database, as a clock would."""
    with closing(store.connect(press.environ["WARRAQ_DSN"])) as connection, connection, connection.cursor() as cursor:
        cursor.execute(statement)


def test_robots_txt_is_asked_once_for_every_run_of_a_day_and_then_conditionally(press: Any, ingest_from: Any) -> None:
    rules = b"User-agent: *\nDisallow: /private/\n"

    def answer(path: str) -> Answer:
        if path == "/robots.txt":
            return 200, {"ETag": '"1"'}, rules
        return (200, {}, FEED) if path == "/feed" else (404, {}, b"")

    def answer_later(path: str) -> Answer:
        return (304, {}, b"") if path == "/robots.txt" else answer(path)

    first = ingest_from(answer)
    expire(press, "update ingest.feed set next_check_at = now()")
    second = ingest_from(answer)
    expire(press, "update ingest.robots set expires_at = now()")
    expire(press, "update ingest.feed set next_check_at = now()")
    third = ingest_from(answer_later)
    (row,) = press.select("select content, expires_at > now() + '23 hours' as is_renewed from ingest.robots")

    assert (first[0], second, third) == ("/robots.txt", ["/feed"], ["/robots.txt", "/feed"])
    assert (row["content"], row["is_renewed"]) == (rules.decode(), True)


def test_a_host_that_cannot_say_its_rules_today_goes_by_those_of_yesterday(press: Any, ingest_from: Any) -> None:
    ingest_from(lambda path: (200, {}, b"User-agent: *\nDisallow: /b\n") if path == "/robots.txt" else (500, {}, b""))
    expire(press, "update ingest.robots set fetched_at = now() - interval '1 day', expires_at = now()")
    expire(press, "update ingest.feed set next_check_at = now()")

    asked = ingest_from(lambda path: (200, {}, FEED) if path == "/feed" else (503, {}, b""))

    assert asked[:2] == ["/robots.txt", "/feed"]
    assert "/a" in asked
    assert "/b" not in asked


RESERVED = b'<html><head><meta name="robots" content="noai"></head><body><p>A page of a few words.</p></body></html>'
AI_RULES = b"User-agent: GPTBot\nDisallow: /b\n\nUser-agent: *\nDisallow:\n"


def reserve(path: str) -> Answer:
    if path == "/robots.txt":
        return 200, {}, AI_RULES
    if path == "/feed":
        return 200, {}, FEED
    headers = {"Content-Type": "text/html"} | ({"TDM-Reservation": "1"} if path == "/private/c" else {})
    return 200, headers, RESERVED if path == "/a" else b"<p>A page of a few words.</p>"


def test_what_a_page_reserves_and_the_rules_that_allowed_it_are_kept_with_its_fetch(
    press: Any, ingest_from: Any
) -> None:
    ingest_from(reserve)

    rows = press.select("select url, robots_sha256, reservations from ingest.fetch order by url")
    assert {row["url"].removeprefix("http://quiet.example"): row["reservations"] for row in rows} == {
        "/a": ["noai"],
        "/b": ["robots:GPTBot"],
        "/private/c": ["tdm-reservation"],
    }
    assert {bytes(row["robots_sha256"]) for row in rows} == {sha256(AI_RULES).digest()}


def test_a_reserved_page_is_not_kept_where_its_source_says_to_obey(
    press: Any, ingest_from: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(
        globals(), "SOURCE", SOURCE.replace("store_full_text: true", "store_full_text: true\n  obey_reservations: true")
    )
    ingest_from(reserve)

    aside = press.select("select url, reason, reasons, warc_file from ingest.quarantine order by url")
    assert [(row["url"][-2:], row["reason"], row["warc_file"]) for row in aside] == [
        ("/a", "reserved", None),
        ("/b", "reserved", None),
        ("/c", "reserved", None),
    ]
    assert aside[0]["reasons"] == ["reserved from machines: noai"]
    assert not list((Path(press.environ["WARRAQ_VAR"]) / "raw").rglob("*.warc.gz"))


@pytest.mark.parametrize(
    ("bodies", "second"),
    [
        ([b"<p>As ever.</p>"] * 2, ["revisit"]),
        ([gzip.compress(b"<p>As ever.</p>", mtime=0)] * 2, ["revisit"]),
        ([gzip.compress(b"<p>As ever.</p>", mtime=1), gzip.compress(b"<p>As ever.</p>", mtime=2)], ["revisit"]),
        ([b"<p>As ever.</p>", b"<p>As ever.</p><!-- -->"], PAIR),
    ],
    ids=["plain", "gzip", "gzip anew", "another comment"],
)
def test_a_page_that_is_byte_for_byte_as_before_is_not_written_again(
    press: Any, ingest_from: Any, bodies: list[bytes], second: list[str]
) -> None:
    title = iter(range(100))
    head = {"Content-Type": "text/html"} | ({"Content-Encoding": "gzip"} if bodies[0][:1] == b"\x1f" else {})
    body = bodies[0]

    def answer(path: str) -> Answer:
        if path == "/feed":  # It says something else of /a every time, so the page is fetched again.
            return 200, {}, FEED.replace(b"<item><link>/a", b"<item><title>%d</title><link>/a" % next(title))
        return (404, {}, b"") if path == "/robots.txt" else (200, head, body)

    ingest_from(answer)
    (before,) = press.select("select warc_file, warc_offset from ingest.frontier where url like '%%/a'")
    press.now += timedelta(hours=1)
    press.select("update ingest.feed set next_check_at = null returning 1")
    body = bodies[1]
    asked = ingest_from(answer)

    assert "/a" in asked
    after = press.select("select warc_file, warc_offset from ingest.frontier where url like '%%/a'")
    assert (after == [before]) is (second == ["revisit"])
    kinds = []
    written = (Path(press.environ["WARRAQ_VAR"]) / "raw").rglob("*.warc.gz")
    for path in sorted(written, key=lambda path: path.stat().st_mtime_ns):  # Names of one second stand in any order.
        with path.open("rb") as file:
            kinds.append([record.rec_type for record in ArchiveIterator(file)])
    assert kinds == [["warcinfo", *(PAIR * 3)], ["warcinfo", *second]]
    with press.open() as edge:
        assert set(store.read_balance(edge.connection).values()) == {0}


def test_a_sitemap_may_be_larger_than_a_page(ingest_from: Any) -> None:
    padding = b" " * 11_000_000  # The largest page has 10,000,000 bytes.
    sitemap = b"<urlset><url><loc>/a</loc></url>" + padding + b"<url><loc>/b</loc></url></urlset>"
    index = b"<sitemapindex><sitemap><loc>/large.xml</loc></sitemap></sitemapindex>"
    documents = {"/feed": index, "/large.xml": sitemap}

    asked = ingest_from(lambda path: (200, {}, documents[path]) if path in documents else (404, {}, b""))

    assert asked[:3] == ["/robots.txt", "/feed", "/large.xml"]
    assert sorted(asked[3:]) == ["/a", "/b"]


def test_a_feed_that_leads_to_another_address_each_time_is_one_feed(press: Any, ingest_from: Any) -> None:
    count = itertools.count()
    title = b"q"

    def answer(path: str) -> Answer:
        if path == "/feed":
            return 302, {"Location": f"/signed?token={next(count)}"}, b""
        feed = FEED.replace(b"<item>", b"<item><title>%b</title>" % title)
        return (200, {}, feed) if path.startswith("/signed") else (200, {"Content-Type": "text/html"}, b"<p>.</p>")

    ingest_from(answer)
    press.select("update ingest.feed set next_check_at = null returning 1")
    title = b"corrected"
    asked = ingest_from(answer)

    assert sorted(asked) == ["/a", "/b", "/feed", "/private/c", "/signed?token=1"]
    rows = press.select(
        "select distinct found_in, (select count(*) from jsonb_object_keys(feed_digests)) from ingest.frontier"
    )
    assert [tuple(row.values()) for row in rows] == [("http://quiet.example/feed", 1)]
