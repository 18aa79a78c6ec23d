insert into ingest.quarantine (
    url_key, page_key, source_id, url, stage, reason, reasons, observed, headline, dropped, suite_version,
    cleaner_version, is_historical, run_id, warc_file, warc_offset, payload_sha256, fetched_at, first_seen_at,
    recorded_at
)
select distinct on (staged.url_key)
    staged.url_key,
    staged.page_key,
    staged.source_id,
    staged.url,
    'gate',
    case
        when jsonb_path_exists(verdict.failed, '$[*] ? (!(@.expectation_id starts with "batch-"))') then 'failed_expectation'
        else 'held_batch'
    end,
    array(select failure ->> 'reason' from jsonb_array_elements(verdict.failed) as failure),
    (
        select jsonb_agg(
            jsonb_build_object('expectation_id', failure -> 'expectation_id', 'observed', failure -> 'observed')
        )
        from jsonb_array_elements(verdict.failed) as failure
    ),
    staged.headline,
    case when source.store_full_text then staged.dropped else '[]' end,
    verdict.suite_version,
    staged.cleaner_version,
    plan.is_historical,
    %(run_id)s,
    staged.warc_file,
    staged.warc_offset,
    staged.payload_sha256,
    staged.fetched_at,
    %(now)s,
    %(now)s
from ingest.stage_plan as plan
join ingest.stage as staged using (row_id)
join ingest.stage_verdict as verdict using (row_id)
join ingest.source on source.source_id = staged.source_id
where
    plan.run_id = %(run_id)s
    and plan.outcome = 'quarantined'
    -- Another capture of the same address in this batch may have passed.
    and not exists (
        select 1 from ingest.stage_plan as passed
        where passed.run_id = %(run_id)s and passed.url_key = plan.url_key and passed.outcome <> 'quarantined'
    )
order by staged.url_key, staged.is_own_page desc, staged.fetched_at desc, staged.row_id
on conflict (url_key) where status = 'open' do update
set
    page_key = excluded.page_key,
    stage = excluded.stage,
    reason = excluded.reason,
    reasons = excluded.reasons,
    observed = excluded.observed,
    headline = excluded.headline,
    dropped = excluded.dropped,
    suite_version = excluded.suite_version,
    cleaner_version = excluded.cleaner_version,
    is_historical = excluded.is_historical,
    run_id = excluded.run_id,
    warc_file = excluded.warc_file,
    warc_offset = excluded.warc_offset,
    payload_sha256 = excluded.payload_sha256,
    fetched_at = excluded.fetched_at,
    recorded_at = excluded.recorded_at,
    times = quarantine.times + 1
