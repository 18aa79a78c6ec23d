"""Feeds, sitemaps and pages, over real HTTP."""

from __future__ import annotations

import io
import socket
import xml.etree.ElementTree as ET
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import feedparser
import pytest

from warraq.newsroom import Newsroom

if TYPE_CHECKING:
    from conftest import Reader

EPOCH = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)
HOSTS = ("almidan.example", "warsha.example", "harbourpost.example")
FEEDS = {
    "almidan.example": "http://almidan.example/feed",
    "harbourpost.example": "http://harbourpost.example/rss.xml",
    "warsha.example": "http://warsha.example/feed/atom/",
}
DAYS = {
    "almidan.example": "http://almidan.example/sitemap/%Y/%m/%d.xml",
    "harbourpost.example": "http://harbourpost.example/sitemaps/%Y/%m/%d.xml",
    "warsha.example": "http://warsha.example/post-sitemap-%Y-%m-%d.xml",
}
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def list_locations(text: str) -> list[str]:
    return [element.text or "" for element in ET.fromstring(text).iter(SITEMAP)]  # noqa: S314 # Our own page.


def list_urls(reader: Reader, host: str) -> set[str]:
    return {article.url for article in reader.newsroom.truth() if f"//{host}/" in article.url}


@pytest.mark.parametrize("host", HOSTS)
def test_the_feed_names_the_newest_stories_with_their_dates(reader: Reader, host: str) -> None:
    truth = {article.url: article for article in reader.newsroom.truth()}

    feed = feedparser.parse(io.BytesIO(reader.get(FEEDS[host]).body))

    assert not feed.bozo
    assert len(feed.entries) == {"almidan.example": 23, "harbourpost.example": 18, "warsha.example": 18}[host]
    for entry in feed.entries:
        article = truth[entry.link]
        assert entry.title == article.headline
        if article.published_at is not None:
            assert entry.published_parsed[:6] == article.published_at.timetuple()[:6]
        assert entry.get("summary") == article.standfirst


@pytest.mark.parametrize("host", HOSTS)
def test_the_day_sitemaps_name_every_story_once(reader: Reader, host: str) -> None:
    days = [reader.epoch - timedelta(days=age) for age in range(15)]

    named = [url for day in days for url in list_locations(reader.get(day.strftime(DAYS[host])).text)]

    assert len(named) == len(set(named))
    assert set(named) == list_urls(reader, host)


@pytest.mark.parametrize("host", HOSTS)
def test_a_day_sitemap_holds_the_stories_of_that_day(reader: Reader, host: str) -> None:
    day = datetime(2026, 11, 15, tzinfo=UTC)
    expected = {a.url for a in reader.newsroom.truth() if a.visible_from.date() == day.date() and host in a.url}

    named = list_locations(reader.get(day.strftime(DAYS[host])).text)

    assert set(named) == expected
    assert named


@pytest.mark.parametrize("host", HOSTS)
def test_the_index_leads_to_sitemaps_that_answer(reader: Reader, host: str) -> None:
    sitemaps = list_locations(reader.get(f"http://{host}/sitemap.xml").text)

    assert len(sitemaps) == 15
    assert {reader.get(sitemap).status for sitemap in sitemaps} == {200}


@pytest.mark.parametrize("host", HOSTS)
def test_the_news_sitemap_holds_today_and_the_two_days_before(reader: Reader, host: str) -> None:
    since = reader.epoch.replace(hour=0) - timedelta(days=2)
    expected = {a.url for a in reader.newsroom.truth() if a.visible_from >= since and host in a.url}

    index = list_locations(reader.get(f"http://{host}/sitemap.xml").text)

    assert set(list_locations(reader.get(index[-1]).text)) == expected


@pytest.mark.parametrize("host", HOSTS)
def test_home_sections_and_robots_answer(reader: Reader, host: str) -> None:
    paths = {"almidan.example": "economy", "harbourpost.example": "business", "warsha.example": "category/work"}

    answers = [reader.get(f"http://{host}/{path}") for path in ("", paths[host], "robots.txt")]

    assert [answer.status for answer in answers] == [200, 200, 200]
    assert f"Sitemap: http://{host}/sitemap.xml" in answers[2].text


@pytest.mark.parametrize(
    "path", ["nothing", "archives/1", "economy/9-x", "sitemap/2026/11/01.xml", "sitemap/2030/01/01.xml"]
)
def test_unknown_paths_are_not_found(reader: Reader, path: str) -> None:
    assert reader.get(f"http://almidan.example/{path}").status == 404


