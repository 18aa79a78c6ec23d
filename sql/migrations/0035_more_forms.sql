-- More Arabic is found: 15 شخصا by شخص, رسميا by رسمي, خطتها and خطتين by خطة, علاقتهما by علاقة, مستواها by مستوى, and the frequent plurals
-- that no ending tells: مدارس by مدرسة. And Latin letters without their accents in the languages that Postgres does not read:
-- Łódź by lodz, Hà Nội by ha noi.

create or replace function ingest.has_own_ending(word text) returns boolean
language sql immutable parallel safe strict
return word like '%ستان' or replace(word, 'ة', 'ه') = any(string_to_array(
    'احسان اخوان ارجنتين اسنان اعلان امتحان انسان اوطان ايران ايمان بحرين بركان برلمان برهان بلدان بنيان بوتين '
        || 'بيان تامين تخمين تدخين تدوين تزيين تضامن تعاون تعيين تكوين تلفزيون تمكين تهاون ثعبان جثمان جدران جنون '
        || 'جولان جيران حرمان حزيران حسين حصان حنين حيفا خسران دخان درعا ديوان رضوان رمضان روما زيتون سجون سرطان سكان '
        || 'سلطان سليمان سودان شءون شاهين شيطان صابون صالون صهيون صيدا ضمان طحين طيران عثمان عدوان عرفات عنوان عيون '
        || 'غانا غسان غفران فستان فلسطين فنون فيزا فيفا قانون قحطان قرءان قران قوانين كانون كربون كندا كوبا كيان لاتين '
        || 'لبنان لجان لسان لولا ليما مارتين ماكرون مجنون مخزون مدفون مروان مسكين مضمون معجون معين ملايين مليون ميدان '
        || 'ميزان نسيان نعمان نقصان نيسان هارون هرمون وجدان يابان ياسين يافا يمين يونان',
    ' '
));

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
            ('^(.{2,})(?:تان|تين)$', array['%sه', '%sت']),
            ('^(.{3,})(?:ان|ين|ون)$', array['%s']),
            ('^(.{3,})ية$', array['%sي']),
            ('^(.{3,})يا$', array['%sيه', '%sي']),
            ('^(.{3,})تا$', array['%sه', '%sت']),
            ('^(.{3,})تي$', array['%sه']),
            ('^(.{4,})و$', array['%s']),
            ('^(?!.{3,}هما$)(.{2,}[^هوين])ا$', array['%s'])
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
            case right(rest, 1) when 'ت' then array[left(rest, -1) || 'ه'] when 'ا' then array[left(rest, -1) || 'ي'] else '{}' end
            || rest
            || case when word ~ '(?:نا|هما)$' then array[left(word, -1)] else '{}' end
            || ingest.strip_ending(rest)
    end;
end
$$;

