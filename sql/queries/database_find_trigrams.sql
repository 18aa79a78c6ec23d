-- In which schema somebody installed pg_trgm; no row where nobody has.
select pg_namespace.nspname
from pg_extension
join pg_namespace on pg_namespace.oid = pg_extension.extnamespace
where pg_extension.extname = 'pg_trgm'
