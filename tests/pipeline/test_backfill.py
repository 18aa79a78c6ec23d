"""Backfills: the days of an interval, the same road, the same tables, marked historical."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from warraq.model import Outcome
from warraq.pipeline.plan import list_days

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
MIDNIGHT = datetime(2026, 11, 20, tzinfo=UTC)


def test_a_fortnight_brings_every_story_of_those_days_once_and_again_nothing(press: Any) -> None:
    start, end = MIDNIGHT - timedelta(days=14), MIDNIGHT + timedelta(days=1)

    press.backfill("backfill_archive/1", start, end)

    rows = press.select("select urls, is_historical from news.articles")
    stories = {truth.url for truth in press.newsroom.truth() if truth.outcome in {Outcome.LOADED, Outcome.DUPLICATE}}
    found = [url for row in rows for url in row["urls"]]
    waiting = {row["url"] for row in press.select("select url from ingest.frontier where state <> 'done'")}
    assert sorted(found) == sorted(stories)
    assert {row["is_historical"] for row in rows} == {True}
    assert len(waiting) == 1  # The page that always answers 500.

    before = press.select("select * from ingest.revision order by article_id, revision")
    press.backfill("backfill_archive/2", start, end)
    assert press.select("select * from ingest.revision order by article_id, revision") == before


def test_a_backfill_leaves_live_articles_as_they_are(press: Any) -> None:
    press.ingest("ingest_news/1")
    live = press.select("select * from news.articles order by article_id")

    press.backfill("backfill_archive/1", MIDNIGHT - timedelta(days=14), MIDNIGHT + timedelta(days=1))

    after = press.select("select * from news.articles where not is_historical order by article_id")
    assert [row["url"] for row in after] == [row["url"] for row in live]
    assert [row["revision"] for row in after] == [row["revision"] for row in live]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param(None, None, (date(2026, 11, 22),), id="no interval, as by hand: yesterday"),
        pytest.param(NOW, NOW, (date(2026, 11, 22),), id="an empty interval: yesterday"),
        pytest.param(MIDNIGHT, MIDNIGHT + timedelta(days=1), (date(2026, 11, 20),), id="a day"),
        pytest.param(
            MIDNIGHT,
            MIDNIGHT + timedelta(days=1, seconds=1),
            (date(2026, 11, 20), date(2026, 11, 21)),
            id="a second of the next day",
        ),
    ],
)
def test_the_days_of_an_interval(start: datetime | None, end: datetime | None, expected: tuple[date, ...]) -> None:
    assert list_days(start, end, NOW) == expected
