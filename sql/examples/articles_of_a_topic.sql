-- This week's coverage of a topic, by publisher: articles that have the word, whatever its form.
select source_id, count(*) as articles, min(published_at) as first_at, max(published_at) as last_at
from news.search('الجسر', language => 'ar', since => now() - interval '7 days', max_rows => 1000)
group by source_id
order by articles desc, source_id;
