import pytest

from warraq.discover import find_feeds

HOME = "https://nile.example/"


@pytest.mark.parametrize(
    ("page", "found"),
    [
        pytest.param(
            '<html><head><link rel="alternate" type="application/rss+xml; charset=utf-8" href="/feed">'
            '<link rel="alternate" type="application/atom+xml" href="https://nile.example/atom.xml">'
            '<link rel="alternate" type="application/rss+xml" href="/comments/feed">'
            '<link rel="alternate" hreflang="en" href="/en"><link rel="sitemap" href="/map.xml"></head></html>',
            ("https://nile.example/feed", "https://nile.example/atom.xml", "https://nile.example/map.xml"),
            id="head",
        ),
        pytest.param(
            '<html><body><a href="/rss">RSS</a><a href="/sitemap_news.xml">خريطة</a><a href="/about">من نحن</a>',
            ("https://nile.example/rss", "https://nile.example/sitemap_news.xml"),
            id="links in the text",
        ),
        pytest.param(
            "User-agent: *\nDisallow: /private\nSitemap: https://nile.example/s.xml\n sitemap : /t.xml.gz\n",
            ("https://nile.example/s.xml", "https://nile.example/t.xml.gz"),
            id="robots.txt",
        ),
        pytest.param(
            '<head><link rel=alternate type="application/rss+xml" href="javascript:x()"></head>', (), id="javascript"
        ),
        pytest.param("", (), id="empty"),
    ],
)
def test_feeds_are_found(page: str, found: tuple[str, ...]) -> None:
    assert find_feeds(page.encode(), url=HOME) == found
