"""What was removed on request is nowhere any more, and does not come back by any road."""

import gzip
import itertools
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from warraq import store
from warraq.errors import UsageError
from warraq.fetch import client
from warraq.model import HttpResponse
from warraq.pipeline.load import load_archives
from warraq.pipeline.maintenance import erase_purged as keep_house
from warraq.pipeline.purging import erase_purged, purge
from warraq.pipeline.replay import replay_quarantine

WHY = {"purged_by": "ليلى", "because": "a court said so"}
ARTICLE = """
    select article_id, url, headline, body from news.articles
    where source_id = 'newsroom-almidan' and body is not null order by article_id limit 1
"""
TABLES = """
    select relname from pg_class join pg_namespace as space on space.oid = relnamespace
    where nspname = 'ingest' and relkind in ('r', 'p') order by relname
"""
SAID = "select (to_jsonb(t) - 'dropped')::text as said from ingest.{} as t"


def remove(press: Any, sought: str, run_id: str = "purge/1") -> store.Purged:
    with press.open() as edge:
        return purge(edge, sought, run_id=run_id, **WHY)


def erase(press: Any) -> tuple[int, tuple[str, ...]]:
    with press.open() as edge:
        erased = erase_purged(edge)
    return erased.pages, erased.left


def find_in_tables(press: Any, *words: str) -> set[str]:
    """Return the tables where one of the words stands; what was dropped of other pages, their teasers, is left out."""
    found = set()
    for row in press.select(TABLES):
        rows = press.select(SAID.format(row["relname"]))
        if any(word in said["said"] for said in rows for word in words):
            found.add(row["relname"])
    return found


def find_raw(press: Any, word: str) -> list[str]:
    """Return the WARCs whose records hold the word."""
    folder = Path(press.environ["WARRAQ_VAR"]) / "raw"
    return [
        path.name for path in sorted(folder.rglob("*.warc.gz")) if word.encode() in gzip.decompress(path.read_bytes())
    ]


def assert_balanced(press: Any) -> None:
    with press.open() as edge:
        assert set(store.read_balance(edge.connection).values()) == {0}


def test_an_article_is_removed_from_tables_search_and_raw_pages_and_readers_hear_of_it(press: Any) -> None:
    press.ingest("ingest_news/1")
    article = press.select(ARTICLE)[0]
    said = article["body"].split("\n")[0]
    assert find_in_tables(press, article["url"], said) >= {"article", "article_url", "fetch", "frontier", "revision"}
    (warc,) = find_raw(press, article["url"].rsplit("/", 1)[-1])[:1]

    purged = remove(press, str(article["article_id"]))

    assert purged.article_ids == (article["article_id"],)
    assert find_in_tables(press, article["url"], said) == set()
    assert press.select("select * from news.search(%s)", [f'"{article["headline"]}"']) == []
    assert press.select(
        "select kind, change_class from news.changes_since(0) where article_id = %s order by change_id desc limit 1",
        [article["article_id"]],
    ) == [{"kind": "removed", "change_class": "purged"}]
    assert press.select("select purged_by, because, run_id from ingest.purge") == [
        {**WHY, "run_id": "purge/1"} for _ in range(purged.addresses)
    ]
    assert erase(press) == (purged.pages, ())
    assert warc not in find_raw(press, f"GET /{article['url'].split('/', 3)[3]}")
    assert find_raw(press, said) == []
    assert erase(press) == (0, ())
    assert_balanced(press)


