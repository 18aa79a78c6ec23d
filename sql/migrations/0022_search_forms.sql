-- Search, once more: nouns of two letters behind an article, tanwin, plurals before their owner, names in one word or two,
-- what clings to digits, hyphens and accents in the languages that Postgres reads; and what was found is shown as it is
-- written. The rows that are here keep their vectors until `warraq db renew` makes them anew.

-- What regular expressions have between brackets. By their blocks: what a locale calls a letter is not asked.
create function ingest.arabic_letters() returns text
language sql immutable parallel safe
return '\u0620-\u065f\u066e-\u06d3\u06d5\u06e5-\u06ef\u06fa-\u06fc\u0750-\u077f\u08a0-\u08c7';
comment on function ingest.arabic_letters() is 'Return the letters of Arabic script, its marks included.';

create function ingest.other_letters() returns text
language sql immutable parallel safe
return '0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0300-\u037d\u0386\u0388-\u0481\u048a-\u0559\u0560-\u0588\u0591-\u05bd\u05bf-\u05c7\u05d0-\u05ea\u0660-\u0669\u06f0-\u06f9\u0900-\u0963\u0966-\u0df3\u10a0-\u10ff\u1200-\u137c\u1c90-\u1cbf\u1e00-\u1fff\u2c00-\u2dff\u0e00-\u0edf\u1000-\u109f\u1100-\u11ff\u1780-\u17d3\u3041-\u318e\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003134f';
comment on function ingest.other_letters() is 'Return the letters, digits and marks of every other script.';

create function ingest.word_letters() returns text
language sql immutable parallel safe
return ingest.arabic_letters() || ingest.other_letters();
comment on function ingest.word_letters() is 'Return what words are made of.';

create function ingest.word_marks() returns text
language sql immutable parallel safe
return '\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u00ad\u200b-\u200f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7';
comment on function ingest.word_marks() is 'Return what may follow a letter and tells no two words apart.';

create or replace function ingest.fold_search(value text) returns text
language sql immutable parallel safe strict
return lower(
    regexp_replace(
        translate(
            regexp_replace(normalize(value, nfkc), '[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]', '', 'g'),
            'أإآٱ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹ىیېےکڪگھہۀۂەؤئۃİΣς',
            'اااا01234567890123456789ييييكككهههههءءةiσσ'
        ),
        '(?<=[0-9])(?<![0-9]{4})[,\u066c](?=[0-9]{3}(?![0-9]))', -- 1,500 is 1500.
        '',
        'g'
    )
);

create function ingest.part_arabic(folded text) returns text
language sql immutable parallel safe strict
return regexp_replace(
    regexp_replace(
        regexp_replace(
            translate(folded, 'پڤچژ', 'بفجز'),
            ('(?<![' || ingest.arabic_letters() || '])(و?[بلكف]?ابو)(?!و?[بلكف]?اب)(?=[' || ingest.arabic_letters() || ']{3})'),
            '\1 ',
            'g'
        ),
        ('(?<![' || ingest.arabic_letters() || '])(و?[بلكف]?عبد)(?=ال[' || ingest.arabic_letters() || ']{2})'),
        '\1 ',
        'g'
    ),
    ('(?<![' || ingest.arabic_letters() || '])(?:و?(?:ال|بال|كال|فال|لل)|و?[بلكف]|و)(?=[' || ingest.other_letters() || '])'),
    ' ',
    'g'
);
comment on function ingest.part_arabic(text) is
    'Return a folded text with foreign sounds in Arabic letters, joined names apart, and nothing clinging to digits or Latin.';

create or replace function ingest.list_words(analyzer text, value text) returns text[]
language plpgsql immutable parallel safe strict as $$
declare
    folded constant text := ingest.fold_search(value);
    listed text[] := array(
        select word[1]
        from regexp_matches(
            case analyzer when 'arabic' then ingest.part_arabic(folded) else folded end,
            case analyzer
                when 'arabic' then ('[' || ingest.arabic_letters() || ']+|[' || ingest.other_letters() || ']+')
                else ('[' || ingest.word_letters() || ']+')
            end,
            'g'
        ) with ordinality as words (word, place)
        order by place
    );
    spaceless constant text := '[\u0e00-\u0edf\u1000-\u109f\u1100-\u11ff\u1780-\u17d3\u3041-\u318e\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003134f]';
