-- The pages the plan took and the rejected ones are done; one that changed while it was on its way waits again.
-- A published live one is looked at again for corrections. Behind an older capture that gave no article of its own the
-- newest one is the page's again, and where the gate set the newest aside. A live page that has given nothing yet is fetched again where what was fetched is lost, a
-- few times: its publisher has it still.
with settled as (
    select
        page_key,
        bool_or(outcome in ('loaded', 'revised', 'unchanged')) as is_published,
        bool_or(outcome in ('loaded', 'revised') and url_key = page_key) as is_new,
        false as is_lost
    from ingest.stage_plan
    where run_id = %(run_id)s
    group by page_key
    union all
    select rejected.page_key, false, false, rejected.reason = 'unreadable'
    from ingest.stage_rejection as rejected
    join ingest.frontier
        on
            frontier.url_key = rejected.page_key
            and frontier.state = 'fetched'
            and (frontier.warc_file, frontier.warc_offset) = (rejected.warc_file, rejected.warc_offset)
    where
        rejected.run_id = %(run_id)s
        and rejected.page_key not in (select page_key from ingest.stage_plan where run_id = %(run_id)s)
)
update ingest.frontier
set
    state = case when again.is_due then 'waiting' else 'done' end,
    is_stale = false,
    is_refetch = frontier.is_refetch and frontier.is_stale,
    refetch_at = case
        when (settled.is_published or newest.is_behind) and not (frontier.is_historical or frontier.is_gone)
            then ingest.next_refetch(frontier.discovered_at, source.refetch_hours, %(now)s)
    end,
    warc_file = case when newest.is_behind then before.newer_warc_file else before.warc_file end,
    warc_offset = case when newest.is_behind then before.newer_warc_offset else before.warc_offset end,
    payload_sha256 = case when newest.is_behind then before.newer_payload_sha256 else before.payload_sha256 end,
    newer_warc_file = null,
    newer_warc_offset = null,
    newer_payload_sha256 = null,
    etag = case when not settled.is_lost then before.etag end,
    last_modified = case when not settled.is_lost then before.last_modified end,
    attempts = 0,
    due_at = case when again.is_due then %(now)s else frontier.due_at end,
    run_id = %(run_id)s
from settled
join ingest.frontier as before on before.url_key = settled.page_key
join ingest.source on source.source_id = before.source_id
cross join lateral (
    select
        before.newer_warc_file is not null
        and (
            not settled.is_new
            or exists (
                select 1 from ingest.quarantine as aside
                where
                    aside.page_key = before.url_key
                    and aside.status = 'open'
                    and (aside.warc_file, aside.warc_offset) = (before.newer_warc_file, before.newer_warc_offset)
            )
        )
        and exists (select 1 from ingest.article_url as known where known.url_key = before.url_key) as is_behind
) as newest
cross join lateral (
    select
        before.is_stale
        or (
            settled.is_lost
            and not before.is_historical
            and before.host is not null
            and not exists (select 1 from ingest.article_url as known where known.url_key = before.url_key)
            and not exists (
                select 1 from ingest.quarantine as aside
                where aside.url_key = before.url_key and aside.status = 'open' and aside.times > 3
            )
        ) as is_due
) as again
where frontier.url_key = settled.page_key
returning frontier.source_id, frontier.is_historical, again.is_due
