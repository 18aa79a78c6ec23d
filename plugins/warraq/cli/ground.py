"""Prepare the ground a command stands on: the database in use and Airflow's environment."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from secrets import token_urlsafe

from warraq import store
from warraq.errors import UsageError
from warraq.pipeline.opening import find_dsn
from warraq.settings import PROJECT, Settings

AIRFLOW_DATABASE = "airflow"


def is_embedded(settings: Settings) -> bool:
    """Tell whether no server was named, so that ours under ``var/`` serves."""
    return not (settings.dsn or settings.dsn_file)


@contextmanager
def hold_database(settings: Settings) -> Iterator[str]:
    """Yield the DSN of a migrated database.

    The embedded server is started where it is not running, and stopped again by the last command that used it, unless
    ``warraq db up`` asked it to stay.
    """
    if not is_embedded(settings):
        dsn = find_dsn(settings)
        prepare_database(dsn)
        yield dsn
        return
    settings.var.mkdir(parents=True, exist_ok=True)
    with (settings.var / "postgres.users").open("w") as users:
        fcntl.flock(users, fcntl.LOCK_SH)
        try:
            dsn = find_dsn(settings)
            prepare_database(dsn)
            yield dsn
        finally:
            stop_if_last(settings, users.fileno())


def prepare_database(dsn: str) -> None:
    """Migrate the database, and refuse one that cannot hold Arabic text."""
    with closing(store.connect(dsn)) as connection:
        store.check_database(connection)
    store.migrate(dsn, PROJECT / "sql" / "migrations")


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

    What ``environ`` already says of Airflow wins.
    """
    home = settings.var / "airflow"
    home.mkdir(parents=True, exist_ok=True)
    ours = {
        "AIRFLOW_HOME": str(home),
        "AIRFLOW__API__HOST": "127.0.0.1",
        "AIRFLOW__API__SECRET_KEY": keep_secret(home / "api.secret"),
        "AIRFLOW__API_AUTH__JWT_SECRET": keep_secret(home / "jwt.secret"),
        "AIRFLOW__CORE__DAGS_ARE_PAUSED_AT_CREATION": "False",
        "AIRFLOW__CORE__DAGS_FOLDER": str(PROJECT / "dags"),
        "AIRFLOW__CORE__EXECUTOR": "LocalExecutor",
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__CORE__PARALLELISM": "4",
        "AIRFLOW__CORE__PLUGINS_FOLDER": str(PROJECT / "plugins"),
        "AIRFLOW__DAG_PROCESSOR__REFRESH_INTERVAL": "60",
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": find_airflow_dsn(dsn),
        "AIRFLOW__LOGGING__BASE_LOG_FOLDER": str(settings.var / "logs"),
        "AIRFLOW__USAGE_DATA_COLLECTION__ENABLED": "False",
        "GX_ANALYTICS_ENABLED": "False",
        "PYTHONUTF8": "1",
    }
    path = os.pathsep.join((str(Path(sys.executable).parent), environ.get("PATH", os.defpath)))
    return {**ours, **environ, "PATH": path, **export_settings(settings)}


def export_settings(settings: Settings) -> dict[str, str]:
    """Return the settings as the variables a child process reads them from."""
    return {
        f"WARRAQ_{name.upper()}": ",".join(map(str, value)) if isinstance(value, tuple) else str(value)
        for name, value in settings
        if value not in (None, ())
    }


def migrate_airflow(environment: Mapping[str, str], settings: Settings, say: Callable[[str], object]) -> None:
    """Bring Airflow's own database to its version; a stamp saves the seconds that asking Airflow takes.

    Raises ``UsageError`` with the last line Airflow said.
    """
    address = environment["AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"]
    stamp = settings.var / "airflow" / "migrated"
    mark = sha256(f"{version('apache-airflow')} {address}".encode()).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == mark and store.has_table(address, "dag_run"):
        return
    say("airflow   making its database, once …")
    command = [str(Path(sys.executable).parent / "airflow"), "db", "migrate"]
    done = subprocess.run(command, env=dict(environment), capture_output=True, text=True, check=False)  # noqa: S603 -- Our own program.
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        message = f"airflow db migrate failed: {last}"
        raise UsageError(message)
    stamp.write_text(mark, encoding="utf-8")


def find_airflow_dsn(dsn: str) -> str:
    """Return SQLAlchemy's address of Airflow's own database, on the same server, made where it is missing.

    Raises ``UsageError`` where the role may not make one.
    """
    given = os.environ.get("AIRFLOW__DATABASE__SQL_ALCHEMY_CONN")
    if given:
        return given
    made = store.create_database(dsn, AIRFLOW_DATABASE)
    scheme, _, rest = made.partition("://")
    if not scheme.startswith("postgres"):
        message = "WARRAQ_DSN is no URL: write it as postgresql://user:password@host:port/database"
        raise UsageError(message)
    return f"postgresql+psycopg2://{rest}"


def keep_secret(path: Path) -> str:
    """Return the secret kept in ``path``, made at the first call; only its owner may read it."""
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(token_urlsafe(32), encoding="utf-8")
    return path.read_text(encoding="utf-8")
