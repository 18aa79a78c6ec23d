"""Dates as publishers print them."""

from datetime import UTC, datetime
from email.utils import format_datetime
from zoneinfo import ZoneInfo

ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
# As the pan-Arab papers print them: the Gregorian name, the Levantine one beside it (facts/arabic.md, section 6).
PAIRED_MONTHS = (
    "يناير (كانون الثاني)",
    "فبراير (شباط)",
    "مارس (آذار)",
    "أبريل (نيسان)",
    "مايو (أيار)",
    "يونيو (حزيران)",
    "يوليو (تموز)",
    "أغسطس (آب)",
    "سبتمبر (أيلول)",
    "أكتوبر (تشرين الأول)",
    "نوفمبر (تشرين الثاني)",
    "ديسمبر (كانون الأول)",
)
LEVANTINE_MONTHS = tuple(month.partition("(")[2].rstrip(")") for month in PAIRED_MONTHS)
WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
ENGLISH_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def to_local(at: datetime, time_zone: str) -> datetime:
    """Return the time in the publisher's zone."""
    return at.astimezone(ZoneInfo(time_zone))


def print_paired(at: datetime) -> str:
    """Print a local time with weekday and paired month."""
    return f"{WEEKDAYS[at.weekday()]} - {at.day} {PAIRED_MONTHS[at.month - 1]} {at.year} - {at:%H:%M}"


def print_levantine(at: datetime) -> str:
    """Print a local time with the Levantine month and a 12-hour clock."""
    half = "صباحاً" if at.hour < 12 else "مساءً"  # noqa: PLR2004 # Noon.
    return f"{at.day} {LEVANTINE_MONTHS[at.month - 1]} {at.year}، {(at.hour - 1) % 12 + 1}:{at:%M} {half}"


def print_english(at: datetime) -> str:
    """Print a local time as British papers do."""
    return f"{at.day} {ENGLISH_MONTHS[at.month - 1]} {at.year}, {at:%H:%M} {at.tzname()}"


def print_http(at: datetime) -> str:
    """Print a time as an HTTP date, which RSS takes too but for its zone."""
    return format_datetime(at.astimezone(UTC), usegmt=True)


def print_rfc_822(at: datetime, time_zone: str) -> str:
    """Print a time as RSS wants it, in the publisher's zone."""
    return format_datetime(to_local(at, time_zone))


def print_w3c(at: datetime, time_zone: str = "UTC") -> str:
    """Print a time as Atom, sitemaps and JSON-LD want it."""
    return to_local(at, time_zone).isoformat(timespec="seconds")
