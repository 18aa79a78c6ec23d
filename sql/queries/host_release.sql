update ingest.host
set
    holder = null,
    lease_until = null,
    next_allowed_at = greatest(host.next_allowed_at, given.next_allowed_at),
    told_at = %(now)s
from unnest(%(hosts)s::text[], %(next_allowed_at)s::timestamptz[]) as given (host, next_allowed_at)
where host.host = given.host and host.holder = %(holder)s
