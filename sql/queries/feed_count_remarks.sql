-- A year of days without a sitemap is one row: documents of a source with the same remark count together.
select source_id, remark, min(feed_url) as example, count(*) as documents
from ingest.feed
where remark is not null
group by source_id, remark
order by source_id, documents desc, remark