begin
    if analyzer = 'bigrams' then
        listed := array(
            select case when is_spaceless and length(run[1]) > 1 then substr(run[1], at, 2) else run[1] end
            from unnest(listed) with ordinality as words (word, place)
            cross join lateral regexp_matches(word, format('%s+|[^%s+', spaceless, substr(spaceless, 2)), 'g')
                with ordinality as runs (run, run_place)
            cross join lateral (select run[1] ~ spaceless) as asked (is_spaceless)
            cross join lateral generate_series(1, case when is_spaceless then greatest(length(run[1]) - 1, 1) else 1 end) as at
            order by place, run_place, at
        );
    end if;
    return array(select left(word, 200) from unnest(listed) with ordinality as words (word, place) order by place);
end
$$;

-- The forms of an Arabic word.

create function ingest.strip_article(word text) returns text[]
language plpgsql immutable parallel safe strict as $$
declare
    rest text := substring(word from '^و?(?:ال|بال|كال|فال)(.{2,})$');
    hidden text := '';
begin
    if rest is null then
        rest := substring(word from '^و?لل(.{2,})$');
        hidden := 'ل';
    end if;
    if rest is null
        or word ~ '^[وف]?[بلك]?(?:(?:الات|الاف|الباني|البسة|البوم|التباس|التحاق|التزام|التزم|التفاف|التقاء|التقاط|التقت|التقي|التهاب|الحاح|الحاق|الزام|العاب|الغاء|الغام|الغي|الفا|الفان|الفين|القاء|القاب|القت|القي|الوان|الياف|الية)(?:ات|ها|هم|ه|ا)?|(?:الكترون|الماني|اليات|اليزاب).*)$'
        or (length(rest) = 2 and (ingest.is_stop_word(rest) or ingest.is_stop_word('ال' || rest)))
    then
        return '{}';
    end if;
    return case hidden when '' then array[rest] else array[rest, hidden || rest] end;
end
$$;
comment on function ingest.strip_article(text) is
    'Return what follows the article of an Arabic word, with a ل that it may hide; nothing where it has none.';

create function ingest.strip_seldom_prefix(word text) returns text[]
language sql immutable parallel safe strict
return case
    when ingest.has_own_opening(word) then '{}'
    else array_remove(
        array[substring(word from '^و?[كف](?!ال)(.{4,})$'), substring(word from '^و?س([اتني].{3,})$')], null
    )
end;
comment on function ingest.strip_seldom_prefix(text) is
    'Return what follows a first letter that may be "as", "so" or the future, and seldom is.';

create or replace function ingest.strip_prefixes(word text) returns text[]
language plpgsql immutable parallel safe strict as $$
declare
    rest text;
    after text[];
begin
    if ingest.has_own_opening(word) then
        return array[word];
    end if;
    after := ingest.strip_article(word);
    if cardinality(after) > 0 then
        return after;
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

create function ingest.has_own_ending(word text) returns boolean
language sql immutable parallel safe strict
return word like '%ستان' or replace(word, 'ة', 'ه') = any(string_to_array(
    'احسان اخوان ارجنتين اسنان اعلان امتحان انسان اوطان ايران ايمان بحرين بركان برلمان برهان بلدان بنيان بيان '
        || 'تامين تخمين تدخين تدوين تزيين تضامن تعاون تعيين تكوين تلفزيون تمكين تهاون ثعبان جثمان جدران جنون جولان جيران '
        || 'حرمان حزيران حسين حصان حنين خسران دخان ديوان رضوان رمضان زيتون سجون سرطان سكان سلطان سليمان سودان شءون شاهين '
        || 'شيطان صابون صالون صهيون ضمان طحين طيران عثمان عدوان عرفات عنوان عيون غسان غفران فستان فلسطين فنون قانون '
        || 'قحطان قرءان قران قوانين كانون كربون كيان لبنان لجان لسان ماكرون مجنون مخزون مدفون مروان مسكين مضمون معجون '
        || 'معين ملايين مليون ميدان ميزان نسيان نعمان نقصان نيسان هارون هرمون وجدان يابان ياسين يمين يونان',
    ' '
));
comment on function ingest.has_own_ending(text) is 'Tell whether the ending of an Arabic word is known to be its own.';

create or replace function ingest.strip_ending(word text) returns text[]
language plpgsql immutable parallel safe strict as $$
declare
    ending record;
    rest text;
