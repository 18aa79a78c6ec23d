update ingest.run set closed_at = coalesce(closed_at, %(now)s) where run_id = %(run_id)s
