insert into ingest.near_duplicate (low_id, high_id, similarity, containment, found_at)
select
    least(mine.article_id, other.article_id),
    greatest(mine.article_id, other.article_id),
    max(alike.similarity),
    max(alike.containment),
    %(now)s
from ingest.signature as mine
cross join lateral ingest.list_candidates(mine.bands) as other
cross join lateral ingest.compare_texts(mine, other) as alike
where
    mine.article_id = any (%(article_id)s::bigint[])
    and other.article_id <> mine.article_id
group by 1, 2
order by 1, 2
on conflict (low_id, high_id) do update
set similarity = excluded.similarity, containment = excluded.containment -- found_at stays: it is no news.
