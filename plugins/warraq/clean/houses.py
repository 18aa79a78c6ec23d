"""Lines over and under a story that name the newsroom: the paper's own name, the place, and no more."""

import re
from functools import lru_cache

from warraq.clean.credit_signs import AGENCY
from warraq.clean.datelines import (
    ARABIC,
    END_SIGN,
    Place,
    is_city,
    is_known_city,
    is_person,
    is_worded,
    read_place_words,
    read_table,
)
from warraq.clean.declared import Declared
from warraq.clean.layout import Layout
from warraq.clean.prose import FULL_PROSE, is_statement
from warraq.clean.sign_offs import DASHES, DESK_WORDS
from warraq.clean.tags import LISTED
from warraq.model import DropReason
from warraq.text.characters import fold_line

MAX_WORDS = 6
MIN_PROSE_WORDS = 8
MAX_LETTERS = 60
MAX_TOWN_WORDS = 3
FIRST = 2  # Lines of the story.
STOPS = frozenset(".!?؟…")
WORD = re.compile(r"[^\W_]+")
FOR_THE = re.compile(r"\bلل(?=\w{3})")  # «خاص للمرسى».
SPECIAL = "خاص"
HAS_WRITTEN = re.compile(r"^(?:كتبت?|من)\s+")
QUOTED = re.compile(r"«(?P<house>[^«»]{3,30})»")
TITLE_PARTS = re.compile(r"\s[|–—-]\s|\s?\|\s?")
PARTED = re.compile(r"[-–—ـ/:،(]")
KINDS = re.compile(r"(?:بوابة|جريدة|شبكة|صحيفة|قناة|مجلة|موقع|وكالة)\s")
EPITHET = re.compile(r"(?<=\w)\s+(?:ال|إ|ا)\w{3,}ية$")  # Whose or of what kind: «صحيفة المرسى الإلكترونية».
LINE_PARTS = re.compile(r"\s*[-–—ـ|/:،()]\s*")
Houses = tuple[frozenset[str], ...]  # The words of each name under which a page calls its site.


@lru_cache(maxsize=2_048)
def read_words(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded. A page asks for the same lines again and again."""
    return tuple(word for word in map(fold_line, WORD.findall(FOR_THE.sub("ال", text))) if word)


def list_houses(declared: Declared) -> Houses:
    """Return the words of the names under which a page calls its site, without words that all papers bear."""
    names = [declared.site_name or ""]
    parts = TITLE_PARTS.split(declared.title or "")
    # A longer one is the headline's other half, but where it says that it is a paper.
    if len(parts) > 1 and (2 * len(parts[-1]) <= len(parts[0]) or KINDS.match(parts[-1])):
        names.append(parts[-1])
    names += [EPITHET.sub("", name) for name in names if KINDS.match(name) and EPITHET.search(name)]
    return tuple(own for name in names if (own := frozenset(read_words(name)) - read_table().newsroom))


def is_house(text: str, houses: Houses) -> bool:
    """Tell whether a text is one of the site's names, with newsroom words and places besides it or without."""
    words = frozenset(read_words(text))
    return any(house <= words and words - house <= read_table().newsroom | read_place_words() for house in houses)


def is_house_line(text: str, houses: Houses) -> bool:
    """Tell whether a line is the newsroom's: «رووداو», «خاص - مصراوي», «لندن - «القدس العربي»:», "Strait Times"."""
    if len(text) > MAX_LETTERS or text[-1] in STOPS or len(WORD.findall(text)) > MAX_WORDS:
        return False
    quoted = QUOTED.search(text)
    rest = read_words(AGENCY.sub(" ", QUOTED.sub(" ", text)))
    is_place = not read_place_words().isdisjoint(rest) and frozenset(rest) <= read_place_words() | read_table().newsroom
    is_parted = PARTED.search(text) is not None and (quoted is not None or not read_table().newsroom.isdisjoint(rest))
    is_told = (quoted is not None and is_house(quoted["house"], houses)) or AGENCY.search(text) or is_parted
    return bool(is_place and is_told) or is_house(text, houses)


def is_newsroom_from(text: str, houses: Houses) -> bool:
    """Tell whether a line names the newsroom and the city it writes from; without that, it may sign a story."""
    return is_house_line(text, houses) and not read_place_words().isdisjoint(read_words(text))


def read_house_line(text: str, houses: Houses) -> Place | None:
    """Return place and person in a line of several parts: «موقع 24 - محمد أمين», «رام الله - محمد أمين - القدس»."""
    if len(text) > MAX_LETTERS or not ARABIC.search(text):
        return None
    parts = [HAS_WRITTEN.sub("", part, count=1) for part in LINE_PARTS.split(END_SIGN.sub("", text)) if part]
    persons = [part for part in parts if is_person(part)]
    others = [part for part in parts if part not in persons]
    if len(persons) != 1 or not others:
        return None
    cities = [part for part in others if is_known_city(part) and read_place_words().issuperset(read_words(part))]
    # An agency beside a person alone took the picture.
    unknown = [
        one
        for one in others
        if not (is_house(one, houses) or one in cities or one == SPECIAL or (cities and is_agency(one)))
    ]
    if unknown and not (unknown == others[1:] and is_house(others[0], houses) and is_town(unknown[0])):
        return None
    return Place(cities[0] if cities else None, persons[0])


def is_town(text: str) -> bool:
    """Tell whether a part of a line behind the house and a person can be a town that no table knows."""
    return len(text.split()) <= MAX_TOWN_WORDS and is_worded(text) and is_city(text)


def is_agency(text: str) -> bool:
    """Tell whether a text is an agency's name, or the word with which one signs: «واع»."""
    return AGENCY.fullmatch(text) is not None or text in DESK_WORDS


def find_last(layout: Layout, verdicts: list[DropReason | None]) -> int | None:
    """Return the block of a story's last line, where a full paragraph stands before it that asks nothing; else None."""
    *before, last = (None, *(at for at, reason in enumerate(verdicts) if reason is None))
    prose = before[-1] if before else None
    return last if prose is not None and is_statement(layout.tree.blocks[prose].text, MIN_PROSE_WORDS) else None


def is_signed_off(text: str, houses: Houses) -> bool:
    """Tell whether a line is a dash and one of the site's names."""
    return text[0] in DASHES and len(text) <= MAX_LETTERS and is_house(text, houses)


def drop_house_lines(
    declared: Declared, byline: tuple[str, ...], verdicts: list[DropReason | None], layout: Layout
) -> None:
    """Drop the first and the last line of a story that name no more than the newsroom, or its writer."""
    kept = [at for at, reason in enumerate(verdicts) if reason is None]
    if not any(layout.weights[at] >= FULL_PROSE for at in kept):
        return
    houses = list_houses(declared)
    for at in kept[:FIRST]:
        block = layout.tree.blocks[at]
        if block.tag not in LISTED and is_house_line(block.text, houses):
            verdicts[at] = DropReason.BYLINE
    last = kept[-1] if is_signed_off(layout.tree.blocks[kept[-1]].text, houses) else find_last(layout, verdicts)
    if last is not None and layout.tree.blocks[last].tag not in LISTED:
        text = layout.tree.blocks[last].text
        is_signed = is_person(text) and (not byline or text in byline)
        if is_signed or is_house_line(text, houses):
            verdicts[last] = DropReason.BYLINE
