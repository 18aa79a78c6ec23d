-- Exact copies go where the article went that they follow.
update ingest.stage_plan
set article_id = leader.article_id
from ingest.stage_plan as leader
where stage_plan.run_id = %(run_id)s and leader.row_id = stage_plan.leader_row_id
