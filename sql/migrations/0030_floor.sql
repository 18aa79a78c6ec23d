-- A reader whose snapshot is older than a drop saw the floor as it was before, waited for the table, and found the changes
-- gone: it skipped them. Of a table that was truncated no older snapshot sees a row, which tells it so.

create or replace function ingest.drop_partitions(before timestamptz) returns text[]
language plpgsql security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC' as $$
declare
    part record;
    highest bigint;
    dropped text[] := '{}';
begin
    for part in
        select child.relname, parent.relname as parent
        from pg_inherits as tie
        join pg_class as child on child.oid = tie.inhrelid
        join pg_class as parent on parent.oid = tie.inhparent
        where parent.oid in ('ingest.fetch'::regclass, 'ingest.change'::regclass)
            and child.relname ~ '_y[0-9]{4}m[0-9]{2}$'
            and to_date(right(child.relname, 8), '"y"YYYY"m"MM') + interval '1 month' <= before
        order by child.relname
    loop
        if part.parent = 'change' then
            execute format('select max(change_id) from ingest.%I', part.relname) into highest;
            highest := greatest((select floor.change_id from ingest.change_floor as floor), highest, 0);
            truncate ingest.change_floor;
            insert into ingest.change_floor (change_id) values (highest);
        end if;
        execute format('drop table ingest.%I', part.relname);
        dropped := dropped || part.relname::text;
    end loop;
    return dropped;
end
$$;

create or replace function news.changes_since(cursor bigint, max_rows integer default 1000)
returns table (
    change_id bigint,
    recorded_at timestamptz,
    kind text,
    article_id bigint,
    revision integer,
    change_class text,
    source_id text,
    is_historical boolean
)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
    highest bigint := (select case when drawn.is_called then drawn.last_value else 0 end from ingest.change_number as drawn);
    -- No floor in a snapshot from before a drop: the first change that is left is as far as it may go.
    lowest bigint := coalesce(
        (select kept.change_id from ingest.change_floor as kept),
        (select min(made.change_id) - 1 from ingest.change as made),
        highest
    );
begin
    if cursor is null or cursor < 0 or max_rows is null or max_rows < 1 then
        raise exception 'news.changes_since takes a cursor of 0 or more and max_rows of 1 or more'
            using errcode = 'invalid_parameter_value';
    elsif cursor < lowest then
        raise exception 'changes up to % are no longer kept, and the cursor is %', lowest, cursor
            using errcode = 'object_not_in_prerequisite_state',
                hint = format('Read news.articles anew, then go on from cursor %s.', lowest);
    elsif cursor > highest then
        raise exception 'the cursor is %, and this database has numbered % changes', cursor, highest
            using errcode = 'object_not_in_prerequisite_state',
                hint = 'The cursor is of another database, or this one was restored: read news.articles anew.';
    end if;
    return query
        select
            made.change_id,
            made.recorded_at,
            made.kind,
            made.article_id,
            made.revision,
            made.change_class,
            made.source_id,
            made.is_historical
        from ingest.change as made
        where made.change_id > cursor
        order by made.change_id
        limit max_rows;
end
$$;
