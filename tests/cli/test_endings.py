"""However a command is asked to end, it ends in order and leaves no process behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from warraq import store

# A child that is deaf to SIGTERM, so that stopping the family takes as long as it can.
DEAF = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); time.sleep(60)"
PARENT = """
import os, sys, time
from pathlib import Path
from warraq.cli import processes
from warraq.cli.signals import stop_on_signals
processes.STOP_SECONDS = 2.0
log = Path(sys.argv[1])
stop_on_signals()
with processes.raise_family() as family:
    family.start("deaf", ("python", "-c", sys.argv[2]), environment=os.environ, log=log)
    while not log.read_bytes():
        time.sleep(0.05)
    print(family.programs["deaf"].pid, flush=True)
    if sys.argv[3] == "wait":
        time.sleep(60)
print("left in order", flush=True)
"""


@pytest.mark.parametrize("first", [signal.SIGHUP, signal.SIGINT, signal.SIGTERM, None])
def test_a_second_signal_does_not_cut_the_stopping_short(tmp_path: Path, first: signal.Signals | None) -> None:
    command = [sys.executable, "-c", PARENT, str(tmp_path / "log"), DEAF, "wait" if first else "end"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        child = psutil.Process(int(process.stdout.readline()))

        for number in [first] if first else []:
            process.send_signal(number)
        time.sleep(0.7)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            process.send_signal(number)
        process.wait(20)

    assert not child.is_running() or child.status() == psutil.STATUS_ZOMBIE


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_command_that_is_ended_takes_the_embedded_server_with_it(tmp_path: Path, number: signal.Signals) -> None:
    var = tmp_path / "var"
    script = tmp_path / "psql"
    script.write_text("#!/bin/sh\necho up\nexec sleep 60\n", encoding="ascii")
    script.chmod(0o755)
    process = subprocess.Popen(
        [str(Path(sys.executable).parent / "warraq"), "db", "psql"],
        env={"PATH": f"{tmp_path}:{os.environ['PATH']}", "WARRAQ_VAR": str(var)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(number, signal.SIG_DFL),  # noqa: PLW1509 -- Under nohup it would be ignored.
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "up\n"

        process.send_signal(number)
        _, says = process.communicate(timeout=60)

        assert process.returncode == 130
        assert says == "warraq: interrupted; what was done is kept, and the next run goes on from there\n"
        assert not store.embedded.is_running(var / "postgres")
    finally:
        process.kill()
        store.embedded.stop(var / "postgres")


WARRAQ = str(Path(sys.executable).parent / "warraq")
# As a shell has it, where output is written late: PYTHONUNBUFFERED would write it at once.
SHELL = {"PATH": os.environ["PATH"]}
PRINTING = [
    pytest.param(["clean", "page.html"], id="lines of JSON"),
    pytest.param(["explain", "page.html"], id="marked lines"),
    pytest.param(["sources", "list"], id="a table"),
    pytest.param(["--help"], id="the commands"),
]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with a page."""
    (tmp_path / "page.html").write_text("<h1>عنوان</h1><p>" + "نص الخبر " * 50, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("arguments", PRINTING)
def test_a_reader_that_has_gone_is_no_failure(place: Path, arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)

    done = subprocess.run(
        [WARRAQ, *arguments], stdout=writing, stderr=subprocess.PIPE, cwd=place, env=SHELL, check=False
    )
    os.close(writing)

    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("arguments", PRINTING)
def test_a_full_disk_is_told_in_a_line(place: Path, arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [WARRAQ, *arguments], stdout=full, stderr=subprocess.PIPE, cwd=place, env=SHELL, check=False
        )

    assert (done.returncode, done.stderr) == (3, b"warraq: the system: No space left on device\n")


@pytest.mark.parametrize("arguments", PRINTING)
def test_a_closed_output_is_written_to_by_none(place: Path, arguments: list[str]) -> None:
    command = ["sh", "-c", 'exec "$@" >&-', "sh", WARRAQ, *arguments]

    done = subprocess.run(command, stderr=subprocess.PIPE, cwd=place, env=SHELL, check=False)

    assert (done.returncode, done.stderr) == (0, b"")


def test_what_a_command_came_to_is_told_though_its_reader_has_gone(tmp_path: Path) -> None:
    (tmp_path / "gone.warc").write_bytes(b"no archive")
    reading, writing = os.pipe()
    os.close(reading)
    environment = {**SHELL, "WARRAQ_VAR": str(tmp_path / "var")}

    command = [WARRAQ, "load", str(tmp_path / "gone.warc")]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, env=environment, check=False)
    os.close(writing)

    assert done.returncode == 3
    assert b"gone.warc: broken at byte 0" in done.stderr


def test_a_program_that_a_signal_ended_is_told_as_a_shell_tells_it(tmp_path: Path) -> None:
    script = tmp_path / "psql"
    script.write_text("#!/bin/sh\nkill -PIPE $$\n", encoding="ascii")
    script.chmod(0o755)
    environment = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "WARRAQ_VAR": str(tmp_path / "var")}

    done = subprocess.run([WARRAQ, "db", "psql"], env=environment, capture_output=True, check=False)

    assert (done.returncode, done.stderr) == (141, b"")
