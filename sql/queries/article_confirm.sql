-- A page that says what it said, by a clock that is not ahead. Another address may lag behind: it says nothing of the page.
update ingest.article_url as known
set confirmed_at = told.fetched_at
from (
    select article.url_key, article.fetched_at as cleaned_at, max(staged.fetched_at) as fetched_at
    from ingest.stage_plan as plan
    join ingest.stage as staged using (row_id)
    join ingest.article using (article_id)
    where
        plan.run_id = %(run_id)s
        and plan.outcome in ('unchanged', 'duplicate')
        and staged.is_own_page
        and staged.url_key = article.url_key
        and staged.source_id = article.source_id
        and staged.text_hash = article.text_hash
        and staged.fetched_at < %(now)s + interval '1 hour'
    group by article.article_id
) as told
where known.url_key = told.url_key and told.fetched_at > greatest(told.cleaned_at, known.confirmed_at)
