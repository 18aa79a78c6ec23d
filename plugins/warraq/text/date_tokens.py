"""A line read as the tokens a printed date is made of, one letter a token, so that a date is a pattern of letters.

========= ============================== ========= =======================================
``y``     number of four digits          ``d``     number of one or two
``n``     any other number               ``M``     Gregorian month
``P``     Persian month                  ``H``     Hijri month
``Y X D`` 年 月 日 after a number         ``E``     era (令和, 民國)
``h i``   hour and minute units          ``a``     half of the day
``m``     م, after noon or our era       ``e s``   Hijri, solar era
``v``     Vietnamese "month"             ``t``     ISO's T
``z``     zone                           ``w``     weekday
``l u``   label: published, updated      ``o``     connector, ordinal ending
``r``     unit of a relative time        ``x``     any other word
========= ============================== ========= =======================================

Punctuation stands for itself, dashes as ``-``, commas of any script as ``,``.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from warraq.text import date_words, months
from warraq.text.arabic import FOLD_LETTERS, MARKS, UNSEEN

WEEKDAY_CHARACTER = (
    "[月火水木金土日]曜日?|(?:星期|周|週|礼拜)[一二三四五六日天]|[월화수목금토일]요일|(?<=\\()[월화수목금토일](?=\\))"
)
HALF_CHARACTERS = "|".join(
    sorted((word for words in date_words.HALVES.values() for word in words.split() if word > "\u3000"), key=len)
)
UNIT_CHARACTERS = dict.fromkeys(("年", "년"), "Y") | dict.fromkeys(("月", "월"), "X") | dict.fromkeys("日号號일", "D")
UNIT_CHARACTERS |= dict.fromkeys("時时點点시", "h") | dict.fromkeys("分秒분초", "i")
# Spans of time begin with the same letters.
UNIT_CHARACTERS |= dict.fromkeys(("分鐘", "分钟", "小時", "小时", "時間前", "시간"), "r")
UNITS = "|".join(sorted(UNIT_CHARACTERS, key=len, reverse=True))
DOTTED = (
    r"[\u0e01-\u0e4e]{1,3}\.[\u0e01-\u0e4e]{1,3}\.?|[قب]\.\s?ظ\.?|ت\.\s?غ\.?"
    r"|(?<![^\W\d])(?:[aApP]\.\s?[mM]|[μπΜΠ]\.\s?[μΜ])\b\.?"
)
TOKEN = re.compile(
    rf"(?P<number>\d+)|(?P<weekday>{WEEKDAY_CHARACTER})|(?P<half>{HALF_CHARACTERS})|(?P<unit>{UNITS})"
    rf"|(?P<dotted>{DOTTED})|(?P<word>(?:[^\W\d_]|(?!\d)[\u0300-\u036f\u0591-\u05bd{MARKS}\u0900-\u109f\u1780-\u17ff\u200c-\u200f])+)|(?P<sign>[^\s_])"
)
BARRED = re.compile(r"(?<!\d)(\d{1,2})\|(\d{1,2})\|((?:19|20)\d\d)(?!\d)")  # «27|09|2024 13:18» (iefimerida).
FLEMISH = re.compile(r"(?<=\d)u(?=\d\d(?!\d))")  # "11u42".
# The five chillu letters of Malayalam are one sign, or a consonant with a mark behind it.
CHILLU = {"ൺ": "ണ്", "ൻ": "ന്", "ർ": "ര്", "ൽ": "ല്", "ൾ": "ള്"}
FOLD_LATIN = str.maketrans({"ı": "i", "ł": "l", "॰": None, ".": None, " ": None} | CHILLU)
FOLDED_AWAY = re.compile(f"[\u0300-\u036f\u0591-\u05c7{MARKS}\u0640{UNSEEN}]")
SIGNS = dict.fromkeys("-–—−‐‑ー－", "-") | dict.fromkeys(",،、·•|;؛，", ",") | dict.fromkeys("(（[【〔", "(")
SIGNS |= (
    dict.fromkeys(")）]】〕", ")")
    | dict.fromkeys("/／\\", "/")
    | dict.fromkeys(".．。۔٫", ".")
    | dict.fromkeys(":：", ":")
)
SIGNS |= dict.fromkeys("@°'’׳", "o") | {"+": "+"}
SPELLED_DAYS = (
    "الاول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر الحادي_عشر الثاني_عشر الثالث_عشر الرابع_عشر "
    "الخامس_عشر السادس_عشر السابع_عشر الثامن_عشر التاسع_عشر العشرين الحادي_والعشرين الثاني_والعشرين الثالث_والعشرين "
    "الرابع_والعشرين الخامس_والعشرين السادس_والعشرين السابع_والعشرين الثامن_والعشرين التاسع_والعشرين الثلاثين "
    "الحادي_والثلاثين"
)
LONGEST_NAME = 3  # Words.
LONGEST_NUMBER = 4  # Digits.
NUMBER_KINDS = {1: "d", 2: "d", 4: "y"}
NAMED = frozenset({"dotted", "half", "word"})


class Token(NamedTuple):
    """A piece of a line: its kind, its value where it has one, and where it stood."""

    kind: str
    value: int
    start: int
    end: int


@lru_cache(maxsize=8_192)
def fold_word(word: str) -> str:
    """Return a word as the tables key it: without accents, harakat, tatweel, controls and case."""
    folded = unicodedata.normalize("NFKC", word).casefold().translate(FOLD_LETTERS)
    bare = FOLDED_AWAY.sub("", unicodedata.normalize("NFD", folded))
    return unicodedata.normalize("NFC", bare).translate(FOLD_LATIN)


def fold_name(name: str) -> str:
    """Return a table's name as a line's words are keyed."""
    return " ".join(map(fold_word, name.split("_")))


def read_months(table: str) -> dict[str, int]:
    """Return the names of one language's twelve months with their numbers."""
    return {fold_name(name): number for number, names in enumerate(table.split("|"), 1) for name in names.split()}


