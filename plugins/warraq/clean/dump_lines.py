"""What one line of a text dump is, told by its own words: a date, a signature, a button, a picture, or the story."""

import re

from warraq.clean.calls import name_call
from warraq.clean.captions import is_captioned, name_spoken
from warraq.clean.counters import name_count
from warraq.clean.credit_signs import AFTER_LABEL, AGENCY, IN_CAPITALS
from warraq.clean.credits import SIGN_OF_LABEL, split_credit
from warraq.clean.datelines import is_bare_name
from warraq.clean.dump import Line, count_words, is_head_line, is_numbered, names_agency
from warraq.clean.dump_writers import is_taker
from warraq.clean.phrases import fold_whole, name_line, read_whole
from warraq.clean.sign_offs import is_signature
from warraq.model import DropReason
from warraq.text.dates import is_date_line

MAX_LISTED_WORDS = 5  # Of a writer or an office in a list, the bullet counted; points of a summary are longer.
MAX_BUTTON_WORDS = 3
COLON_OR_MARK = re.compile("[:：©]")
MAX_SIZED = 3  # "A+" and "A", the buttons of the size of letters.
MIN_BUTTONS = 3  # In a row.
BUTTONS = frozenset({DropReason.BOILERPLATE, DropReason.FOLLOW, DropReason.SHARE})
MAX_ADDRESS_WORDS = 12  # Of a line that gives an address; more is prose that names one.
MAX_LABEL_LETTERS = 40  # A longer line names the story that it recommends.
MAX_PICTURE_LETTERS = 100
MAX_TAKEN_LETTERS = 180
TAKEN_BEHIND = re.compile(
    r"(?P<caption>[^.!?…()]{12,140}[.!?…][»”\"]?)\s(?:\((?P<name>[^()\d]{5,40})\)|[/|]\s(?P<behind>[^()\d/|]{5,40}))"
)
MIN_SHOWN_WORDS = 3  # Fewer are a photographer or a place.
ROW_SEAM, WAY_SEAM, MIN_ROW = re.compile(r"\s*[|•·]\s*|\s/\s"), re.compile(r"\s+[>›»]\s+"), 3
BULLET = re.compile(r"[-–—•*·▪■]\s")
ORNAMENT = re.compile(r"[❖❉✍■●◆►]\s(?=\w)")  # Before a name or a day (al-Sharq, 2023).
ADDRESS = re.compile(r"https?://|\bwww\.")
TURN = re.compile(r"(?:[«‹←<][^»›]+|[^«‹]+[»›→>])")  # To the story before, or the one after.
LETTER = re.compile(r"[^\W\d_]")
HANDLE = re.compile(r"[<(]?[\w.+-]*@[\w.-]+[>)]?")  # Of the writer, or of the newsroom's mail.
FULL_STOPS = frozenset(".。۔")
# What brackets hold that is no one's name: the month's other name, a number, what a page shows besides.
EXPLAINING = re.compile(
    r".*\d.*|(?:بال)?(?:صور|فيديو)|video|photos?|map"
    r"|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|كانون (?:الثاني|الأول)|شباط"
    r"|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين (?:الثاني|الأول)",
    re.IGNORECASE,
)
# How captions begin that no one is credited for.
SHOWN = re.compile(
    r"(?:جانب من|صورة (?:أرشيفية|جوية|عامة|من)|لقطة (?:جوية|عامة|من)|مشهد (?:جوي|عام|من)|منظر (?:جوي|عام)|نمایی از)\s\w"
    r"|(?:an? (?:aerial |general )?(?:photo|picture|view) of|imagen (?:aérea |de archivo )?de|vista (?:aérea|general) d"
    r"|vue (?:aérienne|générale) d|вид на)\b",
    re.IGNORECASE,
)
MAX_SHOWN_WORDS = 12
CLOSED = frozenset('.!?؟۔。…»”"')  # A sentence before its credit is prose that quotes the agency.
LISTED_ADDRESS = re.compile(r"\d{1,4}\.\s+https?://\S+")  # lynx's (2026).
MAX_LIST_LABEL_WORDS = 3
# Lines that say of themselves what they are, whatever stands around them.
ALONE = (
    (LISTED_ADDRESS, DropReason.BOILERPLATE),
    (re.compile(r"(?:https?://|www\.|pic\.twitter\.com/|(?:t\.co|youtu\.be)/)\S+"), DropReason.BOILERPLATE),  # Embeds'.
    (re.compile(r"\[[^\[\]/]{1,80}\.(?:gif|jpe?g|png|svg|webp)\]", re.IGNORECASE), DropReason.BOILERPLATE),  # lynx.
    (re.compile(r"A post shared by .+ \(@[\w.]+\)"), DropReason.SHARE),  # Instagram's (2026).
    (re.compile(r"#[^\W\d_][\w_]*"), DropReason.TAGS),
    # How WordPress ends the entries of its feeds (2026), in the languages of its translations met so far.
    (re.compile(r"The post .+ (?:appeared first|first appeared) on .+"), DropReason.BOILERPLATE),
    (
        re.compile(r"ظهرت? (?:ال)?(?:مقالة|مقال|تدوينة|خبر|موضوع|منشور) .+ أولا[ًّ]?\s?(?:على|في) .+"),
        DropReason.BOILERPLATE,
    ),
)
# Buttons that announce other stories where a colon stands behind them.
READ_ON = re.compile(r"(?:read|see) more\s?:|関連記事\s?[:：]", re.IGNORECASE)
LABELS = frozenset({DropReason.RELATED, DropReason.TAGS, DropReason.COMMENTS})  # What stands under them is theirs.
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


