-- What becomes of every staged record. A page counts only whole (all its records judged) and only as the capture the
-- frontier holds now: one fetched again since is cleaned again, and one that another run settled is settled.
with page as (
    select
        staged.page_key,
        frontier.source_id as page_source_id,
        frontier.is_historical
    from ingest.stage as staged
    join ingest.frontier
        on
            frontier.url_key = staged.page_key
            and frontier.state = 'fetched'
            and (frontier.warc_file, frontier.warc_offset) = (staged.warc_file, staged.warc_offset)
    left join ingest.stage_verdict as verdict on verdict.row_id = staged.row_id
    where staged.run_id = %(run_id)s
    group by staged.page_key, frontier.source_id, frontier.is_historical
    having bool_and(verdict.row_id is not null)
),
record as (
    select
        staged.row_id,
        staged.url_key,
        staged.page_key,
        staged.source_id,
        staged.is_own_page,
        staged.content_hash,
        staged.text_hash,
        staged.fetched_at,
        staged.position,
        page.page_source_id,
        page.is_historical,
        verdict.failed <> '[]' as is_refused
    from page
    join ingest.stage as staged on staged.page_key = page.page_key and staged.run_id = %(run_id)s
    join ingest.stage_verdict as verdict on verdict.row_id = staged.row_id
),
-- Of several records of one address the page's own comes before a copy, then the latest.
ranked as (
    select
        record.*,
        row_number() over (
            partition by record.url_key, record.is_refused
            order by record.is_own_page desc, record.fetched_at desc, record.position, record.row_id
        ) as place
    from record
),
judged as (
    select
        ranked.*,
        article.article_id as known_id,
        article.url_key = ranked.url_key as is_own_address,
        case
            when article.article_id is null then 'loaded'
            when article.content_hash = ranked.content_hash then 'unchanged'
            -- An address that is not the article's own one repeats its text.
            when article.url_key <> ranked.url_key and article.text_hash = ranked.text_hash then 'unchanged'
            when not ranked.is_own_page then 'duplicate'
            -- Another publisher's copy that went its own way is an article of its own from now on.
            when article.url_key <> ranked.url_key and article.source_id <> ranked.source_id then 'loaded'
            when article.is_own_page and ranked.fetched_at < article.fetched_at then 'unchanged'
            else 'revised'
        end as fate
    from ranked
    left join ingest.article_url as known on known.url_key = ranked.url_key
    left join ingest.article on article.article_id = known.article_id
    where not ranked.is_refused and ranked.place = 1
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
        (
            select min(article.article_id) from ingest.article
            where
                matched.verdict = 'loaded'
                and article.text_hash = matched.text_hash
                -- One that gets another text in this very batch is not the same any more.
                and article.article_id not in (select moving.known_id from matched as moving where moving.verdict = 'revised')
        ) as same_id
    from matched
    where matched.verdict in ('loaded', 'revised')
    window siblings as (
        partition by matched.text_hash
        order by matched.verdict = 'revised' desc, matched.is_own_page desc, matched.fetched_at, matched.url_key
    )
),
decided as (
    select
        told.row_id,
        case
            when told.verdict = 'loaded' and (told.same_id is not null or told.leader_row_id <> told.row_id) then 'duplicate'
            else told.verdict
        end as outcome,
        case when told.verdict = 'revised' then told.known_id when told.verdict = 'loaded' then told.same_id end as article_id,
        case
            when told.verdict = 'loaded' and told.same_id is null and told.leader_row_id <> told.row_id
                then told.leader_row_id
        end as leader_row_id
    from told
    union all
    select matched.row_id, matched.verdict, matched.known_id, null
    from matched
    where matched.verdict not in ('loaded', 'revised')
    union all
    select ranked.row_id, case when ranked.is_refused then 'quarantined' else 'duplicate' end, null, null
    from ranked
    where ranked.is_refused or ranked.place > 1
)
insert into ingest.stage_plan (
    row_id, run_id, url_key, page_key, page_source_id, is_historical, outcome, article_id, leader_row_id
)
select
    record.row_id,
    %(run_id)s,
    record.url_key,
    record.page_key,
    record.page_source_id,
    record.is_historical,
    decided.outcome,
    decided.article_id,
    decided.leader_row_id
from record
join decided using (row_id)
