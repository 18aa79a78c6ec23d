select to_regclass('ingest.migration') is not null
