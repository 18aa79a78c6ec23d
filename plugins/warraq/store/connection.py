"""Connect to Postgres, and refuse a database that cannot hold Arabic news."""

import time
from typing import TypeAlias

import psycopg2
from psycopg2 import extensions, sql

from warraq.errors import DatabaseError
from warraq.store.queries import read_query

Connection: TypeAlias = extensions.connection
Cursor: TypeAlias = extensions.cursor

CONNECT_SECONDS = 10
OLDEST_VERSION = 150_000  # As server_version_num counts.
STARTING_SECONDS = 60.0  # How long a server that replays its log after a crash is waited for.
LOCK_TIMEOUT = "60s"  # Then 55P03, and the transaction is tried again.
UNREADABLE = (psycopg2.ProgrammingError, UnicodeError)  # What parsing a DSN raises; psycopg2 takes UTF-8 alone.
BYTEA_OIDS = (17,)
BYTEA_ARRAY_OIDS = (1001,)

# libpq's variables for the parts of a DSN (PostgreSQL 18, "Environment Variables").
LIBPQ_VARIABLES = {
    "dbname": "PGDATABASE",
    "host": "PGHOST",
    "hostaddr": "PGHOSTADDR",
    "passfile": "PGPASSFILE",
    "password": "PGPASSWORD",
    "port": "PGPORT",
    "service": "PGSERVICE",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "target_session_attrs": "PGTARGETSESSIONATTRS",
    "user": "PGUSER",
}

# What psycopg2 raises for a server that is coming up has no SQLSTATE: the words are libpq's (PostgreSQL 18).
STARTING_WORDS = ("starting up", "not yet accepting connections", "in recovery mode", "shutting down")


def read_bytea(value: str | bytes | None, cursor: Cursor) -> bytes | None:
    """Return a ``bytea`` as bytes; psycopg2 gives a memoryview."""
    read = psycopg2.BINARY(value, cursor)
    return None if read is None else bytes(read)


BYTES = extensions.new_type(BYTEA_OIDS, "BYTES", read_bytea)
BYTES_ARRAY = extensions.new_array_type(BYTEA_ARRAY_OIDS, "BYTES[]", BYTES)


def connect(dsn: str) -> Connection:
    """Open a connection: UTC, UTF-8, bounded in its waits.

    Waits for a server that is starting. Raises ``DatabaseError`` naming what could not be reached, never its password.
    """
    deadline = time.monotonic() + STARTING_SECONDS
    while True:
        try:
            return prepare(
                psycopg2.connect(dsn, connect_timeout=CONNECT_SECONDS, application_name="warraq", keepalives_idle=30)
            )
        except (psycopg2.Error, UnicodeError) as error:
            words = str(error)
            if not any(word in words for word in STARTING_WORDS) or time.monotonic() > deadline:
                says = shorten(error, dsn)
                message = f"{describe_dsn(dsn)} cannot be reached: {says}. Check WARRAQ_DSN, or run `warraq db up`"
                raise DatabaseError(message) from None
        time.sleep(0.2)


def prepare(connection: Connection) -> Connection:
    """Set what our statements rely on, whatever the server's or the role's defaults are."""
    connection.autocommit = True
    connection.set_client_encoding("UTF8")
    with connection.cursor() as cursor:
        cursor.execute(read_query("session_set"), {"lock_timeout": LOCK_TIMEOUT})
    connection.autocommit = False
    extensions.register_type(BYTES, connection)
    extensions.register_type(BYTES_ARRAY, connection)
    return connection


def describe_dsn(dsn: str) -> str:
    """Return where the DSN leads, without its password: ``database "d" at host:port as user``."""
    try:
        parts = extensions.parse_dsn(dsn)
    except UNREADABLE:
        return "the database"
    host = str(parts.get("host", "the local socket")).rpartition("@")[2]  # Before it, a password's part with an @.
    place = f"{host}:{parts.get('port', 5432)}"
    user = f" as {parts['user']}" if "user" in parts else ""
    return f'database "{parts.get("dbname", parts.get("user", "postgres"))}" at {place}{user}'


def shorten(error: Exception, dsn: str) -> str:
    """Return the first line of a libpq message, without the password; a DSN it cannot parse is not repeated at all."""
    try:
        parts = extensions.parse_dsn(dsn)
    except psycopg2.ProgrammingError:
        return "WARRAQ_DSN is no libpq URL (postgresql://user:password@host:port/database)"
    except UnicodeError:
        return "WARRAQ_DSN has bytes, or %xx, that are no UTF-8"
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    words = lines[0] if lines else type(error).__name__
    secrets = (parts.get("password", ""), *str(parts.get("host", "")).split("@")[:-1])
    for secret in filter(None, secrets):
        words = words.replace(secret, "***")
    return words


