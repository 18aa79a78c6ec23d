insert into ingest.host (host, next_allowed_at)
select named.host, %(now)s
from unnest(%(hosts)s::text[]) as named (host)
order by named.host
on conflict (host) do nothing
