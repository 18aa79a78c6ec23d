select ingest.flush_signatures()
