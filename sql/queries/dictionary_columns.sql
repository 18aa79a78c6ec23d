select
    'news.' || thing.relname,
    obj_description(thing.oid, 'pg_class'),
    part.attname,
    format_type(part.atttypid, part.atttypmod),
    col_description(thing.oid, part.attnum)
from pg_class as thing
join pg_namespace as space on space.oid = thing.relnamespace
join pg_attribute as part on part.attrelid = thing.oid and part.attnum > 0 and not part.attisdropped
where space.nspname = 'news' and thing.relkind = 'v'
order by thing.relname, part.attnum
