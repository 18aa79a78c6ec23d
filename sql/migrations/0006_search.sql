-- Search. The words of an article are folded and stemmed in plugins/warraq/text at load; what stands here reads queries
-- (and, once, the articles that were here before) the same way, equal by test.

create function ingest.find_analyzer(language text) returns text
language sql immutable parallel safe
return
    case
        when language = 'ar' then 'arabic'
        when language = 'hy' then 'armenian'
        when language = 'eu' then 'basque'
        when language in ('ja', 'km', 'ko', 'lo', 'my', 'th', 'zh') then 'bigrams'
        when language = 'ca' then 'catalan'
        when language = 'da' then 'danish'
        when language = 'nl' then 'dutch'
        when language = 'en' then 'english'
        when language = 'fi' then 'finnish'
        when language = 'fr' then 'french'
        when language = 'de' then 'german'
        when language = 'el' then 'greek'
        when language = 'hi' then 'hindi'
        when language = 'hu' then 'hungarian'
        when language = 'id' then 'indonesian'
        when language = 'ga' then 'irish'
        when language = 'it' then 'italian'
        when language = 'lt' then 'lithuanian'
        when language = 'ne' then 'nepali'
        when language = 'no' then 'norwegian'
        when language = 'pt' then 'portuguese'
        when language = 'ro' then 'romanian'
        when language = 'ru' then 'russian'
        when language = 'sr' then 'serbian'
        when language = 'es' then 'spanish'
        when language = 'sv' then 'swedish'
        when language = 'ta' then 'tamil'
        when language = 'tr' then 'turkish'
        when language = 'yi' then 'yiddish'
        else 'folded'
    end;
comment on function ingest.find_analyzer(text) is
    'Return what reads a language: arabic, bigrams (no spaces between words), a configuration of Postgres, else folded.';

create function ingest.fold_search(value text) returns text
language sql immutable parallel safe strict
return lower(
    translate(
        regexp_replace(
            normalize(value, nfkc),
            '[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]',
            '',
            'g'
        ),
        'أإآٱ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹ىیےکگھہۀؤئİΣς',
        'اااا01234567890123456789يييككهههءءiσσ'
    )
);
comment on function ingest.fold_search(text) is 'Return a text in the one spelling search knows.';

create function ingest.list_words(analyzer text, value text) returns text[]
language plpgsql immutable parallel safe strict as $$
declare
    listed text[] := array(
        select left(word[1], 200)
        from regexp_matches(
            ingest.fold_search(value),
            '[0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0300-\u037d\u0386\u0388-\u0481\u048a-\u0559\u0560-\u0588\u0591-\u05bd\u05bf-\u05c7\u05d0-\u05ea\u0620-\u0669\u066e-\u06d3\u06d5\u06e5-\u06fc\u0750-\u077f\u08a0-\u08c7\u0900-\u0963\u0966-\u0df3\u10a0-\u10ff\u1200-\u137c\u1c90-\u1cbf\u1e00-\u1fff\u2c00-\u2dff\u0e00-\u0edf\u1000-\u109f\u1100-\u11ff\u1780-\u17d3\u3041-\u318e\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003134f]+',
            'g'
        ) with ordinality as words (word, place)
        order by place
    );
    spaceless constant text := '[\u0e00-\u0edf\u1000-\u109f\u1100-\u11ff\u1780-\u17d3\u3041-\u318e\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003134f]';
begin
    if analyzer <> 'bigrams' then
        return listed;
    end if;
    return array(
        select case when is_spaceless and length(run[1]) > 1 then substr(run[1], at, 2) else run[1] end
        from unnest(listed) with ordinality as words (word, place)
        cross join lateral regexp_matches(word, format('%s+|[^%s+', spaceless, substr(spaceless, 2)), 'g')
            with ordinality as runs (run, run_place)
        cross join lateral (select run[1] ~ spaceless) as asked (is_spaceless)
        cross join lateral generate_series(1, case when is_spaceless then greatest(length(run[1]) - 1, 1) else 1 end) as at
        order by place, run_place, at
    );
