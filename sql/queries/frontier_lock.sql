-- In the order of the keys, so that two transactions over the same pages wait and never deadlock.
select url_key, source_id, state, is_historical, feed_digests, fetched_at
from ingest.frontier
where url_key = any (%(url_keys)s::bytea[])
order by url_key
for update
