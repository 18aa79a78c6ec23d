select ingest.settle_roles()
