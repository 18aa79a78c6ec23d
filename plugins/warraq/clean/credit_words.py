"""The words that credits are told by, as patterns: agencies, labels, and what is read out."""

import re
from pathlib import Path

from warraq.model import DropReason

TABLE = Path(__file__).with_name("credits.txt")
SECTION = re.compile(r"^\[[a-z ]+\]\n", re.MULTILINE)


def read_table() -> tuple[str, ...]:
    """Return the table's sections in their order, each as alternatives of a pattern, the longest first."""
    return tuple(map(make_pattern, read_sections(TABLE)))


def group_words(pattern: str) -> str:
    """Return a pattern's alternatives by the letter they begin with: most words of a line are ruled out by it."""
    groups: dict[str, list[str]] = {}
    for word in pattern.split("|"):
        groups.setdefault(word[0], []).append(word[1:])
    found = "|".join(f"{letter}(?:{'|'.join(words)})" for letter, words in sorted(groups.items()))
    return f"(?=[{''.join(sorted(groups))}])(?:{found})"


def read_spoken() -> dict[str, DropReason]:
    """Return the labels that are read out, in small letters, each with what it announces."""
    *_, sources, captions = read_sections(TABLE)
    kinds = ((sources, DropReason.CREDIT), (captions, DropReason.CAPTION))
    return {label.casefold(): kind for labels, kind in kinds for label in labels}


def read_sections(table: Path) -> tuple[list[str], ...]:
    """Return the lines of each section of a table, in their order, blank ones left out."""
    _, *sections = SECTION.split(table.read_text(encoding="utf-8"))
    return tuple([line for line in section.split("\n") if line] for section in sections)


def make_pattern(words: list[str]) -> str:
    """Return words as alternatives of a pattern, in which a point may be missing or followed by a blank."""
    chosen = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\.", r"\.? ?").replace(r"\ ", " ") for word in chosen)
