"""Every way a fetch can fail, and the word of ``model.Reason`` for it."""

from datetime import UTC, datetime

from warraq.model import FetchFailure, Reason
from warraq.text.instants import parse_mail_date

DETAIL_CHARACTERS = 300
MAX_RETRY_AFTER_SECONDS = 86_400.0  # Airflow caps its own retry delay at a day too; servers ask for years.

# What time can mend, by fate "R" of the fault model of 2026-11-23. TLS is not here: a wrong certificate stays wrong.
TRANSIENT = frozenset(
    {
        Reason.CONNECT,
        Reason.DNS,
        Reason.EMPTY_PAGE,
        Reason.EMPTY_REPLY,
        Reason.RATE_LIMITED,
        Reason.RESET,
        Reason.SERVER_ERROR,
        Reason.TIMEOUT,
        Reason.TRUNCATED,
        Reason.UNEXPECTED_NOT_MODIFIED,
    }
)

# libcurl's error codes, as of 8.23. The word, and whether time can mend it where that differs from ``TRANSIENT``.
CURL_REASONS: dict[int, Reason] = {
    1: Reason.BAD_RESPONSE,  # The scheme was checked before: what remains is HTTP/0.9, that is, no HTTP at all.
    3: Reason.BAD_URL,
    5: Reason.DNS,  # Of the proxy.
    6: Reason.DNS,
    7: Reason.CONNECT,
    8: Reason.BAD_RESPONSE,
    16: Reason.BAD_RESPONSE,
    18: Reason.TRUNCATED,
    28: Reason.TIMEOUT,
    35: Reason.TLS,
    51: Reason.TLS,
    52: Reason.EMPTY_REPLY,
    53: Reason.TLS,
    54: Reason.TLS,
    55: Reason.RESET,
    56: Reason.RESET,
    58: Reason.TLS,
    59: Reason.TLS,
    60: Reason.TLS,
    61: Reason.BAD_ENCODING,
    63: Reason.TOO_BIG,
    66: Reason.TLS,
    77: Reason.TLS,
    80: Reason.TLS,
    83: Reason.TLS,
    91: Reason.TLS,
    97: Reason.CONNECT,  # The proxy refused.
    100: Reason.HEADERS_TOO_BIG,
}
HANDSHAKE_FAILED = 35  # A middlebox or a restart can cause it: time can mend it.
RECEIVE_FAILED = 56  # A reset, unless the message says that the chunks were malformed.

# Statuses that are neither a page nor a redirect.
STATUS_REASONS: dict[int, Reason] = {
    204: Reason.EMPTY_PAGE,
    205: Reason.EMPTY_PAGE,
    206: Reason.TRUNCATED,  # We never ask for a range.
    401: Reason.FORBIDDEN,
    402: Reason.FORBIDDEN,
    403: Reason.FORBIDDEN,
    404: Reason.NOT_FOUND,
    410: Reason.NOT_FOUND,
    429: Reason.RATE_LIMITED,
    451: Reason.FORBIDDEN,
}
# 202 is how bot walls stall (AWS WAF, 2024); 408, 421 and 425 ask for another attempt by their definition (RFC 9110).
TRANSIENT_STATUSES = frozenset({202, 408, 421, 425})


class Fault(Exception):  # noqa: N818 -- It never leaves the room; a FetchFailure does.
    """Why this fetch gives no page. ``Client.fetch`` turns it into a ``FetchFailure``."""

    def __init__(
        self,
        reason: Reason,
        detail: str,
        *,
        is_transient: bool | None = None,
        retry_after_seconds: float | None = None,
        status: int | None = None,
    ) -> None:
        """Keep the parts of the failure; ``is_transient`` None means as ``TRANSIENT`` says."""
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail[:DETAIL_CHARACTERS]
        self.is_transient = reason in TRANSIENT if is_transient is None else is_transient
        self.retry_after_seconds = retry_after_seconds
        self.status = status

    def as_failure(self, requested_url: str, elapsed_ms: int) -> FetchFailure:
        """Return the value that leaves the room."""
        return FetchFailure(
            requested_url=requested_url,
            reason=self.reason,
            detail=self.detail,
            is_transient=self.is_transient,
            retry_after_seconds=self.retry_after_seconds,
            status=self.status,
            elapsed_ms=elapsed_ms,
        )


def name_curl_error(code: int, message: str) -> Fault:
    """Return the fault for libcurl's error ``code``; one unknown to us counts as a bad response time may mend."""
    if code == RECEIVE_FAILED and "chunk" in message.lower():
        return Fault(Reason.BAD_RESPONSE, message, is_transient=True)
    reason = CURL_REASONS.get(code)
    if reason is None:
        return Fault(Reason.BAD_RESPONSE, f"libcurl error {code}: {message}", is_transient=True)
    return Fault(reason, message or f"libcurl error {code}", is_transient=True if code == HANDSHAKE_FAILED else None)


def name_status(status: int, retry_after: str | None, now: datetime) -> Fault:
    """Return the fault for an HTTP ``status`` that is no page; ``retry_after`` is the header as sent."""
    rest = Reason.SERVER_ERROR if 500 <= status < 600 else Reason.HTTP_STATUS  # noqa: PLR2004 -- RFC 9110, section 15.
    reason = STATUS_REASONS.get(status, rest)
    return Fault(
        reason,
        f"HTTP status {status}",
        is_transient=True if status in TRANSIENT_STATUSES else None,
        retry_after_seconds=read_retry_after(retry_after, now),
        status=status,
    )


def read_retry_after(value: str | None, now: datetime) -> float | None:
    """Return the seconds to wait that a ``Retry-After`` asks for, 0 to a day, or None where it says nothing sound.

    Seconds or an HTTP date (RFC 9110, section 10.2.3).
    """
    text = (value or "").strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:12]), MAX_RETRY_AFTER_SECONDS)
    at = parse_mail_date(text)
    if at is None:
        return None
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at
    return min(max((at - now).total_seconds(), 0.0), MAX_RETRY_AFTER_SECONDS)
