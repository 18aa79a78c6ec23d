delete from ingest.stage where run_id = %(run_id)s and page_key = any (%(page_keys)s::bytea[])
