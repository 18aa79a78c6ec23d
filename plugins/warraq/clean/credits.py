"""Who took a picture: credits, apart from the captions before them."""

import re
from functools import lru_cache

from warraq.clean.credit_forms import split_form
from warraq.clean.credit_signs import (
    AFTER_LABEL,
    AFTER_RULE,
    AGENCY,
    CAPITAL,
    CAPTION_LABELS,
    COLON,
    HOUSE_AND_TAKER,
    HOUSE_AT_END,
    IN_BRACKETS,
    IN_CAPITALS,
    LABEL_BEFORE,
    LABELS,
    MARKS,
    MAX_CREDIT_LETTERS,
    NAME_SEAM,
    SENT_ON,
    SLASHED_HOUSE,
    SOURCE_LABELS,
    TAKEN,
    TAKEN_AT_END,
    TAKING_BEFORE,
    WORDY,
    is_agency,
    is_announced,
    is_credit,
    is_labelled,
    is_named,
)
from warraq.clean.dashed import RULES, split_before_word, split_dashed, split_taken, tidy_caption
from warraq.clean.rights import cut_reserved
from warraq.text.characters import clean_line

MAX_PATTERN_LETTERS = 1000  # A longer text is no caption, and the patterns' time grows with its square.
# Read out to those who do not see the picture: "Image source, …", "Image caption, …" (BBC, in forty languages). Where
# lines run from the right the comma may come first; a label may stand alone, and its text in the element beside it.
SPOKEN_LINE = r"^\s*(?:[،,]\s*(?:{0})\s*[،,:]?|(?:{0})\s*(?:[،,:：、，]|$))\s*"
SPOKEN_SOURCE = re.compile(SPOKEN_LINE.format(SOURCE_LABELS), re.IGNORECASE)
SPOKEN_CAPTION = re.compile(SPOKEN_LINE.format(CAPTION_LABELS), re.IGNORECASE)
LEADING_LABEL = re.compile(
    rf"^[(\[（【]?\s*(?:{MARKS}|(?:{LABELS})\s*(?:by\b|de\b|von\b)?\s*(?:{COLON}|(?<=[\u0621-\u064a])/)|(?-i:[Ff]ot|FOT)\."
    r"|(?:Photo|Image|Picture)s? (?:by|courtesy of)\b|(?:Photo|Picture)s?/(?=[^\W\d_]+ [^\W\d_]))\s*",
    re.IGNORECASE,
)
WORDY_AT_END = re.compile(rf"[-–—ـ/|＝.]\s?(?:{WORDY})$")
FULL_STOP = re.compile(r"(?<=[^\W\d_]{3})\.$")  # Behind a word, not behind an initial.
QUOTED_LABEL = re.compile(r"[(\[]?«([^«»:]{2,20}:[^«»]+)»[)\]]?")
BRACKETS = frozenset(")]）】")
SIGN_OF_LABEL = re.compile(
    rf"{MARKS}|{COLON}|(?:Photo|Image|Picture|Photograph)s? (?:by|courtesy|credit)", re.IGNORECASE
)
CAPITALS_AT_END = re.compile(rf"[{CAPITAL}]{{3}}(?:\s?»|\)| \([^()]{{2,16}}\))?$")
RULE = re.compile(r"\s[|–—/ـ-]{1,2}\s|(?<=[^\s.][^\s.][.!?।។])\s+")  # The point of an initial parts nothing.
# Marks that point at the picture: «▲渡輪停靠在碼頭。»; the button that shows it large: "Enlarge / …".
MARKED = re.compile(r"^(?:[▲▼△▽▴▾↑↓◀]+|Enlarge(?: (?:this )?image)? /)\s*")
NO_RESALE = re.compile(r"[.,]?\s*재판매 및 DB ?금지(?=[\])]?$)")
SEAM = re.compile(r"(?<!\S)\( (?=[^\W\d_])")  # A blank that markup left behind a bracket.
WORD_BEFORE = re.compile(r"^사진\s+(?=\S)")  # «[사진 독자제공]».


