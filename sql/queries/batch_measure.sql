-- What each publisher gave in this run, with what it gave just before: as much of the newest batches as makes ten records
-- (ten pages, for the yield), beside the rest. None that was held counts, nor any older than the last that a person let
-- through.
with batch as (select * from ingest.measure_batches(%(run_id)s)),
earlier as (
    select
        before.*,
        %(window)s - batch.records - sum(before.records) over newest + before.records as lacking_records,
        %(window)s - batch.pages - sum(before.pages) over newest + before.pages as lacking_pages
    from batch
    cross join lateral (
        select passed.*
        from ingest.batch as passed
        where
            passed.source_id = batch.source_id
            and passed.is_historical = batch.is_historical
            and passed.run_id <> %(run_id)s
            and not passed.is_held
            and passed.recorded_at >= coalesce(
                (
                    select max(released.recorded_at)
                    from ingest.batch as released
                    where
                        released.source_id = batch.source_id
                        and released.is_historical = batch.is_historical
                        and not released.is_held
                        and released.failed <> '[]'
                ),
                '-infinity'
            )
        order by passed.recorded_at desc
        limit 200
    ) as before
    window newest as (
        partition by before.source_id, before.is_historical
        order by before.recorded_at desc, before.run_id, before.first_row_id
    )
),
-- How much of a batch belongs to what is judged, 0 to 1, of its records and of its pages.
shared as (
    select
        source_id, is_historical, records, with_date, in_language, median_words, pages, giving, 1.0 as share, 1.0 as page_share
    from batch
    union all
    select
        source_id,
        is_historical,
        records,
        with_date,
        in_language,
        median_words,
        pages,
        giving,
        greatest(0, least(1, lacking_records / nullif(records, 0)::numeric)),
        greatest(0, least(1, lacking_pages / nullif(pages, 0)::numeric))
    from earlier
)
select
    shared.source_id,
    shared.is_historical,
    round(sum(shared.records * side.share), 6)::double precision as records,
    round(sum(shared.with_date * side.share), 6)::double precision as with_date,
    round(sum(shared.in_language * side.share), 6)::double precision as in_language,
    coalesce(
        sum(shared.median_words * shared.records * side.share) / nullif(sum(shared.records * side.share), 0), 0
    )::double precision as median_words,
    round(sum(shared.pages * side.page_share), 6)::double precision as pages,
    round(sum(shared.giving * side.page_share), 6)::double precision as giving
from shared
cross join lateral (
    values (true, shared.share, shared.page_share), (false, 1 - shared.share, 1 - shared.page_share)
) as side (is_now, share, page_share)
group by shared.source_id, shared.is_historical, side.is_now
order by shared.source_id, shared.is_historical, side.is_now
