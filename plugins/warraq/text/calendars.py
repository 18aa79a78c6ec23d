"""Days of the Persian and the Hijri calendar in ours."""

from datetime import date, timedelta

# Years in which the rhythm of Persian leap years breaks. Source: Borkowski, "The Persian calendar for 3000 years",
# 1996, exact for every year a newspaper prints.
BREAKS = (-61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060)
LEAP_CYCLE = 33
PERSIAN_ERA = 621
FIRST_LONG_MONTHS = 6  # Of 31 days; then five of 30, and Esfand of 29 or 30.

# 1 Muharram of year 1 in the civil tabular calendar: 19 July 622, Gregorian.
HIJRI_EPOCH = date(622, 7, 19)


def convert_persian(year: int, month: int, day: int) -> date:
    """Return the Gregorian date of a Persian one, exactly. Raises ``ValueError`` where there is no such day."""
    longest = 31 if month <= FIRST_LONG_MONTHS else 30
    if not (BREAKS[1] <= year < BREAKS[-1] and 1 <= month <= 12 and 1 <= day <= longest):  # noqa: PLR2004 - months.
        raise ValueError(year, month, day)
    days_before = (month - 1) * 30 + min(month - 1, FIRST_LONG_MONTHS)
    found = find_nowruz(year) + timedelta(days=days_before + day - 1)
    if found >= find_nowruz(year + 1):
        raise ValueError(year, month, day)
    return found


def find_nowruz(year: int) -> date:
    """Return the Gregorian date on which a Persian year begins."""
    leaps = -14
    previous = BREAKS[0]
    for start in BREAKS[1:]:
        jump = start - previous
        if year < start:
            break
        leaps += jump // LEAP_CYCLE * 8 + jump % LEAP_CYCLE // 4
        previous = start
    since = year - previous
    leaps += since // LEAP_CYCLE * 8 + (since % LEAP_CYCLE + 3) // 4
    if jump % LEAP_CYCLE == 4 and jump - since == 4:  # noqa: PLR2004 - the four years at the end of a long cycle.
        leaps += 1
    gregorian = year + PERSIAN_ERA
    gregorian_leaps = gregorian // 4 - (gregorian // 100 + 1) * 3 // 4 - 150
    return date(gregorian, 3, 20 + leaps - gregorian_leaps)


def convert_hijri(year: int, month: int, day: int) -> date:
    """Return the Gregorian date of a Hijri one by the tabular calendar: right to a day or two, as countries differ.

    Raises ``ValueError`` where there is no such day.
    """
    if not (1 <= year <= 2_000 and 1 <= month <= 12 and 1 <= day <= 30):  # noqa: PLR2004 - the calendar's own bounds.
        raise ValueError(year, month, day)
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + (59 * (month - 1) + 1) // 2 + day - 1
    return HIJRI_EPOCH + timedelta(days=days)
