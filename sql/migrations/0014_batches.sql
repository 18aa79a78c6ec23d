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
