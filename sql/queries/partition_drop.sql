select ingest.drop_partitions(%(before)s)
