"""Lines of a text dump that say who wrote a story, when, or both."""

import re
from functools import lru_cache
from typing import NamedTuple

from warraq.clean.datelines import ARABIC, find_city, is_bare_name, is_given
from warraq.clean.dump import Field, Line
from warraq.clean.dump_lines import LETTER
from warraq.clean.dump_writers import find_from
from warraq.clean.names import read_names
from warraq.clean.persons import is_proper
from warraq.clean.phrases import name_line
from warraq.clean.unspaced import read_unspaced
from warraq.clean.writer_labels import PREFIX
from warraq.text.dates import find_dates, is_date_line

MAX_SIGNED_LETTERS = 120
SIGNS = frozenset({Field.WRITER, Field.DATE})
MAX_STAMP_LETTERS, MAX_STAMP_REST = 90, 28
FULL_STOPS = (".", "。", "۔", "؟", "?", "!", ":")
POSTED = re.compile(
    r"^(?:[—–-]|بعد |منذ |قبل |(?:born|died|after|since|until|on)\b)|@|\b(?:ولد|توفي|بدأ)", re.IGNORECASE
)  # Below a post from elsewhere.
EDITION = re.compile(r"(?:العدد|عدد|issue|no\.|nr\.|№)\s?[:#]?\s?\d", re.IGNORECASE)
PUBLISHED = re.compile(
    r"(?:(?:تاريخ ال)?نشر|نُشر|تاریخ انتشار|انتشار|published|posted|publi(?:é|cado)|pubblicato|veröffentlicht|yayın)",
    re.IGNORECASE,
)
SPEECH = re.compile(r"[«»“”\"]")
DIGIT = re.compile(r"\d")
HOUSE_PARTS = re.compile(r"((?:[^\W\d]+[ ]?){1,3}?)(?:\s[-–—]\s|\s?/\s?|\s?[،,]\s)((?:[^\W\d]+[ ]?){1,3})")
FROM = re.compile(r"من (?P<who>[^\W\d]+(?: [^\W\d]+){1,2})")
SINCE = re.compile(r"(?P<who>[^\W\d]+(?: [^\W\d]+){1,2}?)(?P<when>(?:منذ|قبل) .{1,24})")  # A theme glues them.
# "Posted on June 14, 2011 by Jane Roe" (WordPress), «بواسطة : سلمى حداد 06-11-2018 08:34 مساءً 2.3K» (2018).
POSTED_BY = re.compile(
    r"(?:posted|published) on (?P<on>.{6,40}?) by (?P<who>[^\W\d]+(?: [^\W\d]+){1,2})"
    r"|(?:بواسطة|بقلم)\s?:?\s?(?P<by>[^\W\d]+(?: [^\W\d]+){1,2}) (?P<at>\d.{5,40})",
    re.IGNORECASE,
)
FIELDS = re.compile(r"\s*[|•·]\s+")
PARTING = re.compile(r"\s+[-–—/]\s+|\s*[|•·،,]\s+")  # «سلمى حداد | 14 نوفمبر 2026».


class Sign(NamedTuple):
    """The parts of a line that says when, and perhaps who."""

    when: str
    who: str | None
    rest: tuple[str, ...] = ()  # What the phrases know: a counter, the time it takes to read.


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


def read_over(text: str) -> tuple[str, ...]:
    """Return the names in a line over a headline that says who wrote it: labelled, «من طارق الشامي», beside a house."""
    found = FROM.fullmatch(text)
    name = found["who"] if found and is_bare_name(found["who"]) else read_beside_house(text)
    return (name,) if name else read_signed(text)


def read_beside_house(text: str) -> str | None:
    """Return the person in a line of two parts, the other of which is a house or a place."""
    parts = HOUSE_PARTS.fullmatch(text)
    both = map(str.strip, parts.groups()) if parts else ()
    return next((part for part in both if is_bare_name(part) and is_given(part)), None)


