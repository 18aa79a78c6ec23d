-- A query is asked in every language the articles have, and is empty in some: PostgreSQL says so in a NOTICE each, seven
-- of them for two Arabic words, before the rows. That is nothing the reader can mend.
alter function news.search(text, text, timestamptz, timestamptz, text, integer) set client_min_messages to warning;
