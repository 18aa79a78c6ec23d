"""Text dumps: the lines of one or several articles, as a page printed them, back into articles.

The seed of 2026-11-23 prints an article's headline twice, its captions four times and its standfirst once, with a line
``TT`` between; every line is a paragraph, and blank lines prove nothing. Rule and traps: facts of that day, section 1.
"""

import enum
import re
from collections import Counter
from typing import NamedTuple

from warraq.clean.captions import is_captioned
from warraq.clean.credit_signs import AGENCY
from warraq.clean.credits import split_credit
from warraq.clean.phrases import UNSPACED
from warraq.text.characters import clean_line, fold_line
from warraq.text.dates import is_date_line

MARKERS = frozenset({"TT"})  # What aawsat's font-size button leaves in a dump.
HEAD_LINES = 14  # The headline stands again within so many lines.
MAX_HEAD_LETTERS = 300
MAX_HEADLINE_LETTERS = 220
SENTENCE_ENDS = (".", "۔", "。", "।", ":", "،", "؛")
CALLS = ("!", "؟", "?", "…", "..")  # Headlines ask, call and break off as well, but briefly.
MAX_CALL_LETTERS = 140
MIN_HEADLINE_WORDS = 4  # Fewer say what a section or a place is called.
MIN_SENTENCE_WORDS = 6
MAX_OVER_LINES = 4
MIN_TITLE_LETTERS = 12  # Of a headline that is known again in a longer line.
LETTERS_A_WORD = 2  # Of Chinese, Japanese and Korean.
QUOTES_AROUND = '»”“"’‘)]）」』'
ARTICLE_GAP = 2  # Blank lines, and more than the dump puts between paragraphs.
# Signs in a row, the same three times with blanks between, or an ornament.
RULE = re.compile(r"[-=_*~#+.•·—–ـ/<>♦◆]{5,}|([-=_*~#•·—–♦◆■●])(?: \1){2,}|[=*#~ـ◆♦]{3,4}|_{4}|[<>]{4}|[⁂§❖✦❦]")
PAUSE = "___"  # Parts the sections of one story, and what stands under it (AP, 2019 to 2026).
GLUED_MARKER = re.compile(rf"(?<=[)\]])\s+(?=(?:{'|'.join(MARKERS)})$)")  # Behind a caption, in its line.
MARKER_BESIDE = re.compile(
    rf"(?P<first>{'|'.join(MARKERS)})\s+(?P<behind>.+)|(?P<before>.+)\s+(?P<last>{'|'.join(MARKERS)})"
)
# "1.", "2)", "[3]", «الخبر 2:», "Article 4": people number what they keep.
NUMBERED = re.compile(
    r"[(\[#]?(?:(?:article|item|news|story|(?:ال)?(?:خبر|مقال|مقالة|موضوع)|خبر|статья|новость)\s+)?#?\d{1,3}[)\].:]*",
    re.IGNORECASE,
)
# How agencies end a story, in its last line: "(النهاية)" (KUNA, 2009), "// انتهى //" (SPA), "--(بترا)" (Petra, 2007).
END_MARK = re.compile(
    r"\s*(\((?:ال)?(?:نهاية|انتهى)\)|/{1,2}\s?انتهى\s?/{1,2}|-{1,2}\s?\((?:بترا|سانا|كونا|واس|وام|وفا)\))\.?$"
)
END_SIGNS = (")", "/", ").")
RULE_GAP = 10  # Blank lines that a rule counts for.
PICTURE = re.compile(r"!\[([^\[\]]{1,300})\]")  # What one shows, in Markdown.


class Field(enum.Enum):
    """What a line of a header says that it holds."""

    TITLE = enum.auto()
    SUMMARY = enum.auto()
    WRITER = enum.auto()
    DATE = enum.auto()
    BODY = enum.auto()
    OTHER = enum.auto()


class Line(NamedTuple):
    """One line of a dump that is not blank."""

    text: str
    key: str  # Folded for comparing.
    gap: int  # Blank lines before it; a rule of signs parts more than any of them.
    asides: tuple[str, ...] = ()  # What stands beside it and is no line: signs in a row, as people part articles.
    field: Field | None = None  # What a header's label says of it.
    is_picture: bool = False  # It says what a picture shows to those who do not see it.


