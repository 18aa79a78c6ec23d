-- Every expectation the chosen items failed; one that was let through before keeps who did.
insert into ingest.release (url_key, expectation_id, quarantine_id, released_by, because, released_at)
select
    aside.url_key,
    failure ->> 'expectation_id',
    aside.quarantine_id,
    %(released_by)s,
    %(because)s,
    %(now)s
from ingest.quarantine as aside
cross join jsonb_array_elements(aside.observed) as failure
where
    aside.status = 'open'
    and aside.stage = 'gate'
    and (%(source_ids)s::text[] is null or aside.source_id = any (%(source_ids)s))
    and (%(reason)s::text is null or aside.reason = %(reason)s)
    and (%(quarantine_ids)s::bigint[] is null or aside.quarantine_id = any (%(quarantine_ids)s))
order by aside.url_key, failure ->> 'expectation_id'
on conflict (url_key, expectation_id) do nothing
