"""Publish, gate, search and near duplicates over a database of made-up articles.

    bench_warehouse.py [--rows N] [--batch N] [--no-copy]

Printed: articles a second of publish after the gate, beside plain COPY of the same rows into the same tables with all
their indexes, and beside a commit an article, into the same tables and into that of articles alone; what a batch of
unchanged rows costs of a new one; what a batch costs with all the rows there of what it cost at 20,000; the gate's
milliseconds a record; search, signature and lookup. A twin of a million rows takes hours to fill: ``--no-copy`` leaves
the comparisons with one out.
"""

import argparse
import io
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from material import SOURCE_ID, WORDS, make_article, make_entry, make_staged

from warraq import gate, store
from warraq.model import FetchedPage, Judgement, Rights, Source, StagedPage, Verdict
from warraq.settings import PROJECT
from warraq.text.search import split_signed_words
from warraq.text.signatures import sign

SOURCE = Source(
    source_id=SOURCE_ID,
    name="Bench",
    homepage="https://bench.example/",
    language="ar",
    time_zone="UTC",
    is_enabled=False,
    state_reason="made for benchmarks",
    rights=Rights(store_full_text=True),
)
# What a publish writes for readers; the numbers that sequences draw are copied with the rows.
COPIED = ("article", "article_url", "revision", "change", "signature")
# What is written is in the index when the clock stops, for COPY as for a publish.
FLUSH = """
    select gin_clean_pending_list(thing.oid::regclass)
    from pg_class as thing
    join pg_am as method on method.oid = thing.relam
    where thing.relnamespace = 'copied'::regnamespace and method.amname = 'gin'
"""
EARLY_ROWS = 20_000
SAMPLE = 300
UPSERTS = 1_000  # The index of words is written in heaps: fewer would not fill one.


@contextmanager
def open_database() -> Iterator[store.Connection]:
    """Yield a connection to an empty, migrated database on a server of its own."""
    with tempfile.TemporaryDirectory(prefix="warraq-bench-") as name:
        folder = Path(name)
        try:
            dsn = store.embedded.start(folder)
            store.migrate(dsn, PROJECT / "sql" / "migrations")
            with closing(store.connect(dsn)) as connection:
                yield connection
        finally:
            store.embedded.stop(folder)


def stage(connection: store.Connection, numbers: Sequence[int], capture: int) -> str:
    """Take the articles to the end of the gate; return the run's id."""
    run_id = f"bench/{capture}/{numbers[0]}"
    now = make_entry(0, capture)[0].page.fetched_at
    store.open_run(connection, run_id=run_id, now=now, lanes={}, is_historical=True)
    store.adopt_archived(connection, run_id=run_id, now=now, pages=[make_entry(number, capture) for number in numbers])
    pages = store.list_fetched(connection, source_ids=[SOURCE_ID])
    store.stage_pages(connection, run_id=run_id, pages=[make_staged(page, capture) for page in pages])
    for rows in store.read_staged(connection, run_id=run_id):
        verdicts = tuple(Verdict(row=place, failures=(), warnings=()) for place in range(len(rows)))
        judgement = Judgement(suite_version="bench", verdicts=verdicts)
        store.save_verdicts(connection, run_id=run_id, row_ids=[row.row_id for row in rows], judgement=judgement)
    return run_id


def publish(connection: store.Connection, numbers: Sequence[int], capture: int) -> float:
    """Stage the articles, then publish them; return the seconds that publishing took."""
    run_id = stage(connection, numbers, capture)
    now = make_entry(0, capture)[0].page.fetched_at
    began = time.perf_counter()
    store.publish(connection, run_id=run_id, now=now)
    store.flush_search(connection)
    return time.perf_counter() - began


def execute(connection: store.Connection, statement: str, parameters: object = None) -> list[tuple[object, ...]]:
    """Return the rows of a statement, in a transaction of its own."""
    with connection, connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchall() if cursor.description else []


def list_columns(connection: store.Connection, table: str) -> str:
    """Return the columns that may be written."""
    (names,) = execute(
        connection,
        "select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute "
        "where attrelid = %s::regclass and attnum > 0 and attgenerated = '' and not attisdropped",
        [f"ingest.{table}"],
    )[0]
    return str(names)


