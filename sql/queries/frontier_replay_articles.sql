-- Pages that are done and on disk come back to be cleaned, once for each cleaner: those of which it made no article.
with chosen as (
    select url_key
    from ingest.frontier
    where
        state = 'done'
        and warc_file is not null
        and run_id <> %(run_id)s
        and replayed_by is distinct from %(cleaner_version)s
        and source_id = any (%(source_ids)s)
        and (%(since)s::timestamptz is null or fetched_at >= %(since)s)
        -- What was looked at again, and was as it was, was fetched before.
        and (
            %(until)s::timestamptz is null
            or fetched_at < %(until)s
            or exists (
                select 1 from ingest.article
                where article.url_key = frontier.url_key and article.fetched_at < %(until)s
            )
        )
        and not exists (
            select 1
            from ingest.article
            where article.url_key = frontier.url_key and split_part(article.cleaner_version, '+', 1) = %(cleaner_version)s
        )
    order by url_key
    limit %(limit)s
)
update ingest.frontier
set state = 'fetched', attempts = 0, run_id = %(run_id)s, replayed_by = %(cleaner_version)s
from chosen
where frontier.url_key = chosen.url_key
returning frontier.source_id, frontier.is_historical, true
