select run_id from ingest.run where dag_id = %(dag_id)s order by opened_at desc, run_id desc limit 1
