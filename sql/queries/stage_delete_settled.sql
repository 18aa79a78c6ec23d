-- Of every run: what a killed run staged of pages that are settled now is of no more use to anybody.
delete from ingest.stage
using ingest.frontier
where
    frontier.url_key = stage.page_key
    and (
        frontier.state <> 'fetched'
        or (frontier.warc_file, frontier.warc_offset) is distinct from (stage.warc_file, stage.warc_offset)
    )
