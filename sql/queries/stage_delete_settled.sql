delete from ingest.stage
using ingest.frontier
where
    stage.run_id = %(run_id)s
    and frontier.url_key = stage.page_key
    and (
        frontier.state <> 'fetched'
        or (frontier.warc_file, frontier.warc_offset) is distinct from (stage.warc_file, stage.warc_offset)
    )
