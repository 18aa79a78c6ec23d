-- Stories that stand under the addresses of several publishers, word for word.
select article_id, source_id as first_source, published_at, urls
from news.articles
where cardinality(urls) > 1
order by published_at desc nulls last
limit 100;
