-- What recurs on a publisher's pages, learned from the pages themselves: hashes, never words.

alter table ingest.stage add column blocks bytea[];
comment on column ingest.stage.blocks is 'Fingerprints of the page''s lines, with its first record; null with the others.';

create table ingest.template (
    source_id text primary key,
    pages integer not null,
    learned_at timestamptz not null
);
comment on table ingest.template is 'Of how many of a publisher''s pages its template was learned.';

create table ingest.template_page (
    source_id text not null,
    page_key bytea not null check (octet_length(page_key) = 32),
    learned_at timestamptz not null,
    primary key (source_id, page_key)
);
comment on table ingest.template_page is 'Which pages were counted, so that none counts twice.';

create table ingest.template_block (
    source_id text not null,
    fingerprint bytea not null check (octet_length(fingerprint) = 8),
    pages integer not null,
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null,
    primary key (source_id, fingerprint)
);
comment on table ingest.template_block is 'On how many of the publisher''s pages a line stood, known by its hash.';

comment on column news.articles.cleaner_version is
    'The version of the cleaner; behind a + the version of what the publisher''s own pages had taught it, where that was anything.';
comment on column news.revisions.cleaner_version is
    'The version of the cleaner; behind a + the version of what the publisher''s own pages had taught it, where that was anything.';
