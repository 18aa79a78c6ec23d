insert into ingest.run (run_id, dag_id, is_historical, opened_at)
values (%(run_id)s, %(dag_id)s, %(is_historical)s, %(now)s)
on conflict (run_id) do update set closed_at = null, published_at = null
