update ingest.lane
set finished_at = coalesce(finished_at, %(now)s)
where run_id = %(run_id)s and lane = %(lane)s
