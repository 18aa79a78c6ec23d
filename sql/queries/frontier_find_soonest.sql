select min(due_at)
from ingest.frontier
where state = 'waiting' and host is not null and source_id = any (%(source_ids)s::text[])
