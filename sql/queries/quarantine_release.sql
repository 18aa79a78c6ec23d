update ingest.quarantine
set released_by = %(released_by)s, because = %(because)s
where
    status = 'open'
    and stage = 'gate'
    and (%(source_ids)s::text[] is null or source_id = any (%(source_ids)s))
    and (%(reason)s::text is null or reason = %(reason)s)
    and (%(quarantine_ids)s::bigint[] is null or quarantine_id = any (%(quarantine_ids)s))
