"""Backfill the past: what each day's sitemaps name, or what archive files hold.

* `airflow backfill create --dag-id backfill_archive --from-date … --to-date …` fetches the days between.
* Its own schedule is the gap sweep: every night it re-reads the day before for what live ingest missed.
* Triggered with `files` (WARC, WET, saved pages, text dumps, or folders of them) it loads those instead.

Everything it loads is marked historical. Days and files already loaded change nothing.
"""

from datetime import UTC, datetime

from airflow.sdk import CronDataIntervalTimetable, Param, dag, task_group

from warraq import tasks


@task_group
def lane(lane):
    """Fill the lane's WARC, then clean it."""
    return tasks.clean(tasks.collect(lane))


@dag(
    schedule=CronDataIntervalTimetable("0 0 * * *", timezone="UTC"),
    start_date=datetime(2000, 1, 1, tzinfo=UTC),
    catchup=False,
    max_active_runs=1,
    tags=["warraq"],
    doc_md=__doc__,
    default_args={"owner": "warraq"},
    params={
        "files": Param([], type="array", items={"type": "string"}, description="Archives to load, as paths."),
        "source": Param(None, type=["null", "string"], description="Whose they are; none: by each page's host."),
    },
)
def backfill_archive():
    lanes = lane.expand(lane=tasks.plan_backfill())
    lanes >> tasks.gate() >> tasks.publish() >> tasks.close()


backfill_archive()
