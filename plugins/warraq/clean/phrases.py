"""What lines around a story are, told by how they begin, in the language they are written in."""

import re
from functools import lru_cache
from pathlib import Path

from warraq.model import DropReason
from warraq.text.arabic import FOLD_LETTERS

TABLE = Path(__file__).with_name("phrases.txt")
SECTION = re.compile(r"\[(\w+) (\w+)\]")
COPYRIGHT_SIGNS = ("©", "(c) ", "(C) ", "ⓒ", "Ⓒ")
LEADING = re.compile(r"^[\W_]+")
LABEL_END = re.compile(r":|\s[-–—|]\s")  # Behind a word that labels what follows.
UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# Promotional words in long paragraphs are wrong far oftener than right (416 to 59; facts of 2026-11-23).
MAX_LINE_LETTERS = 160
MAX_WORD_LINE_LETTERS = 28  # For a phrase of one word.
MAX_PHRASE_LINE_LETTERS = 80
# What asks the reader for something says so in whole sentences.
LONG_REASONS = frozenset(
    {
        DropReason.ADVERTISING,
        DropReason.BYLINE,
        DropReason.FOLLOW,
        DropReason.NEWSLETTER,
        DropReason.COMMENTS,
        DropReason.COPYRIGHT,
    }
)


def fold_opening(text: str) -> str:
    """Return the beginning of a line as the table spells it."""
    opening = text[: MAX_LINE_LETTERS // 2].casefold().replace("’", "'")
    return LEADING.sub("", opening if opening.isascii() else opening.translate(FOLD_LETTERS))


@lru_cache(maxsize=1)
def read_openings() -> dict[str, tuple[tuple[str, bool, DropReason], ...]]:
    """Return the table by first two letters: (phrase, is one word, reason), longest first. Read once a process."""
    found: dict[str, dict[str, DropReason]] = {}
    reason = DropReason.BOILERPLATE
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        section = SECTION.fullmatch(line)
        if section:
            reason = DropReason(section[1])
        elif line and not line.startswith("#"):
            phrase = fold_opening(line)
            found.setdefault(phrase[:2], {}).setdefault(phrase, reason)
    return {
        key: tuple(
            (phrase, " " not in phrase and not UNSPACED.search(phrase), reason)
            for phrase, reason in sorted(phrases.items(), key=lambda pair: -len(pair[0]))
        )
        for key, phrases in found.items()
    }


def name_line(text: str, *, linked: bool = False) -> DropReason | None:
    """Return what a short line is by how it begins, or None where the table does not say; a link may be longer."""
    if len(text) > MAX_LINE_LETTERS:
        return None
    if text.startswith(COPYRIGHT_SIGNS):
        return DropReason.COPYRIGHT
    opening = fold_opening(text)
    for phrase, is_word, reason in read_openings().get(opening[:2], ()):
        if opening.startswith(phrase):
            after = opening[len(phrase) : len(phrase) + 1]
            if after and after.isalpha() and not UNSPACED.search(phrase):
                continue
            if is_word and len(text) > MAX_WORD_LINE_LETTERS and not LABEL_END.match(opening, len(phrase)):
                continue
            if linked or len(text) <= MAX_PHRASE_LINE_LETTERS or reason in LONG_REASONS:
                return reason
    return None
