"""Printed dates read: ISO 8601, RFC 2822, and what newspapers print in some fifty languages and three calendars.

None rather than a guess: a year must stand there in full, a day that two readings allow is no day, and the year must
be one in which news was put on the web. General parsers answer where there is no answer (facts of 2026-11-23, section
6: "3 آب 2022" read as today, 1 January for every Levantine month), so the tables here are all there is.
"""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from warraq.text.calendars import convert_hijri, convert_persian
from warraq.text.date_tokens import Token, tokenise

# News was put on the web from about 1990 on; 1970 is a clock that was never set, 9999 a field that was never filled.
FIRST_YEAR, LAST_YEAR = 1990, 2100
FIRST_LUNAR_YEAR, LAST_LUNAR_YEAR = 1300, 1499  # Persian and Hijri years of the same span, and then some.
BUDDHIST_YEARS = range(2500, 2700)
BUDDHIST_ERA = 543

MAX_CHARACTERS = 300  # A longer line is a paragraph.
MAX_UNKNOWN_WORDS = 6  # As many as a place and a name: more is prose, and its date part of the story.

ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)"
    r"(?:[Tt ]\s*(\d\d?):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?(?:\s?UTC)?)?(?:\[[\w/+-]+\])?"
)
ORDINAL_DAY = re.compile(r"(\d{4})-(\d{3})")
COMPACT = re.compile(r"(\d{8})(\d{4})(\d\d)?")
EPOCH = re.compile(r"(?:/Date\()?(\d{10}|\d{13}|\d{16})(?:\.\d+)?(?:\)/)?")
EPOCH_DIGITS = 10

JOINT = "[-/.,o]{0,3}"
DATES = tuple(
    re.compile(pattern)
    for pattern in (
        f"(?P<day>d){JOINT}(?P<month>[MPH])[.]?(?:[(/-]{{1,2}}(?P<twin>M)\\)?)?{JOINT}(?P<year>y)(?P<era>[mes]?)",
        f"(?P<month>[MP])[.]?(?:[(/-]{{1,2}}(?P<twin>M)\\)?)?[.o]{{0,2}}(?P<day>d)[-/.,o]{{0,3}}(?P<year>y)",
        "(?P<month>M)(?P<day>d),?d:d(?::d)?[az]{0,2}(?P<year>y)",
        "(?P<year>y)[-/.,omY]{0,2}(?P<month>[MP])[-/.,o]{0,2}(?P<day>d)",
        "(?P<year>y)Y(?P<number>d)X(?P<day>d)D?",
        "(?P<reign>E)(?P<year>[dn])Y(?P<number>d)X(?P<day>d)D?",
        "(?P<day>d),?v(?P<number>d)[,/o]{0,2}(?P<year>y)",
        "(?P<year>y)(?P<sign>[-/.])(?P<number>d)(?P=sign)(?P<day>d)(?![-/.][dny](?!:))(?P<era>[mes]?)",
        "(?<!d[/.])(?P<first>d)(?P<sign>[-/.])(?P<second>d)(?P=sign)(?P<year>y)(?![-/.][dny](?!:))(?P<era>[mes]?)",
    )
)
TIME = re.compile(
    r"(?P<before>a)?[.,o]{0,2}(?P<hour>d)(?::(?P<minute>d)(?::(?P<second>d))?(?:[.,][dny](?!:))?|h(?P<minute2>d)?i?)(?P<after>[am])?"
    r"|(?P<hour2>d)\.(?P<minute3>d)h|o\.?(?P<hour3>d)\.(?P<minute4>d)|(?P<hour4>d)(?P<after2>a)"
)
OFFSET = re.compile(
    r"(?:[.,]\d+)?\s*\(?(?:(?:GMT|UTC)\s?([+\-−])\s?(\d\d?)(?::?(\d\d))?|([+\-−])(\d\d):?(\d\d)|(\+)(\d\d?))(?!\d)"
)
MAX_OFFSET = timedelta(hours=14)
MAX_DISTANCE = 8  # Tokens between a date and its time.

AMERICAN_ZONES = frozenset({
    "America/Anchorage", "America/Boise", "America/Chicago", "America/Denver", "America/Detroit", "America/Los_Angeles",
    "America/New_York", "America/Phoenix", "Pacific/Honolulu",
})  # fmt: skip
ZONELESS = frozenset({"Etc/UTC", "GMT", "UTC"})

FORENOON, AFTERNOON, NIGHT, NOON = 1, 2, 3, 4
WHOLE_LINE = re.compile(r"[^x?]*")
LABELLED = re.compile(r"[lu].*(dM|Md|dXd|d:d|r)")
MAX_LINE_CHARACTERS = 160


class FoundDate(NamedTuple):
    """A full date in a line: as printed, the instant it names (UTC), and its calendar.

    A Hijri day is a hint: countries differ by one.
    """

    text: str
    at: datetime
    calendar: str  # gregorian, persian, hijri.


