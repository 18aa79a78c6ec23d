from datetime import UTC, datetime

import pytest

from warraq.clean import clean_page
from warraq.model import Cleaned, MediaKind, Page, Source

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


class Cleaner:
    """Cleans pages and dumps given as text, as fetched on 23 November 2026."""

    def html(
        self, markup: str, url: str | None = "https://daily.example/news/1", source: Source | None = None
    ) -> Cleaned:
        page = Page(content=markup.encode("utf-8", "surrogatepass"), kind=MediaKind.HTML, url=url, fetched_at=NOW)
        return clean_page(page, source=source)

    def text(self, dump: str) -> Cleaned:
        return clean_page(Page(content=dump.encode(), kind=MediaKind.TEXT, url=None, fetched_at=NOW))

    def raw(self, content: bytes, kind: MediaKind = MediaKind.HTML) -> Cleaned:
        return clean_page(Page(content=content, kind=kind, url="https://daily.example/news/1", fetched_at=NOW))


@pytest.fixture(scope="session")
def cleaner() -> Cleaner:
    return Cleaner()
