"""What a run leaves: every table of ours and every raw record, but for what two equal runs may not have in common.

What is left out, or only seen to be there or not, is named here, each with its reason; everything else must be equal.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from warcio.archiveiterator import ArchiveIterator

from warraq import store
from warraq.archive.reader import read_record
from warraq.model import RawLocation

# Drawn from sequences, which have gaps after a rollback. Articles are named by their key instead.
NUMBERS = frozenset({"first_row_id", "article_id", "change_id", "quarantine_id", "row_id"})
# Two of them, the lower first.
PAIR = frozenset({"low_id", "high_id"})
# Which run did it: a killed run's work is done by the next.
RUNS = frozenset({"run_id"})
# How long a fetch took; a page taken back from a WARC of a killed run has no such time.
DURATIONS = frozenset({"elapsed_ms"})
# By what right it was fetched; a page taken back from a WARC does not say.
PERMITS = frozenset({"reservations", "robots_sha256"})
# In which file of a random name a page lies. That it lies there is looked at by itself.
PLACES = frozenset({"warc_file", "warc_offset"})
# Times of recording: a run that was killed ends later. A time that a publisher said is compared.
TIMES = frozenset(
    {
        "applied_at",
        "applied_at_utc",
        "changed_at",
        "checked_at",
        "closed_at",
        "created_at_utc",
        "discovered_at",
        "due_at",
        "expires_at",
        "fetched_at",
        "finished_at",
        "found_at",
        "first_seen_at",
        "hour",
        "installed_at_utc",
        "last_discovered_hour",
        "last_seen_at",
        "learned_at",
        "last_loaded_hour",
        "lease_until",
        "next_allowed_at",
        "next_check_at",
        "oldest_waiting_at",
        "opened_at",
        "recorded_at",
        "refetch_at",
        "settled_at",
        "synced_at",
        "told_at",
    }
)
# Words for one thing: a page that a killed run put on disk is "salvaged", not "fetched", by the next.
WORDS = {"salvaged": "fetched"}
# A ledger is kept by hour and run, so its rows are summed by what is left.
SUMMED = frozenset({"ingest.ledger", "news.ledger"})
# A run that was killed and not taken up again is one more row, never closed.
OF_RUNS = frozenset({"ingest.lane", "ingest.run"})
# Read from ingest.near_duplicate; which of two came first is told by times of recording where no publisher said.
DERIVED = frozenset({"news.near_duplicates"})
# Of an article it is what the publisher said, of a run a time of recording.
AMBIGUOUS = "published_at"
WARC_SUFFIX = ".warc.gz"

Rows = list[list[Any]]


def take_snapshot(dsn: str, raw: Path, dead_runs: Sequence[str]) -> dict[str, Rows]:
    """Return the rows of every table, sorted, the records of every WARC, and the sums that must be right."""
    with closing(store.connect(dsn)) as connection:
        names = dict(query(connection, "select article_id, encode(url_key, 'hex') from ingest.article")[1])
        tables = {table: read_table(connection, table, names, dead_runs) for table in list_tables(connection)}
        return {
            **tables,
            "changes_since": read_changes(connection, names),
            "balance": sorted([source_id, rest] for source_id, rest in store.read_balance(connection).items()),
            "records": list_records(raw),
            "open files": [[str(path.name)] for path in sorted(raw.rglob("*.open"))],
            "pages not where the tables say": list(find_lost(connection, raw)),
        }


def query(connection: store.Connection, statement: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    with connection, connection.cursor() as cursor:
        cursor.execute(statement)
        return [column.name for column in cursor.description or ()], cursor.fetchall()


def list_tables(connection: store.Connection) -> list[str]:
    """Return every table and view of the two schemas; partitions are read through their parents."""
    _, rows = query(
        connection,
        "select format('%I.%I', space.nspname, thing.relname) from pg_class as thing "
        "join pg_namespace as space on space.oid = thing.relnamespace "
        "where space.nspname in ('ingest', 'news') and thing.relkind in ('r', 'p', 'v') and not thing.relispartition",
    )
    return sorted(name for (name,) in rows if name not in DERIVED)


def read_table(connection: store.Connection, table: str, names: dict[int, str], dead_runs: Sequence[str]) -> Rows:
    """Return the table's rows, sorted, as far as they are to be compared."""
    columns, rows = query(connection, f"select * from {table}")  # noqa: S608 -- The database's own names.
    found = [dict(zip(columns, row, strict=True)) for row in rows]
    if table in OF_RUNS:
        found = [row | {AMBIGUOUS: None} for row in found if row["run_id"] not in dead_runs]
    kept = [keep(row, names) for row in found]
    if table in SUMMED:
        kept = sum_up(kept)
    return sorted(([f"{name}={value}" for name, value in row.items()] for row in kept), key=json.dumps)


