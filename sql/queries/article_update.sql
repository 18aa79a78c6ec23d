-- url_key, url and first_seen_at are the article's identity: a later text under another of its addresses keeps them.
update ingest.article
set
    canonical_url = case when article.url_key = staged.url_key then staged.canonical_url else article.canonical_url end,
    position = case when article.url_key = staged.url_key then staged.position else article.position end,
    headline = staged.headline,
    standfirst = staged.standfirst,
    byline = staged.byline,
    dateline = staged.dateline,
    published_at = staged.published_at,
    published_at_source = staged.published_at_source,
    modified_at = staged.modified_at,
    language = staged.language,
    section = staged.section,
    tags = staged.tags,
    images = staged.images,
    body = case when source.store_full_text then staged.body end,
    word_count = staged.word_count,
    content_hash = staged.content_hash,
    text_hash = staged.text_hash,
    revision = article.revision + 1,
    is_own_page = article.is_own_page or staged.is_own_page,
    is_text = coalesce(staged.is_text, false),
    cleaner_version = staged.cleaner_version,
    suite_version = verdict.suite_version,
    run_id = %(run_id)s,
    warc_file = staged.warc_file,
    warc_offset = staged.warc_offset,
    payload_sha256 = staged.payload_sha256,
    fetched_at = staged.fetched_at,
    recorded_at = %(now)s,
    search_vector = ingest.write_vector(staged, source.store_full_text, article.first_seen_at),
    search_version = coalesce(staged.search_version, 1)
from ingest.stage_plan as plan
join ingest.stage as staged using (row_id)
join ingest.stage_verdict as verdict using (row_id)
join ingest.source on source.source_id = staged.source_id
where plan.run_id = %(run_id)s and plan.outcome = 'revised' and article.article_id = plan.article_id