begin
    if ingest.has_own_ending(word) then
        return '{}';
    end if;
    -- An ending and what a word without it is found under. The first that fits counts.
    for ending in
        select *
        from (
            values
            ('^(.{3,})ات$', array['%s', '%sه']),
            ('^(.{3,})(?:تان|تين)$', array['%sه', '%sت']),
            ('^(.{3,})(?:ان|ين|ون)$', array['%s']),
            ('^(.{3,})ية$', array['%sي']),
            ('^(.{3,})يا$', array['%sيه']),
            ('^(.{3,})تا$', array['%sه', '%sت']),
            ('^(.{3,})تي$', array['%sه']),
            ('^(.{4,})و$', array['%s']),
            ('^(.{3,}[^هوين])ا$', array['%s'])
        ) as listed (pattern, forms)
    loop
        rest := substring(word from ending.pattern);
        if rest is not null then
            return array(select format(form, rest) from unnest(ending.forms) as form);
        end if;
    end loop;
    rest := substring(word from '^(.{3,}?)(?:ها|هما|هم|هن|كم|نا|ه)$');
    return case
        when rest is null then '{}'
        else
            case when rest ~ '.{3}ت$' then array[left(rest, -1) || 'ه'] else '{}' end
            || rest
            || case when word like '%نا' then array[left(word, -1)] else '{}' end
            || ingest.strip_ending(rest)
    end;
end
$$;

create or replace function ingest.arabic_forms(word text, out exact text[], out kin text[])
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
        from (
            select form, place * 100 + form_place as rank
            from unnest(bases) with ordinality as listed (base, place)
            cross join lateral unnest(ingest.strip_ending(base)) with ordinality as stripped (form, form_place)
            union all
            select form, 10000 + place
            from unnest(ingest.strip_seldom_prefix(word)) with ordinality as stripped (form, place)
        ) as found
        where replace(form, 'ة', 'ه') <> all(exact)
        group by 1
        order by min(rank)
    );
end
$$;

-- على and the name علي are one word to the index; whoever types the name means it.
create function ingest.is_stop_word(word text, typed text) returns boolean
language sql immutable parallel safe strict
return ingest.is_stop_word(word) and not (word in ('علي', 'وعلي') and typed ~ 'ي');
comment on function ingest.is_stop_word(text, text) is
    'Tell whether an Arabic word of a query, folded and as it was typed, says nothing of what is looked for.';

-- The languages that Postgres reads: what goes to its parser, and what comes from its stemmer.

create function ingest.prepare_stems(value text) returns text
language sql immutable parallel safe strict
return regexp_replace(
    regexp_replace(
        replace(replace(regexp_replace(normalize(value, nfkc), '[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]', '', 'g'), 'œ', 'oe'), 'Œ', 'OE'),
        ('([' || ingest.word_letters() || '])[-\u2010\u2013\u2212/](?=[' || ingest.word_letters() || '])'), -- COVID-19 is COVID 19, and Hamas/Israel two words.
        '\1 ',
        'g'
    ),
    '(?<=[0-9])(?<![0-9]{4})[,\u066c](?=[0-9]{3}(?![0-9]))',
    '',
    'g'
);
comment on function ingest.prepare_stems(text) is
    'Return a text as Postgres''s parser reads it best: NFKC, words that a hyphen or slash joins apart, thousands in one.';

-- å, ä, ö and ø are letters of their own in the north.
create function ingest.fold_stems(analyzer text, stems text) returns text
language sql immutable parallel safe strict
return case
    when analyzer in ('danish', 'finnish', 'norwegian', 'swedish') then stems
    else translate(
        stems,
        'ıàáâãäåçèéêëìíîïñòóôõöùúûüýÿāăąćĉċčďēĕėęěĝğġģĥĩīĭįĵķĺļľńņňōŏőŕŗřśŝşšţťũūŭůűųŵŷźżžșțđłøħ',
        'iaaaaaaceeeeiiiinooooouuuuyyaaaccccdeeeeegggghiiiijklllnnnooorrrssssttuuuuuuwyzzzstdloh'
    )
end;
comment on function ingest.fold_stems(text, text) is
    'Return stems, in whatever notation, without the accents of Latin letters: the stemmer has read them.';

-- I is the capital of ı there, and İ that of i.
create function ingest.lower_turkish(analyzer text, value text) returns text
language sql immutable parallel safe strict
return case analyzer when 'turkish' then translate(value, 'Iİ', 'ıi') else value end;
comment on function ingest.lower_turkish(text, text) is 'Return a text with the capitals of i that only Turkish has as small letters.';