def make_copies(connection: store.Connection) -> None:
    """Make a twin of every table that a publish writes, with all its indexes and columns that are computed."""
    execute(connection, "create schema copied")
    for table in COPIED:
        execute(connection, f"create table copied.{table} (like ingest.{table} including all)")


def copy_batch(connection: store.Connection, run_id: str) -> float:
    """COPY what the run published into the twins; return the seconds that took."""
    seconds = 0.0
    chosen = "select article_id from ingest.article where run_id = %s"
    for table in COPIED:
        columns, buffer = list_columns(connection, table), io.BytesIO()
        with connection, connection.cursor() as cursor:
            rows = cursor.mogrify(f"select {columns} from ingest.{table} where article_id in ({chosen})", [run_id])
            cursor.copy_expert(f"copy ({rows.decode()}) to stdout", buffer)
        buffer.seek(0)
        began = time.perf_counter()
        with connection, connection.cursor() as cursor:
            cursor.copy_expert(f"copy copied.{table} ({columns}) from stdin", buffer)
        seconds += time.perf_counter() - began
    began = time.perf_counter()
    execute(connection, FLUSH)
    return seconds + time.perf_counter() - began


def read_typed(connection: store.Connection, table: str) -> dict[str, str]:
    """Return the columns that may be written, each with its type."""
    rows = execute(
        connection,
        "select quote_ident(attname), format_type(atttypid, atttypmod) from pg_attribute "
        "where attrelid = %s::regclass and attnum > 0 and attgenerated = '' and not attisdropped order by attnum",
        [f"ingest.{table}"],
    )
    return {str(name): str(kind) for name, kind in rows}


def write_upsert(table: str, columns: dict[str, str]) -> str:
    """Return the statement that writes one row into a table's twin, over the article that is there."""
    shown = ", ".join(f"%s::{kind}" for kind in columns.values())
    updates = ", ".join(f"{name} = excluded.{name}" for name in columns if name != "article_id")
    action = f"(url_key) do update set {updates}" if table == "article" else "do nothing"
    names = ", ".join(columns)
    return f"insert into copied.{table} ({names}) overriding system value values ({shown}) on conflict {action}"


def upsert_rows(connection: store.Connection, run_id: str, tables: Sequence[str]) -> float:
    """Write what the run published an article at a time, each a transaction, as most pipelines do.

    Into the twins of ``tables``, which hold all the others by then. Return the seconds an article.
    """
    chosen = f"select article_id from ingest.article where run_id = %s order by article_id limit {UPSERTS}"
    by_article: dict[object, list[tuple[str, list[object]]]] = {}
    for table in tables:
        columns = read_typed(connection, table)
        shown = ", ".join(f"{name}::text" for name in columns)
        statement = write_upsert(table, columns)
        rows = execute(
            connection, f"select article_id, {shown} from ingest.{table} where article_id in ({chosen})", [run_id]
        )
        for article_id, *values in rows:
            by_article.setdefault(article_id, []).append((statement, values))
        execute(connection, f"delete from copied.{table} where article_id in ({chosen})", [run_id])
    began = time.perf_counter()
    for statements in by_article.values():
        with connection, connection.cursor() as cursor:
            for statement, values in statements:
                cursor.execute(statement, values)
    execute(connection, FLUSH)
    return (time.perf_counter() - began) / len(by_article)


def time_calls(calls: int, call: Callable[[int], object]) -> list[float]:
    """Return how many milliseconds each of the calls took, sorted."""
    times = []
    for number in range(calls):
        began = time.perf_counter()
        call(number)
        times.append(1_000 * (time.perf_counter() - began))
    return sorted(times)


def show(name: str, times: Sequence[float]) -> None:
    """Print median and 95th percentile in milliseconds."""
    high = times[int(len(times) * 0.95)]
    print(f"{name:<46}{statistics.median(times):12.2f} ms median, {high:.2f} ms 95th percentile", flush=True)


def tell(name: str, value: float, note: str = "") -> None:
    """Print one figure."""
    print(f"{name:<46}{value:12.2f}   {note}", flush=True)


def bench_publish(connection: store.Connection, rows: int, batch: int) -> None:
    """Fill the database batch by batch; time batches at its beginning and its end, and unchanged ones."""
    ours = [publish(connection, range(start, start + batch), 1) for start in range(0, rows, batch)]
    tell_growth(ours, batch)
    tell_unchanged(connection, rows, batch, ours[-1])


