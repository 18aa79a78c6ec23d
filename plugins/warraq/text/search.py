"""What a text is found under: its words folded to one spelling, and the vector Postgres indexes them by.

Which analyzer reads a language is a table; ``ingest.find_analyzer``, ``ingest.fold_search`` and ``ingest.list_tokens``
are its SQL twins for queries, equal by test. Languages with a Snowball stemmer are left to Postgres.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from warraq.text.arabic import ALEFS, DIGITS, FOREIGN_LETTERS, MARKS, UNSEEN, list_forms, spell_out
from warraq.text.characters import HEBREW_POINTS

ARABIC = "arabic"
BIGRAMS = "bigrams"  # Scripts that print no space between words, and Korean, whose particles cling to its words.
FOLDED = "folded"

# Postgres's own configurations (PostgreSQL 15 and later, "\dF").
SNOWBALL = {
    "ca": "catalan",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "eu": "basque",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "ne": "nepali",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
ANALYZERS = SNOWBALL | {"ar": ARABIC} | dict.fromkeys(("ja", "km", "ko", "lo", "my", "th", "zh"), BIGRAMS)

# Ta marbuta stays until the endings are read. İ in lower case would be two letters.
FOLD = (
    ALEFS
    | DIGITS
    | dict.fromkeys("ىیېے", "ي")
    | dict.fromkeys("کڪگ", "ك")
    | dict.fromkeys("ھہۀۂە", "ه")
    | dict.fromkeys("ؤئ", "ء")
    | {"ۃ": "ة", "İ": "i", "Σ": "σ", "ς": "σ"}
)
IGNORED = re.compile(f"[{MARKS}\u0640{UNSEEN}{HEBREW_POINTS}]")
# What parts the thousands of a number: 1,500 is 1500.
THOUSANDS = re.compile("[,\u066c](?<=[0-9].)(?<![0-9]{4}.)(?=[0-9]{3}(?![0-9]))")
# Letters, digits and the signs that belong to a word, by their blocks: what a locale calls a letter is not asked.
SPACELESS = (
    "\u0e00-\u0edf\u1000-\u109f\u1100-\u11ff\u1780-\u17d3\u3041-\u318e\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003134f"
)
ARABIC_LETTERS = "\u0620-\u065f\u066e-\u06d3\u06d5\u06e5-\u06ef\u06fa-\u06fc\u0750-\u077f\u08a0-\u08c7"
OTHER_LETTERS = (
    "0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0300-\u037d\u0386\u0388-\u0481\u048a-\u0559\u0560-\u0588"
    "\u0591-\u05bd\u05bf-\u05c7\u05d0-\u05ea\u0660-\u0669\u06f0-\u06f9"
    f"\u0900-\u0963\u0966-\u0df3\u10a0-\u10ff\u1200-\u137c\u1c90-\u1cbf\u1e00-\u1fff\u2c00-\u2dff{SPACELESS}"
)
WORD = re.compile(f"[{OTHER_LETTERS}{ARABIC_LETTERS}]+")
# An Arabic word ends where digits or Latin begin, and leaves out what clings to them: الـ15, وBBC, كوفيد19.
ARABIC_WORD = re.compile(f"[{ARABIC_LETTERS}]+|[{OTHER_LETTERS}]+")
CLINGS = re.compile(f"[{OTHER_LETTERS}](?<=[وبلكف].)")  # Tells at a tenth of the price that the next finds nothing.
CLITIC = re.compile(f"(?<![{ARABIC_LETTERS}])(?:و?(?:ال|بال|كال|فال|لل)|و?[بلكف]|و)(?=[{OTHER_LETTERS}])")
# Names that one house spells in one word and the next in two: أبوظبي, عبدالله. A pattern that begins with letters is
# fast.
OPENS = "(?:(?<=(?<![{letters}]){name})|(?<=(?<![{letters}])[وبلكف]{name})|(?<=(?<![{letters}])و[بلكف]{name}))"
JOINED_NAMES = tuple(
    (name, re.compile(name + OPENS.format(letters=ARABIC_LETTERS, name=name) + follows))
    for name, follows in (
        ("ابو", f"(?!و?[بلكف]?اب)(?=[{ARABIC_LETTERS}]{{3}})"),
        ("عبد", f"(?=ال[{ARABIC_LETTERS}]{{2}})"),
    )
)
ACCENTED = re.compile("(?<=[a-z])[\u0300-\u036f]+")
STROKED = str.maketrans("ıđłøħ", "idloh")  # Letters that no accent can be taken from.
RUN = re.compile(f"[{SPACELESS}]+|[^{SPACELESS}]+")
SPACELESS_RUN = re.compile(f"[{SPACELESS}]+")

# Postgres's bounds (PostgreSQL 18, "Limitations" of text search), and ours within them.
MAX_POSITION = 16_383
MAX_POSITIONS = 255
MAX_WORD = 200  # Letters; a lexeme may have 2,046 bytes.
MAX_HEAD_BYTES = 100_000
MAX_BODY_BYTES = 800_000

HEADLINE, TEXT, KIN = "A", "B", "D"

# The rules that make a vector, by number: one more with every change, here or in SQL, and `warraq db renew` has work.
RULES = 3

Forms = tuple[tuple[str, ...], tuple[str, ...]]


def find_analyzer(language: str | None) -> str:
    """Return what reads the language: ``arabic``, ``bigrams``, a configuration of Postgres, else ``folded``."""
    return ANALYZERS.get(language or "", FOLDED)


def fold_search(text: str) -> str:
    """Return the text in the one spelling search knows: NFKC, lower case, without marks, letters and digits folded."""
    folded = IGNORED.sub("", unicodedata.normalize("NFKC", text))
    for letter, folds_to in FOLD.items():  # A search for each letter is ten times faster than str.translate.
        folded = folded.replace(letter, folds_to)
    return THOUSANDS.sub("", folded).lower()


def split_words(language: str | None, text: str) -> list[str]:
    """Return the words of a text in its language, as ``list_words`` does."""
    return list_words(find_analyzer(language), text)


def list_words(analyzer: str, text: str) -> list[str]:
    """Return the words in their order, in the one spelling; of scripts without spaces, every two neighbours."""
    folded = fold_search(text)
    if analyzer == BIGRAMS:
        return [piece[:MAX_WORD] for word in WORD.findall(folded) for piece in cut_bigrams(word)]
    if analyzer == ARABIC:
        return [word[:MAX_WORD] for word in list_arabic_words(folded)]
    return [word[:MAX_WORD] for word in WORD.findall(folded)]


def list_arabic_words(folded: str) -> list[str]:
    """Return the words of a folded text as Arabic parts them, with foreign sounds in Arabic letters."""
    for letter, folds_to in FOREIGN_LETTERS.items():
        folded = folded.replace(letter, folds_to)
    for name, joined in JOINED_NAMES:
        folded = joined.sub(f"{name} ", folded)
    if CLINGS.search(folded):
        folded = CLITIC.sub(" ", folded)
    return ARABIC_WORD.findall(folded)


def cut_bigrams(word: str) -> Iterator[str]:
    """Yield every two neighbours of a run without spaces; a lone letter and other scripts as they are."""
    for run in RUN.findall(word):
        if len(run) > 1 and SPACELESS_RUN.match(run):
            yield from (first + second for first, second in pairwise(run))
        else:
            yield run


def find_forms(analyzer: str, word: str) -> Forms:
    """Return what a word of ``list_words`` is found under: its own forms, and those of its kin."""
    if analyzer == ARABIC:
        return list_forms(word)
    exact, bare = spell_out(word), spell_out(strip_accents(word))
    return (exact,), () if bare == exact else (bare,)


def strip_accents(word: str) -> str:
    """Return a folded word without the accents of its Latin letters: who types łódź means it, and lodz may."""
    if word.isascii():
        return word
    bare = ACCENTED.sub("", unicodedata.normalize("NFD", word)).translate(STROKED)
    return unicodedata.normalize("NFC", bare)


def make_vectors(
    language: str | None, *, headline: str | None, beside: Iterable[str], body: Sequence[str]
) -> tuple[str | None, str | None]:
    """Return an article's vector as Postgres reads it, in two parts: headline and what stands beside it, then body.

    ``body`` is its words as ``split_words`` gives them.
    Both are None where Postgres reads the language itself. The body's places follow the head's, with a gap, so that no
    phrase runs from one into the other; past its 16,383rd word a text is found, but by no phrase.
    """
    analyzer = find_analyzer(language)
    if analyzer in SNOWBALL.values():
        return None, None
    head = Vector(analyzer, MAX_HEAD_BYTES)
    head.add(list_words(analyzer, headline or ""), HEADLINE)
    for part in beside:
        head.add(list_words(analyzer, part), TEXT)
    story = Vector(analyzer, MAX_BODY_BYTES, place=head.place)
    story.add(body, TEXT)
    return str(head), str(story)


class Vector:
    """A ``tsvector`` in the making: lexemes with their places and weights, as far as Postgres's bounds go."""

    def __init__(self, analyzer: str, max_bytes: int, *, place: int = 0) -> None:
        """Begin behind the word at ``place``."""
        self.place = place
        self._analyzer = analyzer
        self._room = max_bytes
        self._places: dict[str, str] = {}

    def add(self, words: Iterable[str], weight: str) -> None:
        """Add the words of a text, each at the next place, and a gap of one."""
        places: dict[str, list[int]] = {}
        for place, word in enumerate(words, start=self.place + 1):
            places.setdefault(word, []).append(place)
            self.place = place
        self.place += 1
        for word, found in places.items():
            first = [min(place, MAX_POSITION) for place in found[:MAX_POSITIONS]]
            exact, kin = find_forms(self._analyzer, word)
            self._put(exact, first, weight)
            if kin:
                self._put(kin, first, KIN)

    def _put(self, forms: tuple[str, ...], places: list[int], weight: str) -> None:
        """Add the forms at their places while there is room: at four bytes a letter, and two a place."""
        at = ",".join([f"{place}{weight}" for place in places])
        for form in forms:
            before = self._places.get(form)
            self._room -= 2 * len(places) + (4 * len(form) + 8 if before is None else 0)
            if self._room > 0:
                self._places[form] = at if before is None else f"{before},{at}"

    def __str__(self) -> str:
        """Return the vector as Postgres reads it."""
        return " ".join([f"{form}:{places}" for form, places in self._places.items()])
