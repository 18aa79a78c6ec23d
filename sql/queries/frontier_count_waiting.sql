select count(*) from ingest.frontier where state = 'waiting' and source_id = any (%(source_ids)s::text[])
