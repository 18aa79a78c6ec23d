"""Dates found among a line's tokens: day, month and year, the calendar they are of, the time and zone beside them."""

import re
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from typing import NamedTuple

from warraq.text.calendars import convert_hijri, convert_persian
from warraq.text.date_tokens import Token, fold_word
from warraq.text.date_words import REGIONS, ZONES
from warraq.text.instants import ZONELESS, is_plausible, load_zone, localise, localise_clock, make_offset

# 1990 is 1369 in the Persian calendar and 1410 in the Hijri one: until 2031 a year tells which of the two it is of.
FIRST_PERSIAN_YEAR, FIRST_HIJRI_YEAR, LAST_HIJRI_YEAR = 1369, 1410, 1499
BUDDHIST_YEARS = range(2500, 2700)
BUDDHIST_ERA = 543
JOINT = "[-/.,o]{0,3}"
DATES = tuple(
    re.compile(pattern)
    for pattern in (
        # The end of "16-18 December" is no day of publication, that of "16:25-18 December" is.
        f"(?<![^:]d-)(?<!^d-)(?P<day>d){JOINT}(?P<month>[MPH])[.]?(?:[(/-]{{1,2}}(?P<twin>M)\\)?)?{JOINT}(?P<year>y)(?P<era>[mes]?)",
        "(?P<month>[MP])[.]?(?:[(/-]{1,2}(?P<twin>M)\\)?)?[.o]{0,2}(?P<day>d)[-/.,o]{0,3}(?P<year>y)",
        "(?P<month>M)(?P<day>d),?d:d(?::d)?[az]{0,2}(?:[-+](?:y|d:d))?(?P<year>y)",
        "(?P<year>y)[-/.,omY]{0,2}(?P<month>[MP])[-/.,o]{0,2}(?P<day>d)",
        "(?P<year>y)[.-]?Y[.,]?(?P<day>d)[.-]?(?P<month>M)",
        "(?P<year>y)[,.]?w?(?P<day>d)(?P<month>M)(?![-/.,o]{0,3}y)",
        "(?P<year>y)Y(?P<number>d)(?:-o)?X(?P<day>d)D?",
        "(?P<day>d)(?P<number>d)X(?P<year>y)",
        "(?P<reign>E)(?P<year>[dn])Y(?P<number>d)X(?P<day>d)D?",
        "(?P<day>d),?v(?P<number>d)[,/o]{0,2}(?P<year>y)",
        "(?P<year>y)(?P<sign>[-/.])(?P<number>d)(?P=sign)(?P<day>d)(?![-/.][dny](?!:))(?P<era>[mes]?)",
        "(?:(?<=:d/)|(?<!d[/.]))(?P<first>d)(?P<sign>[-/.])(?P<second>d)(?P=sign)(?P<year>y)(?![-/.][dny](?!:))(?P<era>[mes]?)",
    )
)
TIME = re.compile(
    r"(?P<before>a)?[.,o]{0,2}(?P<hour>d)(?::(?P<minute>d)(?::(?P<second>d))?(?:[.,][dny](?!:))?|h(?P<minute2>d)?i?)(?P<after>[am])?"
    r"|(?P<hour2>d)\.(?P<minute3>d)(?:h|(?P<after3>a))|(?:(?<=#)|(?<=#,))(?P<hour5>d)\.(?P<minute5>d)(?:\.(?P<second5>d))?(?![.dnyx])|o\.?(?P<hour3>d)\.(?P<minute4>d)|(?P<hour4>d)(?P<after2>a)"
)
# A bare "-16" after a time is more likely a day: minus wants minutes, or GMT before it.
OFFSET = re.compile(
    r"(?:[.,]\d+)?\s*\(?(?:GMT|UTC)?(?<![+-])\s?(?P<sign>[+-])"
    r"(?:(?P<hours>\d\d):?(?P<minutes>\d\d)|(?<=\+)(?P<hours2>\d\d?)|(?<=[CT]-)(?P<hours3>\d\d?))(?!\d)"
)
NAMED_ZONE = re.compile("[(,.o-]{0,2}z")
MAX_DISTANCE = 8  # Tokens between a date and its time.
AMERICAN_ZONES = frozenset({
    "America/Anchorage", "America/Boise", "America/Chicago", "America/Denver", "America/Detroit", "America/Los_Angeles",
    "America/New_York", "America/Phoenix", "Pacific/Honolulu",
})  # fmt: skip
FORENOON, AFTERNOON, NIGHT, NOON = 1, 2, 3, 4
HALF_DAY, EVENING = 12, 6  # O'clock.
MONTHS_IN_YEAR = 12
WEEKDAY_REACH = 2  # Tokens before a day in figures.
ZONE_MINUTES = {fold_word(name): minutes for name, minutes in ZONES.items()}


class FoundDate(NamedTuple):
    """A full date in a line: as printed, the instant it names (UTC), and its calendar.

    A Hijri day is a hint: countries differ by one.
    """

    text: str
    at: datetime
    calendar: str  # gregorian, persian, hijri.


