-- What every statement of ours relies on, whatever the defaults of the server, database or role are.
select
    set_config('timezone', 'UTC', false),
    set_config('lock_timeout', %(lock_timeout)s, false),
    set_config('search_path', 'pg_catalog, public', false),
    set_config('bytea_output', 'hex', false),
    set_config('datestyle', 'ISO, MDY', false),
    set_config('intervalstyle', 'iso_8601', false),
    set_config('default_transaction_isolation', 'read committed', false)
