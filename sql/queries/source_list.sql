select source_id from ingest.source order by source_id
