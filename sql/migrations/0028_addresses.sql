-- An article by its address: `= any (urls)` makes the addresses of every article before it compares one. Addresses may be
-- longer than a B-tree takes, and are only ever asked for whole: a hash.

create index article_address on ingest.article using hash (url);
create index article_url_address on ingest.article_url using hash (url);

create view news.addresses as
select
    known.url,
    known.article_id,
    known.source_id,
    known.first_seen_at
from ingest.article_url as known;
comment on view news.addresses is
    'Every address of every article, one row each: urls of news.articles the other way round, and the way from an address to its article.';
comment on column news.addresses.url is 'The address; urn:warraq:… for an article that came without one.';
comment on column news.addresses.article_id is 'The article: see news.articles.';
comment on column news.addresses.source_id is 'The publisher at this address: see news.sources.';
comment on column news.addresses.first_seen_at is 'When this database first held the article under this address.';
