-- Whose these pages are, of those that are fetched and not done: a page that is known stays its source's.
select distinct source_id
from ingest.frontier
where url_key = any (%(url_keys)s::bytea[]) and state = 'fetched'
order by source_id
