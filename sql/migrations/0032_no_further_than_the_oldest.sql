-- Search steps back no further than to the oldest article: behind one of the year 9999, which a person had released, it stepped
-- out of all the years that Postgres knows, and every search failed.

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
set client_min_messages = warning
as $$
#variable_conflict use_column
declare
    most constant integer := 500; -- matches ranked: the newest
    enough constant integer := least(most, greatest(most / 2, search.max_rows)); -- what ends the search for more
    asked text := translate(coalesce(search.query, ''), '«»“”„', '"""""');
    prepared text; -- for the languages that Postgres reads
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
    is_whole boolean; -- nothing older is left to look at
    leaves_older boolean := false;
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
    -- A ligature is one character and may be eighteen when it is folded.
    if length(ingest.fold_search(asked)) > 1000 then
        raise exception 'the query has % characters when it is folded, and news.search takes 1000', length(ingest.fold_search(asked))
            using errcode = 'invalid_parameter_value', hint = 'Look for a few words of it.';
    elsif cardinality(ingest.list_words('folded', asked)) > 64 then
        raise exception 'the query has % words, and news.search takes 64', cardinality(ingest.list_words('folded', asked))
            using errcode = 'invalid_parameter_value', hint = 'Look for a few of them.';
    end if;
    prepared := ingest.prepare_query(asked);
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
        cross join lateral (
            select case
                when reader.analyzer in ('arabic', 'bigrams', 'folded') then ingest.make_query(reader.analyzer, asked)
                else ingest.make_stem_query(reader.analyzer, prepared)
            end
        ) as made (words)
        where made.words is not null
        group by made.words::text -- To = a prefix is the word itself.
    loop
        -- From the newest on, ever further back until enough is found: of a frequent word hardly more is read than is ranked.
        days := 1;
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
            is_whole := coalesce(newest - make_interval(days => days) <= oldest, true);
            exit when is_whole or cardinality(hits) >= enough;
            days := least(
                days * least(16, greatest(2, most / (cardinality(hits) + 1))),
                ceil(extract(epoch from newest - oldest) / 86400) + 1
            );
        end loop;
        leaves_older := leaves_older or not is_whole;
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
        ),
        shown as materialized (
            select reader.analyzer, ingest.make_patterns(reader.analyzer, asked) as patterns
            from (select distinct best.analyzer from best) as reader
            where reader.analyzer in ('arabic', 'bigrams', 'folded')
        )
        select
            article.article_id,
            article.source_id,
            article.url,
            article.headline,
            ingest.make_snippet(
                coalesce(article.body, article.standfirst),
                coalesce(
                    shown.patterns,
                    ingest.make_stem_patterns(best.analyzer, asked, coalesce(article.body, article.standfirst))
                )
            ),
            article.published_at,
            article.first_seen_at,
            best.rank,
            'words',
            leaves_older or cardinality(chosen) > most
        from best
        join ingest.article on article.article_id = best.article_id
        left join shown on shown.analyzer = best.analyzer
        order by best.rank desc, best.at desc, best.article_id desc;
    if found
        or asked ~ '"|(^|[[:space:]])[-\u2013\u2212][^[:space:]]'
        or cardinality(ingest.list_words('folded', asked)) < 2
    then
        return;
    end if;
    -- Nothing holds these words: a name may be spelled otherwise. One word alone is too little to go by.
    return query
        select
            article.article_id,
            article.source_id,
            article.url,
            article.headline,
            ingest.make_snippet(coalesce(article.body, article.standfirst), '{}'),
            article.published_at,
            article.first_seen_at,
            public.word_similarity(ingest.fold_names(ingest.fold_search(asked)), ingest.fold_names(article.names)) as likeness,
            'names',
            false
        from ingest.article
        where
            ingest.fold_names(ingest.fold_search(asked)) operator(public.<%) ingest.fold_names(article.names)
            and (search.language is null or article.language = search.language)
            and (search.source is null or article.source_id = search.source)
            and (search.since is null or coalesce(article.published_at, article.first_seen_at) >= search.since)
            and (search.until is null or coalesce(article.published_at, article.first_seen_at) < search.until)
        order by likeness desc, coalesce(article.published_at, article.first_seen_at) desc, article.article_id desc
        limit max_rows;
end
$$;
