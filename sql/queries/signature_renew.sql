-- A text that is not kept has no signature any more: its own of an earlier version is compared with none.
with told as (
    select *
    from unnest(%(article_id)s::bigint[], %(signature)s::text[], %(bands)s::text[], %(runs)s::integer[], %(figures)s::text[])
        as row (article_id, signature, bands, runs, figures)
),
gone as (
    delete from ingest.signature
    using told
    where signature.article_id = told.article_id and told.signature is null
)
update ingest.signature
set
    signature = told.signature::integer[],
    bands = told.bands::bigint[],
    runs = told.runs,
    figures = told.figures::integer[],
    signature_version = %(version)s
from told
where signature.article_id = told.article_id and told.signature is not null
