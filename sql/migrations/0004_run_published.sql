-- A run whose gate or publishing failed must not close green: Airflow judges a run by its last task alone.
alter table ingest.run add column published_at timestamptz;
comment on column ingest.run.published_at is
    'When the transaction that publishes the run was last committed; null where none was since the run was opened.';
