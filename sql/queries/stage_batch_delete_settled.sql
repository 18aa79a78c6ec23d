-- Of every run, as the rest of the stage.
delete from ingest.stage_batch
where
    run_id = %(run_id)s
    or not exists (select 1 from ingest.stage where stage.run_id = stage_batch.run_id)
