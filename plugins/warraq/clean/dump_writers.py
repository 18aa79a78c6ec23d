"""Writers in a dump's head whom no table of given names knows: told by the day, the city or the house beside them."""

import re
from collections.abc import Iterable

from warraq.clean.credit_signs import AGENCY
from warraq.clean.datelines import (
    ARABIC,
    CITY_AND_NAME,
    END_SIGN,
    NAME_LINKS,
    NO_PERSON,
    is_bare_name,
    is_known_city,
    is_worded,
    read_place_words,
    read_table,
)
from warraq.clean.houses import SPECIAL, read_words
from warraq.clean.phrases import name_line
from warraq.text.characters import fold_line

MIN_WORDS, MAX_WORDS = 2, 5
MAX_CAPITALS = 3  # More are a headline's, where all its words have them.
MAX_LETTERS = 60
MAX_PARTS, MAX_HOUSE_WORDS = 3, 3
# Words that stand amid family names, in small letters; "Ciudad de México" is a place, with one capital more a name.
PARTICLES = frozenset("abu af al bin bint den der el ibn t ten ter van vom von".split())  # noqa: SIM905
OF_PLACES = frozenset("da dal de del della des di do dos du e la las le los y".split())  # noqa: SIM905
FAMILY = re.compile(r"ال\w{2,}ي")
NAMED = re.compile(r"['’]?[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?")
JOINED = re.compile(r",\s|\s(?:&|and|e|en|et|och|og|und|y)\s")
NAME_FROM = re.compile(r"(?P<name>[^\W\d]+(?: [^\W\d]+){1,2}) من (?P<city>[^\W\d]+(?: [^\W\d]+)?)")
# How what papers print is passed on (Lebanon, 2024).
WROTE_IN = re.compile(r"كتبت? (?P<name>[^\W\d]+(?: [^\W\d]+){1,2}) في (?P<paper>[«“\"][^«»“”\"]{2,30}[»”\"]):?")
DASHES = ("-", "–", "—")
# "Author, Jane Roe", "Role, BBC News, Bradford": read out to those who do not see the page (BBC, 2026).
SPOKEN_ROLE = re.compile(
    r"(?:الكاتب(?:ة)?|Author|Autor|Автор|نویسنده|مصنف|Yazan)[,،]\s?(?P<who>.{3,60})"
    r"|(?:الدور|Role|Título del autor|Роль|شغل|عہدہ|Unvan),?،?\s.{3,80}"
)
SEAM = re.compile(r"\s[-–—|]\s|\s?/\s?|\s?[،,]\s")


def is_written(text: str) -> bool:
    """Tell whether a line beside a day is a writer's name, or several: spelt as names are, and no house's."""
    if is_bare_name(text):
        return True
    if len(text) > MAX_LETTERS or AGENCY.search(text):
        return False
    words = read_words(text)
    if names_house(text) and (read_table().given.isdisjoint(words) or not read_table().newsroom.isdisjoint(words)):
        return False
    return all(map(is_spelt, [text] if ARABIC.match(text) else JOINED.split(text)))


def is_spelt(text: str) -> bool:
    """Tell whether a text is spelt as a name: capitals and particles; in Arabic letters, what only names have."""
    words = text.split()
    if not MIN_WORDS <= len(words) <= MAX_WORDS:
        return False
    if ARABIC.match(text):
        return has_family(words)
    capitals = [word for word in words if word[0].isupper()]
    others = {word.strip("'’") for word in words if not word[0].isupper()}
    is_named = all(map(NAMED.fullmatch, words)) and words[0] in capitals and words[-1] in capitals
    least = MIN_WORDS + (not others.isdisjoint(OF_PLACES))
    return is_named and least <= len(capitals) <= MAX_CAPITALS and others <= PARTICLES | OF_PLACES


def is_taker(text: str) -> bool:
    """Tell whether a text is spelt as who took a picture: a person, a town, a paper."""
    words = [word for word in text.split() if word not in PARTICLES | OF_PLACES]
    is_named = MIN_WORDS <= len(words) <= MAX_WORDS and all(map(NAMED.fullmatch, words))
    return is_spelt(text) or (is_named and all(word[0].isupper() for word in words))