end
$$;
comment on function ingest.list_words(text, text) is
    'Return the words of a text in their order and the one spelling; of scripts without spaces, every two neighbours.';

create function ingest.has_own_opening(word text) returns boolean
language sql immutable parallel safe strict
return left(word, 4) = any(string_to_array(
    'باري باكس بترو بحري بداي براز برلم برلي برنا بروك بريد بريط بشري بصرة بطار بطاق بطال بطري بطول بعثا بعثة '
            || 'بغدا بقاء بقية بكاء بكين بلاد بلجي بلدا بلدة بلدي بلغا بليغ بناء بنود بنوك بوتي بورص بوسن بولن بيءة بيان '
            || 'بيرو بيضا بيوت لاجء لاعب لباس لبنا لبني لجان لجنة لحظا لحوم لسان لغات لغوي لقاء لقاح لندن لواء لوحا لوحة '
            || 'ليال ليبي ليلة واجب واجه واحد وادي وارد واسط واسع واشن واضح واقع والد والي وباء وثاء وثيق وجبا وجبة وجهة '
            || 'وجود وحدا وحدة وحيد وداع وراء وراث ورشة ورقة وزار وزرا وزير وساء وساط وسيط وسيل وصاي وصفة وصول وصية وضعي '
            || 'وضوح وطني وظاء وظيف وفاة وفود وقاي وقود وقوع وقوف وكال وكلا وكيل ولاد ولاي وليد',
    ' '
));
comment on function ingest.has_own_opening(text) is 'Tell whether the first letter of an Arabic word is known to be its own.';

create function ingest.strip_preposition(word text) returns text[]
language plpgsql immutable parallel safe strict as $$
declare
    rest text := case when not ingest.has_own_opening(word) then substring(word from '^[بل](.{3,})$') end;
begin
    return case
        when rest is null then array[word]
        when ingest.has_own_opening(rest) then array[rest]
        else array[word, rest]
    end;
end
$$;
comment on function ingest.strip_preposition(text) is
    'Return an Arabic word, and what follows its first letter where that may be a preposition.';

create function ingest.strip_prefixes(word text) returns text[]
language plpgsql immutable parallel safe strict as $$
declare
    rest text;
begin
    if ingest.has_own_opening(word) then
        return array[word];
    end if;
    rest := substring(word from '^و?(?:ال|بال|كال|فال)(.{3,})$');
    if rest is not null then
        return array[rest];
    end if;
    rest := substring(word from '^و?لل(.{3,})$');
    if rest is not null then
        return array[rest, 'ل' || rest];
    end if;
    rest := substring(word from '^و(.{3,})$');
    if rest is null then
        return ingest.strip_preposition(word);
    elsif ingest.has_own_opening(rest) then
        return ingest.strip_preposition(rest);
    end if;
    return array[word] || ingest.strip_preposition(rest);
end
$$;
comment on function ingest.strip_prefixes(text) is
    'Return what an Arabic word may be without conjunction, preposition and article.';

create function ingest.strip_ending(word text) returns text[]
language plpgsql immutable parallel safe strict as $$
declare
    rest text;
