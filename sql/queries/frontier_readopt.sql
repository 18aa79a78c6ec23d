update ingest.frontier
set
    state = 'fetched',
    is_stale = frontier.is_stale or (frontier.state = 'waiting' and not frontier.is_historical),
    warc_file = held.warc_file,
    warc_offset = held.warc_offset,
    payload_sha256 = held.payload_sha256,
    fetched_at = greatest(frontier.fetched_at, held.fetched_at),
    run_id = %(run_id)s
from unnest(
    %(url_key)s::bytea[],
    %(source_id)s::text[],
    %(url)s::text[],
    %(canonical_url)s::text[],
    %(host)s::text[],
    %(warc_file)s::text[],
    %(warc_offset)s::bigint[],
    %(payload_sha256)s::bytea[],
    %(fetched_at)s::timestamptz[]
) as held (url_key, source_id, url, canonical_url, host, warc_file, warc_offset, payload_sha256, fetched_at)
join ingest.frontier as before using (url_key)
where
    frontier.url_key = held.url_key
    and case
        when (before.warc_file, before.warc_offset) is distinct from (held.warc_file, held.warc_offset)
            then before.state <> 'fetched' or held.fetched_at > before.fetched_at
        else before.state = 'done' and before.run_id <> %(run_id)s
    end
returning frontier.source_id, frontier.is_historical, before.state = 'done'
