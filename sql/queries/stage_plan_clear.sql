delete from ingest.stage_plan where run_id = %(run_id)s