def parse_date(text: str, *, time_zone: str = "UTC", language: str | None = None) -> datetime | None:
    """Return the one date a text names, aware and in UTC, or None where there is none or a doubt which.

    A time without a zone, and midnight where no time stands, are of ``time_zone`` (IANA). ``language`` (ISO 639-1)
    settles names and the order of numbers. A Hijri date alone gives None.
    """
    stripped = text.strip()
    if len(stripped) > MAX_CHARACTERS:
        return None
    zone = load_zone(time_zone)
    if stripped.isascii() and stripped[:1] in "/0123456789":
        found = parse_epoch(stripped) or parse_iso(stripped, zone)
        if found:
            return found
    return choose_date(stripped, time_zone, language)


def find_dates(text: str, *, time_zone: str = "UTC", language: str | None = None) -> tuple[FoundDate, ...]:
    """Return the full dates in a line in their order, each with its calendar; empty where there is none."""
    if len(text) > MAX_CHARACTERS:
        return ()
    tokens = tokenise(text, language)
    return tuple(found for _, found in read_dates(text, tokens, time_zone, language))


def is_date_line(text: str) -> bool:
    """Tell whether a line is nothing but a date, or a time since, with words such as "Published" or "آخر تحديث"."""
    if len(text) > MAX_LINE_CHARACTERS:
        return False
    tokens = tokenise(text)
    shape = "".join(token.kind for token in tokens)
    if not WHOLE_LINE.fullmatch(shape):
        return False
    since = sum(token.value for token in tokens if token.kind == "r") > 1
    return since or bool(LABELLED.search(shape)) or bool(read_dates(text, tokens, "UTC", None))


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
    return localise(day, time(hour, minute, min(second, 59) if second <= 60 else second), zone)  # noqa: PLR2004 - leap second.


def read_offset(text: str) -> tzinfo | None:
    """Return the zone of ``Z``, ``+03``, ``+0300`` or ``+03:00``, or None where no place keeps such a time."""
    if text[0] not in "+-":
        return UTC
    digits = text[1:].replace(":", "")
    return make_offset(text[0], int(digits[:2]), int(digits[2:] or 0))


def make_offset(sign: str, hours: int, minutes: int) -> tzinfo | None:
    """Return the zone that far from Greenwich, or None where no place is."""
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(offset if sign == "+" else -offset) if offset <= MAX_OFFSET and minutes < 60 else None  # noqa: PLR2004 - minutes.


def choose_date(text: str, time_zone: str, language: str | None) -> datetime | None:
    """Return the line's one date, or of several the one that its label says is of publication."""
    tokens = tokenise(text, language)
    if sum(token.kind == "x" for token in tokens) > MAX_UNKNOWN_WORDS:
        return None
    found = [
        (start, date_.at) for start, date_ in read_dates(text, tokens, time_zone, language) if date_.calendar != "hijri"
    ]
    days = {at for _, at in found}
    if len(days) <= 1:
        return found[0][1] if found else None
    labelled = {at for start, at in found if label_before(tokens, start) == "l"}
    return labelled.pop() if len(labelled) == 1 else None


def label_before(tokens: list[Token], start: int) -> str | None:
    """Return the kind of the nearest label before a token."""
    return next((token.kind for token in reversed(tokens[:start]) if token.kind in "lu"), None)


def read_dates(text: str, tokens: list[Token], time_zone: str, language: str | None) -> list[tuple[int, FoundDate]]:
    """Return the dates of a line, each with the index of its first token."""
    shape = "".join(token.kind for token in tokens)
    if "d" not in shape or not {"y", "E"} & set(shape):
        return []
    matches = sorted(
        ((match.start(), order, match) for order, pattern in enumerate(DATES) for match in pattern.finditer(shape)),
        key=lambda found: found[:2],
    )
    dates: list[tuple[re.Match[str], date, str]] = []
    end = 0
    for start, _, match in matches:
        read = read_day(match, tokens, time_zone, language) if start >= end else None
        if read:
            dates.append((match, *read))
            end = match.end()
    masked = mask(shape, [match for match, _, _ in dates])
    found = []
    for match, day, calendar in dates:
        at = read_instant(text, tokens, masked, match.span(), day, load_zone(time_zone))
        if at:
            found.append(
                (
                    match.start(),
                    FoundDate(text[tokens[match.start()].start : tokens[match.end() - 1].end], at, calendar),
                )
            )
    return found


def mask(shape: str, matches: list[re.Match[str]]) -> str:
    """Return the shape with every number and name that a date took crossed out."""
    letters = list(shape)
    for match in matches:
        for name in ("day", "month", "twin", "year", "number", "first", "second", "era"):
            if name in match.re.groupindex and match.start(name) < match.end(name):
                letters[match.start(name)] = "#"
    return "".join(letters)


