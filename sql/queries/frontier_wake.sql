-- No page is put off for so long: a clock that was ahead wrote when these are due.
update ingest.frontier
set due_at = %(now)s
where state = 'waiting' and source_id = any (%(source_ids)s::text[]) and due_at > %(now)s + %(longest)s::interval
