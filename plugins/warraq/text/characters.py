"""The stored form of text, the key that compares it, and its words counted.

These run on every block of every page, so each begins with the test that lets an ordinary line pass at once.
"""

import re
import unicodedata
from functools import lru_cache

from warraq.text.arabic import FOLD_LETTERS, MARKS

# Never stored (facts of 2026-11-23: Postgres refuses NUL and surrogates, readers trip over the rest): C0 and C1,
# soft hyphen, zero-width space, joiners of lines, bidi controls but RLM and LRM, surrogates, noncharacters,
# interlinear and object placeholders.
NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane * 0x10000 + 0xFFFE) + chr(plane * 0x10000 + 0xFFFF) for plane in range(17)
)
UNWANTED = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u2028-\u202e\u2060-\u2064\u2066-\u206f"
    f"\ud800-\udfff\ufeff\ufff9-\ufffc{NONCHARACTERS}]"
)
HEBREW_POINTS = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
LETTER = f"[^\\W\\d_]|[\u0300-\u036f{HEBREW_POINTS}{MARKS}]"
# A direction mark is part of a word only where it stands inside one; anywhere else it is layout.
STRAY_DIRECTION = re.compile(f"(?<!{LETTER.replace('|', ')(?<!')})[\u200e\u200f]+|[\u200e\u200f]+(?!{LETTER})")
REPEATED_DIRECTION = re.compile("([\u200e\u200f])[\u200e\u200f]+")
# A non-joiner parts two letters of a word; at its edge it parts nothing.
STRAY_NON_JOINER = re.compile("(?<![^ ])\u200c+|\u200c+(?= |$)|(?<=\u200c)\u200c+")

FOLD_KEY = FOLD_LETTERS | {0x0640: None}
NOT_WORD = re.compile(r"[\W_]+")
LOWER = bytes(range(128)).lower() + bytes(range(128, 256))
NOT_ASCII_WORD = bytes(code for code in range(128) if not chr(code).isalnum())

# Scripts that print no space between words, with the mean length of a word in letters (Han, kana; South-East Asia).
SPACELESS = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]+")
SPACELESS_LETTERS = 2
SPACELESS_ASIAN = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+")
SPACELESS_ASIAN_LETTERS = 4
# Combining signs are no letters to ``\w``, yet they do not end a word; nor do apostrophes and points within one.
SIGNS = f"\u0300-\u036f{HEBREW_POINTS}{MARKS}\u0900-\u0dff\u200c-\u200f\ua980-\uaaff"
COUNTED_WORD = re.compile(f"[^\\W_][\\w{SIGNS}]*(?:['’.,]\\w[\\w{SIGNS}]*)*")
ASCII_WORD = re.compile(r"[A-Za-z0-9]\w*(?:['.,]\w+)*", re.ASCII)


def clean_line(value: str) -> str | None:
    """Return the stored form of one line, or None where nothing is left.

    NFC, one space between words, no controls; RLM, LRM and ZWNJ only inside words. Harakat, tatweel and digits stay.
    """
    line = " ".join(value.split())
    if line.isascii():
        return (line if line.isprintable() else " ".join(UNWANTED.sub("", line).split())) or None
    if not line.isprintable():
        line = drop_unseen(line)
    return unicodedata.normalize("NFC", line) or None


def drop_unseen(line: str) -> str:
    """Return the line without the characters no reader sees, but those that belong to a word."""
    kept = unicodedata.normalize("NFC", " ".join(UNWANTED.sub("", line).split()))
    if "\u200e" in kept or "\u200f" in kept:
        kept = " ".join(STRAY_DIRECTION.sub("", REPEATED_DIRECTION.sub(r"\1", kept)).split())
    return " ".join(STRAY_NON_JOINER.sub("", kept).split()) if "\u200c" in kept else kept


@lru_cache(maxsize=2_048)  # A page's few titles and captions are compared with each other many times over.
def fold_line(value: str) -> str:
    """Return the key by which headlines and captions are compared: letters and digits alone, case and spelling folded.

    It is empty for a line without letters or digits.
    """
    if value.isascii():
        return value.encode("ascii").translate(LOWER, NOT_ASCII_WORD).decode("ascii")
    # Decomposed, every mark stands apart and is no word character: é is e, أ is ا.
    folded = unicodedata.normalize("NFKD", value).translate(FOLD_KEY).casefold()
    return NOT_WORD.sub("", folded)


def count_words(text: str) -> int:
    """Return the number of words; in scripts without spaces, letters divided by the mean length of a word."""
    if text.isascii():
        return len(ASCII_WORD.findall(text))
    spaceless = sum(-(-len(run) // SPACELESS_LETTERS) for run in SPACELESS.findall(text))
    asian = sum(-(-len(run) // SPACELESS_ASIAN_LETTERS) for run in SPACELESS_ASIAN.findall(text))
    rest = SPACELESS_ASIAN.sub(" ", SPACELESS.sub(" ", text)) if spaceless or asian else text
    return spaceless + asian + len(COUNTED_WORD.findall(rest))
