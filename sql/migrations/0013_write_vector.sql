-- What an article is found under, for inserts and updates alike.
create function ingest.write_vector(staged ingest.stage, keeps_text boolean) returns tsvector
language sql stable
return case
    when staged.search_head is null then
        ingest.make_vector(
            staged.language, staged.headline, staged.standfirst, staged.byline, case when keeps_text then staged.body end
        )
    else concat_ws(' ', staged.search_head, case when keeps_text then staged.search_body end)::tsvector
end;
comment on function ingest.write_vector(ingest.stage, boolean) is
    'Return the search vector of a staged record; its body counts only where it may be kept.';
