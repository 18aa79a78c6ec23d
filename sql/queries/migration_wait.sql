-- How long a migration waits for a table that somebody reads: whoever comes after it waits behind it.
select set_config('lock_timeout', %(wait)s, true)
