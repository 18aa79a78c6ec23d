-- The keywords publishers used most within thirty days.
select tag, count(*) as articles
from news.articles
cross join unnest(tags) as tag
where coalesce(published_at, first_seen_at) > now() - interval '30 days'
group by tag
order by articles desc, tag
limit 50;
