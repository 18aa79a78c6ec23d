-- Before the first migration: where yoyo's tables and our own record of what is applied lie.
do $$
begin
    create schema if not exists ingest;
    create table if not exists ingest.migration (
        name text primary key,
        sha256 text not null,
        applied_at timestamptz not null default now()
    );
    comment on schema ingest is 'How news is made. No promise is made about it: read schema news.';
    comment on table ingest.migration is 'The migrations applied, with the SHA-256 of the file each was read from.';
    comment on column ingest.migration.name is 'The file''s name without .sql.';
    comment on column ingest.migration.sha256 is 'SHA-256 of the file, in hexadecimal.';
    comment on column ingest.migration.applied_at is 'When, on the server''s clock.';
end
$$
