-- What readers read. Columns are added freely, renamed or dropped only with a new contract version.

create schema news;
comment on schema news is 'Clean news, for readers. This schema is a contract, version 1.';

create view news.articles as
select
    article.article_id,
    article.url,
    article.canonical_url,
    array(
        select known.url
        from ingest.article_url as known
        where known.article_id = article.article_id
        order by known.first_seen_at, known.url
    ) as urls,
    article.source_id,
    article.position,
    article.headline,
    article.standfirst,
    article.byline,
    article.dateline,
    article.published_at,
    article.published_at_source,
    article.modified_at,
    article.first_seen_at,
    article.language,
    article.section,
    article.tags,
    article.images,
    article.body,
    article.word_count,
    article.revision,
    article.is_historical,
    article.cleaner_version,
    article.fetched_at,
    article.recorded_at
from ingest.article;
comment on view news.articles is 'The current text of every published article, one row an article.';
comment on column news.articles.article_id is 'Number of the article in this database, for joins; never used again.';
comment on column news.articles.url is 'The address it was first found under; urn:warraq:… for an article that came without one.';
comment on column news.articles.canonical_url is 'The address its publisher declares, else url.';
comment on column news.articles.urls is 'Every address it was found under, the first one first; exact copies under another address are here.';
comment on column news.articles.source_id is 'The publisher: see news.sources.';
comment on column news.articles.position is 'Its place on the page it was read from: 1 is the page''s own article.';
comment on column news.articles.headline is 'The headline; null where the page has none.';
comment on column news.articles.standfirst is 'The paragraph between headline and story; null where there is none.';
comment on column news.articles.byline is 'The writers, in the page''s order; empty where none is named.';
comment on column news.articles.dateline is 'Where it was written from, as printed; null where not printed.';
comment on column news.articles.published_at is 'When it was published, as the publisher said; null where nothing was said. Never guessed.';
comment on column news.articles.published_at_source is 'Where published_at was read, e.g. json_ld, feed, visible_text.';
comment on column news.articles.modified_at is 'When it was last changed, as the publisher said; null where nothing was said.';
comment on column news.articles.first_seen_at is 'When this database first held it. Always set.';
comment on column news.articles.language is 'ISO 639-1 code; null where it could not be told.';
comment on column news.articles.section is 'The desk or section the page names; null where none.';
comment on column news.articles.tags is 'The page''s keywords, in its order.';
comment on column news.articles.images is 'Pictures as a JSON array of {url, caption, credit}, each once.';
comment on column news.articles.body is 'The story, paragraphs joined by one blank line; null where the publisher''s terms do not let us keep it.';
comment on column news.articles.word_count is 'Words of the story, also where body is null.';
comment on column news.articles.revision is 'How many texts this article has had: 1 until it changes.';
comment on column news.articles.is_historical is 'True where a backfill or an archive brought it first.';
comment on column news.articles.cleaner_version is 'Version of the cleaner that made this text.';
comment on column news.articles.fetched_at is 'When the page of this text was fetched.';
comment on column news.articles.recorded_at is 'When this text was published here.';

create view news.revisions as
select
    article_id,
    revision,
    change_class,
    url,
    canonical_url,
    source_id,
    headline,
    standfirst,
    byline,
    dateline,
    published_at,
    published_at_source,
    modified_at,
    language,
    section,
    tags,
    images,
    body,
    word_count,
    dropped,
    is_historical,
    cleaner_version,
    suite_version,
    fetched_at,
    recorded_at
from ingest.revision;
comment on view news.revisions is 'Every text every article ever had, kept for ever.';
comment on column news.revisions.article_id is 'The article: see news.articles.';
comment on column news.revisions.revision is '1 is the first text.';
comment on column news.revisions.change_class is
    'What changed: first (nothing yet), typo (a few letters), headline, correction (the story), detail (anything else), retraction, unpublished.';
comment on column news.revisions.url is 'The address this text was found under.';
comment on column news.revisions.canonical_url is 'The address its publisher declares, else url.';
comment on column news.revisions.source_id is 'The publisher: see news.sources.';
comment on column news.revisions.headline is 'The headline; null where the page has none.';
comment on column news.revisions.standfirst is 'The paragraph between headline and story; null where there is none.';
comment on column news.revisions.byline is 'The writers, in the page''s order; empty where none is named.';
comment on column news.revisions.dateline is 'Where it was written from, as printed; null where not printed.';
comment on column news.revisions.published_at is 'When it was published, as the publisher said; null where nothing was said.';
comment on column news.revisions.published_at_source is 'Where published_at was read.';
comment on column news.revisions.modified_at is 'When it was last changed, as the publisher said; null where nothing was said.';
comment on column news.revisions.language is 'ISO 639-1 code; null where it could not be told.';
comment on column news.revisions.section is 'The desk or section the page names; null where none.';
comment on column news.revisions.tags is 'The page''s keywords, in its order.';
comment on column news.revisions.images is 'Pictures as a JSON array of {url, caption, credit}, each once.';
comment on column news.revisions.body is 'The story; null where the publisher''s terms do not let us keep it.';
comment on column news.revisions.word_count is 'Words of the story, also where body is null.';
comment on column news.revisions.dropped is 'What cleaning took out, as a JSON array of {text, reason}; empty where body may not be kept.';
comment on column news.revisions.is_historical is 'True where a backfill or an archive brought this text.';
comment on column news.revisions.cleaner_version is 'Version of the cleaner that made this text.';
comment on column news.revisions.suite_version is 'Version of the expectations it passed.';
comment on column news.revisions.fetched_at is 'When the page of this text was fetched.';
comment on column news.revisions.recorded_at is 'When this text was published here.';

