"""The whole road in one process: a newsroom over HTTP in, rows in Postgres out."""

import os
from collections.abc import Callable
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from warraq.archive.reader import read_warc
from warraq.errors import GateError, TransientError, UsageError
from warraq.model import ArchivedPage
from warraq.newsroom import TrueArticle
from warraq.pipeline.cleaning import clean_lane
from warraq.pipeline.filling import fill_lane
from warraq.pipeline.load import load_archives
from warraq.pipeline.plan import plan_run
from warraq.pipeline.publishing import close_run, judge_staged, publish_run
from warraq.store import list_failing_feeds, read_balance

FIELDS = ("headline", "standfirst", "dateline", "published_at", "language", "section", "body")
SEED = Path(__file__).resolve().parents[3] / "shared" / "seed"


def expect_row(truth: TrueArticle) -> dict[str, Any]:
    """What news.articles should hold of a story."""
    return {
        **{name: getattr(truth, name) for name in FIELDS},
        "byline": list(truth.byline),
        "tags": list(truth.tags),
        "images": [asdict(image) for image in truth.images],
    }


def test_every_story_of_the_newsroom_reaches_the_tables_word_for_word(press: Any) -> None:
    press.ingest("ingest_news/1")

    rows = {row["url"]: row for row in press.select("select * from news.articles")}
    stories = {
        truth.url: expect_row(truth)
        for truth in press.newsroom.truth()
        if truth.outcome == "loaded" and truth.url in rows
    }
    assert len(stories) == 50
    assert {url: {name: rows[url][name] for name in row} for url, row in stories.items()} == stories


def test_a_page_that_holds_no_sound_story_is_set_aside_with_its_reason(press: Any) -> None:
    press.ingest("ingest_news/1")

    aside = {row["url"]: row["reason"] for row in press.select("select url, reason from news.quarantine")}
    wrong = {
        truth.url: aside.get(truth.url)
        for truth in press.newsroom.truth()
        if truth.outcome in {"rejected", "quarantined"}
        and truth.url in {row["url"] for row in press.select("select url from ingest.frontier where state = 'done'")}
        and aside.get(truth.url) not in truth.reasons
    }
    assert wrong == {}


def test_a_second_run_loads_nothing_new_and_asks_conditionally(press: Any) -> None:
    press.ingest("ingest_news/1")
    pages = press.newsroom.requests.total()

    counts = press.ingest("ingest_news/2")

    assert {(row.discovered, row.fetched, row.loaded, row.revised) for row in counts.values()} <= {(0, 0, 0, 0)}
    assert press.newsroom.requests.total() - pages == 6  # Of each site: the feed, the news sitemap.


def test_the_ledger_balances_and_every_row_has_its_raw_page(press: Any) -> None:
    press.ingest("ingest_news/1")

    with press.open() as edge:
        assert set(read_balance(edge.connection).values()) == {0}
    raw = Path(press.environ["WARRAQ_VAR"]) / "raw"
    pages = [page for path in raw.iterdir() for page in read_warc(path, folder=raw) if isinstance(page, ArchivedPage)]
    kept = {(page.location.warc_file, page.location.warc_offset) for page in pages}
    rows = press.select("select warc_file, warc_offset from ingest.revision")
    assert rows
    assert {(row["warc_file"], row["warc_offset"]) for row in rows} <= kept


def test_a_correction_published_later_is_a_revision_of_the_same_article(press: Any) -> None:
    press.ingest("ingest_news/1")
    press.now += timedelta(minutes=35)

    counts = press.ingest("ingest_news/2")

    assert {source_id: row.revised for source_id, row in counts.items()} == {
        "newsroom-almidan": 1,
        "newsroom-harbourpost": 1,
        "newsroom-warsha": 1,
    }
    classes = press.select("select source_id, change_class from news.revisions where revision = 2 order by source_id")
    assert [dict(row) for row in classes] == [
        {"source_id": "newsroom-almidan", "change_class": "typo"},
        {"source_id": "newsroom-harbourpost", "change_class": "headline"},
        {"source_id": "newsroom-warsha", "change_class": "correction"},
    ]


