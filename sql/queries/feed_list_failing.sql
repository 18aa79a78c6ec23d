select source_id, feed_url, failures, remark
from ingest.feed
where source_id = any (%(source_ids)s::text[]) and failures > 0
order by source_id, feed_url
