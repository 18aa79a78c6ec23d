"""``warraq up``: the live system on loopback, in one process group, until Ctrl-C or SIGTERM."""

import argparse
import json
import os
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from secrets import token_urlsafe

from warraq import gate, store
from warraq.cli.ground import hold_database, make_airflow_environment
from warraq.cli.kept import read_kept, write_kept
from warraq.cli.metadata import fail_cut_off_runs, migrate_airflow
from warraq.cli.newsstand import choose_only, go_on, serve_newsroom
from warraq.cli.processes import Family, raise_family
from warraq.cli.tables import make_console
from warraq.cli.turn import take_turn
from warraq.errors import UsageError
from warraq.pipeline.catalogue_files import read_sources
from warraq.pipeline.plan import choose_sources
from warraq.settings import Settings

# Airflow's parts. --skip-serve-logs: they would listen on every interface.
PROGRAMS = {
    "api-server": ("api-server", "--host", "127.0.0.1", "--workers", "1"),
    "dag-processor": ("dag-processor",),
    "scheduler": ("scheduler", "--skip-serve-logs"),
    "triggerer": ("triggerer", "--skip-serve-logs", "--capacity", "10"),
}
START_SECONDS = 120.0
TICK_SECONDS = 1.0
USER = "admin"
FASTEST_RATE = 6_000.0  # Articles a minute: a hundred a second.


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("sources", nargs="*", metavar="SOURCE", help="ids of the catalogue; none: the bundled newsroom")
    parser.add_argument(
        "--rate", type=read_rate, metavar="N", help="articles a minute the newsroom publishes; default as before, or 2"
    )


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Start everything, say where the UI is, and stay until asked to stop."""
    console = make_console()
    sources = read_sources(settings.sources)
    only = choose_only(tuple(sources.values()), options.sources, settings)
    choose_sources(sources, settings.model_copy(update={"only": only}))
    gate.check_suites(settings.expectations)
    with (
        take_turn(settings, "up"),
        hold_database(settings) as dsn,
        serve_newsroom(settings, only, partial(go_on, rate=options.rate)) as reaching,
    ):
        console.print(f"database  {store.describe_dsn(dsn)}")
        console.print(f"sources   {', '.join(only)}")
        port = find_port(settings.ui_port)
        environment = {**make_airflow_environment(reaching, dsn, os.environ), **listen_on(port, settings)}
        migrate_airflow(environment, settings, console.print)
        fail_cut_off_runs(environment)
        with raise_family() as family:
            start_airflow(family, environment, settings.var / "logs")
            wait_until_healthy(family, port)
            console.print(f"Airflow   http://127.0.0.1:{port}  user {USER}, {describe_password(settings)}")
            console.print("Ctrl-C stops it all; what was loaded is kept.")
            watch(family)
    return 0


def read_rate(text: str) -> float:
    """Return a rate. Raises ``ValueError``, as argparse asks, for one that no press keeps up."""
    rate = float(text)
    if not 0 <= rate <= FASTEST_RATE:
        raise ValueError
    return rate


def listen_on(port: int, settings: Settings) -> dict[str, str]:
    """Return the variables that put Airflow's API on ``port`` of loopback, behind a password of its own."""
    return {
        "AIRFLOW__API__PORT": str(port),
        "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"http://127.0.0.1:{port}/execution/",
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE": str(password_file(settings)),
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_USERS": f"{USER}:admin",
    }


def password_file(settings: Settings) -> Path:
    """Return the file that keeps the UI's password."""
    return settings.var / "airflow" / "passwords.json"


def describe_password(settings: Settings) -> str:
    """Return the password where it is made now, which shows it once; later, where it is kept."""
    path = password_file(settings)
    shown = path.with_suffix(".shown")
    if shown.exists():
        return f"password as shown at the first start (kept in {path})"
    shown.touch()
    return f"password {json.loads(path.read_text(encoding='utf-8'))[USER]}"


def start_airflow(family: Family, environment: Mapping[str, str], logs: Path) -> None:
    """Start Airflow's parts, each with a log of its own."""
    path = Path(environment["AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE"])
    if read_kept(path) is None:
        write_kept(path, json.dumps({USER: token_urlsafe(12)}))
    for name, arguments in PROGRAMS.items():
        family.start(name, ("airflow", *arguments), environment=environment, log=logs / f"{name}.log")


def find_port(wanted: int) -> int:
    """Return the port on loopback, or a free one where it is taken."""
    for port in (wanted, 0):
        with socket.socket() as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                listener.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(listener.getsockname()[1])
    message = "no free port on 127.0.0.1"
    raise UsageError(message)


def wait_until_healthy(family: Family, port: int) -> None:
    """Wait until Airflow's API answers. Raises ``UsageError`` where a part ends before, or it takes too long."""
    deadline = time.monotonic() + START_SECONDS
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # No proxy leads to our own loopback.
    while time.monotonic() < deadline:
        fail_if_dead(family)
        try:
            with opener.open(f"http://127.0.0.1:{port}/api/v2/monitor/health", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(TICK_SECONDS)
    message = f"Airflow did not answer within {START_SECONDS:.0f} s; its logs are under var/logs"
    raise UsageError(message)


def watch(family: Family) -> None:
    """Stay until interrupted. Raises ``UsageError`` naming a part that ended by itself."""
    while True:
        fail_if_dead(family)
        time.sleep(TICK_SECONDS)


def fail_if_dead(family: Family) -> None:
    """Raise ``UsageError`` naming a part of Airflow that has ended."""
    dead = family.find_dead()
    if dead is not None:
        message = f"Airflow's {dead} ended by itself; var/logs/{dead}.log says why. Everything was stopped"
        raise UsageError(message)
