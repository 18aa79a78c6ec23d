-- A source that a run looked at and that had nothing is a row of zeros, not an absence.
with looked_at as (
    select unnest(source_ids) as source_id from ingest.lane where run_id = %(run_id)s
    union
    select source_id from ingest.ledger where run_id = %(run_id)s
)
select
    looked_at.source_id,
    coalesce(counted.discovered, 0),
    coalesce(counted.fetched, 0),
    coalesce(counted.loaded, 0),
    coalesce(counted.revised, 0),
    coalesce(counted.unchanged, 0),
    coalesce(counted.duplicate, 0),
    coalesce(counted.quarantined, 0),
    coalesce(counted.rejected, 0),
    (
        select count(*) from ingest.frontier where frontier.source_id = looked_at.source_id and frontier.state <> 'done'
    )
from looked_at
left join (
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
    where run_id = %(run_id)s
    group by source_id
) as counted using (source_id)
order by looked_at.source_id
