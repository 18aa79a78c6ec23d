-- Of several copies of a page the frontier points at one.
insert into ingest.former_raw (url_key, warc_file, warc_offset)
select held.url_key, held.warc_file, held.warc_offset
from unnest(%(url_key)s::bytea[], %(warc_file)s::text[], %(warc_offset)s::bigint[]) as held (url_key, warc_file, warc_offset)
join ingest.frontier as page using (url_key)
where (page.warc_file, page.warc_offset) is distinct from (held.warc_file, held.warc_offset)
order by held.url_key, held.warc_file, held.warc_offset
on conflict do nothing
