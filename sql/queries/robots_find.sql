select origin, content, content_sha256, http_status, etag, last_modified, fetched_at, expires_at
from ingest.robots
where origin = %(origin)s
