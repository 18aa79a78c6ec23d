"""Archives of others: what is a page in them loads, whatever stands beside it; nothing is passed over in silence."""

import gzip
import io
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from warraq import store
from warraq.errors import UsageError
from warraq.model import Rejection
from warraq.pipeline import reading
from warraq.pipeline.load import load_archives
from warraq.pipeline.plan import plan_files

SENTENCE = (
    "قال رئيس البلدية {} إن أعمال الجسر الجديد انتهت قبل موعدها، وإن السير عاد إليه صباح اليوم بعد عامين من التحويلات."
)


def page(number: int) -> bytes:
    body = "".join(f"<p>{SENTENCE.format(f'{number} و{place}')}</p>" for place in range(4))
    headline = f"افتتاح الجسر رقم {number}"
    return (
        f'<!doctype html><html lang="ar"><meta charset="utf-8"><title>{headline}</title>'
        f"<article><h1>{headline}</h1>{body}</article></html>"
    ).encode()


def write_archive(path: Path, records: Iterable[tuple[str, bytes, dict[str, str]]]) -> Path:
    """Write responses: address, body, and what of status, type and date is not as usual."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for url, body, other in records:
            head = StatusAndHeaders(
                other.get("status", "200 OK"), [("Content-Type", other.get("type", "text/html"))], protocol="HTTP/1.1"
            )
            dated = {"WARC-Date": other.get("date", "2026-11-19T09:00:00Z")}
            writer.write_record(
                writer.create_warc_record(
                    url, "response", payload=io.BytesIO(body), http_headers=head, warc_headers_dict=dated
                )
            )
    return path


def load(press: Any, path: Path, run_id: str = "load/1", source_id: str | None = None) -> tuple[Rejection, ...]:
    with press.open() as edge:
        unread = load_archives(edge, run_id=run_id, paths=[path], source_id=source_id)
        assert set(store.read_balance(edge.connection).values()) == {0}
    return unread


def list_headlines(press: Any) -> list[str]:
    return [row["headline"] for row in press.select("select headline from news.articles order by headline")]


def test_an_answer_of_another_status_is_no_page_and_takes_no_ones_place(press: Any, tmp_path: Path) -> None:
    url = "https://bridge.example/1"
    later = {"date": "2026-11-20T09:00:00Z"}
    path = write_archive(
        tmp_path / "a.warc.gz",
        [
            (url, page(1), {}),
            (url, page(2), {"status": "500 Internal Server Error", **later}),
            ("https://bridge.example/3", page(3), {"status": "404 Not Found"}),
            ("https://bridge.example/4", page(4), {"status": "206 Partial Content"}),
        ],
    )

    unread = load(press, path)

    assert list_headlines(press) == ["افتتاح الجسر رقم 1"]
    assert [rejection.reason.value for rejection in unread] == ["http_status"] * 3
    assert f"HTTP status 500: {url}" in unread[0].detail


@pytest.mark.parametrize(
    "kind",
    [
        "application/xhtml+xml",
        "text/html, text/html",
        "text/html charset=utf-8",
        "application/octet-stream",
        "TEXT/HTML",
    ],
)
def test_a_page_loads_whatever_type_its_server_gave_it(press: Any, tmp_path: Path, kind: str) -> None:
    load(press, write_archive(tmp_path / "a.warc.gz", [("https://bridge.example/1", page(1), {"type": kind})]))

    assert list_headlines(press) == ["افتتاح الجسر رقم 1"]


def test_what_pages_are_made_of_is_no_page(press: Any, tmp_path: Path) -> None:
    others = {
        "image/png": b"\x89PNG\r\n\x1a\n",
        "text/css": b"body { color: red }",
        "application/javascript": b"for (var i = 0; i<n; i++) {}",
        "application/rss+xml": b"<?xml version='1.0'?><rss version='2.0'><channel><title>News</title></channel></rss>",
        "video/mp4": bytes(10_200_000),
    }
    records = [(f"https://bridge.example/{kind}", body, {"type": kind}) for kind, body in others.items()]
    records += [("https://bridge.example/robots.txt", b"User-agent: *\nDisallow: /search\n", {"type": "text/plain"})]

    unread = load(press, write_archive(tmp_path / "a.warc.gz", [*records, ("https://bridge.example/1", page(1), {})]))

    assert list_headlines(press) == ["افتتاح الجسر رقم 1"]
    assert press.select("select reason from news.quarantine") == []
    assert [rejection.reason.value for rejection in unread] == ["wrong_type"] * 6
    assert "image/png: https://bridge.example/image/png" in unread[0].detail


def test_a_page_that_is_said_to_be_a_script_is_a_page_all_the_same(press: Any, tmp_path: Path) -> None:
    kind = {"type": "application/javascript"}

    load(press, write_archive(tmp_path / "a.warc.gz", [("https://bridge.example/1", page(1), kind)]))

    assert list_headlines(press) == ["افتتاح الجسر رقم 1"]


def test_an_answer_that_is_no_page_fails_no_lane(press: Any, tmp_path: Path) -> None:
    records = [
        ("https://bridge.example/1", page(1), {}),
        ("https://bridge.example/2", page(2), {"status": "404 Not Found"}),
        ("https://bridge.example/3", b"\x89PNG\r\n\x1a\n", {"type": "image/png"}),
    ]
    path = write_archive(tmp_path / "a.warc.gz", records)

    with press.open() as edge:
        (lane,) = plan_files(edge, run_id="backfill_archive/1", files=[str(path)], source_id=None)
        press.finish(edge, "backfill_archive/1", [lane])

    assert [row["headline"] for row in press.select("select headline from news.articles")] == ["افتتاح الجسر رقم 1"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("https://bridge.example/a story/1", "https://bridge.example/a%20story/1", id="blank"),
        pytest.param("HTTPS://Bridge.example:443/1?b=2&a", "https://bridge.example/1?b=2&a", id="capitals"),
        pytest.param("https://bridge.example/جسر", "https://bridge.example/%D8%AC%D8%B3%D8%B1", id="letters"),
    ],
)
def test_an_address_as_people_write_it_is_an_address(press: Any, tmp_path: Path, written: str, expected: str) -> None:
    load(press, write_archive(tmp_path / "a.warc.gz", [(written, page(1), {})]))

    assert [row["url"] for row in press.select("select url from news.articles")] == [expected]


def test_a_name_in_capitals_is_read(press: Any, tmp_path: Path) -> None:
    load(press, write_archive(tmp_path / "CRAWL.WARC.GZ", [("https://bridge.example/1", page(1), {})]))

    assert list_headlines(press) == ["افتتاح الجسر رقم 1"]


def test_a_page_of_the_first_year_and_one_of_the_last_are_read_back(press: Any, tmp_path: Path) -> None:
    dates = ("0001-01-02T00:00:00Z", "9999-12-31T23:59:59Z")
    records = [(f"https://bridge.example/{at}", page(at), {"date": date}) for at, date in enumerate(dates)]

    load(press, write_archive(tmp_path / "a.warc.gz", records))

    reasons = press.select("select reason, reasons from news.quarantine")
    assert all(row["reason"] not in {"unreadable", "crashed"} for row in reasons), reasons


def test_an_address_with_a_nul_keeps_no_other_page_from_loading(press: Any, tmp_path: Path) -> None:
    records = [("https://bridge.example/x", page(1), {}), ("https://bridge.example/2", page(2), {})]
    path = write_archive(tmp_path / "a.warc.gz", records)
    plain = tmp_path / "plain.warc"
    plain.write_bytes(gzip.decompress(path.read_bytes()).replace(b"bridge.example/x", b"bridge.example/\0"))

    unread = load(press, plain)

    assert list_headlines(press) == ["افتتاح الجسر رقم 2"]
    assert ["control characters" in rejection.detail for rejection in unread] == [True]


def test_every_capture_of_a_page_is_a_revision_the_oldest_first(press: Any, tmp_path: Path) -> None:
    url = "https://bridge.example/1"
    days = {3: "21", 1: "19", 2: "20"}
    records = [(url, page(number), {"date": f"2026-11-{day}T09:00:00Z"}) for number, day in days.items()]

    load(press, write_archive(tmp_path / "a.warc.gz", records))

    revisions = press.select("select headline from news.revisions order by revision")
    assert [row["headline"] for row in revisions] == [f"افتتاح الجسر رقم {number}" for number in (1, 2, 3)]


def test_captures_of_one_second_loaded_twice_change_nothing(press: Any, tmp_path: Path) -> None:
    path = write_archive(tmp_path / "a.warc.gz", [("https://bridge.example/1", page(at), {}) for at in range(4)])
    revisions = "select revision, headline from news.revisions order by revision"
    load(press, path)
    before = press.select(revisions)

    load(press, path, "load/2")

    assert len(before) == 4
    assert press.select(revisions) == before


def test_a_raw_page_that_was_lost_is_kept_again_when_its_archive_is_loaded_again(press: Any, tmp_path: Path) -> None:
    path = write_archive(tmp_path / "a.warc.gz", [("https://bridge.example/1", page(1), {})])
    load(press, path)
    (lost,) = press.select("select warc_file from ingest.frontier")
    with press.open() as edge:
        (edge.settings.raw_folder / lost["warc_file"]).unlink()

    load(press, path, "load/2")

    with press.open() as edge:
        (kept,) = press.select("select warc_file from ingest.frontier")
        assert (edge.settings.raw_folder / kept["warc_file"]).exists()
    assert list_headlines(press) == ["افتتاح الجسر رقم 1"]
    assert press.select("select reason from news.quarantine") == []


def test_pages_that_are_known_under_another_source_are_cleaned_as_that_ones(press: Any, tmp_path: Path) -> None:
    url = "https://bridge.example/1"
    load(press, write_archive(tmp_path / "a.warc.gz", [(url, page(1), {})]), source_id="newsroom-almidan")
    later = {"date": "2026-11-20T09:00:00Z"}

    load(press, write_archive(tmp_path / "b.warc.gz", [(url, page(2), later)]), "load/2", "newsroom-warsha")

    assert press.select("select source_id, headline from news.articles") == [
        {"source_id": "newsroom-almidan", "headline": "افتتاح الجسر رقم 2"}
    ]
    assert press.select("select distinct state from ingest.frontier") == [{"state": "done"}]


def test_a_page_that_crashes_the_cleaner_keeps_no_other_from_loading(
    press: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clean = reading.clean_page

    def crash(given: Any, **others: Any) -> Any:
        if given.url.endswith("/0"):
            message = "a bug"
            raise KeyError(message)
        return clean(given, **others)

    monkeypatch.setattr(reading, "clean_page", crash)
    monkeypatch.setattr("warraq.pipeline.load.CHUNK_PAGES", 2)
    records = [(f"https://bridge.example/{number}", page(number), {}) for number in range(5)]

    unread = load(press, write_archive(tmp_path / "a.warc.gz", records))

    assert list_headlines(press) == [f"افتتاح الجسر رقم {number}" for number in range(1, 5)]
    assert [rejection.reason.value for rejection in unread] == ["crashed"]


def test_what_tools_keep_beside_the_pages_of_a_folder_is_passed_over(press: Any, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "page.html").write_bytes(page(1))
    for name in (".DS_Store", "._page.html", "crawl.cdx", "crawl.cdxj", "CC-MAIN.cdx.gz"):
        (folder / name).write_bytes(b"\0\5\x16\7")

    assert load(press, folder) == ()
    assert list_headlines(press) == ["افتتاح الجسر رقم 1"]
    assert press.select("select reason from news.quarantine") == []


def test_what_of_a_folder_cannot_be_read_is_named(press: Any, tmp_path: Path) -> None:
    folder, other = tmp_path / "in", tmp_path / "other"
    folder.mkdir()
    other.mkdir()
    (other / "linked.html").write_bytes(page(1))
    (folder / "link").symlink_to(other)
    (folder / "loop").symlink_to(folder)
    load(press, folder)
    assert list_headlines(press) == ["افتتاح الجسر رقم 1"]

    (folder / "nowhere.html").symlink_to(tmp_path / "nothing")
    (folder / "page.html").write_bytes(page(2))
    unread = load(press, folder, "load/2")
    assert [rejection.detail for rejection in unread] == [
        f"{folder}/nowhere.html: cannot be read (No such file or directory)"
    ]
    assert list_headlines(press) == ["افتتاح الجسر رقم 1", "افتتاح الجسر رقم 2"]

    os.mkfifo(tmp_path / "pipe.html")
    with pytest.raises(UsageError, match=r"pipe\.html is no file or folder"):
        load(press, tmp_path / "pipe.html", "load/3")


@pytest.mark.parametrize("source_id", [None, "newsroom-almidan"])
def test_dumps_are_not_held_because_the_pages_before_them_had_dates(
    press: Any, tmp_path: Path, source_id: str | None
) -> None:
    dated = b'<meta property="article:published_time" content="2026-11-01T08:00:00Z">'
    pages = write_archive(
        tmp_path / "pages.warc.gz",
        [
            (f"https://a.example/{number}", page(number).replace(b"<article>", dated + b"<article>"), {})
            for number in range(36)
        ],
    )
    dumps = tmp_path / "dumps"
    dumps.mkdir()
    for number in range(100, 112):
        body = "\n\n".join(SENTENCE.format(f"{number} و{place}") for place in range(4))
        (dumps / f"{number}.txt").write_text(f"افتتاح الجسر رقم {number}\n\n{body}\n", encoding="utf-8")
    load(press, pages, source_id=source_id)

    load(press, dumps, run_id="load/2", source_id=source_id)

    assert press.select("select count(*), count(published_at) as dated from news.articles") == [
        {"count": 48, "dated": 36}
    ]


def test_archives_that_name_no_publisher_are_not_held_beside_each_other(press: Any, tmp_path: Path) -> None:
    dated = b'<meta property="article:published_time" content="2026-11-01T08:00:00Z">'
    first = [
        (f"https://a.example/{number}", page(number).replace(b"<article>", dated + b"<article>"), {})
        for number in range(36)
    ]
    second = [(f"https://b.example/{number}", page(number), {}) for number in range(100, 112)]
    load(press, write_archive(tmp_path / "first.warc.gz", first))

    load(press, write_archive(tmp_path / "second.warc.gz", second), run_id="load/2")

    assert len(list_headlines(press)) == 48


@pytest.mark.parametrize("order", [["warc", "wet"], ["wet", "warc"], ["both"]])
def test_a_text_drawn_from_a_page_never_replaces_the_page(press: Any, tmp_path: Path, order: list[str]) -> None:
    dated = b'<meta property="article:published_time" content="2026-11-01T08:00:00Z">'
    address, numbers = "https://a.example/{}", range(8)
    pages = [
        (address.format(number), page(number).replace(b"<article>", dated + b"<article>"), {}) for number in numbers
    ]
    folders = {name: tmp_path / name for name in order}
    for folder in folders.values():
        folder.mkdir()
    write_archive(folders.get("warc", tmp_path / "both") / "crawl.warc.gz", pages)
    with (folders.get("wet", tmp_path / "both") / "crawl.warc.wet.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for number in numbers:
            body = "\n".join(SENTENCE.format(f"{number} و{place}") for place in range(4))
            text = f"الرئيسية\nافتتاح الجسر رقم {number}\n{body}\nاقرأ أيضا\n".encode()
            writer.write_record(
                writer.create_warc_record(
                    address.format(number),
                    "conversion",
                    payload=io.BytesIO(text),
                    warc_content_type="text/plain",
                    warc_headers_dict={"WARC-Date": "2026-11-19T09:00:00Z"},
                )
            )

    for name in order:
        load(press, folders[name], run_id=f"load/{name}")

    revisions = 2 if order == ["wet", "warc"] else 1
    assert press.select(
        "select revision, published_at is not null as is_dated, count(*) from news.articles group by 1, 2"
    ) == [{"revision": revisions, "is_dated": True, "count": 8}]
