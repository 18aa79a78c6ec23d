"""Fetch pages from a server on loopback: our client and a whole lane, beside a bare libcurl loop and Scrapy, in turn.

    bench_fetch.py [--pages N] [--rounds N] [--hosts 1,16,128]

Of ours "client" is fetch_together with every page written to a WARC; "lane" is all that a run does to get pages:
robots.txt, leases, the frontier in Postgres, the WARC on disk before it hears. The bare loop asks for the same pages
through pycurl's multi interface, decodes them and keeps nothing. One request at a time to a host, no pause. Printed for
each number of hosts: pages a second of each, also as a share of libcurl's, and the memory of the lane after a quarter
of the pages and at most.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import psutil
import pycurl

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from peers import make_environment  # noqa: E402

from warraq import store  # noqa: E402
from warraq.archive.writer import WarcWriter  # noqa: E402
from warraq.fetch.client import Client  # noqa: E402
from warraq.fetch.together import fetch_together  # noqa: E402
from warraq.pipeline.filling import fill_lane  # noqa: E402
from warraq.pipeline.opening import open_pipeline  # noqa: E402
from warraq.pipeline.plan import plan_run  # noqa: E402
from warraq.settings import PROJECT, read_settings  # noqa: E402

SOURCE = """\
id: bench
name: Bench
homepage: http://bench.example/
language: en
time_zone: UTC
enabled: true
why: Made for a benchmark.
sitemaps: [{sitemaps}]
delay_seconds: 0
page_budget: 1000000
rights:
  store_full_text: true
evidence:
  - seen_on: "2026-11-27"
    says: Made for a benchmark.
"""
LISTED = 25_000  # Pages in one sitemap.
MEGABYTE = 1_048_576
SAMPLE_SECONDS = 0.05


@contextmanager
def serve() -> Iterator[int]:
    """Run the server in a process of its own; yield its port."""
    command = [sys.executable, str(HERE / "server.py")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        if process.stdin is None or process.stdout is None:
            raise AssertionError
        yield int(process.stdout.readline())
        process.stdin.close()


class Bare:
    """A loop of libcurl's own making: one handle a host, each host's pages in turn, bodies thrown away."""

    def __init__(self, port: int, hosts: int, pages: int) -> None:
        """Note what to fetch."""
        self.port, self.hosts, self.pages, self.got = port, hosts, pages, 0

    def ask(self, curl: pycurl.Curl, number: int) -> pycurl.Curl:
        """Point the handle at a page."""
        curl.number, curl.buffer = number, BytesIO()
        curl.setopt(pycurl.URL, f"http://127.0.0.1:{self.port}/p/{number}")
        curl.setopt(pycurl.WRITEDATA, curl.buffer)
        return curl

    def run(self) -> float:
        """Fetch every page; return the seconds that took."""
        began, multi = time.perf_counter(), pycurl.CurlMulti()
        for number in range(self.hosts):
            curl = pycurl.Curl()
            curl.setopt(pycurl.ACCEPT_ENCODING, "gzip")
            multi.add_handle(self.ask(curl, number))
        running = self.hosts
        while running:
            multi.select(1.0)
            running = multi.perform()[1]
            running += self.take_finished(multi)
        if self.got != self.pages:
            message = f"{self.got} pages of {self.pages}"
            raise AssertionError(message)
        return time.perf_counter() - began

    def take_finished(self, multi: pycurl.CurlMulti) -> int:
        """Ask for the next page of every host that answered; return how many were asked for."""
        asked = 0
        _, done, failed = multi.info_read()
        if failed:
            raise AssertionError(failed)
        for curl in done:
            multi.remove_handle(curl)
            self.got += len(curl.buffer.getvalue()) > 0
            if curl.number + self.hosts < self.pages:
                multi.add_handle(self.ask(curl, curl.number + self.hosts))
                asked += 1
        return asked


def fetch_bare(port: int, hosts: int, pages: int) -> float:
    """Fetch with libcurl alone; return the seconds."""
    return Bare(port, hosts, pages).run()


def fetch_client(port: int, hosts: int, pages: int) -> float:
    """Fetch with our client and write every page to a WARC on disk; return the seconds."""
    names = [f"h{number}.bench.example" for number in range(hosts)]
    environ = {
        "WARRAQ_ALLOW_NETWORKS": "127.0.0.0/8",
        "WARRAQ_CONNECT_TO": ",".join(f"{host}:80:127.0.0.1:{port}" for host in names),
    }
    urls = [f"http://{names[number % hosts]}/p/{number}" for number in range(pages)]
    began, key = time.perf_counter(), bytes(32)
    with tempfile.TemporaryDirectory(prefix="warraq-bench-") as folder, Client(read_settings(environ)) as client:
        with WarcWriter(Path(folder), "bench") as warc:
            for _, answer in fetch_together(client, urls):
                warc.append_response(answer, url_key=key)
        return time.perf_counter() - began


def fetch_scrapy(port: int, hosts: int, pages: int) -> float:
    """Fetch with Scrapy in a process of its own; return the seconds between its start and its end."""
    command = [str(make_environment(HERE)), str(HERE / "crawl_scrapy.py"), str(port), str(hosts), str(pages)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


@contextmanager
def watch_memory() -> Iterator[list[float]]:
    """Yield a list that gathers this process's megabytes while the block runs."""
    seen: list[float] = []
    stop, process = threading.Event(), psutil.Process()

    def look() -> None:
        while not stop.wait(SAMPLE_SECONDS):
            seen.append(process.memory_info().rss / MEGABYTE)

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield seen
    finally:
        stop.set()
        thread.join()