def is_of_page(text: str) -> bool:
    """Tell whether a line is an address, a handle or a number, or but one letter, as the buttons of its size are."""
    has_address = ADDRESS.search(text) is not None and len(text.split()) <= MAX_ADDRESS_WORDS
    return (
        has_address
        or HANDLE.fullmatch(text) is not None
        or is_numbered(text)
        or (len(text) <= MAX_SIZED and len(LETTER.findall(text)) <= 1)
        or LETTER.search(text) is None
    )


def is_furniture(line: Line) -> bool:
    """Tell whether a line above a headline is of the page around it."""
    text = line.text
    is_page = line.is_picture or is_of_page(text) or is_date_line(text) or is_listed(text) or is_menu(text)
    return is_page or name_line(text, in_dump=True) is not None


def is_menu(text: str) -> bool:
    """Tell whether a line is a row of sections, or the way to the story through them: «الرئيسية › محليات»."""
    rows = ROW_SEAM.split(text)
    parts = rows if len(rows) >= MIN_ROW else WAY_SEAM.split(text)
    return len(parts) > 1 and all(0 < len(part.split()) <= MAX_BUTTON_WORDS for part in parts)


def name_aside(line: Line) -> DropReason | None:
    """Return what a line of a dump is that is not of the story, told by its own words; None for any other."""
    text = line.text
    if line.is_picture:
        return DropReason.CAPTION
    spoken = name_spoken(text)
    if spoken or (is_signature(text) and not shows_picture(text)):
        return spoken or DropReason.CREDIT
    if alone := next((reason for pattern, reason in ALONE if pattern.fullmatch(text)), None):
        return alone
    if READ_ON.fullmatch(text):
        return DropReason.RELATED
    named = name_line(text, in_dump=True)
    if named is DropReason.BOILERPLATE and read_whole().get(fold_whole(text)):
        return named  # A button says nothing else.
    is_whole = is_head_line(line) or text.endswith((":", "：")) or named is DropReason.COPYRIGHT
    return named if named in DROPPED_LINES and is_whole else name_call(text)


def name_head(line: Line) -> DropReason | None:
    """Return what a line in a dump's head is that a button or a list of writers left there; None for any other."""
    if is_listed(line.text):
        return DropReason.BYLINE
    if is_of_page(line.text):
        return DropReason.BOILERPLATE
    if len(line.text) > MAX_LABEL_LETTERS:
        return None
    return name_line(line.text, in_dump=count_words(line.text) > MAX_BUTTON_WORDS and name_count(line.text) is None)


