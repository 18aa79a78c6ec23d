-- A word's letters are spelled in one pass where it is of Arabic letters alone: fifty a query are, and each cost as much as a search in a small table.

create function ingest.spell_alike(pattern text) returns text
language sql immutable parallel safe strict
return replace(replace(replace(replace(replace(replace(replace(replace(replace(
    pattern,
    'ا', '[اأإآٱ]'),
    'ي', '[يىیےې]'),
    'ك', '[كکگڪ]'),
    'ه', '[هةھہۀۂۃە]'),
    'ء', '[ءؤئ]'),
    'ب', '[بپ]'),
    'ج', '[جچ]'),
    'ز', '[زژ]'),
    'ف', '[فڤ]');
comment on function ingest.spell_alike(text) is
    'Return a regular expression with each folded Arabic letter as any of those that are folded to it.';

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
                when upper(letter) <> letter then concat('[', letter, upper(letter), ']')
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
