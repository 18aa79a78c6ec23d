"""Bring a database to the schema of this code: yoyo's order and bookkeeping, our lock and our checksums.

yoyo's own ``lock()`` leaves a row behind when it is killed, it marks a migration in a second transaction, and it does
not see an edited file (facts of 2026-11-23); so here one advisory lock of the session holds, each migration is marked
in the transaction that applies it, and each file's SHA-256 is committed, stored and compared.
"""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path

import psycopg2
from psycopg2 import extensions
from yoyo import read_migrations
from yoyo.backends import PostgresqlBackend
from yoyo.connections import DatabaseURI

from warraq.errors import DatabaseError
from warraq.store.connection import check_trigram_schema, check_trigrams, connect, describe_dsn
from warraq.store.queries import read_query

LOCK_KEY = 0x7761_7272_6171_0001  # "warraq", then 1: migrations.
LOCK_WAIT = "30s"  # For a table that somebody reads: all who come later wait behind a migration.
SUMS = "SHA256SUMS"
SCHEMA = "ingest"


def migrate(dsn: str, folder: Path) -> tuple[str, ...]:
    """Apply what the database lacks, in order; return the names applied.

    One that was restored from a dump lacks its roles and rights alone, and gets them again.
    Raises ``DatabaseError`` where a file was edited after it was committed or applied, the database is newer than
    this code, or another session holds a table that a migration changes.
    """
    sums = read_sums(folder)
    with hold_lock(dsn) as applied:
        compare_sums(sums, applied, describe_dsn(dsn))
        missing = tuple(name for name in sums if name not in applied)
        if missing:
            apply(dsn, folder, sums)
        else:
            settle_roles(dsn)
    return missing


def read_sums(folder: Path) -> dict[str, str]:
    """Return the committed SHA-256 of each migration, by name; every file must be as it was committed."""
    path = folder / SUMS
    try:
        lines = path.read_text(encoding="ascii").splitlines()
    except OSError as error:
        message = f"{path} cannot be read ({error.strerror}): restore sql/migrations from git"
        raise DatabaseError(message) from None
    committed = {file.removesuffix(".sql"): digest for digest, file in (line.split() for line in lines)}
    found = hash_files(folder)
    wrong = sorted(name for name in committed.keys() | found.keys() if committed.get(name) != found.get(name))
    if wrong:
        message = (
            f"migration {wrong[0]}.sql differs from {path}: migrations are never edited, add a new one "
            "(`python -m warraq.store.sums` writes the sum of a new file)"
        )
        raise DatabaseError(message)
    return found


def hash_files(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every migration in the folder, by name, in their order."""
    return {path.stem: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.glob("*.sql"))}


def compare_sums(sums: Mapping[str, str], applied: Mapping[str, str], place: str) -> None:
    """Raise ``DatabaseError`` where the database was not made by these files."""
    unknown = sorted(applied.keys() - sums.keys())
    if unknown:
        message = (
            f"{place} is newer than this code: it has migration {unknown[0]}. Update warraq, or use another database"
        )
        raise DatabaseError(message)
    edited = sorted(name for name in applied if applied[name] != sums[name])
    if edited:
        message = f"{place} was made by another version of {edited[0]}.sql: restore that file from git"
        raise DatabaseError(message)


@contextmanager
def hold_lock(dsn: str) -> Iterator[dict[str, str]]:
    """Hold the one migration lock of the database; yield the sums of what is applied. A kill gives the lock back."""
    connection = connect(dsn)
    connection.autocommit = True
    try:
        with connection.cursor() as cursor:
            cursor.execute(read_query("migration_lock"), {"key": LOCK_KEY})
            cursor.execute(read_query("migration_find"))
            (exists,) = cursor.fetchone() or (False,)
            if exists:
                cursor.execute(read_query("migration_list"))
            yield dict(cursor.fetchall()) if exists else {}
    except psycopg2.errors.InsufficientPrivilege as error:
        message = f"{describe_dsn(dsn)} may not migrate: {str(error).splitlines()[0]}; use a member of warraq_owner"
        raise DatabaseError(message) from error
    finally:
        connection.close()


def apply(dsn: str, folder: Path, sums: Mapping[str, str]) -> None:
    """Apply every missing migration, each with its mark in one transaction.

    Owners and rights are settled in the last one's: killed behind it, nobody would come by to settle them.
    """
    with closing(connect(dsn)) as connection:
        check_trigram_schema(connection)
    backend = open_backend(dsn)
    with backend:
        backend.execute(read_query("migration_prepare"))
        backend.init_connection(backend.connection)
        migrations = backend.to_apply(read_migrations(str(folder)))
        for migration in migrations:
            with backend.transaction(), tell_waiting(dsn, migration.id):
                backend.cursor().execute(read_query("migration_wait"), {"wait": LOCK_WAIT})
                migration.process_steps(backend, "apply")
                backend.mark_one(migration, log=False)
                backend.cursor().execute(
                    read_query("migration_insert"), {"name": migration.id, "sha256": sums[migration.id]}
                )
                if migration.id == migrations[-1].id:
                    backend.cursor().execute(read_query("roles_settle"))
    with closing(connect(dsn)) as connection:
        check_trigrams(connection)


def settle_roles(dsn: str) -> None:
    """Make the roles, and give them their rights, where readers have none."""
    with closing(connect(dsn)) as connection, connection, connection.cursor() as cursor:
        cursor.execute(read_query("roles_are_settled"))
        if cursor.fetchone() != (True,):
            cursor.execute(read_query("roles_settle"))


@contextmanager
def tell_waiting(dsn: str, migration: str) -> Iterator[None]:
    """Raise ``DatabaseError`` where a migration could not have a table for ``LOCK_WAIT``; nothing of it was done."""
    try:
        yield
    except psycopg2.errors.LockNotAvailable as error:
        message = (
            f"{describe_dsn(dsn)} is in use: {migration} waited {LOCK_WAIT} for a table that another session holds; "
            "end what is open there (pg_stat_activity names it), then migrate again"
        )
        raise DatabaseError(message) from error


def open_backend(dsn: str) -> PostgresqlBackend:
    """Return yoyo's backend over the DSN, however it is written, with its tables in our schema."""
    arguments = extensions.parse_dsn(dsn)
    database = arguments.pop("dbname", None)
    uri = DatabaseURI("postgresql", None, None, None, None, database, {**arguments, "schema": SCHEMA})
    backend = PostgresqlBackend(uri, PostgresqlBackend.migration_table)
    backend.lock = nullcontext  # Ours is held already, and yoyo's would outlive a kill.
    return backend
