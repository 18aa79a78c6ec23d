-- An address that passes now is healed, or released where a person let it through; so is a page that could not be fetched or cleaned and now gave
-- records. What of the newest capture was set aside is not healed by an older one, unless it could not be cleaned and that gave the article.
update ingest.quarantine
set status = case when quarantine.released_by is null then 'healed' else 'released' end, settled_at = %(now)s
from (
    select aside.quarantine_id
    from ingest.stage_plan as passed
    join ingest.quarantine as aside on aside.url_key = passed.url_key and aside.status = 'open'
    where passed.run_id = %(run_id)s and passed.outcome <> 'quarantined'
    union
    select aside.quarantine_id
    from ingest.stage_plan as passed
    join ingest.quarantine as aside on aside.url_key = passed.page_key and aside.status = 'open' and aside.stage <> 'gate'
    where passed.run_id = %(run_id)s
) as healed
where quarantine.quarantine_id = healed.quarantine_id and not exists (
    select 1
    from ingest.frontier as page
    where
        page.url_key = quarantine.page_key
        and page.state = 'fetched'
        and (page.newer_warc_file, page.newer_warc_offset) = (quarantine.warc_file, quarantine.warc_offset)
        and (
            quarantine.stage = 'gate'
            or not exists (
                select 1 from ingest.stage_plan as passed
                where
                    passed.run_id = %(run_id)s
                    and passed.url_key = page.url_key
                    and passed.page_key = page.url_key
                    and passed.outcome in ('loaded', 'revised')
            )
        )
)
