-- The pairs of one article, by the indexes of either side: which of two came first was made of whole rows, so that every
-- pair had to be made before one was chosen.

create or replace view news.near_duplicates as
select
    later.article_id,
    earlier.article_id as earlier_article_id,
    pair.similarity,
    later.source_id,
    earlier.source_id as earlier_source_id,
    coalesce(later.published_at, later.first_seen_at) as published_at,
    coalesce(earlier.published_at, earlier.first_seen_at) as earlier_published_at,
    pair.found_at,
    pair.containment
from ingest.near_duplicate as pair
join ingest.article as earlier on earlier.article_id = pair.low_id
join ingest.article as later on later.article_id = pair.high_id
where
    (coalesce(earlier.published_at, earlier.first_seen_at), earlier.article_id)
    <= (coalesce(later.published_at, later.first_seen_at), later.article_id)
union all
select
    later.article_id,
    earlier.article_id as earlier_article_id,
    pair.similarity,
    later.source_id,
    earlier.source_id as earlier_source_id,
    coalesce(later.published_at, later.first_seen_at) as published_at,
    coalesce(earlier.published_at, earlier.first_seen_at) as earlier_published_at,
    pair.found_at,
    pair.containment
from ingest.near_duplicate as pair
join ingest.article as earlier on earlier.article_id = pair.high_id
join ingest.article as later on later.article_id = pair.low_id
where
    (coalesce(earlier.published_at, earlier.first_seen_at), earlier.article_id)
    < (coalesce(later.published_at, later.first_seen_at), later.article_id);
