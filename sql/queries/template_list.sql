-- Only what stands on enough pages to matter: five at least.
select template.source_id, template.pages as page_count, block.fingerprint, block.pages
from ingest.template
join ingest.template_block as block using (source_id)
where template.source_id = any (%(source_ids)s::text[]) and block.pages >= 5
order by template.source_id, block.fingerprint
