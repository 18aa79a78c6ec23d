-- How often a feed really changes, and how often it wants to be asked, decide when it is asked next.
alter table ingest.feed
    add column changed_at timestamptz[] not null default '{}',
    add column asked_seconds integer,
    add column skip_hours smallint[] not null default '{}';
comment on column ingest.feed.changed_at is 'The latest polls that found something new in it, oldest first: its pace.';
comment on column ingest.feed.asked_seconds is
    'How long the document itself asks to be left alone (ttl, sy:updatePeriod); null where it does not say.';
comment on column ingest.feed.skip_hours is 'Hours of the day, GMT, in which the feed asks not to be polled.';

-- robots.txt is asked for once a day, not once a run, and every lane and run goes by the same copy.
create table ingest.robots (
    origin text primary key,
    content text not null,
    content_sha256 bytea check (octet_length(content_sha256) = 32),
    http_status integer,
    etag text,
    last_modified text,
    fetched_at timestamptz not null,
    expires_at timestamptz not null
);
comment on table ingest.robots is
    'The rules of each origin (scheme, host, port) as they are obeyed: content is empty where everything is allowed.';
comment on column ingest.robots.content_sha256 is 'Of robots.txt as served; null where nothing was.';
comment on column ingest.robots.http_status is 'Of the answer that gave the rules; null where no answer came.';
comment on column ingest.robots.fetched_at is 'When the origin last said so; it may be obeyed for a week beyond its expiry.';
comment on column ingest.robots.expires_at is 'When it is asked for again.';

-- Published live pages are looked at again for corrections: feeds rarely announce one.
alter table ingest.source add column refetch_hours double precision[] not null default '{}';
comment on column ingest.source.refetch_hours is
    'How long after its discovery a published page is fetched again; empty means never.';

alter table ingest.frontier
    add column refetch_at timestamptz,
    add column is_refetch boolean not null default false;
comment on column ingest.frontier.refetch_at is 'When a page that is done is to be looked at again; null for never.';
comment on column ingest.frontier.is_refetch is 'It waits to be looked at again: after every new live page.';
create index frontier_refetch on ingest.frontier (source_id, refetch_at) where state = 'done' and refetch_at is not null;

-- The order in which a host's pages are taken, source by source: a claim reads the first rows of the index and no more.
drop index ingest.frontier_due;
create index frontier_due on ingest.frontier (
    host, source_id, is_historical, is_refetch, published_at desc nulls last, discovered_at, url_key
) where state = 'waiting';
