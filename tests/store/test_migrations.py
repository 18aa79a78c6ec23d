"""Migrations: applied once, in order, by one at a time, from files nobody has edited."""

import shutil
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import psycopg2
import pytest
from psycopg2 import sql

from warraq import store
from warraq.errors import DatabaseError
from warraq.settings import PROJECT
from warraq.store.connection import replace_database
from warraq.store.migrations import SUMS, hash_files

MIGRATIONS = PROJECT / "sql" / "migrations"
NAMES = tuple(sorted(path.stem for path in MIGRATIONS.glob("*.sql")))


@pytest.fixture
def empty_dsn(server_dsn: str) -> Iterator[str]:
    admin = store.connect(server_dsn)
    admin.autocommit = True
    dsn = store.create_database(server_dsn, "warraq_empty")
    yield dsn
    with admin.cursor() as cursor:
        cursor.execute("drop database warraq_empty with (force)")
    admin.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(MIGRATIONS, tmp_path / "mig rations")


def commit_sums(folder: Path) -> None:
    (folder / SUMS).write_text("".join(f"{digest}  {name}.sql\n" for name, digest in hash_files(folder).items()))


def test_an_empty_database_gets_every_migration_and_then_none(empty_dsn: str) -> None:
    first = store.migrate(empty_dsn, MIGRATIONS)
    began = time.monotonic()
    second = store.migrate(empty_dsn, MIGRATIONS)

    assert (first, second) == (NAMES, ())
    assert time.monotonic() - began < 1.0


def test_two_migrators_at_once_apply_each_migration_once(empty_dsn: str) -> None:
    with ThreadPoolExecutor(3) as threads:
        applied = list(threads.map(lambda _: store.migrate(empty_dsn, MIGRATIONS), range(3)))

    assert sorted(applied) == [(), (), NAMES]


def test_a_new_migration_is_applied_alone(empty_dsn: str, folder: Path) -> None:
    store.migrate(empty_dsn, folder)
    (folder / "9999_more.sql").write_text("create table ingest.more (note text default '100%');\nselect 1;\n")
    commit_sums(folder)

    assert store.migrate(empty_dsn, folder) == ("9999_more",)


def test_a_migration_that_fails_leaves_nothing_and_no_lock(empty_dsn: str, folder: Path) -> None:
    (folder / "9999_more.sql").write_text("create table ingest.more ();\nselect 1 / 0;\n")
    commit_sums(folder)
    for _ in range(2):
        with pytest.raises(psycopg2.errors.DivisionByZero):
            store.migrate(empty_dsn, folder)
    (folder / "9999_more.sql").write_text("create table ingest.more ();\n")
    commit_sums(folder)

    assert store.migrate(empty_dsn, folder) == ("9999_more",)


def test_a_migration_without_its_rights_is_not_applied(empty_dsn: str, folder: Path) -> None:
    store.migrate(empty_dsn, folder)
    (folder / "9999_more.sql").write_text(
        "create or replace function ingest.settle_roles() returns void "
        "language plpgsql as $$ begin perform 1 / 0; end $$;\n"
    )
    commit_sums(folder)
    with pytest.raises(psycopg2.errors.DivisionByZero):
        store.migrate(empty_dsn, folder)
    (folder / "9999_more.sql").write_text("create view news.more as select 1 as number;\n")
    commit_sums(folder)

    assert store.migrate(empty_dsn, folder) == ("9999_more",)
    with closing(store.connect(empty_dsn)) as connection, connection.cursor() as cursor:
        cursor.execute("select has_table_privilege('warraq_reader', 'news.more', 'select')")
        assert cursor.fetchone() == (True,)


