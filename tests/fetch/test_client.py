import gzip
import os
import socket
import ssl
import struct
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

import brotli  # type: ignore[import-untyped]  # It ships no types.
import pytest
from backports import zstd

from warraq.errors import UsageError
from warraq.fetch.client import Client
from warraq.model import FetchFailure, HttpResponse, Reason
from warraq.settings import Settings


class Server(Protocol):
    url: str
    port: int
    requests: list[bytes]
    connections: int


class Authority(Protocol):
    file: Path

    def make_context(self, host: str, days: int = 1) -> ssl.SSLContext: ...


Serve = Callable[..., Server]
LOOPBACK = "127.0.0.1/32"


@pytest.fixture
def client() -> Iterator[Client]:
    with Client(make_settings()) as opened:
        yield opened


def make_settings(**changes: object) -> Settings:
    given = {"allow_networks": LOOPBACK, "fetch_seconds": 1.0, "max_page_bytes": 100_000, **changes}
    return Settings.model_validate(given)


def answer(body: bytes, status: str = "200 OK", head: str = "", length: int | None = None) -> bytes:
    size = len(body) if length is None else length
    return f"HTTP/1.1 {status}\r\nContent-Length: {size}\r\n{head}\r\n".encode("latin-1") + body


def close_after(content: bytes) -> Callable[[socket.socket, bytes], None]:
    def talk(connection: socket.socket, _head: bytes) -> None:
        connection.sendall(content)
        connection.shutdown(socket.SHUT_WR)

    return talk


def repeat(start: bytes, piece: bytes, pause: float = 0.0) -> Callable[[socket.socket, bytes], None]:
    def talk(connection: socket.socket, _head: bytes) -> None:
        connection.sendall(start)
        while True:
            connection.sendall(piece)
            time.sleep(pause)

    return talk


def reset(connection: socket.socket, _head: bytes) -> None:
    connection.sendall(answer(b"x" * 1_000, length=100_000))
    time.sleep(0.05)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def stay_silent(_connection: socket.socket, _head: bytes) -> None:
    time.sleep(5)


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/a/../b", "/b"),
        ("/a/%2e%2E/b/./", "/b/"),
        ("/../..", "/"),
        ("//a//b", "//a//b"),
        ("?q=/../x", "/?q=/../x"),
        ("/خبر/..", "/"),
    ],
)
def test_the_address_that_is_kept_is_the_one_that_was_sent(serve: Serve, client: Client, path: str, sent: str) -> None:
    server = serve(answer(b"story"))

    page = client.fetch(f"{server.url}{path}")

    assert isinstance(page, HttpResponse)
    assert page.final_url == f"{server.url}{sent}"
    assert server.requests[0].split(b" ")[1] == sent.encode()


def test_letters_of_utf_8_end_no_header(serve: Serve, client: Client) -> None:
    title = "مConnection: close\u2028عام".encode()  # Meem is D9 85, and 85 was a line's end on mainframes.
    server = serve(b"HTTP/1.1 200 OK\r\nX-Title: %s\r\nContent-Length: 2\r\n\r\nok" % title)

    page = client.fetch(server.url)

    assert isinstance(page, HttpResponse)
    assert page.headers == (("x-title", title.decode("latin-1")), ("content-length", "2"))


