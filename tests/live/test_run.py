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

WARRAQ = str(Path(sys.executable).parent / "warraq")
COMMAND = [WARRAQ, "run", "newsroom-almidan"]
SOURCE = """
id: deaf-example
name: Deaf
homepage: http://deaf.example/
language: en
time_zone: UTC
enabled: true
why: Nobody listens there.
feeds: [http://deaf.example/feed]
rights:
  store_full_text: true
evidence:
  - seen_on: "2026-11-23"
    says: Written for this test.
"""


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


def test_a_run_that_could_read_no_feed_says_so_and_why(environ: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "deaf-example.yaml").write_text(SOURCE, encoding="utf-8")
    reaching = {
        "WARRAQ_ALLOW_NETWORKS": "127.0.0.0/8",
        "WARRAQ_CONNECT_TO": "deaf.example:80:127.0.0.1:1",
        "WARRAQ_SOURCES": str(folder),
    }

    done = subprocess.run(
        [WARRAQ, "run", "deaf-example"], env=environ | reaching, capture_output=True, text=True, check=False
    )

    assert done.returncode == 3
    assert done.stderr == "warraq: no feed of the chosen sources could be read; the lines above say why\n"
    assert "Nothing new" not in done.stdout
    assert "1 feed could not be read: http://deaf.example/feed (" in done.stdout