create function news.article_as_of(at timestamptz) returns setof news.revisions
language sql stable as $$
    select distinct on (seen.article_id) seen.*
    from news.revisions as seen
    where seen.recorded_at <= at
    order by seen.article_id, seen.revision desc
$$;
comment on function news.article_as_of(timestamptz) is 'Return every article as this database held it at a time.';

create function news.changes_since(cursor bigint, max_rows integer default 1000)
returns table (
    change_id bigint,
    recorded_at timestamptz,
    kind text,
    article_id bigint,
    revision integer,
    change_class text,
    source_id text,
    is_historical boolean
)
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
    lowest bigint := (select kept.change_id from ingest.change_floor as kept);
    highest bigint := (select case when drawn.is_called then drawn.last_value else 0 end from ingest.change_number as drawn);
begin
    if cursor is null or cursor < 0 or max_rows is null or max_rows < 1 then
        raise exception 'news.changes_since takes a cursor of 0 or more and max_rows of 1 or more'
            using errcode = 'invalid_parameter_value';
    elsif cursor < lowest then
        raise exception 'changes up to % are no longer kept, and the cursor is %', lowest, cursor
            using errcode = 'object_not_in_prerequisite_state',
                hint = format('Read news.articles anew, then go on from cursor %s.', lowest);
    elsif cursor > highest then
        raise exception 'the cursor is %, and this database has numbered % changes', cursor, highest
            using errcode = 'object_not_in_prerequisite_state',
                hint = 'The cursor is of another database, or this one was restored: read news.articles anew.';
    end if;
    return query
        select
            made.change_id,
            made.recorded_at,
            made.kind,
            made.article_id,
            made.revision,
            made.change_class,
            made.source_id,
            made.is_historical
        from ingest.change as made
        where made.change_id > cursor
        order by made.change_id
        limit max_rows;
end
$$;
comment on function news.changes_since(bigint, integer) is
    'Return the changes after a cursor in commit order, 0 for all; raises where some are no longer kept. The last change_id is the next cursor.';

create view news.sources as
select
    source_id,
    name,
    homepage,
    language,
    time_zone,
    is_enabled,
    state_reason,
    store_full_text,
    terms_url,
    synced_at
from ingest.source;
comment on view news.sources is 'The publishers, as the catalogue describes them.';
comment on column news.sources.source_id is 'The publisher''s id in the catalogue.';
comment on column news.sources.name is 'The publisher''s name.';
comment on column news.sources.homepage is 'The publisher''s front page.';
comment on column news.sources.language is 'The language it mostly writes in, ISO 639-1.';
comment on column news.sources.time_zone is 'The zone of its dates that name none, IANA.';
comment on column news.sources.is_enabled is 'Whether runs take it by default.';
comment on column news.sources.state_reason is 'Why it is enabled or not.';
comment on column news.sources.store_full_text is 'Whether its terms let us keep the story itself.';
comment on column news.sources.terms_url is 'Where its terms are; null where none were found.';
comment on column news.sources.synced_at is 'When it was last in the catalogue.';

create view news.ledger as
select
    source_id,
    hour,
    is_historical,
    sum(discovered)::bigint as discovered,
    sum(fetched)::bigint as fetched,
    sum(loaded)::bigint as loaded,
    sum(revised)::bigint as revised,
    sum(unchanged)::bigint as unchanged,
    sum(duplicate)::bigint as duplicate,
    sum(quarantined)::bigint as quarantined,
    sum(rejected)::bigint as rejected
from ingest.ledger
group by source_id, hour, is_historical;
comment on view news.ledger is
    'What became of every entry, by publisher and hour. Over all hours of a publisher, discovered is the sum of the six outcomes and of what is still on its way.';
comment on column news.ledger.source_id is 'The publisher that named the page.';
comment on column news.ledger.hour is 'The hour, by the run''s clock, in which it was counted.';
comment on column news.ledger.is_historical is 'True for backfills and archives.';
comment on column news.ledger.discovered is 'Entries to be fetched, or fetched again, and further articles found on a page.';
comment on column news.ledger.fetched is 'Pages put on disk.';
comment on column news.ledger.loaded is 'New articles.';
comment on column news.ledger.revised is 'Articles whose text changed.';
comment on column news.ledger.unchanged is 'Pages and articles that were as before.';
comment on column news.ledger.duplicate is 'Exact copies of an article under another address or on another page.';
comment on column news.ledger.quarantined is 'Records the expectations set aside.';
comment on column news.ledger.rejected is 'Pages without an article, and pages that could not be fetched.';