def bench_copy(connection: store.Connection, rows: int, batch: int) -> None:
    """Do as ``bench_publish``, each batch beside COPY of the same rows, then some articles beside a commit each."""
    make_copies(connection)
    ours, copied = [], []
    for start in range(0, rows, batch):
        ours.append(publish(connection, range(start, start + batch), 1))
        copied.append(copy_batch(connection, f"bench/1/{start}"))
    tell_growth(ours, batch)
    tell("plain COPY into the same tables", batch / statistics.median(copied))
    ratios = [theirs / mine for theirs, mine in zip(copied, ours, strict=True)]
    tell("publish of plain COPY", statistics.median(ratios), "to reach: 0.75")
    run_id, mine = f"bench/1/{rows - batch}", ours[-1] / batch
    tell("publish of a commit an article, all tables", upsert_rows(connection, run_id, COPIED) / mine, "to reach: 5")
    tell("publish of a commit an article, its row alone", upsert_rows(connection, run_id, ["article"]) / mine)
    tell_unchanged(connection, rows, batch, ours[-1])


def tell_growth(ours: Sequence[float], batch: int) -> None:
    """Print how fast batches were published, and what the last ones took of those around the early ``EARLY_ROWS``."""
    tell("publish, articles a second", batch / statistics.median(ours))
    early = [seconds for at, seconds in enumerate(ours) if EARLY_ROWS // 2 <= at * batch < EARLY_ROWS * 2]
    if early:
        last = statistics.median(ours[-len(early) :])
        tell("a batch at all rows of one at 20,000", last / statistics.median(early), "to reach: 2")


def tell_unchanged(connection: store.Connection, rows: int, batch: int, new: float) -> None:
    """Print what a batch of unchanged articles takes of the ``new`` seconds that one of new ones took."""
    again = [publish(connection, range(start, start + batch), 2) for start in range(0, min(rows, 3 * batch), batch)]
    tell("an unchanged batch of a new one", statistics.median(again) / new, "to reach: 0.1")


def bench_reading(connection: store.Connection, rows: int) -> None:
    """Time what readers ask, and what every new article does."""
    execute(connection, "analyze ingest.article")
    words = [WORDS[rank] for rank in (5, 20, 60, 150, 400, 1_000, 3_000, 10_000)]
    queries = [*words, *(f"{one} {other}" for one in words for other in words if one != other)]
    search = "select * from news.search(%s)"
    times = time_calls(len(queries), lambda number: execute(connection, search, [queries[number]]))
    show(f"news.search over {rows:,} articles", times)
    bodies = [make_article(number).body for number in range(SAMPLE)]
    show("signature", time_calls(SAMPLE, lambda number: sign(split_signed_words("ar", bodies[number]))))
    lookup = (
        "select other.article_id from ingest.signature as mine "
        "cross join lateral ingest.list_candidates(mine.bands) as other where mine.article_id = %s"
    )
    show("near duplicates of one article", time_calls(SAMPLE, lambda number: execute(connection, lookup, [number + 1])))


def bench_gate() -> None:
    """Time the gate over batches of a thousand, after the first."""
    records = [make_staged_alone(number).records[0] for number in range(1_000)]
    now = records[0].fetched_at
    times = time_calls(4, lambda _: gate.judge_records(records, folder=PROJECT / "expectations", now=now))
    tell("gate, milliseconds a record", times[0] / 1_000, "to reach: 1")


def make_staged_alone(number: int) -> StagedPage:
    """Return a staged page that no database has seen."""
    entry, raw = make_entry(number, 1)
    fetched = FetchedPage(
        url_key=entry.url_key, url=entry.url, source_id=SOURCE_ID, raw=raw, is_historical=True, published_at=None
    )
    return make_staged(fetched, 1)


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000, help="articles (default 100,000)")
    parser.add_argument("--batch", type=int, default=5_000, help="articles a run publishes (default 5,000)")
    parser.add_argument("--no-copy", action="store_true", help="without the twin that COPY fills")
    options = parser.parse_args()
    with open_database() as connection:
        execute(connection, "select ingest.make_partitions('2027-02-05')")
        store.sync_sources(connection, [SOURCE], now=make_entry(0, 1)[0].page.fetched_at)
        (bench_publish if options.no_copy else bench_copy)(connection, options.rows, options.batch)
        bench_reading(connection, options.rows)
    bench_gate()


if __name__ == "__main__":
    main()
