-- A renewal tells when the next request is allowed, so that a lane that is killed keeps its crawl delay. What a clock
-- wrote that was ahead holds nobody up.
with free as (
    select host.host, given.next_allowed_at
    from ingest.host
    inner join unnest(%(hosts)s::text[], %(next_allowed_at)s::timestamptz[]) as given (host, next_allowed_at)
        on host.host = given.host
    where
        host.holder is null
        or host.holder = %(holder)s
        or host.lease_until <= %(now)s
        or host.told_at > %(now)s + interval '1 hour'
    order by host.host
    for update of host skip locked
)
update ingest.host
set
    holder = %(holder)s,
    lease_until = %(lease_until)s,
    next_allowed_at = case
        when host.told_at > %(now)s + interval '1 hour' then free.next_allowed_at
        else greatest(host.next_allowed_at, free.next_allowed_at)
    end,
    told_at = %(now)s
from free
where host.host = free.host
returning host.host, host.next_allowed_at
