"""Who signs an Arabic story in a line of its own: several persons, one for an agency, or one beside initials."""

import re

from warraq.clean.datelines import ARABIC, is_person
from warraq.clean.houses import is_agency, is_newsroom_from, read_house_line
from warraq.clean.layout import Layout
from warraq.clean.linked import is_bold_label
from warraq.clean.prose import FULL_PROSE
from warraq.clean.sign_offs import DESK_AND_NAME
from warraq.clean.tags import LISTED
from warraq.clean.writer_labels import PREFIX
from warraq.model import DropReason

MAX_SIGNED_LETTERS = 80
MAX_OPENING_LETTERS = 40
OPENING = re.compile(
    r"[\u0621-\u064a][^()«»:.؟!]{1,38}\((?P<house>[^()/]{2,20}?)\s?/\s?(?:تحرير\s|إعداد\s)?(?P<name>[^()/\d]{5,40})\)\s?[-–—ـ]"
)
# «رنا خوري، كاتبة لبنانية».
TOLD = re.compile(
    r"(?P<name>[^،,.؟!]{5,40}?)\s?[،,]\s?(?:أكاديمي|إعلامي|باحث|روائي|شاعر|صحافي|صحفي|كاتب|محلل)ة?(?: \w+){0,6}"
)
SEAM = re.compile(r"\s*[/،]\s*|\s+و(?=\w)")
INITIALS = re.compile(r"\s*[/،(]\s*(?:[\u0621-\u064a](?:\.\s?|\s|(?=[)/]|$))){2,4}\)?$")  # «رنا خوري/ ع.م.».


def read_signers(text: str) -> tuple[str, ...]:
    """Return the persons that an Arabic line names and nothing else: «رنا خوري وسامي حداد», «وام/رنا خوري»."""
    if len(text) > MAX_SIGNED_LETTERS or not ARABIC.match(text):
        return ()
    wired = DESK_AND_NAME.fullmatch(text)
    told = TOLD.fullmatch(text)
    if told and is_person(told["name"]):
        return (told["name"],)
    names = SEAM.split(wired["name"] if wired else INITIALS.sub("", text))
    return tuple(names) if all(map(is_person, names)) else ()


def read_labelled_person(text: str) -> tuple[str, ...]:
    """Return the Arabic person behind a label of writers that stands without a colon: «الكاتب/ة رنا خوري»."""
    label = PREFIX.match(text) if len(text) <= MAX_SIGNED_LETTERS and ARABIC.match(text) else None
    return read_signers(text[label.end() :]) if label else ()


def read_first(layout: Layout, verdicts: list[DropReason | None]) -> tuple[str, ...]:
    """Return the Arabic person whose name is the first line over prose, and mark it; none of whom the story tells.

    Where other names stand alone amid the story, they are those who are heard.
    """
    blocks = layout.tree.blocks
    kept = [at for at, reason in enumerate(verdicts) if reason is None]
    if len(kept) < 2:  # noqa: PLR2004 - a name, and a story below it.
        return ()
    first, *others = kept
    name = blocks[first].text
    is_over = layout.weights[others[0]] >= FULL_PROSE and blocks[first].tag not in LISTED
    if not is_over or not is_person(name):
        return ()
    last = name.split()[-1]
    if any(last in blocks[at].text or is_person(blocks[at].text) for at in others):
        return ()
    verdicts[first] = DropReason.BYLINE
    return (name,)


def read_opening(text: str) -> tuple[str, ...]:
    """Return the person who is named beside the agency where a paragraph opens: «كسلا 3 مارس (سونا/ رنا خوري) - …»."""
    found = OPENING.match(text) if "(" in text[:MAX_OPENING_LETTERS] else None
    return (found["name"],) if found and is_agency(found["house"]) and is_person(found["name"]) else ()


def read_stressed_opening(layout: Layout, verdicts: list[DropReason | None], headline: int) -> tuple[str, ...]:
    """Return the Arabic person in bold before a colon where the story opens: «**رنا خوري:** …».

    None of whom headline or story tell again, and none where another paragraph begins so: they are heard in turn.
    """
    blocks = layout.tree.blocks
    kept = [at for at, reason in enumerate(verdicts) if reason is None]
    if not kept:
        return ()
    first, *others = kept
    opening = blocks[first].text[: blocks[first].strong].rstrip()
    name = opening.rstrip(":").rstrip()
    if name == opening or layout.weights[first] < FULL_PROSE or not is_person(name):
        return ()
    last = name.split()[-1]
    is_told = any(last in blocks[at].text for at in (headline, *others)) or last in blocks[first].text[len(opening) :]
    return () if is_told or any(is_bold_label(blocks[at]) for at in others) else (name,)


def is_wire_line(text: str) -> bool:
    """Tell whether a line names a city, an agency and perhaps who wrote for it: «صنعاء / رنا خوري / الأناضول»."""
    if not ARABIC.match(text):
        return False
    place = read_house_line(text, ())
    return place.city is not None if place else is_newsroom_from(text, ())
