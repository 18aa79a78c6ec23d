"""``warraq search`` over a database of its own."""

import json

import pytest
from tests.store.conftest import Desk, make_article

from warraq import cli, store


@pytest.fixture
def bridge(connection: store.Connection, dsn: str, monkeypatch: pytest.MonkeyPatch) -> Desk:
    desk = Desk(connection=connection)
    monkeypatch.setenv("WARRAQ_DSN", dsn)
    desk.open()
    desk.load("https://almidan.example/1", make_article("افتتاح [الجسر] الجديد", "بدأت حركة السير على الجسر."))
    return desk


@pytest.mark.usefixtures("bridge")
def test_search_prints_what_sql_finds(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["search", "جسر", "--language", "ar-EG", "--since", "2026-11-23", "--source", "almidan"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "افتتاح [الجسر] الجديد",
        "2026-11-23 11:00 UTC  almidan  https://almidan.example/1",
        "بدأت حركة السير على الجسر.",
        "",
    ]


def test_a_reader_searches_without_migrating(
    bridge: Desk, dsn: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    bridge.read("create role searcher login password 'r3ader'; grant warraq_reader to searcher; select 1")
    monkeypatch.setenv("WARRAQ_DSN", f"postgresql://searcher:r3ader@{dsn.partition('@')[2]}")

    endings = [cli.main(["search", "جسر", "--source", "almidan"]), cli.main(["db", "dsn"]), cli.main(["db", "migrate"])]

    bridge.read("drop role searcher; select 1")
    said = capfd.readouterr()
    assert endings == [0, 0, 3]
    assert said.out.startswith("افتتاح [الجسر] الجديد\n")
    assert "searcher may not migrate" in said.err


def test_a_login_of_ops_lists_the_quarantine_without_migrating(
    bridge: Desk, dsn: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    bridge.read("create role watcher login password 'w4tch'; grant warraq_ops to watcher; select 1")
    monkeypatch.setenv("WARRAQ_DSN", f"postgresql://watcher:w4tch@{dsn.partition('@')[2]}")

    ending = cli.main(["quarantine", "list", "--source", "almidan"])

    bridge.read("drop role watcher; select 1")
    said = capfd.readouterr()
    assert (ending, said.out, said.err) == (0, "Nothing is set aside.\n", "")


@pytest.mark.usefixtures("bridge")
def test_search_writes_json_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["search", "جسر", "--json"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    found = json.loads(line)
    assert found["snippet"] == "بدأت حركة السير على <mark>الجسر</mark>."
    assert found["published_at"] == "2026-11-23T11:00:00+00:00"
    assert (found["found_by"], found["is_cut"]) == ("words", False)


@pytest.mark.usefixtures("bridge")
def test_search_says_that_nothing_was_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["search", "[مطار]"]) == 0
    assert capsys.readouterr().out == "Nothing found for [مطار].\n"


@pytest.mark.usefixtures("bridge")
@pytest.mark.parametrize("command", [["search", "جسر"], ["quarantine", "list"], ["quarantine", "replay"]])
def test_a_source_that_the_database_has_not_is_no_empty_answer(
    capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    assert cli.main([*command, "--source", "almidam"]) == 3
    assert capsys.readouterr().err == "warraq: no source 'almidam' in the database; it has: alburj, almidan\n"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--since", "yesterday"], "'yesterday' is no time: write 2026-11-01"),
        (["--limit", "0"], "'0' is no number from 1 to 1000"),
        (["x" * 1001], "1001 characters, and 1000 are taken"),
        (["ﷺ" * 60], "1080 characters, and 1000 are taken"),
        (["ا " * 65], "65 words, and 64 are taken"),
    ],
)
def test_search_refuses_what_cannot_be_meant(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(["search", *arguments, *(["جسر"] if arguments[0].startswith("--") else [])])
    assert stopped.value.code == 2
    assert says in capsys.readouterr().err


def test_db_renew_says_how_many_articles_other_rules_had_indexed(
    bridge: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    bridge.read("update ingest.article set search_version = 1 returning 1")
    assert (cli.main(["db", "renew"]), cli.main(["db", "renew"])) == (0, 0)
    assert capsys.readouterr().out.splitlines() == [
        "articles signed anew: 0, indexed anew: 1",
        "articles signed anew: 0, indexed anew: 0",
    ]
