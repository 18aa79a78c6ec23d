"""What readers are promised: views, functions, rights."""

import select
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import psycopg2
import pytest

from warraq import store

if TYPE_CHECKING:
    from tests.store.conftest import Desk, Make

URL = "https://almidan.example/1"


def test_an_article_is_read_as_it_was_at_a_time(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article("أول"))
    first_at = desk.now
    desk.wait(hours=2)
    desk.load(URL, make.article("ثان"))

    def read(at: object) -> list[Any]:
        return list(desk.read("select headline from news.article_as_of(%s)", [at]))

    assert read(first_at - timedelta(seconds=1)) == []
    assert read(first_at) == read(first_at + timedelta(hours=1)) == ["أول"]
    assert read(desk.now) == ["ثان"]


def test_an_article_is_found_by_any_of_its_addresses_without_reading_the_others(desk: "Desk", make: "Make") -> None:
    copy = "https://alburj.example/7"
    desk.open()
    desk.load(URL, make.article("أول"))
    desk.wait(hours=1)
    desk.load(copy, make.article("أول"))
    known = "select article_id from news.addresses where url = %s"
    found = f"select headline, urls from news.articles where article_id in ({known})"  # noqa: S608 -- Literal.

    assert desk.read(found, [URL]) == desk.read(found, [copy]) == [("أول", [URL, copy])]
    assert desk.read("select url, source_id, first_seen_at from news.addresses order by first_seen_at") == [
        (URL, "almidan", make.noon),
        (copy, "alburj", desk.now),
    ]
    desk.read("select set_config('enable_seqscan', 'off', false)")
    assert "article_url_address" in " ".join(desk.read(f"explain {found}", [copy]))
    assert "article_address" in " ".join(desk.read("explain select * from news.articles where url = %s", [URL]))


def test_changes_are_read_by_a_cursor(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article("أول"))
    desk.wait(hours=1)
    desk.load(URL, make.article("ثان"))

    rows = desk.read("select change_id, kind, revision, change_class, is_historical from news.changes_since(0)")

    assert rows == [(1, "new", 1, "first", False), (2, "revised", 2, "headline", False)]
    assert desk.read("select change_id from news.changes_since(0, 1)") == [1]
    assert desk.read("select change_id from news.changes_since(2)") == []


@pytest.mark.parametrize(("cursor", "rows"), [(-1, 10), (None, 10), (0, 0), (0, None)])
def test_a_cursor_that_makes_no_sense_is_refused(desk: "Desk", cursor: int | None, rows: int | None) -> None:
    with pytest.raises(psycopg2.errors.InvalidParameterValue):
        desk.read("select * from news.changes_since(%s, %s)", [cursor, rows])


def test_a_cursor_older_than_what_is_kept_is_refused_and_never_skips(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article("أول"))
    desk.wait(days=70)
    desk.open("ingest_news/2")
    desk.load(URL, make.article("ثان"), run_id="ingest_news/2")

    (dropped,) = desk.read("select ingest.drop_partitions(%s)", [desk.now - timedelta(days=30)])

    assert dropped == ["change_y2026m11", "change_y2026m12", "fetch_y2026m11", "fetch_y2026m12"]
    with pytest.raises(psycopg2.errors.ObjectNotInPrerequisiteState, match="no longer kept"):
        desk.read("select * from news.changes_since(0)")
    assert desk.read("select change_id from news.changes_since(1)") == [2]
    assert desk.read("select count(*) from news.revisions") == [2]


def test_a_reader_that_began_before_changes_were_dropped_is_refused_and_never_skips(
    desk: "Desk", make: "Make", dsn: str
) -> None:
    desk.open()
    desk.load(URL, make.article("أول"))
    desk.wait(days=70)
    desk.open("ingest_news/2")
    desk.load(URL, make.article("ثان"), run_id="ingest_news/2")
    with closing(store.connect(dsn)) as reader, reader.cursor() as cursor:
        cursor.execute("set transaction isolation level repeatable read")
        cursor.execute("select count(*) from news.sources")
        desk.read("select ingest.drop_partitions(%s)", [desk.now - timedelta(days=30)])

        cursor.execute("select change_id from news.changes_since(1)")
        assert cursor.fetchall() == [(2,)]
        with pytest.raises(psycopg2.errors.ObjectNotInPrerequisiteState, match="no longer kept"):
            cursor.execute("select * from news.changes_since(0)")


