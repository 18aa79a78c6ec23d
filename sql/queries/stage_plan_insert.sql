-- What becomes of every staged record. A page counts only whole (all its records judged) and only as the capture the
-- frontier holds now: one fetched again since is cleaned again, and one that another run settled is settled.
-- The steps follow each other without a join back: the stage has no statistics that a plan could rely on.
with page as (
    select
        staged.page_key,
        frontier.source_id as page_source_id,
        frontier.is_historical,
        frontier.newer_warc_file is not null or frontier.is_gone as is_outdated
    from ingest.stage as staged
    join ingest.frontier
        on
            frontier.url_key = staged.page_key
            and frontier.state = 'fetched'
            and (frontier.warc_file, frontier.warc_offset) = (staged.warc_file, staged.warc_offset)
    left join ingest.stage_verdict as verdict on verdict.row_id = staged.row_id
    where staged.run_id = %(run_id)s
    group by staged.page_key, frontier.url_key
    having bool_and(verdict.row_id is not null)
),
-- Of several records of one address the page's own comes before a copy, then the latest.
ranked as (
    select
        staged.row_id,
        staged.url_key,
        staged.page_key,
        staged.source_id,
        staged.is_own_page,
        coalesce(staged.is_text, false) as is_text,
        staged.content_hash,
        staged.text_hash,
        staged.fetched_at,
        staged.payload_sha256,
        page.page_source_id,
        page.is_historical,
        page.is_outdated,
        verdict.failed <> '[]' as is_refused,
        row_number() over (
            partition by staged.url_key, verdict.failed <> '[]'
            order by staged.is_own_page desc, staged.fetched_at desc, staged.position, staged.row_id
        ) as place
    from page
    join ingest.stage as staged on staged.page_key = page.page_key and staged.run_id = %(run_id)s
    join ingest.stage_verdict as verdict on verdict.row_id = staged.row_id
),
judged as (
    select
        ranked.*,
        article.article_id as known_id,
        article.url_key = ranked.url_key as is_own_address,
        case
            when exists (select 1 from ingest.purge where purge.url_key = ranked.url_key) then 'rejected'
            when ranked.is_refused then 'quarantined'
            when ranked.place > 1 then 'duplicate'
            when article.article_id is null then 'loaded'
            when article.content_hash = ranked.content_hash then 'unchanged'
            -- The page was seen to be otherwise since, or gone.
            when ranked.is_own_page and ranked.is_outdated and article.is_own_page then 'unchanged'
            -- An address that is not the article's own one repeats its text.
            when article.url_key <> ranked.url_key and article.text_hash = ranked.text_hash then 'unchanged'
            when not ranked.is_own_page then 'duplicate'
            -- Another publisher's copy that went its own way is an article of its own from now on.
            when article.url_key <> ranked.url_key and article.source_id <> ranked.source_id then 'loaded'
            -- So is another story of the same one: two addresses may have begun with the same placeholder.
            when
                article.url_key <> ranked.url_key
                and (
                    select staged.headline is distinct from article.headline and staged.body is distinct from article.body
                    from ingest.stage as staged
                    where staged.row_id = ranked.row_id
                )
                then 'loaded'
            -- A capture of a time to come was made by a clock that was wrong, workers' small differences aside: any of a
            -- time that was counts as newer. Of two of one second, as archives date them, it is always the same one,
            -- and the page before a text that was drawn from it.
            when
                article.is_own_page
                and (
                    ranked.fetched_at < %(now)s + interval '1 hour',
                    ranked.fetched_at,
                    not ranked.is_text,
                    ranked.payload_sha256
                ) < (
                    article.fetched_at < %(now)s + interval '1 hour',
                    article.fetched_at,
                    not article.is_text,
                    article.payload_sha256
                )
                then 'unchanged'
            -- Nor is one newer that is from before the text was last seen, unless it is the text's own, cleaned better.
            when
                article.is_own_page
                and ranked.fetched_at < own.confirmed_at
                and ranked.fetched_at <> article.fetched_at
                then 'unchanged'
            else 'revised'
        end as fate
    from ranked
    left join ingest.article_url as known
        on known.url_key = ranked.url_key and not ranked.is_refused and ranked.place = 1
    left join ingest.article on article.article_id = known.article_id
    left join ingest.article_url as own on own.url_key = article.url_key
),
-- Two addresses of one article changed at once: its own one revises it, else the latest.
matched as (
    select
        judged.*,
        case
            when judged.fate = 'revised' and row_number() over rivals > 1 then 'duplicate'
            else judged.fate
        end as verdict
    from judged
    window rivals as (
        partition by judged.known_id, judged.fate
        order by judged.is_own_address desc, judged.fetched_at desc, judged.row_id
    )
),
-- One text under several new addresses is one article: a known one first, else the page's own, else the earliest.
told as (
    select
        matched.*,
        first_value(matched.row_id) over siblings as leader_row_id,
        case
            when matched.verdict = 'loaded' then (
                -- Of the bare number a planner would seek the lowest through all articles, one record after the other.
                select min(article.article_id + 0)
                from ingest.article
                where
                    article.text_hash = matched.text_hash
                    -- One that gets another text in this very batch is not the same any more.
                    and article.article_id not in (
                        select moving.known_id from matched as moving where moving.verdict = 'revised'
                    )
            )
        end as same_id
    from matched
    window siblings as (
        partition by matched.text_hash, matched.verdict in ('loaded', 'revised')
        order by matched.verdict = 'revised' desc, matched.is_own_page desc, matched.fetched_at, matched.url_key
    )
)
insert into ingest.stage_plan (
    row_id, run_id, url_key, page_key, page_source_id, is_historical, outcome, article_id, leader_row_id
)
select
    told.row_id,
    %(run_id)s,
    told.url_key,
    told.page_key,
    told.page_source_id,
    told.is_historical,
    case
        when told.verdict = 'loaded' and (told.same_id is not null or told.leader_row_id <> told.row_id) then 'duplicate'
        else told.verdict
    end,
    case when told.verdict = 'loaded' then told.same_id else told.known_id end,
    case
        when told.verdict = 'loaded' and told.same_id is null and told.leader_row_id <> told.row_id
            then told.leader_row_id
    end
from told
