"""The SQL of ``sql/queries``, one statement a file, and what shapes rows for it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from psycopg2 import extensions

from warraq.settings import PROJECT

FOLDER = PROJECT / "sql" / "queries"


@cache
def read_query(name: str) -> str:
    """Return the statement kept in ``sql/queries/<name>.sql``, with psycopg2's ``%(name)s`` for parameters."""
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def read_rows(cursor: extensions.cursor) -> Iterator[dict[str, Any]]:
    """Yield the rows a statement returned, each by the names of its columns."""
    names = [column.name for column in cursor.description or ()]
    for row in cursor:
        yield dict(zip(names, row, strict=True))


def transpose(names: Sequence[str], rows: Iterable[Sequence[object]]) -> dict[str, list[object]]:
    """Return the rows as one list a column, as ``unnest`` takes them."""
    columns: dict[str, list[object]] = {name: [] for name in names}
    for row in rows:
        for name, value in zip(names, row, strict=True):
            columns[name].append(value)
    return columns
