"""Lines that are a name and what its bearer is, or for whom: "Anna Keller, Staff Writer", "Claire Dubois avec AFP"."""

import re

from warraq.clean.credit_signs import AGENCY
from warraq.clean.datelines import ARABIC
from warraq.clean.layout import Layout, is_elsewhere, is_pictured
from warraq.clean.paired_names import HOUSES
from warraq.clean.persons import ROLE
from warraq.clean.prose import FULL_PROSE
from warraq.clean.signatures import is_full_name
from warraq.clean.stamped import ROW_TAGS, list_told

MAX_LETTERS = 80
MAX_OFFICE_WORDS = 5
NEAR = 6  # Blocks below the headline.
LINE = re.compile(
    r"(?P<name>[^\W\d_][^,|/()–—:;!?\d]{3,40}?)(?:(?:,\s|\s[-–—|]\s|\s?/\s?|\s\()(?P<beside>[^.!?:;()\d]{2,60}?)\)?"
    r"|\s(?:and|avec|com|con|e|en|et|mit|och|og|und|with|y)\s(?P<joined>[^.!?:;\d]{2,30}))"
)
# Offices that stand behind no name within a line of several (2026-11-28).
OFFICE = re.compile(
    r"(?:dziennikar(?:ka|z)|redaktorka|redaktor|redaktör|toimittaja|verslag(?:geefster|gever))(?!\w)", re.IGNORECASE
)


def read_officed(text: str) -> tuple[str, ...]:
    """Return the name in a line that is a full name and an office, or an agency behind it; none of any other."""
    found = LINE.fullmatch(text) if len(text) <= MAX_LETTERS else None
    # In Arabic a person and an agency have taken a picture.
    if found is None or ARABIC.match(text) or not is_full_name(found["name"]):
        return ()
    beside, joined = found["beside"], found["joined"]
    if joined:
        is_told = bool(AGENCY.fullmatch(joined) or HOUSES.fullmatch(joined))
    else:
        is_told = bool(AGENCY.fullmatch(beside)) or is_office(beside)
    return (found["name"],) if is_told else ()


def read_officed_line(layout: Layout, headline: int) -> tuple[str, ...]:
    """Return the name in such a line between headline and prose, where neither says its last word."""
    blocks = layout.tree.blocks
    for at, block in enumerate(blocks[headline + 1 : headline + NEAR], headline + 1):
        if layout.weights[at] >= FULL_PROSE:
            break
        names = read_officed(block.text) if block.tag in ROW_TAGS and not block.linked else ()
        if (
            names
            and not is_elsewhere(layout, block.element, headline)
            and not is_pictured(layout, block.element, headline)
        ):
            last = names[0].split()[-1]
            return () if any(last in text for text in (blocks[headline].text, *list_told(layout))) else names
    return ()


def is_office(text: str) -> bool:
    """Tell whether few words are what a writer is: "Political Editor", "corresponsal en Roma"."""
    return len(text.split()) <= MAX_OFFICE_WORDS and bool(ROLE.search(text) or OFFICE.match(text))