def has_family(words: list[str]) -> bool:
    """Tell whether Arabic words hold a given name of the table, what links names, or a family's ending behind one."""
    first, *others = words
    if NO_PERSON.match(first) or not is_worded(" ".join(words)):
        return False
    is_called = any(word in NAME_LINKS or fold_line(word) in read_table().given for word in words)
    is_first = not first.startswith("ال") or FAMILY.fullmatch(first) is not None
    is_family = len(words) == MIN_WORDS and FAMILY.fullmatch(others[-1]) is not None  # «ملحق النهر الثقافي» is longer.
    return is_first and (is_called or is_family)


def names_house(text: str) -> bool:
    """Tell whether a word of a line is a place's or a newsroom's: "BBC News, Bradford"."""
    return not (read_table().newsroom | read_place_words()).isdisjoint(read_words(text))


def find_placed(text: str) -> re.Match[str] | None:
    """Return ``city`` and ``name`` in a line of both, where the table knows the city and the name is spelt as one."""
    found = CITY_AND_NAME.match(text) if len(text) <= MAX_LETTERS else None
    return found if found and is_known_city(found["city"]) and is_spelt(found["name"]) else None


def find_from(text: str) -> re.Match[str] | None:
    """Return ``name`` in «حبيب الشمري من عدن:», where the table knows the city, and in «كتبت ليلى حداد في “النهر”»."""
    text = END_SIGN.sub("", text)
    found = WROTE_IN.fullmatch(text) or NAME_FROM.fullmatch(text)
    is_told = found is not None and ("paper" in found.re.groupindex or is_known_city(found["city"]))
    return found if found and is_told and is_bare_name(found["name"]) else None


def is_house_line(text: str) -> bool:
    """Tell whether a line over the prose is a house, alone or beside a city, or what a broken dateline left of one."""
    if len(text) > MAX_LETTERS:
        return False
    parts = SEAM.split(END_SIGN.sub("", text))
    if any(not part or len(part.split()) > MAX_HOUSE_WORDS for part in parts):
        return False
    is_cut = len(parts) == 1 and text.endswith(DASHES) and text[:-1].endswith(" ")
    return is_cut or (any(map(is_house, parts)) and all(is_house(part) or is_known_city(part) for part in parts))


def read_beside(text: str, above: Iterable[str]) -> str | None:
    """Return the writer in a line of two or three parts, of which all the others are a house, a city or «خاص».

    ``above`` are lines that stand over the headline. A city alone proves nothing: «غزة - عام الحرب».
    """
    parts = SEAM.split(text) if len(text) <= MAX_LETTERS else []
    if not 1 < len(parts) <= MAX_PARTS or not all(parts):
        return None
    houses = set(map(fold_line, above))
    others = [part for part in parts if fold_line(part) in houses or is_house(part) or is_known_city(part)]
    left = [part for part in parts if part not in others]
    is_proved = len(others) > 1 or any(fold_line(part) in houses or part == SPECIAL for part in others)
    is_name = len(left) == 1 and is_proved and name_line(text) is None and not AGENCY.search(text)
    return left[0] if is_name and (is_bare_name(left[0]) or is_spelt(left[0])) else None


def stands_again(text: str, above: Iterable[str]) -> bool:
    """Tell whether a line says again what stands over the headline: the site, a section, either beside a city."""
    parts = SEAM.split(END_SIGN.sub("", text)) if len(text) <= MAX_LETTERS else []
    if not parts or not all(parts) or any(len(part.split()) > MAX_HOUSE_WORDS for part in parts):
        return False
    houses = set(map(fold_line, above))
    said = [fold_line(part) in houses for part in parts]
    return any(said) and all(is_said or is_known_city(part) for is_said, part in zip(said, parts, strict=True))


def is_house(part: str) -> bool:
    """Tell whether a part of a line is «خاص», or a name that a newsroom's word is in: «أخبار النهر»."""
    return part == SPECIAL or not read_table().newsroom.isdisjoint(read_words(part))
