"""Clean what was fetched: raw pages in, staged records and rejections out, in worker processes that may be killed."""

from collections.abc import Iterator, Sequence

from warraq import store
from warraq.archive.reader import read_record
from warraq.clean import clean_page
from warraq.errors import RejectedError
from warraq.model import Cleaned, FetchedPage, Page, Reason, Rejection, Source, StagedPage
from warraq.pipeline.edge import Edge
from warraq.pipeline.records import Origin, make_records

CHUNK_PAGES = 500  # Pages staged in one transaction, so that memory stays flat.


def clean_lane(edge: Edge, *, run_id: str, lane: int, source_ids: Sequence[str]) -> int:
    """Clean what the lane's sources have fetched, and finish the lane; return how many pages."""
    pages = clean_fetched(edge, run_id=run_id, source_ids=source_ids)
    store.finish_lane(edge.connection, run_id=run_id, lane=lane, now=edge.clock())
    return pages


def clean_fetched(edge: Edge, *, run_id: str, source_ids: Sequence[str]) -> int:
    """Clean every page that is fetched and not done, of this or an earlier run; return how many.

    Done again for the same run it replaces what it staged before.
    """
    fetched = store.list_fetched(edge.connection, source_ids=source_ids)
    for start in range(0, len(fetched), CHUNK_PAGES):
        chunk = fetched[start : start + CHUNK_PAGES]
        store.stage_pages(edge.connection, run_id=run_id, pages=tuple(clean_chunk(edge, chunk)))
    return len(fetched)


def clean_chunk(edge: Edge, fetched: Sequence[FetchedPage]) -> Iterator[StagedPage]:
    """Yield each page with its records, or with the reason why there are none."""
    readable = [(row, read_raw(edge, row)) for row in fetched]
    pages = [(page, edge.sources.get(row.source_id)) for row, page in readable if isinstance(page, Page)]
    results = edge.pool.map(clean_one, pages)
    for row, page in readable:
        if isinstance(page, Rejection):
            yield StagedPage(fetched=row, records=(), dropped=(), rejection=page)
        else:
            yield stage_page(edge, row, page, next(results))


def read_raw(edge: Edge, row: FetchedPage) -> Page | Rejection:
    """Return the page as the raw store keeps it; a record that cannot be read is a rejection, not a crash."""
    try:
        return read_record(edge.settings.raw_folder, row.raw).page
    except RejectedError as error:
        return error.rejection
    except FileNotFoundError:
        return Rejection(reason=Reason.UNREADABLE, detail=f"{row.raw.warc_file} is not in the raw store")


def clean_one(item: tuple[Page, Source | None]) -> Cleaned:
    """Clean one page; runs in a worker process."""
    page, source = item
    return clean_page(page, source=source)


def stage_page(edge: Edge, row: FetchedPage, page: Page, cleaned: Cleaned | Rejection) -> StagedPage:
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
    )
    return StagedPage(
        fetched=row,
        records=make_records(cleaned, page, origin),
        dropped=cleaned.dropped,
        rejection=cleaned.rejection,
    )