def part_sign(text: str) -> Sign | None:
    """Return the parts of a line that holds a day, a name or what the phrases know, and nothing else; else None."""
    if len(text) > MAX_SIGNED_LETTERS or DIGIT.search(text) is None:
        return None
    if (glued := SINCE.fullmatch(text)) and is_bare_name(glued["who"]) and is_date_line(glued["when"]):
        return Sign(glued["when"], glued["who"])
    posted = POSTED_BY.fullmatch(text)
    if posted and is_bare_name(posted["who"] or posted["by"]) and find_dates(text):
        return Sign(posted["on"] or posted["at"], posted["who"] or posted["by"])
    parts = FIELDS.split(text)
    rest = tuple(part for part in parts if name_line(part) and not (is_date_line(part) or read_signed(part)))
    left = " | ".join(part for part in parts if part not in rest) if rest else text
    if rest and is_date_line(left):
        return Sign(left, None, rest)
    for sign in PARTING.finditer(left):
        first, last = left[: sign.start()], left[sign.end() :]
        for who, when in ((first, last), (last, first)):
            if is_writer(who) and is_date_line(when):
                return Sign(when, who, rest)
    return None


def is_writer(text: str) -> bool:
    """Tell whether a part of a line is a name: labelled, behind its city, or alone."""
    is_told = bool(read_signed(text)) or find_city(text) is not None or is_bare_name(text)
    return is_told and name_line(text, in_dump=True) is None


@lru_cache(maxsize=1_024)
def is_stamp(text: str) -> bool:
    """Tell whether a line is a full date and a few words: where, in whose paper, by whose clock.

    «نشر في النهار الجديد يوم 12 - 03 - 2019», "Pegalajar (Jaén) - 03 may 2024".
    """
    if is_date_line(text):
        return True
    if len(text) > MAX_STAMP_LETTERS or text.endswith(FULL_STOPS) or SPEECH.search(text) or POSTED.search(text):
        return False
    days = find_dates(text)
    rest = len(LETTER.findall(text)) - sum(len(LETTER.findall(day.text)) for day in days)
    return bool(days) and rest <= MAX_STAMP_REST


def begins_dated(text: str) -> bool:
    """Tell whether a line is a day, and behind it what an edition has: «الثلاثاء 3 مارس 2015، العدد 1204»."""
    days = find_dates(text) if is_stamp(text) else ()
    if not days:
        return False
    end = text.find(days[0].text) + len(days[0].text)
    is_numbered = DIGIT.search(text, end) is not None or len(text[end:].split()) <= 1
    return is_numbered and is_date_line(text[:end])


def is_edition(text: str) -> bool:
    """Tell whether a line is the number of an edition before its day, perhaps behind the paper's name.

    «العدد 1204 الثلاثاء 3 مارس 2015», «المرسى - العدد: 836 - 2004 / 5 / 17».
    """
    edition = EDITION.search(text) if len(text) <= MAX_STAMP_LETTERS else None
    return edition is not None and not DIGIT.search(text[: edition.start()]) and is_stamp(text)


def is_published(text: str) -> bool:
    """Tell whether a day stands behind its label, as the story's does amid the page's own: «تاريخ النشر: 3 مارس»."""
    return PUBLISHED.match(text) is not None and is_date_line(text)


def is_dated(line: Line) -> bool:
    """Tell whether a line says when, and not who."""
    sign = part_sign(line.text)
    return is_stamp(line.text) or (sign is not None and sign.who is None)


def is_sign(line: Line) -> bool:
    """Tell whether a line says when the story was published, or who wrote it."""
    is_said = is_stamp(line.text) or bool(read_signed(line.text)) or part_sign(line.text) is not None
    is_from = line.text.endswith(":") and len(line.text) <= MAX_SIGNED_LETTERS and find_from(line.text) is not None
    return is_said or is_from or line.field in SIGNS
