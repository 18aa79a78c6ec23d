-- Who may do what. The roles cannot log in: an operator grants them to the logins that do.

create function ingest.settle_roles() returns void
language plpgsql set search_path = pg_catalog as $$
declare
    role text;
    item record;
begin
    foreach role in array array['warraq_owner', 'warraq_loader', 'warraq_reader', 'warraq_ops'] loop
        begin
            if to_regrole(role) is null then
                execute format('create role %I nologin', role);
            end if;
        exception
            when duplicate_object or unique_violation then null; -- Another database of this server made it just now.
            when insufficient_privilege then
                raise notice 'role % is missing and may not be created: grant CREATEROLE, or create it by hand', role;
                return;
        end;
    end loop;
    begin
        if not pg_has_role(current_user, 'warraq_owner', 'usage') then
            execute format('grant warraq_owner to %I', current_user);
        end if;
        for item in
            select format('%I.%I', space.nspname, thing.relname) as name, thing.relkind
            from pg_class as thing
            join pg_namespace as space on space.oid = thing.relnamespace
            where space.nspname in ('ingest', 'news')
                and thing.relkind in ('r', 'p', 'v', 'S')
                and thing.relowner <> to_regrole('warraq_owner')
                and not exists (
                    select 1 from pg_depend as tie where tie.objid = thing.oid and tie.deptype = 'i' and thing.relkind = 'S'
                )
        loop
            execute format(
                'alter %s %s owner to warraq_owner',
                case item.relkind when 'v' then 'view' when 'S' then 'sequence' else 'table' end,
                item.name
            );
        end loop;
        for item in
            select made.oid::regprocedure::text as name
            from pg_proc as made
            join pg_namespace as space on space.oid = made.pronamespace
            where space.nspname in ('ingest', 'news') and made.proowner <> to_regrole('warraq_owner')
        loop
            execute format('alter function %s owner to warraq_owner', item.name);
        end loop;
        execute 'grant usage, create on schema ingest, news to warraq_owner';
    exception when insufficient_privilege then
        raise notice 'role warraq_owner may not own the tables: %', sqlerrm;
    end;

    revoke all on all functions in schema ingest, news from public;
    revoke all on schema ingest, news from public;

    grant usage on schema ingest, news to warraq_loader;
    grant select, insert, update, delete on all tables in schema ingest to warraq_loader;
    revoke insert, update, delete on ingest.migration, ingest.change_floor from warraq_loader;
    revoke update, delete on ingest.revision, ingest.change, ingest.fetch from warraq_loader;
    grant usage, select on all sequences in schema ingest to warraq_loader;
    grant execute on function
        ingest.analyze_stage(),
        ingest.analyze_plan(),
        ingest.make_partitions(timestamptz),
        ingest.drop_partitions(timestamptz)
        to warraq_loader;
    grant select on all tables in schema news to warraq_loader;
    grant execute on all functions in schema news to warraq_loader;

    grant usage on schema news to warraq_reader;
    grant select on news.articles, news.revisions, news.sources, news.source_health, news.ledger to warraq_reader;
    grant execute on function news.article_as_of(timestamptz), news.changes_since(bigint, integer) to warraq_reader;

    if not pg_has_role('warraq_ops', 'warraq_reader', 'member') then
        grant warraq_reader to warraq_ops;
    end if;
    grant select on news.quarantine to warraq_ops;
end
$$;
comment on function ingest.settle_roles() is
    'Create the four roles where that is allowed, and give each what it needs and no more. Safe to call again.';
