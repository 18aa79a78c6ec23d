"""Read what an archive or a folder holds, whatever its format, as pages; and clean them without a database."""

import traceback
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from warraq.archive.dumps import read_dump, read_html_file
from warraq.archive.reader import read_warc
from warraq.clean import CLEANER_VERSION, Template, clean_page, localise
from warraq.errors import RejectedError
from warraq.model import ArchiveDamage, ArchivedPage, Article, Cleaned, Page, Reason, Rejection, Source
from warraq.settings import Settings
from warraq.text.characters import count_words
from warraq.urls import canonicalise_url
from warraq.workers import BoundedPool

DUMPS = frozenset({".txt"})
PAGES = frozenset({".htm", ".html"})
WARCS = frozenset({".warc", ".wet"})
PAGE_STATUSES = frozenset({None, 200, 203})  # None: no HTTP response.
# The offset at the end of an ISO 8601 time: 2026-11-23T01:30:00+03:00.

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanInput:
    """A file to clean, by the name the user gave it."""

    path: Path
    name: str
    url: str | None = None


def find_format(path: Path) -> str:
    """Return the file's suffix, its ``.gz`` aside. Raises ``RejectedError`` for one that is no file or none of ours."""
    if path.exists() and not path.is_file():  # A pipe would be waited for.
        raise RejectedError(Reason.UNREADABLE, f"{path}: is no file")
    suffix = Path(path.name.lower().removesuffix(".gz")).suffix
    if suffix not in DUMPS | PAGES | WARCS:
        known = " ".join(sorted(DUMPS | PAGES | WARCS))
        raise RejectedError(Reason.UNREADABLE, f"{path}: not a format warraq reads: {known}, each also with .gz")
    return suffix


def read_pages(path: Path, url: str | None, now: datetime) -> Iterator[Page | Rejection]:
    """Yield the file's pages; of what cannot be read, the reason, and of a damaged archive what is whole.

    ``now`` stands in for the time of fetching, which a dump or a saved page does not tell.
    """
    try:
        suffix = find_format(path)
        if suffix in WARCS:
            yield from map(take_page, read_warc(path, folder=None))
            return
        page = read_dump(path, fetched_at=now) if suffix in DUMPS else read_html_file(path, url=url, fetched_at=now)
        yield page if page.url else replace(page, url=url)
    except RejectedError as error:
        yield error.rejection
    except OSError as error:
        yield Rejection(reason=Reason.UNREADABLE, detail=f"{path}: cannot be read ({error.strerror or error})")


def take_page(found: ArchivedPage | ArchiveDamage) -> Page | Rejection:
    """Return the page; the reason where the archive is broken there, or the server sent no page."""
    if isinstance(found, ArchiveDamage):
        return describe(found)
    if found.status not in PAGE_STATUSES:
        place = f"{found.location.warc_file}, byte {found.location.warc_offset}"
        return Rejection(reason=Reason.HTTP_STATUS, detail=f"{place}: HTTP status {found.status}: {found.page.url}")
    return found.page


def describe(damage: ArchiveDamage) -> Rejection:
    """Return the damage as a rejection that says where the archive broke."""
    detail = f"{damage.warc_file}: broken at byte {damage.warc_offset}: {damage.detail}"
    return Rejection(reason=Reason.UNREADABLE, detail=detail)


def clean_inputs(inputs: Iterable[CleanInput], settings: Settings, unread: list[str]) -> Iterator[Row]:
    """Yield one JSON-ready row an article, or one for a page that holds none, in the order of the inputs.

    What could not be read, and what crashed the cleaner, is added to ``unread`` as well, in a sentence each.
    """
    now = datetime.now(UTC)
    read: deque[tuple[CleanInput, Page | Rejection]] = deque()

    def list_pages() -> Iterator[Page | Rejection]:
        for item in inputs:
            for page in read_pages(item.path, item.url, now):
                read.append((item, page))
                yield page

    with BoundedPool(settings.clean_workers, settings.clean_seconds, settings.clean_megabytes) as pool:
        for cleaned in pool.map(clean_found, list_pages()):
            item, page = read.popleft()
            if isinstance(page, Rejection) and page.reason is not Reason.HTTP_STATUS:
                unread.append(page.detail)
            elif isinstance(cleaned, Rejection) and cleaned.reason is Reason.CRASHED:
                unread.append(f"{item.name}: crashed the cleaner, please report: {cleaned.detail}")
            yield from make_rows(item, page, cleaned)


def clean_found(page: Page | Rejection) -> Cleaned | Rejection:
    """Clean one page; runs in a worker process."""
    return page if isinstance(page, Rejection) else clean_safely(page)


def clean_safely(page: Page, source: Source | None = None, template: Template | None = None) -> Cleaned | Rejection:
    """Clean one page; one that crashes the cleaner must not take the others with it."""
    try:
        return clean_page(page, source=source, template=template)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 -- Whatever it is, it is named: a bug of ours must not pass in silence.
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(frame.filename).name}:{frame.lineno}"
        return Rejection(reason=Reason.CRASHED, detail=f"{type(error).__name__} at {place}: {error}")


def make_rows(item: CleanInput, page: Page | Rejection, cleaned: Cleaned | Rejection) -> Iterator[Row]:
    """Yield the page's rows, as DESIGN's contract of the shell writes them."""
    url = item.url if isinstance(page, Rejection) else page.url
    rejection = cleaned if isinstance(cleaned, Rejection) else cleaned.rejection
    if rejection is not None:
        said = {"reason": str(rejection.reason), "detail": rejection.detail}
        yield {"input": item.name, "url": url, "rejected": said}
    elif isinstance(cleaned, Cleaned):
        for article in cleaned.articles:
            yield {"input": item.name, **make_article_row(article, cleaned, url)}


def make_article_row(article: Article, cleaned: Cleaned, page_url: str | None) -> Row:
    """Return the article's fields; text dropped outside every article goes with the first."""
    own = article.position == 1
    url = page_url if own else article.url
    return {
        "url": url,
        "canonical_url": (cleaned.canonical_url if own else None) or find_canonical(url),
        "source": None,
        "position": article.position,
        "headline": article.headline,
        "standfirst": article.standfirst,
        "byline": list(article.byline),
        "dateline": article.dateline,
        "published_at": format_time(localise(article)),
        "modified_at": format_time(article.modified_at),
        "language": article.language,
        "section": article.section,
        "tags": list(article.tags),
        "images": [{"url": image.url, "caption": image.caption, "credit": image.credit} for image in article.images],
        "body": article.body,
        "word_count": count_words(article.body),
        "dropped": [
            {"text": block.text, "reason": str(block.reason)}
            for block in cleaned.dropped
            if (block.position or 1) == article.position
        ],
        "cleaner_version": CLEANER_VERSION,
    }


def find_canonical(url: str | None) -> str | None:
    """Return the address in canonical form; None where there is none, or it is none of the web's."""
    try:
        return canonicalise_url(url) if url else None
    except RejectedError:
        return None


def format_time(at: datetime | None) -> str | None:
    """Return the time in ISO 8601 with its zone; None stays None."""
    return at.isoformat() if at else None
