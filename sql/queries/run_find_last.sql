-- A run that was opened by a clock that was ahead is not the last for as long.
select run_id
from ingest.run
where dag_id = %(dag_id)s
order by opened_at > now() + interval '1 hour', opened_at desc, run_id desc
limit 1
