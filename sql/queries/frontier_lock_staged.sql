-- Every page of the run's stage, in the order of the keys.
select frontier.url_key
from ingest.frontier
where
    frontier.state = 'fetched'
    and frontier.url_key in (
        select page_key from ingest.stage where run_id = %(run_id)s
        union
        select page_key from ingest.stage_rejection where run_id = %(run_id)s
    )
order by frontier.url_key
for update
