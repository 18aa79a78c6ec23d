select published_at is not null from ingest.run where run_id = %(run_id)s
