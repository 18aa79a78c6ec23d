-- How news is made: catalogue, frontier, runs, fetch log, stage, articles, revisions, changes, quarantine, ledger.
-- Partitions go by recorded_at, the time of the transaction that wrote the row on the run's clock: never by a date a
-- publisher said.

create extension if not exists pg_trgm with schema public;

create table ingest.source (
    source_id text primary key,
    name text not null,
    homepage text not null,
    language text not null,
    time_zone text not null,
    is_enabled boolean not null,
    state_reason text not null,
    store_full_text boolean not null,
    terms_url text,
    hosts text[] not null,
    page_budget integer not null,
    synced_at timestamptz not null
);
comment on table ingest.source is 'The catalogue as it was last read; synced_at tells when a publisher was last in it.';

create table ingest.feed (
    source_id text not null,
    feed_key bytea not null check (octet_length(feed_key) = 32),
    feed_url text not null,
    etag text,
    last_modified text,
    content_sha256 bytea check (octet_length(content_sha256) = 32),
    checked_at timestamptz,
    next_check_at timestamptz,
    failures integer not null default 0,
    primary key (source_id, feed_key)
);
comment on table ingest.feed is
    'How far each feed and sitemap was read. feed_key is the SHA-256 of feed_url, which may be longer than an index takes.';

create table ingest.host (
    host text primary key,
    holder text,
    lease_until timestamptz,
    next_allowed_at timestamptz not null
);
comment on table ingest.host is
    'Who may fetch from a host now, and when the next request to it is allowed. The holder alone fetches.';

create table ingest.frontier (
    url_key bytea primary key check (octet_length(url_key) = 32),
    source_id text not null references ingest.source,
    url text not null,
    canonical_url text not null,
    host text,
    state text not null check (state in ('waiting', 'fetched', 'done')),
    is_historical boolean not null,
    is_stale boolean not null default false,
    found_in text not null,
    feed_digests jsonb not null default '{}',
    published_at timestamptz,
    discovered_at timestamptz not null,
    due_at timestamptz not null,
    attempts integer not null default 0,
    etag text,
    last_modified text,
    warc_file text,
    warc_offset bigint,
    payload_sha256 bytea check (octet_length(payload_sha256) = 32),
    fetched_at timestamptz,
    run_id text not null,
    check (state <> 'fetched' or (warc_file is not null and fetched_at is not null))
);
comment on table ingest.frontier is
    'Every page ever named: waiting to be fetched, fetched (its WARC record is on disk), or done (published or given up).';
comment on column ingest.frontier.is_stale is
    'The publisher changed it while it was fetched and not done: it waits again as soon as it is done.';
comment on column ingest.frontier.feed_digests is
    'What each feed said of it last, as one short digest a feed: another word from the same feed means fetch it again.';
comment on column ingest.frontier.run_id is 'The run that last moved it.';
create index frontier_due on ingest.frontier (host, is_historical, published_at desc nulls last, discovered_at)
    where state = 'waiting';
create index frontier_waiting on ingest.frontier (source_id, host, due_at) where state = 'waiting';
create index frontier_open on ingest.frontier (source_id, state) where state <> 'done';

create table ingest.run (
    run_id text primary key,
    dag_id text not null,
    is_historical boolean not null,
    opened_at timestamptz not null,
    closed_at timestamptz
);
comment on table ingest.run is 'One run of a DAG, or of one shell command that loads.';
create index run_dag on ingest.run (dag_id, opened_at desc);

create table ingest.lane (
    run_id text not null references ingest.run on delete cascade,
    lane integer not null,
    source_ids text[] not null,
    finished_at timestamptz,
    primary key (run_id, lane)
);
comment on table ingest.lane is 'The sources one task of a run collects. Unfinished when the run closes, it failed.';

