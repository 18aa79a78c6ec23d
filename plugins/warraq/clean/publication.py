"""When an article was published: every candidate with where it stood, and the one that is believed."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone

from warraq.clean.declared import EMPTY, Declared
from warraq.clean.layout import Layout, is_embedded
from warraq.clean.tree import Tree
from warraq.clean.words import Sign
from warraq.model import Article, DateCandidate
from warraq.text.dates import is_date_line, parse_date
from warraq.text.instants import MAX_OFFSET

FIRST_YEAR = 1990  # Older dates in markup are clocks that were never set.
DAY_AND_MONTH = re.compile(r"\b(\d{1,2})/(\d{1,2})/(?=\d{4}\b)")
AHEAD = timedelta(hours=26)  # As far as a wrong zone may put a date of now into the future.
END_OF_TIME = datetime(9999, 12, 30, tzinfo=UTC) - AHEAD
YEAR = r"/(?P<year>(?:19|20)\d\d)"
MONTH, DAY = r"(?P<month>1[0-2]|0?[1-9])", r"(?P<day>3[01]|[12]\d|0?[1-9])"
# In folders, behind a folder of a section or not; "/2026/11/10-things" has no day.
URL_DATES = (
    re.compile(rf"{YEAR}(?:/[a-z_]{{2,20}})?/{MONTH}/{DAY}(?=[/_.]|$)"),
    re.compile(rf"{YEAR}-{MONTH}-{DAY}(?=[/_.-]|$)"),
    re.compile(rf"{YEAR}(?:[/-]|/[a-z_]{{2,20}}/)?(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?=[/_.-]|$)"),
)
# A printed date that speaks of the last change says less of the publication than the day in the address.
UPDATED = re.compile(
    r"آخر تحديث|تم التحديث|بروزرسانی|updated|aktualisiert|mis à jour|actualizad|aggiornat|atualizad|bijgewerkt|güncell"
    r"|обновл|更新|업데이트|עודכן",
    re.IGNORECASE,
)
PUBLISHED_ITEMS = frozenset({"datePublished", "datepublished", "dateCreated", "pubdate"})
MODIFIED_ITEMS = frozenset({"dateModified", "datemodified"})
NEAR_BLOCKS = 12  # Time elements and visible dates count so many blocks around the headline.
BLOCKS_BEFORE = 6
BLOCKS_AFTER = 8
BLOCKS_UNDER = 3
OFFSET = re.compile(r"\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s*(?P<sign>[+-])(?P<hours>0\d|1[0-4]):?(?P<minutes>\d\d)\s*$")
DIGIT = re.compile(r"\d")
# A first paragraph that begins with its date: «(21. November 2022) …», «27.1.2022 - …».
OPENING = re.compile(r"(?:\((?P<bracketed>[^()]{6,30})\)|(?P<bare>\d{1,2}[.\s/][^-–—:]{2,20}\d{4}))\s*[-–—:]?\s")
MAX_DATE_LETTERS = 120
ONE_DAY = timedelta(days=1)
LAST_HOUR_WEST, FIRST_HOUR_EAST = 11, 10  # Of UTC: zones reach from 11 hours behind it to 14 hours ahead.
MAX_OFFERS = 20


def gather_dates(
    declared: Declared, layout: Layout, span: tuple[int, int, int], url: str | None, *, time_zone: str, now: datetime
) -> tuple[DateCandidate, ...]:
    """Return the candidates in order of trust; ``span`` are the headline's block, the body's first, and its end.

    A date in the future is no date.
    """
    tree = layout.tree
    offers = list(declared.published)
    offers.extend(("microdata", one.value) for one in tree.stamps if one.value and one.name in PUBLISHED_ITEMS)
    found = [*read_all(offers, time_zone, now)]
    if not found:
        found = [*read_all(list_times(layout, span), time_zone, now)] or [
            *read_all(list_visible(layout, span), time_zone, now)
        ]
    if not found and declared is not EMPTY:  # What stands elsewhere on the page is of its own story.
        found = [*read_lone(tree, time_zone, now)]
    day = find_addressed_day(url or "")
    if day:
        addressed = read_all([("url", day)], time_zone, now)
        is_late = found and found[0].found_in == "visible_text" and UPDATED.search(found[0].text)
        found = [*addressed, *found] if is_late else [*found, *addressed]
    return tuple(found)


def find_addressed_day(url: str) -> str | None:
    """Return the day that an address names, as in "2026-11-20"; None where it names none."""
    match = next(filter(None, (pattern.search(url) for pattern in URL_DATES)), None)
    return f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}" if match else None


def read_all(offers: Iterable[tuple[str, str]], time_zone: str, now: datetime) -> Iterator[DateCandidate]:
    """Yield the texts that name a day on which the page can have been published, with where they stood."""
    latest = find_latest(now)
    for where, text in offers:
        at = parse_date(text, time_zone=time_zone)
        if at and at > latest:  # 03/12/2026 is 12 March where 3 December is to come.
            at = parse_date(DAY_AND_MONTH.sub(r"\2/\1/", text, count=1), time_zone=time_zone)
        if at and at.year >= FIRST_YEAR and at <= latest:
            yield DateCandidate(at=at, found_in=where, text=text)


def find_latest(now: datetime) -> datetime:
    """Return the last moment that is not in the future, however late an archive says it is."""
    return min(now, END_OF_TIME) + AHEAD


def read_lone(tree: Tree, time_zone: str, now: datetime) -> tuple[DateCandidate, ...]:
    """Return the day that the page's time elements or the lines classed as dates agree on; empty where they do not."""
    times = [("time_element", one.value) for one in tree.stamps if one.value and one.name == "time"]
    signed = [("visible_text", one.text) for one in tree.blocks if tree.signs[one.element] & Sign.DATE]
    for offers in (times, [offer for offer in signed if len(offer[1]) <= MAX_DATE_LETTERS and DIGIT.search(offer[1])]):
        dates = [*read_all(offers[:MAX_OFFERS], time_zone, now)]
        if dates and len({one.at.date() for one in dates}) == 1:
            return (dates[0],)
    return ()


