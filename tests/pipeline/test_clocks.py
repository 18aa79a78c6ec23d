"""A clock that was ahead for a run, and was set right since, keeps no news waiting until its time has come."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from warraq.store import find_last_run

SOURCE = "newsroom-harbourpost"


def test_a_clock_that_was_ahead_for_a_run_keeps_no_news_waiting(press: Any) -> None:
    press.environ["WARRAQ_ONLY"] = SOURCE
    with press.open() as edge:
        ahead = replace(edge, clock=lambda: edge.clock() + timedelta(days=1))
        press.finish(ahead, "ingest_news/1", press.plan(ahead, "ingest_news/1"))
    press.now += timedelta(minutes=35)

    counts = press.ingest("ingest_news/2")

    assert counts[SOURCE].revised == 1
    (row,) = press.select(
        "select count(*) from ingest.feed where checked_at > now() or next_check_at > now() + '1 day'"
    )
    assert row["count"] == 0
    (row,) = press.select("select count(*) from ingest.robots where fetched_at > now()")
    assert row["count"] == 0


def test_a_run_of_a_clock_that_was_ahead_is_not_the_last_one_for_long(press: Any) -> None:
    press.environ["WARRAQ_ONLY"] = SOURCE
    with press.open() as edge:
        press.plan(replace(edge, clock=lambda: edge.clock() + timedelta(days=400)), "ingest_news/1")
        only = find_last_run(edge.connection, dag_id="ingest_news")
        press.plan(edge, "ingest_news/2")

        last = find_last_run(edge.connection, dag_id="ingest_news")

    assert (only, last) == ("ingest_news/1", "ingest_news/2")
