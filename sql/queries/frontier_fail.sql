-- A failure with a time to try again waits until then; without one the page is given up, into the quarantine.
with moved as (
    update ingest.frontier
    set
        state = case when told.retry_at is null then 'done' else 'waiting' end,
        attempts = frontier.attempts + 1,
        due_at = coalesce(told.retry_at, frontier.due_at),
        is_refetch = frontier.is_refetch and told.retry_at is not null,
        refetch_at = case
            when frontier.is_refetch and told.retry_at is null
                then ingest.next_refetch(frontier.discovered_at, source.refetch_hours, %(now)s)
        end,
        run_id = %(run_id)s
    from unnest(
        %(url_key)s::bytea[],
        %(retry_at)s::timestamptz[],
        %(reason)s::text[],
        %(detail)s::text[],
        %(status)s::integer[],
        %(elapsed_ms)s::integer[]
    ) as told (url_key, retry_at, reason, detail, status, elapsed_ms),
    ingest.source
    where
        frontier.url_key = told.url_key
        and source.source_id = frontier.source_id
        and frontier.state = 'waiting'
        and (told.retry_at is null or told.retry_at is distinct from frontier.due_at)
    returning
        frontier.url_key,
        frontier.source_id,
        frontier.host,
        frontier.url,
        frontier.is_historical,
        told.retry_at is null as is_given_up,
        told.reason,
        told.detail,
        told.status,
        told.elapsed_ms
),
logged as (
    insert into ingest.fetch (
        recorded_at, url_key, source_id, host, url, run_id, is_historical, result, http_status, elapsed_ms, reason, detail
    )
    select
        %(now)s,
        moved.url_key,
        moved.source_id,
        moved.host,
        moved.url,
        %(run_id)s,
        moved.is_historical,
        case when moved.is_given_up then 'given_up' else 'failed' end,
        moved.status,
        moved.elapsed_ms,
        moved.reason,
        moved.detail
    from moved
    order by moved.url_key
),
aside as (
    insert into ingest.quarantine (
        url_key, page_key, source_id, url, stage, reason, reasons, observed, dropped, is_historical, run_id,
        first_seen_at, recorded_at
    )
    select
        moved.url_key,
        moved.url_key,
        moved.source_id,
        moved.url,
        'fetch',
        moved.reason,
        array[moved.detail],
        '[]',
        '[]',
        moved.is_historical,
        %(run_id)s,
        %(now)s,
        %(now)s
    from moved
    where moved.is_given_up
    order by moved.url_key
    on conflict (url_key) where status = 'open' do update
    -- What the gate refused stays refused, with its raw page: that it cannot be fetched again mends nothing.
    set
        stage = case when quarantine.warc_file is null then excluded.stage else quarantine.stage end,
        reason = case when quarantine.warc_file is null then excluded.reason else quarantine.reason end,
        reasons = case when quarantine.warc_file is null then excluded.reasons else quarantine.reasons end,
        observed = case when quarantine.warc_file is null then excluded.observed else quarantine.observed end,
        is_historical = excluded.is_historical,
        run_id = excluded.run_id,
        recorded_at = excluded.recorded_at,
        times = quarantine.times + 1
)
select source_id, is_historical from moved where is_given_up
