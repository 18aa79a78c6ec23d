-- A session's lock: it goes with its connection, killed or not.
select set_config('lock_timeout', '300s', false), pg_advisory_lock(%(key)s)
