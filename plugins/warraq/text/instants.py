"""Instants written for machines, ISO 8601 and counts of seconds, and the bounds of what may be one."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

# News was put on the web from about 1990 on; 1970 is a clock that was never set, 9999 a field that was never filled.
FIRST_YEAR, LAST_YEAR = 1990, 2100
ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)"
    r"(?:[Tt ]\s*(\d\d?):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*"
    r"(Z|z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?(?:\s?UTC)?)?(?:\[[\w/+-]+\])?"
)
ORDINAL_DAY = re.compile(r"(\d{4})-(\d{3})")
COMPACT = re.compile(r"(\d{8})(\d{4})(\d\d)?")
EPOCH = re.compile(r"(?:/Date\()?(\d{10}|\d{13}|\d{16})(?:\.\d+)?(?:\)/)?")
EPOCH_DIGITS = 10
LEAP_SECOND = 60
MAX_OFFSET = timedelta(hours=14)
ZONELESS = frozenset({"Etc/UTC", "GMT", "UTC"})


@lru_cache(maxsize=256)
def load_zone(name: str) -> tzinfo:
    """Return a zone by its IANA name. Raises ``ZoneInfoNotFoundError`` (a ``KeyError``) where there is none."""
    return UTC if name in ZONELESS else ZoneInfo(name)


def parse_epoch(text: str) -> datetime | None:
    """Return the instant that a count of seconds, milliseconds or microseconds since 1970 names."""
    found = EPOCH.fullmatch(text)
    seconds = int(found[1]) / 10 ** (len(found[1]) - EPOCH_DIGITS) if found else 0
    at = datetime.fromtimestamp(seconds, UTC)
    return at.replace(microsecond=0) if is_plausible(at.year) else None


def parse_iso(text: str, zone: tzinfo) -> datetime | None:
    """Return the instant an ISO 8601 text names, or None where it is no such text or no such day."""
    compact = COMPACT.fullmatch(text)
    if compact:
        text = f"{compact[1]}T{compact[2]}{compact[3] or '00'}"
    ordinal = ORDINAL_DAY.fullmatch(text)
    found = ISO.fullmatch(text)
    try:
        if ordinal:
            day = date(int(ordinal[1]), 1, 1) + timedelta(days=int(ordinal[2]) - 1)
            return localise(day, time(), zone) if day.year == int(ordinal[1]) else None
        if not found:
            return None
        year, month, day_number, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
        offset = read_offset(found[7]) if found[7] else zone
        return localise_clock(date(year, month, day_number), (hour, minute, second), offset) if offset else None
    except ValueError:
        return None


def parse_mail_date(text: str) -> datetime | None:
    """Return the instant that a date of mail or HTTP names (RFC 5322, RFC 850), naive where its zone is not said."""
    try:
        return parsedate_to_datetime(text)
    except (IndexError, OverflowError, TypeError, ValueError):  # Of numbers in thousands of digits, too.
        return None


def is_broken_iso(text: str) -> bool:
    """Tell whether a text is of ISO 8601's form and our years: where ``parse_iso`` reads none, it is a mistake."""
    return bool(ISO.fullmatch(text)) and is_plausible(int(text[:4]))


def is_plausible(year: int) -> bool:
    """Tell whether news was published on the web in that year."""
    return FIRST_YEAR <= year <= LAST_YEAR


def localise(day: date, clock: time, zone: tzinfo) -> datetime | None:
    """Return the instant of a day and time in a zone, or None where no news was published then."""
    return datetime.combine(day, clock, zone).astimezone(UTC) if is_plausible(day.year) else None


def localise_clock(day: date, clock: tuple[int, int, int], zone: tzinfo) -> datetime | None:
    """Return the instant of a day and its hour, minute, second: 24:00 is the next day, a leap second the one before.

    Raises ``ValueError`` where there is no such time.
    """
    hour, minute, second = clock
    if (hour, minute, second) == (24, 0, 0):
        return localise(day + timedelta(days=1), time(), zone)
    return localise(day, time(hour, minute, 59 if second == LEAP_SECOND else second), zone)


def read_offset(text: str) -> tzinfo | None:
    """Return the zone of ``Z``, ``+03``, ``+0300`` or ``+03:00``, or None where no place keeps such a time."""
    if text[0] not in "+-":
        return UTC
    digits = text[1:].replace(":", "")
    return make_offset(text[0], int(digits[:2]), int(digits[2:] or 0))


def make_offset(sign: str, hours: int, minutes: int) -> tzinfo | None:
    """Return the zone that far from Greenwich, or None where no place is."""
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(offset if sign == "+" else -offset) if offset <= MAX_OFFSET else None
