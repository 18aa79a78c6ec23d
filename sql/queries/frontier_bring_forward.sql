update ingest.frontier
set due_at = %(due_at)s
where url_key = any (%(url_keys)s::bytea[]) and state = 'waiting' and due_at = %(put_off_to)s
