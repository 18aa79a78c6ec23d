select
    plan.row_id,
    article.headline,
    article.body,
    staged.headline,
    case when article.body is not null then staged.body end,
    article.text_hash = staged.text_hash
from ingest.stage_plan as plan
join ingest.stage as staged using (row_id)
join ingest.article on article.article_id = plan.article_id
where plan.run_id = %(run_id)s and plan.outcome = 'revised'
