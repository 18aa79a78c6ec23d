delete from ingest.stage where run_id = %(run_id)s