create function ingest.list_plurals() returns text
language sql immutable parallel safe
return
    'ابن/ابناء اجر/اجور ارض/اراض ارض/اراضي اسبوع/اسابيع اسم/اسماء اسير/اسري اعصار/اعاصير اغنيه/اغان اغنيه/اغاني '
        || 'اقليم/اقاليم الف/الاف امراه/نساء امير/امراء انبوب/انابيب بءر/ابار بحر/بحار برنامج/برامج بضاعه/بضاءع بطل/ابطال '
        || 'بلد/بلدان بنت/بنات بنك/بنوك بيت/بيوت تاجر/تجار تركي/اتراك تقرير/تقارير تهمه/تهم ثمن/اثمان جبل/جبال جثه/جثث '
        || 'جدول/جداول جريح/جرحي جريمه/جراءم جزء/اجزاء جزيره/جزر جسر/جسور جندي/جنود جهاز/اجهزه جيش/جيوش حاجز/حواجز '
        || 'حادث/حوادث حاكم/حكام حدث/احداث حرب/حروب حريق/حراءق حزب/احزاب حصان/احصنه حق/حقوق حقل/حقول حكم/احكام حليف/حلفاء '
        || 'خبر/اخبار خبير/خبراء خساره/خساءر خط/خطوط خطر/مخاطر خيمه/خيام درس/دروس درهم/دراهم دقيقه/دقاءق دواء/ادويه '
        || 'دور/ادوار دوله/دول دينار/دنانير رءيس/رءساء راتب/رواتب راي/اراء ربح/ارباح رجل/رجال رساله/رساءل رقم/ارقام '
        || 'رهينه/رهاءن روسي/روس زاءر/زوار زعيم/زعماء زلزال/زلازل ساءح/سياح سبب/اسباب سجن/سجون سجين/سجناء سر/اسرار '
        || 'سعر/اسعار سفير/سفراء سفينه/سفن سلاح/اسلحه سلعه/سلع سنه/سنوات سنه/سنين سهم/اسهم سوق/اسواق شارع/شوارع شاعر/شعراء '
        || 'شجره/اشجار شخص/اشخاص شرط/شروط شريك/شركاء شعب/شعوب شهر/اشهر شهر/شهور شهيد/شهداء صاروخ/صواريخ صحيفه/صحف '
        || 'صديق/اصدقاء صف/صفوف صوت/اصوات صوره/صور ضابط/ضباط ضحيه/ضحايا ضرر/اضرار ضريبه/ضراءب طاءفه/طواءف طالب/طلاب '
        || 'طالب/طلبه طبيب/اطباء طرف/اطراف طريق/طرق طعام/اطعمه طفل/اطفال ظرف/ظروف عاصفه/عواصف عاصمه/عواصم عام/اعوام '
        || 'عامل/عمال عدو/اعداء عضو/اعضاء عميل/عملاء عنصر/عناصر فرد/افراد فريضه/فراءض فصل/فصول فقير/فقراء فكره/افكار '
        || 'فندق/فنادق فيلم/افلام قاءد/قاده قاءمه/قواءم قاض/قضاه قاضي/قضاه قانون/قوانين قبر/قبور قبيله/قباءل قتيل/قتلي '
        || 'قرض/قروض قرن/قرون قريه/قري قسم/اقسام قصيده/قصاءد قضيه/قضايا قناه/قنوات قنبله/قنابل كارثه/كوارث كاس/كءوس '
        || 'كتله/كتل كردي/اكراد كلب/كلاب كنيسه/كناءس لجنه/لجان لص/لصوص لغم/الغام لقب/القاب لون/الوان ليله/ليال ليله/ليالي '
        || 'مءه/ماءه مال/اموال مباراه/مباريات مبدا/مبادء مبني/مبان مبني/مباني متحف/متاحف مجلس/مجالس محصول/محاصيل '
        || 'محكمه/محاكم مدرسه/مدارس مدفع/مدافع مدير/مدراء مدينه/مدن مذهب/مذاهب مرحله/مراحل مرض/امراض مركز/مراكز مريض/مرضي '
        || 'مسجد/مساجد مسرح/مسارح مشروع/مشاريع مصدر/مصادر مصرف/مصارف مصنع/مصانع مطعم/مطاعم معبر/معابر معركه/معارك '
        || 'مغربي/مغاربه مقعد/مقاعد مكتب/مكاتب مكسب/مكاسب ملعب/ملاعب مليون/ملايين منزل/منازل منصب/مناصب منطقه/مناطق '
        || 'مهمه/مهام مورد/موارد موسم/مواسم موقع/مواقع موقف/مواقف ميناء/موانء ناءب/نواب ناد/انديه نادي/انديه نتيجه/نتاءج '
        || 'نجم/نجوم نسخه/نسخ نص/نصوص نظام/انظمه نفق/انفاق نهر/انهار نوع/انواع هاتف/هواتف هجوم/هجمات هدف/اهداف هديه/هدايا '
        || 'وباء/اوبءه وثيقه/وثاءق وزير/وزراء وقت/اوقات وكيل/وكلاء يوم/ايام';
comment on function ingest.list_plurals() is 'Return nouns whose plural no ending tells: singular/plural, parted by blanks.';

create function ingest.find_plurals(forms text[]) returns text[]
language sql immutable parallel safe strict
return array(
    select case when pair.words[1] = form then pair.words[2] else pair.words[1] end
    from unnest(forms) with ordinality as sought (form, place)
    join (
        select string_to_array(listed.words, '/') as words, listed.place
        from string_to_table(ingest.list_plurals(), ' ') with ordinality as listed (words, place)
    ) as pair on form = any(pair.words)
    order by sought.place, pair.place
);
comment on function ingest.find_plurals(text[]) is 'Return the plurals of Arabic words, and the singulars, that are in the list.';

create or replace function ingest.arabic_forms(word text, out exact text[], out kin text[])
language plpgsql immutable parallel safe strict as $$
declare
    bases text[];
begin
    if word !~ '^[\u0621-\u064a]{4,}$' then
        exact := array[replace(word, 'ة', 'ه')];
        kin := ingest.find_plurals(exact);
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
    kin := array(
        select form
        from unnest(kin || ingest.find_plurals(exact || kin)) with ordinality as listed (form, place)
        where form <> all(exact)
        group by 1
        order by min(place)
    );
end
$$;

create function ingest.strip_accents(word text) returns text
language sql immutable parallel safe strict
return case
    when word ~ '[^\u0001-\u007f]'
        then normalize(translate(regexp_replace(normalize(word, nfd), '([a-z])[\u0300-\u036f]+', '\1', 'g'), 'ıđłøħ', 'idloh'), nfc)
    else word
end;
comment on function ingest.strip_accents(text) is 'Return a folded word without the accents of its Latin letters.';

