"""Send pages that are on disk down the road again; nothing is fetched.

* `what=quarantine`: test again what was set aside, after a rule, the suite or the cleaner changed; load what passes.
* `what=articles`: clean anew what another version of the cleaner made; a text that differs is a revision.

Without `source` every source of the catalogue is taken. Each lane brings back at most 20,000 pages a run.
"""

from datetime import UTC, datetime

from airflow.sdk import Param, dag, task_group

from warraq import tasks


@task_group
def lane(lane):
    """Bring the lane's pages back from the raw store, then clean them."""
    return tasks.clean(tasks.collect(lane))


@dag(
    schedule=None,
    start_date=datetime(2026, 1, 1, tzinfo=UTC),
    catchup=False,
    max_active_runs=1,
    tags=["warraq"],
    doc_md=__doc__,
    default_args={"owner": "warraq"},
    params={
        "what": Param("quarantine", enum=["quarantine", "articles"], description="What comes back."),
        "source": Param(None, type=["null", "string"], description="Of one source of the catalogue; none: of all."),
        "reason": Param(None, type=["null", "string"], description="Of the quarantine: set aside for this reason."),
        "since": Param(None, type=["null", "string"], description="Of the articles: fetched then or later."),
        "until": Param(None, type=["null", "string"], description="Of the articles: fetched before then."),
    },
)
def replay():
    lanes = lane.expand(lane=tasks.plan_replay())
    lanes >> tasks.gate() >> tasks.publish() >> tasks.close()


replay()
