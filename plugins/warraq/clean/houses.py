"""Lines over and under a story that name the newsroom: the paper's own name, the place, and no more."""

import re
from functools import lru_cache

from warraq.clean.credit_signs import AGENCY
from warraq.clean.datelines import (
    ARABIC,
    ARABIC_PARTICLES,
    END_SIGN,
    NO_PLACE,
    Place,
    find_place,
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
from warraq.clean.sign_offs import DASHES, DESK_WORDS, MARKS
from warraq.clean.tags import LISTED
from warraq.model import DropReason
from warraq.text.characters import fold_line

MAX_WORDS = 6
MIN_PROSE_WORDS = 8
MAX_LETTERS = 60
MAX_TOWN_WORDS = 3
MAX_DESK_WORDS = 5
MAX_HOUSE_WORDS = 3
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
# How newsrooms are called behind their own name: «نيوز», «دیجیتاڵ».
PRESS_WORDS = frozenset(map(fold_line, ("online", "news", "أونلاين", "برس", "ديجيتال", "دیجیتاڵ", "نيوز")))
LATIN_NAME = re.compile(r"[A-Z][\w'-]+(?:[,/] ?[A-Z][\w'-]+)?")
HOUSE_WORD = re.compile(r"ال\w{2,}(?:\.نت)?|\w{3,}\d{1,3}")  # «الزمان», «كوردستان24».
DATELINE = re.compile(r"(?P<line>[\u0600-\u06ff][^:.،؟!]{1,40}?)\s?[-–—ـ](?=\s)")
DESK_PARTS = re.compile(r"\s*[-–—ـ/|()]+\s*")
LINE_PARTS = re.compile(r"\s*[-–—ـ|/:،()]\s*")
Houses = tuple[frozenset[str], ...]  # The words of each name under which a page calls its site.


@lru_cache(maxsize=2_048)
def read_words(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded. A page asks for the same lines again and again."""
    return tuple(word for word in map(fold_line, WORD.findall(FOR_THE.sub("ال", MARKS.sub("", text)))) if word)


def list_houses(declared: Declared) -> Houses:
    """Return the words of the names under which a page calls its site, without words that all papers bear."""
    return name_houses(declared.site_name or "", declared.title or "")


@lru_cache(maxsize=8)  # Several rules ask of one page.
def name_houses(site: str, title: str) -> Houses:
    """Return the words of the names that a page's declared name and its title hold."""
    names = [site, *(part for part in TITLE_PARTS.split(site) if part != site)]
    parts = TITLE_PARTS.split(title)
    if len(parts) > 1 and KINDS.match(parts[0]):
        names.append(parts[0])
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


def opens_with_place(text: str) -> bool:
    """Tell whether a paragraph opens with an Arabic dateline: «تيارت - …», «صنعاء (سبأ) – …»."""
    found = DATELINE.match(text)
    words = read_words(AGENCY.sub(" ", found["line"])) if found else ()
    places, newsroom = read_place_words(), read_table().newsroom
    is_known = all(word in places or word in newsroom or word in DESK_WORDS for word in words)
    return is_known and not places.isdisjoint(words)


def is_desk_line(text: str) -> bool:
    """Tell whether a line over all prose is place and house, though no name of the page tells it: «البصرة - المرسى».

    The first part is a city of the table or newsroom words, or «خاص» stands in it; one part is neither and the house:
    one word with an article or with a newsroom's beside it. «القاهرة - أسعار الذهب» is a title.
    """
    text = END_SIGN.sub("", text)
    words = WORD.findall(text)
    is_short = 1 < len(words) <= MAX_DESK_WORDS and text[-1] not in STOPS
    if not is_short or not ARABIC.match(text) or ARABIC_PARTICLES.search(text):
        return False
    if ":" not in text and len(words) <= MAX_HOUSE_WORDS and fold_line(words[-1]) in PRESS_WORDS:
        return True
    parts = [part for part in DESK_PARTS.split(text) if part]
    others = [part for part in parts if not (is_desk_part(part) or read_place_words().issuperset(read_words(part)))]
    is_led = parts[0] not in others or SPECIAL in parts
    is_other = any(NO_PLACE.match(part) or is_person(part) for part in parts)
    is_told = len(others) == 1 or (not others and any(map(is_desk_part, parts)))
    return len(parts) > 1 and is_led and is_told and not is_other and all(map(is_house_part, others))


def is_desk_part(text: str) -> bool:
    """Tell whether a part of a line is newsroom words or a national agency's sign: «خاص», «واع»."""
    return text in DESK_WORDS or read_table().newsroom.issuperset(read_words(text))


def is_house_part(text: str) -> bool:
    """Tell whether a part of a line may be a house that no table knows: «الزمان», «بوابة الوسط», «كوردستان24»."""
    words = read_words(text)
    is_named = len(words) <= MAX_HOUSE_WORDS and not read_table().newsroom.isdisjoint(words)
    return HOUSE_WORD.fullmatch(text) is not None or (is_named and text.replace(" ", "").isalnum())


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
        if not (is_site(one, houses) or one in cities or one == SPECIAL or (cities and is_agency(one)))
    ]
    if unknown and not (unknown == others[1:] and is_house(others[0], houses) and is_town(unknown[0])):
        return None
    return Place(cities[0] if cities else None, persons[0])


def is_site(text: str, houses: Houses) -> bool:
    """Tell whether a part of a line is one of the site's names, or words of a longer one: «المرسى»."""
    words = read_words(text)
    return is_house(text, houses) or (bool(words) and any(house.issuperset(words) for house in houses))


def is_town(text: str) -> bool:
    """Tell whether a part of a line behind the house and a person can be a town that no table knows."""
    return len(text.split()) <= MAX_TOWN_WORDS and is_worded(text) and is_city(text)


def is_agency(text: str) -> bool:
    """Tell whether a text is an agency's name, or the word with which one signs: «واع»."""
    return AGENCY.fullmatch(text) is not None or text in DESK_WORDS


def is_signed_by(text: str, byline: tuple[str, ...]) -> bool:
    """Tell whether a line is a person's name, where writers are known one of theirs or a first name, and no more."""
    return text in byline or (is_person(text) and not byline) or text in [name.partition(" ")[0] for name in byline]


def drop_desk_line(kept: list[int], verdicts: list[DropReason | None], layout: Layout) -> None:
    """Drop the first line over a full paragraph that is place and house by its form."""
    first, following = kept[0], kept[1:2]
    block = layout.tree.blocks[first]
    below = next((layout.tree.blocks[at].text for at in following if layout.weights[at] >= FULL_PROSE), "")
    is_over = verdicts[first] is None and block.tag not in LISTED and below != ""
    # Over Arabic prose a name in Latin letters says where from: "Istanbul".
    is_foreign = ARABIC.match(below) and LATIN_NAME.fullmatch(block.text)
    if is_over and (is_foreign or is_desk_line(block.text)):
        verdicts[first] = DropReason.BYLINE


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
    drop_desk_line(kept, verdicts, layout)
    last = kept[-1] if is_signed_off(layout.tree.blocks[kept[-1]].text, houses) else find_last(layout, verdicts)
    if last is not None and layout.tree.blocks[last].tag not in LISTED:
        text = layout.tree.blocks[last].text
        place = None if is_person(text) else find_place(text)
        is_signed = is_signed_by(text, byline) or (place is not None and place.name in byline)
        if is_signed or is_house_line(text, houses):
            verdicts[last] = DropReason.BYLINE
