-- A text that a crawl drew from a page tells nothing of the publisher's pages either: it has no markup, so no date. The WET
-- that was loaded after its WARC was all held, for it "lost" them.

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
            and not (coalesce(staged.is_text, false) and staged.is_own_page)
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
    'Return what each publisher has judged records of in a run; what names no publisher, dumps without an address, and texts drawn from pages count for none.';
