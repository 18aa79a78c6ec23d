"""What every test may ask for: one Postgres server for the whole run, and a fresh database for each test."""

import os
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg2
import pytest
from psycopg2 import sql

from warraq import store
from warraq.settings import PROJECT
from warraq.store.connection import replace_database

MIGRATIONS = PROJECT / "sql" / "migrations"


@pytest.fixture(scope="session")
def server_dsn() -> Iterator[str]:
    """The DSN of a server whose role may create databases: ``TEST_POSTGRES_DSN``, else an embedded one of our own."""
    given = os.environ.get("TEST_POSTGRES_DSN")
    if given:
        yield given
        return
    # Not pytest's own temporary folders: those are kept, and a database is large.
    folder = Path(tempfile.mkdtemp(prefix="warraq-test-"))
    try:
        started = store.embedded.start(folder)
        # Nothing here outlives the run, so nothing waits for the disk.
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            execute(started, sql.SQL("alter system set {} = off").format(sql.Identifier(setting)))
        execute(started, sql.SQL("select pg_reload_conf()"))
        yield started
    finally:
        store.embedded.stop(folder)
        shutil.rmtree(folder)


@pytest.fixture(scope="session")
def template_name(server_dsn: str) -> Iterator[str]:
    """The name of a migrated database that every test's own is copied from."""
    name = f"warraq_template_{uuid.uuid4().hex[:12]}"
    store.migrate(store.create_database(server_dsn, name), MIGRATIONS)
    yield name
    execute(server_dsn, sql.SQL("drop database {}").format(sql.Identifier(name)))


@pytest.fixture
def dsn(server_dsn: str, template_name: str) -> Iterator[str]:
    """The DSN of a fresh, migrated database."""
    name = f"warraq_test_{uuid.uuid4().hex[:12]}"
    copy = sql.SQL("create database {} template {}")
    execute(server_dsn, copy.format(sql.Identifier(name), sql.Identifier(template_name)))
    yield replace_database(server_dsn, name)
    execute(server_dsn, sql.SQL("drop database {} with (force)").format(sql.Identifier(name)))


@pytest.fixture
def connection(dsn: str) -> Iterator[store.Connection]:
    """An open connection to the test's own database."""
    opened = store.connect(dsn)
    yield opened
    opened.close()


def execute(dsn: str, statement: sql.Composable) -> None:
    """Run one statement outside any transaction."""
    opened = psycopg2.connect(dsn)
    opened.autocommit = True
    try:
        with opened.cursor() as cursor:
            cursor.execute(statement)
    finally:
        opened.close()
