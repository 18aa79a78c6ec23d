select ingest.analyze_plan()
