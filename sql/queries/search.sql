select article_id, source_id, url, headline, snippet, published_at, first_seen_at, rank, found_by, is_cut
from news.search(
    %(query)s,
    language => %(language)s,
    since => %(since)s,
    until => %(until)s,
    source => %(source_id)s,
    max_rows => %(max_rows)s
)
