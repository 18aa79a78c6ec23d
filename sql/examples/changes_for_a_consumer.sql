-- One step of a consumer: what changed after its cursor, with the text as it is now. The last change_id is its next cursor.
select change.change_id, change.kind, change.article_id, change.revision, article.url, article.headline, article.body
from news.changes_since(0, 1000) as change
left join news.articles as article on article.article_id = change.article_id
order by change.change_id;