@lru_cache(maxsize=1_024)  # Of the same lines four rules ask.
def split_credit(text: str) -> tuple[str | None, str | None]:
    """Return a caption and its credit apart, each in its stored form or None.

    ``(رويترز - أرشيفية)`` at the end, ``AFP / Name`` after a rule, ``Photo: …`` after a label, ``記者陳大文攝``.
    """
    if len(text) > MAX_PATTERN_LETTERS:
        return clean_line(text), None
    text = cut_reserved(text)
    text = SEAM.sub("(", text) if "( " in text else text
    if source := SPOKEN_SOURCE.match(text):
        return None, clean_line(text[source.end() :])
    text = NO_RESALE.sub("", MARKED.sub("", SPOKEN_CAPTION.sub("", text)))
    if formed := split_form(text) or split_before_word(text):
        return tidy_caption(formed[0]), clean_line(formed[1])
    for pattern in choose_patterns(text):
        found = pattern.match(text)
        told = (found["caption"], found["credit"]) if found and is_credit(found, pattern) else None
        if parted := (split_taken(text, AGENCY) if pattern is AFTER_RULE else None) or told:
            return tidy_caption(parted[0].rstrip(" -–—|/،,、＝")), strip_label(parted[1])
    named = LABEL_BEFORE.sub("", text) if len(text) <= MAX_CREDIT_LETTERS else ""
    if named and is_agency(named):
        return None, strip_label(named)
    parts = split_dashed(text) or split_ruled(text)
    return (tidy_caption(parts[0]), strip_label(parts[1])) if parts else (tidy_caption(text), None)


def choose_patterns(text: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns that a text may match at all: each costs a hundred times what this does."""
    patterns = [IN_BRACKETS] if text.rstrip(".。")[-1:] in BRACKETS else []
    if SIGN_OF_LABEL.search(text):
        patterns.append(AFTER_LABEL)
    if not text.isascii() and TAKEN_AT_END.search(text[-24:]):
        patterns.append(TAKEN)
    if "＝" in text:
        patterns.append(HOUSE_AT_END)
    elif text[-1:].isalnum() and "記者" in text:
        patterns.append(SENT_ON)
    if "/" in text[-16:]:
        patterns.append(SLASHED_HOUSE)
    if CAPITALS_AT_END.search(text[-24:]):
        patterns.insert(0, IN_CAPITALS)
    if AGENCY.search(text) or WORDY_AT_END.search(text[-40:]):
        patterns.append(AFTER_RULE)
    return tuple(patterns)


def strip_label(credit: str) -> str | None:
    """Return a credit without the word that announces it: ``Photo: A. Name`` is A. Name."""
    credit = NO_RESALE.sub("", credit.lstrip(RULES))
    quoted = QUOTED_LABEL.fullmatch(credit)  # («عدسة: حاتم عمر»)
    bare = LEADING_LABEL.sub("", LEADING_LABEL.sub("", quoted[1] if quoted else credit))  # "| Фото: © …"
    bare = bare if AGENCY.search(bare) else HOUSE_AND_TAKER.sub("", bare)
    is_led = (AGENCY.search(bare) and not AGENCY.match(bare)) or is_announced(NAME_SEAM.split(bare, 1)[0])
    before = LABEL_BEFORE if is_led or is_labelled(bare) else TAKING_BEFORE
    named = FULL_STOP.sub("", WORD_BEFORE.sub("", before.sub("", bare)))
    name = named.strip(" -–—|/،:()[]（）【】ـ")
    return clean_line(close_bracket(name))


def close_bracket(name: str) -> str:
    """Return a name with the closing bracket that was taken for its edge."""
    for opening, closing in ("()", "（）"):
        if opening in name.rpartition(closing)[2]:
            return name + closing
    return name


def split_ruled(text: str) -> tuple[str, str] | None:
    """Return a caption and a credit without an agency behind a rule: a name with house or label; None without one."""
    for cut in RULE.finditer(text):
        rest = text[cut.end() :]
        if len(rest) <= MAX_CREDIT_LETTERS and (is_named(rest) or is_announced(rest)):
            return text[: cut.start()], rest
    return None
