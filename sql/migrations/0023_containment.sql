-- Near duplicates, also those of which one is a part of the other; pages of one template, told apart by their numbers.

alter table ingest.stage add column runs integer, add column figures integer[];
comment on column ingest.stage.bands is 'Hashes of four numbers in a row: two texts that share one are compared.';
comment on column ingest.stage.runs is 'How many different runs of three words the text has.';
comment on column ingest.stage.figures is 'The different numbers the text is written with in digits, a hundred at most.';

-- Null in signatures of an earlier version, which no other is compared with until they are made anew.
alter table ingest.signature add column runs integer, add column figures integer[];
create index signature_of_version on ingest.signature (signature_version, article_id);
-- The bands of a whole publish go into the index together, sorted, before they are looked for.
alter index ingest.signature_bands set (fastupdate = on, gin_pending_list_limit = 65536);

alter table ingest.near_duplicate
    add column containment real check (containment between 0 and 1);

create function ingest.flush_signatures() returns void
language sql security definer
set search_path = pg_catalog, pg_temp
set maintenance_work_mem = '256MB'
as $$
    select gin_clean_pending_list('ingest.signature_bands'::regclass);
$$;
comment on function ingest.flush_signatures() is
    'Put the bands that were written into their index, at once: what is looked for next would read them one by one.';

-- The most alike come first: of ten thousand pages of one template it is today's that a copy of today's is compared with.
-- Kept apart (offset 0), or the planner goes back through all articles, the newest first, for a thousand that never come.
create or replace function ingest.list_candidates(sought bigint[]) returns setof ingest.signature
language sql stable parallel safe set enable_seqscan = off
as $$
    select newest.*
    from (
        select *
        from (select * from ingest.signature where bands && sought offset 0) as found
        order by article_id desc
        limit 1000
    ) as newest
    order by
        (select count(*) from unnest(newest.bands, sought) as pair (mine, theirs) where mine = theirs) desc,
        newest.article_id
    limit 100
$$;
comment on function ingest.list_candidates(bigint[]) is
    'Return of the newest thousand signatures that share a band the hundred that share most, the first articles before later ones: a text that everybody prints must not make the work quadratic.';

create function ingest.share_figures(one integer[], other integer[]) returns boolean
language sql immutable parallel safe
return
    case
        when least(cardinality(one), cardinality(other)) = 0 then true
        when least(cardinality(one), cardinality(other)) < 3 then one && other
    end
    or (select count(*) from unnest(one) as figure where figure = any (other))
        >= 0.6 * least(cardinality(one), cardinality(other));
comment on function ingest.share_figures(integer[], integer[]) is
    'Tell whether two texts may be copies by their numbers: false where each has some and they share none, or has three or more and they share under 0.6 of the fewer, as two days'' pages of one template do.';

create function ingest.compare_texts(one ingest.signature, other ingest.signature)
returns table (similarity real, containment real)
language sql immutable parallel safe
as $$
    select pair.similarity, pair.containment
    from (
        select
            alike.similarity,
            least(
                1, alike.similarity * (one.runs + other.runs) / (1 + alike.similarity) / least(one.runs, other.runs)
            )::real as containment
        from (select ingest.compare_signatures(one.signature, other.signature)) as alike (similarity)
    ) as pair
    where
        one.signature_version = other.signature_version
        and least(one.runs, other.runs) >= 0.4 * greatest(one.runs, other.runs)
        and pair.containment >= 0.75
        and (pair.similarity >= 0.7 or least(one.runs, other.runs) >= 40)
        and ingest.share_figures(one.figures, other.figures)
$$;
comment on function ingest.compare_texts(ingest.signature, ingest.signature) is
    'Return how alike two texts are, or no row where they are no pair: a pair has three quarters of the shorter text''s runs in the longer, of which it is 0.4 at least, and shares its numbers; of under forty runs, 0.7 of all runs.';

-- 0.7 of all runs in common are more than three quarters of the shorter text's: what was a pair by likeness alone still is.
create or replace view news.near_duplicates as
select
    later.article_id,
    earlier.article_id as earlier_article_id,
    pair.similarity,
    later.source_id,
    earlier.source_id as earlier_source_id,
    coalesce(later.published_at, later.first_seen_at) as published_at,
    coalesce(earlier.published_at, earlier.first_seen_at) as earlier_published_at,
    pair.found_at,
    pair.containment
from ingest.near_duplicate as pair
join ingest.article as low on low.article_id = pair.low_id
join ingest.article as high on high.article_id = pair.high_id
cross join lateral (
    select (coalesce(low.published_at, low.first_seen_at), low.article_id)
        <= (coalesce(high.published_at, high.first_seen_at), high.article_id) as is_low_first
) as told
cross join lateral (select (case when is_low_first then high else low end).*) as later
cross join lateral (select (case when is_low_first then low else high end).*) as earlier;
comment on view news.near_duplicates is
    'Pairs of articles whose texts are alike, or of which one is a part of the other: wire copies and re-publications. Equal texts are one article, not a pair.';
comment on column news.near_duplicates.similarity is
    'Share of all the runs of three words of either that the two texts have in common, estimated by MinHash to about 0.04.';
comment on column news.near_duplicates.containment is
    'Share of the shorter text''s runs that stand in the longer one too, 0.75 to 1, estimated by similarity and length; null for a pair that an earlier version found.';
