-- Listeners are woken once a publish, whatever it holds: a NOTIFY is only a wake-up, and is lost on whoever is not there.
create function ingest.wake_readers() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
    perform pg_notify('news_changes', max(change_id)::text) from fresh having count(*) > 0;
    return null;
end
$$;
comment on function ingest.wake_readers() is
    'Tell whoever listens to news_changes that there are changes, and the number of the last one.';

create trigger change_wakes
after insert on ingest.change
referencing new table as fresh
for each statement execute function ingest.wake_readers();
