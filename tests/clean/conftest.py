import sys
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from warraq.clean import clean_page
from warraq.model import Cleaned, MediaKind, Page, Source

sys.path.append(str(Path(__file__).parent))  # Tests import what they share from this folder.

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
URL = "https://daily.example/news/1"


def clean_bytes(content: bytes) -> Cleaned:
    return clean_page(Page(content=content, kind=MediaKind.HTML, url=URL, fetched_at=NOW))


def clean_html(markup: str, source: Source | None = None, url: str = URL) -> Cleaned:
    page = Page(content=markup.encode("utf-8", "surrogatepass"), kind=MediaKind.HTML, url=url, fetched_at=NOW)
    return clean_page(page, source=source)


def clean_dump(dump: str) -> Cleaned:
    return clean_page(Page(content=dump.encode(), kind=MediaKind.TEXT, url=None, fetched_at=NOW))


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture(scope="session")
def cleaner() -> SimpleNamespace:
    """Clean pages and dumps given as text or bytes, as fetched on 23 November 2026."""
    return SimpleNamespace(html=clean_html, text=clean_dump, raw=clean_bytes)
