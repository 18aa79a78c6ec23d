insert into ingest.change (
    change_id, recorded_at, kind, article_id, revision, change_class, source_id, is_historical, run_id
)
select
    nextval('ingest.change_number'),
    made.recorded_at,
    made.kind,
    made.article_id,
    made.revision,
    made.change_class,
    made.source_id,
    made.is_historical,
    %(run_id)s
from (
    select
        article.recorded_at,
        case plan.outcome when 'loaded' then 'new' else 'revised' end as kind,
        article.article_id,
        article.revision,
        plan.change_class,
        article.source_id,
        plan.is_historical
    from ingest.stage_plan as plan
    join ingest.article on article.article_id = plan.article_id
    where plan.run_id = %(run_id)s and plan.outcome in ('loaded', 'revised')
    order by article.article_id
) as made
