-- A changed text is compared anew.
delete from ingest.near_duplicate
using ingest.stage_plan as plan
where
    plan.run_id = %(run_id)s
    and plan.outcome = 'revised'
    and plan.article_id in (near_duplicate.low_id, near_duplicate.high_id)
