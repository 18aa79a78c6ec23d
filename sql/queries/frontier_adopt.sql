insert into ingest.frontier (
    url_key, source_id, url, canonical_url, host, state, is_historical, found_in, discovered_at, due_at,
    warc_file, warc_offset, payload_sha256, fetched_at, run_id
)
select
    held.url_key,
    held.source_id,
    held.url,
    held.canonical_url,
    held.host,
    'fetched',
    true,
    held.warc_file,
    %(now)s,
    %(now)s,
    held.warc_file,
    held.warc_offset,
    held.payload_sha256,
    held.fetched_at,
    %(run_id)s
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
where not exists (select 1 from ingest.purge where purge.url_key = held.url_key)
order by held.url_key
on conflict (url_key) do nothing
returning source_id, is_historical, true
