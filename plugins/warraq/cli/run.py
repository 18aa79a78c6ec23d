"""``warraq run``: one full ingest by ``airflow dags test``, with progress, then a table of what was loaded."""

import argparse
import os
import signal
import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console

from warraq import gate, store
from warraq.cli.ground import hold_database, make_airflow_environment
from warraq.cli.metadata import fail_cut_off_runs, migrate_airflow
from warraq.cli.newsstand import choose_only, serve_newsroom, stand_still
from warraq.cli.processes import raise_family
from warraq.cli.tables import FailingFeed, Progress, describe_run, make_console, print_next_steps, print_run
from warraq.cli.turn import take_turn
from warraq.errors import UsageError
from warraq.model import RunCounts, Source
from warraq.pipeline.catalogue_files import read_sources
from warraq.pipeline.plan import choose_sources
from warraq.settings import Settings

DAG_ID = "ingest_news"
TICK_SECONDS = 0.5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("sources", nargs="*", metavar="SOURCE", help="ids of the catalogue; none: the bundled newsroom")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Ingest once and print what was loaded. Everything that can be wrong is checked before anything is fetched."""
    console = make_console()
    sources = read_sources(settings.sources)
    only = choose_only(tuple(sources.values()), options.sources, settings)
    choose_sources(sources, settings.model_copy(update={"only": only}))
    gate.check_suites(settings.expectations)
    began, began_at = time.monotonic(), datetime.now(UTC)
    with (
        take_turn(settings, "run"),
        hold_database(settings) as dsn,
        serve_newsroom(settings, only, stand_still) as reaching,
    ):
        console.print(f"database  {store.describe_dsn(dsn)}")
        console.print(f"sources   {', '.join(only)}")
        environment = make_airflow_environment(reaching, dsn, os.environ)
        migrate_airflow(environment, settings, console.print)
        fail_cut_off_runs(environment)
        log = settings.var / "logs" / f"run-{datetime.now(UTC):%Y%m%dT%H%M%S}.log"
        counts = ingest(dsn, environment, log, console)
        print_run(console, counts)
        chosen = [sources[source_id] for source_id in only]
        failing = list_failing(dsn, chosen)
        says = describe_run(counts, failing, list_resting(dsn, chosen, began_at))
        print_next_steps(console, settings, says, time.monotonic() - began)
    if failing and len(failing) == sum(len(list_documents(source)) for source in chosen):
        message = "no feed of the chosen sources could be read; the lines above say why"
        raise UsageError(message)
    return 0


def list_failing(dsn: str, sources: Sequence[Source]) -> tuple[FailingFeed, ...]:
    """Return the feeds and sitemaps of the catalogue that could not be read when they were last asked."""
    documents = {(source.source_id, url) for source in sources for url in list_documents(source)}
    with closing(store.connect(dsn)) as connection:
        rows = store.list_failing_feeds(connection, source_ids=[source.source_id for source in sources])
    return tuple(
        FailingFeed(url=url, reason=reason or "no reason kept")
        for source_id, url, _, reason in rows
        if (source_id, url) in documents
    )


def list_resting(dsn: str, sources: Sequence[Source], began_at: datetime) -> tuple[datetime, ...]:
    """Return when those sound feeds and sitemaps of the catalogue are due that were asked before, and not again."""
    documents = {(source.source_id, url) for source in sources for url in list_documents(source)}
    with closing(store.connect(dsn)) as connection:
        marks = store.read_watermarks(connection, [source.source_id for source in sources])
    return tuple(
        mark.next_check_at
        for mark in marks
        if (mark.source_id, mark.feed_url) in documents
        and not mark.failures
        and mark.checked_at
        and mark.next_check_at
        and mark.checked_at < began_at < mark.next_check_at
    )


def list_documents(source: Source) -> tuple[str, ...]:
    """Return the addresses of what is polled for the source's live news."""
    return (*source.feeds, *source.sitemaps)


def ingest(dsn: str, environment: Mapping[str, str], log: Path, console: Console) -> tuple[RunCounts, ...]:
    """Run the DAG once; return what the ledger counted. Raises ``UsageError`` with the first clear line of its log."""
    with closing(store.connect(dsn)) as connection:
        last = store.find_last_run(connection, dag_id=DAG_ID)
        progress = Progress(console)
        # Airflow's `dags test` goes on after SIGTERM (3.3.2); whoever takes the next turn must be alone.
        with raise_family(farewell=signal.SIGKILL) as family:
            family.start("airflow", ["airflow", "dags", "test", DAG_ID], environment=environment, log=log)
            while family.find_dead() is None:
                time.sleep(TICK_SECONDS)
                progress.say(read_counts(connection, last))
        if family.programs["airflow"].returncode:
            message = f"the run failed: {find_fault(log)}. The whole log: {log}"
            raise UsageError(message)
        return read_counts(connection, last)


def read_counts(connection: store.Connection, last: str | None) -> tuple[RunCounts, ...]:
    """Return the counts of the run that came after ``last``; none where there is none yet."""
    run_id = store.find_last_run(connection, dag_id=DAG_ID)
    return store.read_run(connection, run_id=run_id) if run_id is not None and run_id != last else ()


def find_fault(log: Path) -> str:
    """Return the first line of the log that names our failure, else where Airflow stopped."""
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    ours = [line for line in lines if line.startswith(("AirflowFailException: ", "warraq."))]
    any_fault = [line for line in lines if "Error: " in line]
    return (ours or any_fault or ["Airflow ended without a word"])[0].removeprefix("AirflowFailException: ")
