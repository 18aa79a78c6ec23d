-- Every address under which something is kept of what is sought: an article by its number, a page by its address.
select url_key from ingest.article_url where article_id = %(article_id)s or url_key = %(url_key)s or url = %(url)s
union
select url_key from ingest.article where article_id = %(article_id)s or url_key = %(url_key)s or url = %(url)s
union
select url_key from ingest.frontier where url_key = %(url_key)s or url = %(url)s or canonical_url = %(url)s
union
select url_key from ingest.quarantine where url_key = %(url_key)s or url = %(url)s
order by url_key
