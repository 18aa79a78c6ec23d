"""Lines over and under a story that name the newsroom: the paper's own name, the place, and no more."""

import re

from warraq.clean.datelines import is_person, read_place_words, read_table
from warraq.clean.declared import Declared
from warraq.clean.layout import FULL_PROSE, Layout
from warraq.clean.signatures import find_last
from warraq.clean.tags import HEADINGS
from warraq.model import DropReason
from warraq.text.characters import fold_line

MAX_WORDS = 6
# «ر.ح/ ف.ع», «(النهاية) ع ب ج / ه س س», «/العُمانية/ ن م», «==== ن.ح».
INITIALS = re.compile(
    r"[=/\s–—-]*(?:\(\w+\)|/\w[\w\u064b-\u0652]+/|[\u0621-\u064a]{3}/)?\s*[\u0621-\u064a](?:[\s./]+[\u0621-\u064a](?![\u0621-\u064a]))+\.?"
)
MAX_INITIALS = 40
MAX_LETTERS = 60
FIRST, LAST = 2, 3  # Lines of the story.
STOPS = frozenset(".!?؟…")
WORD = re.compile(r"[^\W_]+")
QUOTED = re.compile(r"«(?P<house>[^«»]{3,30})»")
TITLE_PARTS = re.compile(r"\s[|–—-]\s|\s?\|\s?")
LINE_PARTS = re.compile(r"\s*[-–—ـ|/:،()]\s*")
Houses = tuple[frozenset[str], ...]  # The words of each name under which a page calls its site.
UNSIGNED_TAGS = HEADINGS | {"li", "td", "th"}


def read_words(text: str) -> list[str]:
    """Return the words of a text, folded."""
    return [word for word in map(fold_line, WORD.findall(text)) if word]


def list_houses(declared: Declared) -> Houses:
    """Return the words of the names under which a page calls its site, without words that all papers bear."""
    names = [declared.site_name or ""]
    if declared.title and len(parts := TITLE_PARTS.split(declared.title)) > 1:
        names.append(parts[-1])
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
    rest = read_words(QUOTED.sub(" ", text))
    return (quoted is not None and bool(rest) and read_place_words().issuperset(rest)) or is_house(text, houses)


def is_newsroom_from(text: str, houses: Houses) -> bool:
    """Tell whether a line names the newsroom and the city it writes from; without that, it may sign a story."""
    return is_house_line(text, houses) and not read_place_words().isdisjoint(read_words(text))


def read_house_line(text: str, houses: Houses) -> str | None:
    """Return the person's name beside the site's own: «موقع 24 - محمد أمين»; None in any other line."""
    if len(text) > MAX_LETTERS:
        return None
    parts = [part for part in LINE_PARTS.split(text) if part]
    persons = [part for part in parts if is_person(part)]
    others = [part for part in parts if part not in persons]
    return persons[0] if len(persons) == 1 and others and all(is_house(one, houses) for one in others) else None


def drop_house_lines(declared: Declared, verdicts: list[DropReason | None], layout: Layout) -> None:
    """Drop the first and the last lines of a story that name no more than the newsroom and where it writes from."""
    kept = [at for at, reason in enumerate(verdicts) if reason is None]
    if not any(layout.weights[at] >= FULL_PROSE for at in kept):
        return
    houses, last = list_houses(declared), find_last(layout, verdicts)
    for at in dict.fromkeys((*kept[:FIRST], *kept[-LAST:])):
        block = layout.tree.blocks[at]
        is_signed = at == last and signs(block.text)
        if block.tag not in UNSIGNED_TAGS and (is_signed or is_house_line(block.text, houses)):
            verdicts[at] = DropReason.BYLINE


def signs(text: str) -> bool:
    """Tell whether a story's last line is an Arabic name and no more, or the first letters of its makers' names."""
    return is_person(text) or (len(text) <= MAX_INITIALS and INITIALS.fullmatch(text) is not None)
