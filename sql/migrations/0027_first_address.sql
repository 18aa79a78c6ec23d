-- The address an article was first found under is the first of its addresses, also where one publish brought them all:
-- they have one time, and were sorted by their letters.

create or replace view news.articles as
select
    article.article_id,
    article.url,
    article.canonical_url,
    array(
        select known.url
        from ingest.article_url as known
        where known.article_id = article.article_id
        order by known.url <> article.url, known.first_seen_at, known.url
    ) as urls,
    article.source_id,
    article.position,
    article.headline,
    article.standfirst,
    article.byline,
    article.dateline,
    article.published_at,
    article.published_at_source,
    article.modified_at,
    article.first_seen_at,
    article.language,
    article.section,
    article.tags,
    article.images,
    article.body,
    article.word_count,
    article.revision,
    article.is_historical,
    article.cleaner_version,
    article.fetched_at,
    article.recorded_at
from ingest.article;
