select name, sha256 from ingest.migration
