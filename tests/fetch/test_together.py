"""Many addresses at once: every one is answered once, and no host is asked for two at a time."""

import socket
import threading
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from warraq.fetch import together
from warraq.fetch.client import Client
from warraq.fetch.together import fetch_together
from warraq.settings import Settings

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


def make_client(port: int) -> Client:
    pins = [f"h{number}.example:80:127.0.0.1:{port}" for number in range(40)]
    return Client(Settings.model_validate({"allow_networks": "127.0.0.1/32", "connect_to": " ".join(pins)}))


class Watch:
    """A server's answer that counts the requests under way at each host."""

    def __init__(self, seconds: float) -> None:
        self.lock, self.now, self.most, self.seconds = threading.Lock(), Counter[bytes](), Counter[bytes](), seconds
        self.most_at_once = 0

    def __call__(self, connection: socket.socket, head: bytes) -> None:
        host = head.partition(b"Host: ")[2].partition(b"\r\n")[0]
        with self.lock:
            self.now[host] += 1
            self.most[host] = max(self.most[host], self.now[host])
            self.most_at_once = max(self.most_at_once, self.now.total())
        time.sleep(self.seconds)
        with self.lock:
            self.now[host] -= 1
        connection.sendall(OK)


def test_every_address_is_answered_once_and_no_host_is_asked_twice_at_a_time(serve: Callable[..., Any]) -> None:
    watch = Watch(0.01)
    server = serve(watch)
    urls = [f"http://h{number % 40}.example/{number}" for number in range(200)]

    with make_client(server.port) as client:
        answers = dict(fetch_together(client, urls))

    assert [answers[place].requested_url for place in range(200)] == urls
    assert set(watch.most.values()) == {1}
    assert watch.most_at_once > 4


def test_what_cannot_be_fetched_is_answered_in_its_place(serve: Callable[..., Any]) -> None:
    server = serve(OK)

    with make_client(server.port) as client:
        answers = dict(fetch_together(client, ["http://[", "", "http://h1.example/a", "ftp://h1.example/"]))

    assert {place: str(getattr(answer, "reason", "ok")) for place, answer in answers.items()} == {
        0: "bad_url",
        1: "bad_url",
        2: "ok",
        3: "bad_url",
    }


def test_who_stops_early_breaks_off_what_is_under_way_and_asks_for_no_more(serve: Callable[..., Any]) -> None:
    server = serve(Watch(0.05))
    urls = [f"http://h{number % 2}.example/{number}" for number in range(100)]

    with make_client(server.port) as client:
        answers = fetch_together(client, urls)
        next(answers)
        answers.close()

    assert len(server.requests) < 10


def test_who_stops_early_leaves_no_thread_and_no_request_behind(serve: Callable[..., Any]) -> None:
    server = serve(OK)

    with make_client(server.port) as client:
        answers = fetch_together(client, [f"http://h{number % 40}.example/{number}" for number in range(200)])
        next(answers)
        answers.close()
        assert [thread.name for thread in threading.enumerate() if thread.name == "fetch"] == []
        time.sleep(0.3)  # What was on the wire arrives.
        asked = len(server.requests)
        time.sleep(0.3)

        assert len(server.requests) == asked < 100


def test_an_answer_that_nobody_takes_keeps_the_next_from_being_asked_for(
    serve: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(together, "MAX_WAITING", 5)
    server = serve(OK)

    with make_client(server.port) as client:
        answers = fetch_together(client, [f"http://h1.example/{number}" for number in range(60)])
        first = next(answers)
        time.sleep(0.5)
        asked = len(server.requests)
        rest = list(answers)

    assert asked <= 8
    assert [place for place, _ in [first, *rest]] == list(range(60))
