copy ingest.stage_rejection (
    run_id, page_key, source_id, url, reason, detail, dropped, warc_file, warc_offset, payload_sha256
) from stdin
