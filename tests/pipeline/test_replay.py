"""What was set aside comes back: tested again from raw, or let through by a person."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from warraq import cli, store
from warraq.errors import UsageError
from warraq.pipeline.plan import plan_replay
from warraq.pipeline.replay import read_choice, replay_quarantine
from warraq.settings import PROJECT
from warraq.store import read_balance

OPEN = "select quarantine_id, url, stage, reason, times, status from news.quarantine where status = 'open' order by url"


def replay(press: Any, run_id: str, **chosen: Any) -> store.Replayed:
    with press.open() as edge:
        back = replay_quarantine(edge, run_id=run_id, chosen=store.Aside(**chosen))
        assert set(read_balance(edge.connection).values()) <= {0}
    return back


def test_what_fails_again_stays_aside_and_is_counted(press: Any) -> None:
    press.ingest("ingest_news/1")
    before = press.select(OPEN)
    on_disk = [row for row in before if row["stage"] != "fetch"]

    back = replay(press, "replay/1")

    assert (back.on_disk, back.to_fetch) == (len(on_disk), len(before) - len(on_disk))
    assert back.on_disk >= 5
    after = {row["url"]: row for row in press.select(OPEN)}
    assert [after[row["url"]]["times"] for row in on_disk] == [2] * len(on_disk)
    assert press.select("select count(*) from news.changes_since(0) where kind = 'revised'")[0]["count"] == 0


def test_a_replay_killed_before_its_publish_goes_on_and_done_again_takes_nothing(press: Any) -> None:
    press.ingest("ingest_news/1")
    with press.open() as edge:
        store.open_run(edge.connection, run_id="replay/1", now=edge.clock(), lanes={}, is_historical=False)
        store.replay_pages(edge.connection, store.Aside(), run_id="replay/1", now=edge.clock(), limit=2)

    press.ingest("ingest_news/2")

    assert {row["count"] for row in press.select("select count(*) from ingest.frontier where state = 'fetched'")} == {0}
    assert replay(press, "replay/2").on_disk >= 5
    assert replay(press, "replay/2").on_disk == 0


def test_items_of_a_source_whose_file_was_removed_stay_and_keep_no_other_from_being_tested(
    press: Any, tmp_path: Path
) -> None:
    press.environ["WARRAQ_SOURCES"] = str(shutil.copytree(PROJECT / "dags" / "sources", tmp_path / "sources"))
    press.ingest("ingest_news/1")
    (tmp_path / "sources" / "newsroom-almidan.yaml").unlink()
    press.environ["WARRAQ_ONLY"] = "newsroom-warsha newsroom-harbourpost"

    back = replay(press, "replay/1")

    assert "newsroom-almidan" not in back.source_ids
    assert back.on_disk > 0
    times = press.select("select times from news.quarantine where source_id = 'newsroom-almidan' and stage = 'clean'")
    assert {row["times"] for row in times} == {1}
    assert press.select("select 1 from ingest.frontier where state = 'fetched'") == []
    with pytest.raises(UsageError, match="no source 'newsroom-almidan' in"):
        replay(press, "replay/2", source_ids=["newsroom-almidan"])


def test_what_an_older_cleaner_refused_is_loaded_and_healed(press: Any) -> None:
    """The page of a good story is on disk, and set aside: as if the cleaner had found nothing in it then."""
    press.ingest("ingest_news/1")
    article = press.select("select url, headline from news.articles where source_id = 'newsroom-almidan' limit 1")[0]
    forget(press, article["url"])

    back = replay(press, "replay/1", source_ids=["newsroom-almidan"], reason="no_article")

    assert (back.on_disk, back.source_ids) == (1, ("newsroom-almidan",))
    assert press.select("select headline from news.articles where url = %s", [article["url"]]) == [
        {"headline": article["headline"]}
    ]
    assert press.select("select status from news.quarantine where url = %s", [article["url"]]) == [{"status": "healed"}]


def forget(press: Any, url: str) -> None:
    """Unmake an article, and set its page aside as one that holds none."""
    with press.open() as edge, edge.connection, edge.connection.cursor() as cursor:
        cursor.execute("delete from ingest.article where url = %s", [url])
        cursor.execute(
            """
            insert into ingest.quarantine (
                url_key, page_key, source_id, url, stage, reason, reasons, observed, dropped, is_historical, run_id,
                warc_file, warc_offset, payload_sha256, first_seen_at, recorded_at
            )
            select
                url_key, url_key, source_id, url, 'clean', 'no_article', '{nothing}', '[]', '[]', false, run_id,
                warc_file, warc_offset, payload_sha256, now(), now()
            from ingest.frontier where url = %s
            """,
            [url],
        )


def find_failed(press: Any) -> dict[str, Any]:
    press.ingest("ingest_news/1")
    (item,) = [row for row in press.select(OPEN) if row["stage"] == "gate"]
    return dict(item)


def test_a_person_lets_an_item_through_and_it_is_recorded(
    press: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    item = find_failed(press)
    for name, value in press.environ.items():
        monkeypatch.setenv(name, value)

    number = str(item["quarantine_id"])
    assert cli.main(["quarantine", "release", number, "--because", "a flash is short", "--by", "the desk"]) == 0

    assert "1" in capsys.readouterr().out
    assert press.select("select revision from news.articles where url = %s", [item["url"]]) == [{"revision": 1}]
    assert press.select("select status, released_by, because from news.quarantine where url = %s", [item["url"]]) == [
        {"status": "released", "released_by": "the desk", "because": "a flash is short"}
    ]
    (warnings,) = press.select("select warnings from ingest.revision where url = %s", [item["url"]])
    assert len(warnings["warnings"]) >= 1
    with press.open() as edge:
        assert set(read_balance(edge.connection).values()) <= {0}

    assert cli.main(["quarantine", "release", number, "--because", "again"]) == 3
    assert f"item {number} is released already" in capsys.readouterr().err


def test_a_page_without_a_record_cannot_be_released(
    press: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    press.ingest("ingest_news/1")
    item = next(row for row in press.select(OPEN) if row["stage"] == "clean")
    for name, value in press.environ.items():
        monkeypatch.setenv(name, value)

    assert cli.main(["quarantine", "release", str(item["quarantine_id"]), "--because", "x"]) == 3
    assert "holds no record that could be loaded" in capsys.readouterr().err
    assert cli.main(["quarantine", "release", "999999", "--because", "x"]) == 3
    assert "no item 999999 in quarantine" in capsys.readouterr().err
    assert cli.main(["quarantine", "replay", "--reason", "nothing-like-it"]) == 0
    assert capsys.readouterr().out == "Nothing that was chosen is set aside.\n"


def test_a_run_of_the_dag_cleans_anew_what_another_cleaner_made(press: Any) -> None:
    press.ingest("ingest_news/1")
    with press.open() as edge, edge.connection, edge.connection.cursor() as cursor:
        cursor.execute(
            "update ingest.article set cleaner_version = '0', body = 'old' where source_id = 'newsroom-warsha'"
        )
        stale = cursor.rowcount

    with press.open() as edge:
        choice = read_choice({"what": "articles"})
        lanes = plan_replay(edge, run_id="replay/1", choice=choice, source_id="newsroom-warsha")
        counts = press.finish(edge, "replay/1", lanes)["newsroom-warsha"]

    assert stale > 0
    assert counts.discovered >= stale
    assert counts.quarantined + counts.loaded == 0


@pytest.mark.parametrize(
    ("params", "says"),
    [
        ({"what": "everything"}, "what is 'everything'"),
        ({"what": "articles", "since": "2026-11-01"}, "is no time with a zone"),
        ({"until": "soon"}, "'soon' is no time"),
    ],
)
def test_a_choice_that_cannot_be_meant_is_refused_by_name(params: dict[str, str | None], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        read_choice(params)
