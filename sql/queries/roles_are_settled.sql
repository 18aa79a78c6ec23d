-- Roles belong to the server: a dump brings none, and often no rights.
select coalesce(has_table_privilege(to_regrole('warraq_reader'), to_regclass('news.articles'), 'select'), false)
