-- A copy that became an article of its own takes its address with it.
insert into ingest.article_url (url_key, article_id, url, source_id, first_seen_at)
select staged.url_key, plan.article_id, staged.url, staged.source_id, %(now)s
from ingest.stage_plan as plan
join ingest.stage as staged using (row_id)
where
    plan.run_id = %(run_id)s
    and plan.article_id is not null
    and (plan.outcome = 'loaded' or plan.outcome = 'duplicate')
order by staged.url_key
on conflict (url_key) do update
set article_id = excluded.article_id
where article_url.article_id <> excluded.article_id
