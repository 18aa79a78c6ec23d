-- How a headline was rewritten, from the first text to the last.
select article_id, array_agg(headline order by revision) as headlines
from news.revisions
where change_class in ('first', 'headline')
group by article_id
having count(*) > 1
order by article_id;
