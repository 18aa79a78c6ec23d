"""Who signs an Arabic story in a line of its own: several persons, one for an agency, or one beside initials."""

import re

from warraq.clean.datelines import ARABIC, is_person
from warraq.clean.houses import is_agency, is_newsroom_from, read_house_line
from warraq.clean.persons import PREFIX
from warraq.clean.sign_offs import DESK_AND_NAME

MAX_SIGNED_LETTERS = 80
MAX_OPENING_LETTERS = 40
OPENING = re.compile(
    r"[\u0621-\u064a][^()«»:.؟!]{1,38}\((?P<house>[^()/]{2,20}?)\s?/\s?(?:تحرير\s|إعداد\s)?(?P<name>[^()/\d]{5,40})\)\s?[-–—ـ]"
)
SEAM = re.compile(r"\s*[/،]\s*|\s+و(?=\w)")
INITIALS = re.compile(r"\s*[/،(]\s*(?:[\u0621-\u064a](?:\.\s?|\s|(?=[)/]|$))){2,4}\)?$")  # «رنا خوري/ ع.م.».


def read_signers(text: str) -> tuple[str, ...]:
    """Return the persons that an Arabic line names and nothing else: «رنا خوري وسامي حداد», «وام/رنا خوري»."""
    if len(text) > MAX_SIGNED_LETTERS or not ARABIC.match(text):
        return ()
    wired = DESK_AND_NAME.fullmatch(text)
    names = SEAM.split(wired["name"] if wired else INITIALS.sub("", text))
    return tuple(names) if all(map(is_person, names)) else ()


def read_labelled_person(text: str) -> tuple[str, ...]:
    """Return the Arabic person behind a label of writers that stands without a colon: «الكاتب/ة رنا خوري»."""
    label = PREFIX.match(text) if len(text) <= MAX_SIGNED_LETTERS and ARABIC.match(text) else None
    return read_signers(text[label.end() :]) if label else ()


def read_opening(text: str) -> tuple[str, ...]:
    """Return the person who is named beside the agency where a paragraph opens: «كسلا 3 مارس (سونا/ رنا خوري) - …»."""
    found = OPENING.match(text) if "(" in text[:MAX_OPENING_LETTERS] else None
    return (found["name"],) if found and is_agency(found["house"]) and is_person(found["name"]) else ()


def is_wire_line(text: str) -> bool:
    """Tell whether a line names a city, an agency and perhaps who wrote for it: «صنعاء / رنا خوري / الأناضول»."""
    if not ARABIC.match(text):
        return False
    place = read_house_line(text, ())
    return place.city is not None if place else is_newsroom_from(text, ())
