"""Prepare the ground a command stands on: the database in use and Airflow's environment."""

import fcntl
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from warraq import store
from warraq.cli.kept import keep_secret
from warraq.cli.metadata import make_addresses
from warraq.cli.signals import hold_signals
from warraq.errors import UsageError
from warraq.pipeline.edge import Edge
from warraq.pipeline.opening import find_dsn, open_pipeline
from warraq.settings import PROJECT, Settings

SCHEMES = ("postgresql://", "postgres://")
LOOPBACK = ("127.0.0.1", "localhost")
# What a shell made for another Airflow exports, and what would lead ours to that one's configuration or DAGs.
FOREIGN = frozenset(
    {"AIRFLOW_CONFIG", "AIRFLOW__DAG_PROCESSOR__DAG_BUNDLE_CONFIG_LIST", "AIRFLOW__DATABASE__SQL_ALCHEMY_SCHEMA"}
)


def is_embedded(settings: Settings) -> bool:
    """Tell whether no server was named, so that ours under ``var/`` serves."""
    return not (settings.dsn or settings.dsn_file)


def prepare_database(dsn: str) -> None:
    """Migrate the database, and refuse one that cannot hold Arabic text."""
    with closing(store.connect(dsn)) as connection:
        store.check_database(connection)
    store.migrate(dsn, PROJECT / "sql" / "migrations")


def prepare_news(dsn: str) -> None:
    """Do the same for whoever may; a reader takes the database as it is."""
    with closing(store.connect(dsn)) as connection:
        if store.is_reader(connection):
            return
    prepare_database(dsn)


@contextmanager
def hold_database(settings: Settings, prepare: Callable[[str], None] = prepare_database) -> Iterator[str]:
    """Yield the DSN of a database that ``prepare`` has made ready: migrated it.

    The embedded server is started where it is not running, and stopped again by the last command that used it, unless
    ``warraq db up`` asked it to stay. Raises ``UsageError`` for a DSN that is no URL.
    """
    if not is_embedded(settings):
        dsn = find_dsn(settings)
        refuse_other_than_url(dsn)
        prepare(dsn)
        yield dsn
        return
    settings.var.mkdir(parents=True, exist_ok=True)
    with (settings.var / "postgres.users").open("w") as users:
        fcntl.flock(users, fcntl.LOCK_SH)
        try:
            dsn = find_dsn(settings)
            prepare(dsn)
            yield dsn
        finally:
            with hold_signals():
                stop_if_last(settings, users.fileno())


@contextmanager
def hold_pipeline(settings: Settings) -> Iterator[Edge]:
    """Yield what a pipeline touches, over a database that is up and migrated."""
    with (
        hold_database(settings) as dsn,
        open_pipeline({**os.environ, **export_settings(settings), "WARRAQ_DSN": dsn}) as edge,
    ):
        yield edge


def check_source(connection: store.Connection, source_id: str | None) -> None:
    """Raise ``UsageError`` for a source the database has nothing of: a slip of the pen is no empty answer."""
    known = store.list_source_ids(connection) if source_id is not None else ()
    if source_id is not None and source_id not in known:
        message = f"no source {source_id!r} in the database; it has: {', '.join(known) or 'none yet'}"
        raise UsageError(message)


def refuse_other_than_url(dsn: str) -> None:
    """Raise ``UsageError`` where SQLAlchemy could not read the DSN; it is not repeated, for its password."""
    if not dsn.startswith(SCHEMES):
        message = "WARRAQ_DSN is no URL: write it as postgresql://user:password@host:port/database"
        raise UsageError(message)


def stop_if_last(settings: Settings, users: int) -> None:
    """Stop the embedded server where no other command holds it and nobody asked it to stay."""
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return
    if not stay_file(settings).exists():
        store.embedded.stop(settings.var / "postgres")


def stay_file(settings: Settings) -> Path:
    """Return the file whose existence keeps the embedded server up between commands."""
    return settings.var / "postgres.stay"


def make_airflow_environment(settings: Settings, dsn: str, environ: Mapping[str, str]) -> dict[str, str]:
    """Return the environment Airflow runs in: our folders, loopback alone, secrets made once and kept under ``var/``.

    What ``environ`` says of the rest of Airflow wins; where Airflow lies and listens is ours to say.
    """
    home = settings.var / "airflow"
    home.mkdir(parents=True, exist_ok=True)
    theirs = {name: value for name, value in environ.items() if name not in FOREIGN}
    defaults = {
        "AIRFLOW__API__SECRET_KEY": keep_secret(home / "api.secret"),
        "AIRFLOW__API_AUTH__JWT_SECRET": keep_secret(home / "jwt.secret"),
        "AIRFLOW__CORE__DAGS_ARE_PAUSED_AT_CREATION": "False",
        "AIRFLOW__CORE__PARALLELISM": "4",
        "AIRFLOW__DAG_PROCESSOR__REFRESH_INTERVAL": "60",
        "AIRFLOW__LOGGING__BASE_LOG_FOLDER": str(settings.var / "logs"),
        "AIRFLOW__USAGE_DATA_COLLECTION__ENABLED": "False",
        "GX_ANALYTICS_ENABLED": "False",
        "PYTHONUTF8": "1",
    }
    ours = {
        "AIRFLOW_HOME": str(home),
        "AIRFLOW__API__HOST": LOOPBACK[0],
        "AIRFLOW__CORE__DAGS_FOLDER": str(PROJECT / "dags"),
        "AIRFLOW__CORE__EXECUTOR": "LocalExecutor",
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__CORE__PLUGINS_FOLDER": str(PROJECT / "plugins"),
        **make_addresses(dsn),
        **spare_loopback(environ),
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), environ.get("PATH", os.defpath))),
    }
    return {**defaults, **theirs, **ours, **export_settings(settings)}


def spare_loopback(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the variables that keep Airflow's calls to itself away from a proxy, in both spellings that are read."""
    given = [environ[name] for name in ("NO_PROXY", "no_proxy") if environ.get(name)]
    return dict.fromkeys(("NO_PROXY", "no_proxy"), ",".join((*given[:1], *LOOPBACK)))


def export_settings(settings: Settings) -> dict[str, str]:
    """Return the settings as the variables a child process reads them from."""
    return {
        f"WARRAQ_{name.upper()}": ",".join(map(str, value)) if isinstance(value, tuple) else str(value)
        for name, value in settings
        if value not in (None, ())
    }
