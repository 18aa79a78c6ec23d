"""Runs of the pipeline that are killed and run again, over a newsroom and a Postgres server that live on."""

import http.client
import json
import shutil
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg2
from children import Warm
from psycopg2 import sql

from warraq.newsroom import Newsroom
from warraq.store.connection import replace_database

EPOCH = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
LATER = EPOCH + timedelta(hours=2)  # By then corrections and new stories are out.
SMALL_BATCH = 12  # Records judged at once where a run dies between two batches: each takes a third of a second.
TASKS = ("plan", "fill", "clean", "gate", "publish", "close")
WHOLE: Mapping[str, tuple[str, ...]] = {"days": TASKS, "files": TASKS, "later": TASKS, "live": TASKS, "load": ("load",)}
KILLED = -9
FAILED = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Kill:
    """A place at which a run dies."""

    task: str
    step: str
    moment: str  # before, after; commit: all is told, nothing committed; half: of a record; backend: the server's end.
    call: int | str

    def __str__(self) -> str:
        """Return the place for people."""
        return f"{self.task} · {self.step.replace('warraq.', '')} · {self.moment} · {self.call}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A scene, the deaths of its first runs, and whether each is taken up by a retry of its task or by a new run."""

    scene: str
    kills: tuple[Kill, ...]
    is_retried: bool

    def __str__(self) -> str:
        """Return the case for people."""
        return f"{self.scene} · {' + '.join(map(str, self.kills))} · {'retry' if self.is_retried else 'new run'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a case lives: its database and its folder."""

    dsn: str
    folder: Path

    @property
    def raw(self) -> Path:
        """Return where its WARCs are."""
        return self.folder / "var" / "raw"

    @property
    def log(self) -> str:
        """Return what its children printed."""
        path = self.folder / "log"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    @property
    def task(self) -> str:
        """Return the task that was begun last."""
        return (self.folder / "task").read_text(encoding="utf-8")


