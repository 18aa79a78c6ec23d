-- Whoever may read the news and not how it is made can migrate nothing.
select
    bool_or(nspname = 'news' and has_schema_privilege(oid, 'usage'))
    and bool_or(nspname = 'ingest' and not has_schema_privilege(oid, 'usage'))
from pg_namespace
