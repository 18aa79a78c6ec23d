"""A good neighbour: what a host says of itself holds for everything that is asked of it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from warraq.pipeline.opening import open_pipeline

Answer = tuple[int, dict[str, str], bytes]
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
    """Serve what ``answer`` says of each path on loopback; yield the port."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            status, headers, body = answer(self.path)
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


@pytest.fixture
def ingest_from(press: Any, tmp_path: Path) -> Callable[[Callable[[str], Answer]], list[str]]:
    """A function that ingests once from a host that answers as given, and returns the paths asked for."""

    def ingest(answer: Callable[[str], Answer]) -> list[str]:
        folder = tmp_path / "sources"
        folder.mkdir(exist_ok=True)
        (folder / "quiet.yaml").write_text(SOURCE, encoding="utf-8")
        asked: list[str] = []
        with serve(answer, asked) as port:
            pins = {"WARRAQ_CONNECT_TO": f"quiet.example:80:127.0.0.1:{port}", "WARRAQ_ONLY": "quiet"}
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


def test_pages_wait_while_the_rules_cannot_be_had(press: Any, ingest_from: Any) -> None:
    def busy(path: str) -> Answer:
        if path == "/feed":
            return 200, {}, FEED
        return (404, {}, b"") if path == "/robots.txt" else (503, {"Retry-After": "0"}, b"")

    press.environ["WARRAQ_MAX_ATTEMPTS"] = "3"
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
