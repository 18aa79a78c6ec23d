"""What walls and error pages say: the table, and how texts are compared with it."""

import re
from functools import lru_cache
from pathlib import Path

from warraq.clean.stems import list_stems
from warraq.model import Reason
from warraq.text.arabic import FOLD_LETTERS

TABLE = Path(__file__).with_name("walls.txt")
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
