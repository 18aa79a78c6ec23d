update ingest.quarantine
set released_by = %(released_by)s, because = %(because)s
where quarantine_id = %(quarantine_id)s and status = 'open' and stage = 'gate'
