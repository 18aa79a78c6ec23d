"""COPY: many rows into a table at the speed of a stream."""

import io
import json
from collections.abc import Iterable, Sequence
from datetime import datetime

from warraq.store.connection import Cursor
from warraq.store.queries import read_query

# COPY's text format gives these a meaning (PostgreSQL 18, "File Formats").
ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\b": "\\b", "\f": "\\f", "\v": "\\v"})


def copy_rows(cursor: Cursor, query: str, rows: Iterable[Sequence[object]]) -> None:
    """Stream the rows into the ``COPY … FROM STDIN`` kept as ``query``.

    Raises ``UnicodeEncodeError`` or psycopg2's ``DataError`` on text Postgres cannot hold; then no row is written.
    """
    lines = "".join("\t".join(encode(value) for value in row) + "\n" for row in rows)
    cursor.copy_expert(read_query(query), io.BytesIO(lines.encode()))


def encode(value: object) -> str:
    """Return the value as COPY's text format writes it; a tuple is an array, a list or dict is JSON."""
    if value is None:
        return r"\N"
    if isinstance(value, bool):
        return "t" if value else "f"
    return spell(value).translate(ESCAPES)


def spell(value: object) -> str:
    """Return the value as Postgres reads its type."""
    match value:
        case bytes():
            return f"\\x{value.hex()}"
        case datetime():
            return value.isoformat()
        case tuple():
            return (
                "{"
                + ",".join(quote(spell(item)) if isinstance(item, str | bytes) else str(item) for item in value)
                + "}"
            )
        case list() | dict():
            return json.dumps(value, ensure_ascii=False)
        case _:
            return str(value)


def quote(item: str) -> str:
    """Return one element of an array's text form."""
    escaped = item.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