def test_an_unknown_host_is_misdirected(reader: Reader) -> None:
    assert reader.get("http://elsewhere.example/").status == 421


@pytest.mark.parametrize("host", HOSTS)
def test_feeds_and_pages_answer_304_while_nothing_is_new(reader: Reader, host: str) -> None:
    article = next(a for a in reader.newsroom.truth() if host in a.url and a.is_article)

    for url in (FEEDS[host], article.url):
        first = reader.get(url)
        by_tag = reader.get(url, If_None_Match=first.headers["ETag"])
        by_date = reader.get(url, If_Modified_Since=first.headers["Last-Modified"])

        assert (by_tag.status, by_tag.body) == (304, b"")
        assert by_tag.headers["ETag"] == first.headers["ETag"]
        assert (by_date.status, by_date.body) == (304, b"")


def test_a_wrong_tag_rules_out_the_date(reader: Reader) -> None:
    first = reader.get(FEEDS["almidan.example"])

    again = reader.get(
        FEEDS["almidan.example"], If_None_Match='"other"', If_Modified_Since=first.headers["Last-Modified"]
    )

    assert again.status == 200


def test_gzip_is_the_same_page(reader: Reader) -> None:
    plain = reader.get("http://almidan.example/")

    packed = reader.get("http://almidan.example/", Accept_Encoding="gzip")

    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.text == plain.text
    assert packed.headers["ETag"] == plain.headers["ETag"]


def test_head_sends_no_body(reader: Reader) -> None:
    answer = reader.get("http://almidan.example/", method="HEAD")

    assert (answer.status, answer.body) == (200, b"")
    assert int(answer.headers["Content-Length"]) > 1000


def test_the_same_epoch_gives_the_same_bytes(reader: Reader) -> None:
    urls = [*FEEDS.values(), *(article.url for article in reader.newsroom.truth())]
    before = [(reader.get(url).body, reader.get(url).headers.get("ETag")) for url in urls]

    with Newsroom(epoch=reader.epoch, clock=reader.clock) as other:
        twin = type(reader)(other, reader.clock)
        after = [(twin.get(url).body, twin.get(url).headers.get("ETag")) for url in urls]

    # Both newsrooms answer 503 once; only the first body of that page differs from its second.
    assert after == before


def test_another_slug_leads_to_the_right_address(reader: Reader) -> None:
    article = next(article for article in reader.newsroom.truth() if article.is_article)

    answer = reader.get(f"http://almidan.example/economy/{article.number}")

    assert (answer.status, answer.headers["Location"]) == (301, article.url)


def test_a_page_is_unavailable_once_and_recovers(reader: Reader) -> None:
    url = next(a.url for a in reader.newsroom.truth() if "boat-repair" in a.url)

    answers = [reader.get(url) for _ in range(3)]

    assert [answer.status for answer in answers] == [503, 200, 200]
    assert answers[0].headers["Retry-After"] == "1"


def test_a_broken_page_stays_broken(reader: Reader) -> None:
    url = next(a.url for a in reader.newsroom.truth() if "half-year-figures" in a.url)

    assert [reader.get(url).status for _ in range(2)] == [500, 500]


@pytest.mark.parametrize(
    ("minutes", "revision_class", "old", "new"),
    [
        pytest.param(10, "typo", "الماضيه", "الأسابيع الماضية.", id="typo"),
        pytest.param(20, "correction", "أربعة آلاف مريض", "ثلاثة آلاف ومائتي مريض", id="correction"),
        pytest.param(30, "headline", "Ferry to Gull Island", "Gull Island ferry to run", id="headline"),
    ],
)
def test_a_correction_changes_page_feed_and_tags_when_its_time_comes(
    reader: Reader, minutes: int, revision_class: str, old: str, new: str
) -> None:
    article = next(a for a in reader.newsroom.truth() if old in a.headline + a.body)
    feed_url = next(feed for host, feed in FEEDS.items() if host in article.url)
    page, feed = reader.get(article.url), reader.get(feed_url)

    reader.clock.now = reader.epoch + timedelta(minutes=minutes)
    corrected, corrected_feed = reader.get(article.url), reader.get(feed_url, If_None_Match=feed.headers["ETag"])
    truth = next(a for a in reader.newsroom.truth() if a.url == article.url)

    assert (old in page.text, new in corrected.text) == (True, True)
    assert corrected.headers["ETag"] != page.headers["ETag"]
    assert corrected_feed.status == 200
    assert (truth.revision, truth.revision_class) == (2, revision_class)
    assert truth.modified_at == reader.clock.now
    entry = next(e for e in feedparser.parse(io.BytesIO(corrected_feed.body)).entries if e.link == article.url)
    assert entry.updated_parsed[:6] == reader.clock.now.timetuple()[:6]


