"""`warraq run` over the real Airflow: cut off by SIGKILL, it leaves nothing at work, and the next run goes on."""

import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import psutil
import psycopg2
import pytest

from warraq import store

COMMAND = [str(Path(sys.executable).parent / "warraq"), "run", "newsroom-almidan"]


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {"HOME": str(tmp_path), "PATH": os.environ["PATH"], "WARRAQ_VAR": str(tmp_path / "var")}


def test_a_run_that_was_killed_ends_whole_is_marked_failed_and_the_next_one_goes_on(
    environ: dict[str, str], tmp_path: Path
) -> None:
    postgres = tmp_path / "var" / "postgres"
    try:
        with subprocess.Popen(COMMAND, env=environ, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            assert any("discovered 2" in line for line in process.stdout)
            airflow = [
                child for child in psutil.Process(process.pid).children(recursive=True) if "dags" in child.cmdline()
            ]
            process.send_signal(signal.SIGKILL)
        gone, alive = psutil.wait_procs(airflow, timeout=10)
        done = subprocess.run(COMMAND, env=environ, capture_output=True, text=True, check=False)
        dsn = store.embedded.start(postgres).removesuffix("/warraq") + "/warraq_airflow"
        with closing(psycopg2.connect(dsn)) as connection, connection.cursor() as cursor:
            cursor.execute("select state from dag_run order by start_date")
            states = [state for (state,) in cursor]
    finally:
        store.embedded.stop(postgres)

    assert (len(gone) > 0, alive) == (True, [])
    assert (done.returncode, done.stderr) == (0, "")
    assert states == ["failed", "success"]