def test_a_page_comes_with_everything_a_warc_needs(serve: Serve, client: Client) -> None:
    server = serve(answer(b"<p>story", head="Content-Type: text/html\r\nX-Twice: a\r\nX-Twice: b\r\n"))

    page = client.fetch(f"{server.url}/news?id=1#part")

    assert isinstance(page, HttpResponse)
    assert page.body == b"<p>story"
    assert page.final_url == f"{server.url}/news?id=1"
    assert page.request_head == server.requests[0]
    assert page.request_head.startswith(b"GET /news?id=1 HTTP/1.1\r\nHost: 127.0.0.1")
    assert page.response_head.startswith(b"HTTP/1.1 200 OK\r\nContent-Length: 8\r\n")
    assert page.response_head.endswith(b"\r\n\r\n")
    assert page.headers == (("content-length", "8"), ("content-type", "text/html"), ("x-twice", "a"), ("x-twice", "b"))
    assert page.header("x-twice") == "b"
    assert (page.status, page.ip_address) == (200, "127.0.0.1")
    assert b"User-Agent: warraq/" in page.request_head


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        pytest.param("gzip", gzip.compress(b"story"), id="gzip"),
        pytest.param("x-gzip", gzip.compress(b"st") + gzip.compress(b"ory"), id="two members"),
        pytest.param("gzip", gzip.compress(b"story") + b"\r\n\0rubbish", id="rubbish after it"),
        pytest.param("deflate", zlib.compress(b"story"), id="deflate"),
        pytest.param("deflate", zlib.compress(b"story")[2:-4], id="raw deflate"),
        pytest.param("br", brotli.compress(b"story"), id="br"),
        pytest.param("zstd", zstd.compress(b"story"), id="zstd"),
        pytest.param("UTF-8", b"story", id="no coding at all"),
        pytest.param("identity", b"story", id="identity"),
    ],
)
def test_codings_are_undone(serve: Serve, client: Client, coding: str, body: bytes) -> None:
    server = serve(answer(body, head=f"Content-Encoding: {coding}\r\n"))

    page = client.fetch(server.url)

    assert isinstance(page, HttpResponse)
    assert page.body == b"story"


GZIPPED_NOISE = gzip.compress(os.urandom(20_000))
GZIP_BOMB = gzip.compress(bytes(20_000_000))
BR_BOMB = brotli.compress(bytes(20_000_000), quality=3)
ZSTD_BOMB = zstd.compress(bytes(20_000_000))
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"

