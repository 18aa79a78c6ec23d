insert into ingest.frontier (
    url_key, source_id, url, canonical_url, host, state, is_historical, found_in, feed_digests, published_at,
    discovered_at, due_at, run_id
)
select
    named.url_key,
    named.source_id,
    named.url,
    named.canonical_url,
    named.host,
    'waiting',
    %(is_historical)s,
    named.found_in,
    named.feed_digests,
    named.published_at,
    %(now)s,
    %(now)s,
    %(run_id)s
from unnest(
    %(url_key)s::bytea[],
    %(source_id)s::text[],
    %(url)s::text[],
    %(canonical_url)s::text[],
    %(host)s::text[],
    %(found_in)s::text[],
    %(feed_digests)s::jsonb[],
    %(published_at)s::timestamptz[]
) as named (url_key, source_id, url, canonical_url, host, found_in, feed_digests, published_at)
where not exists (select 1 from ingest.purge where purge.url_key = named.url_key)
order by named.url_key
on conflict (url_key) do nothing
returning source_id
