"""What each value of a file must be. A check returns the value, or raises ``ValueError`` with what is wrong."""

import re
from datetime import date
from difflib import get_close_matches
from zoneinfo import available_timezones

from warraq.text.characters import clean_line
from warraq.urls import host_of, resolve_link

# ISO 639-1, as of 2026-11.
LANGUAGES = frozenset(
    word
    for line in """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es
    et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki
    kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no
    nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te
    tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.splitlines()
    for word in line.split()
)
SOURCE_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_ID_CHARACTERS = 63
MAX_URL_CHARACTERS = 2_000
# The directives of a day that strftime knows, padded and not.
DAY_DIRECTIVES = frozenset({"%%", "%-d", "%-m", "%Y", "%d", "%m"})
DIRECTIVE = re.compile(r"%-?.?", re.DOTALL)
HOST_NAME = re.compile(r"[a-z0-9._-]+|\[[0-9a-f:.]+\]")
ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")
ISO_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")


def check_text(value: str) -> str:
    """Return a text that is one line in stored form."""
    return value if value and clean_line(value) == value else fail("must say something, in one line without controls")


def check_id(value: str) -> str:
    """Return a source's id."""
    is_id = SOURCE_ID.fullmatch(value) and len(value) <= MAX_ID_CHARACTERS
    return value if is_id else fail(f"must be small letters, digits and single hyphens, not {value!r}")


def check_flag(value: str | bool) -> bool:  # noqa: FBT001 - the value itself is what is checked.
    """Return true or false, in these two words only."""
    if value not in (True, False, "true", "false"):
        fail("must be true or false")
    return value in (True, "true")


def check_url(value: str) -> str:
    """Return an absolute http(s) URL without credentials."""
    is_url = len(value) <= MAX_URL_CHARACTERS and value == value.strip() and resolve_link(value, value)
    shown = "" if "@" in value else f", not {value[:80]!r}"  # A password must not reach a log.
    return value if is_url else fail(f"must be an http:// or https:// address without credentials{shown}")


def check_day_sitemap(value: str) -> str:
    """Return a URL that names year, month and day as strftime does, and nothing else of it."""
    used = set(DIRECTIVE.findall(value))
    if used - DAY_DIRECTIVES:
        return fail(f"has {min(used - DAY_DIRECTIVES)!r}; a day knows {', '.join(sorted(DAY_DIRECTIVES))}")
    if not {"%Y"} <= used or not used & {"%m", "%-m"} or not used & {"%d", "%-d"}:
        return fail("must name the day: %Y, %m or %-m, and %d or %-d")
    check_url(date(2024, 2, 9).strftime(value))
    return value


def check_host(value: str) -> str:
    """Return a host name as URLs are compared by."""
    is_host = HOST_NAME.fullmatch(value) and host_of(f"https://{value}/") == value
    return value if is_host else fail(f"must be a bare host name in small letters and punycode, not {value!r}")


def check_language(value: str) -> str:
    """Return an ISO 639-1 code."""
    return value if value in LANGUAGES else fail(f"must be an ISO 639-1 code such as ar or en, not {value!r}")


def check_time_zone(value: str) -> str:
    """Return an IANA zone name."""
    zones = available_timezones()
    return value if value in zones else fail(f"must be an IANA time zone, not {value!r}{suggest(value, zones)}")


def check_date(value: str) -> str:
    """Return an ISO date."""
    try:
        date.fromisoformat(value)
    except ValueError:
        return fail(f"must be a day written YYYY-MM-DD, not {value!r}")
    return value if ISO_DATE.fullmatch(value) else fail(f"must be a day written YYYY-MM-DD, not {value!r}")


def check_day_or_month(value: str) -> str:
    """Return an ISO date, or its month where the day is not known."""
    return value if ISO_MONTH.fullmatch(value) else check_date(value)


def check_pattern(value: str) -> str:
    """Return a regular expression with exactly one group."""
    if value.removeprefix("^").startswith("http"):
        return fail("is searched in a URL's path and query, so it cannot begin with a scheme")
    try:
        groups = re.compile(value).groups
    except (re.error, RecursionError, OverflowError) as error:
        return fail(f"is no regular expression: {error}")
    return value if groups == 1 else fail(f"must have exactly one group, the article's id, and has {groups}")


def check_selector(value: str) -> str:
    """Return a CSS selector that the cleaner's parser knows."""
    from selectolax.lexbor import LexborHTMLParser, SelectolaxError  # Heavy, and only rules need it.

    try:
        LexborHTMLParser("<p></p>").css(value)
    except SelectolaxError:
        return fail(f"is no CSS selector that lexbor knows: {value!r}")
    return value


def suggest(word: str, known: frozenset[str] | set[str]) -> str:
    """Return the question for the nearest known word, or nothing where none is near."""
    folded = {name.lower(): name for name in sorted(known)}
    near = get_close_matches(word.lower(), folded, n=1, cutoff=0.6)
    return f'; did you mean "{folded[near[0]]}"?' if near else ""


def fail(says: str) -> str:
    """Raise ``ValueError``: a check's other outcome, as an expression."""
    raise ValueError(says)
