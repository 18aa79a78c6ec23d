-- Of what is new or changed. A text that got too short to compare has no signature any more.
with told as (
    select plan.article_id, staged.signature, staged.bands, staged.runs, staged.figures, staged.signature_version
    from ingest.stage_plan as plan
    join ingest.stage as staged using (row_id)
    where plan.run_id = %(run_id)s and plan.outcome in ('loaded', 'revised')
),
gone as (
    delete from ingest.signature
    using told
    where signature.article_id = told.article_id and told.signature is null
)
insert into ingest.signature (article_id, signature, bands, runs, figures, signature_version)
select told.article_id, told.signature, told.bands, told.runs, told.figures, told.signature_version
from told
where told.signature is not null
order by told.article_id
on conflict (article_id) do update
set
    signature = excluded.signature,
    bands = excluded.bands,
    runs = excluded.runs,
    figures = excluded.figures,
    signature_version = excluded.signature_version
