-- A rescued WARC may hold an older capture of a page that waits to be fetched again: only a later one counts.
with moved as (
    update ingest.frontier
    set
        state = 'fetched',
        warc_file = stored.warc_file,
        warc_offset = stored.warc_offset,
        payload_sha256 = stored.payload_sha256,
        fetched_at = stored.fetched_at,
        etag = stored.etag,
        last_modified = stored.last_modified,
        is_gone = false,
        attempts = frontier.attempts + 1,
        run_id = %(run_id)s
    from unnest(
        %(url_key)s::bytea[],
        %(warc_file)s::text[],
        %(warc_offset)s::bigint[],
        %(payload_sha256)s::bytea[],
        %(fetched_at)s::timestamptz[],
        %(etag)s::text[],
        %(last_modified)s::text[],
        %(status)s::integer[],
        %(body_bytes)s::bigint[],
        %(elapsed_ms)s::integer[],
        %(robots_sha256)s::bytea[],
        %(reservations)s::text[]
    ) as stored (
        url_key, warc_file, warc_offset, payload_sha256, fetched_at, etag, last_modified, status, body_bytes, elapsed_ms,
        robots_sha256, reservations
    )
    where
        frontier.url_key = stored.url_key
        and frontier.state = 'waiting'
        and (%(result)s = 'fetched' or frontier.fetched_at is null or stored.fetched_at > frontier.fetched_at)
    returning
        frontier.url_key,
        frontier.source_id,
        frontier.host,
        frontier.url,
        frontier.is_historical,
        stored.status,
        stored.body_bytes,
        stored.elapsed_ms,
        stored.robots_sha256,
        string_to_array(stored.reservations, ' ') as reservations
),
logged as (
    insert into ingest.fetch (
        recorded_at, url_key, source_id, host, url, run_id, is_historical, result, http_status, body_bytes, elapsed_ms,
        robots_sha256, reservations
    )
    select
        %(now)s,
        moved.url_key,
        moved.source_id,
        moved.host,
        moved.url,
        %(run_id)s,
        moved.is_historical,
        %(result)s,
        moved.status,
        moved.body_bytes,
        moved.elapsed_ms,
        moved.robots_sha256,
        moved.reservations
    from moved
    order by moved.url_key
)
select source_id, is_historical from moved
