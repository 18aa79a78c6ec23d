select ingest.make_partitions(%(now)s)
