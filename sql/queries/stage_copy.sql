copy ingest.stage (
    run_id, page_key, url_key, url, canonical_url, source_id, position, article_url, headline, standfirst, byline,
    dateline, published_at, published_at_source, modified_at, language, section, tags, images, date_candidates, body,
    word_count, content_hash, text_hash, is_own_page, is_historical, cleaner_version, warc_file, warc_offset,
    payload_sha256, fetched_at, dropped, search_head, search_body, search_version, signature, bands,
    runs, figures, signature_version, blocks, is_text
) from stdin