# The faults of the wire and of the answer. Reason, and whether time can mend it.
FAULTS = [
    pytest.param(reset, Reason.RESET, True, id="reset"),
    pytest.param(close_after(b""), Reason.EMPTY_REPLY, True, id="closed"),
    pytest.param(close_after(answer(b"x", length=100)), Reason.TRUNCATED, True, id="short of its length"),
    pytest.param(close_after(CHUNKED + b"5\r\nhello\r\n"), Reason.TRUNCATED, True, id="chunks without end"),
    pytest.param(close_after(CHUNKED + b"ZZ\r\nhello\r\n"), Reason.BAD_RESPONSE, True, id="bad chunk"),
    pytest.param(repeat(CHUNKED, b"1000\r\n" + b"x" * 4096 + b"\r\n"), Reason.TOO_BIG, False, id="endless chunks"),
    pytest.param(answer(b"", length=10**12), Reason.TOO_BIG, False, id="a terabyte announced"),
    pytest.param(repeat(CHUNKED + b"5;", b"x" * 65_536), Reason.TOO_BIG, False, id="endless chunk extension"),
    pytest.param(repeat(answer(b"", length=10_000), b"x", 0.1), Reason.TIMEOUT, True, id="body drip"),
    pytest.param(repeat(b"HTTP/1.1 200 OK\r\nX: ", b"x", 0.1), Reason.TIMEOUT, True, id="header drip"),
    pytest.param(stay_silent, Reason.TIMEOUT, True, id="silence"),
    pytest.param(answer(b"ok", head=f"X: {'x' * 100_000}\r\n"), Reason.HEADERS_TOO_BIG, False, id="huge header"),
    pytest.param(answer(b"ok", head="X: y\r\n" * 20_000), Reason.HEADERS_TOO_BIG, False, id="many headers"),
    pytest.param(
        repeat(b"", b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" * 50), Reason.HEADERS_TOO_BIG, False, id="hints"
    ),
    pytest.param(
        repeat(CHUNKED + b"2\r\nok\r\n0\r\n", b"X-T: y\r\n" * 100), Reason.HEADERS_TOO_BIG, False, id="endless trailers"
    ),
    pytest.param(close_after(b"SSH-2.0-OpenSSH_9.2\r\n"), Reason.BAD_RESPONSE, False, id="another protocol"),
    pytest.param(answer(b"hello", head="Content-Length: 7\r\n"), Reason.BAD_RESPONSE, False, id="two lengths"),
    pytest.param(answer(GZIP_BOMB, head="Content-Encoding: gzip\r\n"), Reason.TOO_BIG, False, id="gzip bomb"),
    pytest.param(answer(BR_BOMB, head="Content-Encoding: br\r\n"), Reason.TOO_BIG, False, id="br bomb"),
    pytest.param(answer(ZSTD_BOMB, head="Content-Encoding: zstd\r\n"), Reason.TOO_BIG, False, id="zstd bomb"),
    pytest.param(
        answer(gzip.compress(b"") * 5_000, head="Content-Encoding: gzip\r\n"), Reason.BAD_ENCODING, False, id="members"
    ),
    pytest.param(
        answer(gzip.compress(GZIP_BOMB), head="Content-Encoding: gzip, gzip\r\n"),
        Reason.BAD_ENCODING,
        False,
        id="layers",
    ),
    pytest.param(answer(b"rubbish", head="Content-Encoding: gzip\r\n"), Reason.BAD_ENCODING, False, id="no gzip"),
    pytest.param(answer(b"\xff" * 20, head="Content-Encoding: br\r\n"), Reason.BAD_ENCODING, False, id="no br"),
    pytest.param(answer(b"rubbish", head="Content-Encoding: zstd\r\n"), Reason.BAD_ENCODING, False, id="no zstd"),
    pytest.param(answer(b"rubbish", head="Content-Encoding: lzma\r\n"), Reason.BAD_ENCODING, False, id="not asked for"),
    pytest.param(
        answer(GZIPPED_NOISE[:9_000], head="Content-Encoding: gzip\r\n"), Reason.TRUNCATED, True, id="half of a gzip"
    ),
    pytest.param(
        answer(brotli.compress(os.urandom(9_000))[:5_000], head="Content-Encoding: br\r\n"),
        Reason.TRUNCATED,
        True,
        id="half of a br",
    ),
    pytest.param(answer(b" \r\n"), Reason.EMPTY_PAGE, True, id="an empty page"),
    pytest.param(answer(b"", "204 No Content"), Reason.EMPTY_PAGE, True, id="no content"),
    pytest.param(answer(b"x", "206 Partial Content"), Reason.TRUNCATED, True, id="a part"),
    pytest.param(answer(b"", "304 Not Modified"), Reason.UNEXPECTED_NOT_MODIFIED, True, id="304 unasked"),
    pytest.param(answer(b"x", "202 Accepted"), Reason.HTTP_STATUS, True, id="202"),
    pytest.param(answer(b"x", "400 Bad Request"), Reason.HTTP_STATUS, False, id="400"),
    pytest.param(answer(b"x", "401 Unauthorized"), Reason.FORBIDDEN, False, id="401"),
    pytest.param(answer(b"x", "403 Forbidden"), Reason.FORBIDDEN, False, id="403"),
    pytest.param(answer(b"x", "404 Not Found"), Reason.NOT_FOUND, False, id="404"),
    pytest.param(answer(b"x", "410 Gone"), Reason.NOT_FOUND, False, id="410"),
    pytest.param(answer(b"x", "429 Too Many Requests"), Reason.RATE_LIMITED, True, id="429"),
    pytest.param(answer(b"x", "500 Oh"), Reason.SERVER_ERROR, True, id="500"),
    pytest.param(answer(b"x", "503 Wait"), Reason.SERVER_ERROR, True, id="503"),
    pytest.param(answer(b"x", "999 Denied"), Reason.HTTP_STATUS, False, id="999"),
    pytest.param(answer(b"", "302 Found"), Reason.BAD_REDIRECT, False, id="redirect to nowhere"),
    pytest.param(answer(b"", "302 Found", "Location: /\r\n"), Reason.TOO_MANY_REDIRECTS, False, id="redirect loop"),
    pytest.param(
        answer(b"", "302 Found", "Location: file:///etc/passwd\r\n"),
        Reason.BAD_REDIRECT,
        False,
        id="redirect to a file",
    ),
    pytest.param(
        answer(b"", "302 Found", "Location: http://u:p@news.example/\r\n"), Reason.BAD_REDIRECT, False, id="credentials"
    ),
    pytest.param(
        answer(b"", "302 Found", "Location: http://[::1\r\n"), Reason.BAD_REDIRECT, False, id="redirect to rubbish"
    ),
]


@pytest.mark.parametrize(("fault", "reason", "is_transient"), FAULTS)
def test_every_fault_has_its_word(
    serve: Serve, client: Client, fault: object, reason: Reason, *, is_transient: bool
) -> None:
    server = serve(fault)
    start = time.monotonic()

    failure = client.fetch(f"{server.url}/")

    assert isinstance(failure, FetchFailure)
    assert (failure.reason, failure.is_transient) == (reason, is_transient)
    assert failure.requested_url == f"{server.url}/"
    assert time.monotonic() - start < 3


PRIVATE = [
    "http://127.0.0.2:{port}/",
    "http://2130706434:{port}/",
    "http://0x7f.2:{port}/",
    "http://[::ffff:127.0.0.2]:{port}/",
    "http://[64:ff9b::127.0.0.2]:{port}/",
    "http://169.254.169.254/latest/meta-data/",
]


@pytest.mark.parametrize("location", PRIVATE)
def test_a_redirect_reaches_no_private_address(serve: Serve, client: Client, location: str) -> None:
    private = serve(answer(b"SECRET"), host="127.0.0.2")
    server = serve(answer(b"", "302 Found", f"Location: {location.format(port=private.port)}\r\n"))

    failure = client.fetch(server.url)

    assert isinstance(failure, FetchFailure)
    assert failure.reason is Reason.BLOCKED_ADDRESS
    assert private.connections == 0


def test_a_pinned_name_is_still_refused_at_a_private_address(serve: Serve) -> None:
    server = serve(answer(b"SECRET"))
    pin = f"news.example:80:127.0.0.1:{server.port}"

    with Client(make_settings(allow_networks="", connect_to=pin)) as guarded:
        refused = guarded.fetch("http://news.example/")
    with Client(make_settings(connect_to=pin)) as opened:
        page = opened.fetch("http://news.example/")

    assert isinstance(refused, FetchFailure)
    assert refused.reason is Reason.BLOCKED_ADDRESS
    assert isinstance(page, HttpResponse)
    assert b"\r\nHost: news.example\r\n" in server.requests[0]


def test_an_endless_body_on_a_redirect_is_left_unread(serve: Serve, client: Client) -> None:
    target = serve(answer(b"story"))
    head = b"HTTP/1.1 301 Moved\r\nTransfer-Encoding: chunked\r\nLocation: %s/a\r\n\r\n" % target.url.encode()
    server = serve(repeat(head, b"1000\r\n" + b"x" * 4096 + b"\r\n"))

    page = client.fetch(server.url)

    assert isinstance(page, HttpResponse)
    assert (page.final_url, page.body) == (f"{target.url}/a", b"story")


def test_a_trailer_that_looks_like_a_status_line_changes_nothing(serve: Serve, client: Client) -> None:
    server = serve(CHUNKED + b"5\r\nstory\r\n0\r\nHTTP/1.1: x\r\nHTTP/1.1 404: y\r\n\r\n")

    page = client.fetch(server.url)

    assert isinstance(page, HttpResponse)
    assert (page.status, page.headers) == (200, (("transfer-encoding", "chunked"),))


def test_the_deadline_covers_all_redirects_together(serve: Serve) -> None:
    def talk(connection: socket.socket, _head: bytes) -> None:
        time.sleep(0.4)
        connection.sendall(answer(b"", "302 Found", "Location: /again\r\n"))

    server = serve(talk)

    with Client(make_settings(max_redirects=50)) as client:
        failure = client.fetch(server.url)

    assert isinstance(failure, FetchFailure)
    assert failure.reason is Reason.TIMEOUT
    assert 900 <= failure.elapsed_ms < 1_500


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        pytest.param("/خبر?س=1", b"/%D8%AE%D8%A8%D8%B1?%D8%B3=1", id="raw UTF-8"),
        pytest.param("/اليوم", b"/%D8%A7%D9%84%D9%8A%D9%88%D9%85", id="a letter with 85 in it"),
        pytest.param("/caf\xe9", b"/caf%E9", id="raw latin-1"),
        pytest.param("/a b", b"/a%20b", id="space"),
        pytest.param("?page=2", b"/?page=2", id="query alone"),
    ],
)
def test_locations_are_read_as_browsers_read_them(serve: Serve, client: Client, location: str, expected: bytes) -> None:
    raw = location.encode("latin-1") if location == "/caf\xe9" else location.encode()

    def talk(connection: socket.socket, head: bytes) -> None:
        redirect = b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: %s\r\n\r\n" % raw
        connection.sendall(redirect if head.startswith(b"GET / ") else answer(b"story"))

    server = serve(talk)

    page = client.fetch(server.url)

    assert isinstance(page, HttpResponse)
    assert server.requests[1].split(b" ")[1] == expected


