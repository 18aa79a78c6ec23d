"""A fast server on loopback for any number of hosts: ``server.py`` prints its port and serves until its stdin ends.

``/p/N`` is a page of some 60 KB, sent as gzip where that is accepted; ``/list/HOSTS/FIRST/END`` is a sitemap of the
pages from FIRST up to END, spread over so many hosts; anything else is not found.
"""

import asyncio
import gzip
import random
import re
import sys

REQUEST = re.compile(rb"GET (\S+) HTTP/1\.1\r\n")
PAGES = 64  # Different bodies.
VOCABULARY = 4_000
PARAGRAPHS = 90


def make_page(number: int) -> bytes:
    """Return one page, the same for the same number."""
    chosen = random.Random(number)
    words = ["".join(chosen.choices("abcdefghijklmnoprstuvw", k=chosen.randint(2, 10))) for _ in range(VOCABULARY)]
    paragraphs = (" ".join(chosen.choices(words, k=90)) for _ in range(PARAGRAPHS))
    body = "".join(f'<p class="story">{paragraph}</p>\n' for paragraph in paragraphs)
    return f"<!doctype html><title>Page {number}</title><article>{body}</article>".encode()


def make_list(hosts: int, first: int, end: int) -> bytes:
    """Return a sitemap of pages, dealt to ``hosts`` hosts in turn."""
    return "\n".join(f"http://h{number % hosts}.bench.example/p/{number}" for number in range(first, end)).encode()


def frame(body: bytes, kind: bytes, coding: bytes = b"") -> bytes:
    """Return a whole response."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\n%sContent-Length: %d\r\n\r\n" % (kind, coding, len(body))
    return head + body


PLAIN = [frame(make_page(number), b"text/html; charset=utf-8") for number in range(PAGES)]
PACKED = [
    frame(gzip.compress(make_page(number), 6), b"text/html; charset=utf-8", b"Content-Encoding: gzip\r\n")
    for number in range(PAGES)
]


class Handler(asyncio.Protocol):
    """One connection; requests are asked one after another."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin a connection."""
        self.transport, self.left = transport, b""

    def data_received(self, data: bytes) -> None:
        """Answer once a request is whole."""
        self.left += data
        if not self.left.endswith(b"\r\n\r\n"):
            return
        request, self.left = self.left, b""
        path = REQUEST.match(request)[1].decode()
        if path.startswith("/p/"):
            pages = PACKED if b"gzip" in request else PLAIN
            self.transport.write(pages[int(path[3:]) % PAGES])
        elif path.startswith("/list/"):
            self.transport.write(frame(make_list(*map(int, path[6:].split("/"))), b"text/plain"))
        else:
            self.transport.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")


async def serve() -> None:
    """Serve until stdin ends."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Handler, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve())
