"""Fetches side by side on one thread: libcurl's multi interface, woken by sockets, time and whoever has more to fetch.

One thread, for libcurl does its work without Python's lock and Python's own work is small: sixteen threads that
fetch spend a quarter of their time waiting for that lock (2026-11-27). The handles share their connections, so that a
host is asked again over the one that is open.
"""

import select
import socket
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Generator
from contextlib import suppress
from functools import partial
from typing import Any

import pycurl

from warraq.fetch.faults import Fault
from warraq.fetch.wire import Ask, Reply, Wire
from warraq.model import FetchFailure, HttpResponse

MAX_CONNECTIONS = 256  # Kept open between fetches.
WAKE = b"\0"
WAKES = 4_096  # Read at once.
EVENTS = {
    pycurl.POLL_IN: select.POLLIN,
    pycurl.POLL_OUT: select.POLLOUT,
    pycurl.POLL_INOUT: select.POLLIN | select.POLLOUT,
}
READABLE = ~select.POLLOUT  # An end and an error are read.
Answer = HttpResponse | FetchFailure
Finish = Callable[[], Answer]
# A fetch, exchange by exchange: each ask it yields wants its reply sent, or the fault thrown that came of it. What is
# left when the last has come is our own work, and nobody at the other end waits for it.
Steps = Generator[Ask, Reply, Finish]
MAX_UNREAD = 16  # Replies that the loop may make answers of while it has nothing else to do.


class Outcome:
    """What came of a fetch. The answer is made of the last reply by who asks for it first, or finds the time."""

    def __init__(self, finish: Finish) -> None:
        """Keep how the answer is made."""
        self._finish: Finish | None = finish
        self._lock = threading.Lock()
        self._made: Answer | BaseException

    def result(self) -> Answer:
        """Return the answer. Raises what the fetch raised: no outcome of one does, unless it was asked to."""
        with self._lock:
            self._make()
        if isinstance(self._made, BaseException):
            raise self._made
        return self._made

    def prepare(self) -> None:
        """Make the answer, unless somebody else is at it."""
        if self._lock.acquire(blocking=False):
            try:
                self._make()
            finally:
                self._lock.release()

    def _make(self) -> None:
        if self._finish is None:
            return
        try:
            self._made = self._finish()
        except BaseException as error:  # noqa: BLE001 - raised again by who takes the result.
            self._made = error
        self._finish = None


def fail(error: BaseException) -> Outcome:
    """Return the outcome of a fetch that raised."""

    def finish() -> Answer:
        raise error

    return Outcome(finish)


Then = Callable[[Outcome], None]


def tell(then: Then, outcome: Outcome) -> None:
    """Hand over an outcome. What the caller's function raises is its own to hear of, by its thread's hook."""
    try:
        then(outcome)
    except Exception:  # noqa: BLE001 - the loop goes on: others wait for theirs.
        threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), threading.current_thread())))


def take_step(steps: Steps, end: Callable[[], Reply] | None) -> Ask:
    """Return what a fetch asks next, ``end`` being what gives its last reply. Raises ``StopIteration`` at its end."""
    if end is None:
        return next(steps)
    try:
        reply = end()
    except Fault as fault:
        return steps.throw(fault)
    return steps.send(reply)


