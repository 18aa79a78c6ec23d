"""The live system under Airflow's real scheduler, which shows what `dags test` hides: forks, pools, processes."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import psutil
import psycopg2
import pytest

from warraq import store
from warraq.newsroom import Newsroom

RUN_SECONDS = 180
WARRAQ = str(Path(sys.executable).parent / "warraq")


@pytest.fixture
def live(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """`warraq up` over one site of the newsroom, and its folder."""
    var = tmp_path / "with space" / "var"
    environ = {
        "HOME": str(tmp_path),
        "PATH": os.environ["PATH"],
        "WARRAQ_SCHEDULE_MINUTES": "60",
        "WARRAQ_UI_PORT": "0",
        "WARRAQ_VAR": str(var),
    }
    process = subprocess.Popen(
        [WARRAQ, "up", "newsroom-almidan", "--rate", "0"],
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield process, var
    finally:
        process.kill()
        process.wait()
        store.embedded.stop(var / "postgres")


def wait_for(condition: Callable[[], Any], seconds: float) -> Any:
    """Return what the condition says once it says something."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if found := condition():
            return found
        time.sleep(0.5)
    pytest.fail(f"not within {seconds} s")


def read_until(process: subprocess.Popen[str], pattern: str) -> str:
    """Return the first line of the output that matches."""
    assert process.stdout is not None
    seen = []
    for line in process.stdout:
        seen.append(line)
        if re.search(pattern, line):
            return line
    pytest.fail("".join(seen))


def list_listeners(processes: list[psutil.Process]) -> set[str]:
    """Return the addresses that the processes listen on."""
    found = set()
    for process in processes:
        try:
            found |= {at.laddr.ip for at in process.net_connections("inet") if at.status == psutil.CONN_LISTEN}
        except psutil.NoSuchProcess:
            continue
    return found


def test_the_live_system_ingests_on_loopback_alone_and_leaves_no_process(
    live: tuple[subprocess.Popen[str], Path],
) -> None:
    process, var = live

    shown = read_until(process, r"http://127\.0\.0\.1:\d+")
    dsn = store.embedded.start(var / "postgres")
    closed = wait_for(lambda: read_closed_run(dsn), RUN_SECONDS)
    family = psutil.Process(process.pid).children(recursive=True)
    listeners = list_listeners(family)
    process.send_signal(signal.SIGTERM)
    process.wait(60)

    assert re.search(r"user admin, password \S{12,}", shown)
    assert listeners == {"127.0.0.1"}
    assert closed == (count_stories(var), [], 0)
    assert [left.pid for left in family if left.is_running() and left.status() != psutil.STATUS_ZOMBIE] == []
    assert not store.embedded.is_running(var / "postgres")


def read_closed_run(dsn: str) -> tuple[int, list[str], int] | None:
    """Return the articles, the unfinished lanes and the imbalance once the run of live news is closed."""
    with closing(psycopg2.connect(dsn)) as connection, connection.cursor() as cursor:
        cursor.execute("select run_id from ingest.run where dag_id = 'ingest_news' and closed_at is not null")
        if cursor.fetchone() is None:
            return None
        cursor.execute("select count(*) from news.articles")
        (articles,) = cursor.fetchone() or (0,)
        cursor.execute("select run_id from ingest.lane where finished_at is null")
        unfinished = [run_id for (run_id,) in cursor]
    with closing(store.connect(dsn)) as connection:
        return articles, unfinished, sum(map(abs, store.read_balance(connection).values()))


def count_stories(var: Path) -> int:
    """Return how many stories of the site the newsroom's truth says must load."""
    epoch = datetime.fromisoformat(json.loads((var / "newsroom.json").read_text(encoding="utf-8"))["epoch"])
    truth = Newsroom(epoch=epoch, clock=lambda: epoch).truth()
    return sum(story.source_id == "newsroom-almidan" and story.outcome == "loaded" for story in truth)