def test_a_migration_does_not_wait_for_a_reader_without_end(
    empty_dsn: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.migrate(empty_dsn, folder)
    (folder / "9999_remark.sql").write_text("alter table ingest.source add column remark text")
    commit_sums(folder)
    monkeypatch.setattr("warraq.store.migrations.LOCK_WAIT", "200ms")
    reader = store.connect(empty_dsn)
    with reader.cursor() as cursor:
        cursor.execute("select count(*) from ingest.source")

    with pytest.raises(DatabaseError, match="9999_remark waited 200ms for a table that another session holds"):
        store.migrate(empty_dsn, folder)
    reader.close()

    assert store.migrate(empty_dsn, folder) == ("9999_remark",)


def test_a_file_edited_after_its_sum_was_committed_is_refused(empty_dsn: str, folder: Path) -> None:
    with (folder / "0002_news.sql").open("a") as file:
        file.write("-- A word more.\n")

    with pytest.raises(DatabaseError, match=r"0002_news\.sql differs from .*never edited"):
        store.migrate(empty_dsn, folder)


def test_a_file_edited_after_it_was_applied_is_refused(empty_dsn: str, folder: Path) -> None:
    store.migrate(empty_dsn, folder)
    with (folder / "0002_news.sql").open("a") as file:
        file.write("-- A word more.\n")
    commit_sums(folder)

    with pytest.raises(DatabaseError, match=r"another version of 0002_news\.sql"):
        store.migrate(empty_dsn, folder)


def test_a_database_newer_than_the_code_is_refused(empty_dsn: str, folder: Path) -> None:
    store.migrate(empty_dsn, folder)
    (folder / "0005_feed_remark.sql").unlink()
    commit_sums(folder)

    with pytest.raises(DatabaseError, match="newer than this code: it has migration 0005_feed_remark"):
        store.migrate(empty_dsn, folder)


def test_a_folder_without_sums_is_refused(empty_dsn: str, tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="SHA256SUMS cannot be read"):
        store.migrate(empty_dsn, tmp_path)


def test_a_database_restored_without_its_rights_gets_them_again(empty_dsn: str) -> None:
    store.migrate(empty_dsn, MIGRATIONS)
    with closing(store.connect(empty_dsn)) as connection, connection, connection.cursor() as cursor:
        cursor.execute("drop owned by warraq_reader, warraq_ops")
        cursor.execute("alter function news.changes_since owner to current_user")

    assert store.migrate(empty_dsn, MIGRATIONS) == ()

    with closing(store.connect(empty_dsn)) as connection, connection.cursor() as cursor:
        cursor.execute("select proowner::regrole::text from pg_proc where proname = 'changes_since'")
        assert cursor.fetchone() == ("warraq_owner",)
        cursor.execute("set role warraq_ops")
        cursor.execute("select (select count(*) from news.articles) + (select count(*) from news.quarantine)")
        assert cursor.fetchone() == (0,)


def test_a_migrator_that_may_not_make_roles_still_migrates(empty_dsn: str) -> None:
    admin = store.connect(empty_dsn)
    admin.autocommit = True
    with admin.cursor() as cursor:
        cursor.execute("drop role if exists plain_login")
        cursor.execute("create role plain_login login password 'p1ain' nosuperuser nocreaterole")
        cursor.execute("create extension pg_trgm schema public")
        cursor.execute(sql.SQL("grant all on database warraq_empty to plain_login"))
        cursor.execute("grant all on schema public to plain_login")
    host = empty_dsn.partition("@")[2]

    applied = store.migrate(f"postgresql://plain_login:p1ain@{host}", MIGRATIONS)

    assert applied == NAMES
    with admin.cursor() as cursor:
        cursor.execute("reassign owned by plain_login to current_user")
        cursor.execute("drop owned by plain_login")
        cursor.execute("drop role plain_login")
    admin.close()


def test_trigrams_kept_in_another_schema_are_refused_with_the_cure(empty_dsn: str) -> None:
    admin = store.connect(empty_dsn)
    with admin, admin.cursor() as cursor:
        cursor.execute("create schema elsewhere; create extension pg_trgm schema elsewhere")
    admin.close()

    with pytest.raises(DatabaseError, match="ALTER EXTENSION pg_trgm SET SCHEMA public"):
        store.migrate(empty_dsn, MIGRATIONS)


def test_the_committed_sums_are_those_of_the_files() -> None:
    lines = (MIGRATIONS / SUMS).read_text().splitlines()

    assert {line.split()[1]: line.split()[0] for line in lines} == {
        f"{name}.sql": digest for name, digest in hash_files(MIGRATIONS).items()
    }


def test_another_database_of_the_server_is_no_hindrance(server_dsn: str, dsn: str) -> None:
    assert store.migrate(replace_database(server_dsn, dsn.rpartition("/")[2]), MIGRATIONS) == ()
