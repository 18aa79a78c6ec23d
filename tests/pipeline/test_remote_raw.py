"""With ``WARRAQ_RAW`` at an address the road is the same: pages go up, come back, and are erased there."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from warraq.pipeline.cleaning import clean_lane
from warraq.pipeline.filling import fill_lane
from warraq.pipeline.load import load_archives
from warraq.pipeline.maintenance import trim_raw
from warraq.pipeline.publishing import close_run, judge_staged, publish_run
from warraq.pipeline.purging import erase_purged, purge


@pytest.fixture
def far(press: Any, tmp_path: Path) -> Path:
    press.environ["WARRAQ_RAW"] = f"file://{tmp_path}/far/"
    return tmp_path / "far"


def test_pages_are_cleaned_from_the_address_where_the_folder_has_them_not(press: Any, far: Path) -> None:
    with press.open() as edge:
        lanes = [fill_lane(edge, run_id="ingest_news/1", lane=lane) for lane in press.plan(edge, "ingest_news/1")]
        shutil.rmtree(Path(press.environ["WARRAQ_VAR"]) / "raw")  # As on another machine.
        for lane in lanes:
            clean_lane(edge, run_id="ingest_news/1", lane=lane)
        judge_staged(edge, run_id="ingest_news/1")
        publish_run(edge, run_id="ingest_news/1")
        close_run(edge, run_id="ingest_news/1")

    assert len(list(far.rglob("*.warc.gz"))) == len(lanes)
    assert press.select("select count(*) as n from news.articles") == [{"n": 51}]
    assert press.select("select 1 from news.quarantine where reason = 'unreadable'") == []


def test_what_is_loaded_from_files_goes_to_the_address_too(press: Any, far: Path, write_dump_file: Any) -> None:
    with press.open() as edge:
        load_archives(edge, run_id="load/1", paths=[write_dump_file()], source_id=None)

    kept = {row["warc_file"] for row in press.select("select warc_file from ingest.revision")}
    assert kept == {str(path.relative_to(far)) for path in far.rglob("*.warc.gz")}


def test_a_purged_page_is_erased_at_the_address(press: Any, far: Path) -> None:
    press.ingest("ingest_news/1")
    (row,) = press.select("select article_id, warc_file from ingest.revision order by article_id limit 1")
    before = (far / row["warc_file"]).read_bytes()
    shutil.rmtree(Path(press.environ["WARRAQ_VAR"]) / "raw")

    with press.open() as edge:
        purge(edge, str(row["article_id"]), purged_by="a person", because="asked", run_id="purge/1")
        erased = erase_purged(edge)

    after = (far / row["warc_file"]).read_bytes()
    assert (erased.pages > 0, erased.left) == (True, ())
    assert len(after) == len(before)
    assert after != before


def test_local_copies_are_trimmed_only_where_there_is_an_address(press: Any) -> None:
    press.ingest("ingest_news/1")
    with press.open() as edge:
        assert trim_raw(edge) == 0
