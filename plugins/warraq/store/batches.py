"""Batches: what a publisher gave in a run, beside what it gave before, and held where that tells of changed pages."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from psycopg2.extras import Json

from warraq.model import Batch, Judgement, Tally
from warraq.store.connection import Cursor
from warraq.store.queries import read_query, read_rows, transpose
from warraq.store.stage import list_failures
from warraq.store.transactions import one_transaction

WINDOW = 10  # Records, and pages: a batch of fewer is judged with those before it.


@one_transaction
def measure_batches(cursor: Cursor, *, run_id: str) -> tuple[Batch, ...]:
    """Return what each publisher has judged records of in the run, in order of their ids."""
    cursor.execute(read_query("batch_measure"), {"run_id": run_id, "window": WINDOW})
    batches = []
    for (source_id, is_historical), rows in groupby(
        read_rows(cursor), key=lambda row: (row.pop("source_id"), row.pop("is_historical"))
    ):
        past, now = (Tally(**row) for row in rows)
        batches.append(Batch(source_id=source_id, is_historical=is_historical, now=now, past=past))
    return tuple(batches)


@one_transaction
def settle_batches(
    cursor: Cursor, *, run_id: str, now: datetime, batches: Sequence[Batch], judgement: Judgement
) -> None:
    """Keep what the gate says of the batches; the records of one that failed have failed with it.

    To be called once the records have their own verdicts, and again only after those were given again.
    """
    rows = [
        (
            batches[verdict.row].source_id,
            batches[verdict.row].is_historical,
            Json(list_failures(verdict.failures)),
        )
        for verdict in judgement.verdicts
    ]
    columns = transpose(("source_id", "is_historical", "failed"), rows)
    cursor.execute(
        read_query("stage_batch_upsert"),
        {**columns, "run_id": run_id, "now": now, "suite_version": judgement.suite_version},
    )