@dataclass(slots=True, kw_only=True)
class Harness:
    """Runs cases, and the undisturbed run of each scene."""

    warm: Warm
    server_dsn: str
    template: str
    folder: Path  # Holds the catalogue, the dumps, and a folder a case.
    newsrooms: Mapping[str, Newsroom]  # By scene; "live" serves those that are not named.
    before: dict[str, Place] = field(default_factory=dict)  # What a scene begins with, where that is not nothing.
    calls: dict[str, dict[str, int]] = field(default_factory=dict)
    calm: dict[str, dict[str, Any]] = field(default_factory=dict)

    @contextmanager
    def open_place(self, scene: str) -> Iterator[Place]:
        """Yield a database and a folder as the scene finds them."""
        place = self.make_place(scene)
        yield place
        execute(self.server_dsn, "drop database {} with (force)", place.folder.name)

    def make_place(self, scene: str) -> Place:
        """Return a database and a folder as the scene finds them."""
        name = f"warraq_crash_{uuid.uuid4().hex[:12]}"
        before = self.before.get(scene)
        template = before.folder.name if before else self.template
        execute(self.server_dsn, "create database {} template {}", name, template)
        place = Place(dsn=replace_database(self.server_dsn, name), folder=self.folder / name)
        place.folder.mkdir()
        if before:
            shutil.copytree(before.raw, place.raw)
        return place

    def make_job(self, place: Place, scene: str, tasks: Sequence[str], run_id: str) -> dict[str, Any]:
        """Return the job of running the tasks undisturbed."""
        return {
            "kind": "run",
            "scene": scene,
            "folder": str(place.folder),
            "environ": make_environ(place, self.folder / "sources", self.newsrooms.get(scene, self.newsrooms["live"])),
            "tasks": list(tasks),
            "run_id": run_id,
            "since": (EPOCH - timedelta(days=4)).isoformat(),
            "until": EPOCH.isoformat(),
            "files": sorted(str(path) for path in (self.folder / "dumps").iterdir()),
            "steps": [],
            "judged_at_once": 1_000,
        }

    def look(self, place: Place, dead_runs: Sequence[str] = ()) -> dict[str, Any]:
        """Return what the place holds."""
        job = {"kind": "look", "folder": str(place.folder), "dsn": place.dsn, "raw": str(place.raw)}
        ended = self.warm.run({**job, "dead_runs": list(dead_runs)})
        assert ended == 0, place.log
        found: dict[str, Any] = json.loads((place.folder / "snapshot.json").read_text(encoding="utf-8"))
        return found

    def run_calmly(self, scene: str, steps: Sequence[str]) -> Place:
        """Run the scene undisturbed; note what it leaves and how often each step was taken. The place stays."""
        place = self.make_place(scene)
        job = self.make_job(place, scene, WHOLE[scene], f"{scene}/calm")
        job["steps"] = [{"name": step, "moment": "count", "call": 0} for step in steps]
        ended = self.warm.run({**job, "judged_at_once": SMALL_BATCH})
        assert ended == 0, place.log
        self.calls[scene] = json.loads((place.folder / "calls.json").read_text(encoding="utf-8"))
        self.calm[scene] = self.look(place)
        return place

    def run_to_death(self, place: Place, scene: str, kill: Kill, tasks: Sequence[str], run_id: str) -> None:
        """Run the tasks; see that the run died where it should."""
        calls = self.calls[scene].get(kill.step, 1)
        words = {"first": 1, "middle": (calls + 1) // 2, "last": calls}
        call = kill.call if isinstance(kill.call, int) else words[kill.call]
        job = self.make_job(place, scene, tasks, run_id)
        job["steps"] = [{"name": kill.step, "moment": kill.moment, "call": call}]
        job["judged_at_once"] = SMALL_BATCH if kill.task == "gate" else job["judged_at_once"]
        ended = self.warm.run(job)
        assert ended == (FAILED if kill.moment == "backend" else KILLED), (
            f"ended with {ended}, not at {kill}\n{place.log}"
        )
        assert place.task == kill.task, f"{kill} came in {place.task}"

    def run_case(self, case: Case) -> dict[str, Any]:
        """Run the scene, killed as the case says, then to its end; return what differs from the undisturbed run."""
        with self.open_place(case.scene) as place:
            tasks, dead = WHOLE[case.scene], []
            run_id = f"{case.scene}/0"
            for number, kill in enumerate(case.kills, start=1):
                self.run_to_death(place, case.scene, kill, tasks, run_id)
                if case.is_retried:
                    tasks = tasks[tasks.index(kill.task) :]
                else:
                    dead.append(run_id)
                    run_id = f"{case.scene}/{number}"
            self.finish(place, case.scene, tasks, run_id)
            return compare(self.calm[case.scene], self.look(place, dead))

    def finish(self, place: Place, scene: str, tasks: Sequence[str], run_id: str) -> None:
        """Run the tasks to their end."""
        ended = self.warm.run(self.make_job(place, scene, tasks, run_id))
        assert ended == 0, place.log


def compare(calm: Mapping[str, Any], found: Mapping[str, Any]) -> dict[str, Any]:
    """Return for each table the rows that only one of the two has, or has more often."""
    return {
        name: {
            "undisturbed": [row for row in calm[name] if calm[name].count(row) > found[name].count(row)],
            "killed": [row for row in found[name] if found[name].count(row) > calm[name].count(row)],
        }
        for name in sorted(calm)
        if calm[name] != found[name]
    }


def make_environ(place: Place, sources: Path, newsroom: Newsroom) -> dict[str, str]:
    """Return the settings of a run."""
    return {
        "WARRAQ_ALLOW_NETWORKS": "127.0.0.0/8",
        "WARRAQ_CLEAN_WORKERS": "1",
        "WARRAQ_CONNECT_TO": ",".join(newsroom.connect_to()),
        "WARRAQ_DSN": place.dsn,
        "WARRAQ_LANES": "1",
        "WARRAQ_LEASE_SECONDS": "1",  # A killed lane's host is waited for.
        "WARRAQ_MAX_ATTEMPTS": "2",  # One page answers 500 for ever.
        "WARRAQ_RETRY_SECONDS": "0.05",
        "WARRAQ_SOURCES": str(sources),
        "WARRAQ_VAR": str(place.folder / "var"),
    }


def ask_for_everything(newsroom: Newsroom) -> None:
    """Ask for every page: one is unavailable at first, and the first run would meet another site than the rest."""
    port = int(newsroom.connect_to()[0].rpartition(":")[2])
    for article in newsroom.truth():
        host, _, path = article.url.removeprefix("http://").partition("/")
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request("GET", f"/{path}", headers={"Host": host})
        connection.getresponse().read()
        connection.close()


def execute(dsn: str, statement: str, *names: str) -> None:
    """Run a statement over the names, outside any transaction."""
    connection = psycopg2.connect(dsn)
    connection.autocommit = True
    try:
        with connection.cursor() as cursor:
            cursor.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))
    finally:
        connection.close()
