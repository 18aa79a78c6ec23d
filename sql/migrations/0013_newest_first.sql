-- Search reads from the newest match on. A vector holds, besides words, marks that no text can hold: who reads the article,
-- its language, publisher, day, month and year. So a word that a million articles have costs what the ranked ones cost.

create function ingest.number_month(at timestamptz) returns integer
language sql immutable parallel safe
return (extract(year from at at time zone 'UTC') * 12 + extract(month from at at time zone 'UTC') - 1)::integer;
comment on function ingest.number_month(timestamptz) is 'Return a time''s month in UTC, as one number.';

create function ingest.mark_article(analyzer text, language text, source_id text, at timestamptz) returns tsvector
language sql immutable parallel safe
return array_to_tsvector(
    array[
        '=a' || analyzer,
        '=l' || coalesce(language, ''),
        '=s' || source_id,
        '=d' || floor(extract(epoch from at) / 86400)::integer,
        '=m' || ingest.number_month(at),
        '=y' || extract(year from at at time zone 'UTC')::integer
    ]
);
comment on function ingest.mark_article(text, text, text, timestamptz) is 'Return the marks of an article, by which search narrows.';

-- A reader chose it, so it may hold anything; no language and no publisher has 200 letters.
create function ingest.quote_mark(mark text) returns text
language sql immutable parallel safe strict
return concat('''', replace(replace(left(mark, 200), '\', '\\'), '''', ''''''), '''');
comment on function ingest.quote_mark(text) is 'Return a mark as a tsquery writes it.';

create function ingest.make_marks(analyzers text[], language text, source_id text) returns tsquery
language sql immutable parallel safe
return concat_ws(
    ' & ',
    (select '(' || string_agg(ingest.quote_mark('=a' || analyzer), ' | ') || ')' from unnest(analyzers) as analyzer),
    ingest.quote_mark('=l' || language),
    ingest.quote_mark('=s' || source_id)
)::tsquery;
comment on function ingest.make_marks(text[], text, text) is
    'Return what of marks a search asks for: one of the analyzers, and a language and a publisher where they are not null.';

create function ingest.make_days(newest timestamptz, days integer) returns tsquery
language sql immutable parallel safe
return (
    select coalesce(string_agg(format('''=%s%s''', span.unit, number), ' | '), '')::tsquery
    from (
        select 'd' as unit, floor(extract(epoch from newest) / 86400)::integer as highest, days as length
        where days <= 40
        union all
        select 'm', ingest.number_month(newest), days / 30
        where days > 40 and days <= 1200
        union all
        select 'y', extract(year from newest at time zone 'UTC')::integer, days / 365
        where days > 1200
    ) as span
    cross join lateral generate_series(span.highest - span.length, span.highest) as number
);
comment on function ingest.make_days(timestamptz, integer) is
    'Return the marks of so many days up to a time, of whole months or years where they are many; nothing where days is null.';

-- What an article is found under, for inserts and updates alike.
create function ingest.write_vector(staged ingest.stage, keeps_text boolean, first_seen_at timestamptz) returns tsvector
language sql stable
return ingest.mark_article(
    ingest.find_analyzer(staged.language),
    staged.language,
    staged.source_id,
    coalesce(staged.published_at, first_seen_at)
) || case
    when staged.search_head is null then
        ingest.make_vector(
            staged.language, staged.headline, staged.standfirst, staged.byline, case when keeps_text then staged.body end
        )
    else concat_ws(' ', staged.search_head, case when keeps_text then staged.search_body end)::tsvector
end;
comment on function ingest.write_vector(ingest.stage, boolean, timestamptz) is
    'Return the search vector of a staged record; its body counts only where it may be kept.';

create index article_at on ingest.article (coalesce(published_at, first_seen_at));
update ingest.article
set search_vector =
    ingest.mark_article(analyzer, language, source_id, coalesce(published_at, first_seen_at)) || search_vector;

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
set search_path = pg_catalog
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
        select made.words, array_agg(reader.analyzer) as analyzers
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
        group by made.words
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
comment on function news.search(text, text, timestamptz, timestamptz, text, integer) is
    'Find articles by words, "a phrase", -word and OR, in every language or one; by published_at, else first_seen_at, from since until before until. Of more than 500 matches the newest are ranked, and is_cut says so.';
