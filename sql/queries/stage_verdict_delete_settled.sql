delete from ingest.stage_verdict
using ingest.stage as staged, ingest.frontier
where
    stage_verdict.run_id = %(run_id)s
    and staged.row_id = stage_verdict.row_id
    and frontier.url_key = staged.page_key
    and (
        frontier.state <> 'fetched'
        or (frontier.warc_file, frontier.warc_offset) is distinct from (staged.warc_file, staged.warc_offset)
    )
