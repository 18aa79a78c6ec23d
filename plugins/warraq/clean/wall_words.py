"""What walls and error pages say: the table, and how texts are compared with it."""

import re
from functools import lru_cache
from pathlib import Path

from warraq.clean.declared import Declared
from warraq.clean.stems import list_stems
from warraq.clean.story import Story
from warraq.model import Reason
from warraq.text.arabic import FOLD_LETTERS

TABLE = Path(__file__).with_name("walls.txt")
MIN_TOLD, MIN_TOLD_UNDATED = 2, 3  # Words of a headline that its story says too, and no wall does.
HOST = re.compile(r"\S+\.[a-z]{2,}\b", re.IGNORECASE)
SECTION = re.compile(r"\[(\w+) (\w+)\]")


@lru_cache(maxsize=1)
def read_walls() -> dict[tuple[Reason, str], tuple[str, ...]]:
    """Return the table: phrases by reason and place, folded. Read once a process."""
    found: dict[tuple[Reason, str], list[str]] = {}
    key = (Reason.NO_ARTICLE, "")
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        section = SECTION.fullmatch(line)
        if section:
            key = (Reason(section[1]), section[2])
        elif line and not line.startswith("#"):
            found.setdefault(key, []).append(fold(line))
    return {key: tuple(phrases) for key, phrases in found.items()}


@lru_cache(maxsize=1)
def list_wall_stems() -> frozenset[str]:
    """Return the beginnings of the words that walls and error pages say, as ``list_stems`` gives a headline's."""
    phrases = (phrase for (_, place), phrases in read_walls().items() if place != "offer" for phrase in phrases)
    return frozenset(list_stems(" ".join(phrases)))


def fold(text: str) -> str:
    """Return a text as the table is compared with it."""
    return text.casefold().replace("’", "'").translate(FOLD_LETTERS)


def tells_of_headline(story: Story, declared: Declared) -> bool:
    """Tell whether a body says words of its headline that are no wall's and not the site's name: a story of it."""
    is_dated = story.published is not None and story.published.found_in != "url"
    return count_told(story, declared) >= (MIN_TOLD if is_dated else MIN_TOLD_UNDATED)


def count_told(story: Story, declared: Declared) -> int:
    """Return how many words of the headline, no wall's and none of the site's name, the body says."""
    named = list_stems(HOST.sub("", story.headline or "")) - list_wall_stems() - list_stems(declared.site_name or "")
    return len(named & list_stems(" ".join(story.paragraphs)))
