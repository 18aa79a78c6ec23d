select * from ingest.stage where run_id = %(run_id)s and row_id > %(after)s order by row_id limit %(limit)s
