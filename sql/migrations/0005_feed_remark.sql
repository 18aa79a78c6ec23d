-- A feed that fails, or of which only a part is read, says so where an operator looks.
alter table ingest.feed add column remark text;
comment on column ingest.feed.remark is
    'What was wrong with it when it was last read, or what of it was left; null where nothing was.';
