"""A newsroom on loopback and the pipeline over it, in this process: what an Airflow run does, without Airflow."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg2.extras
import pytest

from warraq.model import Lane, RunCounts
from warraq.newsroom import Newsroom, write_dump
from warraq.pipeline.cleaning import clean_lane
from warraq.pipeline.edge import Edge
from warraq.pipeline.filling import fill_lane
from warraq.pipeline.opening import open_pipeline
from warraq.pipeline.plan import plan_days, plan_run
from warraq.pipeline.publishing import close_run, judge_staged, publish_run
from warraq.store import read_run

EPOCH = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


@dataclass(slots=True, kw_only=True)
class Press:
    """A newsroom whose clock the test sets, and what it takes to ingest from it."""

    environ: dict[str, str]
    now: datetime = EPOCH
    newsroom: Newsroom = field(init=False)

    @contextmanager
    def open(self) -> Iterator[Edge]:
        with open_pipeline(self.environ) as edge:
            yield edge

    def ingest(self, run_id: str) -> dict[str, RunCounts]:
        """Run every stage of live news once, as the DAG does; return what the ledger counted by source."""
        with self.open() as edge:
            return self.finish(edge, run_id, plan_run(edge, run_id=run_id))

    def plan(self, edge: Edge, run_id: str) -> list[Lane]:
        """Plan a run of live news."""
        return plan_run(edge, run_id=run_id)

    def backfill(self, run_id: str, start: datetime, end: datetime) -> dict[str, RunCounts]:
        """Run every stage over the days from ``start`` to ``end``."""
        with self.open() as edge:
            return self.finish(edge, run_id, plan_days(edge, run_id=run_id, interval=(start, end)))

    def finish(self, edge: Edge, run_id: str, lanes: Sequence[Lane]) -> dict[str, RunCounts]:
        """Take the lanes down the rest of the road."""
        for planned in lanes:
            lane = fill_lane(edge, run_id=run_id, lane=planned)
            clean_lane(edge, run_id=run_id, lane=lane)
        judge_staged(edge, run_id=run_id)
        publish_run(edge, run_id=run_id)
        close_run(edge, run_id=run_id)
        return {counts.source_id: counts for counts in read_run(edge.connection, run_id=run_id)}

    def select(self, query: str, parameters: Sequence[object] = ()) -> list[Mapping[str, Any]]:
        """Return the rows of a query as readers get them."""
        with psycopg2.connect(self.environ["WARRAQ_DSN"]) as connection:
            cursor = connection.cursor(cursor_factory=psycopg2.extras.RealDictCursor)
            cursor.execute(query, parameters)
            rows: list[Mapping[str, Any]] = cursor.fetchall()
        connection.close()
        return rows


@pytest.fixture
def press(dsn: str, tmp_path: Path) -> Iterator[Press]:
    """A newsroom at its first day, and an empty database."""
    made = Press(
        environ={
            "PATH": os.environ["PATH"],
            "WARRAQ_ALLOW_NETWORKS": "127.0.0.0/8",
            "WARRAQ_DSN": dsn,
            "WARRAQ_ONLY": "newsroom-almidan newsroom-warsha newsroom-harbourpost",
            "WARRAQ_VAR": str(tmp_path / "var"),
        }
    )
    with Newsroom(epoch=EPOCH, clock=lambda: made.now) as newsroom:
        made.newsroom = newsroom
        made.environ["WARRAQ_CONNECT_TO"] = ",".join(newsroom.connect_to())
        yield made


@pytest.fixture
def write_dump_file(press: Press, tmp_path: Path) -> Callable[[], Path]:
    """A function that writes three stories of the newsroom as a text dump."""

    def write() -> Path:
        stories = [truth for truth in press.newsroom.truth() if truth.source_id == "newsroom-almidan"]
        path = tmp_path / "dump.txt"
        path.write_text(write_dump([truth for truth in stories if truth.outcome == "loaded"][:3]), encoding="utf-8")
        return path

    return write
