-- How long after publication an article is here, live ones only, in minutes.
select
    source_id,
    count(*) as articles,
    percentile_cont(0.5) within group (order by extract(epoch from first_seen_at - published_at) / 60) as median_minutes,
    percentile_cont(0.95) within group (order by extract(epoch from first_seen_at - published_at) / 60) as p95_minutes
from news.articles
where not is_historical and published_at is not null
group by source_id
order by source_id;
