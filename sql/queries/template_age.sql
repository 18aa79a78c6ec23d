-- Past four hundred pages all counts are halved, so that what a publisher no longer prints is forgotten.
with halved as (
    update ingest.template set pages = pages / 2 where pages >= 400 returning source_id
),
aged as (
    update ingest.template_block
    set pages = pages / 2
    from halved
    where template_block.source_id = halved.source_id and template_block.pages > 1
)
delete from ingest.template_block
where pages <= 1 and last_seen_at < %(now)s::timestamptz - interval '30 days'
