select
    feed_url, source_id, etag, last_modified, content_sha256, checked_at, next_check_at, failures, remark,
    changed_at, asked_seconds, skip_hours
from ingest.feed
where source_id = any (%(source_ids)s::text[])
order by source_id, feed_url
