with made as (
    insert into ingest.article (
        url_key, url, canonical_url, source_id, position, headline, standfirst, byline, dateline, published_at,
        published_at_source, modified_at, language, section, tags, images, body, word_count, content_hash, text_hash,
        revision, is_own_page, is_historical, cleaner_version, suite_version, run_id, warc_file, warc_offset,
        payload_sha256, fetched_at, first_seen_at, recorded_at, search_vector, search_version,
        is_text
    )
    select
        staged.url_key,
        staged.url,
        staged.canonical_url,
        staged.source_id,
        staged.position,
        staged.headline,
        staged.standfirst,
        staged.byline,
        staged.dateline,
        staged.published_at,
        staged.published_at_source,
        staged.modified_at,
        staged.language,
        staged.section,
        staged.tags,
        staged.images,
        case when source.store_full_text then staged.body end,
        staged.word_count,
        staged.content_hash,
        staged.text_hash,
        1,
        staged.is_own_page,
        staged.is_historical,
        staged.cleaner_version,
        verdict.suite_version,
        %(run_id)s,
        staged.warc_file,
        staged.warc_offset,
        staged.payload_sha256,
        staged.fetched_at,
        %(now)s,
        %(now)s,
        ingest.write_vector(staged, source.store_full_text, %(now)s),
        coalesce(staged.search_version, 1),
        coalesce(staged.is_text, false)
    from ingest.stage_plan as plan
    join ingest.stage as staged using (row_id)
    join ingest.stage_verdict as verdict using (row_id)
    join ingest.source on source.source_id = staged.source_id
    where plan.run_id = %(run_id)s and plan.outcome = 'loaded'
    order by staged.url_key
    returning article_id, url_key
)
update ingest.stage_plan
set article_id = made.article_id, change_class = 'first'
from made
where stage_plan.run_id = %(run_id)s and stage_plan.outcome = 'loaded' and stage_plan.url_key = made.url_key