create table ingest.fetch (
    recorded_at timestamptz not null,
    url_key bytea not null,
    source_id text not null,
    host text,
    url text not null,
    run_id text not null,
    is_historical boolean not null,
    result text not null check (result in ('fetched', 'salvaged', 'not_modified', 'failed', 'given_up')),
    http_status integer,
    body_bytes bigint,
    elapsed_ms integer,
    reason text,
    detail text
) partition by range (recorded_at);
comment on table ingest.fetch is 'The log of fetches, kept as long as retention says.';
create index fetch_url on ingest.fetch (url_key, recorded_at);

create table ingest.article (
    article_id bigint generated always as identity primary key,
    url_key bytea not null unique check (octet_length(url_key) = 32),
    url text not null,
    canonical_url text not null,
    source_id text not null,
    position integer not null,
    headline text,
    standfirst text,
    byline text[] not null,
    dateline text,
    published_at timestamptz,
    published_at_source text,
    modified_at timestamptz,
    language text,
    section text,
    tags text[] not null,
    images jsonb not null,
    body text,
    word_count integer not null,
    content_hash bytea not null check (octet_length(content_hash) = 32),
    text_hash bytea not null check (octet_length(text_hash) = 32),
    revision integer not null,
    is_own_page boolean not null,
    is_historical boolean not null,
    cleaner_version text not null,
    suite_version text not null,
    run_id text not null,
    warc_file text not null,
    warc_offset bigint not null,
    payload_sha256 bytea not null check (octet_length(payload_sha256) = 32),
    fetched_at timestamptz not null,
    first_seen_at timestamptz not null,
    recorded_at timestamptz not null
);
comment on table ingest.article is
    'The identity and the current text of every article. body is null where the publisher''s terms do not let us keep it.';
create index article_text on ingest.article using hash (text_hash);
create index article_source on ingest.article (source_id, published_at desc nulls last);
create index article_published on ingest.article (published_at desc nulls last);

create table ingest.article_url (
    url_key bytea primary key check (octet_length(url_key) = 32),
    article_id bigint not null references ingest.article on delete cascade,
    url text not null,
    source_id text not null,
    first_seen_at timestamptz not null
);
comment on table ingest.article_url is
    'Every address an article was found under; an exact copy under another address is one more row, not one more article.';
create index article_url_article on ingest.article_url (article_id);

create table ingest.revision (
    recorded_at timestamptz not null,
    article_id bigint not null,
    revision integer not null,
    change_class text not null check (
        change_class in ('first', 'typo', 'headline', 'correction', 'detail', 'retraction', 'unpublished')
    ),
    url text not null,
    canonical_url text not null,
    source_id text not null,
    headline text,
    standfirst text,
    byline text[] not null,
    dateline text,
    published_at timestamptz,
    published_at_source text,
    modified_at timestamptz,
    language text,
    section text,
    tags text[] not null,
    images jsonb not null,
    body text,
    word_count integer not null,
    content_hash bytea not null,
    text_hash bytea not null,
    dropped jsonb not null,
    is_historical boolean not null,
    cleaner_version text not null,
    suite_version text not null,
    warnings jsonb not null,
    run_id text not null,
    warc_file text not null,
    warc_offset bigint not null,
    payload_sha256 bytea not null,
    fetched_at timestamptz not null,
    primary key (article_id, revision, recorded_at)
) partition by range (recorded_at);
comment on table ingest.revision is 'Every text an article ever had, kept for ever, with what cleaning took out of it.';

create sequence ingest.change_number;
comment on sequence ingest.change_number is
    'Drawn under one advisory lock held to the commit, so that numbers come in commit order.';

create table ingest.change (
    change_id bigint not null,
    recorded_at timestamptz not null,
    kind text not null check (kind in ('new', 'revised', 'removed')),
    article_id bigint not null,
    revision integer not null,
    change_class text not null,
    source_id text not null,
    is_historical boolean not null,
    run_id text not null,
    primary key (change_id, recorded_at)
) partition by range (recorded_at);
comment on table ingest.change is 'What readers have to hear of, numbered in commit order.';

create table ingest.change_floor (
    is_only boolean primary key default true check (is_only),
    change_id bigint not null
);
comment on table ingest.change_floor is 'The highest change number retention has dropped: one row. A reader behind it is refused.';
insert into ingest.change_floor (change_id) values (0);