def fetch_lane(port: int, hosts: int, pages: int, dsn: str, memory: list[float]) -> float:
    """Read the sitemaps that name every page, then fetch them all, as a run does; return the seconds."""
    with tempfile.TemporaryDirectory(prefix="warraq-bench-") as name:
        folder = Path(name)
        ends = [*range(0, pages, LISTED), pages]
        sitemaps = ", ".join(f"http://bench.example/list/{hosts}/{first}/{end}" for first, end in pairwise(ends))
        (folder / "bench.yaml").write_text(SOURCE.format(sitemaps=sitemaps), encoding="utf-8")
        names = ("bench.example", *(f"h{number}.bench.example" for number in range(hosts)))
        environ = {
            "PATH": os.environ["PATH"],
            "WARRAQ_ALLOW_NETWORKS": "127.0.0.0/8",
            "WARRAQ_CONNECT_TO": ",".join(f"{host}:80:127.0.0.1:{port}" for host in names),
            "WARRAQ_HOST_DELAY_SECONDS": "0",
            "WARRAQ_DSN": store.create_database(dsn, f"bench_{time.time_ns()}"),
            "WARRAQ_LANE_SECONDS": "3600",
            "WARRAQ_SOURCES": str(folder),
            "WARRAQ_VAR": str(folder / "var"),
        }
        store.migrate(environ["WARRAQ_DSN"], PROJECT / "sql" / "migrations")
        with open_pipeline(environ) as edge:
            (lane,) = plan_run(edge, run_id="bench/1")
            with watch_memory() as seen:
                began = time.perf_counter()
                fill_lane(edge, run_id="bench/1", lane=lane)
                seconds = time.perf_counter() - began
            fetched = len(store.list_fetched(edge.connection, source_ids=["bench"]))
        if fetched != pages:
            message = f"{fetched} pages of {pages}"
            raise AssertionError(message)
        memory[:] = seen[len(seen) // 4], max(seen)
        return seconds


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=2_000, help="pages a round (default 2,000)")
    parser.add_argument("--rounds", type=int, default=3, help="rounds of each (default 3)")
    parser.add_argument("--hosts", default="1,16,128", help="numbers of hosts (default 1,16,128)")
    parser.add_argument("--no-scrapy", action="store_true", help="leave the peer out")
    options = parser.parse_args()
    server = Path(tempfile.mkdtemp(prefix="warraq-bench-"))
    try:
        dsn, memory = store.embedded.start(server), [0.0, 0.0]
        ways: dict[str, Callable[[int, int, int], float]] = {
            "libcurl": fetch_bare,
            "client": fetch_client,
            "lane": lambda *what: fetch_lane(*what, dsn, memory),
        }
        if not options.no_scrapy:
            ways["scrapy"] = fetch_scrapy
        with serve() as port:
            for hosts in map(int, options.hosts.split(",")):
                seconds: dict[str, list[float]] = {name: [] for name in ways}
                for _ in range(options.rounds):
                    for name, way in ways.items():
                        seconds[name].append(way(port, hosts, options.pages))
                rates = {name: options.pages / statistics.median(taken) for name, taken in seconds.items()}
                shown = ", ".join(f"{name} {rate:,.0f}" for name, rate in rates.items())
                ratios = ", ".join(f"{name} {rate / rates['libcurl']:.2f}" for name, rate in rates.items())
                print(f"{hosts:>4} hosts: pages a second: {shown}; of libcurl: {ratios}", end="; ")
                print(f"memory {memory[0]:.0f} MB after a quarter, {memory[1]:.0f} MB at most", flush=True)
    finally:
        store.embedded.stop(server)


if __name__ == "__main__":
    main()