begin
    if word like '%ستان' or replace(word, 'ة', 'ه') = any(string_to_array(
        'احسان اخوان ارجنتين اسنان اعلان امتحان انسان اوطان ايران ايمان بحرين بركان برلمان برهان بلدان بنيان بيان '
            || 'تامين تخمين تدخين تدوين تزيين تضامن تعاون تعيين تكوين تلفزيون تمكين تهاون ثعبان جثمان جدران جنون جولان جيران '
            || 'حرمان حزيران حسين حصان حنين خسران دخان ديوان رضوان رمضان زيتون سجون سرطان سكان سلطان سليمان سودان شءون شاهين '
            || 'شيطان صابون صالون صهيون ضمان طحين طيران عثمان عدوان عرفات عنوان عيون غسان غفران فستان فلسطين فنون قانون '
            || 'قحطان قرءان قران قوانين كانون كربون كيان لبنان لجان لسان ماكرون مجنون مخزون مدفون مروان مسكين مضمون معجون '
            || 'معين ملايين مليون ميدان ميزان نسيان نعمان نقصان نيسان هارون هرمون وجدان يابان ياسين يمين يونان',
        ' '
    )) then
        return '{}';
    end if;
    rest := substring(word from '^(.{3,})ات$');
    if rest is not null then
        return array[rest, rest || 'ه'];
    end if;
    rest := substring(word from '^(.{3,})(?:تان|تين)$');
    if rest is not null then
        return array[rest || 'ه', rest || 'ت'];
    end if;
    rest := substring(word from '^(.{3,})(?:ان|ين|ون)$');
    if rest is not null then
        return array[rest];
    end if;
    rest := substring(word from '^(.{3,})ية$');
    if rest is not null then
        return array[rest || 'ي'];
    end if;
    rest := substring(word from '^(.{3,}?)(?:ها|هما|هم|هن|كم|نا|ه)$');
    return case
        when rest is null then '{}'
        when rest ~ '.{3}ت$' then array[left(rest, -1) || 'ه', rest] || ingest.strip_ending(rest)
        else array[rest] || ingest.strip_ending(rest)
    end;
end
$$;
comment on function ingest.strip_ending(text) is
    'Return the Arabic words of the same kind: singular, masculine, without a pronoun; none where the ending is its own.';

create function ingest.arabic_forms(word text, out exact text[], out kin text[])
language plpgsql immutable parallel safe strict as $$
declare
    bases text[];
begin
    if word !~ '^[\u0621-\u064a]{4,}$' then
        exact := array[replace(word, 'ة', 'ه')];
        kin := '{}';
        return;
    end if;
    bases := ingest.strip_prefixes(word);
    exact := array(
        select replace(base, 'ة', 'ه')
        from unnest(bases) with ordinality as listed (base, place)
        group by 1
        order by min(place)
    );
    kin := array(
        select replace(form, 'ة', 'ه')
        from unnest(bases) with ordinality as listed (base, place)
        cross join lateral unnest(ingest.strip_ending(base)) with ordinality as stripped (form, form_place)
        where replace(form, 'ة', 'ه') <> all(exact)
        group by 1
        order by min(place * 10 + form_place)
    );
end
$$;
comment on function ingest.arabic_forms(text) is
    'Return what a folded Arabic word is found under: itself without prefixes, and the same without endings.';

create function ingest.find_forms(analyzer text, word text, out exact text[], out kin text[])
language plpgsql immutable parallel safe strict as $$
begin
    if analyzer = 'arabic' then
        select forms.exact, forms.kin into exact, kin from ingest.arabic_forms(word) as forms;
    else
        exact := array[replace(word, 'ة', 'ه')];
        kin := '{}';
    end if;
end
$$;
comment on function ingest.find_forms(text, text) is
    'Return what a word of ingest.list_words is found under: its own forms, and those of its kin.';

create function ingest.is_stop_word(word text) returns boolean
language sql immutable parallel safe strict
return word = any(string_to_array(
    'ءيضا اثر اثناء احد اذ اذا اذن الا التي الذي الذين اللاتي اللتان اللتين اللذان اللذين اللواتي الي اليه اليها '
            || 'اليهم ام اما امام ان انا انت انتم انتن انكم انما اننا انه انها انهم انهن او اولا اي ايضا اين بان بانه بانها '
            || 'بد بدون بذلك بشان بعد بعدما بعض بل بما بن به بها بهذا بهذه بهم بين بينما تحت تكون تلك ثم ثمه جدا حتي حسب حول '
            || 'حيث حين حينما خارج خلال داخل دون ذات ذلك ذو ريثما سوف سوي ضد ضمن عبر عدا عدم علي عليه عليها عليهم عما عن عند '
            || 'عندما عنه عنها عنهم غير فان فقد فقط فلا فلم فما فهو فهي فوق في فيما فيه فيها فيهم قال قالت قبل قد كان كانت '
            || 'كانوا كذلك كل كلا كلما كم كما كي كيف لا لان لانه لانها لدي لذا لذلك لعل لقد لكل لكن لكنه لكنها لكي لم لما '
            || 'لماذا لن له لها لهذا لهذه لهم لو لولا ليت ليس ليست ليسوا ما ماذا متي مثل مع معه معها معهم من منذ منه منها '
            || 'منهم مهما نحن نحو نعم نفس نفسه نفسها ها هاتان هذا هذان هذه هكذا هل هم هما هن هنا هناك هنالك هو هولاء هي وان '
            || 'وانه وانها وذلك وعلي وعن وفي وقال وقالت وقبل وقد وكان وكانت وكما ولا ولكن ولم ولن وليس وما ومع ومن وهذا وهذه '
            || 'وهم وهو وهي يكون يمكن',
    ' '
));
comment on function ingest.is_stop_word(text) is 'Tell whether a folded Arabic word says nothing of what a text is about.';

