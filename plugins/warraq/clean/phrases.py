"""What lines around a story are, told by how they begin, in the language they are written in."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from warraq.clean.counters import name_count
from warraq.model import DropReason
from warraq.text.arabic import FOLD_LETTERS

TABLE = Path(__file__).with_name("phrases.txt")
# Harakat, Qur'anic signs and tatweel tell no two phrases apart.
FOLD = FOLD_LETTERS | dict.fromkeys((*range(0x610, 0x61B), 0x640, *range(0x64B, 0x660), 0x670, *range(0x6D6, 0x6EE)))
SECTION = re.compile(r"\[(\w+) (\w+)\]")
COPYRIGHT_SIGNS = (
    "©",
    "(c) ",
    "(C) ",
    "ⓒ",
    "Ⓒ",
    "Copyright ©",
    "Copyright ⓒ",
    "Copyright (c)",
    "Copyright @",
    "(TM and ©",
    "TM and ©",
    "TM &©",
)
COPYRIGHT_YEAR = re.compile(r"copyright:?\s(?:by\s)?(?:19|20)\d\d", re.IGNORECASE)
RESERVED = re.compile(r"all rights reserved\b.{0,250}\b(?:may not be|reproduced|redistributed)\b", re.IGNORECASE)
LEADING = re.compile(r"^[\W_]+")
TRAILING = re.compile(r"(?:\s*[(\[]\d[\d.,]*[)\]])?[\W_]*$")
WHOLE, SUMMARY, POINTS = "whole", "summary", "points"
LOOSE = "loose"  # A sentence of the story may begin so too: "Also on Monday, …".
# What a sentence says that begins so and asks its reader for something all the same.
ASKED = re.compile(
    r"(?<!\w)(?:apps?|channels?|facebook|here|inbox|newsletters?|our|podcasts?|twitter|updates|us|whats ?app"
    r"|hier|onze|qui|uns|unsere?[mnrs]?|aquí|aqui|ici|nos|nostr[aeio]|notre|noss[ao]s?|nuestr[ao]s?|قناتنا|موقعنا|هنا)(?!\w)",
    re.IGNORECASE,
)
# Sections of words that stand anywhere in a line, not at its beginning: notices.py.
AMID = frozenset({"appeal", "helpline", "within"})
MAX_WHOLE_LETTERS = 40
LABEL_END = re.compile(r"\s?[:：]|\s[-–—|]\s|\s?\.\.")  # Behind a word that labels what follows.
# Amid prose these count alone or as labels, of whatever number of words.
LISTED = frozenset({DropReason.RELATED, DropReason.COMMENTS, DropReason.SHARE, DropReason.TAGS})
SENTENCE = re.compile(r"[.!?…؟。։।۔။។።！？][\"”»’」』)]*$")
QUOTES = frozenset('“"«„「『')
MAX_LETTERS_BEHIND = 6  # Of a sentence, behind its first word.
LETTERS = re.compile(r"[^\W\d_]")
UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# Promotional words in long paragraphs are wrong far oftener than right (416 to 59; facts of 2026-11-23).
MAX_LINE_LETTERS = 160
MAX_COPYRIGHT_LETTERS = 500
MAX_CLOSING_LETTERS, MIN_CLOSING_WORDS = 700, 4
CLOSING = frozenset(
    {
        DropReason.ADVERTISING,
        DropReason.BOILERPLATE,
        DropReason.COPYRIGHT,
        DropReason.FOLLOW,
        DropReason.NEWSLETTER,
    }
)
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


class Opening(NamedTuple):
    """How a line begins that is not of the story."""

    phrase: str
    is_word: bool  # One word alone.
    is_loose: bool
    reason: DropReason


@lru_cache(maxsize=1_024)  # Boxes and blocks ask of the same lines.
def fold_opening(text: str) -> str:
    """Return the beginning of a line as the table spells it."""
    opening = text[: MAX_LINE_LETTERS // 2].casefold().replace("’", "'").replace("i\u0307", "i")
    opening = opening.replace(" :", ":") if " :" in opening else opening
    return LEADING.sub("", opening if opening.isascii() else opening.translate(FOLD))


def fold_whole(text: str) -> str:
    """Return a line as the sections of whole lines spell it: without signs at either end."""
    return cut_trailing(fold_opening(text))


def cut_trailing(opening: str) -> str:
    """Return the beginning of a line without the signs at its end, and without a number in brackets before them."""
    end = len(opening)
    while end and not opening[end - 1].isalnum():
        end -= 1
    is_counted = 0 < end < len(opening) and opening[end - 1].isdecimal()
    return TRAILING.sub("", opening) if is_counted else opening[:end]


@lru_cache(maxsize=1)
def read_whole() -> dict[str, DropReason]:
    """Return the table of whole lines. Read once a process."""
    return {fold_whole(line): reason for line, reason, kind in read_table() if kind == WHOLE}


@lru_cache(maxsize=1)
def read_summaries() -> tuple[str, ...]:
    """Return how titles begin over what a machine made of the story. Read once a process."""
    return tuple(fold_opening(line) for line, _, kind in read_table() if kind == SUMMARY)


def is_summary_title(text: str) -> bool:
    """Tell whether a short line is the title of what a machine made of the story."""
    if len(text) > MAX_WHOLE_LETTERS or SENTENCE.search(text):
        return False
    opening = fold_opening(text)
    return opening.startswith(read_summaries()) and any(
        opening.startswith(one) and names_maker(one, opening[len(one) :].strip()) for one in read_summaries()
    )


def names_maker(phrase: str, rest: str) -> bool:
    """Tell whether nothing stands behind a title but who made the summary: "Краткий пересказ от …"."""
    return (
        not rest
        or not (rest[0].isalnum() or rest[0] in QUOTES)
        or phrase.endswith((" by", " od", " par", " von", " от"))
    )


@lru_cache(maxsize=1)
def read_points() -> frozenset[str]:
    """Return the titles over a story's key points. Read once a process."""
    return frozenset(fold_whole(line) for line, _, kind in read_table() if kind == POINTS)


