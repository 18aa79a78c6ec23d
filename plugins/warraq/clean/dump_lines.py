"""What one line of a text dump is, told by its own words: a date, a signature, a button, a picture, or the story."""

import re

from warraq.clean.body import is_signature
from warraq.clean.byline import PREFIX, is_proper, read_names, read_unspaced
from warraq.clean.captions import AFTER_LABEL, AGENCY, SIGN_OF_LABEL, is_captioned, name_spoken, split_credit
from warraq.clean.dump import Line, is_head_line
from warraq.clean.phrases import name_line
from warraq.model import DropReason
from warraq.text.dates import is_date_line

MAX_LISTED_WORDS = 5  # Of a writer or an office in a list, the bullet counted; points of a summary are longer.
MAX_SIGNED_LETTERS = 120
MAX_LABEL_LETTERS = 40  # A longer line names the story that it recommends.
MAX_PICTURE_LETTERS = 100
BULLET = re.compile(r"[-–—•*·▪■]\s")
ADDRESS = re.compile(r"https?://|\bwww\.")
TURN = re.compile(r"(?:[«‹←<][^»›]+|[^«‹]+[»›→>])")  # To the story before, or the one after.
LETTER = re.compile(r"[^\W\d_]")
CLOSED = frozenset('.!?؟۔。…»”"')  # A sentence before its credit is prose that quotes the agency.
# A dump is the story and little else: only lines that ask the reader for something are dropped from it.
DROPPED_LINES = frozenset(
    {
        DropReason.FOLLOW,
        DropReason.RELATED,
        DropReason.NEWSLETTER,
        DropReason.ADVERTISING,
        DropReason.SHARE,
        DropReason.COPYRIGHT,
        DropReason.TAGS,
        DropReason.COMMENTS,
    }
)


def read_signed(text: str) -> tuple[str, ...]:
    """Return the names in a line like "By A. Name"; empty for any other line."""
    if len(text) > MAX_SIGNED_LETTERS:
        return ()
    if names := read_unspaced(text.partition("|")[0].strip()):
        return names
    names = read_names(text) if PREFIX.match(text) else ()
    return names if names and all(is_proper(name) for name in names) else ()


def is_sign(line: Line) -> bool:
    """Tell whether a line says when the story was published, or who wrote it."""
    return is_date_line(line.text) or bool(read_signed(line.text))


def is_of_page(text: str) -> bool:
    """Tell whether a line is an address, or has no letter."""
    return ADDRESS.search(text) is not None or LETTER.search(text) is None


def is_furniture(line: Line) -> bool:
    """Tell whether a line above a headline is of the page around it."""
    text = line.text
    return is_of_page(text) or is_date_line(text) or name_line(text) is not None or name_head(line) is not None


def name_aside(line: Line) -> DropReason | None:
    """Return what a line of a dump is that is not of the story, told by its own words; None for any other."""
    spoken = name_spoken(line.text)
    if spoken or is_signature(line.text):
        return spoken or DropReason.CREDIT
    named = name_line(line.text, in_prose=True)
    is_whole = is_head_line(line) or line.text.endswith((":", "：")) or named is DropReason.COPYRIGHT
    return named if named in DROPPED_LINES and is_whole else None


def name_head(line: Line) -> DropReason | None:
    """Return what a line in a dump's head is that a button or a list of writers left there; None for any other."""
    if BULLET.match(line.text) and len(line.text.split()) <= MAX_LISTED_WORDS:
        return DropReason.BYLINE
    return name_line(line.text) if len(line.text) <= MAX_LABEL_LETTERS else None


def name_tail(line: Line) -> DropReason | None:
    """Return what a line below a dump's last sentence is that is not of the story; None for any other."""
    if is_of_page(line.text) or TURN.fullmatch(line.text):
        return DropReason.BOILERPLATE
    return name_line(line.text)


def is_picture(line: Line) -> bool:
    """Tell whether a line is what stands under a picture: few words, no sentence, and the agency behind them."""
    text = line.text
    if len(text) > MAX_PICTURE_LETTERS or not is_captioned(text):
        return False
    caption, credit = split_credit(text)
    is_labelled = SIGN_OF_LABEL.search(text) and AFTER_LABEL.match(text)
    is_credited = caption and credit and AGENCY.search(credit) and caption[-1] not in CLOSED
    return bool(is_labelled or is_credited)
