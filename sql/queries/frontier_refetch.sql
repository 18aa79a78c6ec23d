-- Published pages whose time has come wait again, behind every new page; of each source at most its page budget.
with chosen as (
    select due.url_key
    from ingest.source
    cross join lateral (
        select frontier.url_key
        from ingest.frontier
        where
            frontier.state = 'done'
            and frontier.source_id = source.source_id
            and frontier.refetch_at <= %(now)s
        order by frontier.refetch_at, frontier.url_key
        limit source.page_budget
        for update skip locked
    ) as due
    where source.source_id = any (%(source_ids)s::text[])
)
update ingest.frontier
set state = 'waiting', is_refetch = true, refetch_at = null, attempts = 0, due_at = %(now)s, run_id = %(run_id)s
from chosen
where frontier.url_key = chosen.url_key
returning frontier.source_id, frontier.is_historical