create function ingest.stem_text(analyzer text, value text) returns tsvector
language sql immutable parallel safe strict
return (
    select case when prepared ~ '[\u00c0-\u021b]' then ingest.fold_stems(analyzer, made::text)::tsvector else made end
    from ingest.lower_turkish(analyzer, ingest.prepare_stems(value)) as prepared
    cross join lateral ingest.index_text(analyzer::regconfig, prepared) as made
);
comment on function ingest.stem_text(text, text) is 'Return the vector of a text in a language that Postgres reads.';

create or replace function ingest.make_vector(language text, headline text, standfirst text, byline text[], body text)
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
    return setweight(ingest.stem_text(analyzer, left(coalesce(headline, ''), 10000)), 'A')
        || setweight(ingest.stem_text(analyzer, concat_ws(E'\n\n', left(beside, 10000), body)), 'B');
end
$$;

-- How a query is read: words are all wanted, "a phrase" as it stands, -word not, one or another with OR.
create function ingest.list_items(query text)
returns table (place bigint, is_excluded boolean, is_quoted boolean, typed text)
language sql immutable parallel safe strict
begin atomic
    select place, item[1] <> '', item[2] is not null, coalesce(item[2], item[3])
    from regexp_matches(
        regexp_replace(normalize(query, nfkc), '[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]', '', 'g'),
        '([-\u2013\u2212]?)(?:"([^"]*)"|([^[:space:]"]+))',
        'g'
    ) with ordinality as listed (item, place);
end;
comment on function ingest.list_items(text) is
    'Return the items of a query in their order: words and phrases, and whether they are to be missing.';

create function ingest.prepare_query(query text) returns text
language sql immutable parallel safe strict
return (
    select string_agg(
        case when is_excluded then '-' else '' end
        || case when is_quoted or words ~ '[[:space:]]' then concat('"', words, '"') else words end,
        ' ' order by place
    )
    from ingest.list_items(query)
    cross join lateral ingest.prepare_stems(typed) as words
);
comment on function ingest.prepare_query(text) is
    'Return a query as websearch_to_tsquery reads it: what a hyphen or slash joins is a phrase.';

create function ingest.make_stem_query(analyzer text, prepared text) returns tsquery
language sql immutable parallel safe strict
return (
    select case when querytree(whole) not in ('', 'T') then ingest.fold_stems(analyzer, whole::text)::tsquery end
    from websearch_to_tsquery(analyzer::regconfig, ingest.lower_turkish(analyzer, prepared)) as whole
);
comment on function ingest.make_stem_query(text, text) is
    'Return what a query of ingest.prepare_query looks for in a language that Postgres reads; null where it names nothing.';

create or replace function ingest.make_query(analyzer text, query text) returns tsquery
language plpgsql immutable parallel safe as $$
declare
    item record;
    words text[];
    word text;
    forms record;
    is_phrase boolean;
    is_stop boolean;
    term tsquery; -- one word: any of its forms
    node tsquery; -- one item: its words in a row
    branch tsquery; -- the items between two ORs
    without tsquery; -- what none of them may hold
    spare tsquery; -- stop words, for a query of nothing else
    whole tsquery;
begin
    if analyzer not in ('arabic', 'bigrams', 'folded') then
        return ingest.make_stem_query(analyzer, ingest.prepare_query(query));
    end if;
    for item in select * from ingest.list_items(query || ' or') loop
        if lower(item.typed) = 'or' and not item.is_quoted and not item.is_excluded then
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
        words := ingest.list_words(analyzer, item.typed);
        is_phrase := cardinality(words) > 1;
        is_stop := analyzer = 'arabic' and not is_phrase and ingest.is_stop_word(words[1], item.typed);
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
        elsif item.is_excluded then
            without := case when is_stop then without when without is null then node else without || node end;
        elsif is_stop then
            spare := case when spare is null then node else spare && node end;
        else
            branch := case when branch is null then node else branch && node end;
        end if;
    end loop;
    return whole;
end
$$;

-- How a match is shown: in each text, the words as they are written there.

