-- A replay takes so many pages; the next goes on where it ended, though most of them were unchanged.
alter table ingest.frontier add column replayed_by text;
comment on column ingest.frontier.replayed_by is
    'The cleaner that it was last brought back for, by a replay of articles; null where by none.';
