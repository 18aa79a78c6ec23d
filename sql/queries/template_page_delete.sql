delete from ingest.template_page where learned_at < %(now)s::timestamptz - interval '60 days'
