insert into ingest.revision (
    recorded_at, article_id, revision, change_class, url, canonical_url, source_id, headline, standfirst, byline,
    dateline, published_at, published_at_source, modified_at, language, section, tags, images, body, word_count,
    content_hash, text_hash, dropped, is_historical, cleaner_version, suite_version, warnings, run_id, warc_file,
    warc_offset, payload_sha256, fetched_at
)
select
    %(now)s,
    article.article_id,
    article.revision,
    plan.change_class,
    staged.url,
    staged.canonical_url,
    staged.source_id,
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
    article.body,
    staged.word_count,
    staged.content_hash,
    staged.text_hash,
    case when source.store_full_text then staged.dropped else '[]' end,
    staged.is_historical,
    staged.cleaner_version,
    verdict.suite_version,
    verdict.warnings,
    %(run_id)s,
    staged.warc_file,
    staged.warc_offset,
    staged.payload_sha256,
    staged.fetched_at
from ingest.stage_plan as plan
join ingest.stage as staged using (row_id)
join ingest.stage_verdict as verdict using (row_id)
join ingest.source on source.source_id = staged.source_id
join ingest.article on article.article_id = plan.article_id
where plan.run_id = %(run_id)s and plan.outcome in ('loaded', 'revised')
order by article.article_id
