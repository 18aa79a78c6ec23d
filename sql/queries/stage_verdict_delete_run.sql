delete from ingest.stage_verdict where run_id = %(run_id)s
