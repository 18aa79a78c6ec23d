select url_key, url, source_id, warc_file, warc_offset, payload_sha256, is_historical, published_at
from ingest.frontier
where state = 'fetched' and source_id = any (%(source_ids)s::text[])
order by warc_file, warc_offset, url_key
limit %(limit)s
