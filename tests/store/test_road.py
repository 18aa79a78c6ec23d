"""The road from feed to readers, over a real database."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.store.conftest import Desk, Make

URL = "https://almidan.example/1"


def test_a_page_goes_from_feed_to_readers(desk: "Desk", make: "Make") -> None:
    desk.open()

    outcomes = desk.load(URL, make.article())

    assert outcomes == {"almidan": {"loaded": 1}}
    (row,) = desk.read("select to_jsonb(a) from news.articles as a")
    assert row == {
        "article_id": 1,
        "url": URL,
        "canonical_url": URL,
        "urls": [URL],
        "source_id": "almidan",
        "position": 1,
        "headline": "افتتاح الجسر الجديد",
        "standfirst": "الأول منذ عشرين عاما",
        "byline": ["ليلى حداد", 'سمير "أبو" خليل'],
        "dateline": "بيروت",
        "published_at": "2026-11-23T11:00:00+00:00",
        "published_at_source": "json_ld",
        "modified_at": None,
        "first_seen_at": "2026-11-23T12:00:00+00:00",
        "language": "ar",
        "section": "محليات",
        "tags": ["جسر", "نقل\\عام"],
        "images": [{"url": "https://almidan.example/a.jpg", "caption": "الجسر\tليلا", "credit": None}],
        "body": "بدأت حركة السير صباح اليوم.",
        "word_count": 5,
        "revision": 1,
        "is_historical": False,
        "cleaner_version": "1",
        "fetched_at": "2026-11-23T12:00:00+00:00",
        "recorded_at": "2026-11-23T12:00:00+00:00",
    }
    desk.assert_balanced()
