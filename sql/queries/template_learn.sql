-- The pages that this run settles and that were not counted before: all of the first hundred of a publisher, then one in
-- eight, chosen by its key.
with learned as (
    insert into ingest.template_page (source_id, page_key, learned_at)
    select distinct staged.source_id, staged.page_key, %(now)s::timestamptz
    from ingest.stage_plan as plan
    join ingest.stage as staged using (row_id)
    left join ingest.template on template.source_id = staged.source_id
    where
        plan.run_id = %(run_id)s
        and cardinality(staged.blocks) > 0
        and (coalesce(template.pages, 0) < 100 or get_byte(staged.page_key, 0) < 32)
    order by staged.source_id, staged.page_key
    on conflict (source_id, page_key) do nothing
    returning source_id, page_key
),
counted as (
    insert into ingest.template (source_id, pages, learned_at)
    select source_id, count(*), %(now)s from learned group by source_id order by source_id
    on conflict (source_id) do update
    set pages = template.pages + excluded.pages, learned_at = excluded.learned_at
)
insert into ingest.template_block (source_id, fingerprint, pages, first_seen_at, last_seen_at)
select staged.source_id, block.fingerprint, count(distinct staged.page_key), %(now)s, %(now)s
from learned
join ingest.stage as staged using (source_id, page_key)
cross join lateral unnest(staged.blocks) as block (fingerprint)
where staged.run_id = %(run_id)s
group by staged.source_id, block.fingerprint
order by staged.source_id, block.fingerprint
on conflict (source_id, fingerprint) do update
set pages = template_block.pages + excluded.pages, last_seen_at = excluded.last_seen_at
