select source_id from news.sources order by source_id
