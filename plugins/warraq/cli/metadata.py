"""Airflow's own database: its addresses, its migrations, and what a run that was cut off left in it."""

import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from urllib.parse import parse_qs, urlencode

from warraq import store
from warraq.cli.kept import read_kept, write_kept
from warraq.errors import UsageError
from warraq.settings import Settings
from warraq.store.queries import read_query

# Not "airflow": on a server of the user's that may be the metadata of their own Airflow.
AIRFLOW_DATABASE = "warraq_airflow"
# What SQLAlchemy's asyncpg dialect takes in a URL, by libpq's name of it. asyncpg reads the rest of libpq's words from
# its variables alone (asyncpg 0.32, connect_utils).
ASYNC_WORDS = {"host": "host", "port": "port", "sslmode": "ssl"}
TLS_VARIABLES = frozenset({"PGSSLCERT", "PGSSLKEY", "PGSSLROOTCERT"})
ERROR = re.compile(r"(?:\w+\.)*\w*(?:Error|Exception): ")  # The line of a traceback that names it.


def make_addresses(dsn: str) -> dict[str, str]:
    """Return the variables that lead Airflow to its database on the server of ``dsn``, made where it is missing.

    Raises ``DatabaseError`` where the role may not make one.
    """
    made = store.create_database(dsn, AIRFLOW_DATABASE)
    _, _, rest = made.partition("://")
    tls = {name: value for name, value in store.make_libpq_environment(made).items() if name in TLS_VARIABLES}
    return {
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": f"postgresql+psycopg2://{rest}",
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN_ASYNC": make_async_address(rest),
        **tls,
    }


def make_async_address(rest: str) -> str:
    """Return the address for asyncpg, which refuses ``sslmode`` and most of what libpq takes in a URL."""
    address, _, query = rest.partition("?")
    given = parse_qs(query)
    kept = {ours: given[theirs][-1] for theirs, ours in ASYNC_WORDS.items() if theirs in given}
    return f"postgresql+asyncpg://{address}{'?' if kept else ''}{urlencode(kept)}"


def find_dsn(environment: Mapping[str, str]) -> str:
    """Return the database's address as libpq writes it."""
    return environment["AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"].replace("+psycopg2", "", 1)


def migrate_airflow(environment: Mapping[str, str], settings: Settings, say: Callable[[str], object]) -> None:
    """Bring Airflow's own database to its version; a stamp saves the seconds that asking Airflow takes.

    Raises ``UsageError`` with the error that Airflow ended with.
    """
    address = find_dsn(environment)
    stamp = settings.var / "airflow" / "migrated"
    mark = sha256(f"{version('apache-airflow')} {address}".encode()).hexdigest()
    if read_kept(stamp) == mark and store.has_table(address, "dag_run"):
        return
    say("airflow   making its database, once …")
    command = [str(Path(sys.executable).parent / "airflow"), "db", "migrate"]
    done = subprocess.run(command, env=dict(environment), capture_output=True, text=True, check=False)  # noqa: S603 -- Our own program.
    if done.returncode:
        message = (
            f"airflow db migrate failed: {find_reason(done.stderr)}; Airflow keeps its tables in "
            f"{store.describe_dsn(address)}, which that role must own"
        )
        raise UsageError(message)
    write_kept(stamp, mark)


def find_reason(said: str) -> str:
    """Return the error that ended a program, of what it said: behind it SQLAlchemy writes the statement and a link."""
    lines = said.strip().splitlines() or ["no reason given"]
    return next((line for line in reversed(lines) if ERROR.match(line)), lines[-1])


def fail_cut_off_runs(environment: Mapping[str, str]) -> None:
    """Mark the runs of ``dags test`` that were cut off as failed, as Airflow's UI would: no scheduler may resume them.

    Only for who holds the turn: a run under way looks the same. What a scheduler began is left to the next scheduler.
    """
    with closing(store.connect(find_dsn(environment))) as connection, connection, connection.cursor() as cursor:
        cursor.execute(read_query("airflow_run_fail"))
