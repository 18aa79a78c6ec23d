lock table ingest.publish_turn in exclusive mode
