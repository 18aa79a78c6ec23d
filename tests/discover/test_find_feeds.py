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
        pytest.param(
            '<head><link rel="alternate" type="text/xml" href="/rss.xml">'
            '<link rel="alternate" type="text/html" href="/m">'
            '<link rel="alternate" type="application/json+oembed" href="/oembed"></head>',
            ("https://nile.example/rss.xml",),
            id="no more than XML",
        ),
        pytest.param(
            '<a href="/rss/politics.xml">سياسة</a><a href="/news.rss">أخبار</a><a href="/index.rdf">RDF</a>'
            '<a href="/?feed=rss2">RSS</a><a href="/rss-feeds">كل الخلاصات</a><a href="/news/atom-bomb">خبر</a>',
            (
                "https://nile.example/rss/politics.xml",
                "https://nile.example/news.rss",
                "https://nile.example/index.rdf",
                "https://nile.example/?feed=rss2",
            ),
            id="links in the text, of sections",
        ),
        pytest.param(
            '<head><link rel="alternate" type="application/rss+xml" href="feed://nile.example/a">'
            '<link rel="alternate" type="application/rss+xml" href="feed:https://nile.example/b">'
            '<link rel="alternate" type="application/rss+xml"></head>',
            ("http://nile.example/a", "https://nile.example/b"),
            id="scheme of feeds, and no address",
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
