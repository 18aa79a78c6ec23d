"""The stage: what cleaning made of pages, and what the gate says of it, until one transaction publishes it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from psycopg2.extras import Json

from warraq.model import (
    Article,
    DateCandidate,
    Dropped,
    FailedExpectation,
    Image,
    Judgement,
    RawLocation,
    Record,
    StagedPage,
)
from warraq.store.connection import Connection, Cursor
from warraq.store.copying import copy_rows
from warraq.store.queries import read_query, read_rows, transpose
from warraq.store.transactions import one_transaction
from warraq.text.search import RULES, make_vectors, split_words
from warraq.text.signatures import VERSION, Signature, sign

VERDICT = ("row_id", "failed", "warnings")


@dataclass(frozen=True, slots=True, kw_only=True)
class StagedRow:
    """A record on the stage, with the number its verdict goes by."""

    row_id: int
    record: Record


@one_transaction
def stage_pages(cursor: Cursor, *, run_id: str, pages: Sequence[StagedPage]) -> None:
    """Stage the pages' records and rejections, in place of whatever the run staged of these pages before.

    Lanes that clean the same pages at once wait for each other, and the last one's are kept. Raises ``ValueError`` for
    a page with neither: it would never be done.
    """
    for page in pages:
        if not page.records and page.rejection is None:
            message = f"{page.fetched.url}: neither a record nor a rejection"
            raise ValueError(message)
    keys = sorted({page.fetched.url_key for page in pages})
    cursor.execute(read_query("frontier_lock"), {"url_keys": keys})
    for query in ("stage_delete_pages", "stage_rejection_delete_pages"):
        cursor.execute(read_query(query), {"run_id": run_id, "page_keys": keys})
    copy_rows(cursor, "stage_copy", (flatten(run_id, page, record) for page in pages for record in page.records))
    rejected = {page.fetched.url_key: page for page in pages if not page.records}
    copy_rows(cursor, "stage_rejection_copy", (flatten_rejection(run_id, page) for page in rejected.values()))


def flatten(run_id: str, page: StagedPage, record: Record) -> tuple[object, ...]:
    """Return the record in the order of ``stage_copy``'s columns."""
    article = record.article
    words = split_words(article.language, article.body)
    return (
        run_id,
        page.fetched.url_key,
        record.url_key,
        record.url,
        record.canonical_url,
        record.source_id,
        article.position,
        article.url,
        article.headline,
        article.standfirst,
        article.byline,
        article.dateline,
        article.published_at,
        article.published_at_source,
        article.modified_at,
        article.language,
        article.section,
        article.tags,
        [asdict(image) for image in article.images],
        [{**asdict(date), "at": date.at.isoformat()} for date in article.date_candidates],
        article.body,
        record.word_count,
        record.content_hash,
        record.text_hash,
        record.is_own_page,
        record.is_historical,
        record.cleaner_version,
        record.raw.warc_file,
        record.raw.warc_offset,
        record.raw.payload_sha256,
        record.fetched_at,
        list_dropped(page, article.position),
        *make_vectors(
            article.language,
            headline=article.headline,
            beside=filter(None, (article.standfirst, *article.byline)),
            body=words,
        ),
        RULES,
        *flatten_signature(sign(words)),
        page.blocks if record is page.records[0] else None,
        record.is_text,
    )


def flatten_signature(signature: Signature | None) -> tuple[object, ...]:
    """Return a signature in the order of ``stage_copy``'s last columns; they are null where there is none."""
    if signature is None:
        return (None,) * 5
    return signature.numbers, signature.bands, signature.runs, signature.figures, VERSION


def list_dropped(page: StagedPage, position: int) -> list[dict[str, str]]:
    """Return what was dropped beside this article; what belongs to none goes with the page's first."""
    first = min(record.article.position for record in page.records)
    staged = {record.article.position for record in page.records}
    return [
        as_json(dropped)
        for dropped in page.dropped
        if (dropped.position if dropped.position in staged else first) == position
    ]


