"""Files kept under var/ survive a kill at any moment: whole or absent, never empty for ever."""

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from warraq.cli.kept import keep_secret, read_kept, write_kept
from warraq.cli.newsstand import PressState, go_on, read_state, stand_still, write_state
from warraq.errors import UsageError
from warraq.newsroom import Newsroom

EPOCH = datetime(2026, 11, 20, 9, tzinfo=UTC)


def test_a_secret_is_its_owners_alone_and_stays_the_same(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "api.secret"

    first, second = keep_secret(path), keep_secret(path)

    assert first == second
    assert len(first) == 43
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["api.secret"]


def test_a_secret_that_a_kill_left_empty_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "api.secret"
    path.touch()

    made = keep_secret(path)

    assert len(made) == 43


def test_a_write_that_fails_leaves_the_file_of_before(tmp_path: Path) -> None:
    path = tmp_path / "state"
    write_kept(path, "before")

    with pytest.raises(UnicodeEncodeError):
        write_kept(path, "half \ud800")

    assert read_kept(path) == "before"
    assert [file.name for file in tmp_path.iterdir()] == ["state"]


@pytest.mark.parametrize("content", [b"", b"\n"])
def test_a_state_of_the_newsroom_that_says_nothing_begins_anew(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "newsroom.json"
    path.write_bytes(content)

    state = read_state(path)

    assert state.rate == 0.0
    assert state.epoch == state.clock == read_state(path).epoch


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"epoch": 5}', b"\xff"])
def test_a_state_of_the_newsroom_that_is_none_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "newsroom.json"
    path.write_bytes(content)

    with pytest.raises(UsageError, match=r"newsroom\.json: is n.* remove it"):
        read_state(path)


def test_what_came_out_while_the_newsroom_was_live_is_served_when_its_clock_stands(tmp_path: Path) -> None:
    path = tmp_path / "newsroom.json"
    # It runs by the real clock: from a fixed day on, every day that passes would bring 43,200 articles more.
    epoch = datetime.now(UTC) - timedelta(minutes=10)
    write_state(path, PressState(epoch=epoch, clock=epoch, rate=0.0))
    live, tick = go_on(path, rate=30.0)
    noted = tick()
    with Newsroom(epoch=live.epoch, clock=lambda: noted, articles_per_minute=live.rate) as newsroom:
        out = {article.url for article in newsroom.truth()}

    still, clock = stand_still(path)

    with Newsroom(epoch=still.epoch, clock=clock, articles_per_minute=still.rate) as newsroom:
        assert {article.url for article in newsroom.truth()} == out
    assert (still.rate, clock()) == (30.0, noted)


def test_the_newsroom_goes_on_at_its_last_rate_unless_told_another(tmp_path: Path) -> None:
    path = tmp_path / "newsroom.json"
    write_state(path, PressState(epoch=EPOCH, clock=EPOCH, rate=0.0))

    first, tick = go_on(path, rate=None)
    tick()
    faster, tick = go_on(path, rate=7.0)
    tick()
    again, _ = go_on(path, rate=None)

    assert [first.rate, faster.rate, again.rate] == [2.0, 7.0, 7.0]