@pytest.mark.parametrize(
    "url",
    [
        "",
        "news.example",
        "ftp://news.example/",
        "javascript:alert(1)",
        "http://",
        "http://user:secret@127.0.0.1/",
        "http://secret@127.0.0.1/",
        "http://127.0.0.1\\@news.example/",
        "http://news.example:port/",
        "http://news.example:99999/",
        "http://news.example/\r\nX-Injected: 1",
        "http://news.example/\x00",
        "http://new%73.example/",
        "http://[::1%25lo]/",
        "http://" + "a" * 9_000 + ".example/",
        "http://\ud800.example/",
        "http://news.example/\ud800",
    ],
)
def test_unfit_urls_are_refused_and_no_secret_is_repeated(client: Client, url: str) -> None:
    failure = client.fetch(url)

    assert isinstance(failure, FetchFailure)
    assert failure.reason in {Reason.BAD_URL, Reason.BLOCKED_ADDRESS, Reason.DNS}
    assert "secret" not in repr(failure)


def test_a_conditional_request_may_be_answered_by_304(serve: Serve, client: Client) -> None:
    server = serve(answer(b"", "304 Not Modified", 'ETag: "2"\r\n'))

    page = client.fetch(server.url, etag='"1"', last_modified="Mon, 23 Nov 2026 09:00:00 GMT")

    assert isinstance(page, HttpResponse)
    assert (page.status, page.body, page.header("etag")) == (304, b"", '"2"')
    assert b'\r\nIf-None-Match: "1"\r\n' in server.requests[0]
    assert b"\r\nIf-Modified-Since: Mon, 23 Nov 2026 09:00:00 GMT\r\n" in server.requests[0]


