select source_id, reason, count(*)
from ingest.quarantine
where status = 'open'
group by source_id, reason
order by count(*) desc, source_id, reason