def keep(row: dict[str, Any], names: dict[int, str]) -> dict[str, Any]:
    """Return what of a row is compared, as text."""
    article: dict[str, Any] = {"article": names.get(row["article_id"])} if "article_id" in row else {}
    if row.keys() >= PAIR:
        article = {"articles": sorted(names[row[number]] for number in PAIR)}
    left_out = NUMBERS | PAIR | RUNS | DURATIONS | PERMITS
    return article | {name: spell(name, value) for name, value in row.items() if name not in left_out}


def spell(name: str, value: Any) -> Any:
    """Return a value as text that is the same for the same value."""
    if name in TIMES | PLACES and value is not None:
        return "there"
    if name == "found_in" and str(value).endswith(WARC_SUFFIX):
        return "there"  # An archive's page is found in the WARC it was put into.
    if isinstance(value, bytes | memoryview):
        return bytes(value).hex()
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    said = WORDS.get(value, value) if isinstance(value, str) else value
    return json.dumps(said, ensure_ascii=False, sort_keys=True, default=str)


def sum_up(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return one row for each key, with the counts summed."""
    sums: dict[tuple[Any, ...], Counter[str]] = {}
    for row in rows:
        key = tuple(
            (name, value) for name, value in row.items() if not isinstance(value, int) or isinstance(value, bool)
        )
        counts = sums.setdefault(key, Counter())
        counts.update({name: value for name, value in row.items() if (name, value) not in key})
    return [dict(key) | dict(counts) for key, counts in sums.items()]


def read_changes(connection: store.Connection, names: dict[int, str]) -> Rows:
    """Return what a reader hears from the beginning on; nothing twice, in growing numbers."""
    _, rows = query(
        connection, "select change_id, kind, article_id, revision, change_class from news.changes_since(0, 100000)"
    )
    numbers = [number for number, *_ in rows]
    assert numbers == sorted(set(numbers)), numbers
    return sorted([kind, names[article], revision, word] for _, kind, article, revision, word in rows)


def list_records(raw: Path) -> Rows:
    """Return address and digest of every page in every WARC, as another library reads them."""
    found = []
    for path in sorted(raw.rglob(f"*{WARC_SUFFIX}")):
        with path.open("rb") as file:
            for record in ArchiveIterator(file, check_digests="raise"):
                if record.rec_type in {"response", "resource"}:
                    digest = sha256(record.content_stream().read()).hexdigest()
                    found.append([record.rec_headers.get_header("WARC-Target-URI"), digest])
    return sorted(found)


def find_lost(connection: store.Connection, raw: Path) -> Iterator[list[str]]:
    """Yield every page that a table says is on disk, and is not there as it was."""
    _, rows = query(
        connection,
        "select warc_file, warc_offset, payload_sha256 from ingest.frontier where warc_file is not null union "
        "select warc_file, warc_offset, payload_sha256 from ingest.revision union "
        "select warc_file, warc_offset, payload_sha256 from ingest.quarantine where warc_file is not null",
    )
    for warc_file, warc_offset, digest in rows:
        location = RawLocation(warc_file=warc_file, warc_offset=warc_offset, payload_sha256=digest)
        try:
            content = read_record(raw, location).page.content
        except Exception as error:  # noqa: BLE001 -- Whatever it is, the page is lost.
            yield [warc_file, str(warc_offset), repr(error)]
            continue
        if sha256(content).digest() != digest:
            yield [warc_file, str(warc_offset), "another page"]
