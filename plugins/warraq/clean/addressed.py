"""The day in a page's address, and how far it is believed beside what the page prints."""

import re
from dataclasses import replace
from datetime import date, timedelta

from warraq.clean.visible import is_update
from warraq.model import DateCandidate
from warraq.text.dates import parse_date

DAY_AND_MONTH = re.compile(r"\b(\d{1,2})/(\d{1,2})/(?=\d{4}\b)")
ONE_DAY = timedelta(days=1)
YEAR = r"/(?P<year>(?:19|20)\d\d)"
MONTH, DAY = r"(?P<month>1[0-2]|0?[1-9])", r"(?P<day>3[01]|[12]\d|0?[1-9])"
# In folders, behind a folder of a section or not; "/2026/11/10-things" has no day.
URL_DATES = (
    re.compile(rf"{YEAR}(?:/[a-z_]{{2,20}})?/{MONTH}/{DAY}(?=[/_.]|$)"),
    re.compile(rf"{YEAR}-{MONTH}-{DAY}(?=[/_.-]|$)"),
    re.compile(rf"{YEAR}(?:[/-]|/[a-z_]{{2,20}}/)?(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?=[/_.-]|$)"),
)


def find_addressed_day(url: str) -> str | None:
    """Return the day that an address names, as in "2026-11-20"; None where it names none."""
    match = next(filter(None, (pattern.search(url) for pattern in URL_DATES)), None)
    return f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}" if match else None


def settle_month(found: DateCandidate, day: str, time_zone: str) -> DateCandidate:
    """Return a date with day and month the other way round, where that is the day in the address and it was not."""
    if found.found_in != "visible_text" or not DAY_AND_MONTH.search(found.text) or read_day(found).isoformat() == day:
        return found
    turned = replace(found, text=DAY_AND_MONTH.sub(r"\2/\1/", found.text, count=1))
    at = parse_date(turned.text, time_zone=time_zone) if read_day(turned).isoformat() == day else None
    return replace(found, at=at) if at else found


def place_addressed(found: list[DateCandidate], addressed: list[DateCandidate]) -> list[DateCandidate]:
    """Return the candidates with the day in the address behind them; before a printed one of the last change.

    A printed one of that day comes before one of any other.
    """
    if not addressed or not found or found[0].found_in != "visible_text":
        return [*found, *addressed]
    day = addressed[0].at.date()
    own = [one for one in found if abs(read_day(one) - day) <= ONE_DAY]
    found = [*own, *(one for one in found if one not in own)]
    return [*addressed, *found] if is_update(found[0].text) else [*found, *addressed]


def read_day(candidate: DateCandidate) -> date:
    """Return the day that a date names as it is written, whatever zone it was read in."""
    return (parse_date(candidate.text, time_zone="UTC") or candidate.at).date()
