-- A later capture with the same text makes no revision, but it tells that the text stood until then: a capture of a time
-- between the two is older than what is known, and came as the newest text. Kept with the address, whose rows are narrow:
-- in the article's own row it cost an unchanged batch half of a new one.

alter table ingest.article_url add column confirmed_at timestamptz;
comment on column ingest.article_url.confirmed_at is
    'When a later capture of this address had the text that its article had then, the latest of them; null where none had.';
