"""The newsroom's HTTP server: 127.0.0.1 alone, one thread a connection, kept alive.

Requests are read by hand: http.server parses headers with the e-mail parser, which costs more than all the rest.
"""

import contextlib
import socket
import socketserver
import sys
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from warraq.newsroom.dates import print_http
from warraq.newsroom.site import UNAVAILABLE, Answer, Site

IDLE_SECONDS = 30.0
LONGEST_LINE = 16_384  # Bytes.
MOST_HEADERS = 100
GZIP_FROM = 512  # Bytes; smaller bodies are sent as they are.


class NewsroomServer(socketserver.ThreadingTCPServer):
    """Several sites behind one port, told apart by the Host header."""

    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, port: int, sites: Mapping[str, Site], clock: Callable[[], datetime]) -> None:
        """Bind to 127.0.0.1; port 0 takes a free one."""
        super().__init__(("127.0.0.1", port), Connection)
        self.sites = sites
        self.clock = clock
        self._requests: Counter[tuple[str, str]] = Counter()
        self.connections: set[socket.socket] = set()
        self._recovered: set[tuple[str, str]] = set()
        self._lock = threading.Lock()

    @property
    def port(self) -> int:
        """Return the port bound."""
        return int(self.socket.getsockname()[1])

    def handle_error(self, request: socket.socket | tuple[bytes, socket.socket], client_address: object) -> None:
        """Pass over clients that left; anything else is a fault of ours and is printed."""
        if not isinstance(sys.exception(), (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)

    def server_close(self) -> None:
        """Close the port and every connection that is kept alive."""
        super().server_close()
        for connection in tuple(self.connections):
            with contextlib.suppress(OSError):  # The client was quicker.
                connection.shutdown(socket.SHUT_RDWR)

    def count(self, host: str, path: str) -> None:
        """Count a request."""
        with self._lock:
            self._requests[host, path] += 1

    def list_requests(self) -> Counter[tuple[str, str]]:
        """Return how often each host and path was asked for."""
        with self._lock:
            return Counter(self._requests)

    def answer(self, host: str, path: str, now: datetime) -> Answer:
        """Answer a GET; a page that is unavailable once is so at the first request since the start."""
        site = self.sites.get(host)
        if site is None:
            return Answer(status=421, content_type="text/plain", body=b"No such site here.\n")
        if site.fails_once(path, now):
            with self._lock:
                is_first = (host, path) not in self._recovered
                self._recovered.add((host, path))
            if is_first:
                return UNAVAILABLE
        return site.answer(path, now)


class Connection(socketserver.StreamRequestHandler):
    """One kept-alive connection."""

    server: NewsroomServer
    timeout = IDLE_SECONDS
    disable_nagle_algorithm = True
    wbufsize = 65_536

    def handle(self) -> None:
        """Answer requests until the client closes, asks to, or breaks the protocol."""
        while self._answer_one():
            self.wfile.flush()

    def setup(self) -> None:
        """Register the connection, so that a server that stops can end it."""
        super().setup()
        self.server.connections.add(self.connection)

    def finish(self) -> None:
        """Forget the connection."""
        self.server.connections.discard(self.connection)
        super().finish()

    def _answer_one(self) -> bool:
        """Answer one request; return whether another may follow."""
        line = self.rfile.readline(LONGEST_LINE).decode("latin-1").rstrip("\r\n")
        if not line:
            return False
        method, _, rest = line.partition(" ")
        target, _, version = rest.rpartition(" ")
        headers = self._read_headers()
        if headers is None or not target or not version.startswith("HTTP/1."):
            return self._send_bare(HTTPStatus.BAD_REQUEST)
        if method not in {"GET", "HEAD"}:
            return self._send_bare(HTTPStatus.NOT_IMPLEMENTED)
        if not (target := target.removeprefix(f"http://{headers.get('host', '')}")).startswith("/"):
            return self._send_bare(HTTPStatus.BAD_REQUEST)
        keeps = headers.get("connection", "").lower() != "close" and version == "HTTP/1.1"
        self._send_answer(method, target, headers)
        return keeps

    def _read_headers(self) -> dict[str, str] | None:
        """Return the headers by lower-case name, or None where there is no end to them."""
        headers: dict[str, str] = {}
        for _ in range(MOST_HEADERS):
            line = self.rfile.readline(LONGEST_LINE).decode("latin-1").strip()
            if not line:
                return headers
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        return None

    def _send_bare(self, status: HTTPStatus) -> bool:
        """Send a status and close."""
        head = f"HTTP/1.1 {status.value} {status.phrase}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        self.wfile.write(head.encode())
        self.wfile.flush()
        return False

    def _send_answer(self, method: str, target: str, headers: Mapping[str, str]) -> None:
        """Send what the site says."""
        path, host = target.partition("?")[0], headers.get("host", "").partition(":")[0].lower()
        now = self.server.clock()
        self.server.count(host, path)
        answer = self.server.answer(host, path, now)
        is_same = answer.status == HTTPStatus.OK and is_unchanged(answer, headers)
        is_gzip = "gzip" in headers.get("accept-encoding", "") and len(answer.body) >= GZIP_FROM
        body = b"" if is_same else answer.gzipped if is_gzip else answer.body
        status = HTTPStatus.NOT_MODIFIED if is_same else HTTPStatus(answer.status)
        rows = [f"HTTP/1.1 {status.value} {status.phrase}", f"Date: {print_http(now)}", *list_headers(answer)]
        if not is_same:
            rows += [f"Content-Type: {answer.content_type}", f"Content-Length: {len(body)}"]
            rows += ["Content-Encoding: gzip"] if is_gzip else []
        self.wfile.write("\r\n".join([*rows, "", ""]).encode())
        if method == "GET":
            self.wfile.write(body)


def list_headers(answer: Answer) -> list[str]:
    """Return the headers that a 200 and a 304 share, and those of redirects and failures."""
    given = {
        "ETag": answer.etag if answer.status == HTTPStatus.OK else None,
        "Last-Modified": print_http(answer.modified_at) if answer.modified_at else None,
        "Location": answer.location,
        "Retry-After": answer.retry_after,
    }
    return ["Vary: Accept-Encoding", *(f"{name}: {value}" for name, value in given.items() if value is not None)]


def is_unchanged(answer: Answer, headers: Mapping[str, str]) -> bool:
    """Return whether the client holds this answer already; If-None-Match rules out the date (RFC 9110, 13.1.3)."""
    if (known := headers.get("if-none-match")) is not None:
        tags = {tag.strip().removeprefix("W/") for tag in known.split(",")}
        return "*" in tags or answer.etag.removeprefix("W/") in tags
    since = headers.get("if-modified-since")
    if since is None or answer.modified_at is None:
        return False
    try:
        return answer.modified_at <= parsedate_to_datetime(since).astimezone(UTC)
    except ValueError:
        return False
