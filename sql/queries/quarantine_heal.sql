-- An address that passes now is healed, or released where a person let it through; so is a page that could not be fetched or cleaned and now gave records.
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
where quarantine.quarantine_id = healed.quarantine_id
