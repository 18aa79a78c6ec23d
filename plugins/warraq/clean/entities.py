"""Characters written by their names that were escaped once too often: readers would see &quot; where a quote stands."""

import re
from html import unescape
from html.entities import html5

# No flag for small and capital letters: without one the first sign is looked for at once.
AMPERSAND = "[aA][mM][pP];"
NAME = "#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[a-zA-Z]{2,8}[0-9]{0,2};"
DOUBLED = re.compile(f"&(?:{AMPERSAND})+({NAME})")
WRITTEN = re.compile(f"&(?:{AMPERSAND})*({NAME})")
BRACKETS = frozenset("<>")  # Where these are written by name, markup is spoken of.


def halve_escapes(markup: str) -> str:
    """Return markup with each character that was escaped twice escaped once: &amp;quot; as &quot;."""
    if "&amp;" not in markup:
        return markup
    return DOUBLED.sub(lambda found: f"&{found[1]}" if read_name(found[1]) else found[0], markup)


def read_entities(text: str) -> str:
    """Return a text with the characters that it writes by their names: &nbsp; as a blank."""
    return WRITTEN.sub(lambda found: read_name(found[1]) or found[0], text) if "&" in text else text


def read_name(name: str) -> str | None:
    """Return the character of that name, which ends with a semicolon; None for brackets and where there is none."""
    if not name.startswith("#") and name not in html5:
        return None
    sign = unescape(f"&{name}")
    return None if sign in BRACKETS else sign