-- How an index vector is made. 1 MB of lexemes is Postgres's bound: a longer text is indexed as far as that goes.
create function ingest.index_text(config regconfig, value text) returns tsvector
language plpgsql immutable parallel safe as $$
declare
    letters integer := length(value);
begin
    if octet_length(value) < 250000 then
        return to_tsvector(config, value);
    end if;
    loop
        begin
            return to_tsvector(config, left(value, letters));
        exception when program_limit_exceeded then
            letters := letters * 3 / 4;
        end;
    end loop;
end
$$;
comment on function ingest.index_text(regconfig, text) is 'Return to_tsvector of a text, or of as much of it as that takes.';

create function ingest.make_part(analyzer text, value text, after integer, weight text) returns text
language sql immutable parallel safe
return (
    select string_agg(concat(form, ':', least(place + after, 16383), case when is_exact then weight else 'D' end), ' ')
    from unnest(ingest.list_words(analyzer, value)) with ordinality as words (word, place)
    cross join lateral ingest.find_forms(analyzer, word) as forms
    cross join lateral (
        select form, true from unnest(forms.exact) as form
        union all
        select form, false from unnest(forms.kin) as form
    ) as listed (form, is_exact)
);
comment on function ingest.make_part(text, text, integer, text) is
    'Return the words of a text as tsvector reads them, each behind the place after.';

create function ingest.make_vector(language text, headline text, standfirst text, byline text[], body text)
returns tsvector
language plpgsql immutable parallel safe as $$
declare
    analyzer text := ingest.find_analyzer(language);
    beside text := concat_ws(' ', standfirst, array_to_string(byline, ' '));
begin
    if analyzer in ('arabic', 'bigrams', 'folded') then
        return concat_ws(
            ' ',
            ingest.make_part(analyzer, headline, 0, 'A'),
            ingest.make_part(analyzer, beside, 1000, 'B'),
            ingest.make_part(analyzer, left(body, 150000), 2000, 'B')
        )::tsvector;
    end if;
    return setweight(ingest.index_text(analyzer::regconfig, left(coalesce(headline, ''), 10000)), 'A')
        || setweight(ingest.index_text(analyzer::regconfig, concat_ws(E'\n\n', left(beside, 10000), body)), 'B');
end
$$;
comment on function ingest.make_vector(text, text, text, text[], text) is
    'Return the vector an article is searched by: headline weight A, the rest B, words of the same kind D.';

create function ingest.join_names(byline text[]) returns text
language sql immutable parallel safe
return array_to_string(byline, ' ');
comment on function ingest.join_names(text[]) is 'Return the writers as one line.';

alter table ingest.stage add column search_head text, add column search_body text;
comment on column ingest.stage.search_head is
    'Headline and what stands beside it as tsvector reads them; null where Postgres reads the language itself.';
comment on column ingest.stage.search_body is 'The same of the body.';

alter table ingest.article
    add column analyzer text not null generated always as (ingest.find_analyzer(language)) stored,
    add column names text not null generated always as (
        ingest.fold_search(left(coalesce(headline, '') || ' ' || ingest.join_names(byline), 1000))
    ) stored,
    add column search_vector tsvector;
