-- A line of dashes is no query, and a word behind many is one: websearch_to_tsquery takes each for a word to be missing,
-- one in another, and fails at thirty-two.

create or replace function ingest.prepare_query(query text) returns text
language sql immutable parallel safe strict
return (
    select string_agg(
        case when is_excluded then '-' else '' end
        || case when is_quoted or words ~ '[[:space:]]' then concat('"', words, '"') else ltrim(words, '-') end,
        ' ' order by place
    )
    from ingest.list_items(query)
    cross join lateral ingest.prepare_stems(typed) as words
    where words ~ '[[:alnum:]]'
);