class Loop:
    """Takes fetches on a thread of its own, until it is closed."""

    def __init__(self, make_wire: Callable[[], Wire]) -> None:
        """Start the thread."""
        self._make_wire = make_wire
        self._multi = pycurl.CurlMulti()
        self._multi.setopt(pycurl.M_SOCKETFUNCTION, self._watch_socket)
        self._multi.setopt(pycurl.M_TIMERFUNCTION, self._set_timer)
        self._multi.setopt(pycurl.M_MAXCONNECTS, MAX_CONNECTIONS)
        self._timer_at: float | None = None  # On the monotonic clock.
        self._poll = select.poll()  # Of so few sockets faster than epoll: to watch one costs no call of the system.
        self._watched: set[int] = set()
        self._sleeper, self._waker = socket.socketpair()
        self._waker.settimeout(0)  # A full pipe wakes as well.
        self._poll.register(self._sleeper, select.POLLIN)
        self._wanted: deque[tuple[Steps, Then]] = deque()
        self._under_way: dict[pycurl.Curl, tuple[Wire, Steps, Then]] = {}
        self._idle: list[Wire] = []
        self._unread: deque[Outcome] = deque(maxlen=MAX_UNREAD)
        self._is_closing = False
        self._thread = threading.Thread(target=self._run, name="fetch", daemon=True)  # It keeps no process alive.
        self._thread.start()

    def close(self) -> None:
        """Break off what is under way and close every connection."""
        self._is_closing = True
        self._wake()
        self._thread.join()
        self._sleeper.close()
        self._waker.close()

    def submit(self, steps: Steps, then: Then) -> None:
        """Have a fetch taken; ``then`` is called once, on the loop's thread, and must be quick."""
        self._wanted.append((steps, then))
        if threading.current_thread() is not self._thread:
            self._wake()

    def _wake(self) -> None:
        with suppress(BlockingIOError):
            self._waker.send(WAKE)

    def _run(self) -> None:
        try:
            while not self._is_closing:
                while self._wanted:
                    self._go_on(*self._wanted.popleft())
                self._turn()
                self._take_finished()
        except BaseException as error:  # noqa: BLE001 - told to everybody who waits.
            self._give_up(error)
        finally:
            self._close()

    def _give_up(self, error: BaseException) -> None:
        """Tell who waits, and who comes, of a bug of ours."""
        for _, _, then in self._under_way.values():
            tell(then, fail(error))
        self._under_way.clear()
        while not self._is_closing:
            while self._wanted:
                tell(self._wanted.popleft()[1], fail(error))
            self._sleeper.recv(WAKES)

    def _turn(self) -> None:
        """Wait for sockets, the timer or a caller, and let libcurl work; with nothing else to do, make an answer."""
        pause = None if self._timer_at is None else max(0.0, self._timer_at - time.monotonic())
        ready = self._poll.poll(0 if self._unread else pause and pause * 1000)
        if self._unread and not ready and pause != 0:
            self._unread.pop().prepare()
        for number, events in ready:
            if number == self._sleeper.fileno():
                self._sleeper.recv(WAKES)
                continue
            mask = pycurl.CSELECT_IN if events & READABLE else 0
            mask |= pycurl.CSELECT_OUT if events & select.POLLOUT else 0
            self._multi.socket_action(number, mask)
        if self._timer_at is not None and self._timer_at <= time.monotonic():
            self._timer_at = None
            self._multi.socket_action(pycurl.SOCKET_TIMEOUT, 0)

    def _watch_socket(self, event: int, number: int, _multi: Any, _data: Any) -> None:  # noqa: ANN401 -- pycurl has no types.
        """Watch a socket as libcurl asks, or no more."""
        if event == pycurl.POLL_REMOVE:
            if number in self._watched:
                self._watched.remove(number)
                self._poll.unregister(number)
        else:
            self._watched.add(number)
            self._poll.register(number, EVENTS[event])

    def _set_timer(self, milliseconds: int) -> None:
        self._timer_at = None if milliseconds < 0 else time.monotonic() + milliseconds / 1000

    def _take_finished(self) -> None:
        """Take the fetches whose exchanges have ended one step on."""
        queued = 1
        while queued:
            queued, done, failed = self._multi.info_read()
            for curl, *error in [*((curl,) for curl in done), *failed]:
                wire, steps, then = self._under_way.pop(curl)
                self._multi.remove_handle(curl)
                self._idle.append(wire)
                self._go_on(steps, then, partial(wire.end, *error))
        for curl, (wire, steps, then) in [one for one in self._under_way.items() if one[1][0].is_flooded]:
            wire.break_off()
            del self._under_way[curl]
            self._multi.remove_handle(curl)
            self._idle.append(wire)
            self._go_on(steps, then, wire.end)

    def _go_on(self, steps: Steps, then: Then, end: Callable[[], Reply] | None = None) -> None:
        """Take a fetch one step on: its next exchange, or its outcome. ``end`` gives the last exchange's reply."""
        try:
            ask = take_step(steps, end)
            wire = self._idle.pop() if self._idle else self._make_wire()
            curl = wire.begin(ask)
        except StopIteration as stop:
            outcome = Outcome(stop.value)
        except BaseException as error:  # noqa: BLE001 - raised again by who takes the outcome.
            outcome = fail(error)
        else:
            self._under_way[curl] = wire, steps, then
            self._multi.add_handle(curl)
            return
        self._unread.append(outcome)
        tell(then, outcome)

    def _close(self) -> None:
        closed = RuntimeError("the client was closed")
        for curl, (wire, _, then) in self._under_way.items():
            self._multi.remove_handle(curl)
            wire.close()
            tell(then, fail(closed))
        while self._wanted:
            tell(self._wanted.popleft()[1], fail(closed))
        for wire in self._idle:
            wire.close()
        self._multi.close()
