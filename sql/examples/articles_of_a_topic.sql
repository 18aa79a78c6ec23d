-- This week's coverage of a topic, by publisher: articles that have the word, whatever its form. A search returns 500 at most, so
-- each day is searched by itself; is_cut is true where a day had more.
select source_id, count(*) as articles, min(published_at) as first_at, max(published_at) as last_at, bool_or(is_cut) as is_cut
from generate_series(now() - interval '6 days', now(), interval '1 day') as day_end
cross join
    news.search('الجسر', language => 'ar', since => day_end - interval '1 day', until => day_end, max_rows => 500)
group by source_id
order by articles desc, source_id;
