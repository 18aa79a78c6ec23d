update ingest.article
set
    headline = article.headline, -- Names are made of it: what is generated is made anew only with what it is made of.
    search_version = %(rules)s,
    search_vector = ingest.mark_article(
        article.analyzer,
        article.language,
        article.source_id,
        coalesce(article.published_at, article.first_seen_at)
    ) || case
        when made.search_head is null then
            ingest.make_vector(article.language, article.headline, article.standfirst, article.byline, article.body)
        else concat_ws(' ', made.search_head, made.search_body)::tsvector
    end
from
    unnest(%(article_id)s::bigint[], %(search_head)s::text[], %(search_body)s::text[])
        as made (article_id, search_head, search_body)
where article.article_id = made.article_id
