"""The loop: every fetch has its outcome, whatever happens to the others, and one connection serves a host."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from queue import SimpleQueue
from typing import Any

import pytest

from warraq.fetch.client import Client
from warraq.fetch.loop import Loop, Outcome
from warraq.fetch.wire import Wire
from warraq.model import FetchFailure, HttpResponse, Reason
from warraq.settings import Settings

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
Serve = Callable[..., Any]


@pytest.fixture
def client() -> Iterator[Client]:
    settings = {"allow_networks": "127.0.0.1/32", "fetch_seconds": 1.0, "host_delay_seconds": 0}
    with Client(Settings.model_validate(settings)) as opened:
        yield opened


def stay_silent(_connection: socket.socket, _head: bytes) -> None:
    time.sleep(5)


def test_a_fetch_goes_on_while_others_wait_for_a_silent_server(serve: Serve, client: Client) -> None:
    silent, quick = serve(stay_silent), serve(OK)
    outcomes: SimpleQueue[Outcome] = SimpleQueue()

    with client:
        for _ in range(20):
            client.submit(client.plan(silent.url), outcomes.put)
        client.submit(client.plan(quick.url), outcomes.put)
        answers = [outcomes.get(timeout=10).result() for _ in range(21)]

    assert isinstance(answers[0], HttpResponse)
    assert [answer.reason for answer in answers[1:] if isinstance(answer, FetchFailure)] == [Reason.TIMEOUT] * 20


def test_a_host_is_asked_again_over_the_connection_that_is_open(serve: Serve, client: Client) -> None:
    server = serve(OK)
    outcomes: SimpleQueue[Outcome] = SimpleQueue()

    with client:
        for number in range(50):
            client.submit(client.plan(f"{server.url}/{number}"), outcomes.put)
            assert isinstance(outcomes.get(timeout=10).result(), HttpResponse)

    assert (len(server.requests), server.connections) == (50, 1)


def test_what_is_under_way_is_broken_off_when_the_block_ends(serve: Serve, client: Client) -> None:
    server = serve(stay_silent)
    started = threading.Event()
    outcomes: SimpleQueue[Outcome] = SimpleQueue()

    def note(_url: str) -> bool:
        started.set()
        return True

    began = time.monotonic()
    with client:
        client.submit(client.plan(server.url, allows=note), outcomes.put)
        assert started.wait(5)

    assert time.monotonic() - began < 0.9
    with pytest.raises(RuntimeError, match="the client was closed"):
        outcomes.get(timeout=1).result()


def test_a_loop_that_ended_before_it_was_woken_is_left_like_any_other(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    wake = Loop._wake  # noqa: SLF001 - what is called when the block ends.

    def wake_late(loop: Loop) -> None:
        wake(loop)  # As one that was on its way does.
        time.sleep(0.05)
        wake(loop)

    with client:
        client.fetch("")
        monkeypatch.setattr(Loop, "_wake", wake_late)


def test_what_the_steps_of_a_fetch_raise_is_raised_by_its_outcome_alone(serve: Serve, client: Client) -> None:
    server = serve(OK)
    wrong: SimpleQueue[Outcome] = SimpleQueue()
    sound: SimpleQueue[Outcome] = SimpleQueue()

    def refuse(url: str) -> bool:
        raise KeyError(url)

    with client:
        client.submit(client.plan(server.url, allows=refuse), wrong.put)
        client.submit(client.plan(server.url), sound.put)
        with pytest.raises(KeyError):
            wrong.get(timeout=10).result()
        assert isinstance(sound.get(timeout=10).result(), HttpResponse)


def test_who_waits_hears_of_a_bug_in_the_loop_itself(
    serve: Serve, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = serve(OK)
    outcomes: SimpleQueue[Outcome] = SimpleQueue()
    monkeypatch.setattr(Wire, "end", lambda *_: 1 // 0)

    with client:
        client.submit(client.plan(server.url), outcomes.put)
        with pytest.raises(ZeroDivisionError):
            outcomes.get(timeout=10).result()
        client.submit(client.plan(server.url), outcomes.put)
        with pytest.raises(ZeroDivisionError):
            outcomes.get(timeout=10).result()


def test_a_handle_that_cannot_be_made_fails_its_own_fetch(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    outcomes: SimpleQueue[Outcome] = SimpleQueue()
    monkeypatch.setattr("warraq.fetch.client.Wire", lambda *_: 1 // 0)

    with client:
        for _ in range(2):
            client.submit(client.plan("http://127.0.0.1:9/"), outcomes.put)
            with pytest.raises(ZeroDivisionError):
                outcomes.get(timeout=10).result()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_caller_that_raises_when_it_is_told_keeps_no_other_from_being_told(serve: Serve, client: Client) -> None:
    server = serve(OK)
    outcomes: SimpleQueue[Outcome] = SimpleQueue()

    def refuse(outcome: Outcome) -> None:
        raise KeyError(outcome)

    with client:
        client.submit(client.plan(server.url), refuse)
        client.submit(client.plan(server.url), outcomes.put)
        assert isinstance(outcomes.get(timeout=10).result(), HttpResponse)


def test_an_answer_is_made_once_however_many_ask_for_it() -> None:
    made: list[int] = []
    failure = FetchFailure(requested_url="", reason=Reason.DNS, detail="", is_transient=True, elapsed_ms=0)

    def finish() -> FetchFailure:
        made.append(1)
        time.sleep(0.01)
        return failure

    outcome = Outcome(finish)
    threads = [threading.Thread(target=ask) for ask in (outcome.result, outcome.prepare) * 4]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert outcome.result() is failure
    assert made == [1]


def test_hundreds_of_fetches_at_once_each_have_their_outcome(serve: Serve) -> None:
    server = serve(OK)
    outcomes: SimpleQueue[Outcome] = SimpleQueue()
    settings = Settings.model_validate({"allow_networks": "127.0.0.1/32", "fetch_seconds": 60})

    with Client(settings) as client:
        for number in range(300):
            client.submit(client.plan(f"{server.url}/{number}"), outcomes.put)
        answers = [outcomes.get(timeout=60).result() for _ in range(300)]

    assert {answer.requested_url for answer in answers} == {f"{server.url}/{number}" for number in range(300)}
    assert all(isinstance(answer, HttpResponse) for answer in answers)
