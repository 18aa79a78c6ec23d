-- Pairs of an earlier version that are none by this one. Both texts must be signed anew: until then the pair stays.
delete from ingest.near_duplicate as pair
using ingest.signature as low, ingest.signature as high
where
    (pair.low_id = any (%(article_id)s::bigint[]) or pair.high_id = any (%(article_id)s::bigint[]))
    and low.article_id = pair.low_id
    and high.article_id = pair.high_id
    and low.signature_version = high.signature_version
    and not exists (select from ingest.compare_texts(low, high))
