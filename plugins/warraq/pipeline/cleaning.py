"""Clean what was fetched: raw pages in, staged records and rejections out, in worker processes that may be killed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from warraq import store
from warraq.clean import NOTHING_LEARNED, Template, select_recurring
from warraq.errors import RejectedError, TransientError, UsageError
from warraq.model import Cleaned, FetchedPage, Lane, Page, Reason, Rejection, Source, StagedPage
from warraq.pipeline.chunks import measure_page, split_chunks
from warraq.pipeline.edge import Edge
from warraq.pipeline.raw import read_kept
from warraq.pipeline.reading import clean_safely
from warraq.pipeline.records import Origin, make_records

NAMED = 5  # Pages named in an error.
CHUNK_PAGES = 500  # Pages staged in one transaction at most.


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanedPages:
    """How many pages were cleaned, and which of them crashed the cleaner."""

    pages: int
    crashed: tuple[str, ...]  # Addresses with what happened.


def clean_lane(edge: Edge, *, run_id: str, lane: Lane) -> int:
    """Clean what the lane's sources have fetched, and finish the lane; return how many pages.

    Raises ``UsageError`` for pages that crashed the cleaner and files that could not be read, once the rest is staged:
    the lane fails loudly, and its good pages are published all the same.
    """
    cleaned = clean_fetched(edge, run_id=run_id, source_ids=lane["source_ids"])
    fail_on_crashes(cleaned.crashed)
    if lane.get("unread"):
        raise UsageError("; ".join(lane["unread"]))
    store.finish_lane(edge.connection, run_id=run_id, lane=lane["lane"], now=edge.clock())
    return cleaned.pages


def fail_on_crashes(crashed: Sequence[str]) -> None:
    """Raise ``UsageError`` where a page crashed the cleaner: a bug of ours, that must not pass in silence."""
    if crashed:
        message = (
            f"{len(crashed)} pages crashed the cleaner and are set aside; please report: {'; '.join(crashed[:NAMED])}"
        )
        raise UsageError(message)


def clean_fetched(edge: Edge, *, run_id: str, source_ids: Sequence[str]) -> CleanedPages:
    """Clean every page that is fetched and not done, of this or an earlier run.

    Done again for the same run it replaces what it staged before.
    """
    fetched = store.list_fetched(edge.connection, source_ids=source_ids)
    templates = read_templates(edge, source_ids)
    crashed: list[str] = []
    readable = ((row, read_raw(edge, row)) for row in fetched)
    for chunk in split_chunks(readable, measure=lambda item: measure_page(item[1]), max_items=CHUNK_PAGES):
        staged = tuple(clean_chunk(edge, chunk, templates))
        store.stage_pages(edge.connection, run_id=run_id, pages=staged)
        crashed += [
            f"{page.fetched.url} ({page.rejection.detail})"
            for page in staged
            if page.rejection is not None and page.rejection.reason is Reason.CRASHED
        ]
    return CleanedPages(pages=len(fetched), crashed=tuple(crashed))


def read_templates(edge: Edge, source_ids: Sequence[str]) -> dict[str, Template]:
    """Return what the sources' pages have taught so far; a run is cleaned by one template from its first page on."""
    learned = store.read_recurrences(edge.connection, source_ids=source_ids)
    return {source_id: select_recurring(one.pages, one.page_count) for source_id, one in learned.items()}


def clean_chunk(
    edge: Edge, readable: Sequence[tuple[FetchedPage, Page | Rejection]], templates: Mapping[str, Template]
) -> Iterator[StagedPage]:
    """Yield each page with its records, or with the reason why there are none."""
    pages = [
        (page, edge.sources.get(row.source_id), templates.get(row.source_id, NOTHING_LEARNED))
        for row, page in readable
        if isinstance(page, Page)
    ]
    results = edge.pool.map(clean_one, pages)
    for row, page in readable:
        if isinstance(page, Rejection):
            yield StagedPage(fetched=row, records=(), dropped=(), rejection=page)
        else:
            yield stage_page(edge, row, page, next(results), templates.get(row.source_id, NOTHING_LEARNED))


def read_raw(edge: Edge, row: FetchedPage) -> Page | Rejection:
    """Return the page as the raw store keeps it; a record that cannot be read is a rejection, not a crash.

    Raises ``TransientError`` where there is no raw store at all: that is no fault of the page.
    """
    folder = edge.settings.raw_folder
    for _ in range(2):  # A writer may give its file the final name between two looks.
        try:
            return read_kept(edge.settings, row.raw).page
        except RejectedError as error:
            return error.rejection
        except FileNotFoundError:
            continue
        except OSError as error:  # Another user's file, a disk that fails: no reason to keep the other pages waiting.
            detail = f"{row.raw.warc_file} cannot be read ({error.strerror or error})"
            return Rejection(reason=Reason.UNREADABLE, detail=detail)
    if not isinstance(edge.settings.raw, str) and not any(folder.glob("*.warc.gz*")):
        message = f"no WARC in {folder}: mount the raw store there, or set WARRAQ_RAW"
        raise TransientError(message)
    return Rejection(reason=Reason.UNREADABLE, detail=f"{row.raw.warc_file} is not in the raw store")


def clean_one(item: tuple[Page, Source | None, Template]) -> Cleaned | Rejection:
    """Clean one page; runs in a worker process. ``fail_on_crashes`` makes the task fail of one that crashed."""
    return clean_safely(*item)


def stage_page(
    edge: Edge, row: FetchedPage, page: Page, cleaned: Cleaned | Rejection, template: Template
) -> StagedPage:
    """Return the page with what cleaning made of it."""
    if isinstance(cleaned, Rejection):
        return StagedPage(fetched=row, records=(), dropped=(), rejection=cleaned)
    origin = Origin(
        url=row.url,
        page_key=row.url_key,
        source=edge.sources[row.source_id],
        raw=row.raw,
        is_historical=row.is_historical,
        entry_published_at=row.published_at,
        template_version=template.version,
    )
    return StagedPage(
        fetched=row,
        records=make_records(cleaned, page, origin),
        dropped=cleaned.dropped,
        rejection=cleaned.rejection,
        blocks=cleaned.blocks,
    )
