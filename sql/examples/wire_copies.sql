-- Texts that several publishers printed: who had it first, who followed, and how much of it is the same.
select
    first.headline,
    pair.earlier_source_id as had_first,
    pair.source_id as followed,
    pair.published_at - pair.earlier_published_at as later,
    pair.similarity
from news.near_duplicates as pair
join news.articles as first on first.article_id = pair.earlier_article_id
where pair.source_id <> pair.earlier_source_id
order by pair.published_at desc
limit 50;
