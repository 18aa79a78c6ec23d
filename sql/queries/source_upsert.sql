insert into ingest.source (
    source_id, name, homepage, language, time_zone, is_enabled, state_reason, store_full_text, terms_url, hosts,
    page_budget, refetch_hours, synced_at
)
select
    said.source_id,
    said.name,
    said.homepage,
    said.language,
    said.time_zone,
    said.is_enabled,
    said.state_reason,
    said.store_full_text,
    said.terms_url,
    string_to_array(said.hosts, e'\n'),
    said.page_budget,
    string_to_array(said.refetch_hours, ' ')::double precision[],
    %(now)s
from unnest(
    %(source_id)s::text[],
    %(name)s::text[],
    %(homepage)s::text[],
    %(language)s::text[],
    %(time_zone)s::text[],
    %(is_enabled)s::boolean[],
    %(state_reason)s::text[],
    %(store_full_text)s::boolean[],
    %(terms_url)s::text[],
    %(hosts)s::text[],
    %(page_budget)s::integer[],
    %(refetch_hours)s::text[]
) as said (
    source_id, name, homepage, language, time_zone, is_enabled, state_reason, store_full_text, terms_url, hosts, page_budget,
    refetch_hours
)
order by said.source_id
on conflict (source_id) do update
set
    name = excluded.name,
    homepage = excluded.homepage,
    language = excluded.language,
    time_zone = excluded.time_zone,
    is_enabled = excluded.is_enabled,
    state_reason = excluded.state_reason,
    store_full_text = excluded.store_full_text,
    terms_url = excluded.terms_url,
    hosts = excluded.hosts,
    page_budget = excluded.page_budget,
    refetch_hours = excluded.refetch_hours,
    synced_at = excluded.synced_at