def check_database(connection: Connection) -> None:
    """Probe what the database does with Arabic text; no setting's name tells (facts of 2026-11-23).

    Raises ``DatabaseError`` naming every probe that failed and the cure.
    """
    with connection, connection.cursor() as cursor:
        cursor.execute(read_query("database_probe"))
        encoding, knows_letters, version = cursor.fetchone() or ("", False, 0)
    faults = [
        *([f"its encoding is {encoding}, not UTF8"] if encoding != "UTF8" else []),
        *(["it does not know Arabic letters as letters (LC_CTYPE is C)"] if not knows_letters else []),
        *([f"it is PostgreSQL {version // 10_000}, older than 15"] if version < OLDEST_VERSION else []),
    ]
    if faults:
        name = connection.info.dbname
        message = (
            f'database "{name}" is not fit for news: {"; ".join(faults)}. Create one by '
            "CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' "
            "LC_CTYPE 'C.UTF-8'"
        )
        raise DatabaseError(message)


def is_reader(connection: Connection) -> bool:
    """Tell whether the role may read schema ``news`` and no other: a member of warraq_reader or warraq_ops alone."""
    with connection, connection.cursor() as cursor:
        cursor.execute(read_query("session_is_reader"))
        (found,) = cursor.fetchone() or (False,)
    return bool(found)


def check_trigram_schema(connection: Connection) -> None:
    """Raise ``DatabaseError`` where somebody installed pg_trgm in another schema than ours looks in."""
    with connection, connection.cursor() as cursor:
        cursor.execute(read_query("database_find_trigrams"))
        (schema,) = cursor.fetchone() or ("public",)
    if schema != "public":
        message = (
            f'database "{connection.info.dbname}" has pg_trgm in another schema ({schema}): '
            "ALTER EXTENSION pg_trgm SET SCHEMA public"
        )
        raise DatabaseError(message)


def check_trigrams(connection: Connection) -> None:
    """Raise ``DatabaseError`` where pg_trgm finds nothing alike in Arabic; asked once the extension is there."""
    with connection, connection.cursor() as cursor:
        cursor.execute(read_query("database_probe_trigrams"))
        (likeness,) = cursor.fetchone() or (0.0,)
    if likeness <= 0:
        message = (
            f'database "{connection.info.dbname}" is not fit for news: pg_trgm sees no Arabic letters (LC_CTYPE is C)'
        )
        raise DatabaseError(message)


def create_database(dsn: str, name: str) -> str:
    """Return the DSN of database ``name`` on the same server, made where it is missing.

    Raises ``DatabaseError`` where the role may not make one.
    """
    made = extensions.make_dsn(dsn, dbname=name) if "://" not in dsn else replace_database(dsn, name)
    connection = connect(dsn)
    connection.autocommit = True
    try:
        with connection.cursor() as cursor:
            cursor.execute(read_query("database_find"), {"name": name})
            if cursor.fetchone() is None:
                cursor.execute(sql.SQL(read_query("database_create")).format(name=sql.Identifier(name)))
    except psycopg2.errors.DuplicateDatabase:
        return made  # Another command made it between the two statements.
    except psycopg2.errors.UniqueViolation:
        return made  # The same, seen in the catalogue's index.
    except psycopg2.errors.InsufficientPrivilege:
        message = (
            f'database "{name}" is missing, and {describe_dsn(dsn)} may not create it: create it, or grant CREATEDB'
        )
        raise DatabaseError(message) from None
    finally:
        connection.close()
    return made


def replace_database(dsn: str, name: str) -> str:
    """Return the URL with another database in its path; every other part stays as written."""
    scheme, _, rest = dsn.partition("://")
    address, mark, query = rest.partition("?")
    host, _, _ = address.partition("/")
    return f"{scheme}://{host}/{name}{mark}{query}"


def has_table(dsn: str, name: str) -> bool:
    """Tell whether a database has a table of that name on its search path; one that cannot be reached has none.

    Takes SQLAlchemy's way of writing a URL as well.
    """
    scheme, mark, rest = dsn.partition("://")
    try:
        connection = connect(f"{scheme.partition('+')[0]}{mark}{rest}")
    except DatabaseError:
        return False
    try:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(read_query("table_find"), {"name": name})
            (exists,) = cursor.fetchone() or (False,)
            return bool(exists)
    finally:
        connection.close()


def make_libpq_environment(dsn: str) -> dict[str, str]:
    """Return the variables by which a program of libpq finds the database; no command line then shows the password."""
    return {
        LIBPQ_VARIABLES[name]: value for name, value in extensions.parse_dsn(dsn).items() if name in LIBPQ_VARIABLES
    }