create table ingest.quarantine (
    quarantine_id bigint generated always as identity primary key,
    url_key bytea not null check (octet_length(url_key) = 32),
    page_key bytea not null check (octet_length(page_key) = 32),
    source_id text not null,
    url text not null,
    stage text not null check (stage in ('fetch', 'clean', 'gate')),
    reason text not null,
    reasons text[] not null,
    observed jsonb not null,
    headline text,
    dropped jsonb not null,
    suite_version text,
    cleaner_version text,
    is_historical boolean not null,
    run_id text not null,
    warc_file text,
    warc_offset bigint,
    payload_sha256 bytea,
    fetched_at timestamptz,
    times integer not null default 1,
    first_seen_at timestamptz not null,
    recorded_at timestamptz not null,
    status text not null default 'open' check (status in ('open', 'healed', 'released', 'expired')),
    settled_at timestamptz
);
comment on table ingest.quarantine is 'What was set aside: at most one open row an address, healed once the address passes.';
create unique index quarantine_open on ingest.quarantine (url_key) where status = 'open';
create index quarantine_page on ingest.quarantine (page_key) where status = 'open';
create index quarantine_source on ingest.quarantine (source_id, recorded_at);

create table ingest.ledger (
    source_id text not null,
    hour timestamptz not null,
    run_id text not null,
    is_historical boolean not null,
    discovered bigint not null default 0,
    fetched bigint not null default 0,
    loaded bigint not null default 0,
    revised bigint not null default 0,
    unchanged bigint not null default 0,
    duplicate bigint not null default 0,
    quarantined bigint not null default 0,
    rejected bigint not null default 0,
    primary key (source_id, hour, run_id, is_historical)
);
comment on table ingest.ledger is
    'Counts, changed in the transaction that moves what they count: discovered = the six outcomes + what is not done.';
create index ledger_run on ingest.ledger (run_id);

-- The stage is rebuilt from the raw pages whenever it is lost, so its writes need no log.
create unlogged table ingest.stage (
    row_id bigint generated always as identity primary key,
    run_id text not null,
    page_key bytea not null,
    url_key bytea not null,
    url text not null,
    canonical_url text not null,
    source_id text not null references ingest.source,
    position integer not null,
    article_url text,
    headline text,
    standfirst text,
    byline text[] not null,
    dateline text,
    published_at timestamptz,
    published_at_source text,
    modified_at timestamptz,
    language text,
    section text,
    tags text[] not null,
    images jsonb not null,
    date_candidates jsonb not null,
    body text not null,
    word_count integer not null,
    content_hash bytea not null,
    text_hash bytea not null,
    is_own_page boolean not null,
    is_historical boolean not null,
    cleaner_version text not null,
    warc_file text not null,
    warc_offset bigint not null,
    payload_sha256 bytea not null,
    fetched_at timestamptz not null,
    dropped jsonb not null
);
comment on table ingest.stage is 'Records between cleaning and publishing.';
create index stage_page on ingest.stage (run_id, page_key);
create index stage_run on ingest.stage (run_id, row_id);

create unlogged table ingest.stage_rejection (
    run_id text not null,
    page_key bytea not null,
    source_id text not null,
    url text not null,
    reason text not null,
    detail text not null,
    dropped jsonb not null,
    warc_file text not null,
    warc_offset bigint not null,
    payload_sha256 bytea not null,
    primary key (run_id, page_key)
);
comment on table ingest.stage_rejection is 'Pages that cleaning found no article in, until the publish that settles them.';

create unlogged table ingest.stage_verdict (
    row_id bigint primary key,
    run_id text not null,
    suite_version text not null,
    failed jsonb not null,
    warnings jsonb not null
);
comment on table ingest.stage_verdict is 'What the gate says of each staged record. A record without a row here is never published.';
create index stage_verdict_run on ingest.stage_verdict (run_id);