def test_a_validator_cannot_add_a_header(serve: Serve, client: Client) -> None:
    server = serve(answer(b"story"))

    client.fetch(server.url, etag='"1"\r\nX-Injected: 1')

    assert b"X-Injected" not in server.requests[0]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        pytest.param("120", 120.0, id="seconds"),
        pytest.param("99999999999999", 86_400.0, id="absurd"),
        pytest.param("-5", None, id="negative"),
        pytest.param("soon", None, id="words"),
        pytest.param("Mon, 23 Nov 1998 09:00:00 GMT", 0.0, id="past date"),
        pytest.param("Mon, 23 Nov 2998 09:00:00 GMT", 86_400.0, id="far date"),
        pytest.param("Mon, 23 Nov 99999 09:00:00 GMT", None, id="impossible date"),
    ],
)
def test_retry_after_is_read_and_bounded(serve: Serve, client: Client, header: str, expected: float | None) -> None:
    server = serve(answer(b"", "429 Slow down", f"Retry-After: {header}\r\n"))

    failure = client.fetch(server.url)

    assert isinstance(failure, FetchFailure)
    assert (failure.retry_after_seconds, failure.status) == (expected, 429)


def test_robots_are_asked_about_every_hop(serve: Serve, client: Client) -> None:
    server = serve(answer(b"", "302 Found", "Location: /closed\r\n"))
    asked: list[str] = []

    def allows(url: str) -> bool:
        asked.append(url)
        return not url.endswith("/closed")

    failure = client.fetch(f"{server.url}/open", allows=allows)

    assert isinstance(failure, FetchFailure)
    assert failure.reason is Reason.ROBOTS_DISALLOWED
    assert asked == [f"{server.url}/open", f"{server.url}/closed"]
    assert len(server.requests) == 1


