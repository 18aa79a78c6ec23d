"""Names by their capitals, and who is credited behind a dash or before a word at a caption's end."""

import re

from warraq.text.characters import clean_line

MAX_NAME_WORDS = 4
# Small words within names.
PARTICLES = frozenset("al and bin da dal de del della der di do dos el la le van von y".split())  # noqa: SIM905 - reads better.
# "….—House": a sentence, and a name behind the dash; where the caption quotes, the name may be the speaker's.
AFTER_DASH = re.compile(
    r"(?P<caption>[^\"“”«»]+[^\W\d_]{2}[.!?])(?:\s?[—–]\s?|\s-\s(?=\S+\s))"
    r"(?P<credit>[^\W\d_][^—–.!?\"“”:,;]{1,39})",
    re.DOTALL,
)
# What Lithuanian says behind a name: "… / A. Vardenio / LRT nuotr."; "Asociatyvi nuotr." says it of no one.
WORD_BEHIND = "nuotr."
BEFORE_WORD = re.compile(
    r"(?P<caption>.*?)(?:^|\s?[/|]\s?|(?<=[.!?…”“\"»)])(?<!\b\w\.)\s+|,\s)"
    r"(?P<credit>(?:\(?[^\W\d_a-ząčęėįšųūž](?:[^\s/|.]|\.(?=\w)|(?<=\b\w)\.)*\s?[\s/|]\s?){1,6}nuotr\.)",
    re.DOTALL,
)
# What may part a credit from its caption: a rule, a sentence's end behind a word that is no title or initial.
TITLES = "Col Dr Fr Gen Gov Mr Mrs Ms No Rep Rev Sen Sgt St".split()  # noqa: SIM905 - reads better.
NO_TITLE = "".join(rf"(?<!\b{title}\.)" for title in TITLES)
SEAM = re.compile(rf"\s[|–—/ـ-]{{1,2}}\s+|[|＝]\s*|(?<=[^\s.]{{2}}[.!?]){NO_TITLE}\s+")
PARTS = re.compile(r"\s?[/|،,]\s?|\s[–—-]\s")  # Of a credit.
JOINING = PARTICLES | frozenset({"by", "for", "of", "via"})
MAX_TAKER_WORDS, MAX_UNCASED_WORDS, MIN_SHOWN_WORDS = 5, 3, 2
DIGIT = re.compile(r"\d")
RULES = " -–—|/•·"
LOOSE = frozenset("|/ـ،,")
LOOSE_END = re.compile(r"(?:\s+[|/ـ،,]+|[|/،,]+)$")  # The credit behind it is left blank, or stands elsewhere.


def split_dashed(text: str) -> tuple[str, str] | None:
    """Return a caption and the name behind a dash at its end; None where there is none."""
    found = AFTER_DASH.fullmatch(text) if "—" in text or "–" in text or " - " in text else None
    return (found["caption"], found["credit"]) if found and is_capitalized(found["credit"]) else None


def split_taken(text: str, agency: re.Pattern[str]) -> tuple[str, str] | None:
    """Return a caption of some words and the first that can be its credit whole, in which an agency is named.

    Each part of it is an agency or written as names are, without a number: "…, 14 June - Jane Roe / AFP".
    """
    for seam in SEAM.finditer(text):
        caption, credit = text[: seam.start()], text[seam.end() :]
        if len(caption.split()) < MIN_SHOWN_WORDS or not agency.search(credit):
            continue
        if all(is_taker(agency.sub(" ", part)) for part in PARTS.split(credit)):
            return caption, credit
    return None


def is_taker(part: str) -> bool:
    """Tell whether what a part of a credit holds besides an agency is written as names are, or nothing.

    Few words, in capitals where the script has them.
    """
    words = part.strip("()[] ").split()
    if DIGIT.search(part):
        return False
    if any(word[0].isupper() for word in words):
        return len(words) <= MAX_TAKER_WORDS and all(word[0].isupper() or word in JOINING for word in words)
    return len(words) <= MAX_UNCASED_WORDS and not any(word[0].islower() and word not in JOINING for word in words)


def split_before_word(text: str) -> tuple[str, str] | None:
    """Return a caption, which may be empty, and the name that a word of pictures stands behind; None without one."""
    opening = text.rfind(" (") if text.endswith(f"{WORD_BEHIND})") else -1
    text = f"{text[:opening]} / {text[opening + 2 : -1]}" if opening > 0 else text  # "… (A. Vardenio nuotr.)"
    found = BEFORE_WORD.fullmatch(text) if text.endswith(WORD_BEHIND) else None
    return (found["caption"], found["credit"]) if found and "sociatyv" not in found["credit"] else None


def is_capitalized(name: str) -> bool:
    """Tell whether every word is written as names are, and there are few."""
    words = name.split()
    return 0 < len(words) <= MAX_NAME_WORDS and all(word[0].isupper() or word in PARTICLES for word in words)


def tidy_caption(caption: str) -> str | None:
    """Return a caption without the rule or the comma that parts it from a credit."""
    text = caption.rstrip()
    return clean_line(LOOSE_END.sub("", text) if text[-1:] in LOOSE else text)
