"""The dates that a page prints around its headline and under its story."""

import re
from collections.abc import Iterator

from warraq.clean.captions import is_captioned
from warraq.clean.credit_signs import AGENCY
from warraq.clean.layout import Layout, find_top, is_elsewhere
from warraq.clean.opening_days import read_opening_day
from warraq.clean.prose import is_statement
from warraq.clean.tree import MODIFIED_TIME, Block, Stamp, Tree
from warraq.clean.words import Sign
from warraq.text.date_tokens import tokenise
from warraq.text.dates import find_dates, is_date_line, parse_date

TIME_BEHIND = re.compile(
    r"(?:[\s,،|–-]{0,3}(?:à|at|um|kl\.?|klo|ore|h)?\s?\d{1,2}[:.hu時时]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?|\s?[صم]\b)?)?"
)
# What stands before a day in its own line: the time, or the site's address ("news.example 2010-04-27 19:32").
CLOCK_BEFORE = re.compile(r"^(?:\d{1,2}[:.]\d\d(?::\d\d)?[\s,|·–-]+|(?:[A-Za-z][\w-]*\.){1,3}[a-z]{2,4}\s+)")
# "Sept. 12, 1920 — Feb. 27, 2009": a life, or how long something lasted.
LIFE = re.compile(
    r"\W*(?:\w{1,10}\W{1,3}){0,3}(?P<from>(?:1\d|20)\d\d)\s?[-–—]\s?(?:\w{1,10}\W{1,3}){0,3}(?P<to>(?:19|20)\d\d)\W*"
)
CLOCK = re.compile(r"\d[:.hu]\d\d|[ap]\.m\.$")
MIN_SENTENCE_WORDS = 5
OF_PICTURES = Sign.CAPTION | Sign.CREDIT
TIMES = frozenset({"time", MODIFIED_TIME})
NEAR_BLOCKS = 12  # Time elements and visible dates count so many blocks around the headline.
BLOCKS_BEFORE = 6
BLOCKS_AFTER = 8
BLOCKS_UNDER = 3
SHORT_DAY = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d\d(?:,?\s\d{1,2}:\d\d)?")
YEAR_FIRST = frozenset({"ja", "ko", "zh"})
SHORT_YEAR_FIRST = re.compile(r"(?<![\d./:-])(\d\d)[./-](\d\d)[./-](\d\d)(?![\d./-])")
RULES = " |,;·•–—-("
DIGIT = re.compile(r"\d")
# A first paragraph that begins with its date: «(21. November 2022) …», «27.1.2022 - …».
OPENING = re.compile(r"(?:\((?P<bracketed>[^()]{6,30})\)|(?P<bare>\d{1,2}[.\s/][^-–—:]{2,20}\d{4}))\s*[-–—:]?\s")
ORNAMENTS = "»›▶●・|■◆→> "  # Before a date.
PARTED = re.compile(r"\s[|•·–-]\s")
ISSUE = re.compile(r"[\s,،|–-]+(?:ال)?عدد\s?:?\s?\d{1,6}$")  # «… 18 ديسمبر 2003 العدد 9152».
MAX_DATE_LETTERS = 120
MAX_CLOCK_LETTERS = 20
MAX_LABELLED = 60
MAX_LABEL_LETTERS = 24
MAX_BEHIND_DAY = 30  # Letters of a line over the headline that begins with the day: the section's name.
# A printed date that speaks of the last change says less of the publication than the day in the address.
UPDATED = re.compile(
    r"(?:آخر|اخر|أخر) (?:تحديث|تعديل)|تم (?:ال)?(?:تحديث|تعديل)|تاريخ التحديث|"
    r"بروزرسانی|updated|aktualisiert|mise? à jour|actualiza[cdç]|aggiorna[mt]|atualiza[dç]|bijgewerkt|güncell"
    r"|aktualiz|ažurira|atjaunot|atnaujint|breytt|edytowan|endret|frissít|geändert|gewijzigd|izmenj|izmjen|labots"
    r"|módosít|muokattu|muudetud|opda[dt]er|oppdater|papildināt|përditës|posodoblj|päivitet|redaguot|upraven"
    r"|uppdatera|uppfær|urejan|uuendat|zmieni[ao]n|změn[aěi]|ändrad|ενημερώθ|τελευταία ενημέρωση|τροποποί"
    r"|ажурира|измен[аеи]|обновен|обновл|оновлен|промен[аеи]|промяна|更新|업데이트|עודכן",
    re.IGNORECASE,
)
PUBLISHED = re.compile(
    r"publi|veröff|erschienen|posted|\bbirt(?:ist)?\b|avaldat|julkaist|megjelen|objav(?:il|lj)|paskelbt|zveřejn|објав"
    r"|опублик|نشر|منتشر|入力|입력|公開|发布|發布|發佈|发表时间",
    re.IGNORECASE,
)