def test_the_press_publishes_at_its_rate(busy_reader: Reader) -> None:
    before = len(busy_reader.newsroom.truth())

    busy_reader.clock.now += timedelta(minutes=2)
    after = len(busy_reader.newsroom.truth())

    assert after - before == 60


@pytest.mark.parametrize(("per_minute", "expected"), [(0.001, 0), (0.7, 7), (7.0, 70), (60.0, 600), (123.4, 1234)])
def test_what_is_out_is_what_was_due_by_then(per_minute: float, expected: int) -> None:
    due = EPOCH + timedelta(minutes=10)
    newsroom = Newsroom(epoch=EPOCH, clock=lambda: due, articles_per_minute=per_minute)

    pressed = [article for article in newsroom.truth() if article.visible_from > EPOCH]

    assert len(pressed) == expected
    assert max((article.visible_from for article in pressed), default=due) <= due


def test_a_story_off_the_press_is_in_feed_and_sitemaps_and_on_its_page(busy_reader: Reader) -> None:
    busy_reader.clock.now += timedelta(minutes=3)
    fresh = [a for a in busy_reader.newsroom.truth() if a.visible_from > busy_reader.epoch]

    for host in HOSTS:
        article = next(a for a in fresh if host in a.url)
        today = busy_reader.clock.now.strftime(DAYS[host])

        assert article.url in busy_reader.get(FEEDS[host]).text
        assert article.url in busy_reader.get(today).text
        assert article.body.split("\n\n")[2] in busy_reader.get(article.url).text


def test_stories_off_the_press_are_long_and_unlike_each_other(busy_reader: Reader) -> None:
    busy_reader.clock.now += timedelta(minutes=20)
    fresh = [a for a in busy_reader.newsroom.truth() if a.visible_from > busy_reader.epoch]

    shingles = [{tuple(w[i : i + 3]) for i in range(len(w) - 2)} for w in (a.body.split() for a in fresh[:150])]
    likeness = max(len(a & b) / len(a | b) for i, a in enumerate(shingles) for b in shingles[:i])

    assert len({a.url for a in fresh}) == 600
    assert min(len(a.body.split()) for a in fresh) >= 150
    assert likeness < 0.4


def test_a_day_without_news_has_an_empty_sitemap_and_a_day_to_come_has_none(reader: Reader) -> None:
    today = reader.epoch.strftime(DAYS["almidan.example"])
    tomorrow = (reader.epoch + timedelta(days=1)).strftime(DAYS["almidan.example"])

    before = [reader.get(today).status, reader.get(tomorrow).status]
    reader.clock.now += timedelta(days=1)

    assert before == [200, 404]
    assert (reader.get(tomorrow).status, list_locations(reader.get(tomorrow).text)) == (200, [])


def test_requests_are_counted_by_host_and_path(reader: Reader) -> None:
    reader.get("http://almidan.example/feed")
    reader.get("http://almidan.example/feed?page=2")

    assert reader.newsroom.requests["almidan.example", "/feed"] == 2


@pytest.mark.parametrize(
    "request_bytes",
    [
        pytest.param(b"\x00\xff\x16\x03\r\n\r\n", id="noise"),
        pytest.param(b"GET\r\n\r\n", id="no target"),
        pytest.param(b"GET feed HTTP/1.1\r\nHost: almidan.example\r\n\r\n", id="no slash"),
        pytest.param(b"GET / HTTP/1.1\r\n" + b"a: b\r\n" * 200 + b"\r\n", id="endless headers"),
    ],
)
def test_a_request_that_is_none_is_refused_and_the_next_is_served(reader: Reader, request_bytes: bytes) -> None:
    with socket.create_connection(("127.0.0.1", reader.port), timeout=5) as client:
        client.sendall(request_bytes)
        answer = client.recv(64)

    assert answer.startswith(b"HTTP/1.1 400 ")
    assert reader.get("http://almidan.example/").status == 200


def test_a_stopped_newsroom_ends_its_connections(reader: Reader) -> None:
    with socket.create_connection(("127.0.0.1", reader.port), timeout=5) as client:
        client.sendall(b"HEAD / HTTP/1.1\r\nHost: almidan.example\r\n\r\n")
        first = client.recv(4096)

        reader.newsroom.stop()

        assert first.startswith(b"HTTP/1.1 200 ")
        assert client.recv(64) == b""
        with pytest.raises(ConnectionError):
            socket.create_connection(("127.0.0.1", reader.port), timeout=5)
