update ingest.erasure
set warc_bytes = %(warc_bytes)s
where warc_file = %(warc_file)s and warc_offset = %(warc_offset)s
