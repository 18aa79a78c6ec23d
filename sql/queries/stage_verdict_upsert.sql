-- Only rows that are still staged: a page that was cleaned again in between has new rows, and they are unjudged.
-- A failure that a person let through for this address is a warning.
insert into ingest.stage_verdict (row_id, run_id, suite_version, failed, warnings)
select
    judged.row_id,
    %(run_id)s,
    %(suite_version)s,
    told.failed,
    judged.warnings || told.released
from unnest(%(row_id)s::bigint[], %(failed)s::jsonb[], %(warnings)s::jsonb[]) as judged (row_id, failed, warnings)
join ingest.stage on stage.row_id = judged.row_id and stage.run_id = %(run_id)s
cross join lateral (
    select
        coalesce(jsonb_agg(failure order by place) filter (where released.url_key is null), '[]') as failed,
        coalesce(jsonb_agg(failure order by place) filter (where released.url_key is not null), '[]') as released
    from jsonb_array_elements(judged.failed) with ordinality as listed (failure, place)
    left join ingest.release as released
        on released.url_key = stage.url_key and released.expectation_id = failure ->> 'expectation_id'
) as told
order by judged.row_id
on conflict (row_id) do update
set suite_version = excluded.suite_version, failed = excluded.failed, warnings = excluded.warnings
