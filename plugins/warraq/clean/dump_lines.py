"""What one line of a text dump is, told by its own words: a date, a signature, a button, a picture, or the story."""

import re

from warraq.clean.captions import AFTER_LABEL, AGENCY, SIGN_OF_LABEL, is_captioned, name_spoken, split_credit
from warraq.clean.datelines import ARABIC, is_given
from warraq.clean.dump import Line, count_words, is_head_line
from warraq.clean.names import PREFIX, is_proper, read_names
from warraq.clean.phrases import name_count, name_line
from warraq.clean.sign_offs import is_signature
from warraq.clean.unspaced import read_unspaced
from warraq.model import DropReason
from warraq.text.dates import is_date_line

MAX_LISTED_WORDS = 5  # Of a writer or an office in a list, the bullet counted; points of a summary are longer.
MAX_BUTTON_WORDS = 3
MAX_SIGNED_LETTERS = 120
MAX_LABEL_LETTERS = 40  # A longer line names the story that it recommends.
MAX_PICTURE_LETTERS = 100
BULLET = re.compile(r"[-–—•*·▪■]\s")
ADDRESS = re.compile(r"https?://|\bwww\.")
TURN = re.compile(r"(?:[«‹←<][^»›]+|[^«‹]+[»›→>])")  # To the story before, or the one after.
LETTER = re.compile(r"[^\W\d_]")
FULL_STOPS = frozenset(".。۔")
# What brackets hold that is no one's name: the month's other name, a number, what a page shows besides.
EXPLAINING = re.compile(
    r".*\d.*|(?:بال)?(?:صور|فيديو)|video|photos?|map"
    r"|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|كانون (?:الثاني|الأول)|شباط"
    r"|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين (?:الثاني|الأول)",
    re.IGNORECASE,
)
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
    label = PREFIX.match(text)
    names = read_names(text) if label else ()
    # «تقرير: ثلث السكان فقراء»: where no capital tells a name, a given name must.
    is_told = label is not None and ARABIC.match(text[label.end() :]) and not is_given(text[label.end() :])
    return names if names and not is_told and all(is_proper(name) for name in names) else ()


def is_sign(line: Line) -> bool:
    """Tell whether a line says when the story was published, or who wrote it."""
    return is_date_line(line.text) or bool(read_signed(line.text))


def is_of_page(text: str) -> bool:
    """Tell whether a line is an address, or has no letter."""
    return ADDRESS.search(text) is not None or LETTER.search(text) is None


def is_furniture(line: Line) -> bool:
    """Tell whether a line above a headline is of the page around it."""
    text = line.text
    is_page = is_of_page(text) or is_date_line(text) or is_listed(text)
    return is_page or name_line(text, in_dump=True) is not None


def name_aside(line: Line) -> DropReason | None:
    """Return what a line of a dump is that is not of the story, told by its own words; None for any other."""
    spoken = name_spoken(line.text)
    if spoken or is_signature(line.text):
        return spoken or DropReason.CREDIT
    named = name_line(line.text, in_dump=True)
    is_whole = is_head_line(line) or line.text.endswith((":", "：")) or named is DropReason.COPYRIGHT
    return named if named in DROPPED_LINES and is_whole else None


def name_head(line: Line) -> DropReason | None:
    """Return what a line in a dump's head is that a button or a list of writers left there; None for any other."""
    if is_listed(line.text):
        return DropReason.BYLINE
    if len(line.text) > MAX_LABEL_LETTERS:
        return None
    return name_line(line.text, in_dump=count_words(line.text) > MAX_BUTTON_WORDS and name_count(line.text) is None)


def is_listed(text: str) -> bool:
    """Tell whether a line is of a list of writers or offices."""
    return BULLET.match(text) is not None and len(text.split()) <= MAX_LISTED_WORDS


def names_agency(text: str) -> bool:
    """Tell whether a line's credit is an agency's."""
    credit = split_credit(text)[1]
    return credit is not None and AGENCY.search(credit) is not None


def name_tail(line: Line) -> DropReason | None:
    """Return what a line below a dump's last sentence is that is not of the story; None for any other."""
    if is_of_page(line.text) or TURN.fullmatch(line.text):
        return DropReason.BOILERPLATE
    return name_line(line.text)


def is_credited(text: str) -> bool:
    """Tell whether a line that stands once is a caption with its credit; brackets may explain a word as well."""
    if not is_captioned(text):
        return False
    if names_agency(text) or is_labelled(text):
        return True
    credit = split_credit(text)[1]
    return credit is not None and text[-1] not in FULL_STOPS and EXPLAINING.fullmatch(credit) is None


def is_labelled(text: str) -> bool:
    """Tell whether a credit stands behind its label."""
    return SIGN_OF_LABEL.search(text) is not None and AFTER_LABEL.match(text) is not None


def is_picture(line: Line) -> bool:
    """Tell whether a line is what stands under a picture: few words, no sentence, and the agency behind them."""
    text = line.text
    if len(text) > MAX_PICTURE_LETTERS or not is_captioned(text) or text[-1] in FULL_STOPS:
        return False
    caption = split_credit(text)[0]
    return is_labelled(text) or (caption is not None and names_agency(text) and caption[-1] not in CLOSED)
