update ingest.frontier
set due_at = greatest(due_at, %(due_at)s)
where url_key = any (%(url_keys)s::bytea[]) and state = 'waiting'
