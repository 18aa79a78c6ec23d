"""The stages as Airflow tasks: thin adapters that open the edge, call the pipeline and let failures meet their fate.

Airflow imports this module whenever it parses a DAG, so everything heavy is imported inside the tasks.
"""

import functools
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from airflow.sdk import Asset, get_current_context, task
from airflow.sdk.exceptions import AirflowFailException

from warraq.model import Lane
from warraq.settings import read_settings

if TYPE_CHECKING:
    from warraq.pipeline.edge import Edge

P = ParamSpec("P")
R = TypeVar("R")

# A consumer reads news.changes_since by cursor: events only wake it (apache/airflow#56050 loses some).
ARTICLES = Asset("news.articles")

SCHEDULE = timedelta(minutes=read_settings(os.environ).schedule_minutes)

# Time can mend a lost connection; a task that hangs must not hold its slot for ever (Airflow's default is no limit).
QUICK: dict[str, Any] = {"retries": 3, "retry_delay": timedelta(seconds=10), "execution_timeout": timedelta(minutes=10)}
LONG: dict[str, Any] = {"retries": 3, "retry_delay": timedelta(seconds=30), "execution_timeout": timedelta(hours=2)}


def meet_fate(function: Callable[P, R]) -> Callable[P, R]:
    """Fail at once, in one line, on what only the operator can mend; let Airflow retry the rest."""

    @functools.wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        from warraq.errors import UsageError  # noqa: PLC0415 -- Nothing of ours is imported while Airflow parses.

        try:
            return function(*args, **kwargs)
        except UsageError as error:
            raise AirflowFailException(str(error)) from error

    return run


@contextmanager
def open_edge() -> "Iterator[Edge]":
    """Open what a stage needs of the outside world for the length of one task."""
    from warraq.pipeline.opening import open_pipeline  # noqa: PLC0415 -- Heavy.

    with open_pipeline(os.environ) as edge:
        yield edge


def read_run_id() -> str:
    """Return the run's id, unique over all DAGs."""
    run = get_current_context()["dag_run"]
    return f"{run.dag_id}/{run.run_id}"


@task(**QUICK)
@meet_fate
def plan() -> list[Lane]:
    """Check the catalogue and the suite, open the run, deal the sources out to lanes."""
    from warraq.pipeline.plan import plan_run  # noqa: PLC0415 -- Heavy.

    with open_edge() as edge:
        return plan_run(edge, run_id=read_run_id())


@task(**QUICK)
@meet_fate
def plan_backfill() -> list[Lane]:
    """Plan the days of the data interval, or the files the params name."""
    from warraq.pipeline.plan import plan_days, plan_files  # noqa: PLC0415 -- Heavy.

    context = get_current_context()
    params = context["params"]
    with open_edge() as edge:
        if params.get("files"):
            return plan_files(edge, run_id=read_run_id(), files=params["files"], source_id=params.get("source"))
        interval = context.get("data_interval_start"), context.get("data_interval_end")
        return plan_days(edge, run_id=read_run_id(), interval=interval)


@task(**QUICK)
@meet_fate
def plan_replay() -> list[Lane]:
    """Plan which pages come back from the raw store, as the params say."""
    from warraq.pipeline.plan import plan_replay  # noqa: PLC0415 -- Heavy.
    from warraq.pipeline.replay import read_choice  # noqa: PLC0415 -- Heavy.

    params = get_current_context()["params"]
    choice = read_choice({name: params.get(name) for name in ("what", "reason", "since", "until")})
    with open_edge() as edge:
        return plan_replay(edge, run_id=read_run_id(), choice=choice, source_id=params.get("source"))


@task(**LONG)
@meet_fate
def collect(lane: Lane) -> Lane:
    """Fill the WARC step: from feeds, from a day's sitemaps, from archive files, or from the raw store."""
    from warraq.pipeline.filling import fill_lane  # noqa: PLC0415 -- Heavy.

    with open_edge() as edge:
        return fill_lane(edge, run_id=read_run_id(), lane=lane)


@task(**LONG)
@meet_fate
def clean(lane: Lane) -> int:
    """Clean the lane's fetched pages and stage what they hold; return how many pages."""
    from warraq.pipeline.cleaning import clean_lane  # noqa: PLC0415 -- Heavy.

    with open_edge() as edge:
        return clean_lane(edge, run_id=read_run_id(), lane=lane)


@task(**QUICK, trigger_rule="all_done")
@meet_fate
def gate() -> int:
    """Judge every staged record against the suite; return how many."""
    from warraq.pipeline.publishing import judge_staged  # noqa: PLC0415 -- Heavy.

    with open_edge() as edge:
        return judge_staged(edge, run_id=read_run_id())


@task(**QUICK, outlets=[ARTICLES], multiple_outputs=False)
@meet_fate
def publish() -> dict[str, dict[str, int]]:
    """Publish what passed in one transaction; return the outcomes by source."""
    from warraq.pipeline.publishing import publish_run  # noqa: PLC0415 -- Heavy.

    with open_edge() as edge:
        outcomes = publish_run(edge, run_id=read_run_id())
    return {source_id: {str(outcome): n for outcome, n in counts.items()} for source_id, counts in outcomes.items()}


@task(**QUICK)
@meet_fate
def tend_partitions() -> list[str]:
    """Make the partitions ahead, and drop what retention does not keep; return the names dropped."""
    from warraq.pipeline.maintenance import tend_partitions  # noqa: PLC0415 -- Heavy.

    with open_edge() as edge:
        return list(tend_partitions(edge))


@task(**LONG)
@meet_fate
def renew_articles() -> dict[str, int]:
    """Sign, pair and index anew the articles that an earlier version did; return how many of each."""
    from warraq.pipeline.maintenance import renew_articles  # noqa: PLC0415 -- Heavy.

    with open_edge() as edge:
        return renew_articles(edge)._asdict()


@task(**LONG)
@meet_fate
def trim_raw() -> int:
    """Remove the local copies of WARCs that went to the address of the raw store days ago; return how many."""
    from warraq.pipeline.maintenance import trim_raw  # noqa: PLC0415 -- Heavy.

    with open_edge() as edge:
        return trim_raw(edge)


@task(**LONG)
@meet_fate
def erase_purged() -> int:
    """Erase the raw pages that purges left; return how many."""
    from warraq.pipeline.maintenance import erase_purged  # noqa: PLC0415 -- Heavy.

    with open_edge() as edge:
        return erase_purged(edge)


@task(**QUICK)
@meet_fate
def check_ledger() -> int:
    """Fail where the ledger of a source does not balance."""
    from warraq.pipeline.maintenance import check_ledger  # noqa: PLC0415 -- Heavy.

    with open_edge() as edge:
        return check_ledger(edge)


@task(**QUICK)
@meet_fate
def check_health() -> int:
    """Fail where a source that runs take was silent for a day."""
    from warraq.pipeline.maintenance import check_health  # noqa: PLC0415 -- Heavy.

    with open_edge() as edge:
        return check_health(edge)


@task(**QUICK, trigger_rule="all_done")
@meet_fate
def close() -> None:
    """Close the run, and fail it if a lane or the publishing failed."""
    from warraq.pipeline.publishing import close_run  # noqa: PLC0415 -- Heavy.

    with open_edge() as edge:
        close_run(edge, run_id=read_run_id())
