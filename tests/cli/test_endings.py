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
