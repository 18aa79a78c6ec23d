-- The share of each publisher's articles that name no writer.
select
    source_id,
    count(*) as articles,
    round(100.0 * count(*) filter (where cardinality(byline) = 0) / count(*), 1) as percent_without_byline
from news.articles
group by source_id
order by percent_without_byline desc, source_id;
