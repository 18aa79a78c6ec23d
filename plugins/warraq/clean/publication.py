"""When an article was published: every candidate with where it stood, and the one that is believed."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta, timezone

from warraq.clean.addressed import DAY_AND_MONTH, ONE_DAY, find_addressed_day, place_addressed, read_day, settle_month
from warraq.clean.declared import EMPTY, Declared
from warraq.clean.layout import Layout, is_elsewhere
from warraq.clean.tree import Stamp, Tree
from warraq.clean.visible import (
    DIGIT,
    MAX_DATE_LETTERS,
    TIMES,
    UPDATED,
    leads_with_day,
    list_labelled,
    list_times,
    list_visible,
)
from warraq.clean.words import Sign
from warraq.model import Article, DateCandidate
from warraq.text.dates import is_date_line, parse_date
from warraq.text.instants import MAX_OFFSET

FIRST_YEAR = 1990  # Older dates in markup are clocks that were never set.
AHEAD = timedelta(hours=26)  # As far as a wrong zone may put a date of now into the future.
END_OF_TIME = datetime(9999, 12, 30, tzinfo=UTC) - AHEAD
SHORT_YEAR = re.compile(r"(?<![\d./:-])(\d{1,2})(?:([./])(\d{1,2})\2|-([A-Za-z]{3})-)(\d\d)(?![\d./:-])")  # Day first.
MAX_SHORT_LETTERS = 60
# .NET writes so, and who names an American zone: the month comes first.
AMERICAN = re.compile(r"\d{1,2}/\d{1,2}/\d{4},?\s+\d{1,2}:\d\d(?::\d\d\s*[AP]M|\s*[APap]\.?[Mm]\.?\s*[ECMP][SD]?T\b)")
CLOCK_TIME = re.compile(r"\d\s?[:：時时hu]\s?\d\d|\d\s?[ap]\.?m\b", re.IGNORECASE)
PUBLISHED_ITEMS = frozenset({"datePublished", "datepublished", "dateCreated", "pubdate"})
MODIFIED_ITEMS = frozenset({"dateModified", "datemodified"})
OFFSET = re.compile(r"\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s*(?P<sign>[+-])(?P<hours>0\d|1[0-4]):?(?P<minutes>\d\d)\s*$")
ZONED = re.compile(r"\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:Z|[+-]\d\d:?\d\d)\s*$")
HALF_HOUR, MAX_ZONE = timedelta(minutes=30), timedelta(hours=14)
LAST_HOUR_WEST, FIRST_HOUR_EAST = 11, 10  # Of UTC: zones reach from 11 hours behind it to 14 hours ahead.
MAX_OFFERS = 20


def gather_dates(
    declared: Declared, layout: Layout, span: tuple[int, int, int], url: str | None, *, time_zone: str, now: datetime
) -> tuple[DateCandidate, ...]:
    """Return the candidates in order of trust; ``span`` are the headline's block, the body's first, and its end.

    A date in the future is no date.
    """
    items = [one for one in layout.tree.stamps if one.value and one.name in PUBLISHED_ITEMS]
    own = [one for one in items if one.block <= span[2] and not is_elsewhere(layout, one.element, span[0])]
    found = prefer_zoned([*read_all((*declared.published, *name_items(own)), time_zone, now)])
    day = find_addressed_day(url or "")
    is_sure = bool(found) and has_time(found[0]) and (day is not None or is_zoned(found[0]))
    readings = [*read_all([] if is_sure else list_visible(layout, span), time_zone, now)]
    printed = [one for one in readings if not found or is_date_line(one.text)]
    found = found or prefer_printed([*read_all(list_times(layout, span), time_zone, now)], printed, layout, span)
    if not found and declared is not EMPTY:  # What stands elsewhere on the page is of its own story.
        found = [*read_lone(layout, span[0], time_zone, now)] or [*read_all(name_items(items), time_zone, now)]
    is_beside = bool(found) and found[0].found_in == "time_element" and not is_amid(layout, found[0], span)
    if is_beside or (not found and declared is not EMPTY):
        found = [*read_all(list_labelled(layout, span[0]), time_zone, now), *found]
    if not found and declared.title:
        found = [*read_all(list_titled(declared.title), time_zone, now)]
    if found and found[0].found_in.startswith("meta:") and not ZONED.search(found[0].text):
        found = [*find_zoned([*read_all(list_times(layout, span), time_zone, now)], found[0]), *found]
    if found and found[0].found_in != "visible_text":
        nearer = find_minute(readings, found[0])
        beside = find_day_beside(printed, found[0])
        found = [*nearer, *found, *beside]
    if day:
        found = [settle_month(one, day, time_zone) for one in found]
        found = place_addressed(found, [*read_all([("url", day)], time_zone, now)])
    return tuple(found)


def is_amid(layout: Layout, timed: DateCandidate, span: tuple[int, int, int]) -> bool:
    """Tell whether a date is of a time element from the headline to the body's end, and none of a column beside it."""
    stamps = (one for one in layout.tree.stamps if one.name in TIMES and one.value == timed.text)
    return any(span[0] <= one.block <= span[2] for one in stamps)


