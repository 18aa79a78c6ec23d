-- What a publisher gave in each run, so that one that changed its pages is told by its own past.

create table ingest.batch (
    source_id text not null,
    is_historical boolean not null,
    run_id text not null,
    first_row_id bigint not null,
    recorded_at timestamptz not null,
    records integer not null,
    with_date integer not null,
    in_language integer not null,
    median_words real not null,
    pages integer not null,
    giving integer not null,
    suite_version text not null,
    failed jsonb not null,
    is_held boolean not null,
    primary key (run_id, source_id, is_historical, first_row_id)
);
comment on table ingest.batch is 'What a publisher gave in a run, and whether it was held because its pages seem to have changed.';
comment on column ingest.batch.first_row_id is 'Of its rows on the stage: judged again, a batch is told by it.';
create index batch_newest on ingest.batch (source_id, is_historical, recorded_at desc);

-- What the gate says of a run that is not published yet. Rebuilt whenever it is lost, as all of the stage.
create unlogged table ingest.stage_batch (like ingest.batch including constraints including indexes);
comment on table ingest.stage_batch is 'What publishers gave in runs that are judged and not published yet.';

create function ingest.measure_batches(sought text)
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
        where staged.run_id = sought
        group by staged.source_id, staged.is_historical
    ),
    empty as (
        select rejected.source_id, frontier.is_historical, count(*) as pages
        from ingest.stage_rejection as rejected
        join ingest.frontier on frontier.url_key = rejected.page_key
        where rejected.run_id = sought
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
comment on function ingest.measure_batches(text) is 'Return what each publisher has judged records of in a run.';

create view news.batches as
select
    source_id,
    is_historical,
    run_id,
    recorded_at,
    records,
    with_date,
    in_language,
    median_words,
    pages,
    giving,
    is_held,
    array(select failure ->> 'reason' from jsonb_array_elements(failed) as failure) as reasons
from ingest.batch;
comment on view news.batches is
    'What a publisher gave in a run. A batch that fails beside the publisher''s past is held: its records are in quarantine until they are replayed or released.';
comment on column news.batches.source_id is 'The publisher: see news.sources.';
comment on column news.batches.is_historical is 'True for backfills and archives, which are compared with their like alone.';
comment on column news.batches.run_id is 'The run.';
comment on column news.batches.recorded_at is 'When it was judged, by the run''s clock.';
comment on column news.batches.records is 'Records that cleaning made of its pages.';
comment on column news.batches.with_date is 'How many of them have a date.';
comment on column news.batches.in_language is 'How many of them are in the publisher''s own language.';
comment on column news.batches.median_words is 'The median of their words.';
comment on column news.batches.pages is 'Pages that were cleaned.';
comment on column news.batches.giving is 'How many of them gave a record.';
comment on column news.batches.is_held is 'True where its records were held; false where it passed, or a person let it through.';
comment on column news.batches.reasons is 'What it failed, in sentences; empty where it passed.';
