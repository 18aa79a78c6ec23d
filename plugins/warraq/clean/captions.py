"""Captions and credits: what a picture shows, and apart from it who took it."""

import re
from functools import lru_cache

from warraq.clean.credit_signs import (
    AFTER_LABEL,
    AGENCY,
    CREDIT_LABEL,
    IN_BRACKETS,
    LABELS,
    MAX_CREDIT_LETTERS,
    MAX_CREDIT_WORDS,
    NO_TAKER,
    TAKEN,
    TAKEN_AT_END,
    is_agency,
    is_credit,
)
from warraq.clean.credit_words import read_spoken
from warraq.clean.credits import (
    BRACKETS,
    LEADING_LABEL,
    MARKED,
    SIGN_OF_LABEL,
    SPOKEN_CAPTION,
    SPOKEN_SOURCE,
    split_credit,
    strip_label,
)
from warraq.clean.dashed import RULES, WORD_BEHIND, split_before_word
from warraq.clean.phrases import name_line
from warraq.clean.prose import FULL_STOPS
from warraq.clean.tags import HEADINGS
from warraq.clean.tree import Block
from warraq.model import DropReason, Image
from warraq.text.characters import clean_line, fold_line

MAX_CAPTION_LETTERS = 300
MAX_LABEL_LETTERS = 40
MAX_CREDITED_LETTERS = 120  # Of a line that its brackets alone tell for a caption.
# "(Source: Water Board)" says whose the numbers are.
OF_FIGURES = re.compile(r"(?:source|quelle|fuente|fonte|المصدر|מקור)\b", re.IGNORECASE)
MAX_PIPED_LETTERS, MAX_PIPED_WORDS = 40, 4
SPOKEN = read_spoken()
# "Slideshow ( 3 images )": what opens a gallery.
COUNTED = re.compile(
    r"(?:gallery|photos?|slide ?show)\W{0,3}\d+\s?(?:images?|photos?|pictures?)?\W{0,2}", re.IGNORECASE
)
# Rights that are kept, by their initials, or a picture out of the files: said of no picture in particular.
NO_CAPTIONS = frozenset(["ح م", "ح.م", "ح.م.", "فائل فوٹو", "—فائل فوٹو"])
FILE = re.compile(r"\S+\.(?:gif|jpe?g|png|webp)", re.IGNORECASE)
# "3", "(1/4)", "1 of 4", "Image 1 of / 4": a picture's place among others.
PLACE = re.compile(
    r"\W?(?:(?:image|photo|picture|slide)\s)?(?:\d{1,3}\s?[-–]\s?)?\d{1,3}(?:\s?(?:/|[^\W\d]{1,4})\s?/?\s?\d{1,3})?\W?"
    r"|of \d{1,3}",
    re.IGNORECASE,
)
MAILBOX = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
MAX_CONTROL_WORDS = 4
CLOSING_QUOTES = '"”»’'
NO_CAPTION_ENDS = FULL_STOPS | {":"}
CONTROLS = frozenset(
    [DropReason.ADVERTISING, DropReason.BOILERPLATE, DropReason.FOLLOW, DropReason.RELATED, DropReason.SHARE]
)
# What stands over a caption, in a line of its own, where no name is told.
UNNAMED = frozenset(
    ["contributed", "contributed photo", "courtesy photo", "file", "file photo", "stock photo", "submitted photo"]
)
LABEL_ALONE = re.compile(rf"(?:{LABELS})", re.IGNORECASE)


def make_image(url: str | None, caption: str | None) -> Image:
    """Return an image with its caption and credit apart."""
    text, credit = split_credit(caption) if caption and caption not in NO_CAPTIONS else (None, None)
    return Image(url=url, caption=text, credit=credit)


def make_captioned(url: str | None, caption: str) -> Image:
    """Return an image with the caption printed under it, in which a few words behind a bar are its credit."""
    image = make_image(url, caption)
    text, _, credit = (image.caption or "").rpartition("|")
    is_short = bool(credit.strip()) and len(credit) <= MAX_PIPED_LETTERS and len(credit.split()) <= MAX_PIPED_WORDS
    if image.credit or not is_short or len(text) <= len(credit) or len(text.split()) < 2 or credit[-1] in ".!?؟…":  # noqa: PLR2004
        return image
    return Image(url=url, caption=clean_line(text), credit=strip_label(credit))


