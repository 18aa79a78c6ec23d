-- Of every run, as with the stage.
delete from ingest.stage_rejection
using ingest.frontier
where
    frontier.url_key = stage_rejection.page_key
    and (
        frontier.state <> 'fetched'
        or (frontier.warc_file, frontier.warc_offset)
        is distinct from (stage_rejection.warc_file, stage_rejection.warc_offset)
    )
