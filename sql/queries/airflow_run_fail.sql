-- Airflow 3.3 names what began a run (DagRunTriggeredByType); only `dags test` is TEST. As when a person marks a run
-- failed: what ran has failed, what waited is skipped.
with cut as (
    update public.dag_run set state = 'failed', end_date = now()
    where triggered_by = 'TEST' and state in ('queued', 'running')
    returning dag_id, run_id
)
update public.task_instance as task
set state = case when task.state = 'running' then 'failed' else 'skipped' end, end_date = now()
from cut
where
    task.dag_id = cut.dag_id
    and task.run_id = cut.run_id
    and coalesce(task.state, 'none') not in ('failed', 'removed', 'skipped', 'success', 'upstream_failed')
