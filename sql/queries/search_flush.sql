select ingest.flush_search()
