"""The language a text is written in, as ISO 639-1."""

import re
from collections import Counter
from functools import lru_cache
from typing import Any

from warraq.text.arabic import FOLD_LETTERS
from warraq.text.language_words import name_by_words

# Languages news is written in, of those py3langid 0.4.0 knows: short titles are told apart better among fewer
# (facts of 2026-11-23: Arabic 20 of 20 with a limited set, 19 with all).
CONSIDERED = (
    "af am ar ary arz az be bg bn bs ca ckb cs cy da de el en es et eu fa fi fr ga gl gu ha he hi hr hu hy id is "
    "it ja ka kk km kn ko ku ky lo lt lv mk ml mn mr ms mt my ne nl nn no or pa pl ps pt ro ru sd sdh si sk sl so "
    "sq sr sv sw ta te tg th tk tl tr ug uk ur uz vi wuu yue zh "
)
# Languages of newsrooms that the model does not know: their publishers are believed (BBC, RTL and others, 2026-11).
UNKNOWN = frozenset(
    "as ba ce cv fo fy gd ht ig jv lb lg ln mg mi ny oc om rm rn rw sn su ti tn ts tt wo xh yi yo zu".split()  # noqa: SIM905 - a table of words reads better as words.
)

# Dialects and kin under the code readers filter by.
CODES = {
    "acm": "ar",
    "aeb": "ar",
    "apc": "ar",
    "arb": "ar",
    "ary": "ar",
    "arz": "ar",
    "ckb": "ku",
    "cmn": "zh",
    "in": "id",
    "iw": "he",
    "ji": "yi",
    "kmr": "ku",
    "nb": "no",
    "nn": "no",
    "pes": "fa",
    "prs": "fa",
    "sdh": "ku",
    "wuu": "zh",
    "yue": "zh",
}

# The script of each language that is not written in Latin letters.
SCRIPTS = {
    "arabic": "ar fa ku ps sd ug ur",
    "armenian": "hy",
    "bengali": "as bn",
    "cyrillic": "ba be bg ce cv kk ky mk mn ru sr tg tt uk uz",
    "devanagari": "hi mr ne sa",
    "ethiopic": "am ti",
    "georgian": "ka",
    "greek": "el",
    "gujarati": "gu",
    "gurmukhi": "pa",
    "han": "ja zh",
    "hangul": "ko",
    "hebrew": "he yi",
    "kana": "ja",
    "kannada": "kn",
    "khmer": "km",
    "lao": "lo",
    "malayalam": "ml",
    "myanmar": "my",
    "oriya": "or",
    "sinhala": "si",
    "tamil": "ta",
    "telugu": "te",
    "thai": "th",
}
# Written in Latin letters too.
ALSO_LATIN = frozenset({"az", "ku", "sr", "uz"})
LANGUAGE_SCRIPTS = {
    language: frozenset(name for name, languages in SCRIPTS.items() if language in languages.split())
    for language in " ".join(SCRIPTS.values()).split()
}
# First and last letter of each script's main block, for counting what a text is made of.
BLOCKS = {
    "arabic": "\u0620-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
    "armenian": "\u0530-\u058f",
    "bengali": "\u0980-\u09ff",
    "cyrillic": "\u0400-\u052f",
    "devanagari": "\u0900-\u097f",
    "ethiopic": "\u1200-\u137f",
    "georgian": "\u10a0-\u10ff",
    "greek": "\u0370-\u03ff",
    "gujarati": "\u0a80-\u0aff",
    "gurmukhi": "\u0a00-\u0a7f",
    "han": "\u3400-\u9fff",
    "hangul": "\uac00-\ud7af",
    "hebrew": "\u0590-\u05ff",
    "kana": "\u3040-\u30ff",
    "kannada": "\u0c80-\u0cff",
    "khmer": "\u1780-\u17ff",
    "lao": "\u0e80-\u0eff",
    "malayalam": "\u0d00-\u0d7f",
    "myanmar": "\u1000-\u109f",
    "oriya": "\u0b00-\u0b7f",
    "sinhala": "\u0d80-\u0dff",
    "tamil": "\u0b80-\u0bff",
    "telugu": "\u0c00-\u0c7f",
    "thai": "\u0e00-\u0e7f",
    "latin": "A-Za-z\u00c0-\u024f\u1e00-\u1eff",
}
LETTERS_OF = {script: re.compile(f"(?!\\d)[{block}]") for script, block in BLOCKS.items()}

# Below this many letters a text says too little: two words of an alphabet, one of a script with a word a letter.
MIN_LETTERS = 8
MIN_LETTERS_DENSE = 3
DENSE_SCRIPTS = frozenset({"han", "hangul", "kana"})
DENSITY = 3  # Letters of an alphabet that one of these says as much as, in a text of both.
# Japanese prints at least a tenth as many kana as Chinese characters.
KANA_SHARE = 10
# The model is sure from about two sentences on; before that the publisher knows better.
SURE_LETTERS = 150
# The first hundred words tell the language of a text.
READ_CHARACTERS = 600

