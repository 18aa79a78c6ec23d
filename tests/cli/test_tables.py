"""What a run says it came to is true of what it left."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from warraq.cli.tables import FailingFeed, describe_kept, describe_run, make_console, print_counts, print_run
from warraq.model import RunCounts
from warraq.settings import Settings

QUIET = RunCounts(
    source_id="nile",
    discovered=0,
    fetched=0,
    loaded=0,
    revised=0,
    unchanged=0,
    duplicate=0,
    quarantined=0,
    rejected=0,
    waiting=0,
)
DEAF = FailingFeed(url="https://n.example/feed", reason="timed_out: no answer")


@pytest.mark.parametrize(
    ("counts", "failing", "expected"),
    [
        pytest.param([QUIET], [], ["Nothing new: every article was here already"], id="nothing new"),
        pytest.param(
            [replace(QUIET, unchanged=2, duplicate=1)], [], ["Nothing new: every article was here already"], id="seen"
        ),
        pytest.param(
            [replace(QUIET, loaded=3), replace(QUIET, revised=1)], [], ["4 articles loaded or revised"], id="new"
        ),
        pytest.param([replace(QUIET, rejected=1)], [], ["No article loaded or revised"], id="rejected"),
        pytest.param(
            [replace(QUIET, waiting=1)],
            [],
            ["No article loaded or revised", "1 page waits for the next attempt"],
            id="one waits",
        ),
        pytest.param(
            [replace(QUIET, loaded=1, waiting=2)],
            [DEAF],
            [
                "1 article loaded or revised",
                "2 pages wait for the next attempt",
                "1 feed could not be read: https://n.example/feed (timed_out: no answer)",
            ],
            id="all at once",
        ),
    ],
)
def test_a_run_says_what_is_new_and_what_is_owed(
    counts: list[RunCounts], failing: list[FailingFeed], expected: list[str]
) -> None:
    assert describe_run(counts, failing) == expected


def test_a_run_that_asked_no_feed_does_not_say_that_nothing_is_new() -> None:
    due = [datetime(2026, 11, 28, 16, 29, 5, tzinfo=UTC), datetime(2026, 11, 28, 16, 28, tzinfo=UTC)]

    assert describe_run([QUIET], [], due) == [
        "No article loaded or revised",
        "2 feeds were asked shortly before and not again: the next is due at 2026-11-28 16:28:00 UTC",
    ]
    assert describe_run([replace(QUIET, loaded=1)], [], due[:1]) == [
        "1 article loaded or revised",
        "1 feed was asked shortly before and not again: the next is due at 2026-11-28 16:29:05 UTC",
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, "the database, the raw pages, the logs", id="all under var"),
        pytest.param({"dsn": "postgresql://db.example/news"}, "the raw pages, the logs", id="a server of one's own"),
        pytest.param({"dsn_file": "/run/dsn", "raw": "s3://bucket/raw"}, "the logs", id="an address for raw pages"),
    ],
)
def test_a_run_says_what_is_kept_under_var(changes: dict[str, str], expected: str) -> None:
    assert describe_kept(Settings.model_validate(changes)) == expected


def test_a_narrow_terminal_is_told_in_words_and_whole_names(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    console = make_console()

    print_run(console, [QUIET, replace(QUIET, source_id="newsroom-harbourpost", discovered=18, loaded=16, waiting=2)])
    print_counts(console, ("address", "times"), [("https://harbourpost.example/" + "long-" * 20, 1)])

    said = capsys.readouterr().out
    nile, harbour, sums = said.splitlines()[1:4]
    assert nile == "nile  nothing"
    assert harbour == "newsroom-harbourpost  discovered 18, loaded 16, waiting 2"
    assert sums.startswith("all  discovered 18, fetched 0, loaded 16, revised 0, unchanged 0, ")
    assert "…" not in said


def test_a_row_stays_on_its_line_where_no_terminal_is(capsys: pytest.CaptureFixture[str]) -> None:
    address = "https://harbourpost.example/" + "long-" * 60

    print_counts(make_console(), ("what", "address", "times"), [("the text is garbled " * 5, address, 1)])

    (row,) = [line for line in capsys.readouterr().out.splitlines() if "harbourpost" in line]
    assert row.split()[-2:] == [address, "1"]


def test_square_brackets_of_a_publisher_are_printed_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    print_counts(make_console(), ("source", "feeds"), [("[red]nile[/red] [/b]", 2)])

    assert "[red]nile[/red] [/b]" in capsys.readouterr().out
