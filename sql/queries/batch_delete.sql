delete from ingest.batch where recorded_at < %(before)s
