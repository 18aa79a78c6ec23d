select warc_file, warc_offset, warc_bytes
from ingest.erasure
where erased_at is null
order by ordered_at, warc_file, warc_offset