def list_times(layout: Layout, span: tuple[int, int, int]) -> Iterator[tuple[str, str]]:
    """Yield the values of time elements around the headline; those of comments are of their readers."""
    headline, first, _ = span
    for stamp in layout.tree.stamps:
        is_near = headline - NEAR_BLOCKS <= stamp.block <= first + NEAR_BLOCKS
        if stamp.value and stamp.name == "time" and is_near and not is_elsewhere(layout, stamp.element):
            yield "time_element", stamp.value


def is_elsewhere(layout: Layout, element: int) -> bool:
    """Tell whether an element is of a reader's comment or of a post that the page shows."""
    return bool(layout.signs[element] & Sign.COMMENTS) or is_embedded(layout.tree, element)


def list_visible(layout: Layout, span: tuple[int, int, int]) -> Iterator[tuple[str, str]]:
    """Yield the dates printed around the headline: short lines after it that name one, before it that are one.

    Then those with which a writer signs under the body.
    """
    tree = layout.tree
    headline, first, end = span
    for at in range(max(0, headline - BLOCKS_BEFORE), min(len(tree.blocks), max(first, headline) + BLOCKS_AFTER)):
        text = tree.blocks[at].text
        opening = OPENING.match(text) if at >= first else None
        if opening:
            yield "visible_text", opening["bracketed"] or opening["bare"]
        if len(text) > MAX_DATE_LETTERS or not DIGIT.search(text) or is_elsewhere(layout, tree.blocks[at].element):
            continue
        is_under = headline < at <= headline + BLOCKS_AFTER
        if is_under or is_date_line(text) or tree.signs[tree.blocks[at].element] & (Sign.DATE | Sign.BYLINE):
            yield "visible_text", text
    for block in tree.blocks[end : end + BLOCKS_UNDER]:
        if tree.signs[block.element] & Sign.BYLINE and len(block.text) <= MAX_DATE_LETTERS:
            yield "visible_text", block.text


def read_modified(declared: Declared, tree: Tree, *, time_zone: str, now: datetime) -> datetime | None:
    """Return when the article was last changed, as the page declares it; None where it does not."""
    texts = [text for _, text in declared.modified]
    texts.extend(stamp.value for stamp in tree.stamps if stamp.value and stamp.name in MODIFIED_ITEMS)
    for text in texts:
        at = parse_date(text, time_zone=time_zone)
        if at and at.year >= FIRST_YEAR and at <= find_latest(now):
            return at
    return None


def localise(article: Article) -> datetime | None:
    """Return when the article was published, on its publisher's clock: near midnight the day depends on it.

    That is the offset the page printed; where it printed none, the zone that its date was read in. Where that is UTC
    and the address has the day before or after, it is the nearest zone in which the instant falls on that day.
    """
    at = localise_printed(article)
    day = next((date.fromisoformat(one.text) for one in article.date_candidates if one.found_in == "url"), None)
    if at is None or day is None or at.utcoffset():
        return at
    if day == at.date() - ONE_DAY and at.hour < LAST_HOUR_WEST:
        return at.astimezone(timezone(timedelta(hours=-at.hour - 1)))
    if day == at.date() + ONE_DAY and at.hour >= FIRST_HOUR_EAST:
        return at.astimezone(timezone(timedelta(hours=24 - at.hour)))
    return at


def localise_printed(article: Article) -> datetime | None:
    """Return when the article was published, by the offset that was printed with it or that its date was read in."""
    at = article.published_at
    texts = [one.text for one in article.date_candidates if one.at == at]
    if at is None or not texts:
        return at
    printed = next(filter(None, map(OFFSET.search, texts)), None)
    if printed:
        offset = timedelta(hours=int(printed["hours"]), minutes=int(printed["minutes"]))
        return at.astimezone(timezone(-offset if printed["sign"] == "-" else offset))
    as_utc = parse_date(texts[0], time_zone="UTC")
    offset = as_utc - at if as_utc else timedelta()
    return at.astimezone(timezone(offset)) if abs(offset) <= MAX_OFFSET else at
