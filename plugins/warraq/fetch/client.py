"""The client: one URL in, one response or one named failure out."""

import os
import ssl
import threading
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from http import HTTPStatus
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import certifi

from warraq.codings import CodingError, Decoded, decode_body
from warraq.errors import UsageError
from warraq.fetch.addresses import check_url, follow_location, hide_credentials, is_open, read_literal
from warraq.fetch.cookies import keep_cookies, write_cookies
from warraq.fetch.faults import Fault, name_status
from warraq.fetch.loop import Answer, Loop, Outcome, Steps, Then
from warraq.fetch.wire import PAGE_STATUSES, Ask, Reply, Wire
from warraq.model import HttpResponse, Reason
from warraq.settings import Settings

REDIRECT_STATUSES = frozenset({301, 302, 303, 307, 308})
# Where systems keep their certificates, beside what Python was built with: pycurl's wheel knows Red Hat's place only.
SYSTEM_CA_FILES = (
    "/etc/ssl/certs/ca-certificates.crt",  # Debian, Alpine, Arch.
    "/etc/pki/tls/certs/ca-bundle.crt",  # Fedora, Red Hat.
    "/etc/ssl/ca-bundle.pem",  # openSUSE.
    "/etc/ssl/cert.pem",  # macOS, BSD.
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """One fetch on its way through its redirects."""

    requested_url: str
    validators: tuple[str, ...]
    max_bytes: int
    deadline: float  # On the monotonic clock.
    allows: Callable[[str], bool] | None = None
    takes_start: bool = False


class Client:
    """A client for any number of threads. All fetches are taken by one thread of its own, from the first one on."""

    def __init__(self, settings: Settings) -> None:
        """Choose the certificates to trust. Raises ``UsageError`` where their file or the user agent is unfit."""
        if not settings.user_agent.isprintable():
            message = "WARRAQ_USER_AGENT holds characters that cannot be sent in a header."
            raise UsageError(message)
        self._settings = settings
        self._ca_file = find_ca_file(settings)
        self._loop: Loop | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        """Return the client itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the client."""
        self.close()

    def close(self) -> None:
        """Break off what is under way and close every connection. A later fetch opens its own anew."""
        with self._lock:
            loop, self._loop = self._loop, None
        if loop is not None:
            loop.close()

    def fetch(
        self,
        url: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        max_bytes: int | None = None,
        allows: Callable[[str], bool] | None = None,
    ) -> Answer:
        """Fetch ``url`` and return what came of it, within ``WARRAQ_FETCH_SECONDS``, redirects included.

        With ``etag`` or ``last_modified`` the answer may be a response of status 304 with no body. ``max_bytes`` (None:
        ``WARRAQ_MAX_PAGE_BYTES``) bounds the body on the wire and again decoded. ``allows`` is asked about the URL of
        every hop, in the form it is sent. No exception leaves, unless ``allows`` raises one.
        """
        outcomes: SimpleQueue[Outcome] = SimpleQueue()
        steps = self.plan(url, etag=etag, last_modified=last_modified, max_bytes=max_bytes, allows=allows)
        self.submit(steps, outcomes.put)
        return outcomes.get().result()

    def submit(self, steps: Steps, then: Then) -> None:
        """Have a fetch taken; ``then`` is called once with its outcome, on the client's thread, and must be quick.

        How many are under way at once, and at whom, is the caller's to bound.
        """
        with self._lock:
            if self._loop is None:
                self._loop = Loop(lambda: Wire(self._settings, self._ca_file))
            self._loop.submit(steps, then)

    def plan(
        self,
        url: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        max_bytes: int | None = None,
        allows: Callable[[str], bool] | None = None,
        takes_start: bool = False,
    ) -> Steps:
        """Return the exchanges that ``fetch`` makes, for ``submit``. The time allowed begins with the first.

        With ``takes_start`` the first ``max_bytes`` of a longer body are kept, instead of it being refused.
        """
        start = time.monotonic()
        errand = Errand(
            requested_url=hide_credentials(url),
            validators=write_validators(etag, last_modified),
            max_bytes=self._settings.max_page_bytes if max_bytes is None else max_bytes,
            deadline=start + self._settings.fetch_seconds,
            allows=allows,
            takes_start=takes_start,
        )
        try:
            final_url, reply = yield from self._walk(check_url(url), errand)
        except Fault as fault:
            failure = fault.as_failure(errand.requested_url, count_ms(start))
            return lambda: failure
        return partial(make_answer, errand, final_url, reply, datetime.now(UTC), count_ms(start))

    def _walk(self, url: str, errand: Errand) -> Generator[Ask, Reply, tuple[str, Reply]]:
        """Follow redirects to the last URL and its reply."""
        cookies: dict[str, str] = {}
        for _ in range(self._settings.max_redirects + 1):
            reply = yield self._ask(url, errand, write_cookies(cookies))
            if reply.status not in REDIRECT_STATUSES:
                return url, reply
            left, url = url, follow_location(url, find_header(reply, "location"))
            cookies = keep_cookies(cookies, reply.headers) if urlsplit(url).hostname == urlsplit(left).hostname else {}
        raise Fault(Reason.TOO_MANY_REDIRECTS, f"over {self._settings.max_redirects} redirects, then {url}")

    def _ask(self, url: str, errand: Errand, cookies: tuple[str, ...]) -> Ask:
        self._check_literal(url)
        if errand.allows is not None and not errand.allows(url):
            raise Fault(Reason.ROBOTS_DISALLOWED, url)
        seconds = errand.deadline - time.monotonic()
        if seconds <= 0:
            raise Fault(Reason.TIMEOUT, f"no time left for {url}")
        return Ask(
            url=url,
            headers=(*errand.validators, *cookies),
            seconds=seconds,
            max_bytes=errand.max_bytes,
            takes_start=errand.takes_start,
        )

    def _check_literal(self, url: str) -> None:
        """Refuse a closed address in a URL bound for the proxy: there the guard sees the proxy's address alone."""
        address = read_literal(urlsplit(url).hostname or "") if self._settings.proxy else None
        if address and not is_open(address, self._settings.allow_networks):
            raise Fault(Reason.BLOCKED_ADDRESS, f"{address} is not a public address")


def make_answer(errand: Errand, final_url: str, reply: Reply, now: datetime, elapsed_ms: int) -> Answer:
    """Return the response fit to keep, or why the reply is no page."""
    try:
        return make_response(errand, final_url, reply, now, elapsed_ms)
    except Fault as fault:
        return fault.as_failure(errand.requested_url, elapsed_ms)


def make_response(errand: Errand, final_url: str, reply: Reply, now: datetime, elapsed_ms: int) -> HttpResponse:
    """Return the response fit to keep. Raises ``Fault`` where the reply is no page."""
    if reply.status == HTTPStatus.NOT_MODIFIED and not errand.validators:
        raise Fault(Reason.UNEXPECTED_NOT_MODIFIED, "304 to a request without validators", status=reply.status)
    if reply.status != HTTPStatus.NOT_MODIFIED and reply.status not in PAGE_STATUSES:
        raise name_status(reply.status, find_header(reply, "retry-after"), now)
    decoded = undo_coding(reply, errand.max_bytes)
    if reply.status in PAGE_STATUSES and not decoded.body.strip():
        raise Fault(Reason.EMPTY_PAGE, f"HTTP status {reply.status} with no body", status=reply.status)
    return HttpResponse(
        requested_url=errand.requested_url,
        final_url=final_url,
        status=reply.status,
        request_head=reply.request_head,
        response_head=reply.response_head,
        headers=reply.headers,
        body=decoded.body,
        gzip_body=reply.raw_body if decoded.is_plain_gzip else None,
        ip_address=reply.ip_address,
        fetched_at=now,
        elapsed_ms=elapsed_ms,
    )


def undo_coding(reply: Reply, max_bytes: int) -> Decoded:
    """Return the reply's body without its content coding. Raises ``Fault``."""
    try:
        return decode_body(reply.raw_body, find_header(reply, "content-encoding"), max_bytes)
    except CodingError as error:
        raise Fault(error.reason, str(error)) from None


def find_header(reply: Reply, name: str) -> str | None:
    """Return the values of the header ``name`` joined by commas (RFC 9110, 5.3), or None where it was not sent."""
    values = [value for key, value in reply.headers if key == name]
    if name == "content-encoding":
        return ", ".join(values) or None
    return values[-1] if values else None


def write_validators(etag: str | None, last_modified: str | None) -> tuple[str, ...]:
    """Return the headers of a conditional request. A validator that could break out of its header is left out."""
    fields = (("If-None-Match", etag), ("If-Modified-Since", last_modified))
    return tuple(f"{name}: {value}" for name, value in fields if value and value.isascii() and value.isprintable())


def count_ms(start: float) -> int:
    """Return the milliseconds since ``start`` of the monotonic clock."""
    return int((time.monotonic() - start) * 1000)


def find_ca_file(settings: Settings) -> str:
    """Return the certificates to trust: the setting's, ``SSL_CERT_FILE``'s, the system's, certifi's.

    Raises ``UsageError`` where the first that is named does not exist.
    """
    named = (("WARRAQ_CA_FILE", settings.ca_file), ("SSL_CERT_FILE", os.environ.get("SSL_CERT_FILE")))
    for variable, value in named:
        if value:
            if not Path(value).is_file():
                message = f"{variable} names {value}, which is no file: give a PEM file of certificates, or unset it."
                raise UsageError(message)
            return str(value)
    places = (ssl.get_default_verify_paths().cafile or "", *SYSTEM_CA_FILES, certifi.where())
    return next(place for place in places if Path(place).is_file())
