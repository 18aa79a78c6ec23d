"""How long an answer asks to be believed: Cache-Control and Expires (RFC 9111)."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from warraq.text.instants import parse_mail_date

MAX_AGE = re.compile(r"(?:\A|[,\s])max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)
UNCACHED = re.compile(r"(?:\A|[,\s])no-(?:cache|store)\b", re.IGNORECASE)
DIGITS = re.compile(r"\d{1,9}")
NOTHING = timedelta(0)


def read_freshness(find: Callable[[str], str | None], now: datetime) -> timedelta:
    """Return how long the answer stays fresh by its headers; zero where they do not say, or say it is not.

    ``find`` returns the value of a header by its name in lower case. ``max-age`` comes before ``Expires``, and what a
    cache on the way has used up of it (``Age``) is gone.
    """
    control = find("cache-control") or ""
    if UNCACHED.search(control):
        return NOTHING
    if said := MAX_AGE.search(control):
        age = DIGITS.fullmatch((find("age") or "").strip())
        return max(timedelta(seconds=int(said[1]) - (int(age[0]) if age else 0)), NOTHING)
    expires, sent_at = read_date(find("expires")), read_date(find("date")) or now
    return max(expires - sent_at, NOTHING) if expires else NOTHING


def read_date(value: str | None) -> datetime | None:
    """Return a date of HTTP in UTC, or None where there is none: ``Expires: 0`` means long ago."""
    read = parse_mail_date(value) if value else None
    return read.replace(tzinfo=UTC) if read and read.tzinfo is None else read
