-- A batch is judged where it tells of a publisher's pages: archives that name no publisher are of many, and a dump without
-- an address is no page. Dumps loaded after pages were all held, for they "lost" their dates.

create or replace function ingest.measure_batches(sought text)
returns table (
    source_id text,
    is_historical boolean,
    first_row_id bigint,
    records bigint,
    with_date bigint,
    in_language bigint,
    median_words double precision,
    pages bigint,
    giving bigint
)
language sql stable set search_path = pg_catalog as $$
    with made as (
        select
            staged.source_id,
            staged.is_historical,
            min(staged.row_id) as first_row_id,
            count(*) as records,
            count(staged.published_at) as with_date,
            count(*) filter (where staged.language = source.language) as in_language,
            percentile_cont(0.5) within group (order by staged.word_count) as median_words,
            count(distinct staged.page_key) as giving
        from ingest.stage as staged
        join ingest.stage_verdict using (row_id)
        join ingest.source using (source_id)
        where
            staged.run_id = sought
            and not starts_with(source.homepage, 'urn:warraq:')
            and not starts_with(staged.url, 'urn:warraq:')
        group by staged.source_id, staged.is_historical
    ),
    empty as (
        select rejected.source_id, frontier.is_historical, count(*) as pages
        from ingest.stage_rejection as rejected
        join ingest.frontier on frontier.url_key = rejected.page_key
        where rejected.run_id = sought and not starts_with(rejected.url, 'urn:warraq:')
        group by rejected.source_id, frontier.is_historical
    )
    select
        made.source_id,
        made.is_historical,
        made.first_row_id,
        made.records,
        made.with_date,
        made.in_language,
        made.median_words,
        made.giving + coalesce(empty.pages, 0),
        made.giving
    from made
    left join empty using (source_id, is_historical)
$$;
comment on function ingest.measure_batches(text) is
    'Return what each publisher has judged records of in a run; what names no publisher, and dumps without an address, count for none.';
