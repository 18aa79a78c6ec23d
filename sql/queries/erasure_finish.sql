-- Pages that are done and whose record is gone cannot be cleaned anew.
with erased as (
    update ingest.erasure
    set erased_at = %(now)s
    where warc_file = %(warc_file)s and warc_offset = %(warc_offset)s
    returning warc_file, warc_offset
)
update ingest.frontier
set warc_file = null, warc_offset = null, payload_sha256 = null
from erased
where
    frontier.state = 'done'
    and (frontier.warc_file, frontier.warc_offset) = (erased.warc_file, erased.warc_offset)
