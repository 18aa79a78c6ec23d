-- Near duplicates: wire copies and re-publications, found as they arrive. Signatures are made in plugins/warraq/text.

alter table ingest.stage
    add column signature integer[],
    add column bands bigint[],
    add column signature_version text;
comment on column ingest.stage.signature is '128 numbers of MinHash; null where the text is too short to compare.';
comment on column ingest.stage.bands is 'Hashes of six numbers in a row: two texts that share one are compared.';

create table ingest.signature (
    article_id bigint primary key references ingest.article on delete cascade,
    signature integer[] not null check (cardinality(signature) = 128),
    bands bigint[] not null,
    signature_version text not null
);
comment on table ingest.signature is 'What stands for each article''s text when near duplicates are sought: its MinHash.';
create index signature_bands on ingest.signature using gin (bands) with (fastupdate = off);

create table ingest.near_duplicate (
    low_id bigint not null references ingest.article on delete cascade,
    high_id bigint not null references ingest.article on delete cascade,
    similarity real not null check (similarity between 0 and 1),
    found_at timestamptz not null,
    primary key (low_id, high_id),
    check (low_id < high_id)
);
comment on table ingest.near_duplicate is 'Pairs of articles whose texts are alike, each once; which came first is told by the view.';
create index near_duplicate_high on ingest.near_duplicate (high_id);

create function ingest.compare_signatures(one integer[], other integer[]) returns real
language sql immutable parallel safe strict
return (
    select (count(*) filter (where mine = theirs))::real / count(*) from unnest(one, other) as pair (mine, theirs)
);
comment on function ingest.compare_signatures(integer[], integer[]) is
    'Return the share of runs of three words that two texts have in common, as their signatures tell it.';

-- A planner that has not seen the table yet would read all of it for every article.
create function ingest.list_candidates(sought bigint[]) returns setof ingest.signature
language sql stable parallel safe set enable_seqscan = off
as $$
    select * from ingest.signature where bands && sought limit 100
$$;
comment on function ingest.list_candidates(bigint[]) is
    'Return the signatures that share a band, a hundred at most: a text that everybody prints must not make the work quadratic.';

create view news.near_duplicates as
select
    later.article_id,
    earlier.article_id as earlier_article_id,
    pair.similarity,
    later.source_id,
    earlier.source_id as earlier_source_id,
    coalesce(later.published_at, later.first_seen_at) as published_at,
    coalesce(earlier.published_at, earlier.first_seen_at) as earlier_published_at,
    pair.found_at
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
    'Pairs of articles whose texts are alike: wire copies and re-publications. Equal texts are one article, not a pair.';
comment on column news.near_duplicates.article_id is 'The article that came later: see news.articles.';
comment on column news.near_duplicates.earlier_article_id is 'The article that came first.';
comment on column news.near_duplicates.similarity is
    'Share of the runs of three words that the two texts have in common, 0.7 to 1, estimated by MinHash to about 0.04.';
comment on column news.near_duplicates.source_id is 'The publisher of the later one.';
comment on column news.near_duplicates.earlier_source_id is 'The publisher of the first one.';
comment on column news.near_duplicates.published_at is 'When the later one was published, else first seen.';
comment on column news.near_duplicates.earlier_published_at is 'When the first one was published, else first seen.';
comment on column news.near_duplicates.found_at is 'When the pair was found.';
