"""What is done every night."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from warraq.errors import UsageError
from warraq.pipeline.maintenance import check_health, check_ledger, renew_signatures, tend_partitions

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
        renewed = [renew_signatures(edge), renew_signatures(edge)]

    assert signed > 0
    assert renewed == [signed, 0]
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


def test_an_enabled_source_that_fell_silent_is_named(press: Any) -> None:
    press.ingest("ingest_news/1")
    with press.open() as edge:
        with edge.connection, edge.connection.cursor() as cursor:
            cursor.execute("update ingest.source set is_enabled = source_id in ('newsroom-almidan', 'aawsat')")
        with pytest.raises(UsageError, match=r"nothing new for a day of: aawsat \(last article: never"):
            check_health(edge)