def test_a_cursor_of_another_database_is_refused(desk: "Desk") -> None:
    with pytest.raises(psycopg2.errors.ObjectNotInPrerequisiteState, match="has numbered 0 changes"):
        desk.read("select * from news.changes_since(1)")


def test_health_shows_a_silent_source_as_a_row(desk: "Desk") -> None:
    desk.open()

    rows = desk.read("select source_id, is_silent, waiting, loaded_day from news.source_health order by source_id")

    assert rows == [("alburj", True, 0, 0), ("almidan", True, 0, 0)]


def test_health_counts_what_waits_and_what_was_set_aside(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article())
    desk.poll(make.entry("https://almidan.example/2"), make.entry("https://almidan.example/3"))
    first, _ = desk.items()
    desk.record(failed=[(first, make.failure(first, is_transient=False), None)])

    rows = desk.read(
        "select waiting, open_quarantine, checked_at, last_loaded_hour from news.source_health "
        "where source_id = 'almidan'"
    )

    assert rows == [(1, 1, desk.now, desk.now)]


def test_the_ledger_adds_up_runs_of_an_hour(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article("أول"))
    desk.wait(minutes=30)
    desk.load(URL, make.article("ثان"), run_id="ingest_news/2")

    rows = desk.read("select source_id, hour, discovered, fetched, loaded, revised from news.ledger")

    assert rows == [("almidan", make.noon, 2, 2, 1, 1)]


READER = {
    "news.addresses",
    "news.articles",
    "news.batches",
    "news.ledger",
    "news.near_duplicates",
    "news.revisions",
    "news.source_health",
    "news.sources",
}


def test_a_listener_is_woken_once_a_publish_that_changed_something(desk: "Desk", make: "Make", dsn: str) -> None:
    with closing(store.connect(dsn)) as listener:
        listener.autocommit = True
        listener.cursor().execute("listen news_changes")
        desk.open()
        desk.load(URL, make.article("أول"))
        desk.wait(minutes=30)
        desk.load(URL, make.article("أول"), run_id="ingest_news/2")
        desk.wait(minutes=30)
        desk.load(URL, make.article("ثان"), run_id="ingest_news/3")
        while len(listener.notifies) < 2 and select.select([listener], [], [], 10) != ([], [], []):
            listener.poll()

        assert [(told.channel, told.payload) for told in listener.notifies] == [
            ("news_changes", "1"),
            ("news_changes", "2"),
        ]


@pytest.mark.parametrize(
    ("role", "readable"),
    [
        pytest.param("warraq_reader", READER, id="reader"),
        pytest.param("warraq_ops", READER | {"news.quarantine"}, id="ops"),
    ],
)
def test_a_role_reads_what_it_needs_and_no_more(desk: "Desk", role: str, readable: set[str]) -> None:
    tables = """
        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('news', 'ingest') and c.relkind in ('r', 'p', 'v')
            and has_schema_privilege(%s, n.oid, 'usage') and has_table_privilege(%s, c.oid, %s)
    """

    assert set(desk.read(tables, [role, role, "select"])) == readable
    assert desk.read(tables, [role, role, "insert, update, delete, truncate"]) == []


def test_a_reader_reads_through_functions_too(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article())
    desk.read("select set_config('role', 'warraq_reader', false)")

    assert desk.read("select headline from news.articles") == ["افتتاح الجسر الجديد"]
    assert desk.read("select kind from news.changes_since(0)") == ["new"]
    assert desk.read("select headline from news.article_as_of(%s)", [desk.now]) == ["افتتاح الجسر الجديد"]
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        desk.read("select * from ingest.article")


def test_a_loader_can_take_the_whole_road_and_cannot_rewrite_history(desk: "Desk", make: "Make") -> None:
    desk.read("select set_config('role', 'warraq_loader', false)")
    desk.open()
    desk.load(URL, make.article())
    desk.wait(days=40)
    desk.open("ingest_news/2")
    (item, *_) = (desk.poll(make.entry("https://almidan.example/2")), *desk.items())[1:]
    desk.record(failed=[(item, make.failure(item, is_transient=False), None)])
    desk.adopt((make.archived("https://almidan.example/3"), make.location(URL, 3)))

    assert desk.read("select headline from news.articles") == ["افتتاح الجسر الجديد"]
    for statement in (
        "delete from ingest.revision",
        "update ingest.change set kind = 'new'",
        "drop table ingest.stage",
    ):
        with pytest.raises(psycopg2.errors.InsufficientPrivilege), desk.connection, desk.connection.cursor() as cursor:
            cursor.execute(statement)


