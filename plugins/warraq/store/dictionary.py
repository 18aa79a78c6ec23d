"""The data dictionary, written from the comments in the database: ``python -m warraq.store.dictionary``.

A test holds docs/reference/tables.md equal to what this makes of a migrated database.
"""

import sys
import tempfile
from itertools import groupby
from pathlib import Path

from warraq.settings import PROJECT
from warraq.store import embedded
from warraq.store.connection import Connection, connect
from warraq.store.migrations import migrate
from warraq.store.queries import read_query

PAGE = PROJECT / "docs" / "reference" / "tables.md"
INTRODUCTION = """\
# Tables

Made from the comments in the database by `.venv/bin/python -m warraq.store.dictionary`; a test keeps the two equal.

Readers use schema `news` only, as role `warraq_reader` (`warraq_ops` for `news.quarantine`). It is a contract,
version 1: columns are added freely, renamed or dropped only with a new version and a year's overlap. Everything else
lies in schema `ingest`, and no promise is made about it. Times are `timestamptz`, text is UTF-8, `null` means that the
publisher did not say.
"""


def write_page(connection: Connection) -> str:
    """Return the page: every view and function of ``news`` with its columns, then the tables of ``ingest``."""
    with connection, connection.cursor() as cursor:
        cursor.execute(read_query("dictionary_columns"))
        columns = cursor.fetchall()
        cursor.execute(read_query("dictionary_functions"))
        functions = cursor.fetchall()
        cursor.execute(read_query("dictionary_tables"))
        tables = cursor.fetchall()
    views = [
        f"\n## {name}\n\n{comment}\n\n| column | type | meaning |\n|---|---|---|\n"
        + "".join(f"| {column} | {kind} | {escape(meaning)} |\n" for _, _, column, kind, meaning in rows)
        for (name, comment), rows in groupby(columns, key=lambda row: row[:2])
    ]
    calls = [f"\n## {name}\n\n{comment}\n\nReturns `{returned}`.\n" for name, comment, returned in functions]
    inside = ["\n## Inside: schema ingest\n\n| table | holds |\n|---|---|\n"]
    inside += [f"| {name} | {escape(comment)} |\n" for name, comment in tables]
    return "".join([INTRODUCTION, *views, *calls, *inside])


def escape(text: str) -> str:
    """Return the text as a cell of a table takes it."""
    return text.replace("|", "\\|")


def main() -> None:
    """Write the page from a database made for it."""
    with tempfile.TemporaryDirectory(prefix="warraq-dictionary-") as name:
        folder = Path(name)
        try:
            dsn = embedded.start(folder)
            migrate(dsn, PROJECT / "sql" / "migrations")
            connection = connect(dsn)
            PAGE.write_text(write_page(connection), encoding="utf-8")
            connection.close()
        finally:
            embedded.stop(folder)
    sys.stdout.write(f"{PAGE}\n")


if __name__ == "__main__":
    main()