create or replace function ingest.find_forms(analyzer text, word text, out exact text[], out kin text[])
language plpgsql immutable parallel safe strict as $$
begin
    if analyzer = 'arabic' then
        select forms.exact, forms.kin into exact, kin from ingest.arabic_forms(word) as forms;
    else
        exact := array[replace(word, 'ة', 'ه')];
        kin := array_remove(array[replace(ingest.strip_accents(word), 'ة', 'ه')], exact[1]);
    end if;
end
$$;

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
            foreach word in array forms.exact || case when is_phrase or analyzer <> 'arabic' then '{}' else forms.kin end loop -- Accents that are typed are meant.
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

create function ingest.list_accented(letter text) returns text
language sql immutable parallel safe strict
return case letter
    when 'a' then 'ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ'
    when 'b' then 'ḂḃḄḅḆḇ'
    when 'c' then 'ÇçĆćĈĉĊċČčḈḉ'
    when 'd' then 'ĎďḊḋḌḍḎḏḐḑḒḓđĐ'
    when 'e' then 'ÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇȨȩḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệ'
    when 'f' then 'Ḟḟ'
    when 'g' then 'ĜĝĞğĠġĢģǦǧǴǵḠḡ'
    when 'h' then 'ĤĥȞȟḢḣḤḥḦḧḨḩḪḫẖħĦ'
    when 'i' then 'ÌÍÎÏìíîïĨĩĪīĬĭĮįİǏǐȈȉȊȋḬḭḮḯỈỉỊịı'
    when 'j' then 'Ĵĵǰ'
    when 'k' then 'ĶķǨǩḰḱḲḳḴḵ'
    when 'l' then 'ĹĺĻļĽľḶḷḸḹḺḻḼḽłŁ'
    when 'm' then 'ḾḿṀṁṂṃ'
    when 'n' then 'ÑñŃńŅņŇňǸǹṄṅṆṇṈṉṊṋ'
    when 'o' then 'ÒÓÔÕÖòóôõöŌōŎŏŐőƠơǑǒǪǫǬǭȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợøØ'
    when 'p' then 'ṔṕṖṗ'
    when 'r' then 'ŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟ'
    when 's' then 'ŚśŜŝŞşŠšȘșṠṡṢṣṤṥṦṧṨṩ'
    when 't' then 'ŢţŤťȚțṪṫṬṭṮṯṰṱẗ'
    when 'u' then 'ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự'
    when 'v' then 'ṼṽṾṿ'
    when 'w' then 'ŴŵẀẁẂẃẄẅẆẇẈẉẘ'
    when 'x' then 'ẊẋẌẍ'
    when 'y' then 'ÝýÿŶŷŸȲȳẎẏẙỲỳỴỵỶỷỸỹ'
    when 'z' then 'ŹźŻżŽžẐẑẒẓẔẕ'
end;
comment on function ingest.list_accented(text) is 'Return a Latin letter as it is written with accents; null where it has none.';

create or replace function ingest.spell_word(analyzer text, word text) returns text
language plpgsql immutable parallel safe strict as $$
declare
    marks constant text := '[' || ingest.word_marks() || ']*';
    -- A last ha may be a ta marbuta, which opens before an ending.
    is_open constant boolean := analyzer = 'arabic' and right(word, 1) = 'ه';
    stem constant text := case when is_open then left(word, -1) else word end;
    spelled text;
begin
    if stem ~ '^[ء-ي]*$' then
        spelled := regexp_replace(stem, '(.)', '\1' || marks, 'g');
    else
        select string_agg(
            case
                when letter ~ '[0-9]' then format('[%s%s%s]', letter, chr(1632 + letter::int), chr(1776 + letter::int))
                when letter = 'σ' then '[σς]'
                when letter in ('ํ', 'ໍ') then letter || '?' -- NFKC parts ำ and ຳ.
                when letter in ('า', 'າ') then concat('[', letter, chr(ascii(letter) + 1), ']')
                when upper(letter) <> letter
                    then concat('[', letter, upper(letter), case when analyzer = 'folded' then ingest.list_accented(letter) end, ']')
                else letter
            end
            || case
                when letter ~ '[0-9]' and place < length(word) and (length(word) - place) % 3 = 0 then '[,\u066c]?'
                else marks
            end,
            '' order by place
        )
        into spelled
        from string_to_table(stem, null) with ordinality as letters (letter, place);
    end if;
    return ingest.spell_alike(spelled)
        || case
            when is_open then '(?:ا' || marks || 'ت|ت' || marks || 'ي|[هةھہۀۂۃەت])' || marks
            else ''
        end;
end
$$;

create or replace function ingest.make_patterns(analyzer text, query text) returns text[]
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
            select string_agg(ingest.spell_forms(analyzer, word, analyzer = 'arabic' and cardinality(words) = 1), ('[^' || ingest.word_letters() || ']*') order by place)
            from unnest(words) with ordinality as listed (word, place)
        );
    end loop;
    return ingest.take_patterns(patterns);
end
$$;