def read_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a dump in their stored form, with the blank lines between them counted.

    Those above a pause and below it are not added up: it parts a story's sections.
    """
    texts = [clean_line(raw) for raw in text.splitlines()]
    known = Counter(texts)
    lines: list[Line] = []
    gap = above = 0
    rules: tuple[str, ...] = ()
    for line in texts:
        if line is None:
            gap += 1
        elif line == PAUSE:
            gap, above, rules = 0, max(above, gap), (*rules, line)
        elif RULE.fullmatch(line):
            gap, rules = gap + RULE_GAP, (*rules, line)
        elif shown := PICTURE.fullmatch(line):
            lines.append(Line(shown[1], fold_line(shown[1]) or shown[1], max(gap, above), rules, is_picture=True))
            gap, above, rules = 0, 0, ()
        else:
            for part in part_marker(line, known):
                text, *marks = END_MARK.split(part, maxsplit=1) if part.endswith(END_SIGNS) else (part,)
                text, marks = (text, marks) if text and marks else (part, [])
                lines.append(Line(text, fold_line(text) or text, max(gap, above), (*rules, *filter(None, marks))))
                gap, above, rules = 0, 0, ()
    if rules and lines:
        lines[-1] = lines[-1]._replace(asides=(*lines[-1].asides, *rules))
    return tuple(lines)


def part_marker(line: str, known: Counter[str | None]) -> list[str]:
    """Return a line, and apart from it the marker at its end: behind a caption, a date, or a line that is known."""
    beside = MARKER_BESIDE.fullmatch(line)
    if beside and (known[rest := beside["behind"] or beside["before"]] or is_date_line(rest)):
        return [part for part in beside.groups() if part]
    return GLUED_MARKER.split(line)


def find_wide_gap(lines: tuple[Line, ...]) -> int:
    """Return how many blank lines part two articles: more than the dump puts between paragraphs."""
    usual = Counter(line.gap for line in lines[1:]).most_common(1)
    return max(ARTICLE_GAP, usual[0][0] + 1 if usual else 0)


def is_head_line(line: Line) -> bool:
    """Tell whether a line is short and no sentence; "2:20 p.m.", "1." and what a picture shows are none either."""
    if line.is_picture:
        return True
    text = line.text.rstrip(QUOTES_AROUND)
    if text.endswith(CALLS):
        return len(text) <= MAX_CALL_LETTERS
    if len(text) > MAX_HEADLINE_LETTERS:
        return False
    return not text.endswith(SENTENCE_ENDS) or is_date_line(line.text) or is_numbered(line.text)


def is_numbered(text: str) -> bool:
    """Tell whether a line is the number of what stands below it, and nothing else."""
    return NUMBERED.fullmatch(text) is not None


def is_sentence(line: Line) -> bool:
    """Tell whether a line is prose: it ends as a sentence does, and is longer than a button."""
    return not is_head_line(line) and count_words(line.text) >= MIN_SENTENCE_WORDS


def count_words(text: str) -> int:
    """Return how many words a line has, or would have if its script parted them."""
    return len(UNSPACED.sub(" ", text).split()) + len(UNSPACED.findall(text)) // LETTERS_A_WORD


def stands_over(lines: tuple[Line, ...], at: int) -> bool:
    """Tell whether a line stands under a picture over the headline: an agency behind it, a headline's words below.

    Without brackets it may be the page's title: then a date below the headline, or the line again, must prove it.
    """
    line, below = lines[at], lines[at + 1 : at + 1 + MAX_OVER_LINES]
    if not names_agency(line.text) or split_credit(line.text)[0] is None:
        return False
    titles = [
        one
        for one in below[:2]
        if is_head_line(one) and count_words(one.text) >= MIN_HEADLINE_WORDS and not names_agency(one.text)
    ]
    is_repeated = any(one.key in line.key for one in titles)
    is_proved = is_captioned(line.text) or any(is_date_line(one.text) or one.key == line.key for one in below)
    return bool(titles) and is_proved and not is_repeated


def names_agency(text: str) -> bool:
    """Tell whether a line's credit is an agency's."""
    credit = split_credit(text)[1]
    return credit is not None and AGENCY.search(credit) is not None
