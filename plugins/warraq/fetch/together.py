"""Many addresses at once: hosts side by side, each host's addresses one after another."""

import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from queue import Queue

from warraq.fetch.client import Client
from warraq.model import FetchFailure, HttpResponse
from warraq.urls import host_of

THREADS = 16
MAX_WAITING = 64  # Answers fetched ahead of who takes them.

Answer = HttpResponse | FetchFailure


def fetch_together(client: Client, urls: Iterable[str]) -> Iterator[tuple[int, Answer]]:
    """Yield the place of each address in ``urls`` and what came of it, as they come.

    Where the caller stops early, what is under way is awaited and nothing more is asked for. Raises what a thread
    raised: no outcome of a fetch does, so that is our own bug.
    """
    hosts: dict[str, list[tuple[int, str]]] = {}
    for place, url in enumerate(urls):
        hosts.setdefault(host_of(url), []).append((place, url))
    answers: Queue[tuple[int, Answer] | BaseException | None] = Queue(MAX_WAITING)
    stopped = threading.Event()

    def fetch_host(visits: list[tuple[int, str]]) -> None:
        try:
            for place, url in visits:
                if stopped.is_set():
                    break
                answers.put((place, client.fetch(url)))
            answers.put(None)
        except BaseException as error:  # noqa: BLE001 - raised again by who takes the answers.
            answers.put(error)

    with ThreadPoolExecutor(THREADS, thread_name_prefix="fetch") as threads:
        left = len([threads.submit(fetch_host, visits) for visits in hosts.values()])
        try:
            while left:
                match answers.get():
                    case None:
                        left -= 1
                    case BaseException() as error:
                        raise error
                    case found:
                        yield found
        finally:
            stopped.set()
            while left:
                left -= not isinstance(answers.get(), tuple)