def as_json(dropped: Dropped) -> dict[str, str]:
    """Return a dropped block as readers see it."""
    return {"text": dropped.text, "reason": dropped.reason.value}


def flatten_rejection(run_id: str, page: StagedPage) -> tuple[object, ...]:
    """Return the rejected page in the order of ``stage_rejection_copy``'s columns."""
    fetched, rejection = page.fetched, page.rejection
    return (
        run_id,
        fetched.url_key,
        fetched.source_id,
        fetched.url,
        rejection.reason.value if rejection else None,
        rejection.detail if rejection else None,
        [as_json(dropped) for dropped in page.dropped],
        fetched.raw.warc_file,
        fetched.raw.warc_offset,
        fetched.raw.payload_sha256,
    )


def read_staged(connection: Connection, *, run_id: str, batch_rows: int = 1_000) -> Iterator[tuple[StagedRow, ...]]:
    """Yield the run's staged records in the order they were staged, so many at a time; each batch is a transaction."""
    last = 0
    while rows := list_staged(connection, run_id=run_id, after=last, limit=batch_rows):
        yield rows
        last = rows[-1].row_id


@one_transaction
def list_staged(cursor: Cursor, *, run_id: str, after: int, limit: int) -> tuple[StagedRow, ...]:
    """Return the staged records that follow the row ``after``."""
    cursor.execute(read_query("stage_list"), {"run_id": run_id, "after": after, "limit": limit})
    return tuple(unflatten(row) for row in read_rows(cursor))


def unflatten(row: Mapping[str, Any]) -> StagedRow:
    """Return the record of a staged row, equal to the one that was staged."""
    article = Article(
        **{name: row[name] for name in ARTICLE_COLUMNS},
        byline=tuple(row["byline"]),
        tags=tuple(row["tags"]),
        images=tuple(Image(**image) for image in row["images"]),
        date_candidates=tuple(
            DateCandidate(at=datetime.fromisoformat(date["at"]), found_in=date["found_in"], text=date["text"])
            for date in row["date_candidates"]
        ),
        url=row["article_url"],
    )
    raw = RawLocation(warc_file=row["warc_file"], warc_offset=row["warc_offset"], payload_sha256=row["payload_sha256"])
    record = Record(**{name: row[name] for name in RECORD_COLUMNS}, article=article, raw=raw)
    return StagedRow(row_id=row["row_id"], record=record)


ARTICLE_COLUMNS = (
    "position",
    "headline",
    "standfirst",
    "dateline",
    "published_at",
    "published_at_source",
    "modified_at",
    "language",
    "section",
    "body",
)
RECORD_COLUMNS = (
    "url_key",
    "url",
    "canonical_url",
    "page_key",
    "source_id",
    "is_own_page",
    "is_historical",
    "is_text",
    "word_count",
    "content_hash",
    "text_hash",
    "cleaner_version",
    "fetched_at",
)


@one_transaction
def save_verdicts(cursor: Cursor, *, run_id: str, row_ids: Sequence[int], judgement: Judgement) -> None:
    """Keep what the gate says of the staged rows, verdict ``n`` being that of the ``n``-th row's record.

    Raises ``ValueError`` where a row has no verdict or two: nothing is kept then.
    """
    if sorted(verdict.row for verdict in judgement.verdicts) != list(range(len(row_ids))):
        message = f"{len(judgement.verdicts)} verdicts over {len(row_ids)} rows do not match one to one"
        raise ValueError(message)
    rows = [
        (row_ids[verdict.row], Json(list_failures(verdict.failures)), Json(list_failures(verdict.warnings)))
        for verdict in judgement.verdicts
    ]
    cursor.execute(
        read_query("stage_verdict_upsert"),
        {**transpose(VERDICT, rows), "run_id": run_id, "suite_version": judgement.suite_version},
    )


def list_failures(failures: Sequence[FailedExpectation]) -> list[dict[str, object]]:
    """Return the failed expectations as JSON keeps them."""
    return [asdict(failure) for failure in failures]
