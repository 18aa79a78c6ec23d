-- Of another version than this code's; whoever renews them takes them out of this list.
select signature.article_id, article.language, article.body
from (
    (
        select article_id, signature_version from ingest.signature
        where signature_version < %(version)s
        order by signature_version, article_id
        limit %(limit)s
    )
    union all
    (
        select article_id, signature_version from ingest.signature
        where signature_version > %(version)s
        order by signature_version, article_id
        limit %(limit)s
    )
) as signature
join ingest.article using (article_id)
order by signature.article_id
limit %(limit)s
