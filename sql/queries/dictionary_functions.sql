select
    format('news.%s(%s)', made.proname, pg_get_function_arguments(made.oid)),
    obj_description(made.oid, 'pg_proc'),
    pg_get_function_result(made.oid)
from pg_proc as made
join pg_namespace as space on space.oid = made.pronamespace
where space.nspname = 'news'
order by made.proname
