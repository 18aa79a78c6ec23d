select distinct host
from ingest.frontier
where state = 'waiting' and host is not null and source_id = any (%(source_ids)s::text[]) and due_at <= %(now)s
order by host
