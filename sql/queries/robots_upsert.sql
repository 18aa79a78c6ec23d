insert into ingest.robots (origin, content, content_sha256, http_status, etag, last_modified, fetched_at, expires_at)
values (
    %(origin)s, %(content)s, %(content_sha256)s, %(http_status)s, %(etag)s, %(last_modified)s, %(fetched_at)s,
    %(expires_at)s
)
on conflict (origin) do update
set
    content = excluded.content,
    content_sha256 = excluded.content_sha256,
    http_status = excluded.http_status,
    etag = excluded.etag,
    last_modified = excluded.last_modified,
    fetched_at = excluded.fetched_at,
    expires_at = excluded.expires_at
where
    excluded.fetched_at >= robots.fetched_at
    or robots.fetched_at > excluded.fetched_at + interval '1 hour' -- By a clock that was ahead.
