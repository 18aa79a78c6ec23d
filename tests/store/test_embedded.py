"""The embedded server: ours alone, anywhere, started by anybody, gone when it is told to go."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from warraq import store
from warraq.errors import DatabaseError
from warraq.store import embedded


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder with a space, below one of mode 0700; its server is stopped whatever the test does."""
    closed = tmp_path / "closed to others"
    closed.mkdir(mode=0o700)
    folder = closed / "var" / "قاعدة 'x\" $HOME"
    yield folder
    embedded.stop(folder)


def list_processes(folder: Path) -> list[int]:
    """Return the processes that work in the server's data directory."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if (entry / "cwd").samefile(folder / "data"):
                found.append(int(entry.name))
        except OSError:
            continue
    return found


def read_one(dsn: str, statement: str) -> object:
    connection = store.connect(dsn)
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(statement)
            return (cursor.fetchone() or (None,))[0]
    finally:
        connection.close()


def test_a_server_starts_is_reused_stops_and_keeps_its_port_and_data(folder: Path) -> None:
    first = embedded.start(folder)
    again = embedded.start(folder)
    connection = store.connect(first)
    with connection, connection.cursor() as cursor:
        cursor.execute("create table public.kept as select 'خبر' as headline")
    connection.close()
    store.check_database(reopened := store.connect(first))
    reopened.close()

    embedded.stop(folder)
    assert (embedded.is_running(folder), list_processes(folder)) == (False, [])
    third = embedded.start(folder)

    assert first == again == third
    assert read_one(third, "select headline from public.kept") == "خبر"
    embedded.stop(folder)
    assert list_processes(folder) == []


def test_it_listens_on_loopback_alone_and_asks_for_a_password(folder: Path) -> None:
    dsn = embedded.start(folder)

    assert read_one(dsn, "show listen_addresses") == "127.0.0.1"
    assert read_one(dsn, "show unix_socket_directories") == ""
    assert read_one(dsn, "select string_agg(distinct auth_method, ' ') from pg_hba_file_rules") == "scram-sha-256"
    assert (folder / "password").stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700
    with pytest.raises(DatabaseError):
        store.connect(dsn.replace((folder / "password").read_text(), "wrong"))


def test_two_starters_at_once_start_one_server(folder: Path) -> None:
    with ThreadPoolExecutor(3) as threads:
        dsns = list(threads.map(embedded.start, [folder] * 3))

    assert len(set(dsns)) == 1
    assert len([pid for pid in list_processes(folder) if pid == embedded.find_postmaster(folder)]) == 1


def test_a_server_killed_outright_comes_back_with_what_it_had(folder: Path) -> None:
    dsn = embedded.start(folder)
    connection = store.connect(dsn)
    with connection, connection.cursor() as cursor:
        cursor.execute("create table public.kept as select 1 as n")
    for pid in list_processes(folder):
        os.kill(pid, signal.SIGKILL)

    again = embedded.start(folder)

    assert again == dsn
    assert read_one(again, "select n from public.kept") == 1
    connection.close()


def test_a_pid_file_that_names_another_process_is_no_server(folder: Path) -> None:
    embedded.start(folder)
    embedded.stop(folder)
    (folder / "data" / "postmaster.pid").write_text(f"{os.getpid()}\n{folder}/data\n")

    assert not embedded.is_running(folder)
    embedded.start(folder)
    assert embedded.find_postmaster(folder) not in {None, os.getpid()}


def test_a_folder_half_made_by_a_killed_starter_is_made_anew(folder: Path) -> None:
    (folder / "data.new").mkdir(parents=True)
    (folder / "data.new" / "PG_VERSION").write_text("18")

    embedded.start(folder)

    assert embedded.is_running(folder)


def test_another_program_on_its_port_makes_it_take_another(folder: Path) -> None:
    import socket  # noqa: PLC0415 -- Used here alone.

    first = embedded.start(folder)
    embedded.stop(folder)
    port = int((folder / "port").read_text())
    with socket.create_server(("127.0.0.1", port)):
        second = embedded.start(folder)

    assert first != second
    assert read_one(second, "select 1") == 1


def test_ctrl_c_at_the_starter_leaves_the_server_up(folder: Path) -> None:
    script = (
        "import sys, time; from pathlib import Path; from warraq.store import embedded;"
        "embedded.start(Path(sys.argv[1])); print('up', flush=True); time.sleep(60)"
    )
    # A bare environment, as a service's or a container's: no locale, no HOME.
    starter = subprocess.Popen(
        [sys.executable, "-c", script, str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env={"PATH": os.defpath, "PGDATA": "/nowhere", "PGPORT": "1", "PGHOST": "nowhere.example"},
    )
    assert starter.stdout is not None
    assert starter.stdout.readline() == b"up\n"

    os.killpg(starter.pid, signal.SIGINT)
    starter.wait()
    time.sleep(0.2)

    assert embedded.is_running(folder)
    dsn = embedded.start(folder)
    assert read_one(dsn, "show server_encoding") == "UTF8"
    store.check_database(connection := store.connect(dsn))
    connection.close()


def test_stopping_where_nothing_runs_does_nothing(folder: Path) -> None:
    embedded.stop(folder)

    assert not folder.exists()


def test_a_server_that_cannot_start_says_why(folder: Path) -> None:
    embedded.start(folder)
    embedded.stop(folder)
    (folder / "data" / "postgresql.conf").write_text("no_such_setting = on\ninclude 'warraq.conf'\n")

    with pytest.raises(DatabaseError, match="no_such_setting"):
        embedded.start(folder)


def test_a_server_that_ends_at_its_start_says_why_before_it_says_that_it_ends(folder: Path) -> None:
    embedded.start(folder)
    embedded.stop(folder)
    for log in (folder / "data" / "pg_wal").glob("0*"):
        log.unlink()

    with pytest.raises(DatabaseError, match="could not locate a valid checkpoint record"):
        embedded.start(folder)
