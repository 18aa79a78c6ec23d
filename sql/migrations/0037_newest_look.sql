-- An older capture, from an archive, goes down the road like any other. When it is done the frontier points at the newest
-- again, which is the one that is cleaned anew, asked for by its ETag and compared with what comes next.
alter table ingest.frontier
    add column newer_warc_file text,
    add column newer_warc_offset bigint,
    add column newer_payload_sha256 bytea check (octet_length(newer_payload_sha256) = 32),
    add column is_gone boolean not null default false;
comment on column ingest.frontier.newer_warc_file is
    'The newest capture, while an older one is on its way; null at other times.';
comment on column ingest.frontier.newer_warc_offset is 'Where it lies.';
comment on column ingest.frontier.newer_payload_sha256 is 'And its digest.';
comment on column ingest.frontier.is_gone is
    'The page was not there any more when it was last looked at: no capture from before says otherwise.';
comment on column ingest.frontier.fetched_at is
    'When the newest capture was fetched, or the page was last seen to be as it was, or gone.';
