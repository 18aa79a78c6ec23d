select *
from news.quarantine
where
    (%(source_id)s::text is null or source_id = %(source_id)s)
    and (%(status)s::text is null or status = %(status)s)
    and (%(quarantine_id)s::bigint is null or quarantine_id = %(quarantine_id)s)
order by recorded_at desc, quarantine_id desc
limit %(limit)s
