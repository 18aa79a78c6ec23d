-- A published page that is not there any more when it is looked at again: its article stays, with a revision that says so.
with moved as (
    update ingest.frontier
    set
        state = 'done', is_refetch = false, attempts = frontier.attempts + 1, run_id = %(run_id)s,
        fetched_at = %(now)s, is_gone = true, -- What was captured before says nothing else.
        etag = null, last_modified = null -- Should it come back, it is read.
    from unnest(
        %(url_key)s::bytea[],
        %(reason)s::text[],
        %(detail)s::text[],
        %(status)s::integer[],
        %(elapsed_ms)s::integer[]
    ) as told (url_key, reason, detail, status, elapsed_ms)
    where frontier.url_key = told.url_key and frontier.state = 'waiting' and frontier.is_refetch
    returning
        frontier.url_key,
        frontier.source_id,
        frontier.host,
        frontier.url,
        frontier.is_historical,
        told.reason,
        told.detail,
        told.status,
        told.elapsed_ms
),
logged as (
    insert into ingest.fetch (
        recorded_at, url_key, source_id, host, url, run_id, is_historical, result, http_status, elapsed_ms, reason, detail
    )
    select
        %(now)s,
        moved.url_key,
        moved.source_id,
        moved.host,
        moved.url,
        %(run_id)s,
        moved.is_historical,
        'given_up',
        moved.status,
        moved.elapsed_ms,
        moved.reason,
        moved.detail
    from moved
    order by moved.url_key
),
gone as (
    update ingest.article
    -- The hash is of no text: should the page come back as it was, that is a change as well.
    set
        revision = article.revision + 1, recorded_at = %(now)s, run_id = %(run_id)s, content_hash = sha256(content_hash)
    from moved
    where article.url_key = moved.url_key
    returning article.article_id, article.revision
),
told as (
    insert into ingest.revision (
        recorded_at, article_id, revision, change_class, url, canonical_url, source_id, headline, standfirst, byline,
        dateline, published_at, published_at_source, modified_at, language, section, tags, images, body, word_count,
        content_hash, text_hash, dropped, is_historical, cleaner_version, suite_version, warnings, run_id, warc_file,
        warc_offset, payload_sha256, fetched_at
    )
    select
        %(now)s, last.article_id, gone.revision, 'unpublished', last.url, last.canonical_url, last.source_id,
        last.headline, last.standfirst, last.byline, last.dateline, last.published_at, last.published_at_source,
        last.modified_at, last.language, last.section, last.tags, last.images, last.body, last.word_count,
        last.content_hash, last.text_hash, last.dropped, last.is_historical, last.cleaner_version, last.suite_version,
        last.warnings, %(run_id)s, last.warc_file, last.warc_offset, last.payload_sha256, last.fetched_at
    from gone
    join ingest.revision as last on last.article_id = gone.article_id and last.revision = gone.revision - 1
    returning article_id, revision, source_id, is_historical
),
numbered as (
    insert into ingest.change (
        change_id, recorded_at, kind, article_id, revision, change_class, source_id, is_historical, run_id
    )
    select
        nextval('ingest.change_number'),
        %(now)s,
        'revised',
        told.article_id,
        told.revision,
        'unpublished',
        told.source_id,
        told.is_historical,
        %(run_id)s
    from told
)
select source_id, is_historical from moved