def read_dates(
    text: str, tokens: tuple[Token, ...], time_zone: str, language: str | None
) -> list[tuple[int, FoundDate]]:
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
    match: re.Match[str], tokens: tuple[Token, ...], time_zone: str, language: str | None
) -> tuple[date, str] | None:
    """Return the day a pattern's match names and its calendar, or None where it names none."""
    value = {name: tokens[match.start(name)].value for name, part in match.groupdict().items() if part}
    calendar = name_calendar(match, value["year"])
    try:
        if calendar is None or value.get("twin", value.get("month")) != value.get("month"):
            return None
        year = value["year"] + value.get("reign", 0)
        month, day = order_by_weekday(match, tokens, value) or order_day(match, value, time_zone, language)
        if calendar == "persian":
            return convert_persian(year, month, day), calendar
        if calendar == "hijri":
            return convert_hijri(year, month, day), calendar
        found = date(year - BUDDHIST_ERA if year in BUDDHIST_YEARS else year, month, day)
        return (found, calendar) if is_plausible(found.year) else None
    except ValueError:
        return None


def name_calendar(match: re.Match[str], year: int) -> str | None:
    """Return the calendar that month, era or the year itself names; None where they do not agree."""
    parts = match.groupdict()
    month, era = parts.get("month"), parts.get("era")
    if month == "H" or era == "e":
        return "hijri" if FIRST_HIJRI_YEAR <= year <= LAST_HIJRI_YEAR else None
    if month == "P" or era == "s":
        return "persian" if FIRST_PERSIAN_YEAR <= year < LAST_HIJRI_YEAR else None
    if month or parts.get("reign") or not FIRST_PERSIAN_YEAR <= year <= LAST_HIJRI_YEAR:
        return "gregorian"
    return "persian" if year < FIRST_HIJRI_YEAR else "hijri"


def order_by_weekday(match: re.Match[str], tokens: tuple[Token, ...], value: dict[str, int]) -> tuple[int, int] | None:
    """Return month and day of two numbers as the weekday before them tells: "Thu, 09/12/2019"; None where none does."""
    before = tokens[max(0, match.start() - WEEKDAY_REACH) : match.start()]
    weekday = next((token.value for token in reversed(before) if token.kind == "w"), 0)
    first, second = value.get("first", 0), value.get("second", 0)
    if not weekday or not 0 < min(first, second) <= max(first, second) <= MONTHS_IN_YEAR:
        return None
    orders = {(second, first), (first, second)}
    fitting = [order for order in orders if date(value["year"], *order).isoweekday() == weekday]
    return fitting[0] if len(fitting) == 1 else None


def order_day(match: re.Match[str], value: dict[str, int], time_zone: str, language: str | None) -> tuple[int, int]:
    """Return month and day. Raises ``ValueError`` where two numbers may be either."""
    if "first" not in value:
        return value["month" if "month" in value else "number"], value["day"]
    first, second = value["first"], value["second"]
    if second > MONTHS_IN_YEAR:
        return first, second
    tag = (language or "").lower().replace("_", "-")
    if first > MONTHS_IN_YEAR or tag.split("-")[0] != "en" or match["sign"] == "." or first == second:
        return second, first
    if time_zone in AMERICAN_ZONES or tag == "en-us":
        return first, second
    if tag == "en" and (time_zone in ZONELESS or time_zone.startswith("America/")):
        raise ValueError(match[0])
    return second, first


def read_instant(
    text: str, tokens: tuple[Token, ...], masked: str, span: tuple[int, int], day: date, zone: tzinfo
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


def read_clock(match: re.Match[str], tokens: tuple[Token, ...]) -> tuple[int, int, int]:
    """Return hour, minute and second of a printed time, the half of the day heeded.

    Raises ``ValueError`` for a number with a point behind a day that is no time: "17.5".
    """
    if match["minute5"] and not has_two_digits(tokens[match.start("minute5")]):
        raise ValueError(match[0])
    value = {name.rstrip("2345"): tokens[match.start(name)].value for name, part in match.groupdict().items() if part}
    half = AFTERNOON if match["after"] == "m" else value.get("after", value.get("before", 0))
    hour = value["hour"]
    is_late = half == AFTERNOON or (half == NIGHT and hour >= EVENING) or (half == NOON and hour < EVENING)
    if hour < HALF_DAY and is_late:
        hour += HALF_DAY
    elif hour == HALF_DAY and half in {FORENOON, NIGHT}:
        hour = 0
    return hour, value.get("minute", 0), value.get("second", 0)


def has_two_digits(token: Token) -> bool:
    """Tell whether a token is a number of two digits."""
    return token.end - token.start == 2  # noqa: PLR2004 - two.


def read_zone(text: str, tokens: tuple[Token, ...], masked: str, end: int) -> tzinfo | None:
    """Return the zone printed after a time, or None where none is."""
    found = OFFSET.match(text, tokens[end - 1].end)
    if found:
        sign, hours, minutes = (part or "" for part in found.group("sign", "hours", "minutes"))
        return make_offset(sign, int(hours or found["hours2"] or found["hours3"]), int(minutes or 0))
    named = NAMED_ZONE.match(masked, end)
    if not named:
        return None
    token = tokens[named.end() - 1]
    name = fold_word(text[token.start : token.end])
    return load_zone(REGIONS[name]) if name in REGIONS else timezone(timedelta(minutes=ZONE_MINUTES[name]))
