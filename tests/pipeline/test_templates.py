"""What recurs on a publisher's pages is learned as they are published, and disappears with no table naming it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from warraq import store
from warraq.pipeline.load import load_archives

CIRCLE = "انضموا إلى دائرة الميناء على قناتنا لمعرفة أحوال المد كل يوم"
SENTENCE = "قال رئيس لجنة الرصيف {} إن القوارب {} عادت إلى الميناء قبل المساء، وإن الشباك أصلحت كلها."


def write_pages(folder: Path, numbers: Sequence[int]) -> Path:
    folder.mkdir()
    for number in numbers:
        story = "".join(f"<p>{SENTENCE.format(number, number * 7 + part)}</p>" for part in range(4))
        (folder / f"{number}.html").write_text(
            f'<html lang="ar"><meta charset="utf-8"><title>الرصيف {number} يحصي قواربه اليوم</title>'
            f'<link rel="canonical" href="https://almidan.example/pier/{number}"><body><div class="page">'
            f'<h1>الرصيف {number} يحصي قواربه اليوم</h1><div class="text">{story}<div class="circle-{number}">{CIRCLE}'
            "</div></div></div></body></html>",
            encoding="utf-8",
        )
    return folder


def load(press: Any, folder: Path, run_id: str) -> list[Any]:
    with press.open() as edge:
        load_archives(edge, run_id=run_id, paths=[folder], source_id="newsroom-almidan")
    rows: list[Any] = press.select(
        """
        select revision.body, revision.cleaner_version, revision.dropped
        from ingest.revision where run_id = %s order by article_id
        """,
        [run_id],
    )
    return rows


def test_a_line_that_recurs_is_left_out_of_later_pages_and_named(press: Any, tmp_path: Path) -> None:
    first = load(press, write_pages(tmp_path / "first", range(10)), "load/1")
    later = load(press, write_pages(tmp_path / "later", range(50, 53)), "load/2")

    assert [CIRCLE in row["body"] for row in first] == [True] * 10
    assert [CIRCLE in row["body"] for row in later] == [False] * 3
    assert {"text": CIRCLE, "reason": "template"} in later[0]["dropped"]
    assert ["+" in row["cleaner_version"] for row in (*first, *later)] == [False] * 10 + [True] * 3
    assert press.select("select pages from ingest.template") == [{"pages": 13}]


def test_a_page_counts_once_however_often_it_is_loaded(press: Any, tmp_path: Path) -> None:
    folder = write_pages(tmp_path / "pages", range(4))
    for run_id in ("load/1", "load/2", "load/3"):
        load(press, folder, run_id)

    assert press.select("select pages from ingest.template") == [{"pages": 4}]
    assert press.select("select max(pages) from ingest.template_block") == [{"max": 4}]


def test_what_is_no_longer_printed_is_forgotten(press: Any, tmp_path: Path) -> None:
    load(press, write_pages(tmp_path / "pages", range(6)), "load/1")
    with press.open() as edge:
        with edge.connection, edge.connection.cursor() as cursor:
            cursor.execute("update ingest.template set pages = 400")
            cursor.execute("update ingest.template_block set last_seen_at = now() - interval '40 days' where pages = 1")
        store.age_templates(edge.connection, now=press.now)

    assert press.select("select pages from ingest.template") == [{"pages": 200}]
    assert press.select("select pages, count(*) from ingest.template_block group by pages") == [
        {"pages": 3, "count": 1}
    ]
