"""What is done every night."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from warraq.errors import UsageError
from warraq.pipeline.maintenance import check_health, check_ledger, renew_articles, tend_partitions

PARTITIONS = "select relname from pg_class where relispartition and relkind = 'r' and relname ~ 'y[0-9]{4}m' order by 1"


def test_months_beyond_retention_are_dropped_and_those_ahead_are_there(press: Any) -> None:
    press.ingest("ingest_news/1")
    with press.open() as edge, edge.connection, edge.connection.cursor() as cursor:
        cursor.execute("select ingest.make_partitions('2020-01-15')")
    with press.open() as edge:
        dropped = tend_partitions(edge)
        assert tend_partitions(edge) == ()
    assert dropped == tuple(f"{table}_y2020m{month}" for table in ("change", "fetch") for month in ("01", "02", "03"))
    names = [row["relname"] for row in press.select(PARTITIONS)]
    assert "revision_y2020m01" in names
    ahead = datetime.now(UTC).replace(day=1) + timedelta(days=62)
    assert f"change_y{ahead:%Y}m{ahead:%m}" in names


def test_what_an_earlier_version_signed_is_signed_anew(press: Any) -> None:
    press.ingest("ingest_news/1")
    with press.open() as edge, edge.connection, edge.connection.cursor() as cursor:
        cursor.execute("update ingest.signature set signature_version = '2.1'")
    signed = press.select("select count(*) as number from ingest.signature")[0]["number"]

    with press.open() as edge:
        renewed = [renew_articles(edge), renew_articles(edge)]

    assert signed > 0
    assert [one.signed for one in renewed] == [signed, 0]
    assert press.select("select count(*) as number from ingest.signature where signature_version = '2.2'") == [
        {"number": signed}
    ]


def test_a_ledger_that_does_not_balance_is_named(press: Any) -> None:
    press.ingest("ingest_news/1")
    with press.open() as edge:
        assert check_ledger(edge) == 3
        with edge.connection, edge.connection.cursor() as cursor:
            cursor.execute("update ingest.ledger set loaded = loaded + 2 where source_id = 'newsroom-almidan'")
        with pytest.raises(UsageError, match="does not balance: newsroom-almidan by -"):
            check_ledger(edge)


@pytest.mark.parametrize(
    "what",
    [
        pytest.param("update ingest.ledger set hour = hour - interval '25 hours'", id="its last article is old"),
        pytest.param("delete from ingest.ledger", id="it never had one"),
    ],
)
def test_a_source_that_fell_silent_is_named(press: Any, what: str) -> None:
    press.ingest("ingest_news/1")
    with press.open() as edge:
        with edge.connection, edge.connection.cursor() as cursor:
            cursor.execute("update ingest.run set opened_at = opened_at - interval '25 hours'")
            cursor.execute(f"{what} where source_id = 'newsroom-warsha'")
        with pytest.raises(UsageError, match=r"nothing new for a day of: newsroom-warsha \(last article: [^()]*\)\. "):
            check_health(edge)


def test_only_sources_that_runs_take_can_fall_silent(press: Any) -> None:
    press.ingest("ingest_news/1")
    with press.open() as edge:
        with edge.connection, edge.connection.cursor() as cursor:
            cursor.execute("update ingest.run set opened_at = opened_at - interval '25 hours'")
        # WARRAQ_ONLY names three; the catalogue enables others, of which nothing ever came.
        assert check_health(edge) == 3
        assert any(source.is_enabled for source in edge.sources.values())


def test_no_source_is_silent_before_live_news_ran_for_a_day(press: Any) -> None:
    press.environ["WARRAQ_ONLY"] = ""
    with press.open() as edge:
        nothing_ran = check_health(edge)
    press.environ["WARRAQ_ONLY"] = "newsroom-almidan"
    press.ingest("ingest_news/1")
    press.environ["WARRAQ_ONLY"] = ""

    with press.open() as edge:
        ran_today = check_health(edge)

    assert nothing_ran == ran_today > 3
