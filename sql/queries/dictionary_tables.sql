select thing.relname, obj_description(thing.oid, 'pg_class')
from pg_class as thing
join pg_namespace as space on space.oid = thing.relnamespace
where
    space.nspname = 'ingest'
    and thing.relkind in ('r', 'p')
    and not thing.relispartition
    and thing.relname !~ '^_?yoyo'
order by thing.relname
