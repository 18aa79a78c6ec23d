-- 304: the page is as it was, so its entry is done, and what fetching it had in quarantine is healed.
with moved as (
    update ingest.frontier
    set
        state = 'done',
        fetched_at = %(now)s,
        attempts = frontier.attempts + 1,
        is_refetch = false,
        refetch_at = case
            when not frontier.is_historical
                then ingest.next_refetch(frontier.discovered_at, source.refetch_hours, %(now)s)
        end,
        run_id = %(run_id)s
    from ingest.source
    where source.source_id = frontier.source_id and frontier.url_key = any (%(url_key)s::bytea[]) and frontier.state = 'waiting'
    returning frontier.url_key, frontier.source_id, frontier.host, frontier.url, frontier.is_historical
),
logged as (
    insert into ingest.fetch (recorded_at, url_key, source_id, host, url, run_id, is_historical, result, http_status)
    select
        %(now)s,
        moved.url_key,
        moved.source_id,
        moved.host,
        moved.url,
        %(run_id)s,
        moved.is_historical,
        'not_modified',
        304
    from moved
    order by moved.url_key
),
healed as (
    update ingest.quarantine
    set status = 'healed', settled_at = %(now)s
    from moved
    where quarantine.url_key = moved.url_key and quarantine.status = 'open' and quarantine.warc_file is null
)
select source_id, is_historical from moved