def list_titled(title: str) -> Iterator[tuple[str, str]]:
    """Yield the day that a page's title ends in, behind a bar: "… | House | 22.02.2016"."""
    _, bar, day = title.rpartition("|")
    if bar and is_date_line(day.strip()):
        yield "title", day.strip()


def prefer_zoned(found: list[DateCandidate]) -> list[DateCandidate]:
    """Return declared dates, where the first names no zone with one first that names it and has the same clock."""
    first = found[0] if found else None
    if first is None or parse_date(first.text, time_zone="Asia/Tokyo") == parse_date(first.text, time_zone="UTC"):
        return found
    if first.found_in == "json_ld" and (zoned := find_zoned(found[1:], first)):
        return [*zoned, *(one for one in found if one not in zoned)]
    clock = parse_date(first.text, time_zone="UTC")
    for at, one in enumerate(found):
        offset = OFFSET.search(one.text)
        if offset and parse_date(one.text[: offset.start("sign")], time_zone="UTC") == clock:
            return [one, *found[:at], *found[at + 1 :]]
    return found


def name_items(stamps: Iterable[Stamp]) -> tuple[tuple[str, str], ...]:
    """Return the values of items of microdata as offers."""
    return tuple(("microdata", one.value) for one in stamps if one.value)


def prefer_printed(
    timed: list[DateCandidate], printed: list[DateCandidate], layout: Layout, span: tuple[int, int, int]
) -> list[DateCandidate]:
    """Return the dates of time elements, else the printed ones; those first where time stands over the headline alone.

    There it is often today's, in the site's head; of the same day it says more than what is printed.
    """
    is_under = any(one.value and one.name == "time" and one.block >= span[0] for one in layout.tree.stamps)
    printed_lines = [one for one in printed if is_date_line(one.text)]
    if timed and printed_lines and not is_under and read_day(printed_lines[0]) != timed[0].at.date():
        return [*printed_lines, *timed]
    return timed or printed


def is_zoned(declared: DateCandidate) -> bool:
    """Tell whether a date was declared with the offset of its publisher's clock: no printed one says more."""
    found = OFFSET.search(declared.text)
    return found is not None and found["hours"] + found["minutes"] != "0000"


def find_day_beside(printed: list[DateCandidate], declared: DateCandidate) -> list[DateCandidate]:
    """Return the line that has the day before or after the one declared, as readers' clocks do; empty without one.

    Where another line has the declared day itself, that is the one.
    """
    lines = [one for one in printed if is_date_line(one.text) and not UPDATED.search(one.text)]
    apart = [(read_day(one) - declared.at.date()).days for one in lines]
    return [] if 0 in apart else [one for one, days in zip(lines, apart, strict=True) if abs(days) == 1][:1]


def find_zoned(timed: list[DateCandidate], declared: DateCandidate) -> list[DateCandidate]:
    """Return the date with the zone of what was declared without one: of the same minute, some half hours apart."""
    zoned = (one for one in timed if ZONED.search(one.text))
    apart = ((one, abs(one.at - declared.at)) for one in zoned)
    return [one for one, away in apart if timedelta() < away <= MAX_ZONE and not away % HALF_HOUR][:1]


def has_time(candidate: DateCandidate) -> bool:
    """Tell whether a date names more than its day: a time in print, or an instant that is midnight in no zone."""
    return bool(CLOCK_TIME.search(candidate.text) or candidate.at.minute % 15 or candidate.at.second)


def find_minute(printed: list[DateCandidate], declared: DateCandidate) -> list[DateCandidate]:
    """Return the line that has the time of the day that was declared without one; empty where none has."""
    day = read_day(declared)
    lines = (one for one in printed if leads_with_day(one.text))
    timed = (one for one in lines if CLOCK_TIME.search(one.text) and not UPDATED.search(one.text))
    return [] if has_time(declared) else [one for one in timed if read_day(one) == day][:1]


