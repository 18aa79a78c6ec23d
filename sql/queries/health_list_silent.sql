select source_id, last_loaded_hour, checked_at, poll_failures
from news.source_health
where is_silent
order by source_id