MONTHS = {language: read_months(table) for language, table in months.GREGORIAN.items()}
MONTHS["km"] |= {fold_word("ខែ") + name: number for name, number in MONTHS["km"].items()}
MONTHS["my"] |= {name + fold_word("လ"): number for name, number in MONTHS["my"].items()}
MONTHS["he"] |= {prefix + name: number for name, number in MONTHS["he"].items() for prefix in "בל"}


def build_words() -> dict[str, tuple[str, int]]:
    """Return every word the tables know with its kind and value; later tables win."""
    tables = [
        *(("o", 0, words) for words in date_words.CONNECTORS.values()),
        ("r", 0, date_words.RELATIVE),
        ("R", 0, date_words.RELATIVE_COUNTED),
        *(("w", 0, words) for words in date_words.WEEKDAYS.values()),
        *(("w", number, words) for number, words in enumerate(months.NUMBERED_WEEKDAYS, 1)),
        *(("u", 0, words) for words in date_words.UPDATED.values()),
        *(("l", 0, words) for words in date_words.PUBLISHED.values()),
        *(("a", half, words) for half, words in date_words.HALVES.items()),
        ("h", 0, "h uhr uur χ"),
        ("v", 0, "tháng thg"),
        ("Y", 0, "gada yil ж жылғы жылдың жылы оны թ ခုနှစ်"),
        ("X", 0, "сар сарын"),
        ("D", 0, "өдөр өдрийн ရက်"),
        ("t", 0, "t"),
        ("m", 0, "م"),
        ("e", 0, "ه هج هجري هجريه"),
        ("s", 0, "ش هش شمسي خورشيدي"),
    ]
    words = {fold_name(word): (kind, value) for kind, value, names in tables for word in names.split()}
    words |= {fold_name(zone): ("z", 0) for zone in (*date_words.ZONES, *date_words.REGIONS)}
    words |= {fold_name(name): ("d", day) for day, name in enumerate(SPELLED_DAYS.split(), 1)}
    words[fold_name("فاتح")] = ("d", 1)  # Algeria and Morocco, of the first of a month.
    words |= {name: ("H", number) for name, number in read_months(months.HIJRI).items()}
    words |= {name: ("P", number) for name, number in read_months(months.PERSIAN).items()}
    words |= {fold_name(era): ("E", first) for era, first in months.ERAS.items()}
    meanings: dict[str, set[int]] = {}
    for table in MONTHS.values():
        for name, number in table.items():
            meanings.setdefault(name, set()).add(number)
    # Of two meanings no month is read, yet the word is a month: 0 is no month of any calendar.
    return words | {name: ("M", min(numbers) if len(numbers) == 1 else 0) for name, numbers in meanings.items()}


WORDS = build_words()


@lru_cache(maxsize=256)  # The lines around a headline are read for a day by several rules.
def tokenise(text: str, language: str | None = None) -> tuple[Token, ...]:
    """Return the tokens of a line; months are read in ``language`` first, then in all."""
    return tuple(iterate_tokens(text, language))


def iterate_tokens(text: str, language: str | None = None) -> Iterator[Token]:
    """Yield the tokens of a line one by one: most lines show at their first word that they are no date."""
    text = FLEMISH.sub(":", text) if "u" in text else text
    found = list(TOKEN.finditer(BARRED.sub(r"\1/\2/\3", text) if "|" in text else text))
    own = MONTHS.get((language or "")[:2].lower(), {})
    index = 0
    while index < len(found):
        size, kind, value = read_token(found, index, own)
        if kind:
            yield Token(kind, value, found[index].start(), found[index + size - 1].end())
        index += size


def read_token(found: list[re.Match[str]], index: int, own: dict[str, int]) -> tuple[int, str, int]:
    """Return how many pieces the token at ``index`` takes, its kind (empty for what no reader sees) and value."""
    text = found[index][0]
    match found[index].lastgroup:
        case "number":
            return 1, NUMBER_KINDS.get(len(text), "n"), int(text) if len(text) <= LONGEST_NUMBER else 0
        case "sign":
            return 1, SIGNS.get(text, "?"), 0
        case "weekday" | "unit":
            return 1, UNIT_CHARACTERS.get(text, "w"), 0
    return read_word(found, index, own)


def read_word(found: list[re.Match[str]], index: int, own: dict[str, int]) -> tuple[int, str, int]:
    """Return the longest name of up to three words that begins at ``index``: its size in words, kind and value."""
    names: list[str] = []
    for piece in found[index : index + LONGEST_NAME]:
        name = fold_word(piece[0]) if piece.lastgroup in NAMED else ""
        if not name:
            break
        names.append(name)
    for size in range(len(names), 0, -1):
        name = " ".join(names[:size])
        if name in own:
            return size, "M", own[name]
        if name in WORDS:
            return size, *WORDS[name]
    return 1, "x" if names else "-" if "\u0640" in found[index][0] else "", 0
