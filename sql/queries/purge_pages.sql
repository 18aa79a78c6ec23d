select ingest.purge_pages(%(url_keys)s::bytea[], %(purged_by)s, %(because)s, %(run_id)s, %(now)s)
