"""Which entries of a feed are its newest, where there are more than are read."""

from warraq.text.dates import parse_date


def stand_oldest_first(first: str | None, last: str | None) -> bool:
    """Tell from the dates of the first entry and the last, as written, whether a feed stands oldest first.

    Most stand newest first, and so does one that does not say.
    """
    began, ended = (parse_date(date, language="en") if date else None for date in (first, last))
    return began is not None and ended is not None and began < ended