create function ingest.spell_word(analyzer text, word text) returns text
language sql immutable parallel safe strict
return (
    select string_agg(
        case
            when letter = 'ه' and analyzer = 'arabic' and place = length(word)
                then ('(?:ا[' || ingest.word_marks() || ']*ت|ت[' || ingest.word_marks() || ']*ي|[هةھہۀۂۃەت])')
            when letter ~ '[0-9]' then format('[%s%s%s]', letter, chr(1632 + letter::int), chr(1776 + letter::int))
            when letter = 'ا' then '[اأإآٱ]'
            when letter = 'ي' then '[يىیےې]'
            when letter = 'ك' then '[كکگڪ]'
            when letter = 'ه' then '[هةھہۀۂۃە]'
            when letter = 'ء' then '[ءؤئ]'
            when letter = 'ب' then '[بپ]'
            when letter = 'ج' then '[جچ]'
            when letter = 'ز' then '[زژ]'
            when letter = 'ف' then '[فڤ]'
            when letter = 'σ' then '[σς]'
            when letter in ('ํ', 'ໍ') then letter || '?' -- NFKC parts ำ and ຳ.
            when letter in ('า', 'າ') then concat('[', letter, chr(ascii(letter) + 1), ']')
            when upper(letter) <> letter then concat('[', letter, upper(letter), ']')
            else letter
        end
        || case
            when letter ~ '[0-9]' and place < length(word) and (length(word) - place) % 3 = 0 then '[,\u066c]?'
            else ('[' || ingest.word_marks() || ']*')
        end,
        '' order by place
    )
    from string_to_table(word, null) with ordinality as letters (letter, place)
);
comment on function ingest.spell_word(text, text) is
    'Return the regular expression of a folded word as texts write it: its letters'' spellings, each with any marks.';

create function ingest.spell_any(analyzer text, words text) returns text
language sql immutable parallel safe strict
return (
    select concat('(?:', string_agg(ingest.spell_word(analyzer, word), '|' order by length(word) desc, word), ')')
    from string_to_table(words, ' ') as word
);
comment on function ingest.spell_any(text, text) is 'Return the regular expression of any of some words, parted by blanks.';

create function ingest.list_clitics(word text) returns text
language sql immutable parallel safe strict
return (
    select 'ال بال كال فال لل وال وبال وكال وفال ولل' || coalesce(string_agg(' ' || clitic, '' order by place), '')
    from unnest(array['ب', 'ل', 'ك', 'ف', 'و', 'وب', 'ول', 'وك', 'وف', 'س', 'وس']) with ordinality as listed (clitic, place)
    where
        not ingest.has_own_opening(clitic || word)
        and (right(clitic, 1) not in ('ك', 'ف') or length(word) > 3)
);
comment on function ingest.list_clitics(text) is
    'Return what may cling before an Arabic word, parted by blanks: nothing that makes another word of it (كمال is not like مال).';

create function ingest.list_endings(word text) returns text
language sql immutable parallel safe strict
return (
    select string_agg(ending, ' ' order by place)
    from unnest(array['ات', 'تان', 'تين', 'ان', 'ين', 'ون', 'ية', 'ت', 'ا', 'و']) with ordinality as listed (ending, place)
    where not ingest.has_own_ending(word || ending)
);
comment on function ingest.list_endings(text) is
    'Return the endings that an Arabic word may take, parted by blanks: none that makes another word of it (لبنان is not two of لبن).';

create function ingest.spell_forms(analyzer text, word text, takes_kin boolean) returns text
language plpgsql immutable parallel safe strict as $$
declare
    forms record := ingest.find_forms(analyzer, word);
    listed text := array_to_string(forms.exact || case when takes_kin then forms.kin else '{}' end, ' ');
begin
    if analyzer = 'bigrams' then
        return ingest.spell_any(analyzer, listed);
    elsif analyzer = 'arabic' and word ~ ('^[' || ingest.arabic_letters() || ']') then
        return concat(
            ('(?<![' || ingest.word_letters() || ingest.word_marks() || '])'),
            ingest.spell_any('', ingest.list_clitics(word)), '?',
            ingest.spell_any(analyzer, listed),
            case when length(word) > 2 then ingest.spell_any('', ingest.list_endings(word)) || '?' end,
            case when length(word) > 2 then ingest.spell_any('', 'ها هما هم هن كم نا ه') || '?' end,
            ('(?![' || ingest.word_letters() || ingest.word_marks() || '])')
        );
    elsif analyzer = 'arabic' then
        return concat(('(?<![' || ingest.other_letters() || '])'), ingest.spell_any(analyzer, listed), ('(?![' || ingest.other_letters() || '])'));
    end if;
    return concat(('(?<![' || ingest.word_letters() || ingest.word_marks() || '])'), ingest.spell_any(analyzer, listed), ('(?![' || ingest.word_letters() || ingest.word_marks() || '])'));