def test_copies_that_differ_in_bytes_alone_are_erased_too(press: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    make, number = client.make_response, itertools.count()

    def make_other(*what: Any) -> HttpResponse:
        made = make(*what)
        return replace(made, body=made.body + b"<!-- %d -->" % next(number), gzip_body=None)

    monkeypatch.setattr(client, "make_response", make_other)
    monkeypatch.setattr(client, "write_validators", lambda *_: ())
    press.ingest("ingest_news/1")
    for run in (2, 3):
        press.now += timedelta(minutes=35)
        press.select("update ingest.frontier set refetch_at = now() where refetch_at is not null returning 1")
        press.ingest(f"ingest_news/{run}")
    article = press.select(ARTICLE)[0]
    said = article["body"].split("\n")[0]
    copies = find_raw(press, said)
    assert len(copies) == 3

    remove(press, str(article["article_id"]))
    erase(press)

    assert find_raw(press, said) == []
    assert find_in_tables(press, article["url"], said) == set()
    assert_balanced(press)


def test_what_was_removed_does_not_come_back_by_feed_archive_or_replay(press: Any, tmp_path: Path) -> None:
    press.ingest("ingest_news/1")
    article = press.select(ARTICLE)[0]
    before = press.select("select count(*) from news.articles")[0]["count"]
    folder = Path(press.environ["WARRAQ_VAR"]) / "raw"
    kept = tmp_path / "kept"
    kept.mkdir()
    for path in folder.rglob("*.warc.gz"):
        (kept / path.name).write_bytes(path.read_bytes())
    remove(press, article["url"])
    erase(press)

    press.now += timedelta(hours=2)
    press.ingest("ingest_news/2")
    with press.open() as edge:
        load_archives(edge, run_id="load/1", paths=[kept], source_id=None)
        replay_quarantine(edge, run_id="replay/1", chosen=store.Aside())

    assert press.select("select * from news.articles where url = %s", [article["url"]]) == []
    assert press.select("select count(*) from news.articles")[0]["count"] >= before - 1
    assert find_in_tables(press, article["url"]) == set()
    erase(press)
    assert find_raw(press, article["body"].split("\n")[0]) == []
    assert_balanced(press)


def test_a_page_on_its_way_is_removed_too_and_counts_as_rejected(press: Any) -> None:
    press.ingest("ingest_news/1")
    article = press.select(ARTICLE)[0]
    with press.open() as edge:
        with edge.connection, edge.connection.cursor() as cursor:
            cursor.execute("update ingest.article set cleaner_version = 'old' where url = %s", [article["url"]])
        chosen = store.Kept(source_ids=["newsroom-almidan"], cleaner_version="new")
        store.open_run(edge.connection, run_id="replay/1", now=edge.clock(), lanes={}, is_historical=False)
        back = store.replay_pages(edge.connection, chosen, run_id="replay/1", now=edge.clock(), limit=1_000)
    assert back.on_disk > 1

    remove(press, article["url"])

    assert press.select("select rejected from ingest.ledger where run_id = 'purge/1'") == [{"rejected": 1}]
    press.ingest("ingest_news/2")
    assert find_in_tables(press, article["url"]) == set()
    assert_balanced(press)


def test_a_page_in_a_file_that_is_being_written_is_erased_once_it_is_whole(press: Any) -> None:
    press.ingest("ingest_news/1")
    article = press.select(ARTICLE)[0]
    name = press.select("select warc_file from ingest.article where url = %s", [article["url"]])[0]["warc_file"]
    path = Path(press.environ["WARRAQ_VAR"]) / "raw" / name
    path.rename(f"{path}.open")
    remove(press, article["url"])

    assert f"{name} is still being written" in erase(press)[1]
    with press.open() as edge, pytest.raises(UsageError, match=r"not erased yet: .* is still being written"):
        keep_house(edge)
    path.with_name(f"{path.name}.open").rename(path)
    with press.open() as edge:
        assert keep_house(edge) >= 1
    assert find_raw(press, article["body"].split("\n")[0]) == []


def test_a_page_whose_raw_file_is_gone_fails_no_night_and_is_erased_should_the_file_come_back(
    press: Any, tmp_path: Path
) -> None:
    press.ingest("ingest_news/1")
    article = press.select(ARTICLE)[0]
    name = press.select("select warc_file from ingest.article where url = %s", [article["url"]])[0]["warc_file"]
    path = Path(press.environ["WARRAQ_VAR"]) / "raw" / name
    away = path.rename(tmp_path / "away")
    remove(press, article["url"])

    with press.open() as edge:
        assert name in erase_purged(edge).gone
        keep_house(edge)
    away.rename(path)
    with press.open() as edge:
        assert keep_house(edge) >= 1
        assert erase_purged(edge).gone == ()
    assert find_raw(press, article["body"].split("\n")[0]) == []


def test_a_raw_file_that_cannot_be_written_is_named(press: Any, tmp_path: Path) -> None:
    press.ingest("ingest_news/1")
    article = press.select(ARTICLE)[0]
    name = press.select("select warc_file from ingest.article where url = %s", [article["url"]])[0]["warc_file"]
    path = Path(press.environ["WARRAQ_VAR"]) / "raw" / name
    path.rename(tmp_path / "away")
    path.mkdir()
    remove(press, article["url"])

    assert f"{name} cannot be written over (Is a directory)" in erase(press)[1]


def test_of_what_is_not_kept_nothing_is_removed(press: Any) -> None:
    press.ingest("ingest_news/1")
    for sought in ("999999", "https://nobody.example/1", "no address"):
        with pytest.raises(UsageError, match=f"nothing is kept of {sought}"):
            remove(press, sought)
    assert press.select("select count(*) from ingest.purge") == [{"count": 0}]
