from collections.abc import Callable

import pytest

from warraq.discover import FeedReading, read_feed
from warraq.model import Rights, Source

Read = Callable[..., FeedReading]


@pytest.fixture
def source() -> Source:
    return Source(
        source_id="nile",
        name="النيل",
        homepage="https://nile.example/",
        language="ar",
        time_zone="Africa/Cairo",
        is_enabled=True,
        state_reason="a test",
        rights=Rights(store_full_text=True),
        day_sitemap="https://nile.example/day?y=%Y&m=%-m&d=%d",
    )


@pytest.fixture
def read(source: Source) -> Read:
    def read(document: str | bytes, **options: object) -> FeedReading:
        content = document.encode() if isinstance(document, str) else document
        return read_feed(content, url="https://nile.example/feeds/all.xml", source=source, **options)

    return read


@pytest.fixture
def read_item(read: Read) -> Read:
    def read_item(inside: str) -> FeedReading:
        return read(f'<rss version="2.0"><channel><title>النيل</title><item>{inside}</item></channel></rss>')

    return read_item
