-- The pages the plan took and the rejected ones are done; one that changed while it was on its way waits again.
with settled as (
    select distinct page_key from ingest.stage_plan where run_id = %(run_id)s
    union
    select rejected.page_key
    from ingest.stage_rejection as rejected
    join ingest.frontier
        on
            frontier.url_key = rejected.page_key
            and frontier.state = 'fetched'
            and (frontier.warc_file, frontier.warc_offset) = (rejected.warc_file, rejected.warc_offset)
    where rejected.run_id = %(run_id)s
)
update ingest.frontier
set
    state = case when frontier.is_stale then 'waiting' else 'done' end,
    is_stale = false,
    attempts = 0,
    due_at = case when frontier.is_stale then %(now)s else frontier.due_at end,
    run_id = %(run_id)s
from settled, ingest.frontier as before
where frontier.url_key = settled.page_key and before.url_key = settled.page_key
returning frontier.source_id, frontier.is_historical, before.is_stale