MAX_TOLD = 200  # Letters of a line, that are asked whether it is of the last change: many times may stand in one.


def list_times(layout: Layout, span: tuple[int, int, int]) -> Iterator[tuple[str, str]]:
    """Yield the values of time elements around the headline, those of the last change last, those above it too."""
    headline, first, _ = span
    blocks = layout.tree.blocks
    near = range(find_top(layout, headline, NEAR_BLOCKS), first + NEAR_BLOCKS + 1)

    def rank(stamp: Stamp) -> tuple[bool, bool]:
        is_late = stamp.block < len(blocks) and is_update(blocks[stamp.block].text[:MAX_TOLD])
        return stamp.name == MODIFIED_TIME or is_late, stamp.block < headline

    for stamp in sorted((one for one in layout.tree.stamps if one.name in TIMES), key=rank):
        if stamp.value and stamp.block in near and not is_elsewhere(layout, stamp.element, headline):
            yield "time_element", stamp.value


def list_visible(layout: Layout, span: tuple[int, int, int]) -> list[tuple[str, str]]:
    """Return the dates printed around the headline: short lines after it that name one, before it that are one.

    Then those with which a writer signs under the body. Those of the last change come last.
    """
    first = layout.tree.blocks[span[1] : span[1] + 2]  # Perhaps below the headline.
    opening = [("visible_text", day) for one in first if (day := read_opening_day(one.text))]
    return sorted([*iterate_visible(layout, span), *opening], key=lambda offer: is_update(offer[1]))


def list_labelled(layout: Layout, headline: int) -> list[tuple[str, str]]:
    """Return the one line of the page that is the day of publication by its own words; empty without or with several.

    It may stand in a column beside the story, or in the masthead, where the number of the issue stands beside it.
    """
    short = (one for one in layout.tree.blocks if len(one.text) <= MAX_LABELLED and DIGIT.search(one.text))
    lines = [one for one in short if is_issue_line(one.text) or (is_date_line(one.text) and tells_published(one.text))]
    own = {one.text for one in lines if not is_elsewhere(layout, one.element, headline)}
    return [("visible_text", text) for text in own] if len(own) == 1 else []


def is_issue_line(text: str) -> bool:
    """Tell whether a line is a day and the number of a paper's issue."""
    issue = ISSUE.search(text)
    return issue is not None and is_date_line(text[: issue.start()])


def tells_published(text: str) -> bool:
    """Tell whether a line says that its day is of publication: "Published …", or begins with a label: «تاريخ …»."""
    return PUBLISHED.search(text) is not None or tokenise(text)[0].kind == "l"


def iterate_visible(layout: Layout, span: tuple[int, int, int]) -> Iterator[tuple[str, str]]:
    """Yield the lines that name a date: below the headline, above it, then under the body."""
    tree = layout.tree
    headline, first, end = span
    over = range(headline - BLOCKS_UNDER, headline)
    below = range(headline, min(len(tree.blocks), max(first, headline) + BLOCKS_AFTER))
    for at in (*below, *range(find_top(layout, headline, BLOCKS_BEFORE), headline)):
        text = widen_year(pick_day(cut_update(add_clock(tree, at).lstrip(ORNAMENTS))), tree.language)
        opening = OPENING.match(text) if at >= first else None
        if opening and not is_date_line(text):
            yield "visible_text", opening["bracketed"] or opening["bare"]
        if len(text) > MAX_DATE_LETTERS or not DIGIT.search(text) or is_life(text):
            continue
        signs = layout.signs[tree.blocks[at].element] | tree.signs[tree.blocks[at].element]
        if signs & OF_PICTURES or (AGENCY.search(text) and is_captioned(text) and not leads_with_day(text)):
            continue  # A caption tells of its own day.
        if is_elsewhere(layout, tree.blocks[at].element, headline) or (at > first and is_linked(tree.blocks[at])):
            continue
        is_under = headline < at <= headline + BLOCKS_AFTER and not (at >= first and is_told(tree.blocks[at]))
        if tree.signs[tree.blocks[at].element] & (Sign.DATE | Sign.BYLINE):
            yield "visible_text", text if parse_date(text) else find_lone_day(text)
        elif is_under or leads_with_day(text) or (at in over and ends_with_day(tree.blocks[at], text)):
            yield "visible_text", text if parse_date(text) else find_parted_day(text)
    for at in range(max(first + 1, end - BLOCKS_UNDER), min(end + BLOCKS_UNDER, len(tree.blocks))):
        block = tree.blocks[at]
        is_signed = at >= end and tree.signs[block.element] & Sign.BYLINE
        if len(block.text) <= MAX_DATE_LETTERS and (is_signed or is_labelled(block.text)):
            yield "visible_text", block.text


