-- A page that says what it said, by a clock that is not ahead.
update ingest.article
set confirmed_at = told.fetched_at
from (
    select plan.article_id, max(staged.fetched_at) as fetched_at
    from ingest.stage_plan as plan
    join ingest.stage as staged using (row_id)
    join ingest.article using (article_id)
    where
        plan.run_id = %(run_id)s
        and plan.outcome in ('unchanged', 'duplicate')
        and staged.is_own_page
        and staged.source_id = article.source_id
        and staged.text_hash = article.text_hash
        and staged.fetched_at < %(now)s + interval '1 hour'
    group by plan.article_id
) as told
where article.article_id = told.article_id and told.fetched_at > greatest(article.fetched_at, article.confirmed_at)
