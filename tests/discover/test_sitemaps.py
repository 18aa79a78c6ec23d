import gzip
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from warraq.discover import FeedReading, expand_day_sitemap
from warraq.errors import CatalogueError, RejectedError
from warraq.model import Rights, Source

Read = Callable[..., FeedReading]

NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
        xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
  <url>
    <loc>https://nile.example/7</loc>
    <lastmod>2026-03-01T09:30:00Z</lastmod>
    <image:image><image:loc>https://nile.example/7.jpg</image:loc></image:image>
    <news:news>
      <news:publication><news:name>النيل</news:name><news:language>ar</news:language></news:publication>
      <news:publication_date>2026-03-01T10:00:00+02:00</news:publication_date>
      <news:title>جسر جديد</news:title>
      <news:keywords>مصر، عمران, جسور</news:keywords>
    </news:news>
  </url>
</urlset>"""


def urlset(*records: str) -> str:
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{"".join(records)}</urlset>'


def test_a_news_sitemap_keeps_every_field(read: Read) -> None:
    reading = read(NEWS)

    (entry,) = reading.entries
    assert (reading.kind, entry.url, entry.title) == ("sitemap", "https://nile.example/7", "جسر جديد")
    assert (entry.tags, entry.language) == (("مصر", "عمران", "جسور"), "ar")
    assert entry.published_at == datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
    assert entry.modified_at == datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize("layers", [1, 2])
def test_a_sitemap_may_be_packed(read: Read, layers: int) -> None:
    content = NEWS.encode()
    for _ in range(layers):
        content = gzip.compress(content)

    assert len(read(content).entries) == 1


def test_an_index_names_its_sitemaps_in_its_order(read: Read) -> None:
    reading = read(
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        "<sitemap><loc>/s1.xml</loc></sitemap><sitemap><loc>https://nile.example/s2.xml.gz</loc></sitemap>"
        "<sitemap><loc>file:///etc/passwd</loc></sitemap></sitemapindex>"
    )

    assert reading.kind == "sitemap_index"
    assert reading.sitemaps == ("https://nile.example/s1.xml", "https://nile.example/s2.xml.gz")
    assert [refused.detail for refused in reading.refused] == ["its link is a file: one, which is never fetched"]


@pytest.mark.parametrize(
    ("changed", "sitemaps"),
    [
        pytest.param(["2026-11-03", "2026-11-02T23:00:00+00:00", "2026-11-01"], ["3", "2", "1"], id="newest first"),
        pytest.param(["2026-11-01", "2026-11-02", "2026-11-03"], ["1", "2", "3"], id="newest last"),
        pytest.param(["2026-11-03", "2026-11-03", "2026-11-03"], ["1", "2", "3"], id="all made anew at once"),
        pytest.param(["2026-11-03", "", "2026-11-01"], ["1", "2", "3"], id="one does not say"),
        pytest.param(["2026-11-03", "yesterday", "2026-11-01"], ["1", "2", "3"], id="one cannot be read"),
    ],
)
def test_the_sitemaps_of_an_index_stand_oldest_first_where_each_says_when_it_changed(
    read: Read, changed: list[str], sitemaps: list[str]
) -> None:
    records = [f"<sitemap><loc>/{n}</loc><lastmod>{at}</lastmod></sitemap>" for n, at in enumerate(changed, 1)]

    reading = read(f"<sitemapindex>{''.join(records)}</sitemapindex>")

    assert [address.rpartition("/")[2] for address in reading.sitemaps] == sitemaps


def test_over_the_cap_the_newest_are_kept_in_their_order(read: Read) -> None:
    days = ["2026-01-02", "2026-01-05", "2026-01-01", "2026-01-04"]
    records = [f"<url><loc>https://nile.example/{day}</loc><lastmod>{day}</lastmod></url>" for day in days]

    reading = read(urlset(*records), max_entries=2)

    assert [entry.url[-10:] for entry in reading.entries] == ["2026-01-05", "2026-01-04"]
    assert reading.cut == 2


def test_an_ampersand_escaped_twice_is_read_as_meant(read: Read) -> None:
    (entry,) = read("<urlset><url><loc>https://nile.example/?id=7&amp;amp;page=2</loc></url></urlset>").entries

    assert entry.url == "https://nile.example/?id=7&page=2"


def test_a_bare_ampersand_is_read_as_meant(read: Read) -> None:
    reading = read(urlset("<url><loc>https://nile.example/?a=1&b=2</loc></url>"))

    assert [entry.url for entry in reading.entries] == ["https://nile.example/?a=1&b=2"]


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        pytest.param(
            "<br />\n<b>Warning</b>: strlen() in <b>/x.php</b> on line <b>3</b><br />\n<?xml version='1.0'?>",
            "",
            id="warning",
        ),
        pytest.param("Notice: x in /x.php on line 3\n<?xml version='1.0'?>", "", id="plain warning"),
        pytest.param("<?xml version='1.0'?>\n<?xml version='1.0' encoding='utf-8'?>", "", id="two prologs"),
        pytest.param("<?xml version='1.0'?><!-- <urlset> -->", "<!-- 3 ms -->", id="comments"),
        pytest.param("", "\n<script>x()</script>", id="script"),
    ],
)
def test_what_stands_around_a_sitemap_is_none_of_it(read: Read, before: str, behind: str) -> None:
    reading = read(f"{before}<urlset><url><loc>/1</loc></url><url><loc>/2</loc></url></urlset>{behind}")

    assert [entry.url for entry in reading.entries] == ["https://nile.example/1", "https://nile.example/2"]
    assert not reading.is_broken
    assert reading.refused == ()


def test_a_sitemap_that_breaks_off_gives_what_stood_before(read: Read) -> None:
    whole = urlset("<url><loc>https://nile.example/1</loc></url>", "<url><loc>https://nile.example/2</loc></url>")

    reading = read(whole[: whole.index("/2")])

    assert [entry.url for entry in reading.entries] == ["https://nile.example/1"]
    assert reading.refused[0].detail.startswith("the sitemap is broken after 1 records")


def test_a_text_sitemap_is_one_address_a_line(read: Read) -> None:
    reading = read("https://nile.example/1\nhttps://nile.example/2\n")

    assert [entry.url for entry in reading.entries] == ["https://nile.example/1", "https://nile.example/2"]


@pytest.mark.parametrize(
    ("document", "blame"),
    [
        pytest.param(
            '<!DOCTYPE urlset [<!ENTITY a "b">]>' + urlset("<url><loc>&a;</loc></url>"),
            "the sitemap has a DOCTYPE, which could declare entities",
            id="entity",
        ),
        pytest.param(
            '<!DOCTYPE urlset SYSTEM "https://nile.example/x.dtd">' + urlset(),
            "the sitemap has a DOCTYPE, which could declare entities",
            id="external dtd",
        ),
        pytest.param(urlset("<a>" * 100_000), "the sitemap is nested deeper than 32 levels", id="deep"),
    ],
)
def test_hostile_xml_is_rejected(read: Read, document: str, blame: str) -> None:
    with pytest.raises(RejectedError) as caught:
        read(document)

    assert caught.value.rejection.detail == blame


def test_a_day_sitemap_is_named_by_its_day(source: Source) -> None:
    assert expand_day_sitemap(source, date(2026, 4, 1)) == "https://nile.example/day?y=2026&m=4&d=01"


def test_a_source_without_day_sitemaps_says_so() -> None:
    source = Source(
        source_id="delta",
        name="Delta",
        homepage="https://delta.example/",
        language="en",
        time_zone="UTC",
        is_enabled=True,
        state_reason="a test",
        rights=Rights(store_full_text=True),
    )

    with pytest.raises(CatalogueError, match="delta: day_sitemap is not set"):
        expand_day_sitemap(source, date(2026, 4, 1))


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param("<url><loc>https://nile.example/2</url>", id="not closed"),
        pytest.param("<url><loc>https://nile.example/2</loc><news:title>a < b</news:title></url>", id="bare bracket"),
        pytest.param('<url><loc>https://nile.example/2</loc><link rel="a" rel="b"/></url>', id="attribute twice"),
    ],
)
def test_a_record_that_is_no_xml_costs_itself_alone(read: Read, fault: str) -> None:
    records = "".join(f"<url><loc>https://nile.example/n?id={number}&amp;p=1</loc></url>" for number in (3, 4))

    reading = read(f"<urlset><url><loc>https://nile.example/1</loc></url>{fault}{records}</urlset>")

    assert [entry.url for entry in reading.entries] == [
        "https://nile.example/1",
        "https://nile.example/n?id=3&p=1",
        "https://nile.example/n?id=4&p=1",
    ]
    assert reading.is_broken
