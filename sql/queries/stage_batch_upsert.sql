-- What a publisher gave in this run by itself, and what the gate says of it. What a person let through counts as a
-- warning, record by record; a batch is held while a record of it is.
with judged as (
    select told.source_id, told.is_historical, told.failed
    from unnest(%(source_id)s::text[], %(is_historical)s::boolean[], %(failed)s::jsonb[]) as told (
        source_id, is_historical, failed
    )
),
staged as (
    select
        stage.row_id,
        stage.source_id,
        stage.is_historical,
        coalesce(told.failed, '[]') as held,
        coalesce(told.released, '[]') as released
    from judged
    join ingest.stage using (source_id, is_historical)
    join ingest.stage_verdict using (row_id)
    cross join lateral (
        select
            jsonb_agg(failure order by place) filter (where released.url_key is null) as failed,
            jsonb_agg(failure order by place) filter (where released.url_key is not null) as released
        from jsonb_array_elements(judged.failed) with ordinality as listed (failure, place)
        left join ingest.release as released
            on released.url_key = stage.url_key and released.expectation_id = failure ->> 'expectation_id'
    ) as told
    where stage.run_id = %(run_id)s and judged.failed <> '[]' and not starts_with(stage.url, 'urn:warraq:')
),
marked as (
    update ingest.stage_verdict
    set failed = stage_verdict.failed || staged.held, warnings = stage_verdict.warnings || staged.released
    from staged
    where stage_verdict.row_id = staged.row_id
)
insert into ingest.stage_batch (
    source_id, is_historical, run_id, first_row_id, recorded_at, records, with_date, in_language, median_words, pages, giving,
    suite_version, failed, is_held
)
select
    batch.source_id,
    batch.is_historical,
    %(run_id)s,
    batch.first_row_id,
    %(now)s,
    batch.records,
    batch.with_date,
    batch.in_language,
    batch.median_words,
    batch.pages,
    batch.giving,
    %(suite_version)s,
    judged.failed,
    exists (
        select 1
        from staged
        where (staged.source_id, staged.is_historical) = (batch.source_id, batch.is_historical) and staged.held <> '[]'
    )
from ingest.measure_batches(%(run_id)s) as batch
join judged using (source_id, is_historical)
on conflict (run_id, source_id, is_historical, first_row_id) do update
set
    recorded_at = excluded.recorded_at,
    records = excluded.records,
    with_date = excluded.with_date,
    in_language = excluded.in_language,
    median_words = excluded.median_words,
    pages = excluded.pages,
    giving = excluded.giving,
    suite_version = excluded.suite_version,
    failed = excluded.failed,
    is_held = excluded.is_held
