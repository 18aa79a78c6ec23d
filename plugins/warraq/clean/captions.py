"""Captions and credits: what a picture shows, and apart from it who took it."""

import re
from functools import lru_cache
from pathlib import Path

from warraq.clean.tags import HEADINGS
from warraq.clean.tree import Block
from warraq.model import DropReason, Image
from warraq.text.characters import clean_line, fold_line

MAX_CREDIT_LETTERS = 80
MAX_CREDIT_WORDS = 6
MAX_CAPTION_LETTERS = 300
MAX_PATTERN_LETTERS = 1000  # A longer text is no caption, and the patterns' time grows with its square.
TABLE = Path(__file__).with_name("credits.txt")
SECTION = re.compile(r"^\[[a-z ]+\]\n", re.MULTILINE)


def read_table() -> tuple[str, ...]:
    """Return the table's sections in their order, each as alternatives of a pattern, the longest first."""
    return tuple(map(make_pattern, read_sections(TABLE)))


def read_sections(table: Path) -> tuple[list[str], ...]:
    """Return the lines of each section of a table, in their order, blank ones left out."""
    _, *sections = SECTION.split(table.read_text(encoding="utf-8"))
    return tuple([line for line in section.split("\n") if line] for section in sections)


def make_pattern(words: list[str]) -> str:
    """Return words as alternatives of a pattern, in which a point may be missing or followed by a blank."""
    chosen = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\.", r"\.? ?").replace(r"\ ", " ") for word in chosen)


AGENCY_NAMES, LABELS, SOURCE_LABELS, CAPTION_LABELS = read_table()
# Read out to those who do not see the picture: "Image source, …", "Image caption, …" (BBC, in forty languages).
SPOKEN_SOURCE = re.compile(rf"^(?:{SOURCE_LABELS})\s*[،,:：、，]\s*", re.IGNORECASE)
SPOKEN_CAPTION = re.compile(rf"^(?:{CAPTION_LABELS})\s*[،,:：、，]\s*", re.IGNORECASE)
LEADING_LABEL = re.compile(
    rf"^[(\[]?\s*(?:©|\(c\)|(?:{LABELS})\s*(?:by\b|de\b|von\b)?\s*[:：=]"
    r"|(?:Photo|Image|Picture)s? (?:by|courtesy of)\b)\s*",
    re.IGNORECASE,
)
CREDIT_LABEL = re.compile(rf"^[(\[]?\s*(?:©|(?:{LABELS})\s*[:：])\s*", re.IGNORECASE)
LABEL_BEFORE = re.compile(rf"^[(\[]?(?:{LABELS})\s+(?=\S)", re.IGNORECASE)  # "Beeld ANP", "Photo AFP".
NAME_AND_HOUSE = re.compile(r"[^\W\d_][^\d()/]{2,30}\s?/\s?[^\W\d_][^\d()/]{1,30}")
AGENCY = re.compile(f"(?<!\\w)(?:{AGENCY_NAMES})(?!\\w)")
BRACKETS = frozenset(")]）】")
SIGN_OF_LABEL = re.compile(r"©|\(c\)|[:：=]|(?:Photo|Image|Picture|Photograph)s? (?:by|courtesy|credit)", re.IGNORECASE)
ARABIC = re.compile("[\u0600-\u06ff]")
IN_BRACKETS = re.compile(r"^(?P<caption>.*?)\s*[(\[（【](?P<credit>[^()\[\]（）【】]{2,80})[)\]）】]\s*\.?$", re.DOTALL)
AFTER_LABEL = re.compile(
    rf"^(?P<caption>.*?)(?:^|[\s.|–—/،؛-])(?:©|\(c\)|(?:{LABELS})\s*[:：=]"
    r"|(?:Photo|Image|Picture|Photograph)s? (?:by|courtesy of|credit))"
    r"\s*(?P<credit>[^.!?].{1,79})$",
    re.IGNORECASE | re.DOTALL,
)
AFTER_RULE = re.compile(r"^(?P<caption>.*?)(?:\s[|–—/-]{1,2}\s|(?<=[.!?])\s+|\|)(?P<credit>[^|]{2,60})$", re.DOTALL)
# Words in brackets that point at someone in the picture, or number it, and credit no one.
POINTERS = re.compile(
    r"(?:ال)?(?:يمين|يسار|وسط|أيمن|أيسر)\b.*|(?:في|من|إلى|على) (?:ال)?(?:وسط|يمين|يسار|خلف|أقصى).*"
    r"|(?:the )?(?:left|right|center|centre|middle|above|below|l|r|c)\b.*"
    r"|(?:links|rechts|mitte|gauche|droite|izquierda|derecha|centro)\b.*|[\d\s./-]+",
    re.IGNORECASE,
)


