-- What a reader may do to writers: nothing.

-- Readers may take advisory locks of any number. A table they cannot name they cannot lock.
create table ingest.publish_turn ();
comment on table ingest.publish_turn is 'Locked by whoever publishes, so that one does at a time. It has no rows.';
create table ingest.change_turn ();
comment on table ingest.change_turn is
    'Locked to the commit by whoever numbers changes, so that numbers come in commit order. It has no rows.';
create table ingest.partition_turn ();
comment on table ingest.partition_turn is 'Locked by whoever makes a partition, so that one does at a time. It has no rows.';
comment on sequence ingest.change_number is
    'Drawn while ingest.change_turn is locked to the commit, so that numbers come in commit order.';

create or replace function ingest.make_partitions(at timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC' set lock_timeout = '2s' as $$
declare
    parent text;
    month timestamptz;
    part text;
    first_month timestamptz := date_trunc('month', at, 'UTC');
begin
    for ahead in 0..2 loop
        month := first_month + make_interval(months => ahead);
        foreach parent in array array['fetch', 'revision', 'change'] loop
            part := parent || to_char(month at time zone 'UTC', '"_y"YYYY"m"MM');
            continue when to_regclass('ingest.' || part) is not null;
            begin
                -- One maker at a time; the second finds the table made.
                lock table ingest.partition_turn in exclusive mode;
                continue when to_regclass('ingest.' || part) is not null;
                execute format(
                    'create table ingest.%I (like ingest.%I including defaults including constraints)', part, parent
                );
                -- What came before the month had its partition lies in the default one, and moves.
                execute format(
                    'with moved as (delete from ingest.%I where recorded_at >= %L and recorded_at < %L returning *) '
                    'insert into ingest.%I select * from moved',
                    parent || '_default', month, month + interval '1 month', part
                );
                execute format(
                    'alter table ingest.%I attach partition ingest.%I for values from (%L) to (%L)',
                    parent, part, month, month + interval '1 month'
                );
            exception when lock_not_available then
                -- A reader's transaction is open on the default one. Rows go there, and move when the table can be made.
                raise warning 'the partition % waits for a transaction that is open', part;
            end;
        end loop;
    end loop;
end
$$;

create or replace function ingest.settle_roles() returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
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
    for item in
        select part.oid::regclass::text as name
        from pg_class as part
        join pg_namespace as space on space.oid = part.relnamespace
        left join pg_inherits as tie on tie.inhrelid = part.oid
        where
            space.nspname = 'ingest'
            and (
                part.oid in ('ingest.revision'::regclass, 'ingest.change'::regclass, 'ingest.fetch'::regclass)
                or tie.inhparent in ('ingest.revision'::regclass, 'ingest.change'::regclass, 'ingest.fetch'::regclass)
            )
            and part.relkind in ('r', 'p')
    loop
        execute format('revoke update, delete on %s from warraq_loader', item.name);
    end loop;
    grant usage, select on all sequences in schema ingest to warraq_loader;
    grant execute on all functions in schema ingest to warraq_loader;
    revoke execute on function ingest.settle_roles() from warraq_loader;
    grant select on all tables in schema news to warraq_loader;
    grant execute on all functions in schema news to warraq_loader;

    grant usage on schema news to warraq_reader;
    grant select on all tables in schema news to warraq_reader;
    revoke select on news.quarantine from warraq_reader;
    grant execute on all functions in schema news to warraq_reader;

    if not pg_has_role('warraq_ops', 'warraq_reader', 'member') then
        grant warraq_reader to warraq_ops;
    end if;
    grant select on news.quarantine to warraq_ops;
end
$$;

-- A vector is joined of parts: each keeps clear of the bound that the whole has.
create or replace function ingest.index_text(config regconfig, value text) returns tsvector
language plpgsql immutable parallel safe as $$
declare
    letters integer := length(value);
    made tsvector;
begin
    loop
        begin
            made := to_tsvector(config, left(value, letters));
            exit when octet_length(value) < 250000 or pg_column_size(made) <= 800000;
        exception when program_limit_exceeded then
            null;
        end;
        letters := letters * 3 / 4;
    end loop;
    return made;
end
$$;

create or replace function news.search(
    query text,
    language text default null,
    since timestamptz default null,
    until timestamptz default null,
    source text default null,
    max_rows integer default 20
)
returns table (
    article_id bigint,
    source_id text,
    url text,
    headline text,
    snippet text,
    published_at timestamptz,
    first_seen_at timestamptz,
    rank real,
    found_by text,
    is_cut boolean
)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
set pg_trgm.word_similarity_threshold = 0.65
set enable_seqscan = off
as $$
#variable_conflict use_column
declare
    most constant integer := 500; -- matches ranked: the newest
    asked text := translate(coalesce(search.query, ''), '«»“”„', '"""""');
    sought record;
    newest timestamptz := least(
        search.until,
        (select max(coalesce(article.published_at, article.first_seen_at)) from ingest.article)
    );
    oldest timestamptz := greatest(
        search.since,
        (select min(coalesce(article.published_at, article.first_seen_at)) from ingest.article)
    );
    days integer;
    hits bigint[];
    chosen bigint[] := '{}';
    queries tsquery[] := '{}';
begin
    if max_rows is null or max_rows < 1 or max_rows > 1000 then
        raise exception 'news.search takes max_rows from 1 to 1000, not %', coalesce(max_rows::text, 'null')
            using errcode = 'invalid_parameter_value';
    elsif length(asked) > 1000 then
        raise exception 'the query has % characters, and news.search takes 1000', length(asked)
            using errcode = 'invalid_parameter_value', hint = 'Look for a few words of it.';
    end if;
    for sought in
        select (array_agg(made.words))[1] as words, array_agg(reader.analyzer) as analyzers
        from (
            select distinct ingest.find_analyzer(code) as analyzer
            from unnest(
                case
                    when search.language is not null then array[search.language]
                    else string_to_array('ar ca da de el en es eu fi fr ga hi hu hy id it ja lt ne nl no pt ro ru sr sv ta tr xx yi', ' ')
                end
            ) as code
        ) as reader
        cross join lateral (select ingest.make_query(reader.analyzer, asked)) as made (words)
        where made.words is not null
        group by made.words::text -- To = a prefix is the word itself.
    loop
        -- From the newest on, ever further back until enough is found: of a frequent word hardly more is read than is ranked.
        days := 8;
        loop
            -- Words and marks go to the index alone (offset 0 keeps them apart): to any other plan each vector would have to be read.
            hits := array(
                select named.article_id
                from (
                    select article.article_id, coalesce(article.published_at, article.first_seen_at) as at
                    from ingest.article
                    where
                        article.search_vector @@ (
                            sought.words
                            && ingest.make_marks(sought.analyzers, search.language, search.source)
                            && ingest.make_days(newest, case when newest - make_interval(days => days) > oldest then days end)
                        )
                    offset 0
                ) as named
                where
                    (search.since is null or named.at >= search.since)
                    and (search.until is null or named.at < search.until)
                order by named.at desc
                limit most + 1
            );
            exit when cardinality(hits) > most or coalesce(newest - make_interval(days => days) <= oldest, true);
            days := days * least(16, greatest(2, 3 * most / 2 / (cardinality(hits) + 1)));
        end loop;
        chosen := chosen || hits;
        queries := queries || array_fill(sought.words, array[cardinality(hits)]);
    end loop;
    return query
        with ranked as (
            select
                article.article_id,
                article.analyzer,
                matched.words,
                coalesce(article.published_at, article.first_seen_at) as at,
                (
                    ts_rank('{0.1,0.2,0.4,1.0}', article.search_vector, matched.words, 1)
                    * (
                        1 + 1 / (
                            1 + greatest(
                                extract(epoch from now() - coalesce(article.published_at, article.first_seen_at)), 0
                            ) / 2592000
                        )
                    )
                )::real as rank
            from (
                select listed.id, listed.words
                from unnest(chosen, queries) as listed (id, words)
                join ingest.article on article.article_id = listed.id
                order by coalesce(article.published_at, article.first_seen_at) desc
                limit most
            ) as matched
            join ingest.article on article.article_id = matched.id
        ),
        best as materialized (
            select ranked.*
            from ranked
            order by ranked.rank desc, ranked.at desc, ranked.article_id desc
            limit max_rows
        )
        select
            article.article_id,
            article.source_id,
            article.url,
            article.headline,
            ingest.make_snippet(
                best.analyzer,
                coalesce(article.body, article.standfirst),
                best.words,
                ingest.make_pattern(best.analyzer, best.words)
            ),
            article.published_at,
            article.first_seen_at,
            best.rank,
            'words',
            cardinality(chosen) > most
        from best
        join ingest.article on article.article_id = best.article_id
        order by best.rank desc, best.at desc, best.article_id desc;
    if found or asked !~ '^[^"-]*[^[:space:]"-]+[[:space:]]+[^[:space:]"-]+[^"-]*$' then
        return;
    end if;
    -- Nothing holds these words: a name may be spelled otherwise. One word alone is too little to go by.
    return query
        select
            article.article_id,
            article.source_id,
            article.url,
            article.headline,
            ingest.make_snippet('folded', coalesce(article.body, article.standfirst), null, null),
            article.published_at,
            article.first_seen_at,
            public.word_similarity(ingest.fold_search(asked), article.names) as likeness,
            'names',
            false
        from ingest.article
        where
            ingest.fold_search(asked) operator(public.<%) article.names
            and (search.language is null or article.language = search.language)
            and (search.source is null or article.source_id = search.source)
            and (search.since is null or coalesce(article.published_at, article.first_seen_at) >= search.since)
            and (search.until is null or coalesce(article.published_at, article.first_seen_at) < search.until)
        order by likeness desc, coalesce(article.published_at, article.first_seen_at) desc, article.article_id desc
        limit max_rows;
end
$$;

-- pg_temp comes first for types where it is not named: there a reader could put a type of its own, which runs as the owner.
do $$
declare
    item record;
begin
    for item in
        select made.oid::regprocedure::text as name
        from pg_proc as made
        join pg_namespace as space on space.oid = made.pronamespace
        where space.nspname in ('ingest', 'news') and made.prosecdef
    loop
        execute format('alter function %s set search_path = pg_catalog, pg_temp', item.name);
    end loop;
end
$$;