def test_a_story_under_two_addresses_is_one_article(press: Any) -> None:
    press.ingest("ingest_news/1")

    (twin,) = [truth for truth in press.newsroom.truth() if truth.same_as]
    (row,) = press.select("select url, urls from news.articles where %s = any(urls)", [twin.url])
    assert sorted(row["urls"]) == sorted([twin.url, twin.same_as])


def test_a_missing_suite_stops_the_run_before_anything_is_fetched(press: Any, tmp_path: Path) -> None:
    press.environ["WARRAQ_EXPECTATIONS"] = str(tmp_path)

    with pytest.raises(GateError, match=r"articles\.json"):
        press.ingest("ingest_news/1")

    assert press.newsroom.requests.total() == 0
    assert press.select("select * from ingest.frontier") == []


def load(press: Any, path: Path, run_id: str) -> None:
    with press.open() as edge:
        assert load_archives(edge, run_id=run_id, paths=[path], source_id=None) == ()


def test_a_dump_loaded_twice_changes_nothing(press: Any, write_dump_file: Callable[[], Path]) -> None:
    path = write_dump_file()
    load(press, path, "load/1")
    before = press.select("select * from news.articles order by article_id")

    load(press, path, "load/2")

    assert len(before) == 3
    assert press.select("select * from news.articles order by article_id") == before
    assert len(press.select("select * from news.revisions")) == 3


@pytest.mark.skipif(not SEED.exists(), reason="the seed dump lies beside the project, not in it")
def test_the_seed_becomes_exactly_its_two_articles(press: Any) -> None:
    import json  # noqa: PLC0415 -- Only where the seed is.

    truth = json.loads((SEED / "truth.json").read_text(encoding="utf-8"))
    load(press, SEED / "000_716f8be78ee7226a.txt", "load/1")
    load(press, SEED / "000_716f8be78ee7226a.txt", "load/2")

    rows = press.select("select * from news.articles order by position")
    assert [{name: row[name] for name in article} for row, article in zip(rows, truth, strict=True)] == truth
    assert len(press.select("select * from news.revisions")) == 2


def test_a_run_that_was_never_planned_does_not_close_green_and_says_so(press: Any) -> None:
    with press.open() as edge:
        judge_staged(edge, run_id="ingest_news/1")
        publish_run(edge, run_id="ingest_news/1")

        with pytest.raises(UsageError, match=r"^the plan, the gate or the publishing of run ingest_news/1 failed"):
            close_run(edge, run_id="ingest_news/1")


def test_a_run_whose_lane_or_gate_failed_does_not_close_green(press: Any) -> None:
    with press.open() as edge:
        (planned, *_) = plan_run(edge, run_id="ingest_news/1")

        parts = "lane 0, lane 1, the plan, the gate or the publishing"
        with pytest.raises(UsageError, match=rf"^{parts} of run ingest_news/1 failed"):
            close_run(edge, run_id="ingest_news/1")

        clean_lane(edge, run_id="ingest_news/1", lane=planned)
        publish_run(edge, run_id="ingest_news/1")
        with pytest.raises(UsageError, match=r"^lane 1 of run ingest_news/1 failed"):
            close_run(edge, run_id="ingest_news/1")


def test_a_raw_store_that_is_not_mounted_costs_no_page(press: Any) -> None:
    raw = Path(press.environ["WARRAQ_VAR"]) / "raw"
    with press.open() as edge:
        (lane, *_) = [
            fill_lane(edge, run_id="ingest_news/1", lane=planned) for planned in plan_run(edge, run_id="ingest_news/1")
        ]
        raw.rename(raw.with_name("elsewhere"))

        with pytest.raises(TransientError, match="no WARC in"):
            clean_lane(edge, run_id="ingest_news/1", lane=lane)

    assert press.select("select * from ingest.frontier where state = 'done'") == []