def read_all(offers: Iterable[tuple[str, str]], time_zone: str, now: datetime) -> Iterator[DateCandidate]:
    """Yield the texts that name a day on which the page can have been published, with where they stood."""
    latest = find_latest(now)
    for where, text in offers:
        at = parse_date(text, time_zone=time_zone, language="en-US" if AMERICAN.search(text) else None)
        if at is None and where == "visible_text" and len(text) <= MAX_SHORT_LETTERS:
            at = parse_date(SHORT_YEAR.sub(r"\1 \2 \3\4\2 20\5", text, count=1), time_zone=time_zone)
        if at and at > latest:  # 03/12/2026 is 12 March where 3 December is to come.
            at = parse_date(DAY_AND_MONTH.sub(r"\2/\1/", text, count=1), time_zone=time_zone)
        if at and at.year >= FIRST_YEAR and at <= latest:
            yield DateCandidate(at=at, found_in=where, text=text)


def find_latest(now: datetime) -> datetime:
    """Return the last moment that is not in the future, however late an archive says it is."""
    return min(now, END_OF_TIME) + AHEAD


def read_lone(layout: Layout, headline: int, time_zone: str, now: datetime) -> tuple[DateCandidate, ...]:
    """Return the day that the page's time elements or the lines classed as dates agree on; empty where they do not."""
    tree = layout.tree
    times = [
        ("time_element", one.value)
        for one in tree.stamps
        if one.value and one.name in TIMES and not is_elsewhere(layout, one.element, headline)
    ]
    signed = [
        ("visible_text", one.text)
        for one in tree.blocks
        if tree.signs[one.element] & Sign.DATE and not is_elsewhere(layout, one.element, headline)
    ]
    for offers in (times, [offer for offer in signed if len(offer[1]) <= MAX_DATE_LETTERS and DIGIT.search(offer[1])]):
        dates = [*read_all(offers[:MAX_OFFERS], time_zone, now)]
        if dates and len({one.at.date() for one in dates}) == 1:
            return (dates[0],)
    return ()


def read_modified(declared: Declared, tree: Tree, *, time_zone: str, now: datetime) -> datetime | None:
    """Return when the article was last changed, as the page declares it; None where it does not."""
    texts = [text for _, text in declared.modified]
    texts.extend(stamp.value for stamp in tree.stamps if stamp.value and stamp.name in MODIFIED_ITEMS)
    for text in texts:
        at = parse_date(text, time_zone=time_zone)
        if at and at.year >= FIRST_YEAR and at <= find_latest(now):
            return at
    return None


def localise(article: Article) -> datetime | None:
    """Return when the article was published, on its publisher's clock: near midnight the day depends on it.

    That is the offset the page printed; where it printed none, the zone that its date was read in. Where that is UTC
    and the address has the day before or after, or else the page prints it, it is the nearest zone in which the
    instant falls on that day.
    """
    at = localise_printed(article)
    first, *others = article.date_candidates or (None,)
    places = ("url",) if first is None or first.found_in == "visible_text" else ("url", "visible_text")
    day = next((read_day(one) for place in places for one in (first, *others) if one and one.found_in == place), None)
    if at is None or day is None or at.utcoffset():
        return at
    if day == at.date() - ONE_DAY and at.hour < LAST_HOUR_WEST:
        return at.astimezone(timezone(timedelta(hours=-at.hour - 1)))
    if day == at.date() + ONE_DAY and at.hour >= FIRST_HOUR_EAST:
        return at.astimezone(timezone(timedelta(hours=24 - at.hour)))
    return at


def localise_printed(article: Article) -> datetime | None:
    """Return when the article was published, by the offset that was printed with it or that its date was read in."""
    at = article.published_at
    texts = [one.text for one in article.date_candidates if one.at == at]
    if at is None or not texts:
        return at
    printed = next(filter(None, map(OFFSET.search, texts)), None)
    if printed:
        offset = timedelta(hours=int(printed["hours"]), minutes=int(printed["minutes"]))
        return at.astimezone(timezone(-offset if printed["sign"] == "-" else offset))
    as_utc = parse_date(texts[0], time_zone="UTC")
    offset = as_utc - at if as_utc else timedelta()
    return at.astimezone(timezone(offset)) if abs(offset) <= MAX_OFFSET else at
