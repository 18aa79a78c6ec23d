"""Offices and houses that stand where a further author's name could: "Staff Writer", "Strait Gazette"."""

import re

from warraq.clean.credit_signs import AGENCY

# What its bearer is, with no name before it, or for whom a story was written.
OFFICE = re.compile(
    r"(?:[^\W\d_][\w&'’-]* ){0,3}(?:columnist|contributor|correspondent|director|editor|journalist|photographer"
    r"|producer|reporter|writer)s?|(?:exclusive|special) (?:for|to) \S.*|for the \S.*",
    re.IGNORECASE,
)
# For whom someone writes: "Strait News".
HOUSE_BEHIND = re.compile(r"(?:[^\W\d_]\S* ){1,3}(?:digital|news|newsroom|online)", re.IGNORECASE)
# The last words of papers and houses that are no family names (2026-11-28). Bee, Post, Star and Sun are.
PRESS_NAMES = frozenset(
    """
    advertiser advocate agency chronicle citizen democracy dispatch enquirer examiner gazette globe guardian herald
    independent initiative inquirer journal media mirror monitor observer record register republic republican sentinel
    spectator standard statesman telegram telegraph times today tribune weekly
    """.split()  # noqa: SIM905 - a table of words reads better as words.
)
# Before a family name these make a paper of it: "Evening Star".
PRESS_DAYS = frozenset("daily evening morning sunday".split())  # noqa: SIM905 - as above.
MIN_HOUSE_WORDS = 2


def is_office(name: str) -> bool:
    """Tell whether a name is an office alone, or for whom its bearer writes."""
    return OFFICE.fullmatch(name) is not None


def is_press(name: str) -> bool:
    """Tell whether a name is an agency, or ends as papers are called and no person is."""
    words, first = name.casefold().split(), name.partition(" ")[0]
    is_paper = len(words) >= MIN_HOUSE_WORDS and (words[-1] in PRESS_NAMES or words[-2] in PRESS_DAYS)
    is_section = first.isupper() and not name.isupper() and AGENCY.fullmatch(first)  # "AP National Security"
    return bool(is_paper or is_section) or (HOUSE_BEHIND.fullmatch(name) or AGENCY.fullmatch(name)) is not None


def drop_offices(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return names without the offices and houses behind the first, where that is a person's full name."""
    if len(names) < MIN_HOUSE_WORDS or " " not in names[0] or is_office(names[0]) or is_press(names[0]):
        return names
    return (names[0], *(name for name in names[1:] if not (is_office(name) or is_press(name))))


def cut_agency(name: str) -> str:
    """Return a name without the agency of several words that follows two others: "Anna Keller Associated Press"."""
    if name.count(" ") <= MIN_HOUSE_WORDS:
        return name
    last = next((found for found in AGENCY.finditer(name) if found.end() == len(name)), None)
    is_behind = last is not None and " " in last[0] and len(name[: last.start()].split()) >= MIN_HOUSE_WORDS
    return name[: last.start()].rstrip() if last and is_behind else name
