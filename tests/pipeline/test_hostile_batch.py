"""An archive with every fault of content: the good rows load, each bad one is set aside with its reason."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from warraq import store
from warraq.archive.writer import WarcWriter
from warraq.model import HttpResponse
from warraq.pipeline.load import load_archives
from warraq.urls import make_url_key

AT = datetime(2026, 11, 19, 9, tzinfo=UTC)
SENTENCE = (
    "قال رئيس البلدية {} إن أعمال الجسر الجديد انتهت قبل موعدها، وإن السير عاد إليه صباح اليوم بعد عامين من التحويلات."
)
DATE = '<meta property="article:published_time" content="{}">'


def story(number: int) -> str:
    return "".join(f"<p>{SENTENCE.format(f'{number} و{place}')}</p>" for place in range(4))


def page(number: int, *, headline: str = "", body: str = "", head: str = "", date: str = "2026-11-19T08:00:00Z") -> str:
    headline = headline or f"افتتاح الجسر رقم {number}"
    return (
        f'<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>{headline}</title>{DATE.format(date)}{head}'
        f"</head><body><article><h1>{headline}</h1>{body or story(number)}</article></body></html>"
    )


def encode(text: str) -> bytes:
    return text.encode("utf-8")


LOADED = {
    "good-1": encode(page(1)),
    "good-2": encode(page(2)),
    "windows-1256 under another name": page(3).replace('charset="utf-8"', 'charset="latin-1"').encode("cp1256"),
    "a charset nobody knows": encode(page(4).replace('charset="utf-8"', 'charset="x-\\u0000-klingon"')),
    "NUL in the headline": encode(page(5, headline="افتتاح \x00 الجسر رقم 5")),
    "a lone surrogate by reference": encode(page(6, headline="افتتاح الجسر &#xD800; رقم 6")),
    "a headline of naughty strings": encode(page(7, headline="'; DROP TABLE article;-- \\N \\. %s {} الجسر 7")),
    "a path of this machine in the text": encode(page(8, body=story(8) + "<p>/etc/passwd</p>")),
    "a canonical address of javascript": encode(page(9, head='<link rel="canonical" href="javascript:alert(1)">')),
    "a canonical address with a password": encode(
        page(10, head='<link rel="canonical" href="https://user:secret@almidan.example/10">')
    ),
    "a date in the future": encode(page(11, date="2031-01-01T00:00:00Z")),
    "a date at the beginning of time": encode(page(12, date="1970-01-01T00:00:00Z")),
    "a date that is none": encode(page(13, date="0000-00-00T99:99:99Z")),
    "three thousand levels": encode(page(14, body="<div>" * 3_000 + story(14) + "</div>" * 3_000)),
    "an address as long as an index takes and longer/" + "x" * 1_900: encode(page(15)),
}
REFUSED = {
    "nothing at all": (b"", "empty_page"),
    "a PDF that says it is HTML": (b"%PDF-1.7\n" + bytes(range(256)) * 40, "wrong_type"),
    "not found, said politely": (
        encode("<html><title>404</title><body><h1>الصفحة غير موجودة</h1><p>عذرا، الصفحة غير موجودة.</p></body></html>"),
        "soft_404",
    ),
    "markup escaped twice": (encode(page(20, body=story(20).replace("<", "&amp;lt;"))), "failed_expectation"),
    "a headline of signs": (encode(page(21, headline="*** — ***")), "failed_expectation"),
    "a flash too short to be one": (encode(page(22, body="<p>عاد السير إلى الجسر.</p>")), "empty_body"),
    "one line a thousand times": (
        encode(page(23, body="<p>عاد السير إلى الجسر الجديد في المدينة.</p>" * 60)),
        "failed_expectation",
    ),
}


def write_archive(folder: Path) -> Path:
    bodies = {**LOADED, **{name: body for name, (body, _) in REFUSED.items()}}
    path = write_pages(folder, {make_url(name): body for name, body in bodies.items()})
    with path.open("ab") as file:
        file.write(b"\x1f\x8b\x08\x00 and here the disk was full")
    return path


def write_pages(folder: Path, pages: dict[str, bytes]) -> Path:
    with WarcWriter(folder, "hostile") as writer:
        for url, body in pages.items():
            response = HttpResponse(
                requested_url=url,
                final_url=url,
                status=200,
                request_head=b"GET / HTTP/1.1\r\n\r\n",
                response_head=b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
                headers=(("content-type", "text/html"),),
                body=body,
                ip_address="192.0.2.7",
                fetched_at=AT,
                elapsed_ms=1,
            )
            writer.append_response(response, url_key=make_url_key(url))
    return folder / "hostile.warc.gz"


def make_url(name: str) -> str:
    return f"https://almidan.example/{name.replace(' ', '-').replace(',', '')}"


def load(press: Any, path: Path, run_id: str) -> dict[str, int]:
    with press.open() as edge:
        unread = load_archives(edge, run_id=run_id, paths=[path], source_id="newsroom-almidan")
        assert [rejection.reason.value for rejection in unread] == ["unreadable"]
        (counts,) = store.read_run(edge.connection, run_id=run_id)
    return {
        name: getattr(counts, name)
        for name in ("loaded", "unchanged", "duplicate", "quarantined", "rejected")
        if getattr(counts, name)
    }


def test_the_good_rows_load_and_each_bad_one_is_set_aside_with_its_reason(press: Any, tmp_path: Path) -> None:
    path = write_archive(tmp_path)

    counts = load(press, path, "load/1")

    rows = press.select("select url, headline, body, published_at, canonical_url from news.articles")
    assert {row["url"] for row in rows} == {make_url(name) for name in LOADED}
    assert {row["url"]: row["reason"] for row in press.select("select url, reason from news.quarantine")} == {
        make_url(name): reason for name, (_, reason) in REFUSED.items()
    }
    assert sum(counts.values()) == len(LOADED) + len(REFUSED)
    by_name = {name: next(row for row in rows if row["url"] == make_url(name)) for name in LOADED}
    assert all("قال رئيس البلدية" in row["body"] for row in rows)
    assert by_name["windows-1256 under another name"]["headline"] == "افتتاح الجسر رقم 3"
    assert by_name["NUL in the headline"]["headline"] == "افتتاح الجسر رقم 5"
    assert by_name["a headline of naughty strings"]["headline"] == "'; DROP TABLE article;-- \\N \\. %s {} الجسر 7"
    assert [
        by_name[name]["published_at"]
        for name in ("a date in the future", "a date at the beginning of time", "a date that is none")
    ] == [None, None, None]
    assert [row["url"] for row in rows if row["canonical_url"] != row["url"]] == []


def test_loaded_twice_nothing_is_doubled(press: Any, tmp_path: Path) -> None:
    path = write_archive(tmp_path)
    load(press, path, "load/1")
    before = press.select("select * from news.articles order by article_id")

    counts = load(press, path, "load/2")

    assert (counts["unchanged"], counts.get("loaded")) == (len(LOADED), None)
    assert press.select("select * from news.articles order by article_id") == before
    assert press.select("select distinct times from news.quarantine") == [{"times": 2}]
    with press.open() as edge:
        assert set(store.read_balance(edge.connection).values()) == {0}


@pytest.mark.parametrize("source_id", [None, "newsroom-almidan"])
def test_an_address_that_is_none_keeps_no_other_page_from_loading(
    press: Any, tmp_path: Path, source_id: str | None
) -> None:
    broken, whole = "http://[almidan.example/1", make_url("2")
    path = write_pages(tmp_path, {broken: encode(page(1)), whole: encode(page(2))})

    with press.open() as edge:
        unread = load_archives(edge, run_id="load/1", paths=[path], source_id=source_id)

        assert list(unread) == []
        assert set(store.read_balance(edge.connection).values()) == {0}
    rows = press.select("select url, headline from news.articles order by headline")
    assert [(row["url"], row["headline"]) for row in rows] == [
        (broken, "افتتاح الجسر رقم 1"),
        (whole, "افتتاح الجسر رقم 2"),
    ]
