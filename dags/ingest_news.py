"""Ingest the news: poll every source of the catalogue, keep each new page raw, clean it, check it, publish it.

A lane that fails never keeps the others' news from being published, and never hides behind a green run: `close` fails.
What a lane did not get to waits in the frontier for the next run.
"""

from datetime import UTC, datetime

from airflow.sdk import dag, task_group

from warraq import tasks


@task_group
def lane(lane):
    """Collect a lane's pages, then clean them; each lane goes at its own pace."""
    return tasks.clean(tasks.collect(lane))


@dag(
    schedule=tasks.SCHEDULE,
    start_date=datetime(2026, 1, 1, tzinfo=UTC),
    catchup=False,
    max_active_runs=1,
    tags=["warraq"],
    doc_md=__doc__,
    default_args={"owner": "warraq"},
)
def ingest_news():
    lanes = lane.expand(lane=tasks.plan())
    lanes >> tasks.gate() >> tasks.publish() >> tasks.close()


ingest_news()
