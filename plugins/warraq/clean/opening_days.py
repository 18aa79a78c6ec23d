"""The day in the dateline of a first paragraph: «الأبيض 7 فبراير 2021 – …», "NAIROBI, March 5, 2024 (Reuters) - …"."""

import re

from warraq.clean.datelines import is_known_city

YEAR = r"(?:19|20)\d\d"
MONTH = r"[^\W\d_]{3,12}"
DAY = rf"\d{{1,2}}(?:[-./]\d{{1,2}}[-./]|\.? {MONTH}(?: {MONTH})?,? ){YEAR}|{MONTH}\.? \d{{1,2}}, {YEAR}"
# Behind it who reports, and the sign that ends the dateline.
PLACED = re.compile(
    rf"(?P<place>[^\W\d_]+(?:[ -][^\W\d_]+){{0,2}}?)\s?[,،:–-]?\s(?:في\s)?(?P<day>{DAY})"
    r"(?:\s?م)?\s?(?:[(/]\s?[^()/]{2,20}\s?[)/]|[^\W\d_]{2,12})?\s?[-–—:/]"
)
MAX_LETTERS = 90


def read_opening_day(text: str) -> str | None:
    """Return the day between a place and the sign behind a dateline, with its year; None where no place is known.

    Other scripts than Arabic set the place in capitals.
    """
    placed = PLACED.match(text[:MAX_LETTERS])
    if placed is None or not (placed["place"].isupper() or is_known_city(placed["place"])):
        return None
    return placed["day"]
