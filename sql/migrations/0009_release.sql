-- A quarantine that heals: what a person let through, and why.

create table ingest.release (
    url_key bytea not null check (octet_length(url_key) = 32),
    expectation_id text not null,
    quarantine_id bigint not null,
    released_by text not null,
    because text not null,
    released_at timestamptz not null,
    primary key (url_key, expectation_id)
);
comment on table ingest.release is
    'What of an address a person let through: an expectation it fails again counts as a warning from then on.';

alter table ingest.quarantine add column released_by text, add column because text;
comment on column ingest.quarantine.released_by is 'Who let it through; null where nobody did.';
comment on column ingest.quarantine.because is 'Why, in that person''s words.';
create index quarantine_replay on ingest.quarantine (source_id, page_key) where status = 'open';

create or replace view news.quarantine as
select
    quarantine_id,
    source_id,
    url,
    stage,
    reason,
    reasons,
    observed,
    headline,
    status,
    times,
    first_seen_at,
    recorded_at,
    settled_at,
    suite_version,
    cleaner_version,
    is_historical,
    run_id,
    warc_file,
    warc_offset,
    fetched_at,
    released_by,
    because
from ingest.quarantine;
comment on column news.quarantine.released_by is 'Who let it through; null where nobody did.';
comment on column news.quarantine.because is 'Why, in that person''s words.';
