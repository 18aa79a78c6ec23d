insert into ingest.feed (
    source_id, feed_key, feed_url, etag, last_modified, content_sha256, checked_at, next_check_at, failures, remark,
    changed_at, asked_seconds, skip_hours
)
values (
    %(source_id)s, %(feed_key)s, %(feed_url)s, %(etag)s, %(last_modified)s, %(content_sha256)s, %(checked_at)s,
    %(next_check_at)s, %(failures)s, %(remark)s, %(changed_at)s::timestamptz[], %(asked_seconds)s,
    %(skip_hours)s::smallint[]
)
on conflict (source_id, feed_key) do update
set
    etag = excluded.etag,
    last_modified = excluded.last_modified,
    content_sha256 = excluded.content_sha256,
    checked_at = excluded.checked_at,
    next_check_at = excluded.next_check_at,
    failures = excluded.failures,
    remark = excluded.remark,
    changed_at = excluded.changed_at,
    asked_seconds = excluded.asked_seconds,
    skip_hours = excluded.skip_hours
where
    feed.checked_at is null
    or excluded.checked_at >= feed.checked_at
    or feed.checked_at > excluded.checked_at + interval '1 hour' -- By a clock that was ahead.
