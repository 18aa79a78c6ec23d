-- What the database does, not what its locale is called.
select
    current_setting('server_encoding'),
    'محمود درويش' ~ '^[[:alnum:]]+ [[:alnum:]]+$',
    current_setting('server_version_num')::int
