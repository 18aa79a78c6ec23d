"""What of the database's times is not believed: those of a clock that was ahead, and was set right since."""

from datetime import datetime, timedelta

CLOCK_ALLOWANCE = timedelta(hours=1)  # Workers' clocks may differ so much; publish allows the same.


def is_to_come(at: datetime | None, now: datetime) -> bool:
    """Tell whether a thing that has happened is dated to a time to come."""
    return at is not None and at > now + CLOCK_ALLOWANCE
