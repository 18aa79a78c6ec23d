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
        stage.page_key,
        stage.published_at,
        stage.language = source.language as is_in_language,
        stage.word_count,
        judged.failed,
        coalesce(told.failed, '[]') as held,
        coalesce(told.released, '[]') as released
    from judged
    join ingest.stage using (source_id, is_historical)
    join ingest.stage_verdict using (row_id)
    join ingest.source using (source_id)
    cross join lateral (
        select
            jsonb_agg(failure order by place) filter (where released.url_key is null) as failed,
            jsonb_agg(failure order by place) filter (where released.url_key is not null) as released
        from jsonb_array_elements(judged.failed) with ordinality as listed (failure, place)
        left join ingest.release as released
            on released.url_key = stage.url_key and released.expectation_id = failure ->> 'expectation_id'
    ) as told
    where stage.run_id = %(run_id)s
),
marked as (
    update ingest.stage_verdict
    set failed = stage_verdict.failed || staged.held, warnings = stage_verdict.warnings || staged.released
    from staged
    where stage_verdict.row_id = staged.row_id and staged.failed <> '[]'
)
insert into ingest.stage_batch (
    source_id, is_historical, run_id, first_row_id, recorded_at, records, with_date, in_language, median_words, pages, giving,
    suite_version, failed, is_held
)
select
    staged.source_id,
    staged.is_historical,
    %(run_id)s,
    min(staged.row_id),
    %(now)s,
    count(*),
    count(staged.published_at),
    count(*) filter (where staged.is_in_language),
    percentile_cont(0.5) within group (order by staged.word_count),
    count(distinct staged.page_key) + (
        select count(*)
        from ingest.stage_rejection as rejected
        join ingest.frontier on frontier.url_key = rejected.page_key
        where
            rejected.run_id = %(run_id)s
            and rejected.source_id = staged.source_id
            and frontier.is_historical = staged.is_historical
    ),
    count(distinct staged.page_key),
    %(suite_version)s,
    staged.failed,
    bool_or(staged.held <> '[]')
from staged
group by staged.source_id, staged.is_historical, staged.failed
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
