"""What is written about the tables is complete, and what readers are shown works."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from warraq.settings import PROJECT
from warraq.store.dictionary import PAGE, write_page

if TYPE_CHECKING:
    from tests.store.conftest import Desk, Make

EXAMPLES = sorted((PROJECT / "sql" / "examples").glob("*.sql"))
QUERIES = sorted((PROJECT / "sql" / "queries").glob("*.sql"))


def test_the_page_of_tables_is_what_the_database_says(desk: "Desk") -> None:
    assert PAGE.read_text(encoding="utf-8") == write_page(desk.connection)


def test_every_view_column_and_function_of_news_has_a_comment(desk: "Desk") -> None:
    silent = """
        select relname || '.' || coalesce(attname, '') from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and attnum > 0
        where nspname = 'news' and (col_description(c.oid, attnum) is null or obj_description(c.oid) is null)
        union all
        select proname from pg_proc p join pg_namespace n on n.oid = pronamespace
        where nspname in ('news', 'ingest') and obj_description(p.oid, 'pg_proc') is null
        union all
        select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where nspname = 'ingest' and relkind in ('r', 'p') and relname !~ 'yoyo' and obj_description(c.oid) is null
            and not (relispartition and relname !~ 'default')
    """

    assert desk.read(silent) == []


def test_equal_quantities_have_one_name_and_one_type(desk: "Desk") -> None:
    columns = """
        select attname, array_agg(distinct format_type(atttypid, atttypmod)) from pg_attribute a
        join pg_class c on c.oid = attrelid join pg_namespace n on n.oid = c.relnamespace
        where nspname in ('news', 'ingest') and relkind in ('r', 'p', 'v') and attnum > 0 and relname !~ 'yoyo'
        group by attname having count(distinct format_type(atttypid, atttypmod)) > 1
    """

    assert desk.read(columns) == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_runs_for_a_reader(desk: "Desk", make: "Make", path: Path) -> None:
    desk.open()
    desk.load("https://almidan.example/1", make.article("أول"))
    desk.wait(hours=1)
    desk.load("https://almidan.example/1", make.article("ثان", "نص آخر تماما لهذا الخبر."))
    desk.load("https://alburj.example/1", make.article("ثان", "نص آخر تماما لهذا الخبر."))
    desk.read("select set_config('role', 'warraq_reader', false)")

    with desk.connection, desk.connection.cursor() as cursor:
        cursor.execute(path.read_text(encoding="utf-8"))
        assert cursor.description


def read_example(desk: "Desk", name: str) -> list[Any]:
    """Return what an example shows."""
    return desk.read((PROJECT / "sql" / "examples" / f"{name}.sql").read_text(encoding="utf-8"))


def test_a_headline_that_changed_together_with_the_story_is_shown(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load("https://almidan.example/2", make.article("خبر لم يتغير", "نص لا يشبه غيره."))
    for headline, body in (("أول", "نص أول."), ("ثان", "نص آخر تماما لهذا الخبر."), ("ثان", "ثالث لا يشبه ما سبق.")):
        desk.load("https://almidan.example/1", make.article(headline, body))
        desk.wait(hours=1)

    assert [headlines for _, headlines in read_example(desk, "headlines_that_changed")] == [["أول", "ثان"]]


def test_a_story_under_two_addresses_of_one_publisher_is_no_story_of_several(desk: "Desk", make: "Make") -> None:
    desk.open()
    for url in ("https://almidan.example/1", "https://almidan.example/amp/1"):
        desk.load(url, make.article("خبر واحد", "نص أول لا يشبه غيره."))
    for url in ("https://almidan.example/2", "https://alburj.example/2"):
        desk.load(url, make.article("خبر مشترك", "نص ثان لا يشبه غيره."))
        desk.wait(hours=1)

    shown = [(headline, publishers) for _, headline, publishers, _ in read_example(desk, "published_first")]

    assert shown == [("خبر مشترك", ["almidan", "alburj"])]


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_a_query_is_one_statement_that_the_code_names(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    code = "".join(file.read_text(encoding="utf-8") for file in (PROJECT / "plugins" / "warraq").rglob("*.py"))

    statement = "".join(line for line in text.splitlines() if not line.startswith("--"))
    assert ";" not in statement.partition("$$")[0]
    assert f'"{path.stem}"' in code or f'"{path.stem.removesuffix("_delete_run")}"' in code
