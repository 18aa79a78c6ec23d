insert into ingest.migration (name, sha256) values (%(name)s, %(sha256)s)
