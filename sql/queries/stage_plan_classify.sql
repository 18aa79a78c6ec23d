update ingest.stage_plan
set change_class = named.change_class
from unnest(%(row_id)s::bigint[], %(change_class)s::text[]) as named (row_id, change_class)
where stage_plan.row_id = named.row_id