def test_a_cookie_that_a_redirect_sets_goes_to_the_next_hop_of_its_host_alone(serve: Serve) -> None:
    away = serve(answer(b"story"), host="127.0.0.2")
    cookies = "Set-Cookie: seen=1; Path=/; HttpOnly\r\nSet-Cookie: old=; Max-Age=0\r\nSet-Cookie: a b\r\n"

    def talk(connection: socket.socket, head: bytes) -> None:
        path = head.split(b" ")[1].decode()
        target = f"{away.url}/" if path == "/away" else path
        is_known = b"\r\nCookie: seen=1\r\n" in head
        moved = answer(b"", "302 Found", f"Location: {target}\r\n{cookies}")
        connection.sendall(answer(b"story") if is_known else moved)

    server = serve(talk)

    with Client(make_settings(allow_networks="127.0.0.0/8")) as client:
        outcomes = [client.fetch(f"{server.url}/{path}") for path in ("round", "round", "away")]

    assert all(isinstance(outcome, HttpResponse) for outcome in outcomes)
    assert [b"Cookie: " in head for head in (*server.requests, *away.requests)] == [
        False,
        True,
        False,
        True,
        False,
        False,
    ]


def test_a_call_may_set_its_own_bound(serve: Serve, client: Client) -> None:
    server = serve(answer(b"x" * 150_000))

    assert isinstance(client.fetch(server.url, max_bytes=200_000), HttpResponse)
    assert isinstance(client.fetch(server.url), FetchFailure)