-- Uncompressed: every match is ranked, and unpacking it took twice as long as ranking it (3 times slower in all).
alter table ingest.article alter column search_vector set storage external;
update ingest.article set search_vector = ingest.make_vector(language, headline, standfirst, byline, body);
alter table ingest.article alter column search_vector set not null;
comment on column ingest.article.analyzer is 'What read its words, by its language.';
comment on column ingest.article.names is 'Headline and byline folded, for names spelled otherwise.';
create index article_search on ingest.article using gin (search_vector) with (gin_pending_list_limit = 1024);
create index article_names on ingest.article using gin (names public.gin_trgm_ops);

-- How a query is read: words are all wanted, "a phrase" as it stands, -word not, one or another with OR.
create function ingest.make_query(analyzer text, query text) returns tsquery
language plpgsql immutable parallel safe as $$
declare
    item text[];
    words text[];
    word text;
    forms record;
    is_phrase boolean;
    term tsquery; -- one word: any of its forms
    node tsquery; -- one item: its words in a row
    branch tsquery; -- the items between two ORs
    without tsquery; -- what none of them may hold
    spare tsquery; -- stop words, for a query of nothing else
    whole tsquery;
begin
    if analyzer not in ('arabic', 'bigrams', 'folded') then
        whole := websearch_to_tsquery(analyzer::regconfig, query);
        return case when querytree(whole) not in ('', 'T') then whole end;
    end if;
    for item in
        select hit from regexp_matches(query || ' or', '(-?)(?:"([^"]*)"|([^[:space:]"]+))', 'g') as hit
    loop
        if lower(item[3]) = 'or' and item[1] = '' then
            branch := coalesce(branch, spare);
            if branch is not null then
                branch := case when without is null then branch else branch && !!without end;
                whole := case when whole is null then branch else whole || branch end;
            end if;
            branch := null;
            without := null;
            spare := null;
            continue;
        end if;
        words := ingest.list_words(analyzer, coalesce(item[2], item[3]));
        is_phrase := cardinality(words) > 1;
        node := null;
        foreach word in array words loop
            forms := ingest.find_forms(analyzer, word);
            term := null;
            foreach word in array forms.exact || case when is_phrase then '{}' else forms.kin end loop
                word := case when analyzer = 'bigrams' and length(word) = 1 then word || ':*' else word end;
                term := case when term is null then word::tsquery else term || word::tsquery end;
            end loop;
            node := case when node is null then term else tsquery_phrase(node, term) end;
        end loop;
        if node is null then
            continue;
        elsif item[1] = '-' then
            without := case when without is null then node else without || node end;
        elsif analyzer = 'arabic' and not is_phrase and ingest.is_stop_word(words[1]) then
            spare := case when spare is null then node else spare && node end;
        else
            branch := case when branch is null then node else branch && node end;
        end if;
    end loop;
    return whole;
end
$$;
comment on function ingest.make_query(text, text) is
    'Return what a query looks for in texts an analyzer read; null where it names nothing to look for.';

-- How a match is shown. Two control characters, which no stored text holds, stand for the marks until all is escaped.
create function ingest.make_pattern(analyzer text, sought tsquery) returns text
language sql immutable parallel safe strict
return (
    select
        case analyzer
            when 'arabic' then format(
                '\m(?:و?(?:ال|بال|كال|فال|لل)|و?[بل]|و)?(?:%s)(?:ات|تان|تين|ان|ين|ون|ية|ت)?(?:ها|هما|هم|هن|كم|نا|[هة])?\M',
                string_agg(spelled, '|' order by length(spelled) desc, spelled)
            )
            when 'bigrams' then format('(?:%s)', string_agg(spelled, '|' order by length(spelled) desc, spelled))
            else format('\m(?:%s)\M', string_agg(spelled, '|' order by length(spelled) desc, spelled))
        end
    from (
        select string_agg(
            case letter
                when 'ا' then '[اأإآٱ]'
                when 'ي' then '[يىیے]'
                when 'ك' then '[كکگ]'
                when 'ه' then '[هةھہۀ]'
                when 'ء' then '[ءؤئ]'
                when 'σ' then '[σς]'
                else case when letter ~ '[0-9]' then format('[%s%s%s]', letter, chr(1632 + letter::int), chr(1776 + letter::int)) else letter end
            end,
            '[\u0300-\u036f\u064b-\u065f\u0670\u0640\u200c-\u200f]*' order by place
        ) as spelled
        from regexp_matches(querytree(sought), '''([^'']+)''', 'g') with ordinality as lexemes (lexeme, number)
        cross join lateral regexp_split_to_table(lexeme[1], '') with ordinality as letters (letter, place)
        group by number
    ) as spellings
);
comment on function ingest.make_pattern(text, tsquery) is
    'Return the regular expression that finds what a query looks for in a text as it is written.';

