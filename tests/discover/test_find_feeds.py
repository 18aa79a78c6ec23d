import pytest

from warraq.discover import find_feeds, find_sitemaps

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
            '<head><link rel=alternate type="application/rss+xml" href="javascript:x()"></head>', (), id="javascript"
        ),
        pytest.param(
            '<head><base href="/ar/"><link rel="alternate" type="application/rss+xml" href="feed.xml"></head>',
            ("https://nile.example/ar/feed.xml",),
            id="relative to its base",
        ),
        pytest.param("", (), id="empty"),
    ],
)
def test_feeds_are_found(page: str, found: tuple[str, ...]) -> None:
    assert find_feeds(page.encode(), url=HOME) == found


@pytest.mark.parametrize(
    ("robots", "found"),
    [
        pytest.param(
            "User-agent: *\nDisallow: /private\nSitemap: https://nile.example/s.xml\n sitemap : /t.xml.gz\n",
            ("https://nile.example/s.xml", "https://nile.example/t.xml.gz"),
            id="absolute and relative",
        ),
        pytest.param("Sitemap: /all\r\nSitemap: /all\r\n", ("https://nile.example/all",), id="twice"),
        pytest.param("Sitemap: file:///etc/passwd\n# Sitemap: /old\nSitemap:\n", (), id="none to fetch"),
        pytest.param('<html><a href="/rss">RSS</a><a href="/sitemap.xml">map</a></html>', (), id="a page instead"),
    ],
)
def test_the_sitemaps_of_robots_are_found(robots: str, found: tuple[str, ...]) -> None:
    assert find_sitemaps(robots.encode(), url=f"{HOME}robots.txt") == found
