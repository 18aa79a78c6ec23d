insert into ingest.ledger (
    source_id, hour, run_id, is_historical,
    discovered, fetched, loaded, revised, unchanged, duplicate, quarantined, rejected
)
select
    counted.source_id,
    date_trunc('hour', %(now)s::timestamptz, 'UTC'),
    %(run_id)s,
    counted.is_historical,
    counted.discovered,
    counted.fetched,
    counted.loaded,
    counted.revised,
    counted.unchanged,
    counted.duplicate,
    counted.quarantined,
    counted.rejected
from unnest(
    %(source_id)s::text[],
    %(is_historical)s::boolean[],
    %(discovered)s::bigint[],
    %(fetched)s::bigint[],
    %(loaded)s::bigint[],
    %(revised)s::bigint[],
    %(unchanged)s::bigint[],
    %(duplicate)s::bigint[],
    %(quarantined)s::bigint[],
    %(rejected)s::bigint[]
) as counted (
    source_id, is_historical, discovered, fetched, loaded, revised, unchanged, duplicate, quarantined, rejected
)
order by counted.source_id, counted.is_historical
on conflict (source_id, hour, run_id, is_historical) do update
set
    discovered = ledger.discovered + excluded.discovered,
    fetched = ledger.fetched + excluded.fetched,
    loaded = ledger.loaded + excluded.loaded,
    revised = ledger.revised + excluded.revised,
    unchanged = ledger.unchanged + excluded.unchanged,
    duplicate = ledger.duplicate + excluded.duplicate,
    quarantined = ledger.quarantined + excluded.quarantined,
    rejected = ledger.rejected + excluded.rejected