def split_credit(text: str) -> tuple[str | None, str | None]:
    """Return a caption and its credit apart, each in its stored form or None.

    ``(رويترز - أرشيفية)`` at the end, ``AFP / Name`` after a rule, ``Photo: …`` after a label.
    """
    if len(text) > MAX_PATTERN_LETTERS:
        return clean_line(text), None
    if source := SPOKEN_SOURCE.match(text):
        return None, clean_line(text[source.end() :])
    text = SPOKEN_CAPTION.sub("", text)
    for pattern in choose_patterns(text):
        found = pattern.match(text)
        if found and is_credit(found["credit"], found["caption"], pattern):
            return clean_line(found["caption"].rstrip(" -–—|/،")), strip_label(found["credit"])
    if len(text) <= MAX_CREDIT_LETTERS and AGENCY.match(text) and len(AGENCY.sub("", text)) <= len(text) // 2:
        return None, strip_label(text)
    return clean_line(text), None


def choose_patterns(text: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns that a text may match at all: each costs a hundred times what this does."""
    patterns = [IN_BRACKETS] if text.rstrip(".")[-1:] in BRACKETS else []
    if SIGN_OF_LABEL.search(text):
        patterns.append(AFTER_LABEL)
    return (*patterns, AFTER_RULE) if AGENCY.search(text) else tuple(patterns)


def strip_label(credit: str) -> str | None:
    """Return a credit without the word that announces it: ``Photo: A. Name`` is A. Name."""
    named = LABEL_BEFORE.sub("", credit) if AGENCY.search(credit) else credit
    return clean_line(LEADING_LABEL.sub("", named).strip(" -–—|/،:()[]"))


def is_credit(credit: str, caption: str, pattern: re.Pattern[str]) -> bool:
    """Tell whether the end of a caption names who made the picture."""
    if POINTERS.fullmatch(credit.strip()) or len(credit) > MAX_CREDIT_LETTERS:
        return False
    if pattern is AFTER_RULE and len(AGENCY.sub(" ", credit).split()) > MAX_CREDIT_WORDS:
        return False
    if pattern is AFTER_LABEL or AGENCY.search(credit):
        return True
    if pattern is IN_BRACKETS and (CREDIT_LABEL.match(credit) or NAME_AND_HOUSE.fullmatch(credit)):
        return True
    # Arabic captions end in brackets for the credit alone (aawsat, 2015 to 2026).
    return pattern is IN_BRACKETS and bool(ARABIC.search(caption)) and len(credit.split()) <= MAX_CREDIT_WORDS


def make_image(url: str | None, caption: str | None) -> Image:
    """Return an image with its caption and credit apart."""
    text, credit = split_credit(caption) if caption else (None, None)
    return Image(url=url, caption=text, credit=credit)


@lru_cache(maxsize=512)
def fold_caption(text: str) -> str:
    """Return the key by which one picture's captions are known for the same."""
    caption, credit = split_credit(text)
    return fold_line(caption or credit or text)


def is_credit_line(text: str) -> bool:
    """Tell whether a line is a label and a few words, no sentence: "Kuva: A. Name", "Vir: STA"."""
    if len(text) > MAX_CREDIT_LETTERS or text[-1] in ".!?؟。…":
        return False
    label = CREDIT_LABEL.match(text)
    return label is not None and 0 < len(text[label.end() :].split()) <= MAX_CREDIT_WORDS


def name_spoken(text: str) -> DropReason | None:
    """Return what a line of a picture is that says so itself; None for any other."""
    if len(text) > MAX_CAPTION_LETTERS:
        return None
    if SPOKEN_SOURCE.match(text):
        return DropReason.CREDIT
    return DropReason.CAPTION if SPOKEN_CAPTION.match(text) else None


def is_no_sentence(block: Block) -> bool:
    """Tell whether a line is short and no sentence nor heading, as the lines under pictures are."""
    return len(block.text) <= MAX_CAPTION_LETTERS and block.text[-1] not in ".!?؟。:" and block.tag not in HEADINGS


def is_captioned(text: str) -> bool:
    """Tell whether a line ends in a credit, in brackets or behind a label, as captions do."""
    if len(text) > MAX_CAPTION_LETTERS:
        return False
    found = IN_BRACKETS.match(text)
    if found and is_credit(found["credit"], found["caption"], IN_BRACKETS):
        return True
    labelled = AFTER_LABEL.match(text) if SIGN_OF_LABEL.search(text) else None
    return bool(labelled and labelled["caption"].strip() and AGENCY.search(labelled["credit"]))