create function ingest.escape_html(value text) returns text
language sql immutable parallel safe strict
return replace(replace(replace(value, '&', '&amp;'), '<', '&lt;'), '>', '&gt;');
comment on function ingest.escape_html(text) is 'Return a text as HTML writes it.';

create function ingest.make_snippet(analyzer text, value text, sought tsquery, pattern text) returns text
language plpgsql immutable parallel safe as $$
declare
    at integer;
    piece text;
    is_begun boolean := false;
    is_ended boolean := true;
begin
    if value is null then
        return null;
    elsif analyzer not in ('arabic', 'bigrams', 'folded') then
        return ts_headline(
            analyzer::regconfig,
            ingest.escape_html(left(value, 50000)),
            sought,
            'StartSel=<mark>, StopSel=</mark>, MaxFragments=1, MaxWords=40, MinWords=20'
        );
    end if;
    at := case when pattern is null then 0 else regexp_instr(value, pattern, 1, 1, 0, 'i') end;
    if at > 100 then
        at := at - 80;
        at := at + strpos(substr(value, at, 40), ' ');
        is_begun := true;
    else
        at := 1;
    end if;
    piece := substr(value, at, 240);
    if at + 240 <= length(value) then
        piece := coalesce(substring(piece from '^(.*)[[:space:]]'), piece);
        is_ended := false;
    end if;
    piece := regexp_replace(piece, '[[:space:]]+', ' ', 'g');
    if pattern is not null then
        piece := regexp_replace(piece, format('(%s)', pattern), E'\x01\\1\x02', 'gi');
    end if;
    piece := replace(replace(ingest.escape_html(piece), E'\x01', '<mark>'), E'\x02', '</mark>');
    return concat(case when is_begun then '… ' end, piece, case when not is_ended then ' …' end);
end
$$;
comment on function ingest.make_snippet(text, text, tsquery, text) is
    'Return a few words of a text around what was looked for, as HTML with <mark> around it; null where there is none.';

create function news.search(
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
    most constant integer := 1000; -- matches ranked: the newest
    asked text := translate(coalesce(search.query, ''), '«»“”„', '"""""');
    sought record;
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
        -- The words alone go to the index (offset 0 keeps them apart): to any other plan each vector would have to be read.
        hits := array(
            select named.article_id
            from (
                select article.*
                from ingest.article
                where article.search_vector @@ sought.words
                offset 0
            ) as named
            where
                named.analyzer = any(sought.analyzers)
                and (search.language is null or named.language = search.language)
                and (search.source is null or named.source_id = search.source)
                and (search.since is null or coalesce(named.published_at, named.first_seen_at) >= search.since)
                and (search.until is null or coalesce(named.published_at, named.first_seen_at) < search.until)
            order by coalesce(named.published_at, named.first_seen_at) desc
            limit most + 1
        );
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
    'Find articles by words, "a phrase", -word and OR, in every language or one; by published_at, else first_seen_at, from since until before until. Of more than 1,000 matches the newest are ranked, and is_cut says so.';

-- Rights by rule, so that what is added to news is readable without another word.
create or replace function ingest.settle_roles() returns void
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
comment on function ingest.settle_roles() is
    'Create the four roles where that is allowed, and give each what it needs and no more. Safe to call again.';