def test_functions_that_run_as_the_owner_look_for_names_where_readers_can_put_none(desk: "Desk") -> None:
    paths = desk.read(
        "select distinct (select setting from unnest(proconfig) as setting where setting like 'search_path=%%') "
        "from pg_proc join pg_namespace as space on space.oid = pronamespace "
        "where space.nspname in ('news', 'ingest') and prosecdef",
    )

    assert paths == ["search_path=pg_catalog, pg_temp"]


def test_a_type_of_a_reader_is_not_the_type_a_function_asks_for(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article())
    desk.read("select set_config('role', 'warraq_reader', false)")
    for statement in (
        "create temp table loot (who text)",
        "grant all on loot to public",
        (
            "create function pg_temp.look(value text) returns boolean language plpgsql as "
            "$$ begin insert into pg_temp.loot values (current_user); return true; end $$"
        ),
        "create domain pg_temp.tsquery as pg_catalog.tsquery check (pg_temp.look(value::pg_catalog.text))",
    ):
        with desk.connection, desk.connection.cursor() as cursor:
            cursor.execute(statement)

    assert desk.read("select headline from news.search('الجسر')") == ["افتتاح الجسر الجديد"]
    assert desk.read("select who from loot") == []


def test_a_loader_cannot_rewrite_history_by_the_name_of_a_partition(desk: "Desk") -> None:
    desk.open()

    assert (
        desk.read(
            "select part.relname from pg_inherits join pg_class as part on part.oid = inhrelid "
            "join pg_namespace as space on space.oid = part.relnamespace where space.nspname = 'ingest' "
            "and part.relkind = 'r' and has_table_privilege('warraq_loader', part.oid, 'update, delete')"
        )
        == []
    )


def test_a_readers_advisory_locks_hold_up_nobody(desk: "Desk", make: "Make", dsn: str) -> None:
    desk.open()
    with closing(store.connect(dsn)) as reader, reader.cursor() as cursor:
        for number in range(8_602_282_598_840_991_745, 8_602_282_598_840_991_752):
            cursor.execute("select pg_advisory_lock(%s)", [number])
        desk.load(URL, make.article())

    assert desk.read("select count(*) from news.articles") == [1]


def test_a_reader_with_an_open_transaction_holds_up_no_run_at_the_turn_of_a_month(
    desk: "Desk", make: "Make", dsn: str
) -> None:
    desk.open()
    with closing(store.connect(dsn)) as reader, reader.cursor() as cursor:
        cursor.execute("select count(*) from news.revisions")
        desk.wait(days=40)
        desk.open("ingest_news/2")
        desk.load(URL, make.article(), run_id="ingest_news/2")
    desk.open("ingest_news/3")

    assert desk.read("select count(*) from news.articles") == [1]
    assert desk.read("select to_regclass('ingest.revision_y2027m03') is not null") == [True]


def test_everything_belongs_to_the_owner_role_and_nobody_may_log_in_by_it(desk: "Desk") -> None:
    owners = desk.read(
        "select distinct pg_get_userbyid(relowner) from pg_class c join pg_namespace n on n.oid = c.relnamespace "
        "where n.nspname in ('news', 'ingest') and relkind in ('r', 'p', 'v', 'S')"
    )

    assert owners == ["warraq_owner"]
    assert desk.read("select count(*) from pg_roles where rolname ~ '^warraq_' and rolcanlogin") == [0]


def test_what_a_publisher_yields_is_told_beside_its_own_past(desk: "Desk", make: "Make") -> None:
    desk.now = datetime.now(UTC)
    desk.open()
    for number, days in enumerate((10, 9, 0)):
        desk.now = datetime.now(UTC) - timedelta(days=days)
        named = {"published_at": desk.now, "byline": ("ليلى حداد",)} if days else {"published_at": None, "byline": ()}
        desk.load(f"https://almidan.example/{number}", make.article("خبر", f"نص {number}", **named))

    shares = "yield_day, yield_month, dated_day, dated_month, bylined_day, bylined_month, illustrated_day"
    rows = desk.read(f"select {shares} from news.source_health where source_id = 'almidan'")  # noqa: S608 -- Literal.

    assert rows == [(1, 1, 0, pytest.approx(2 / 3), 0, pytest.approx(2 / 3), 1)]
