"""Cookies of one fetch: what a redirect sets goes to the next hop of its host, and is forgotten with the fetch.

Many servers send a reader round in a circle until the cookie comes back (RFC 6265, 5; names and values alone).
"""

import re
from collections.abc import Mapping, Sequence

MAX_CHARACTERS = 4_096  # Of the header: what RFC 6265, 6.1, asks a client to bear of one cookie.
COOKIE = re.compile(r"[ \t]*([!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \t]*=[ \t]*([!-:<-~]*)[ \t]*(?:;|\Z)")
EXPIRED = re.compile(r";\s*max-age\s*=\s*(?:0|-\d+)\s*(?:;|\Z)", re.IGNORECASE)


def keep_cookies(held: Mapping[str, str], headers: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Return the cookies held after an answer with ``headers`` (names in lower case), by name."""
    kept = dict(held)
    for name, value in headers:
        if name == "set-cookie" and (cookie := COOKIE.match(value)):
            kept[cookie[1]] = "" if EXPIRED.search(value) else cookie[2]
    return kept


def write_cookies(held: Mapping[str, str]) -> tuple[str, ...]:
    """Return the header that sends the cookies back; none where there are none, or too many to send."""
    line = "; ".join(f"{name}={value}" for name, value in held.items() if value)
    return (f"Cookie: {line}",) if 0 < len(line) <= MAX_CHARACTERS else ()
