-- Every expectation the item failed; one that was let through before keeps who did.
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
where aside.quarantine_id = %(quarantine_id)s and aside.status = 'open' and aside.stage = 'gate'
order by failure ->> 'expectation_id'
on conflict (url_key, expectation_id) do nothing
