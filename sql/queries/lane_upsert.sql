insert into ingest.lane (run_id, lane, source_ids)
select %(run_id)s, dealt.lane, string_to_array(dealt.source_ids, e'\n')
from unnest(%(lane)s::integer[], %(source_ids)s::text[]) as dealt (lane, source_ids)
order by dealt.lane
on conflict (run_id, lane) do update set source_ids = excluded.source_ids, finished_at = null
