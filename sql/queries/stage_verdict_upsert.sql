-- Only rows that are still staged: a page that was cleaned again in between has new rows, and they are unjudged.
insert into ingest.stage_verdict (row_id, run_id, suite_version, failed, warnings)
select judged.row_id, %(run_id)s, %(suite_version)s, judged.failed, judged.warnings
from unnest(%(row_id)s::bigint[], %(failed)s::jsonb[], %(warnings)s::jsonb[]) as judged (row_id, failed, warnings)
join ingest.stage on stage.row_id = judged.row_id and stage.run_id = %(run_id)s
order by judged.row_id
on conflict (row_id) do update
set suite_version = excluded.suite_version, failed = excluded.failed, warnings = excluded.warnings