def read_day(
    match: re.Match[str], tokens: list[Token], time_zone: str, language: str | None
) -> tuple[date, str] | None:
    """Return the day a pattern's match names and its calendar, or None where it names none."""
    value = {name: tokens[match.start(name)].value for name, part in match.groupdict().items() if part}
    calendar = name_calendar(match, value["year"], language)
    try:
        if calendar is None or value.get("twin", value.get("month")) != value.get("month"):
            return None
        year = value["year"] + value.get("reign", 0)
        month, day = order_day(match, value, time_zone, language)
        if calendar == "persian":
            return convert_persian(year, month, day), calendar
        if calendar == "hijri":
            return convert_hijri(year, month, day), calendar
        found = date(year - BUDDHIST_ERA if year in BUDDHIST_YEARS else year, month, day)
        return (found, calendar) if is_plausible(found.year) else None
    except ValueError:
        return None


def name_calendar(match: re.Match[str], year: int, language: str | None) -> str | None:
    """Return the calendar that month, era or language name; None where the year fits none of them."""
    parts = match.groupdict()
    is_lunar = FIRST_LUNAR_YEAR <= year <= LAST_LUNAR_YEAR
    month, era = parts.get("month"), parts.get("era")
    if month in {"P", "H"}:
        return ("persian" if month == "P" else "hijri") if is_lunar else None
    if not is_lunar or month or parts.get("reign"):
        return "gregorian"
    if era == "s" or (era != "e" and language == "fa"):
        return "persian"
    return "hijri" if era == "e" or language == "ar" else None


def order_day(match: re.Match[str], value: dict[str, int], time_zone: str, language: str | None) -> tuple[int, int]:
    """Return month and day. Raises ``ValueError`` where two numbers may be either."""
    if "first" not in value:
        return value.get("month") or value["number"], value["day"]
    first, second = value["first"], value["second"]
    if first == second or first > 12 or match["sign"] == "." or language != "en" or match["era"]:  # noqa: PLR2004 - months.
        return (first, second) if second > 12 >= first and match["sign"] != "." else (second, first)  # noqa: PLR2004 - months.
    if second > 12 or time_zone in AMERICAN_ZONES:  # noqa: PLR2004 - months.
        return first, second
    if time_zone in ZONELESS or time_zone.startswith("America/"):
        raise ValueError(match[0])
    return second, first


def read_instant(
    text: str, tokens: list[Token], masked: str, span: tuple[int, int], day: date, zone: tzinfo
) -> datetime | None:
    """Return a day with the time printed nearest to it, after it by preference; midnight where none is."""
    times = [match for match in TIME.finditer(masked) if not masked[match.start() : match.end()].count("#")]
    after = [match for match in times if 0 <= match.start() - span[1] <= MAX_DISTANCE]
    before = [match for match in times if 0 <= span[0] - match.end() <= MAX_DISTANCE]
    inside = [match for match in times if span[0] <= match.start() and match.end() <= span[1]]
    for match in (*inside, *after[:1], *before[-1:]):
        try:
            clock = read_clock(match, tokens)
            return localise_clock(day, clock, read_zone(text, tokens, masked, match.end()) or zone)
        except ValueError:
            continue
    return localise(day, time(), zone)


def read_clock(match: re.Match[str], tokens: list[Token]) -> tuple[int, int, int]:
    """Return hour, minute and second of a printed time, the half of the day heeded."""
    value = {name.rstrip("234"): tokens[match.start(name)].value for name, part in match.groupdict().items() if part}
    half = AFTERNOON if "m" in (match["after"] or "") else value.get("after", value.get("before", 0))
    hour = value["hour"]
    is_late = half == AFTERNOON or (half == NIGHT and hour >= 6) or (half == NOON and hour < 6)  # noqa: PLR2004 - o'clock.
    if hour < 12 and is_late:  # noqa: PLR2004 - o'clock.
        hour += 12
    elif hour == 12 and half in {FORENOON, NIGHT}:  # noqa: PLR2004 - o'clock.
        hour = 0
    return hour, value.get("minute", 0), value.get("second", 0)


def read_zone(text: str, tokens: list[Token], masked: str, end: int) -> tzinfo | None:
    """Return the zone printed after a time, or None where none is."""
    found = OFFSET.match(text, tokens[end - 1].end)
    if found:
        sign, hours, minutes = (
            part for part in (found.groups()[:3], found.groups()[3:6], (*found.groups()[6:], None)) if part[0]
        ).__next__()
        return make_offset(sign or "+", int(hours or 0), int(minutes or 0))
    named = re.compile("[(,.o-]{0,2}z").match(masked, end)
    return timezone(timedelta(minutes=tokens[named.end() - 1].value)) if named else None
