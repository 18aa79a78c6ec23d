-- Publishers whose pages changed: today they yield fewer articles, or fewer with a date, a writer or a picture, than this month.
select
    source_id,
    yield_day,
    yield_month,
    dated_day,
    dated_month,
    bylined_day,
    bylined_month,
    illustrated_day,
    illustrated_month
from news.source_health
where
    yield_day < yield_month - 0.2
    or dated_day < dated_month - 0.2
    or bylined_day < bylined_month - 0.2
    or illustrated_day < illustrated_month - 0.2
order by source_id;
