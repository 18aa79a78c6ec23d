-- What the database held yesterday at this hour.
select source_id, count(*) as articles
from news.article_as_of(now() - interval '1 day')
group by source_id
order by source_id;
