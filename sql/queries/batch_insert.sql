-- What the run's publishers gave counts as their past from now on.
insert into ingest.batch
select * from ingest.stage_batch where run_id = %(run_id)s
on conflict (run_id, source_id, is_historical, first_row_id) do nothing