end
$$;
comment on function ingest.spell_forms(text, text, boolean) is
    'Return the regular expression of a whole word of ingest.list_words in any of its forms.';

-- A query may have 64 words, and each pattern is looked for in each text that is shown.
create function ingest.take_patterns(patterns text[]) returns text[]
language sql immutable parallel safe strict
return array(
    select pattern
    from unnest(patterns) with ordinality as listed (pattern, place)
    group by pattern
    order by min(place)
    limit 16
);
comment on function ingest.take_patterns(text[]) is 'Return the first sixteen patterns, each once.';

create function ingest.make_patterns(analyzer text, query text) returns text[]
language plpgsql immutable parallel safe strict as $$
declare
    item record;
    words text[];
    patterns text[] := '{}';
begin
    for item in select * from ingest.list_items(query) loop
        exit when cardinality(patterns) >= 16;
        words := ingest.list_words(case analyzer when 'bigrams' then 'folded' else analyzer end, item.typed);
        continue when item.is_excluded
            or cardinality(words) = 0
            or (lower(item.typed) = 'or' and not item.is_quoted)
            or (analyzer = 'arabic' and cardinality(words) = 1 and ingest.is_stop_word(words[1], item.typed));
        patterns := patterns || (
            select string_agg(ingest.spell_forms(analyzer, word, cardinality(words) = 1), ('[^' || ingest.word_letters() || ']*') order by place)
            from unnest(words) with ordinality as listed (word, place)
        );
    end loop;
    return ingest.take_patterns(patterns);
end
$$;
comment on function ingest.make_patterns(text, text) is
    'Return the regular expressions that find what a query looks for in texts as they are written, one an item.';

create function ingest.list_stems(analyzer text, word text) returns text[]
language sql immutable parallel safe strict
return tsvector_to_array(
    ingest.fold_stems(analyzer, to_tsvector(analyzer::regconfig, ingest.lower_turkish(analyzer, normalize(word, nfkc)))::text)::tsvector
);
comment on function ingest.list_stems(text, text) is 'Return the stems of one word in a language that Postgres reads; none of a stop word.';

create function ingest.make_stem_patterns(analyzer text, query text, value text) returns text[]
language plpgsql immutable parallel safe as $$
declare
    item record;
    word text;
    stems text[];
    spelled text;
    parts text[];
    patterns text[] := '{}';
    written text[];
begin
    for item in select * from ingest.list_items(query) loop
        exit when cardinality(patterns) >= 16;
        continue when item.is_excluded or (lower(item.typed) = 'or' and not item.is_quoted);
        parts := '{}';
        foreach word in array ingest.list_words('folded', ingest.lower_turkish(analyzer, item.typed)) loop
            stems := ingest.list_stems(analyzer, word);
            if cardinality(stems) = 0 then
                parts := parts || ('[' || ingest.word_letters() || ']+')::text; -- A stop word: any will do.
                continue;
            end if;
            -- Words that begin alike, or with an accent.
            written := array(
                select distinct hit[1]
                from regexp_matches(
                    left(value, 50000),
                    concat(
                        ('(?<![' || ingest.word_letters() || '])['), left(stems[1], 1), upper(left(stems[1], 1)), ('\u00c0-\u021b\u0386-\u0390\u03ac-\u03ce\u0401\u0451]'),
                        case when length(stems[1]) > 2 then concat('[', substr(stems[1], 2, 1), upper(substr(stems[1], 2, 1)), ('\u00c0-\u021b\u0386-\u0390\u03ac-\u03ce\u0401\u0451]')) end,
                        ('[' || ingest.word_letters() || ']*')
                    ),
                    'g'
                ) as hit
            );
            spelled := (
                select string_agg(form, '|') from unnest(written) as form where ingest.list_stems(analyzer, form) && stems
            );
            parts := parts || format(('(?<![' || ingest.word_letters() || '])(?:%s)(?![' || ingest.word_letters() || '])'), spelled);
            exit when spelled is null;
        end loop;
        while parts[1] = ('[' || ingest.word_letters() || ']+') loop
            parts := parts[2:];
        end loop;
        while parts[cardinality(parts)] = ('[' || ingest.word_letters() || ']+') loop
            parts := trim_array(parts, 1);
        end loop;
        if cardinality(parts) > 0 and spelled is not null then
            patterns := patterns || array_to_string(parts, ('[^' || ingest.word_letters() || ']*'));
        end if;
    end loop;
    return ingest.take_patterns(patterns);
