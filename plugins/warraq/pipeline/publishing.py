"""Judge what was staged and publish what passes: the gate and the one transaction behind it."""

from collections.abc import Mapping, Sequence

from warraq import gate, store
from warraq.errors import UsageError
from warraq.model import Outcome
from warraq.pipeline.cleaning import clean_fetched
from warraq.pipeline.edge import Edge

BATCH_RECORDS = 1_000  # Records judged at once: the gate's cost is nearly all per batch.


def clean_and_publish(edge: Edge, *, run_id: str, source_ids: Sequence[str]) -> tuple[str, ...]:
    """Take what the sources have fetched down the rest of the road in this process.

    Return the pages that crashed the cleaner, for ``fail_on_crashes``: a bug of ours must not pass in silence.
    """
    crashed = clean_fetched(edge, run_id=run_id, source_ids=source_ids).crashed
    judge_staged(edge, run_id=run_id)
    publish_run(edge, run_id=run_id)
    return crashed


def judge_staged(edge: Edge, *, run_id: str) -> int:
    """Give every staged record of the run its verdict; return how many were judged.

    A record is judged by itself, then with all that its publisher gave. A run that staged nothing has nothing to judge.
    Raises ``GateError`` where the suites cannot vouch for the batch.
    """
    gate.check_suites(edge.settings.expectations)
    judged = 0
    for rows in store.read_staged(edge.connection, run_id=run_id, batch_rows=BATCH_RECORDS):
        judgement = gate.judge_records(
            [row.record for row in rows], folder=edge.settings.expectations, now=edge.clock()
        )
        store.save_verdicts(edge.connection, run_id=run_id, row_ids=[row.row_id for row in rows], judgement=judgement)
        judged += len(rows)
    hold_changed(edge, run_id=run_id)
    return judged


def hold_changed(edge: Edge, *, run_id: str) -> None:
    """Judge what each publisher gave beside its own past; where it changed its pages, hold all it gave."""
    batches = store.measure_batches(edge.connection, run_id=run_id)
    if batches:
        judgement = gate.judge_batches(batches, folder=edge.settings.expectations, now=edge.clock())
        store.settle_batches(edge.connection, run_id=run_id, now=edge.clock(), batches=batches, judgement=judgement)


def publish_run(edge: Edge, *, run_id: str) -> Mapping[str, Mapping[Outcome, int]]:
    """Publish the run's judged records in one transaction; return the outcomes counted by source."""
    outcomes = store.publish(edge.connection, run_id=run_id, now=edge.clock())
    store.flush_search(edge.connection)
    return outcomes


def close_run(edge: Edge, *, run_id: str) -> None:
    """Close the run. Raises ``UsageError`` naming what of it failed; what that lacks waits for the next run.

    Airflow calls a run successful when its last task is: this is the last task, so it speaks for all of them.
    """
    is_published = store.is_published(edge.connection, run_id=run_id)
    failed = [f"lane {lane}" for lane in store.unfinished_lanes(edge.connection, run_id=run_id)]
    store.close_run(edge.connection, run_id=run_id, now=edge.clock())
    failed += [] if is_published else ["the plan, the gate or the publishing"]
    if failed:
        message = f"{', '.join(failed)} of run {run_id} failed (see its log); its pages wait for the next run"
        raise UsageError(message)
