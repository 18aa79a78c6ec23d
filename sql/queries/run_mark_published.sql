update ingest.run set published_at = %(now)s where run_id = %(run_id)s