end
$$;
comment on function ingest.make_stem_patterns(text, text, text) is
    'Return the same for one text in a language that Postgres reads: of its words, those with the stems of the query.';

create function ingest.find_window(value text, patterns text[]) returns integer
language sql immutable parallel safe strict
return (
    with hits as (
        select
            term,
            place,
            sum(length(piece)) over (
                partition by term order by place rows between unbounded preceding and 1 preceding
            ) - place + 3 as at -- Each piece but the first holds one mark that the text does not.
        from unnest(patterns) with ordinality as sought (pattern, term)
        cross join lateral string_to_table(regexp_replace(value, concat('(', pattern, ')'), E'\x01\\1\x02', 'g'), E'\x01')
            with ordinality as cut (piece, place)
        where place <= 40
    )
    select hits.at::integer
    from hits
    where hits.place > 1
    order by
        (
            select count(distinct near.term)
            from hits as near
            where near.place > 1 and near.at between hits.at and hits.at + 160
        ) desc,
        hits.at
    limit 1
);
comment on function ingest.find_window(text, text[]) is
    'Return where in a text the most of the patterns match close together; null where none does.';

create function ingest.make_snippet(value text, patterns text[]) returns text
language plpgsql immutable parallel safe as $$
declare
    shown constant text := left(value, 50000);
    at integer := ingest.find_window(shown, patterns);
    blank integer;
    piece text;
    is_begun boolean := at > 100;
    is_ended boolean := true;
begin
    if value is null then
        return null;
    end if;
    if is_begun then
        blank := regexp_instr(substr(shown, at - 80, 80), '[[:space:]]');
        -- Where no blank is, scripts without blanks may begin anywhere, and anything else with the match itself.
        at := case when blank > 0 or substr(shown, at - 80, 1) ~ '[\u0e00-\u0edf\u1000-\u109f\u1100-\u11ff\u1780-\u17d3\u3041-\u318e\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003134f]' then at - 80 + blank else at end;
    end if;
    at := case when is_begun then at else 1 end;
    piece := regexp_replace(substr(value, at, 240), ('^[' || ingest.word_marks() || '\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\ufe0f]+'), '');
    if at + 240 <= length(value) then
        piece := coalesce(substring(piece from '^(.*)[[:space:]]'), piece);
        is_ended := false;
    end if;
    piece := regexp_replace(piece, '[[:space:]]+', ' ', 'g');
    if cardinality(patterns) > 0 then
        piece := regexp_replace(piece, concat('(', array_to_string(patterns, '|'), ')'), E'\x01\\1\x02', 'g');
    end if;
    piece := replace(replace(ingest.escape_html(piece), E'\x01', '<mark>'), E'\x02', '</mark>');
    return concat(case when is_begun then '… ' end, piece, case when not is_ended then ' …' end);
end
$$;
comment on function ingest.make_snippet(text, text[]) is
    'Return a few words of a text around what was looked for, as HTML with <mark> around it; null where there is none.';

-- Names of other languages: غ, ج, ق and ك are one sound to those who spell them.
create function ingest.fold_names(folded text) returns text
language sql immutable parallel safe strict
return translate(folded, 'غجقچپڤژ-', 'ككككبفز ');
comment on function ingest.fold_names(text) is 'Return a folded text with the letters alike that houses choose between in names.';
drop index ingest.article_names;
create index article_names on ingest.article using gin (ingest.fold_names(names) public.gin_trgm_ops)
with (gin_pending_list_limit = 16384);

-- Which rules made a vector. Rows of before, and what was staged before, have the first.
alter table ingest.stage add column search_version smallint;
comment on column ingest.stage.search_version is 'The rules that made its vector, by number; null for the first.';
alter table ingest.article add column search_version smallint not null default 1;
comment on column ingest.article.search_version is
    'The rules that made its vector, by number: what differs from warraq.text.search is for `warraq db renew`.';

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
            cardinality(chosen) > most
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


drop function ingest.make_snippet(text, text, tsquery, text);
drop function ingest.make_pattern(text, tsquery);
