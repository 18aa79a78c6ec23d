"""When a feed is asked next, as a function of its past."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.discover.freshness import read_freshness
from warraq.discover.schedule import (
    Bounds,
    choose_interval,
    choose_next_poll,
    choose_retry,
    leave_out_hours,
    make_bounds,
    note_change,
)

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
BOUNDS = make_bounds(240, 3_600)

minutes = st.integers(min_value=0, max_value=100_000)
bounds = st.builds(make_bounds, st.integers(0, 10_000), st.integers(1, 10_000))
keys = st.text(max_size=30)


@st.composite
def changes(draw: st.DrawFn) -> tuple[datetime, ...]:
    """Up to eight changes before now, oldest first."""
    return tuple(sorted(NOW - timedelta(minutes=ago) for ago in draw(st.lists(minutes, max_size=8))))


def ago(*minutes: int) -> tuple[datetime, ...]:
    return tuple(NOW - timedelta(minutes=number) for number in minutes)


@pytest.mark.parametrize(
    ("changed_at", "minutes"),
    [
        pytest.param((), 4, id="never_read"),
        pytest.param(ago(0), 4, id="read_once"),
        pytest.param(ago(60), 30, id="quiet_for_an_hour"),
        pytest.param(ago(60, 40, 20, 0), 10, id="every_twenty_minutes"),
        pytest.param(ago(6, 4, 2, 0), 4, id="faster_than_we_may_ask"),
        pytest.param(ago(560, 540, 520, 500, 0), 10, id="back_after_a_night"),
        pytest.param(ago(540, 520, 500, 480), 60, id="asleep"),
        pytest.param(ago(4320, 2880, 1440, 0), 60, id="once_a_day"),
    ],
)
def test_the_interval_follows_how_often_the_feed_changes(changed_at: tuple[datetime, ...], minutes: int) -> None:
    assert choose_interval(changed_at, NOW, BOUNDS) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("asked", "minutes"),
    [
        pytest.param(timedelta(0), 10, id="nothing"),
        pytest.param(timedelta(minutes=5), 10, id="less_than_we_take"),
        pytest.param(timedelta(minutes=45), 45, id="more"),
        pytest.param(timedelta(days=30), 60, id="more_than_the_longest"),
    ],
)
def test_what_the_feed_asks_for_is_kept_within_the_bounds(asked: timedelta, minutes: int) -> None:
    due_at = choose_next_poll(ago(60, 40, 20, 0), NOW, BOUNDS, asked=asked)

    assert due_at == NOW + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("at", "hours", "later"),
    [
        pytest.param("12:10", (), "12:10", id="no_hours"),
        pytest.param("12:10", (12,), "13:00", id="one"),
        pytest.param("12:10", (12, 13, 14), "15:00", id="several"),
        pytest.param("12:10", (11, 13), "12:10", id="others"),
        pytest.param("12:10", tuple(range(24)), "12:10", id="all_of_them"),
    ],
)
def test_hours_to_skip_are_left_out(at: str, hours: tuple[int, ...], later: str) -> None:
    found = leave_out_hours(datetime.fromisoformat(f"2026-11-20T{at}+00:00"), hours)

    assert found == datetime.fromisoformat(f"2026-11-20T{later}+00:00")


@given(changes(), bounds, minutes, st.lists(st.integers(0, 23)))
def test_a_feed_that_answers_is_asked_within_the_bounds(
    changed_at: tuple[datetime, ...], bounds: Bounds, asked: int, skip_hours: list[int]
) -> None:
    due_at = choose_next_poll(changed_at, NOW, bounds, asked=timedelta(minutes=asked), skip_hours=skip_hours)

    assert bounds.shortest <= due_at - NOW <= bounds.longest


@given(keys, st.integers(1, 1_000), bounds)
def test_each_failure_puts_the_next_poll_off_as_far_or_further(key: str, failures: int, bounds: Bounds) -> None:
    first, second = (choose_retry(key, number, NOW, bounds) for number in (failures, failures + 1))

    assert NOW + max(bounds.shortest, timedelta(minutes=1)) <= first <= second
    assert second <= NOW + timedelta(days=1.25)


@given(keys, st.integers(1, 1_000), st.floats(0, 86_400))
def test_no_retry_comes_before_its_retry_after(key: str, failures: int, asked_seconds: float) -> None:
    due_at = choose_retry(key, failures, NOW, BOUNDS, asked_seconds=asked_seconds)

    assert due_at >= NOW + timedelta(seconds=asked_seconds)


@given(changes(), bounds)
def test_a_feed_that_comes_back_to_life_is_asked_as_if_it_had_never_failed(
    changed_at: tuple[datetime, ...], bounds: Bounds
) -> None:
    back = note_change(changed_at, NOW)

    assert len(back) <= 8
    assert choose_next_poll(back, NOW, bounds) <= NOW + bounds.longest
    assert choose_interval(note_change((), NOW), NOW, bounds) == bounds.shortest


def test_feeds_that_fail_together_do_not_come_back_together() -> None:
    waits = {choose_retry(f"https://n.example/{number}", 6, NOW, BOUNDS) for number in range(100)}

    assert len(waits) == 100
    assert choose_retry("https://n.example/1", 6, NOW, BOUNDS) in waits


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        pytest.param({}, 0, id="nothing_said"),
        pytest.param({"cache-control": "public, max-age=600"}, 600, id="max_age"),
        pytest.param({"cache-control": "max-age=600", "age": "200"}, 400, id="age_used_up"),
        pytest.param({"cache-control": "max-age=600", "age": "900"}, 0, id="stale_on_arrival"),
        pytest.param({"cache-control": "s-maxage=600"}, 0, id="for_shared_caches_only"),
        pytest.param({"cache-control": "no-cache, max-age=600"}, 0, id="no_cache"),
        pytest.param({"expires": "Fri, 20 Nov 2026 12:30:00 GMT"}, 1_800, id="expires"),
        pytest.param(
            {"expires": "Fri, 20 Nov 2026 12:30:00 GMT", "date": "Fri, 20 Nov 2026 12:20:00 GMT"}, 600, id="by_its_date"
        ),
        pytest.param({"expires": "0"}, 0, id="long_ago"),
        pytest.param({"cache-control": "max-age=60", "expires": "Fri, 20 Nov 2026 13:00:00 GMT"}, 60, id="both"),
        pytest.param({"expires": f"Fri, 20 Nov {'9' * 20} 13:00:00 GMT"}, 0, id="no such year"),
        pytest.param({"expires": f"Fri, 20 Nov 2026 13:00:00 +{'9' * 20}"}, 0, id="no such zone"),
        pytest.param({"expires": "Fri, 20 Nov 2026 13:00:00 GMT", "date": f"{'9' * 20} Nov 2026"}, 3_600, id="no date"),
    ],
)
def test_an_answer_says_how_long_it_stays_fresh(headers: dict[str, str], seconds: int) -> None:
    assert read_freshness(headers.get, NOW) == timedelta(seconds=seconds)
