-- Each source gives as many pages as its budget has left; the order inside it is the order of all.
with budget as (
    select *
    from unnest(%(source_id)s::text[], %(budget)s::integer[]) as given (source_id, pages)
)
select
    due.url_key,
    due.source_id,
    due.url,
    due.attempts,
    due.is_historical,
    due.etag,
    due.last_modified,
    due.is_refetch,
    due.warc_file,
    due.warc_offset,
    due.payload_sha256
from budget
cross join lateral (
    select *
    from ingest.frontier
    where
        frontier.state = 'waiting'
        and frontier.host = %(host)s
        and frontier.source_id = budget.source_id
        and frontier.due_at <= %(now)s
    order by
        frontier.is_historical,
        frontier.is_refetch,
        frontier.published_at desc nulls last,
        frontier.discovered_at,
        frontier.url_key
    limit greatest(budget.pages, 0)
) as due
order by due.is_historical, due.is_refetch, due.published_at desc nulls last, due.discovered_at, due.url_key
limit %(limit)s
