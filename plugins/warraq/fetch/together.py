"""Many addresses at once: hosts side by side, each host's addresses one after another."""

import threading
from collections import deque
from collections.abc import Iterable, Iterator
from functools import partial
from queue import SimpleQueue

from warraq.fetch.client import Client
from warraq.fetch.loop import Answer, Outcome
from warraq.urls import host_of

MAX_HOSTS = 32  # Asked at once.
MAX_WAITING = 64  # Answers fetched ahead of who takes them: then hosts wait as well.

Visits = deque[tuple[int, str]]  # What is left to ask a host for: the place of each address, and the address.


def fetch_together(client: Client, urls: Iterable[str]) -> Iterator[tuple[int, Answer]]:
    """Yield the place of each address in ``urls`` and what came of it, as they come.

    Where the caller stops early, what the client has under way is broken off. Raises what a
    fetch raised: no outcome of one does, so that is our own bug.
    """
    hosts: dict[str, Visits] = {}
    for place, url in enumerate(urls):
        hosts.setdefault(host_of(url), deque()).append((place, url))
    total = sum(map(len, hosts.values()))
    later = deque(hosts.values())
    asked = [later.popleft() for _ in range(min(MAX_HOSTS, len(later)))]
    resting: deque[Visits] = deque()
    outcomes: SimpleQueue[tuple[int, Outcome]] = SimpleQueue()
    stopped = threading.Event()

    def visit(visits: Visits) -> None:
        place, url = visits.popleft()
        client.submit(client.plan(url), partial(arrive, visits, place))

    def arrive(visits: Visits, place: int, outcome: Outcome) -> None:
        """Ask for the next page, on the loop's thread; or rest until the outcome put last has been taken."""
        if stopped.is_set():
            return
        following = visits or (later.popleft() if later else None)
        if following and outcomes.qsize() < MAX_WAITING:
            visit(following)
        elif following:
            resting.append(following)
        outcomes.put((place, outcome))

    try:
        for visits in asked:
            visit(visits)
        for _ in range(total):
            place, outcome = outcomes.get()
            while resting and outcomes.qsize() < MAX_WAITING:
                visit(resting.popleft())
            yield place, outcome.result()
    finally:
        stopped.set()
        client.close()