def pick_day(text: str) -> str:
    """Return the one part between rules that is a day, of a line of which no date is read; else the line."""
    if "|" not in text or parse_date(text):
        return text
    days = [part for part in map(str.strip, text.split("|")) if SHORT_DAY.fullmatch(part) or is_date_line(part)]
    return days[0] if len(days) == 1 else text


def widen_year(text: str, language: str | None) -> str:
    """Return a line with its short day's year in full, where that comes first: "22.11.17" is "2022.11.17" in Korean."""
    is_eastern = language is not None and language[:2].lower() in YEAR_FIRST
    return SHORT_YEAR_FIRST.sub(r"20\1.\2.\3", text, count=1) if is_eastern else text


def is_labelled(text: str) -> bool:
    """Tell whether a line begins with a label of publication and a colon: «发布日期：2019-06-10», "Published: …"."""
    label, colon, day = text.replace("：", ":", 1).partition(":")
    is_label = bool(colon) and len(label) <= MAX_LABEL_LETTERS and PUBLISHED.search(label) is not None
    return is_label and leads_with_day(day.strip())


def add_clock(tree: Tree, at: int) -> str:
    """Return a block's text, where it is a day alone with the time of day that the element behind it holds."""
    day, *others = tree.blocks[at : at + 2]
    clock = others[0] if others and len(others[0].text) <= MAX_CLOCK_LETTERS else None
    time = TIME_BEHIND.match(f" {clock.text}") if clock and CLOCK.search(clock.text) else None
    if clock is None or time is None or not time[0].strip() or CLOCK.search(day.text) or not is_date_line(day.text):
        return day.text
    is_beside = tree.parents[day.element] in {clock.element, tree.parents[clock.element]}
    return f"{day.text}{time[0]}" if is_beside else day.text


def cut_update(text: str) -> str:
    """Return a line without the last change behind its day and time: "4.5.2024 8:26 | Updated 12:50"."""
    changed = UPDATED.search(text) if len(text) <= MAX_DATE_LETTERS and DIGIT.search(text) else None
    before = text[: changed.start()] if changed and CLOCK.search(text, changed.end()) else ""
    return before.rstrip(RULES) if CLOCK.search(before) and find_dates(before) else text


def find_lone_day(text: str) -> str:
    """Return the one day in a line that says more, with its time; the line itself where there is no one."""
    days = find_dates(text)
    start = text.find(days[0].text) if len(days) == 1 else 0
    rest = TIME_BEHIND.match(text, start + len(days[0].text)) if len(days) == 1 else None
    return text[start : rest.end()] if rest else text


def find_parted_day(text: str) -> str:
    """Return the first part of a line of several, parted by rules, that is a day; the line itself without one."""
    return next(filter(is_date_line, PARTED.split(text)), text)


def leads_with_day(text: str) -> bool:
    """Tell whether a line is a date, or begins with one and says little behind it: the section's name, the source."""
    if is_date_line(text):
        return True
    day = find_lone_day(text)
    timed = CLOCK_BEFORE.sub("", text)
    return day != text and timed.startswith(day) and len(timed) - len(day) <= MAX_BEHIND_DAY


def ends_with_day(block: Block, text: str) -> bool:
    """Tell whether a line, no link, ends in its one day, behind a few words: the section's name, the place."""
    day = find_lone_day(text)
    return not is_linked(block) and day != text and text.endswith(day) and len(text) - len(day) <= MAX_BEHIND_DAY


def is_linked(block: Block) -> bool:
    """Tell whether a line is a link, whole: amid the story it is of another one."""
    return block.linked >= len(block.text)


def is_told(block: Block) -> bool:
    """Tell whether a paragraph is a sentence that tells of a day; one with a time of day may be the page's own line."""
    text = block.text
    is_sentence = text[-1] in "!?؟" and len(text.split()) >= MIN_SENTENCE_WORDS
    is_sentence = block.tag == "p" and (is_sentence or is_statement(text, MIN_SENTENCE_WORDS))
    return is_sentence and CLOCK.search(text) is None


def is_life(text: str) -> bool:
    """Tell whether a line is two days, years apart: when someone was born and died."""
    found = LIFE.fullmatch(text)
    return found is not None and int(found["to"]) - int(found["from"]) > 1


def is_update(text: str) -> bool:
    """Tell whether a line says when the story was last changed, and not when it was published."""
    return UPDATED.search(text) is not None and PUBLISHED.search(text) is None
