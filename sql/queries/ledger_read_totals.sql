with pending as (
    select source_id, count(*) as waiting from ingest.frontier where state <> 'done' group by source_id
),
counted as (
    select
        source_id,
        sum(discovered)::bigint as discovered,
        sum(fetched)::bigint as fetched,
        sum(loaded)::bigint as loaded,
        sum(revised)::bigint as revised,
        sum(unchanged)::bigint as unchanged,
        sum(duplicate)::bigint as duplicate,
        sum(quarantined)::bigint as quarantined,
        sum(rejected)::bigint as rejected
    from ingest.ledger
    group by source_id
)
select
    source_id,
    coalesce(counted.discovered, 0),
    coalesce(counted.fetched, 0),
    coalesce(counted.loaded, 0),
    coalesce(counted.revised, 0),
    coalesce(counted.unchanged, 0),
    coalesce(counted.duplicate, 0),
    coalesce(counted.quarantined, 0),
    coalesce(counted.rejected, 0),
    coalesce(pending.waiting, 0)
from counted
full join pending using (source_id)
order by source_id
