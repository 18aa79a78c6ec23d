"""Runs and their lanes: what was begun, and what of it was finished."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from warraq.store.connection import Cursor
from warraq.store.queries import read_query, transpose
from warraq.store.transactions import one_transaction


@one_transaction
def open_run(
    cursor: Cursor, *, run_id: str, now: datetime, lanes: Mapping[int, Sequence[str]], is_historical: bool
) -> None:
    """Open the run, named ``<dag_id>/…``, with its lanes and their sources, none of them finished.

    Opened again it is open again, with these lanes. Makes the partitions of this month and the two after it.
    """
    dag_id = run_id.partition("/")[0]
    cursor.execute(read_query("partition_make"), {"now": now})
    cursor.execute(
        read_query("run_upsert"), {"run_id": run_id, "dag_id": dag_id, "is_historical": is_historical, "now": now}
    )
    cursor.execute(read_query("lane_delete"), {"run_id": run_id, "lanes": sorted(lanes)})
    rows = [(lane, "\n".join(source_ids)) for lane, source_ids in sorted(lanes.items())]
    cursor.execute(read_query("lane_upsert"), {**transpose(("lane", "source_ids"), rows), "run_id": run_id})


@one_transaction
def finish_lane(cursor: Cursor, *, run_id: str, lane: int, now: datetime) -> None:
    """Note that the lane did all it had to."""
    cursor.execute(read_query("lane_finish"), {"run_id": run_id, "lane": lane, "now": now})


@one_transaction
def unfinished_lanes(cursor: Cursor, *, run_id: str) -> tuple[int, ...]:
    """Return the numbers of the lanes that have not finished, in order."""
    cursor.execute(read_query("lane_list_unfinished"), {"run_id": run_id})
    return tuple(lane for (lane,) in cursor.fetchall())


@one_transaction
def is_published(cursor: Cursor, *, run_id: str) -> bool:
    """Tell whether the run was published since it was opened last."""
    cursor.execute(read_query("run_is_published"), {"run_id": run_id})
    return cursor.fetchone() == (True,)


@one_transaction
def close_run(cursor: Cursor, *, run_id: str, now: datetime) -> None:
    """Close the run and clear what it staged and did not publish: the next run cleans those pages again."""
    for table in ("stage_verdict", "stage", "stage_rejection"):
        cursor.execute(read_query(f"{table}_delete_run"), {"run_id": run_id})
    cursor.execute(read_query("run_close"), {"run_id": run_id, "now": now})


@one_transaction
def find_last_run(cursor: Cursor, *, dag_id: str) -> str | None:
    """Return the id of the run of the DAG that was opened last, or None before the first."""
    cursor.execute(read_query("run_find_last"), {"dag_id": dag_id})
    row = cursor.fetchone()
    return row[0] if row else None
