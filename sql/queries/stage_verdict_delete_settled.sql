-- Of every run, as with the stage.
delete from ingest.stage_verdict
using ingest.stage as staged, ingest.frontier
where
    staged.row_id = stage_verdict.row_id
    and frontier.url_key = staged.page_key
    and (
        frontier.state <> 'fetched'
        or (frontier.warc_file, frontier.warc_offset) is distinct from (staged.warc_file, staged.warc_offset)
    )
