select source_id, last_loaded_hour, checked_at, poll_failures
from news.source_health
where
    source_id = any (%(source_ids)s::text[])
    -- Nobody is silent before live news has run for a day.
    and coalesce(last_loaded_hour, (select min(opened_at) from ingest.run where not is_historical)) < %(before)s
order by source_id
