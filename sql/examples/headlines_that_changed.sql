-- How a headline was rewritten, from the first text to the last, whatever else changed with it.
select article_id, array_agg(headline order by revision) as headlines
from (
    select article_id, revision, headline, lag(headline) over (partition by article_id order by revision) as before
    from news.revisions
) as text
where revision = 1 or headline is distinct from before
group by article_id
having count(*) > 1
order by article_id;
