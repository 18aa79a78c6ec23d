"""Factories for the road's values, and a desk that walks them down the road with literal times."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

import pytest

from warraq import store
from warraq.model import (
    ArchivedEntry,
    Article,
    DateCandidate,
    Dropped,
    DropReason,
    Entry,
    FailedExpectation,
    FetchedPage,
    FetchFailure,
    FrontierItem,
    HttpResponse,
    Image,
    Judgement,
    KeptPage,
    MediaKind,
    Outcome,
    Page,
    Permit,
    RawLocation,
    Reason,
    Record,
    Rejection,
    Rights,
    Source,
    StagedPage,
    Verdict,
    Watermark,
)

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ALL_TABLES = """
    select relname from pg_class join pg_namespace as space on space.oid = relnamespace
    where nspname = 'ingest' and relkind = 'r' and relname <> 'migration' and relname !~ '^_?yoyo'
    order by relname
"""
ALL_ROWS = "select to_jsonb(t) - '{{row_id, article_id, quarantine_id, change_id}}'::text[] from ingest.{} as t"


def make_key(url: str) -> bytes:
    return sha256(url.encode()).digest()


def make_source(source_id: str = "almidan", *, store_full_text: bool = True) -> Source:
    return Source(
        source_id=source_id,
        name=f"صحيفة {source_id}",
        homepage=f"https://{source_id}.example/",
        language="ar",
        time_zone="Asia/Beirut",
        is_enabled=True,
        state_reason="made for tests",
        feeds=(f"https://{source_id}.example/rss",),
        hosts=(f"www.{source_id}.example",),
        rights=Rights(store_full_text=store_full_text),
    )


def make_entry(url: str, **changes: Any) -> Entry:
    entry = Entry(
        source_id=urlsplit(url).netloc.partition(".")[0],
        url=url,
        canonical_url=url,
        url_key=make_key(url),
        found_in="https://almidan.example/rss",
        title="افتتاح الجسر الجديد",
        summary="بدأت حركة السير",
    )
    return replace(entry, **changes)


def make_article(
    headline: str = "افتتاح الجسر الجديد", body: str = "بدأت حركة السير صباح اليوم.", **changes: Any
) -> Article:
    article = Article(
        position=1,
        url=None,
        headline=headline,
        standfirst="الأول منذ عشرين عاما",
        byline=("ليلى حداد", 'سمير "أبو" خليل'),
        dateline="بيروت",
        published_at=NOON - timedelta(hours=1),
        published_at_source="json_ld",
        modified_at=None,
        language="ar",
        section="محليات",
        tags=("جسر", "نقل\\عام"),
        images=(Image(url="https://almidan.example/a.jpg", caption="الجسر\tليلا", credit=None),),
        body=body,
        date_candidates=(DateCandidate(at=NOON, found_in="time_element", text="٢٣ تشرين الثاني"),),
    )
    return replace(article, **changes)


def make_record(page: FetchedPage, article: Article, **changes: Any) -> Record:
    spelled = "|".join((article.headline or "", article.body, *article.tags))
    record = Record(
        url_key=page.url_key,
        url=page.url,
        canonical_url=page.url,
        page_key=page.url_key,
        source_id=page.source_id,
        is_own_page=True,
        is_historical=page.is_historical,
        article=article,
        word_count=len(article.body.split()),
        content_hash=sha256(spelled.encode(errors="surrogatepass")).digest(),
        text_hash=sha256(f"{article.headline}|{article.body}".encode(errors="surrogatepass")).digest(),
        cleaner_version="1",
        fetched_at=NOON,
        raw=page.raw,
    )
    return replace(record, **changes)


def make_answer(item: FrontierItem, at: datetime) -> HttpResponse:
    return HttpResponse(
        requested_url=item.url,
        final_url=item.url,
        status=200,
        request_head=b"GET / HTTP/1.1\r\n\r\n",
        response_head=b"HTTP/1.1 200 OK\r\n\r\n",
        headers=(("etag", '"1"'), ("last-modified", "Mon, 23 Nov 2026 11:00:00 GMT")),
        body=b"<p>",
        ip_address="192.0.2.1",
        fetched_at=at,
        elapsed_ms=12,
    )


def make_location(url: str, capture: int = 1) -> RawLocation:
    return RawLocation(
        warc_file=f"capture-{capture}.warc.gz", warc_offset=int(make_key(url)[0]), payload_sha256=make_key(url)
    )


@dataclass
class Desk:
    """The road, a step a method; every step is told when it happens."""

    connection: store.Connection
    now: datetime = NOON

    def open(self, run_id: str = "ingest_news/1", *, historical: bool = False) -> None:
        store.sync_sources(self.connection, [make_source(), make_source("alburj")], now=self.now)
        store.open_run(self.connection, run_id=run_id, now=self.now, lanes={0: ["almidan"]}, is_historical=historical)

    def poll(self, *entries: Entry, run_id: str = "ingest_news/1", is_historical: bool = False) -> int:
        feed = entries[0].found_in if entries else "https://almidan.example/rss"
        return store.save_poll(
            self.connection,
            watermark=Watermark(feed_url=feed, source_id="almidan", etag='"7"', checked_at=self.now),
            entries=entries,
            run_id=run_id,
            now=self.now,
            is_historical=is_historical,
        )

    def items(self, host: str = "almidan.example", pages: int = 100) -> tuple[FrontierItem, ...]:
        budgets = {"almidan": pages, "alburj": pages}
        return store.list_due(self.connection, host=host, budgets=budgets, now=self.now, limit=1_000)

    def fetch(self, *items: FrontierItem, run_id: str = "ingest_news/1", capture: int = 1) -> None:
        self.record(run_id, fetched=[(item, self.keep(item, capture)) for item in items])

    def keep(self, item: FrontierItem, capture: int) -> KeptPage:
        permit = Permit(robots_sha256=None, reservations=())
        return KeptPage(answer=make_answer(item, self.now), raw=make_location(item.url, capture), permit=permit)

    def record(self, run_id: str = "ingest_news/1", **told: Any) -> None:
        none: dict[str, Any] = {"fetched": (), "not_modified": (), "failed": ()}
        store.record_fetches(self.connection, run_id=run_id, now=self.now, **{**none, **told})

    def fetched(self) -> tuple[FetchedPage, ...]:
        return store.list_fetched(self.connection, source_ids=["alburj", "almidan"])

    def adopt(self, *pairs: tuple[ArchivedEntry, RawLocation], run_id: str = "load/1") -> int:
        return store.adopt_archived(self.connection, run_id=run_id, now=self.now, pages=pairs)

    def stage(self, *pages: StagedPage, run_id: str = "ingest_news/1") -> None:
        store.stage_pages(self.connection, run_id=run_id, pages=pages)

    def judge(self, run_id: str = "ingest_news/1", refuse: Mapping[str, str] | None = None) -> None:
        """Pass every staged record but those whose headline ``refuse`` names, with its reason."""
        for rows in store.read_staged(self.connection, run_id=run_id, batch_rows=2):
            verdicts = []
            for place, row in enumerate(rows):
                reason = (refuse or {}).get(row.record.article.headline or "")
                failed = FailedExpectation(expectation_id="body-words", reason=reason or "", observed="3")
                verdicts.append(Verdict(row=place, failures=(failed,) if reason else (), warnings=()))
            judgement = Judgement(suite_version="abc123", verdicts=tuple(verdicts))
            store.save_verdicts(
                self.connection, run_id=run_id, row_ids=[row.row_id for row in rows], judgement=judgement
            )

    def publish(self, run_id: str = "ingest_news/1") -> Mapping[str, Mapping[Outcome, int]]:
        return store.publish(self.connection, run_id=run_id, now=self.now)

    def load(
        self, url: str, article: Article, run_id: str = "ingest_news/1", **changes: Any
    ) -> Mapping[str, Mapping[Outcome, int]]:
        """Take one page down the whole road, fetched now; a later call at a later time is a changed page."""
        self.poll(make_entry(url, modified_at=self.now), run_id=run_id)
        host = url.split("/")[2]
        capture = int(self.now.timestamp())
        self.fetch(*[item for item in self.items(host) if item.url == url], run_id=run_id, capture=capture)
        (page,) = [page for page in self.fetched() if page.url == url]
        record = make_record(page, article, **{"fetched_at": self.now, **changes})
        self.stage(make_staged(page, record), run_id=run_id)
        self.judge(run_id)
        return self.publish(run_id)

    def wait(self, **how_long: float) -> None:
        self.now += timedelta(**how_long)

    def read(self, statement: str, parameters: Sequence[object] = ()) -> list[Any]:
        """Return the rows; those of one column as bare values."""
        with self.connection, self.connection.cursor() as cursor:
            cursor.execute(statement, parameters or None)
            rows = cursor.fetchall()
        return [row[0] if len(row) == 1 else row for row in rows]

    def dump(self) -> dict[str, list[Any]]:
        """Return every row of every table; numbers that a sequence drew are left out, for a rollback leaves gaps."""
        return {table: sorted(self.read(ALL_ROWS.format(table)), key=repr) for table in self.read(ALL_TABLES)}

    def assert_balanced(self) -> None:
        assert set(store.read_balance(self.connection).values()) <= {0}


def make_staged(page: FetchedPage, *records: Record, dropped: tuple[Dropped, ...] = ()) -> StagedPage:
    return StagedPage(fetched=page, records=records, dropped=dropped, rejection=None)


def make_rejected(page: FetchedPage) -> StagedPage:
    dropped = (Dropped(text="اشترك في النشرة", reason=DropReason.NEWSLETTER),)
    rejection = Rejection(reason=Reason.NO_ARTICLE, detail="no block reads as a story")
    return StagedPage(fetched=page, records=(), dropped=dropped, rejection=rejection)


def make_failure(item: FrontierItem, *, is_transient: bool) -> FetchFailure:
    return FetchFailure(
        requested_url=item.url, reason=Reason.NOT_FOUND, detail="404 Not Found", is_transient=is_transient, status=404
    )


def make_archived(
    url: str, at: datetime = NOON, payload: bytes = b"<p>", kind: MediaKind = MediaKind.HTML
) -> ArchivedEntry:
    page = Page(content=payload, kind=kind, url=url, fetched_at=at)
    return ArchivedEntry(
        source_id="almidan",
        url=url,
        canonical_url=url,
        url_key=make_key(url),
        page=page,
        payload_sha256=sha256(payload).digest(),
    )


class Make:
    """The factories above, as a fixture hands them to tests."""

    answer = staticmethod(make_answer)
    archived = staticmethod(make_archived)
    article = staticmethod(make_article)
    entry = staticmethod(make_entry)
    failure = staticmethod(make_failure)
    key = staticmethod(make_key)
    location = staticmethod(make_location)
    record = staticmethod(make_record)
    rejected = staticmethod(make_rejected)
    source = staticmethod(make_source)
    staged = staticmethod(make_staged)
    noon = NOON


@pytest.fixture
def make() -> Make:
    return Make()


@pytest.fixture
def desk(connection: store.Connection) -> Desk:
    return Desk(connection)
