-- A clock that was ahead for one run left hosts that nobody might ask until it would have been right.
alter table ingest.host add column told_at timestamptz;
comment on column ingest.host.told_at is
    'When the lease and the pause were written, by the clock that wrote them: of a time to come they are not believed.';
