with ended as (
    select
        source_id,
        sum(discovered - loaded - revised - unchanged - duplicate - quarantined - rejected)::bigint as open_entries
    from ingest.ledger
    group by source_id
),
pending as (
    select source_id, count(*) as waiting from ingest.frontier where state <> 'done' group by source_id
)
select source_id, coalesce(ended.open_entries, 0) - coalesce(pending.waiting, 0)
from ended
full join pending using (source_id)
order by source_id
