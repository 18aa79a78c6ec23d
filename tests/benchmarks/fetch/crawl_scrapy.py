"""The peer: ``crawl_scrapy.py PORT HOSTS PAGES`` fetches every page with Scrapy and prints the seconds that took.

One request at a time to a host, no pause between, every host its own slot, robots.txt and retries off: the least that
Scrapy can be asked to do. Runs in the peers' environment, which holds nothing of warraq.
"""

import sys
import time
from collections.abc import AsyncIterator, Iterator

import scrapy
from scrapy.crawler import CrawlerProcess

PORT, HOSTS, PAGES = map(int, sys.argv[1:])
seen = []


class Pages(scrapy.Spider):
    """Fetches all pages; each answer asks for the next of its host."""

    name = "pages"

    async def start(self) -> AsyncIterator[scrapy.Request]:
        """Ask for the first page of every host."""
        for number in range(HOSTS):
            yield self.ask(number)

    def ask(self, number: int) -> scrapy.Request:
        """Return the request for a page: the address is the loopback's, the slot is the host's."""
        url = f"http://127.0.0.1:{PORT}/p/{number}"
        return scrapy.Request(url, cb_kwargs={"number": number}, meta={"download_slot": f"h{number % HOSTS}"})

    def parse(self, response: scrapy.http.Response, number: int) -> Iterator[scrapy.Request]:
        """Count the page and ask for the next of the host."""
        seen.append(len(response.body))
        if number + HOSTS < PAGES:
            yield self.ask(number + HOSTS)


process = CrawlerProcess(
    {
        "CONCURRENT_REQUESTS": 128,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "DOWNLOAD_DELAY": 0,
        "LOG_ENABLED": False,
        "RETRY_ENABLED": False,
        "ROBOTSTXT_OBEY": False,
        "TELNETCONSOLE_ENABLED": False,
    }
)
process.crawl(Pages)
began = time.perf_counter()
process.start()
if len(seen) != PAGES:
    sys.exit(f"{len(seen)} pages of {PAGES}")
print(time.perf_counter() - began)
