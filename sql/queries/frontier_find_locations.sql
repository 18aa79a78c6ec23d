select url_key, warc_file, warc_offset, payload_sha256
from ingest.frontier
where url_key = any (%(url_keys)s::bytea[]) and warc_file is not null