create view news.source_health as
select
    source.source_id,
    source.name,
    source.is_enabled,
    polled.checked_at,
    coalesce(polled.failures, 0) as poll_failures,
    counted.discovered_at as last_discovered_hour,
    counted.loaded_at as last_loaded_hour,
    coalesce(counted.loaded_day, 0) as loaded_day,
    coalesce(counted.refused_day, 0) as refused_day,
    coalesce(pending.waiting, 0) as waiting,
    pending.oldest_waiting_at,
    coalesce(aside.open_quarantine, 0) as open_quarantine,
    source.is_enabled and coalesce(counted.loaded_at < now() - interval '1 day', true) as is_silent
from ingest.source as source
left join (
    select source_id, max(checked_at) as checked_at, max(failures) as failures
    from ingest.feed
    group by source_id
) as polled using (source_id)
left join (
    select
        source_id,
        max(hour) filter (where discovered > 0) as discovered_at,
        max(hour) filter (where loaded > 0) as loaded_at,
        sum(loaded) filter (where hour > now() - interval '1 day')::bigint as loaded_day,
        sum(quarantined + rejected) filter (where hour > now() - interval '1 day')::bigint as refused_day
    from ingest.ledger
    where not is_historical
    group by source_id
) as counted using (source_id)
left join (
    select source_id, count(*) as waiting, min(discovered_at) as oldest_waiting_at
    from ingest.frontier
    where state <> 'done'
    group by source_id
) as pending using (source_id)
left join (
    select source_id, count(*) as open_quarantine
    from ingest.quarantine
    where status = 'open'
    group by source_id
) as aside using (source_id);
comment on view news.source_health is 'How every publisher does, one row each: a silent one is a row, not an absence.';
comment on column news.source_health.source_id is 'The publisher: see news.sources.';
comment on column news.source_health.name is 'The publisher''s name.';
comment on column news.source_health.is_enabled is 'Whether runs take it by default.';
comment on column news.source_health.checked_at is 'When a feed or sitemap of it was last read; null for never.';
comment on column news.source_health.poll_failures is 'The most failures in a row any feed of it has now.';
comment on column news.source_health.last_discovered_hour is 'The last hour in which a feed named something new; null for never.';
comment on column news.source_health.last_loaded_hour is 'The last hour in which an article of it was new; null for never.';
comment on column news.source_health.loaded_day is 'New articles within a day.';
comment on column news.source_health.refused_day is 'Records quarantined and pages rejected within a day.';
comment on column news.source_health.waiting is 'Pages named and not done.';
comment on column news.source_health.oldest_waiting_at is 'When the oldest of them was first named.';
comment on column news.source_health.open_quarantine is 'Records and pages set aside and neither healed nor released.';
comment on column news.source_health.is_silent is 'True where it is enabled and nothing new came for a day.';

create view news.quarantine as
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
    fetched_at
from ingest.quarantine;
comment on view news.quarantine is 'What was set aside, why, and where its raw page is. For role warraq_ops.';
comment on column news.quarantine.quarantine_id is 'Number of the row.';
comment on column news.quarantine.source_id is 'The publisher: see news.sources.';
comment on column news.quarantine.url is 'The address of the record or page.';
comment on column news.quarantine.stage is 'Where it was set aside: fetch, clean or gate.';
comment on column news.quarantine.reason is 'Why, in a word of a closed list; failed_expectation for the gate.';
comment on column news.quarantine.reasons is 'Every reason, in sentences for people.';
comment on column news.quarantine.observed is 'For the gate: a JSON array of {expectation_id, observed}, in the order of reasons.';
comment on column news.quarantine.headline is 'The record''s headline; null where there is none or no record.';
comment on column news.quarantine.status is 'open, healed (it passed later), released by a person, or expired.';
comment on column news.quarantine.times is 'How often it was set aside since first_seen_at.';
comment on column news.quarantine.first_seen_at is 'When it was first set aside.';
comment on column news.quarantine.recorded_at is 'When it was last set aside.';
comment on column news.quarantine.settled_at is 'When it was healed, released or expired; null while open.';
comment on column news.quarantine.suite_version is 'Version of the expectations that judged it; null before the gate.';
comment on column news.quarantine.cleaner_version is 'Version of the cleaner that made the record; null where there is none.';
comment on column news.quarantine.is_historical is 'True for backfills and archives.';
comment on column news.quarantine.run_id is 'The run that last set it aside.';
comment on column news.quarantine.warc_file is 'The WARC that holds its page, below WARRAQ_RAW; null where nothing was fetched.';
comment on column news.quarantine.warc_offset is 'Bytes from the file''s start to the record.';
comment on column news.quarantine.fetched_at is 'When its page was fetched; null where nothing was.';
