"""One HTTP exchange on one libcurl handle, every part of it bounded. Redirects are the client's to walk."""

import re
import socket
from dataclasses import dataclass
from typing import Any

import pycurl

from warraq.codings import ACCEPTED
from warraq.fetch.addresses import is_open
from warraq.fetch.faults import Fault, name_curl_error
from warraq.model import Reason
from warraq.settings import Settings

PAGE_STATUSES = frozenset({200, 203})
MAX_FRAMING = 8  # Bytes on the wire for one of a body: a chunk of one byte takes six.
SPARE_BYTES = 65_536  # Of a body we do not want: read so far, so that the connection can be used again.
BUFFER_BYTES = 131_072  # Read at once, of most pages all there is: each piece is a call of ours.
MAX_IDLE_CONNECTIONS = 100  # A thread visits many hosts in turn.
WRITE_FAILED = 23
FOR_THE_PROXY = re.compile(
    rb"(?im)^proxy-[^\r\n]*\r?\n"
)  # Its password among them: no server sees it, no WARC keeps it.
LINE_END = re.compile(r"\r?\n")  # Of all that Python takes for one: the letter \u0645 holds a \x85 in UTF-8.
BLANKS = " \t\r"
STATUS_LINE = re.compile(rb"HTTP/[\d.]+ (\d{3})\b")
ABORT = -1
ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What one exchange sends, and the most it may cost."""

    url: str
    headers: tuple[str, ...]
    seconds: float
    max_bytes: int
    takes_start: bool = False  # Of a longer body the first ``max_bytes`` are kept, instead of none.


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What came back, the body still in its content coding."""

    status: int
    request_head: bytes
    response_head: bytes
    headers: tuple[tuple[str, str], ...]
    raw_body: bytes
    ip_address: str


