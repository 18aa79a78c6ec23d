-- Where an article stands besides its own page: scrolled in behind another one.
insert into ingest.article_page (article_id, page_key)
select distinct known.article_id, plan.page_key
from ingest.stage_plan as plan
join ingest.article_url as known using (url_key)
where plan.run_id = %(run_id)s and plan.outcome <> 'quarantined' and plan.page_key <> plan.url_key
on conflict (article_id, page_key) do nothing