create unlogged table ingest.stage_plan (
    row_id bigint primary key,
    run_id text not null,
    url_key bytea not null,
    page_key bytea not null,
    page_source_id text not null,
    is_historical boolean not null,
    outcome text not null,
    article_id bigint,
    leader_row_id bigint,
    change_class text
);
create index stage_plan_url on ingest.stage_plan (run_id, url_key);
create index stage_plan_page on ingest.stage_plan (run_id, page_key);
comment on table ingest.stage_plan is 'What publish decided of each staged record, inside its transaction: empty between them.';

create function ingest.analyze_stage() returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
    analyze ingest.stage (run_id, page_key, row_id, url_key), ingest.stage_rejection, ingest.stage_verdict (row_id, run_id);
end
$$;
comment on function ingest.analyze_stage() is
    'Tell the planner how full the stage is: it fills and empties too fast for autovacuum, and plans went quadratic.';

create function ingest.analyze_plan() returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
    analyze ingest.stage_plan;
end
$$;
comment on function ingest.analyze_plan() is 'The same for what publish has just decided.';

create function ingest.make_partitions(at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog set timezone = 'UTC' as $$
declare
    parent text;
    month timestamptz;
    part text;
    first_month timestamptz := date_trunc('month', at, 'UTC');
begin
    for ahead in 0..2 loop
        month := first_month + make_interval(months => ahead);
        foreach parent in array array['fetch', 'revision', 'change'] loop
            part := parent || to_char(month at time zone 'UTC', '"_y"YYYY"m"MM');
            continue when to_regclass('ingest.' || part) is not null;
            -- One maker at a time; the second finds the table made.
            perform pg_advisory_xact_lock(8602282598840991746);
            continue when to_regclass('ingest.' || part) is not null;
            execute format('create table ingest.%I (like ingest.%I including defaults including constraints)', part, parent);
            -- What came before the month had its partition lies in the default one, and moves.
            execute format(
                'with moved as (delete from ingest.%I where recorded_at >= %L and recorded_at < %L returning *) '
                'insert into ingest.%I select * from moved',
                parent || '_default', month, month + interval '1 month', part
            );
            execute format(
                'alter table ingest.%I attach partition ingest.%I for values from (%L) to (%L)',
                parent, part, month, month + interval '1 month'
            );
        end loop;
    end loop;
end
$$;
comment on function ingest.make_partitions(timestamptz) is
    'Make the partitions of the month of a time and of the two after it, where they are missing.';

create table ingest.fetch_default partition of ingest.fetch default;
create table ingest.revision_default partition of ingest.revision default;
create table ingest.change_default partition of ingest.change default;
comment on table ingest.fetch_default is 'Rows of months that have no partition: nothing is ever refused.';
comment on table ingest.revision_default is 'Rows of months that have no partition: nothing is ever refused.';
comment on table ingest.change_default is 'Rows of months that have no partition: nothing is ever refused.';

create function ingest.drop_partitions(before timestamptz) returns text[]
language plpgsql security definer set search_path = pg_catalog set timezone = 'UTC' as $$
declare
    part record;
    highest bigint;
    dropped text[] := '{}';
begin
    for part in
        select child.relname, parent.relname as parent
        from pg_inherits as tie
        join pg_class as child on child.oid = tie.inhrelid
        join pg_class as parent on parent.oid = tie.inhparent
        where parent.oid in ('ingest.fetch'::regclass, 'ingest.change'::regclass)
            and child.relname ~ '_y[0-9]{4}m[0-9]{2}$'
            and to_date(right(child.relname, 8), '"y"YYYY"m"MM') + interval '1 month' <= before
        order by child.relname
    loop
        if part.parent = 'change' then
            execute format('select max(change_id) from ingest.%I', part.relname) into highest;
            update ingest.change_floor set change_id = greatest(change_id, coalesce(highest, 0));
        end if;
        execute format('drop table ingest.%I', part.relname);
        dropped := dropped || part.relname::text;
    end loop;
    return dropped;
end
$$;
comment on function ingest.drop_partitions(timestamptz) is
    'Drop the months of the fetch log and of the changes that ended before a time; revisions are never dropped.';