def cut_short(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def put_a_folder_in_its_place(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("harm", [Path.unlink, cut_short, put_a_folder_in_its_place])
def test_live_pages_whose_raw_file_is_lost_before_they_are_cleaned_are_fetched_again(
    press: Any, harm: Callable[[Path], None]
) -> None:
    press.environ["WARRAQ_ONLY"] = "newsroom-harbourpost"
    with press.open() as edge:
        (lane,) = [
            fill_lane(edge, run_id="ingest_news/1", lane=planned) for planned in plan_run(edge, run_id="ingest_news/1")
        ]
        (raw,) = edge.settings.raw_folder.glob("*.warc.gz")
        (raw.parent / "others.warc.gz").touch()
        harm(raw)
        clean_lane(edge, run_id="ingest_news/1", lane=lane)
        judge_staged(edge, run_id="ingest_news/1")
        publish_run(edge, run_id="ingest_news/1")
    lost = press.select("select count(*) from news.quarantine where reason = 'unreadable' and status = 'open'")

    press.ingest("ingest_news/2")

    assert lost[0]["count"] > 0
    assert press.select("select 1 from news.quarantine where reason = 'unreadable' and status = 'open'") == []
    (row,) = press.select("select count(*) from news.articles")
    assert row["count"] == 16
    with press.open() as edge:
        assert set(read_balance(edge.connection).values()) == {0}


def test_a_page_that_is_lost_again_and_again_is_given_up(press: Any) -> None:
    press.environ["WARRAQ_ONLY"] = "newsroom-harbourpost"
    waiting = []
    for number in range(5):
        run_id = f"ingest_news/{number}"
        with press.open() as edge:
            (lane,) = [fill_lane(edge, run_id=run_id, lane=planned) for planned in plan_run(edge, run_id=run_id)]
            for raw in edge.settings.raw_folder.glob("*.warc.gz"):
                raw.write_bytes(b"")
            clean_lane(edge, run_id=run_id, lane=lane)
            publish_run(edge, run_id=run_id)
        (row,) = press.select("select count(*) from ingest.frontier where state = 'waiting' and attempts = 0")
        waiting.append(row["count"] > 0)

    assert waiting == [True, True, True, False, False]
    with press.open() as edge:
        assert set(read_balance(edge.connection).values()) == {0}


def test_a_feed_that_fails_is_named_with_its_reason(press: Any) -> None:
    press.newsroom.stop()

    press.ingest("ingest_news/1")

    with press.open() as edge:
        failing = list_failing_feeds(edge.connection, source_ids=["newsroom-almidan"])
    assert {(source_id, failures) for source_id, _, failures, _ in failing} == {("newsroom-almidan", 1)}
    assert {remark.split(":")[0] for *_, remark in failing} == {"connect"}


def test_a_correction_that_no_feed_announces_is_found_by_looking_again(press: Any) -> None:
    press.ingest("ingest_news/1")
    press.now += timedelta(minutes=35)
    with press.open() as edge, edge.connection, edge.connection.cursor() as cursor:
        cursor.execute("update ingest.feed set next_check_at = now() + '1 hour'")
        cursor.execute("update ingest.frontier set refetch_at = now() where refetch_at is not null")

    counts = press.ingest("ingest_news/2")

    assert {source_id: row.revised for source_id, row in counts.items()} == {
        "newsroom-almidan": 1,
        "newsroom-harbourpost": 1,
        "newsroom-warsha": 1,
    }
    assert sum(row.unchanged for row in counts.values()) == 49
    (row,) = press.select("select count(*) as hits from ingest.fetch where result = 'not_modified'")
    assert row["hits"] > 0
    with press.open() as edge:
        assert set(read_balance(edge.connection).values()) == {0}
