-- This week's articles on a topic, by publisher: a word in the headline.
select source_id, count(*) as articles, min(published_at) as first_at, max(published_at) as last_at
from news.articles
where headline like '%الجسر%' and coalesce(published_at, first_seen_at) > now() - interval '7 days'
group by source_id
order by articles desc, source_id;
