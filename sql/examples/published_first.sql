-- Stories that stand under the addresses of several publishers, word for word: who had each first, and who followed.
select printed.article_id, article.headline, printed.publishers, printed.first_seen_at
from (
    select article_id, array_agg(source_id order by seen_at, source_id) as publishers, min(seen_at) as first_seen_at
    from (
        select article_id, source_id, min(first_seen_at) as seen_at
        from news.addresses
        group by article_id, source_id
    ) as by_publisher
    group by article_id
    having count(*) > 1
) as printed
join news.articles as article on article.article_id = printed.article_id
order by printed.first_seen_at desc
limit 100;
