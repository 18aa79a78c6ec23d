-- A page that was on its way while it was purged has reached the disk: it is erased there too.
insert into ingest.erasure (warc_file, warc_offset, ordered_at)
select held.warc_file, held.warc_offset, %(now)s
from unnest(%(url_key)s::bytea[], %(warc_file)s::text[], %(warc_offset)s::bigint[]) as held (url_key, warc_file, warc_offset)
join ingest.purge using (url_key)
order by held.warc_file, held.warc_offset
on conflict (warc_file, warc_offset) do nothing
