"""What runs in the children: the stages of a run as its DAG orders them, with one step at which the process dies."""

import functools
import importlib
import json
import os
import signal
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from snapshot import take_snapshot

from warraq.archive.writer import WarcWriter
from warraq.clean import clean_page
from warraq.gate import judge_records
from warraq.model import Cleaned, MediaKind, Page, RawLocation
from warraq.pipeline import cleaning, collect, load, publishing
from warraq.pipeline.cleaning import clean_lane
from warraq.pipeline.edge import Edge
from warraq.pipeline.filling import fill_lane
from warraq.pipeline.load import load_archives
from warraq.pipeline.opening import open_pipeline
from warraq.pipeline.plan import plan_days, plan_files, plan_run
from warraq.pipeline.publishing import close_run, judge_staged, publish_run
from warraq.pipeline.records import Origin, make_records
from warraq.settings import read_settings
from warraq.store.transactions import one_transaction

Job = Mapping[str, Any]
Notes = dict[str, Any]  # What one task hands to the next: the lanes.


def make_batches_small() -> None:
    """Have several batches of everything over few pages."""
    collect.FLUSH_PAGES = 5
    # Else a slow machine would count other calls than a quick one.
    collect.FLUSH_SECONDS = float("inf")
    collect.MAX_KEEPING = 0
    cleaning.CHUNK_PAGES = 8
    load.CHUNK_PAGES = 4


def plan(edge: Edge, job: Job, notes: Notes) -> None:
    run_id = job["run_id"]
    match job["scene"]:
        case "days":
            interval = (datetime.fromisoformat(job["since"]), datetime.fromisoformat(job["until"]))
            notes["lanes"] = plan_days(edge, run_id=run_id, interval=interval)
        case "files":
            notes["lanes"] = plan_files(edge, run_id=run_id, files=job["files"], source_id=None)
        case _:
            notes["lanes"] = plan_run(edge, run_id=run_id)


def fill(edge: Edge, job: Job, notes: Notes) -> None:
    notes["lanes"] = [fill_lane(edge, run_id=job["run_id"], lane=lane) for lane in notes["lanes"]]


def clean(edge: Edge, job: Job, notes: Notes) -> None:
    for lane in notes["lanes"]:
        clean_lane(edge, run_id=job["run_id"], lane=lane)


def gate(edge: Edge, job: Job, _: Notes) -> None:
    judge_staged(edge, run_id=job["run_id"])


def publish(edge: Edge, job: Job, _: Notes) -> None:
    publish_run(edge, run_id=job["run_id"])


def close(edge: Edge, job: Job, _: Notes) -> None:
    close_run(edge, run_id=job["run_id"])


def load_all(edge: Edge, job: Job, _: Notes) -> None:
    load_archives(edge, run_id=job["run_id"], paths=[Path(name) for name in job["files"]], source_id=None)


TASKS: Mapping[str, Callable[[Edge, Job, Notes], None]] = {
    "plan": plan,
    "fill": fill,
    "clean": clean,
    "gate": gate,
    "publish": publish,
    "close": close,
    "load": load_all,
}


@dataclass(slots=True)
class Step:
    """A function on the way, the calls of it, and the call at which the process dies."""

    name: (
        str  # module:attribute, where the pipeline looks it up; "/word" after it: only calls with that first argument.
    )
    moment: str
    call: int
    calls: int = 0

    def counts(self, args: tuple[object, ...]) -> bool:
        """Count a call; tell whether it is the one."""
        word = self.name.partition("/")[2]
        if word and word not in args:
            return False
        self.calls += 1
        return self.calls == self.call


def die() -> None:
    """Die as a machine does that loses its memory: nothing is flushed, nothing is caught."""
    os.kill(os.getpid(), signal.SIGKILL)


def wrap(step: Step) -> None:
    """Put the step's death around the function it names."""
    module, _, path = step.name.partition("/")[0].partition(":")
    *owners, name = path.split(".")
    owner: Any = functools.reduce(getattr, owners, importlib.import_module(module))
    setattr(owner, name, surround(getattr(owner, name), step))


def surround(function: Callable[..., Any], step: Step) -> Callable[..., Any]:
    """Return the function with the step's death in it."""
    if step.moment == "commit":
        return one_transaction(surround(function.__wrapped__, replace(step, moment="after")))  # type: ignore[attr-defined]

    @functools.wraps(function)
    def run(*args: Any, **kwargs: Any) -> Any:
        is_last = step.counts(args)
        if is_last and step.moment == "before":
            die()
        if is_last and step.moment == "half":
            write_half(*args)
        if is_last and step.moment == "backend":
            os.kill(args[0].connection.info.backend_pid, signal.SIGKILL)
        result = function(*args, **kwargs)
        if is_last and step.moment == "after":
            die()
        return result

    return run


def write_half(warc: WarcWriter, record: bytes, _: bytes) -> None:
    """Write half of a record and die."""
    file = warc._file  # noqa: SLF001 -- No public way leads to half a record.
    assert file is not None
    file.write(record[: len(record) // 2])
    die()


def run_tasks(job: Job) -> None:
    """Run the job's tasks in order, each from what the last one noted, as Airflow hands it on."""
    folder = Path(job["folder"])
    make_batches_small()
    publishing.BATCH_RECORDS = job["judged_at_once"]
    steps = [Step(**step) for step in job["steps"]]
    for step in steps:
        wrap(step)
    with open_pipeline(job["environ"]) as edge:
        for name in job["tasks"]:
            (folder / "task").write_text(name, encoding="utf-8")
            notes = read_notes(folder, job["run_id"])
            TASKS[name](edge, job, notes)
            write_notes(folder, job["run_id"], notes)
    (folder / "calls.json").write_text(json.dumps({step.name: step.calls for step in steps}))


def notes_path(folder: Path, run_id: str) -> Path:
    return folder / f"{run_id.replace('/', '-')}.json"


def read_notes(folder: Path, run_id: str) -> Notes:
    path = notes_path(folder, run_id)
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def write_notes(folder: Path, run_id: str, notes: Notes) -> None:
    """Keep the notes whole or not at all, as a database does."""
    path = notes_path(folder, run_id)
    path.with_suffix(".new").write_text(json.dumps(notes), encoding="utf-8")
    path.with_suffix(".new").replace(path)


def rehearse() -> None:
    """Clean and judge a page, so that a child need not load what that takes."""
    at = datetime(2026, 11, 20, 9, tzinfo=UTC)
    story = "<p>" + "</p><p>".join(["The harbour opened again this morning, its master said to reporters."] * 9)
    content = f"<html lang=en><h1>The harbour opens again</h1><article>{story}</article>".encode()
    page = Page(content=content, kind=MediaKind.HTML, url="http://quay.example/1", fetched_at=at)
    cleaned = clean_page(page)
    assert isinstance(cleaned, Cleaned)
    raw = RawLocation(warc_file="none", warc_offset=0, payload_sha256=bytes(32))
    origin = Origin(url="http://quay.example/1", page_key=bytes(32), source=load.UNNAMED, raw=raw, is_historical=False)
    judge_records(make_records(cleaned, page, origin), folder=read_settings({}).expectations, now=at)


def look(job: Job) -> None:
    """Write what the database and the raw store hold."""
    found = take_snapshot(job["dsn"], Path(job["raw"]), tuple(job["dead_runs"]))
    (Path(job["folder"]) / "snapshot.json").write_text(json.dumps(found), encoding="utf-8")


JOBS: Mapping[str, Callable[[Job], None]] = {"look": look, "run": run_tasks}
