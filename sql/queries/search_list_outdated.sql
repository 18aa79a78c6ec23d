select article_id, language, headline, standfirst, byline, body
from ingest.article
where article_id > %(after)s and search_version <> %(rules)s
order by article_id
limit %(limit)s
for update
