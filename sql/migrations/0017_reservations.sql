-- By what right a page was fetched, and what its publisher reserves of it.

alter table ingest.fetch add column robots_sha256 bytea, add column reservations text[];
comment on column ingest.fetch.robots_sha256 is
    'SHA-256 of the robots.txt that allowed it; null where none was served, or the page came from a rescued file.';
comment on column ingest.fetch.reservations is
    'What its publisher reserves from machines: noai, tdm-reservation, robots:<agent>; empty where nothing, null where it was not read.';
