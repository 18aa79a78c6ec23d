-- A feed names known pages again. Changed words reopen a page that is done, and mark one that is on its way as stale.
update ingest.frontier
set
    state = case when named.is_reopened then 'waiting' else frontier.state end,
    is_stale = frontier.is_stale or (frontier.state = 'fetched' and named.is_changed),
    is_refetch = frontier.is_refetch and not named.is_changed,
    is_historical = frontier.is_historical and (frontier.state = 'fetched' or %(is_historical)s),
    feed_digests = frontier.feed_digests || named.feed_digests,
    published_at = coalesce(named.published_at, frontier.published_at),
    attempts = case when named.is_reopened then 0 else frontier.attempts end,
    due_at = case when named.is_reopened then %(now)s else frontier.due_at end,
    run_id = case when named.is_reopened then %(run_id)s else frontier.run_id end
from unnest(
    %(url_key)s::bytea[],
    %(is_changed)s::boolean[],
    %(is_reopened)s::boolean[],
    %(feed_digests)s::jsonb[],
    %(published_at)s::timestamptz[]
) as named (url_key, is_changed, is_reopened, feed_digests, published_at)
where
    frontier.url_key = named.url_key
    and (
        named.is_changed
        or not frontier.feed_digests @> named.feed_digests
        or (frontier.state = 'waiting' and frontier.is_historical and not %(is_historical)s)
    )
returning frontier.source_id, frontier.is_historical, named.is_reopened
