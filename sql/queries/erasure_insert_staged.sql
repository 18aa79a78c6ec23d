-- A page that holds an article which was purged, beside others: the whole page is erased.
insert into ingest.erasure (warc_file, warc_offset, ordered_at)
select distinct staged.warc_file, staged.warc_offset, %(now)s::timestamptz
from ingest.stage_plan as plan
join ingest.stage as staged using (row_id)
where plan.run_id = %(run_id)s and plan.outcome = 'rejected'
on conflict (warc_file, warc_offset) do nothing
