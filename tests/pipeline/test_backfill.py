"""Backfills: the days of an interval, the same road, the same tables, marked historical."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from warraq.errors import TransientError, UsageError
from warraq.model import Outcome
from warraq.pipeline.cleaning import clean_lane
from warraq.pipeline.filling import fill_lane
from warraq.pipeline.plan import list_days, plan_files
from warraq.pipeline.publishing import judge_staged, publish_run

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


def test_a_day_whose_sitemap_cannot_be_read_fails_the_lane_and_names_it(press: Any) -> None:
    press.newsroom.stop()

    with pytest.raises(TransientError, match=r"not every day was read: http://\S+/2026/11/20\.xml \(.+\)"):
        press.backfill("backfill_archive/1", MIDNIGHT, MIDNIGHT + timedelta(days=1))


def test_an_unreadable_file_fails_its_lane_once_the_good_ones_are_staged(
    press: Any, write_dump_file: Any, tmp_path: Path
) -> None:
    bad = tmp_path / "issue.pdf"
    bad.write_bytes(b"%PDF")

    with press.open() as edge:
        lanes = plan_files(edge, run_id="backfill_archive/1", files=[str(bad), str(write_dump_file())], source_id=None)
        filled = [fill_lane(edge, run_id="backfill_archive/1", lane=lane) for lane in lanes]
        failing, sound = sorted(filled, key=lambda lane: not lane["unread"])
        with pytest.raises(UsageError, match=r"issue\.pdf: not a format warraq reads"):
            clean_lane(edge, run_id="backfill_archive/1", lane=failing)
        clean_lane(edge, run_id="backfill_archive/1", lane=sound)
        judge_staged(edge, run_id="backfill_archive/1")
        publish_run(edge, run_id="backfill_archive/1")

    assert len(press.select("select * from news.articles")) == 3