def find_buttons(lines: tuple[Line, ...]) -> set[int]:
    """Return the places of short lines in rows of which most are known: a button beside others is one too.

    The last line of a row, against a paragraph, may be its subhead; a list has bullets.
    """
    found: set[int] = set()
    row: list[int] = []
    for at in range(len(lines) + 1):
        if at < len(lines) and is_short(lines[at]):
            row.append(at)
            continue
        known = [one for one in row if name_line(lines[one].text) in BUTTONS]
        if len(known) >= MIN_BUTTONS and 2 * len(known) >= len(row):
            found.update(one for one in row if known[0] <= one <= known[-1] or known[-1] < one < row[-1])
        row = []
    return found


def is_short(line: Line) -> bool:
    """Tell whether a line is no longer than a button, and no item of a list."""
    return count_words(line.text) <= MAX_BUTTON_WORDS and is_head_line(line) and BULLET.match(line.text) is None


def is_listed(text: str) -> bool:
    """Tell whether a line is of a list of writers or offices."""
    return BULLET.match(text) is not None and len(text.split()) <= MAX_LISTED_WORDS


def name_tail(line: Line) -> DropReason | None:
    """Return what a line below a dump's last sentence is that is not of the story; None for any other."""
    if is_of_page(line.text) or TURN.fullmatch(line.text):
        return DropReason.BOILERPLATE
    return name_line(line.text)


def is_credited(text: str) -> bool:
    """Tell whether a line that stands once is a caption with its credit; brackets may explain a word as well."""
    if IN_CAPITALS.fullmatch(text) or split_taken(text):
        return True
    is_line = len(text) <= MAX_PICTURE_LETTERS and text[-1] not in FULL_STOPS and COLON_OR_MARK.search(text) is not None
    if is_line and is_labelled(text) and split_credit(text)[0] is not None:
        return True
    if not is_captioned(text):
        return False
    if names_agency(text) or is_labelled(text):
        return True
    credit = split_credit(text)[1]
    return credit is not None and text[-1] not in FULL_STOPS and EXPLAINING.fullmatch(credit) is None


def split_taken(text: str) -> tuple[str, str] | None:
    """Return a caption that is a whole sentence, and who took it behind it: "Boats leave the lock. (Anna Keller)".

    An agency behind a sentence is whose story it is.
    """
    found = TAKEN_BEHIND.fullmatch(text) if len(text) <= MAX_TAKEN_LETTERS and text[-1] not in FULL_STOPS else None
    credit = (found["name"] or found["behind"]) if found else ""
    return (found["caption"], credit) if found and is_taker(credit) and not AGENCY.search(credit) else None


def is_labelled(text: str) -> bool:
    """Tell whether a credit stands behind its label."""
    return SIGN_OF_LABEL.search(text) is not None and AFTER_LABEL.match(text) is not None


def is_picture(line: Line) -> bool:
    """Tell whether a line is what stands under a picture: few words and no sentence, said to show, or credited."""
    text = line.text
    if len(text) > MAX_PICTURE_LETTERS or text[-1] in FULL_STOPS:
        return False
    return is_shown(line) or (is_captioned(text) and is_labelled(text)) or shows_picture(text)


def is_shown(line: Line) -> bool:
    """Tell whether a line begins by saying that it is of a picture, and is no sentence."""
    return SHOWN.match(line.text) is not None and len(line.text.split()) <= MAX_SHOWN_WORDS and is_head_line(line)


def shows_picture(text: str) -> bool:
    """Tell whether an agency stands behind what a picture shows, and not behind who took it or a sentence."""
    caption = split_credit(text)[0]
    if (
        caption is None
        or caption[-1] in CLOSED
        or not (names_agency(text) and (is_captioned(text) or is_signature(text)))
    ):
        return False
    return count_words(caption) >= MIN_SHOWN_WORDS and not is_bare_name(caption)