def is_points_title(text: str) -> bool:
    """Tell whether a line is the title of a story's key points, and says nothing else."""
    return len(text) <= MAX_WHOLE_LETTERS and fold_whole(text) in read_points()


def read_table() -> Iterator[tuple[str, DropReason, str]]:
    """Yield each line of the table with its section's reason and language."""
    reason, kind = DropReason.BOILERPLATE, ""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        section = SECTION.fullmatch(line)
        if section:
            reason, kind = DropReason(section[1]), section[2]
        elif line and not line.startswith("#"):
            yield line, reason, kind


@lru_cache(maxsize=1)
def read_openings() -> dict[str, tuple[Opening, ...]]:
    """Return the table by first two letters, the longest first. Read once a process."""
    found: dict[str, dict[str, Opening]] = {}
    for line, reason, kind in read_table():
        if kind not in {WHOLE, SUMMARY, POINTS} and kind not in AMID:
            phrase = fold_opening(line)
            is_word = " " not in phrase and not UNSPACED.search(phrase)
            found.setdefault(phrase[:2], {}).setdefault(phrase, Opening(phrase, is_word, kind == LOOSE, reason))
    return {key: tuple(sorted(some.values(), key=lambda one: -len(one.phrase))) for key, some in found.items()}


@lru_cache(maxsize=2_048)  # Of a dump every rule asks about each line.
def name_line(text: str, *, linked: bool = False, in_prose: bool = False, in_dump: bool = False) -> DropReason | None:
    """Return what a short line is by how it begins, or None where the table does not say; a link may be longer.

    Amid prose (``in_prose``) a phrase of one word counts alone, or as a label; in a dump, which is prose but for a few
    lines, whatever lists or asks.
    """
    if (text.startswith(COPYRIGHT_SIGNS) or COPYRIGHT_YEAR.match(text) or RESERVED.match(text)) and len(
        text
    ) <= MAX_COPYRIGHT_LETTERS:
        return DropReason.COPYRIGHT
    if len(text) > MAX_LINE_LETTERS:
        return None
    opening = fold_opening(text)
    whole = read_whole().get(cut_trailing(opening)) if len(text) <= MAX_WHOLE_LETTERS else None
    if reason := whole or name_count(text):
        return reason
    is_said = SENTENCE.search(text) is not None
    if is_said and text[0] in QUOTES:
        return None
    most = 0 if in_prose or in_dump else MAX_LETTERS_BEHIND if is_said and not linked else None
    for phrase, is_word, is_loose, reason in read_openings().get(opening[:2], ()):
        if not opening.startswith(phrase):
            continue
        is_fit = linked or len(text) <= MAX_PHRASE_LINE_LETTERS or reason in LONG_REASONS
        is_single = is_word or (in_dump and reason in LISTED)
        if is_loose and is_said and not linked:
            is_single = not ASKED.search(opening, len(phrase))
        if is_fit and opens(phrase, opening, len(text), most, is_word=is_single):
            return reason
    return None


def name_closing(text: str) -> DropReason | None:
    """Return what one of the last paragraphs is by how it begins, however long: only phrases of several words count."""
    if not MAX_PHRASE_LINE_LETTERS < len(text) <= MAX_CLOSING_LETTERS or text[0] in QUOTES:
        return None
    opening = fold_opening(text)
    return next(
        (
            reason
            for phrase, _, _, reason in read_openings().get(opening[:2], ())
            if opening.startswith(phrase)
            and reason in CLOSING
            and phrase.count(" ") >= MIN_CLOSING_WORDS - 1
            and not opening[len(phrase) : len(phrase) + 1].isalpha()
        ),
        None,
    )


def opens(phrase: str, opening: str, length: int, most: int | None, *, is_word: bool) -> bool:
    """Tell whether a line that begins with a phrase says what it says, and is no sentence that begins so.

    ``length`` is the line's; ``most`` the letters that may stand behind a single word, None for any number.
    """
    rest = opening[len(phrase) :]
    is_unspaced = UNSPACED.search(phrase) is not None
    if rest[:1].isalpha() and not is_unspaced:
        return False
    if LABEL_END.match(rest):
        return True
    if is_word and length > MAX_WORD_LINE_LETTERS:
        return False
    return most is None or not (is_word or is_unspaced) or len(LETTERS.findall(rest)) <= most
