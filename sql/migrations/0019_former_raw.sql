-- Where pages lay in the raw store before: a page is written anew whenever its bytes changed, though its text did not,
-- and a removal on request must find every copy.
create table ingest.former_raw (
    url_key bytea not null check (octet_length(url_key) = 32),
    warc_file text not null,
    warc_offset bigint not null,
    primary key (url_key, warc_file, warc_offset)
);
comment on table ingest.former_raw is 'Raw copies of pages that the frontier does not point at: older ones, and ones that came too late.';

create function ingest.keep_former_raw() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
    insert into ingest.former_raw (url_key, warc_file, warc_offset)
    values (old.url_key, old.warc_file, old.warc_offset)
    on conflict do nothing;
    return null;
end
$$;
comment on function ingest.keep_former_raw() is 'Keep the place of a raw copy that gives way to another.';

create trigger keep_former_raw
after update of warc_file, warc_offset on ingest.frontier
for each row
when (
    old.warc_file is not null
    and new.warc_file is not null
    and (old.warc_file, old.warc_offset) is distinct from (new.warc_file, new.warc_offset)
)
execute function ingest.keep_former_raw();

create or replace function ingest.purge_pages(keys bytea[], purged_by text, because text, run_id text, at timestamptz)
returns jsonb
language plpgsql security definer set search_path = pg_catalog as $$
declare
    articles bigint[];
    every bytea[];
    others bytea[]; -- pages of other articles that hold it too
    kin jsonb;
    open jsonb;
    places bigint;
begin
    articles := array(
        select article.article_id from ingest.article where article.url_key = any (keys)
        union
        select address.article_id from ingest.article_url as address where address.url_key = any (keys)
    );
    every := array(
        select unnest(keys)
        union
        select article.url_key from ingest.article where article.article_id = any (articles)
        union
        select address.url_key from ingest.article_url as address where address.article_id = any (articles)
    );
    others := array(
        select page.page_key from ingest.article_page as page where page.article_id = any (articles)
    );
    insert into ingest.erasure (warc_file, warc_offset, ordered_at)
    select raw.warc_file, raw.warc_offset, at
    from (
        select text.warc_file, text.warc_offset
        from ingest.revision as text
        where
            text.article_id = any (articles)
            or text.article_id in (select article.article_id from ingest.article where article.url_key = any (others))
        union
        select page.warc_file, page.warc_offset from ingest.frontier as page where page.url_key = any (every || others)
        union
        select former.warc_file, former.warc_offset
        from ingest.former_raw as former
        where former.url_key = any (every || others)
        union
        select aside.warc_file, aside.warc_offset from ingest.quarantine as aside where aside.url_key = any (every)
        union
        select staged.warc_file, staged.warc_offset from ingest.stage as staged where staged.url_key = any (every)
    ) as raw
    where raw.warc_file is not null
    on conflict (warc_file, warc_offset) do nothing;
    get diagnostics places = row_count;
    kin := (
        select jsonb_agg(other.article_id order by other.article_id)
        from (
            select pair.high_id as article_id from ingest.near_duplicate as pair where pair.low_id = any (articles)
            union
            select pair.low_id from ingest.near_duplicate as pair where pair.high_id = any (articles)
        ) as other
        where other.article_id <> all (articles)
    );
    insert into ingest.purge (url_key, purged_at, purged_by, because, run_id)
    select unnest(every), at, purge_pages.purged_by, purge_pages.because, purge_pages.run_id
    on conflict (url_key) do nothing;
    with gone as (
        delete from ingest.frontier as page where page.url_key = any (every)
        returning page.source_id, page.is_historical, page.state
    )
    select jsonb_agg(jsonb_build_array(gone.source_id, gone.is_historical)) into open from gone where gone.state <> 'done';
    delete from ingest.former_raw as former where former.url_key = any (every);
    delete from ingest.quarantine as aside where aside.url_key = any (every);
    delete from ingest.release as released where released.url_key = any (every);
    delete from ingest.fetch as fetched where fetched.url_key = any (every);
    delete from ingest.stage as staged where staged.url_key = any (every) or staged.page_key = any (every);
    delete from ingest.stage_rejection as rejected where rejected.page_key = any (every);
    insert into ingest.change (
        change_id, recorded_at, kind, article_id, revision, change_class, source_id, is_historical, run_id
    )
    select
        nextval('ingest.change_number'), at, 'removed', gone.article_id, gone.revision, 'purged', gone.source_id,
        gone.is_historical, purge_pages.run_id
    from (
        select article.* from ingest.article where article.article_id = any (articles) order by article.article_id
    ) as gone;
    delete from ingest.revision as text where text.article_id = any (articles);
    delete from ingest.article where article.article_id = any (articles);
    return jsonb_build_object(
        'articles', to_jsonb(articles),
        'addresses', cardinality(every),
        'places', places,
        'kin', coalesce(kin, '[]'),
        'open', coalesce(open, '[]')
    );
end
$$;
