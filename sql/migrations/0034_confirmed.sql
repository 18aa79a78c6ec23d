-- A later capture with the same text makes no revision, but it tells that the text stood until then: a capture of a time
-- between the two is older than what is known, and came as the newest text.

alter table ingest.article add column confirmed_at timestamptz;
comment on column ingest.article.confirmed_at is
    'When a capture later than fetched_at had the same text, the latest of them; null where none had.';