# Words of Persian that are none of Arabic, and the reverse, as folded: the model takes Persian typed with Arabic ي and
# ك for Arabic (10 of 20 titles, facts of 2026-11-23).
PERSIAN_WORD = re.compile(
    "از|است|اند|اين|با|براي|بود|تا|خود|در|دارد|داشت|را|شد|شده|شود|كرد|كرده|كند|كنند|كه|گفت|مي|نمي|نيست|هاي|هستند|يك|.*[پچژگ].*"
)
ARABIC_WORD = re.compile("الذي|التي|الي|ان|بعد|بين|ذلك|عن|في|قال|كان|لم|ما|مع|من|هذا|هذه|و|[وبك]?ال..+|لل..+")
ARABIC_SCRIPT_WORD = re.compile("[\u0621-\u06d3]+")


@lru_cache(maxsize=1)
def load_identifier() -> Any:  # noqa: ANN401 - py3langid ships no types.
    """Return py3langid's identifier over the languages considered; it takes about a second, once a process."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - numpy and the model are slow to load.

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(set(CONSIDERED.split()).intersection(identifier.labels))
    return identifier


def normalise_language(code: str | None) -> str | None:
    """Return the ISO 639-1 code a publisher's language tag means (``ar-EG`` is ``ar``), or None where it is none."""
    tag = re.split("[-_]", code.strip().lower(), maxsplit=1)[0] if code else ""
    tag = CODES.get(tag, tag)
    return tag if re.fullmatch("[a-z]{2}", tag) else None


def detect_language(text: str, *, hint: str | None = None) -> str | None:
    """Return the ISO 639-1 code of the text's language, or None where the text is too short to tell.

    ``hint`` is the publisher's own word: it decides where the letters allow it and the model is not sure of another.
    """
    sample = text[:READ_CHARACTERS]
    counts = count_scripts(sample)
    script = max(counts, key=lambda name: (counts[name] * (DENSITY if name in DENSE_SCRIPTS else 1), name), default="")
    declared = normalise_language(hint)
    if declared and not is_written_in(declared, script, counts):
        declared = None
    named = name_by_words(sample, declared)
    if named and is_written_in(named, script, counts):  # Not where a film's English name tells it.
        return named
    is_short = counts[script] < (MIN_LETTERS_DENSE if script in DENSE_SCRIPTS else MIN_LETTERS)
    if is_short or declared in UNKNOWN:
        return declared if counts[script] else None
    if script == "han":
        return declared or ("ja" if counts["kana"] * KANA_SHARE > counts["han"] else "zh")
    alone = SCRIPTS.get(script, "").split()
    if len(alone) == 1:  # The letters tell: the model would cost a millisecond.
        return declared or alone[0]
    ranked = rank_languages(sample)
    if declared and (counts[script] < SURE_LETTERS or declared in ranked[:3]) and not is_mistaken(declared, ranked[0]):
        return declared
    return next((language for language in ranked if is_written_in(language, script, counts)), ranked[0])


def count_scripts(text: str) -> Counter[str]:
    """Return how many letters of each script a text holds."""
    counts: Counter[str] = Counter()
    for character, times in Counter(text).items():
        counts[name_script(character)] += times
    del counts[""]
    return counts


@lru_cache(maxsize=4_096)
def name_script(character: str) -> str:
    """Return the script of a letter, or an empty string for anything else."""
    return next((script for script, letters in LETTERS_OF.items() if letters.match(character)), "")


def is_written_in(language: str, script: str, counts: Counter[str]) -> bool:
    """Tell whether a text chiefly in ``script`` may be in ``language``."""
    if script == "han" and counts["kana"] * KANA_SHARE > counts["han"]:
        return language == "ja"
    if script == "latin":
        return language not in LANGUAGE_SCRIPTS or language in ALSO_LATIN
    return script in LANGUAGE_SCRIPTS.get(language, frozenset())


def is_mistaken(declared: str, found: str) -> bool:
    """Tell whether Arabic and another language of its script were taken for each other: no line reads as both."""
    return declared != found and "ar" in (declared, found) and found in LANGUAGE_SCRIPTS


def rank_languages(sample: str) -> list[str]:
    """Return the languages by likelihood, best first."""
    ranked = list(dict.fromkeys(CODES.get(label, label) for label, _ in load_identifier().rank(sample)))
    if ranked[0] == "ar" and is_persian(sample):
        ranked.remove("fa")
        ranked.insert(0, "fa")
    return ranked


def is_persian(sample: str) -> bool:
    """Tell whether Arabic letters spell Persian: its small words outnumber those of Arabic."""
    words = ARABIC_SCRIPT_WORD.findall(sample.translate(FOLD_LETTERS))
    persian = sum(PERSIAN_WORD.fullmatch(word) is not None for word in words)
    arabic = sum(ARABIC_WORD.fullmatch(word) is not None for word in words)
    return persian > arabic
