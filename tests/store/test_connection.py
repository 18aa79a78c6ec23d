"""Connecting: what cannot be reached, or used, is said in one line that holds no password."""

import socket
from typing import TYPE_CHECKING

import psycopg2
import pytest
from psycopg2 import sql

from warraq import store
from warraq.errors import DatabaseError
from warraq.store.connection import replace_database

if TYPE_CHECKING:
    from tests.store.conftest import Desk


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_a_password_with_an_at_sign_that_was_not_escaped_is_not_repeated() -> None:
    with pytest.raises(DatabaseError) as caught:
        store.connect(f"postgresql://ana:first@s3cret@127.0.0.1:{free_port()}/news")

    assert "s3cret" not in str(caught.value)
    assert "first" not in str(caught.value)


def test_a_server_that_is_not_there_is_named_without_the_password() -> None:
    port = free_port()

    with pytest.raises(DatabaseError) as caught:
        store.connect(f"postgresql://ana:s3cret@127.0.0.1:{port}/news")

    message = str(caught.value)
    assert message.startswith(f'database "news" at 127.0.0.1:{port} as ana cannot be reached: ')
    assert message.endswith("Check WARRAQ_DSN, or run `warraq db up`")
    assert "s3cret" not in message
    assert "\n" not in message


@pytest.mark.parametrize("dsn", ["postgresql://ana:s3cret@[::1", "s3cret", "mysql://s3cret@a/b"])
def test_a_dsn_that_is_none_is_refused_and_not_repeated(dsn: str) -> None:
    with pytest.raises(DatabaseError, match="is no libpq URL") as caught:
        store.connect(dsn)

    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize(
    "dsn",
    [
        pytest.param("postgresql://ana:s3cret\udcff@127.0.0.1/news", id="a byte of the environment"),
        pytest.param("postgresql://ana:s3cret%ff@127.0.0.1/news", id="escaped"),
    ],
)
def test_a_dsn_that_is_no_utf_8_is_refused_and_not_repeated(dsn: str) -> None:
    with pytest.raises(DatabaseError, match=r"^the database cannot be reached: WARRAQ_DSN has .* no UTF-8") as caught:
        store.connect(dsn)

    assert "s3cret" not in str(caught.value)


def test_a_wrong_password_is_not_repeated(dsn: str) -> None:
    parts = psycopg2.extensions.parse_dsn(dsn)
    wrong = dsn.replace(parts["password"], "s3cret")

    with pytest.raises(DatabaseError, match="password authentication failed") as caught:
        store.connect(wrong)

    assert "s3cret" not in str(caught.value)


def test_a_database_that_is_not_there_is_named(dsn: str) -> None:
    with pytest.raises(DatabaseError, match='database "nowhere"'):
        store.connect(replace_database(dsn, "nowhere"))


def test_a_session_is_in_utc_whatever_the_database_says(dsn: str) -> None:
    name = psycopg2.extensions.parse_dsn(dsn)["dbname"]
    first = store.connect(dsn)
    with first, first.cursor() as cursor:
        cursor.execute(sql.SQL("alter database {} set timezone to 'Asia/Beirut'").format(sql.Identifier(name)))
    first.close()

    second = store.connect(dsn)

    with second, second.cursor() as cursor:
        cursor.execute("select current_setting('timezone'), timestamptz '2026-11-23 12:00'")
        assert str(cursor.fetchone()) == (
            "('UTC', datetime.datetime(2026, 11, 23, 12, 0, tzinfo=datetime.timezone.utc))"
        )
    second.close()


def test_a_fit_database_passes(desk: "Desk") -> None:
    store.check_database(desk.connection)


@pytest.mark.parametrize(
    ("options", "fault"),
    [
        pytest.param("encoding 'SQL_ASCII' locale 'C'", "its encoding is SQL_ASCII", id="a bare initdb"),
        pytest.param("encoding 'UTF8' locale_provider libc locale 'C'", "LC_CTYPE is C", id="letters unknown"),
    ],
)
def test_a_database_that_cannot_hold_arabic_is_refused_with_the_cure(server_dsn: str, options: str, fault: str) -> None:
    admin = store.connect(server_dsn)
    admin.autocommit = True
    with admin.cursor() as cursor:
        cursor.execute(f"create database unfit template template0 {options}")
    unfit = store.connect(replace_database(server_dsn, "unfit"))

    with pytest.raises(DatabaseError, match=fault) as caught:
        store.check_database(unfit)

    assert "CREATE DATABASE" in str(caught.value)
    unfit.close()
    with admin.cursor() as cursor:
        cursor.execute("drop database unfit")
    admin.close()


def test_a_builtin_locale_with_a_blind_ctype_is_refused_once_trigrams_are_there(server_dsn: str) -> None:
    from warraq.settings import PROJECT  # noqa: PLC0415 -- Used here alone.

    admin = store.connect(server_dsn)
    admin.autocommit = True
    with admin.cursor() as cursor:
        cursor.execute(
            "create database unfit template template0 encoding 'UTF8' "
            "locale_provider builtin builtin_locale 'C.UTF-8' lc_ctype 'C' lc_collate 'C'"
        )

    with pytest.raises(DatabaseError, match="pg_trgm sees no Arabic letters"):
        store.migrate(replace_database(server_dsn, "unfit"), PROJECT / "sql" / "migrations")

    with admin.cursor() as cursor:
        cursor.execute("drop database unfit with (force)")
    admin.close()


def test_another_database_of_the_server_is_made_once(server_dsn: str) -> None:
    made = [store.create_database(server_dsn, "airflow_of_a_test") for _ in range(2)]

    assert made[0] == made[1] == replace_database(server_dsn, "airflow_of_a_test")
    assert not store.has_table(made[0], "dag_run")
    assert not store.has_table(replace_database(server_dsn, "nowhere"), "dag_run")
    admin = store.connect(server_dsn)
    admin.autocommit = True
    with admin.cursor() as cursor:
        cursor.execute("drop database airflow_of_a_test")
    admin.close()


def test_a_table_is_found_by_sqlalchemys_way_of_writing_too(dsn: str) -> None:
    connection = store.connect(dsn)
    with connection, connection.cursor() as cursor:
        cursor.execute("create table public.dag_run ()")
    connection.close()

    assert store.has_table(dsn.replace("postgresql://", "postgresql+psycopg2://"), "dag_run")


@pytest.mark.parametrize(
    ("dsn", "made"),
    [
        ("postgresql://u:p@h:1/old", "postgresql://u:p@h:1/new"),
        ("postgresql://u:p@h/old?sslmode=require", "postgresql://u:p@h/new?sslmode=require"),
        ("postgres://h", "postgres://h/new"),
    ],
)
def test_a_dsn_keeps_everything_but_the_database(dsn: str, made: str) -> None:
    assert replace_database(dsn, "new") == made


def test_libpqs_variables_carry_the_password_to_a_program() -> None:
    environment = store.make_libpq_environment("postgresql://ana:s3cret@h:1/news?sslmode=require")

    assert environment == {
        "PGDATABASE": "news",
        "PGHOST": "h",
        "PGPASSWORD": "s3cret",
        "PGPORT": "1",
        "PGSSLMODE": "require",
        "PGUSER": "ana",
    }


@pytest.mark.parametrize(
    ("dsn", "said"),
    [
        ("postgresql://ana:s3cret@h:1/news", 'database "news" at h:1 as ana'),
        ("dbname=news", 'database "news" at the local socket:5432'),
        ("nonsense", "the database"),
    ],
)
def test_a_dsn_is_described_without_its_password(dsn: str, said: str) -> None:
    assert store.describe_dsn(dsn) == said
