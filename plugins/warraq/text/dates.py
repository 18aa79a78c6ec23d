"""Printed dates read: ISO 8601, RFC 2822, and what newspapers print in some fifty languages and three calendars.

None rather than a guess: a year must stand there in full, a day that two readings allow is no day, and the year must
be one in which news was put on the web. General parsers answer where there is no answer (facts of 2026-11-23, section
6: "3 آب 2022" read as today, 1 January for every Levantine month), so the tables here are all there is.
"""

import re
from datetime import datetime
from functools import lru_cache

from warraq.text.date_tokens import Token, iterate_tokens, tokenise
from warraq.text.instants import is_broken_iso, load_zone, parse_epoch, parse_iso
from warraq.text.printed_dates import DATES, FoundDate, read_dates

__all__ = ["FoundDate", "find_dates", "is_date_line", "parse_date"]

MAX_CHARACTERS = 300  # A longer line is a paragraph.
MAX_UNKNOWN_WORDS = 6  # As many as a place and a name: more is prose, and its date part of the story.
MAX_LINE_CHARACTERS = 160
MAX_CHARACTERS_WITHOUT_DIGITS = 40
DIGIT = re.compile(r"\d")
ADDRESS = re.compile(r"[\w.+-]+@[^\W\d_][\w-]*\.[\w.-]+")  # Of the writer, beside the day.
# What makes a date of a line that has no full one: a label with day and month or a time, or the time since.
LABELLED = re.compile(r"[lu].*(?:dM|Md|dXd|d:d|dhd|d.*r)|r.*R|r.*d:d|d.*r.*r|r.*d.*r|d.*rM|d[DXih]r|ro\.?d\.d$")


def parse_date(text: str, *, time_zone: str = "UTC", language: str | None = None) -> datetime | None:
    """Return the one date a text names, aware and in UTC, or None where there is none or a doubt which.

    A time without a zone, and midnight where no time stands, are of ``time_zone`` (IANA). ``language`` (ISO 639-1,
    or a tag such as en-US) settles names and the order of numbers. A Hijri date alone gives None.
    """
    stripped = (ADDRESS.sub("", text) if "@" in text else text).strip()
    if len(stripped) > MAX_CHARACTERS:
        return None
    zone = load_zone(time_zone)
    if stripped.isascii() and stripped[:1] in "/0123456789":
        found = parse_epoch(stripped) or parse_iso(stripped, zone)
        if found or is_broken_iso(stripped):
            return found
    return choose_date(stripped, time_zone, language)


def find_dates(text: str, *, time_zone: str = "UTC", language: str | None = None) -> tuple[FoundDate, ...]:
    """Return the full dates in a line in their order, each with its calendar; empty where there is none."""
    if len(text) > MAX_CHARACTERS:
        return ()
    tokens = tokenise(text, language)
    return tuple(found for _, found in read_dates(text, tokens, time_zone, language))


@lru_cache(maxsize=256)  # The rooms of the cleaner ask of the same lines.
def is_date_line(text: str) -> bool:
    """Tell whether a line is nothing but a date, or a time since, with words such as "Published" or "آخر تحديث"."""
    if len(text) > MAX_LINE_CHARACTERS or (len(text) > MAX_CHARACTERS_WITHOUT_DIGITS and not DIGIT.search(text)):
        return False
    shape = ""
    for token in iterate_tokens(text):
        if token.kind in "x?":
            return False
        shape += token.kind
    return bool(LABELLED.search(shape)) or any(pattern.search(shape) for pattern in DATES)


def choose_date(text: str, time_zone: str, language: str | None) -> datetime | None:
    """Return the line's one date, or of several the one that its label says is of publication."""
    tokens = tokenise(text, language)
    if sum(token.kind == "x" for token in tokens) > MAX_UNKNOWN_WORDS:
        return None
    found = [pair for pair in read_dates(text, tokens, time_zone, language) if pair[1].calendar != "hijri"]
    for excluded in (set(), {"u"}, {"u", "?"}):
        days = {date.at for start, date in found if label_before(tokens, start) not in excluded}
        if len(days) == 1:
            return days.pop()
    return None


def label_before(tokens: tuple[Token, ...], start: int) -> str:
    """Return the kind of the nearest label before a token, ``?`` where none stands."""
    return next((token.kind for token in reversed(tokens[:start]) if token.kind in "lu"), "?")
