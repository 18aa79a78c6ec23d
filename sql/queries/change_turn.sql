lock table ingest.change_turn in exclusive mode
