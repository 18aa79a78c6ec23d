insert into ingest.quarantine (
    url_key, page_key, source_id, url, stage, reason, reasons, observed, dropped, is_historical, run_id, warc_file,
    warc_offset, payload_sha256, fetched_at, first_seen_at, recorded_at
)
select
    rejected.page_key,
    rejected.page_key,
    rejected.source_id,
    rejected.url,
    'clean',
    rejected.reason,
    array[rejected.detail],
    '[]',
    case when source.store_full_text then rejected.dropped else '[]' end,
    frontier.is_historical,
    %(run_id)s,
    rejected.warc_file,
    rejected.warc_offset,
    rejected.payload_sha256,
    frontier.fetched_at,
    %(now)s,
    %(now)s
from ingest.stage_rejection as rejected
join ingest.frontier
    on
        frontier.url_key = rejected.page_key
        and frontier.state = 'fetched'
        and (frontier.warc_file, frontier.warc_offset) = (rejected.warc_file, rejected.warc_offset)
join ingest.source on source.source_id = rejected.source_id
where rejected.run_id = %(run_id)s
order by rejected.page_key
on conflict (url_key) where status = 'open' do update
set
    stage = excluded.stage,
    reason = excluded.reason,
    reasons = excluded.reasons,
    observed = excluded.observed,
    headline = null,
    dropped = excluded.dropped,
    suite_version = null,
    cleaner_version = null,
    is_historical = excluded.is_historical,
    run_id = excluded.run_id,
    warc_file = excluded.warc_file,
    warc_offset = excluded.warc_offset,
    payload_sha256 = excluded.payload_sha256,
    fetched_at = excluded.fetched_at,
    recorded_at = excluded.recorded_at,
    times = quarantine.times + 1
