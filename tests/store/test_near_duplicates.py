"""Texts that are alike are found as they arrive."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.store.conftest import Desk, Make

WIRE = " ".join(f"كلمة{number}" for number in range(200))
PAIRS = """
    select article.url, earlier.url
    from news.near_duplicates as pair
    join news.articles as article using (article_id)
    join news.articles as earlier on earlier.article_id = pair.earlier_article_id
    order by 1, 2
"""


def url(number: int, source: str = "almidan") -> str:
    return f"https://{source}.example/{number}"


def test_a_wire_copy_is_matched_with_what_came_first(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(url(1), make.article("خبر", WIRE))
    desk.load(url(2), make.article("الخبر نفسه", f"{WIRE} وأضاف المراسل كلمات قليلة."))
    desk.load(url(3), make.article("خبر آخر", " ".join(WIRE.split()[::-1])))

    assert desk.read(PAIRS) == [(url(2), url(1))]
    ((similarity, found_at),) = desk.read("select similarity, found_at from news.near_duplicates")
    assert similarity == pytest.approx(0.98, abs=0.05)
    assert found_at == desk.now


def test_what_was_published_first_comes_first_whenever_it_arrives(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(url(1), make.article("خبر", WIRE))
    desk.load(url(2), make.article("أصل الخبر", f"{WIRE} زيادة", published_at=make.noon.replace(hour=1)))
    assert desk.read(PAIRS) == [(url(1), url(2))]


def test_copies_in_one_batch_are_matched_once(desk: "Desk", make: "Make") -> None:
    desk.open()
    urls = [url(1), url(2)]
    desk.poll(*map(make.entry, urls))
    desk.fetch(*desk.items())
    texts = {url(1): WIRE, url(2): f"{WIRE} زيادة"}
    desk.stage(*(make.staged(page, make.record(page, make.article("خبر", texts[page.url]))) for page in desk.fetched()))
    desk.judge()
    desk.publish()
    assert len(desk.read(PAIRS)) == 1


def test_a_changed_text_is_compared_anew(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(url(1), make.article("خبر", WIRE))
    desk.load(url(2), make.article("خبر", f"{WIRE} زيادة"))
    desk.wait(hours=1)
    desk.load(url(2), make.article("خبر", "نص قصير"))
    assert desk.read(PAIRS) == []
    assert desk.read("select count(*) from ingest.signature") == [1]
    desk.wait(hours=1)
    desk.load(url(2), make.article("خبر", f"{WIRE} زيادة أخرى"))
    assert desk.read(PAIRS) == [(url(2), url(1))]


def test_the_same_text_under_another_address_is_one_article_and_no_pair(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(url(1), make.article("خبر", WIRE))
    desk.load(url(2), make.article("خبر", WIRE))
    assert desk.read("select urls from news.articles") == [[url(1), url(2)]]
    assert desk.read(PAIRS) == []


def test_a_text_that_everybody_prints_is_compared_with_a_hundred_at_most(desk: "Desk", make: "Make") -> None:
    desk.open()
    urls = [url(number) for number in range(150)]
    desk.poll(*map(make.entry, urls))
    desk.fetch(*desk.items(pages=200))
    pages = [make.staged(page, make.record(page, make.article("خبر", f"{WIRE} {page.url}"))) for page in desk.fetched()]
    desk.stage(*pages)
    desk.judge()
    desk.publish()
    (most,) = desk.read(
        "select max(number) from (select count(*) as number from ingest.near_duplicate group by low_id) as c"
    )
    assert most <= 150
    assert desk.read("select count(*) from ingest.near_duplicate")[0] <= 100 * 150
