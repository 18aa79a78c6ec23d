-- Pages with an open item come back: those that are on disk to be cleaned, those that never were to be fetched.
-- What this run settled already is not taken again.
with chosen as (
    select aside.page_key
    from ingest.quarantine as aside
    join ingest.frontier on frontier.url_key = aside.page_key
    where
        aside.status = 'open'
        and frontier.state = 'done'
        and frontier.run_id <> %(run_id)s
        and (%(source_ids)s::text[] is null or aside.source_id = any (%(source_ids)s))
        and (%(reason)s::text is null or aside.reason = %(reason)s)
        and (%(quarantine_ids)s::bigint[] is null or aside.quarantine_id = any (%(quarantine_ids)s))
    group by aside.page_key
    order by aside.page_key
    limit %(limit)s
)
update ingest.frontier
set
    state = case when frontier.warc_file is null then 'waiting' else 'fetched' end,
    attempts = 0,
    due_at = case when frontier.warc_file is null then %(now)s else frontier.due_at end,
    run_id = %(run_id)s
from chosen
where frontier.url_key = chosen.page_key
returning frontier.source_id, frontier.is_historical, frontier.state = 'fetched'
