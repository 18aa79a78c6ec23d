-- A capture from before the newest look goes down the road, and publish points back at the newest. A newer one is not what
-- the validators speak of. Of times to come holds what publish says, and of one second a text comes before what is here.
update ingest.frontier
set
    state = 'fetched',
    is_stale = frontier.is_stale or (frontier.state = 'waiting' and not frontier.is_historical),
    warc_file = held.warc_file,
    warc_offset = held.warc_offset,
    payload_sha256 = held.payload_sha256,
    newer_warc_file = case when age.is_older and not age.is_same then coalesce(before.newer_warc_file, before.warc_file) end,
    newer_warc_offset = case
        when age.is_older and not age.is_same then coalesce(before.newer_warc_offset, before.warc_offset)
    end,
    newer_payload_sha256 = case
        when age.is_older and not age.is_same then coalesce(before.newer_payload_sha256, before.payload_sha256)
    end,
    etag = case when age.is_older or age.is_same then before.etag end,
    last_modified = case when age.is_older or age.is_same then before.last_modified end,
    is_gone = before.is_gone and age.is_older,
    fetched_at = case when age.is_older then before.fetched_at else held.fetched_at end,
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
    %(fetched_at)s::timestamptz[],
    %(is_text)s::boolean[]
) as held (url_key, source_id, url, canonical_url, host, warc_file, warc_offset, payload_sha256, fetched_at, is_text)
join ingest.frontier as before using (url_key)
cross join lateral (
    select
        coalesce(
            (held.fetched_at < %(now)s + interval '1 hour', held.fetched_at, not held.is_text)
            < (before.fetched_at < %(now)s + interval '1 hour', before.fetched_at, true),
            false
        ) as is_older,
        (before.warc_file, before.warc_offset) is not distinct from (held.warc_file, held.warc_offset) as is_same
) as age
where
    frontier.url_key = held.url_key
    and case
        when age.is_same then before.state = 'done' and before.run_id <> %(run_id)s
        else before.state <> 'fetched' or held.fetched_at > before.fetched_at
    end
returning frontier.source_id, frontier.is_historical, before.state = 'done'
