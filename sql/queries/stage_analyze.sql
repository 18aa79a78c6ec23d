select ingest.analyze_stage()
