-- Stories that were corrected, with what they said before.
select now_says.source_id, now_says.url, before.body as said_before, after.body as says_now, after.recorded_at
from news.revisions as after
join news.revisions as before on before.article_id = after.article_id and before.revision = after.revision - 1
join news.articles as now_says on now_says.article_id = after.article_id
where after.change_class = 'correction'
order by after.recorded_at desc
limit 100;
