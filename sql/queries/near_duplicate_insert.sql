insert into ingest.near_duplicate (low_id, high_id, similarity, containment, found_at)
select
    least(mine.article_id, other.article_id),
    greatest(mine.article_id, other.article_id),
    max(alike.similarity),
    max(alike.containment),
    %(now)s
from ingest.stage_plan as plan
join ingest.signature as mine on mine.article_id = plan.article_id
cross join lateral ingest.list_candidates(mine.bands) as other
cross join lateral ingest.compare_texts(mine, other) as alike
where
    plan.run_id = %(run_id)s
    and plan.outcome in ('loaded', 'revised')
    and other.article_id <> mine.article_id
group by 1, 2
order by 1, 2
on conflict (low_id, high_id) do update
set similarity = excluded.similarity, containment = excluded.containment, found_at = excluded.found_at
