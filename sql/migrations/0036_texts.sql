-- A text that a crawl drew from a page (WET) is the page without its markup: of one capture the page counts, whichever was
-- loaded first. By the hashes of their bytes, half of the texts replaced the pages they were drawn from.

alter table ingest.stage add column is_text boolean;
comment on column ingest.stage.is_text is 'True for what was read from a text; null for what was staged before this column.';
alter table ingest.article add column is_text boolean not null default false;
comment on column ingest.article.is_text is 'True where the text was read from a text that a crawl drew from the page.';
