select lane from ingest.lane where run_id = %(run_id)s and finished_at is null order by lane
