"""Keep the house, every night.

* `tend_partitions`: make the months ahead; drop fetch logs and changes that `WARRAQ_RETENTION_DAYS` does not keep.
  Articles and revisions are kept for ever.
* `renew_articles`: sign, pair and index anew the articles that an earlier version of warraq did.
* `trim_raw`: where `WARRAQ_RAW` is an address, bring up what waits, and remove local copies that went two days ago.
* `erase_purged`: erase the raw pages that `warraq purge` could not, because their file was still being written.
* `check_ledger`: fails where the ledger of a source does not balance.
* `check_health`: fails where a source that runs take was silent for a day, by name.

Let Airflow tell you of failed runs.
"""

from datetime import UTC, datetime

from airflow.sdk import CronTriggerTimetable, dag

from warraq import tasks


@dag(
    schedule=CronTriggerTimetable("30 3 * * *", timezone="UTC"),
    start_date=datetime(2026, 1, 1, tzinfo=UTC),
    catchup=False,
    max_active_runs=1,
    tags=["warraq"],
    doc_md=__doc__,
    default_args={"owner": "warraq"},
)
def maintain():
    tasks.tend_partitions()
    tasks.renew_articles()
    tasks.trim_raw()
    tasks.erase_purged()
    tasks.check_ledger()
    tasks.check_health()


maintain()
