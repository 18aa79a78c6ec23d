-- A run planned again may have other lanes.
delete from ingest.lane where run_id = %(run_id)s and lane <> all (%(lanes)s::integer[])
