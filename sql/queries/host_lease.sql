with free as (
    select host
    from ingest.host
    where host = any (%(hosts)s::text[]) and (holder is null or holder = %(holder)s or lease_until <= %(now)s)
    order by host
    for update skip locked
)
update ingest.host
set holder = %(holder)s, lease_until = %(lease_until)s
from free
where host.host = free.host
returning host.host, host.next_allowed_at
