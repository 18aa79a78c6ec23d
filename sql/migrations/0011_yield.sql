-- What a publisher's pages yield, beside its own past: a field that disappears is a page that changed.
create index article_first_seen on ingest.article using brin (first_seen_at);

create or replace view news.source_health as
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
    source.is_enabled and coalesce(counted.loaded_at < now() - interval '1 day', true) as is_silent,
    counted.yield_day,
    counted.yield_month,
    told.dated_day,
    told.dated_month,
    told.bylined_day,
    told.bylined_month,
    told.illustrated_day,
    told.illustrated_month
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
        sum(quarantined + rejected) filter (where hour > now() - interval '1 day')::bigint as refused_day,
        (
            sum(loaded + revised + unchanged + duplicate) filter (where hour > now() - interval '1 day')
            / nullif(
                sum(loaded + revised + unchanged + duplicate + quarantined + rejected)
                    filter (where hour > now() - interval '1 day'),
                0
            )
        )::real as yield_day,
        (
            sum(loaded + revised + unchanged + duplicate) filter (where hour > now() - interval '28 days')
            / nullif(
                sum(loaded + revised + unchanged + duplicate + quarantined + rejected)
                    filter (where hour > now() - interval '28 days'),
                0
            )
        )::real as yield_month
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
) as aside using (source_id)
left join (
    select
        source_id,
        avg((published_at is not null)::int) filter (where first_seen_at > now() - interval '1 day')::real as dated_day,
        avg((published_at is not null)::int)::real as dated_month,
        avg((byline <> '{}')::int) filter (where first_seen_at > now() - interval '1 day')::real as bylined_day,
        avg((byline <> '{}')::int)::real as bylined_month,
        avg((images <> '[]')::int) filter (where first_seen_at > now() - interval '1 day')::real as illustrated_day,
        avg((images <> '[]')::int)::real as illustrated_month
    from ingest.article
    where first_seen_at > now() - interval '28 days' and not is_historical
    group by source_id
) as told using (source_id);
comment on column news.source_health.yield_day is
    'Share of the pages that became articles, of all that were settled within a day; null where none was. Live news only.';
comment on column news.source_health.yield_month is
    'The same within 28 days: a day far below it is a publisher that changed its pages.';
comment on column news.source_health.dated_day is
    'Share of a day''s new articles that have a date of publication; null where there is none.';
comment on column news.source_health.dated_month is
    'The same within 28 days.';
comment on column news.source_health.bylined_day is
    'Share of a day''s new articles that name a writer; null where there is none.';
comment on column news.source_health.bylined_month is
    'The same within 28 days.';
comment on column news.source_health.illustrated_day is
    'Share of a day''s new articles that have a picture; null where there is none.';
comment on column news.source_health.illustrated_month is
    'The same within 28 days.';