class Wire:
    """A libcurl handle with its connections. Not to be shared between threads, nor used after a fork."""

    def __init__(self, settings: Settings, ca_file: str) -> None:
        """Set everything that stays the same from one exchange to the next."""
        self._settings = settings
        self._curl = pycurl.Curl()
        self._asked: list[str] = []  # The headers set last.
        self._forget(max_bytes=0)
        for option, value in self._standing_options(ca_file):
            self._curl.setopt(option, value)

    def _standing_options(self, ca_file: str) -> tuple[tuple[int, Any], ...]:
        settings = self._settings
        return (
            (pycurl.BUFFERSIZE, BUFFER_BYTES),
            (pycurl.CAINFO, ca_file),
            (pycurl.CONNECTTIMEOUT_MS, max(1, int(settings.connect_seconds * 1000))),
            (pycurl.CONNECT_TO, [pin.encode() for pin in settings.connect_to]),
            (pycurl.DEBUGFUNCTION, self._note_traffic),
            (pycurl.FOLLOWLOCATION, 0),
            (pycurl.HEADERFUNCTION, self._read_header),
            (pycurl.HTTP09_ALLOWED, 0),
            (pycurl.HTTP_CONTENT_DECODING, 0),
            (pycurl.HTTP_VERSION, pycurl.CURL_HTTP_VERSION_1_1),  # What a WARC can hold as it was sent.
            (pycurl.MAXCONNECTS, MAX_IDLE_CONNECTIONS),
            (pycurl.NOPROXY, ""),
            (pycurl.NOSIGNAL, 1),
            (pycurl.OPENSOCKETFUNCTION, self._open_socket),
            (pycurl.PROTOCOLS, pycurl.PROTO_HTTP | pycurl.PROTO_HTTPS),
            (pycurl.PROXY, (settings.proxy or "").encode()),  # An empty one also silences http_proxy.
            (pycurl.SSL_VERIFYHOST, 2),
            (pycurl.SSL_VERIFYPEER, 1),
            (pycurl.USERAGENT, settings.user_agent.encode()),
            (pycurl.VERBOSE, 1),
            (pycurl.WRITEFUNCTION, self._read_body),
        )

    def close(self) -> None:
        """Close the handle and its connections."""
        self._curl.close()

    def begin(self, ask: Ask) -> pycurl.Curl:
        """Make ready to send one GET; return the handle, for who performs it and then calls ``end``."""
        self._forget(ask.max_bytes, takes_start=ask.takes_start)
        coding = "identity" if ask.takes_start else ACCEPTED  # Half a compressed body says nothing.
        self._curl.setopt(pycurl.URL, ask.url)
        self._curl.setopt(pycurl.TIMEOUT_MS, max(1, int(ask.seconds * 1000)))
        headers = [f"Accept: {ACCEPT}", f"Accept-Encoding: {coding}", *ask.headers]
        if headers != self._asked:
            self._curl.setopt(pycurl.HTTPHEADER, headers)
            self._asked = headers
        return self._curl

    def end(self, code: int = 0, message: str = "") -> Reply:
        """Return the whole reply; ``code`` is libcurl's error, 0 for none. Raises ``Fault``."""
        head, body = b"".join(self._head), b"".join(self._body)
        self._body.clear()  # An idle handle holds no page.
        if self._fault or (code and not (self._is_cut and code == WRITE_FAILED)):
            raise self._name_fault(code, message)
        return Reply(
            status=self._status,
            request_head=self._sent,
            response_head=head,
            headers=self._headers or read_headers(head),
            raw_body=body,
            ip_address=self._curl.getinfo(pycurl.PRIMARY_IP),
        )

    def _forget(self, max_bytes: int, *, takes_start: bool = False) -> None:
        self._max_bytes = max_bytes
        self._takes_start = takes_start
        self._sent = b""
        self._status = 0
        self._head: list[bytes] = []
        self._head_bytes = 0
        self._headers: tuple[tuple[str, str], ...] = ()  # Of the head, once it is whole.
        self._is_head_whole = False
        self._body: list[bytes] = []
        self._body_bytes = 0
        self._is_cut = False  # A body was not wanted to its end.
        self._framed_bytes = 0
        self._dialled: list[str] = []
        self._refused: list[str] = []
        self._fault: Fault | None = None

    @property
    def is_flooded(self) -> bool:
        """Tell whether far more has come than a body can hold: extensions of chunks without end, which nobody sees."""
        return self._framed_bytes > MAX_FRAMING * self._max_bytes

    def break_off(self) -> None:
        """Note that the exchange was broken off because it ``is_flooded``."""
        self._fault = Fault(Reason.TOO_BIG, f"over {self._framed_bytes} bytes on the wire, and no end of a body")

    def _name_fault(self, code: int, message: str) -> Fault:
        if self._fault:
            return self._fault
        if self._refused and not self._dialled:
            return Fault(Reason.BLOCKED_ADDRESS, f"{self._refused[0]} is not a public address")
        return name_curl_error(code, message)

    def _open_socket(self, _purpose: int, address: Any) -> socket.socket | int:  # noqa: ANN401 -- pycurl has no types.
        """Open a socket for the very address libcurl is about to dial, or refuse it.

        Where a proxy is set every address is the proxy's, which the operator chose.
        """
        host = address.addr[0] if address.family in {socket.AF_INET, socket.AF_INET6} else str(address.addr)
        if not self._settings.proxy and not is_open(host, self._settings.allow_networks):
            self._refused.append(host)
            return int(pycurl.SOCKET_BAD)
        self._dialled.append(host)
        return socket.socket(address.family, address.socktype, address.protocol)

    def _note_traffic(self, kind: int, data: bytes) -> None:
        if kind == pycurl.INFOTYPE_HEADER_OUT:
            self._sent = FOR_THE_PROXY.sub(b"", data)
        elif kind == pycurl.INFOTYPE_DATA_IN:
            self._framed_bytes += len(data)

    def _read_header(self, line: bytes) -> int | None:
        """Collect the final head; interim ones and a proxy's are replaced, trailers are counted and left."""
        self._head_bytes += len(line)
        if self._head_bytes > self._settings.max_header_bytes:
            self._fault = Fault(Reason.HEADERS_TOO_BIG, f"over {self._settings.max_header_bytes} bytes")
            return ABORT
        if (match := STATUS_LINE.match(line)) and not self._body_bytes:
            self._head, self._is_head_whole, self._headers = [], False, ()
            self._status = int(match[1])
        if not self._is_head_whole:
            self._head.append(line)
            self._is_head_whole = not line.strip(b"\r\n")
            return self._check_length() if self._is_head_whole else None
        return None

    def _check_length(self) -> int | None:
        """Refuse a page that announces more than we take, before any of it comes."""
        self._headers = read_headers(b"".join(self._head))
        lengths = [value for name, value in self._headers if name == "content-length"]
        length = lengths[-1] if lengths and lengths[-1].isdecimal() else "0"
        if self._status in PAGE_STATUSES and int(length[:20]) > self._max_bytes and not self._takes_start:
            self._fault = Fault(Reason.TOO_BIG, f"{length[:20]} bytes announced, over {self._max_bytes}")
            return ABORT
        return None

    def _read_body(self, chunk: bytes) -> int | None:
        self._body_bytes += len(chunk)
        if self._status not in PAGE_STATUSES:
            self._is_cut = self._body_bytes > SPARE_BYTES
            return ABORT if self._is_cut else None
        if self._body_bytes > self._max_bytes and self._takes_start:
            self._body.append(chunk[: self._max_bytes - self._body_bytes])
            self._is_cut = True
            return ABORT
        if self._body_bytes > self._max_bytes:
            self._fault = Fault(Reason.TOO_BIG, f"over {self._max_bytes} bytes on the wire")
            return ABORT
        self._body.append(chunk)
        return None


def read_headers(head: bytes) -> tuple[tuple[str, str], ...]:
    """Return the names, in lower case, and values of a response's ``head``, folded lines joined (RFC 9112, 5.2)."""
    fields: list[tuple[str, str]] = []
    for line in LINE_END.split(head.decode("latin-1"))[1:]:
        if line[:1] in {" ", "\t"} and fields:
            name, value = fields.pop()
            fields.append((name, f"{value} {line.strip(BLANKS)}".strip(BLANKS)))
        elif line.strip(BLANKS):
            name, _, value = line.partition(":")
            fields.append((name.strip(BLANKS).lower(), value.strip(BLANKS)))
    return tuple(fields)