@lru_cache(maxsize=512)
def fold_caption(text: str) -> str:
    """Return the key by which one picture's captions are known for the same."""
    caption, credit = split_credit(text)
    return fold_line(caption or credit or text)


def is_credit_line(text: str) -> bool:
    """Tell whether a line is a label and a few words, no sentence: "Kuva: A. Name", "/ Getty Images"."""
    is_ruled = text[:1] == "/"
    text = text.lstrip(RULES) if len(text) <= MAX_CREDIT_LETTERS else ""
    if is_ruled and is_agency(text):
        return True
    if not text or text[-1] in ".!?؟。…":
        return text.endswith(WORD_BEHIND) and split_before_word(text) == ("", text)
    label = CREDIT_LABEL.match(text)
    return label is not None and 0 < len(text[label.end() :].split()) <= MAX_CREDIT_WORDS


def name_spoken(text: str) -> DropReason | None:
    """Return what a line of a picture is that says so itself; None for any other."""
    if len(text) > MAX_CAPTION_LETTERS:
        return None
    if SPOKEN_SOURCE.match(text):
        return DropReason.CREDIT
    return DropReason.CAPTION if SPOKEN_CAPTION.match(text) else None


def name_label(text: str) -> DropReason | None:
    """Return what a line announces that is nothing but a label read out before a caption or a credit; None else."""
    return SPOKEN.get(text.strip(" ،,:：、，").casefold()) if len(text) <= MAX_LABEL_LETTERS else None


def is_label(text: str) -> bool:
    """Tell whether a line only announces what comes, and is no caption: "Image caption,", "Slideshow (3 images)"."""
    if COUNTED.fullmatch(text) or text.casefold() in UNNAMED:
        return True
    return text[-1] in ":：" or name_label(text) is not None or LABEL_ALONE.fullmatch(text) is not None


def is_control(text: str) -> bool:
    """Tell whether a line beside a picture is a button, its place among others, a file's name or an address."""
    if len(text) > MAX_LABEL_LETTERS:
        return FILE.fullmatch(text) is not None
    is_short = len(text.split()) <= MAX_CONTROL_WORDS
    is_named = is_short and name_line(text, in_prose=True) in CONTROLS
    return is_named or len(text) == 1 or any(form.fullmatch(text) for form in (PLACE, FILE, MAILBOX))


def announces_taker(text: str) -> bool:
    """Tell whether a line is nothing but the label of a credit that another line names: "Photo by:"."""
    return len(text) <= MAX_LABEL_LETTERS and LEADING_LABEL.fullmatch(text) is not None


def is_no_sentence(block: Block) -> bool:
    """Tell whether a line is short and no sentence nor heading, as the lines under pictures are."""
    return (
        len(block.text) <= MAX_CAPTION_LETTERS
        and block.text.rstrip(CLOSING_QUOTES)[-1:] not in NO_CAPTION_ENDS
        and block.tag not in HEADINGS
    )


def is_pointing(text: str) -> bool:
    """Tell whether a line begins with a mark that points at the picture beside it: «▲ …»."""
    return len(text) <= MAX_CAPTION_LETTERS and MARKED.match(text) is not None and "%" not in text


def is_credited(text: str) -> bool:
    """Tell whether a short line ends in brackets that say by a label or behind a name who took a picture."""
    if text[-1] not in BRACKETS or len(text) > MAX_CREDITED_LETTERS:
        return False
    if TAKEN_AT_END.search(text) and (taken := TAKEN.match(text)) and taken["caption"]:
        return is_credit(taken, TAKEN)
    found = IN_BRACKETS.match(text)
    credit = found["credit"] if found and found["caption"] else ""
    if not credit or OF_FIGURES.match(credit):
        return False
    is_taken = TAKEN_AT_END.search(credit) and not NO_TAKER.search(credit)
    return CREDIT_LABEL.match(credit) is not None or bool(is_taken)


def is_captioned(text: str) -> bool:
    """Tell whether a line ends in a credit, in brackets or behind a label, as captions do."""
    if len(text) > MAX_CAPTION_LETTERS:
        return False
    found = IN_BRACKETS.match(text)
    if found and is_credit(found, IN_BRACKETS):
        return True
    labelled = AFTER_LABEL.match(text) if SIGN_OF_LABEL.search(text) else None
    return bool(labelled and labelled["caption"].strip() and AGENCY.search(labelled["credit"]))
