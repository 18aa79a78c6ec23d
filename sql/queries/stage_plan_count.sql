select page_source_id, is_historical, outcome, count(*)
from ingest.stage_plan
where run_id = %(run_id)s
group by page_source_id, is_historical, outcome
union all
select frontier.source_id, frontier.is_historical, 'rejected', count(*)
from ingest.stage_rejection as rejected
join ingest.frontier
    on
        frontier.url_key = rejected.page_key
        and frontier.state = 'fetched'
        and (frontier.warc_file, frontier.warc_offset) = (rejected.warc_file, rejected.warc_offset)
where rejected.run_id = %(run_id)s
group by frontier.source_id, frontier.is_historical
