-- At most a hundred candidates an article: a text that everybody prints must not make the work quadratic.
insert into ingest.near_duplicate (low_id, high_id, similarity, found_at)
select
    least(mine.article_id, other.article_id),
    greatest(mine.article_id, other.article_id),
    max(alike.similarity),
    %(now)s
from ingest.stage_plan as plan
join ingest.signature as mine on mine.article_id = plan.article_id
cross join lateral (
    select candidate.article_id, candidate.signature
    from ingest.signature as candidate
    where candidate.bands && mine.bands and candidate.article_id <> mine.article_id
    limit 100
) as other
cross join lateral (select ingest.compare_signatures(mine.signature, other.signature)) as alike (similarity)
where
    plan.run_id = %(run_id)s
    and plan.outcome in ('loaded', 'revised')
    and alike.similarity >= 0.7
group by 1, 2
order by 1, 2
on conflict (low_id, high_id) do update
set similarity = excluded.similarity, found_at = excluded.found_at
