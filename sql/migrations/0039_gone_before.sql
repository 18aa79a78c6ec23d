-- Pages that were gone before is_gone was there: a replay, or an archive, brought each back as if it had been seen again.

update ingest.frontier as page
set is_gone = true, fetched_at = last.recorded_at
from ingest.revision as last
join ingest.article using (article_id, revision)
where
    last.change_class = 'unpublished'
    and page.url_key = article.url_key
    and page.state <> 'fetched'
    and page.fetched_at <= last.recorded_at;
