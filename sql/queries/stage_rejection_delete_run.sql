delete from ingest.stage_rejection where run_id = %(run_id)s