def test_a_proxy_of_the_environment_is_ignored(serve: Serve, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    server = serve(answer(b"story"))
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")

    assert isinstance(client.fetch(server.url), HttpResponse)


def test_a_proxy_of_the_settings_is_used_and_literal_addresses_stay_closed(serve: Serve) -> None:
    proxy = serve(answer(b"story"))

    with Client(make_settings(proxy=proxy.url, allow_networks="")) as client:
        page = client.fetch("http://news.example/a")
        refused = client.fetch("http://0x7f.1/")

    assert isinstance(page, HttpResponse)
    assert proxy.requests[0].startswith(b"GET http://news.example/a HTTP/1.1\r\n")
    assert isinstance(refused, FetchFailure)
    assert refused.reason is Reason.BLOCKED_ADDRESS
    assert len(proxy.requests) == 1


def test_the_password_of_a_proxy_is_in_no_request_that_is_kept(serve: Serve) -> None:
    proxy = serve(answer(b"story"))
    address = proxy.url.replace("//", "//user:s\xe9cret@")

    with Client(make_settings(proxy=address, allow_networks="")) as client:
        page = client.fetch("http://news.example/a")

    assert isinstance(page, HttpResponse)
    assert b"\r\nProxy-Authorization: Basic " in proxy.requests[0]
    assert b"proxy" not in page.request_head.lower()
    assert page.request_head.endswith(b"\r\n\r\n")


def test_connections_are_kept_and_threads_do_not_meet(serve: Serve) -> None:
    def talk(connection: socket.socket, head: bytes) -> None:
        connection.sendall(answer(head.split(b" ")[1]))

    server = serve(talk)

    with Client(make_settings(fetch_seconds=10)) as client, ThreadPoolExecutor(8) as threads:
        pages = list(threads.map(lambda number: client.fetch(f"{server.url}/{number}"), range(400)))

    assert [page.body for page in pages if isinstance(page, HttpResponse)] == [b"/%d" % n for n in range(400)]
    assert server.connections <= 8


def test_a_closed_client_opens_again_when_asked(serve: Serve) -> None:
    server = serve(answer(b"story"))
    client = Client(make_settings())
    client.fetch(server.url)

    client.close()

    assert isinstance(client.fetch(server.url), HttpResponse)
    client.close()


def test_a_refused_connection_and_an_unknown_name_are_named(client: Client) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]

    refused = client.fetch(f"http://127.0.0.1:{port}/")
    unknown = client.fetch("http://no-such-host.invalid/")

    assert isinstance(refused, FetchFailure)
    assert (refused.reason, refused.is_transient) == (Reason.CONNECT, True)
    assert isinstance(unknown, FetchFailure)
    assert unknown.reason in {Reason.DNS, Reason.TIMEOUT}


def test_tls_is_verified_against_the_given_authority(serve: Serve, authority: Authority) -> None:
    server = serve(answer(b"story"), tls=authority.make_context("127.0.0.1"))

    with Client(make_settings(ca_file=authority.file)) as client:
        page = client.fetch(server.url)

    assert isinstance(page, HttpResponse)
    assert page.body == b"story"


@pytest.mark.parametrize(("host", "days"), [("other.example", 1), ("127.0.0.1", -1)])
def test_a_wrong_name_and_an_expired_certificate_are_refused(
    serve: Serve, authority: Authority, host: str, days: int
) -> None:
    server = serve(answer(b"SECRET"), tls=authority.make_context(host, days))

    with Client(make_settings(ca_file=authority.file)) as client:
        failure = client.fetch(server.url)

    assert isinstance(failure, FetchFailure)
    assert (failure.reason, failure.is_transient) == (Reason.TLS, False)
    assert server.requests == []


def test_an_unknown_authority_is_refused(serve: Serve, authority: Authority) -> None:
    server = serve(answer(b"SECRET"), tls=authority.make_context("127.0.0.1"))

    with Client(make_settings()) as client:
        failure = client.fetch(server.url)

    assert isinstance(failure, FetchFailure)
    assert failure.reason is Reason.TLS


def test_ssl_cert_file_is_trusted_where_no_setting_names_another(
    serve: Serve, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = serve(answer(b"story"), tls=authority.make_context("127.0.0.1"))
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.file))

    with Client(make_settings()) as client:
        assert isinstance(client.fetch(server.url), HttpResponse)


def test_a_handshake_that_hangs_ends_at_the_deadline(client: Client) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        failure = client.fetch(f"https://127.0.0.1:{silent.getsockname()[1]}/")

    assert isinstance(failure, FetchFailure)
    assert failure.reason is Reason.TIMEOUT


def test_a_missing_ca_file_is_told_to_the_operator(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="WARRAQ_CA_FILE names"):
        Client(make_settings(ca_file=tmp_path / "none.pem"))


def test_threads_of_a_finished_lane_leave_no_handles_behind(serve: Serve, client: Client) -> None:
    server = serve(answer(b"story"))
    for _ in range(20):
        thread = threading.Thread(target=client.fetch, args=(server.url,))
        thread.start()
        thread.join()

    assert len(list(Path("/proc/self/fd").iterdir())) < 150
