"""The frontier: what a poll enters, who may fetch, in which order, and what becomes of it."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import psycopg2
import pytest

from warraq import store
from warraq.model import ArchivedPage, MediaKind, Watermark

if TYPE_CHECKING:
    from tests.store.conftest import Desk, Make

URL = "https://almidan.example/1"
STATES = "select state, count(*) from ingest.frontier group by state order by state"


def test_a_poll_discovers_each_page_once(desk: "Desk", make: "Make") -> None:
    desk.open()

    found = desk.poll(make.entry(URL), make.entry(URL), make.entry("https://almidan.example/2"))
    again = desk.poll(make.entry(URL), make.entry("https://almidan.example/2"))

    assert (found, again) == (2, 0)
    assert desk.read(STATES) == [("waiting", 2)]
    desk.assert_balanced()


def test_an_empty_poll_moves_the_watermark(desk: "Desk") -> None:
    desk.open()

    found = desk.poll()

    assert found == 0
    assert store.read_watermarks(desk.connection, ["almidan"]) == (
        Watermark(feed_url="https://almidan.example/rss", source_id="almidan", etag='"7"', checked_at=desk.now),
    )


def test_a_poll_that_began_earlier_does_not_turn_the_watermark_back(desk: "Desk") -> None:
    desk.open()
    desk.poll()
    late = Watermark(
        feed_url="https://almidan.example/rss",
        source_id="almidan",
        etag='"6"',
        checked_at=desk.now - timedelta(hours=1),
    )

    store.save_poll(desk.connection, watermark=late, entries=[], run_id="ingest_news/1", now=desk.now)

    assert [mark.etag for mark in store.read_watermarks(desk.connection, ["almidan"])] == ['"7"']


def test_a_poll_of_a_clock_that_was_ahead_holds_no_later_one_back(desk: "Desk") -> None:
    desk.open()
    desk.wait(days=1)
    desk.poll()
    desk.wait(days=-1)

    desk.poll()

    assert desk.read("select checked_at from ingest.feed") == [desk.now]


def test_remarks_on_feeds_are_counted_by_what_they_say(desk: "Desk") -> None:
    desk.open()
    remarks = {"day/1": "not_found: answered 404", "day/2": "not_found: answered 404", "rss": "3 refused", "atom": None}
    for name, remark in remarks.items():
        mark = Watermark(
            feed_url=f"https://almidan.example/{name}", source_id="almidan", checked_at=desk.now, remark=remark
        )
        store.save_poll(desk.connection, watermark=mark, entries=[], run_id="ingest_news/1", now=desk.now)

    assert store.count_remarks(desk.connection) == (
        ("almidan", "not_found: answered 404", "https://almidan.example/day/1", 2),
        ("almidan", "3 refused", "https://almidan.example/rss", 1),
    )


def test_a_feed_of_a_very_long_address_has_a_watermark(desk: "Desk") -> None:
    desk.open()
    long = Watermark(feed_url=f"https://almidan.example/{'م' * 9_000}", source_id="almidan", checked_at=desk.now)

    store.save_poll(desk.connection, watermark=long, entries=[], run_id="ingest_news/1", now=desk.now)

    assert store.read_watermarks(desk.connection, ["almidan"]) == (long,)


def test_a_done_page_waits_again_when_its_feed_says_something_else(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article())
    said = make.entry(URL, modified_at=desk.now)

    unchanged = desk.poll(said)
    changed = desk.poll(make.entry(URL, modified_at=desk.now, title="افتتاح الجسر القديم"))

    assert (unchanged, changed) == (0, 1)
    assert [item.etag for item in desk.items()] == ['"1"']
    desk.assert_balanced()


def test_a_time_that_a_document_gives_every_page_is_its_own_and_reopens_none(desk: "Desk", make: "Make") -> None:
    desk.open()
    urls = [f"https://almidan.example/{number}" for number in range(10)]
    for url in urls:
        desk.load(url, make.article(body=f"الخبر {url}"))
    sitemap = {"found_in": "https://almidan.example/sitemap.xml", "title": None, "summary": None}
    found = []

    for _ in range(3):
        desk.wait(minutes=7, seconds=11)
        found.append(desk.poll(*(make.entry(url, **sitemap, modified_at=desk.now) for url in urls)))
    own = {urls[3]: desk.now + timedelta(hours=1)}
    corrected = desk.poll(*(make.entry(url, **sitemap, modified_at=own.get(url, desk.now)) for url in urls))

    assert (found, corrected) == ([0, 0, 0], 1)
    assert [item.url for item in desk.items()] == [urls[3]]


def test_an_address_inside_a_content_says_nothing_of_the_story(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article())
    full = "https://almidan.example/full"
    contents = [
        '<p>بدأت حركة السير<img src="https://ads.example/pixel?ord=1"></p>',
        '<p>بدأت حركة السير<img src="https://ads.example/pixel?ord=2"></p>',
        '<p>توقفت حركة السير<img src="https://ads.example/pixel?ord=2"></p>',
    ]

    found = [desk.poll(make.entry(URL, found_in=full, content_html=content)) for content in contents]

    assert found == [0, 0, 1]


def test_another_feed_with_other_words_does_not_reopen_a_page(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article())
    sitemap = {"found_in": "https://almidan.example/sitemap.xml", "title": None, "summary": None}

    first = desk.poll(make.entry(URL, **sitemap))
    back_and_forth = [desk.poll(make.entry(URL, modified_at=desk.now)), desk.poll(make.entry(URL, **sitemap))]
    later = desk.poll(make.entry(URL, **sitemap, modified_at=desk.now + timedelta(hours=1)))

    assert (first, back_and_forth, later) == (0, [0, 0], 1)


def test_a_page_that_changes_between_fetch_and_publish_waits_again(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.poll(make.entry(URL))
    desk.fetch(*desk.items())
    desk.poll(make.entry(URL, title="تصحيح"))
    (page,) = desk.fetched()
    desk.stage(make.staged(page, make.record(page, make.article())))
    desk.judge()

    desk.publish()

    assert desk.read(STATES) == [("waiting", 1)]
    assert desk.read("select discovered, loaded from ingest.ledger") == [(2, 1)]
    desk.assert_balanced()


def test_a_live_feed_raises_what_a_backfill_left_waiting(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.poll(make.entry(URL), is_historical=True)

    found = desk.poll(make.entry(URL))

    assert found == 0
    assert [item.is_historical for item in desk.items()] == [False]
    desk.assert_balanced()


def test_pages_come_live_first_then_newest_then_longest_waiting(desk: "Desk", make: "Make") -> None:
    desk.open()
    urls = [f"https://almidan.example/{n}" for n in range(5)]
    desk.poll(make.entry(urls[0], published_at=desk.now), is_historical=True)
    desk.poll(make.entry(urls[1]))
    desk.wait(minutes=1)
    desk.poll(make.entry(urls[2]), make.entry(urls[3], published_at=desk.now - timedelta(days=2)))
    desk.poll(make.entry(urls[4], published_at=desk.now))

    assert [item.url[-1] for item in desk.items()] == ["4", "3", "1", "2", "0"]


def test_a_page_budget_bounds_what_a_source_gives(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.poll(*(make.entry(f"https://almidan.example/{n}") for n in range(5)))

    assert len(desk.items(pages=2)) == 2
    assert desk.items(pages=0) == ()
    assert store.list_due(desk.connection, host="almidan.example", budgets={}, now=desk.now, limit=9) == ()


def test_a_host_belongs_to_one_holder_until_its_lease_ends(desk: "Desk") -> None:
    def lease(holder: str) -> dict[str, Any]:
        return store.lease_hosts(
            desk.connection, hosts=["b.example", "a.example"], holder=holder, now=desk.now, lease_seconds=30
        )

    first, rival, renewed = lease("one"), lease("two"), lease("one")
    desk.wait(seconds=31)
    after_the_end = lease("two")

    assert list(first) == list(renewed) == list(after_the_end) == ["a.example", "b.example"]
    assert rival == {}


def test_a_host_given_back_keeps_the_time_of_its_next_request(desk: "Desk") -> None:
    later = desk.now + timedelta(seconds=20)
    store.lease_hosts(desk.connection, hosts=["a.example"], holder="one", now=desk.now, lease_seconds=30)

    store.release_hosts(desk.connection, holder="one", now=desk.now, next_allowed={"a.example": later})
    much_later = later + timedelta(days=1)
    store.release_hosts(desk.connection, holder="one", now=desk.now, next_allowed={"a.example": much_later})

    leased = store.lease_hosts(desk.connection, hosts=["a.example"], holder="two", now=desk.now, lease_seconds=30)
    assert leased == {"a.example": later}


def test_a_renewal_keeps_the_time_of_the_next_request_of_a_lane_that_is_killed(desk: "Desk") -> None:
    def lease(holder: str, **further: Any) -> dict[str, Any]:
        return store.lease_hosts(
            desk.connection, hosts=["a.example"], holder=holder, now=desk.now, lease_seconds=30, **further
        )

    later = desk.now + timedelta(minutes=4)
    lease("one")
    lease("one", next_allowed={"a.example": later})
    lease("one")
    refused = lease("two", next_allowed={"a.example": later + timedelta(days=1)})
    desk.wait(seconds=31)

    assert refused == {}
    assert lease("two") == {"a.example": later}


def test_a_lease_and_a_pause_of_a_clock_that_was_ahead_hold_nobody_up(desk: "Desk") -> None:
    ahead = desk.now + timedelta(days=1)
    for host in ("held.example", "left.example"):
        store.lease_hosts(desk.connection, hosts=[host], holder="one", now=ahead, lease_seconds=30)
    later = ahead + timedelta(minutes=4)
    store.release_hosts(desk.connection, holder="one", now=ahead, next_allowed={"left.example": later})

    leased = store.lease_hosts(
        desk.connection, hosts=["held.example", "left.example"], holder="two", now=desk.now, lease_seconds=30
    )

    assert leased == {"held.example": desk.now, "left.example": desk.now}


def test_a_page_that_a_clock_which_was_ahead_put_off_is_due_at_once(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.poll(make.entry(URL), make.entry("https://almidan.example/2"))
    tomorrow, next_year = desk.now + timedelta(days=1), desk.now + timedelta(days=366)
    first, second = (item.url_key for item in desk.items())
    store.put_off_pages(desk.connection, url_keys=[first], due_at=tomorrow)
    store.put_off_pages(desk.connection, url_keys=[second], due_at=next_year)

    store.wake_pages(desk.connection, source_ids=["almidan"], now=desk.now, longest=timedelta(hours=25))

    assert [item.url_key for item in desk.items()] == [second]


def test_a_page_put_off_waits_with_no_attempt_counted(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.poll(make.entry(URL), make.entry("https://almidan.example/2"))
    due_at = desk.now + timedelta(minutes=1)

    store.put_off_pages(desk.connection, url_keys=[make.key(URL)], due_at=due_at)
    store.put_off_pages(desk.connection, url_keys=[make.key(URL)], due_at=desk.now)

    assert [item.url for item in desk.items()] == ["https://almidan.example/2"]
    desk.wait(minutes=1)
    assert {item.url: item.attempts for item in desk.items()} == {URL: 0, "https://almidan.example/2": 0}
    desk.assert_balanced()


def test_a_page_put_off_is_brought_forward_unless_it_waits_for_something_else(desk: "Desk", make: "Make") -> None:
    other = "https://almidan.example/2"
    desk.open()
    desk.poll(make.entry(URL), make.entry(other))
    ends_at, keys = desk.now + timedelta(minutes=10), [make.key(URL), make.key(other)]
    store.put_off_pages(desk.connection, url_keys=keys, due_at=ends_at)
    store.put_off_pages(desk.connection, url_keys=[make.key(other)], due_at=ends_at + timedelta(hours=1))

    store.bring_forward(desk.connection, url_keys=keys, put_off_to=ends_at, due_at=desk.now + timedelta(minutes=1))

    assert desk.items() == ()
    desk.wait(minutes=1)
    assert [item.url for item in desk.items()] == [URL]
    desk.assert_balanced()


def test_a_transient_failure_waits_for_its_time(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.poll(make.entry(URL))
    (item,) = desk.items()
    retry_at = desk.now + timedelta(minutes=5)

    desk.record(failed=[(item, make.failure(item, is_transient=True), retry_at)])

    assert desk.items() == ()
    assert store.list_due_hosts(desk.connection, source_ids=["almidan"], now=desk.now) == ()
    assert store.find_soonest_due(desk.connection, source_ids=["almidan"]) == retry_at
    desk.wait(minutes=5)
    assert [item.attempts for item in desk.items()] == [1]
    assert store.list_due_hosts(desk.connection, source_ids=["almidan"], now=desk.now) == ("almidan.example",)
    desk.assert_balanced()


def test_a_page_given_up_is_rejected_with_its_reason(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.poll(make.entry(URL))
    (item,) = desk.items()

    desk.record(failed=[(item, make.failure(item, is_transient=False), None)])

    assert desk.read(STATES) == [("done", 1)]
    assert desk.read("select discovered, fetched, rejected from ingest.ledger") == [(1, 0, 1)]
    (aside,) = store.list_quarantine(desk.connection)
    assert (aside.stage, aside.reason, aside.reasons) == ("fetch", "not_found", ("404 Not Found",))
    assert store.show_quarantine(desk.connection, quarantine_id=aside.quarantine_id) == aside
    assert store.count_reasons(desk.connection) == (("almidan", "not_found", 1),)
    desk.assert_balanced()


def test_a_page_not_modified_is_done_and_heals_what_fetching_had_set_aside(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.poll(make.entry(URL))
    (item,) = desk.items()
    desk.record(failed=[(item, make.failure(item, is_transient=False), None)])
    desk.poll(make.entry(URL, title="ثانية"))

    desk.record(not_modified=desk.items())

    assert desk.read("select discovered, unchanged, rejected from ingest.ledger") == [(2, 1, 1)]
    assert store.list_quarantine(desk.connection) == ()
    assert [aside.status for aside in store.list_quarantine(desk.connection, status="healed")] == ["healed"]
    desk.assert_balanced()


def test_every_fetch_is_logged(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.poll(*(make.entry(f"https://almidan.example/{n}") for n in range(3)))
    one, two, three = desk.items()

    desk.fetch(one)
    desk.record(not_modified=[two])
    desk.record(failed=[(three, make.failure(three, is_transient=False), None)])

    logged = desk.read("select result, http_status, body_bytes, elapsed_ms, reason from ingest.fetch order by result")
    assert logged == [
        ("fetched", 200, 3, 12, None),
        ("given_up", 404, None, 0, "not_found"),
        ("not_modified", 304, None, None, None),
    ]


def test_an_archive_enters_pages_as_fetched(desk: "Desk", make: "Make") -> None:
    desk.open("load/1", historical=True)

    taken = desk.adopt((make.archived(URL), make.location(URL)))
    again = desk.adopt((make.archived(URL), make.location(URL)))

    assert (taken, again) == (1, 0)
    assert [(page.url, page.is_historical) for page in desk.fetched()] == [(URL, True)]
    assert desk.read("select is_historical, discovered, fetched from ingest.ledger") == [(True, 1, 1)]
    assert store.find_locations(desk.connection, url_keys=[make.key(URL)]) == {make.key(URL): make.location(URL)}
    desk.assert_balanced()


def test_an_archive_takes_the_newest_of_several_captures(desk: "Desk", make: "Make") -> None:
    desk.open("load/1")

    desk.adopt(
        (make.archived(URL, desk.now), make.location(URL, 2)),
        (make.archived(URL, desk.now - timedelta(days=1)), make.location(URL, 1)),
    )

    assert [page.raw.warc_file for page in desk.fetched()] == ["capture-2.warc.gz"]


def test_an_archive_brings_back_a_done_page_once_a_run(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article())
    pair = (make.archived(URL), make.location(URL, 9))

    taken = desk.adopt(pair)
    (page,) = desk.fetched()
    desk.stage(make.staged(page, make.record(page, make.article())), run_id="load/1")
    desk.judge("load/1")
    desk.publish("load/1")
    again = desk.adopt(pair)
    another_run = desk.adopt(pair, run_id="load/2")

    assert (taken, again, another_run) == (1, 0, 1)
    desk.assert_balanced()


def test_behind_an_older_capture_the_newest_is_the_pages_again(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article("الجديد"))
    newest = store.find_locations(desk.connection, url_keys=[make.key(URL)])
    older = make.archived(URL, desk.now - timedelta(days=9), b"<p>older")

    desk.adopt((older, make.location(URL, 9)))
    (page,) = desk.fetched()
    record = make.record(page, make.article("القديم"), fetched_at=older.page.fetched_at)
    desk.stage(make.staged(page, record), run_id="load/1")
    desk.judge("load/1")

    assert desk.publish("load/1") == {"almidan": {"unchanged": 1}}
    assert store.find_locations(desk.connection, url_keys=[make.key(URL)]) == newest
    assert desk.read("select etag, fetched_at from ingest.frontier") == [('"1"', desk.now)]
    assert desk.read("select headline from news.articles") == ["الجديد"]
    desk.assert_balanced()


def test_an_older_capture_that_gives_the_article_is_the_pages(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.poll(make.entry(URL))
    desk.fetch(*desk.items())
    desk.stage(make.rejected(*desk.fetched()))
    desk.publish()
    older = make.archived(URL, desk.now - timedelta(days=9), b"<p>older")

    desk.adopt((older, make.location(URL, 9)))
    (page,) = desk.fetched()
    record = make.record(page, make.article("القديم"), fetched_at=older.page.fetched_at)
    desk.stage(make.staged(page, record), run_id="load/1")
    desk.judge("load/1")

    assert desk.publish("load/1") == {"almidan": {"loaded": 1}}
    locations = store.find_locations(desk.connection, url_keys=[make.key(URL)])
    assert locations == {make.key(URL): make.location(URL, 9)}
    desk.assert_balanced()


def test_a_capture_from_before_the_page_was_last_seen_changes_nothing(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article("كما كان"))
    desk.wait(hours=1)
    between = make.archived(URL, desk.now, b"<p>between")
    desk.wait(hours=1)
    store.reopen_published(desk.connection, source_ids=["almidan"], run_id="ingest_news/1", now=desk.now)
    desk.record(not_modified=desk.items())

    desk.adopt((between, make.location(URL, 9)))
    (page,) = desk.fetched()
    record = make.record(page, make.article("بينهما"), fetched_at=between.page.fetched_at)
    desk.stage(make.staged(page, record), run_id="load/1")
    desk.judge("load/1")

    assert desk.publish("load/1") == {"almidan": {"unchanged": 1}}
    assert desk.read("select headline from news.articles") == ["كما كان"]
    desk.assert_balanced()


def test_a_text_that_was_drawn_from_the_newest_capture_is_never_the_pages(desk: "Desk", make: "Make") -> None:
    desk.open()
    for n, days, kind, headline in (
        (1, 30, MediaKind.HTML, "كما كان"),
        (2, 3, MediaKind.HTML, "كما كان"),
        (3, 3, MediaKind.TEXT, "كما كان بلا تاريخ"),
    ):
        held = make.archived(URL, desk.now - timedelta(days=days), str(n).encode(), kind)
        desk.adopt((held, make.location(URL, n)), run_id=f"load/{n}")
        (page,) = desk.fetched()
        is_text = kind is MediaKind.TEXT
        record = make.record(page, make.article(headline), fetched_at=held.page.fetched_at, is_text=is_text)
        desk.stage(make.staged(page, record), run_id=f"load/{n}")
        desk.judge(f"load/{n}")
        desk.publish(f"load/{n}")

    assert desk.read("select headline, revision from news.articles") == [("كما كان", 1)]
    locations = store.find_locations(desk.connection, url_keys=[make.key(URL)])
    assert locations == {make.key(URL): make.location(URL, 2)}
    desk.assert_balanced()


@pytest.mark.parametrize("gives", ["refused", "no article"])
def test_an_older_capture_that_gives_nothing_ends_no_rounds(desk: "Desk", make: "Make", gives: str) -> None:
    desk.open()
    desk.load(URL, make.article("الجديد"))
    held = make.archived(URL, desk.now - timedelta(days=9), b"<p>older")

    desk.adopt((held, make.location(URL, 9)))
    (page,) = desk.fetched()
    record = make.record(page, make.article("القديم"), fetched_at=held.page.fetched_at)
    desk.stage(make.staged(page, record) if gives == "refused" else make.rejected(page), run_id="load/1")
    desk.judge("load/1", refuse={"القديم": "too short"})
    desk.publish("load/1")

    assert desk.read("select refetch_at from ingest.frontier") == [desk.now + timedelta(hours=1)]
    desk.assert_balanced()


@pytest.mark.parametrize("known", ["الأول", None])
def test_what_the_gate_set_aside_of_the_newest_capture_is_not_healed_by_an_older_one(
    desk: "Desk", make: "Make", known: str | None
) -> None:
    desk.open()
    if known:
        desk.load(URL, make.article(known))
    desk.wait(days=1)
    desk.poll(make.entry(URL, modified_at=desk.now))
    desk.fetch(*desk.items(), capture=2)
    (page,) = desk.fetched()
    desk.stage(make.staged(page, make.record(page, make.article("الجديد"), fetched_at=desk.now)))
    desk.judge(refuse={"الجديد": "too short"})
    desk.publish()

    held = make.archived(URL, desk.now - timedelta(hours=1), b"<p>between")
    desk.adopt((held, make.location(URL, 9)))
    (page,) = desk.fetched()
    record = make.record(page, make.article("بينهما"), fetched_at=held.page.fetched_at)
    desk.stage(make.staged(page, record), run_id="load/1")
    desk.judge("load/1")
    desk.publish("load/1")

    assert desk.read("select status, headline from news.quarantine") == [("open", "الجديد")]
    locations = store.find_locations(desk.connection, url_keys=[make.key(URL)])
    assert locations == {make.key(URL): make.location(URL, 2)}
    assert desk.read("select headline from news.articles") == [known or "بينهما"]
    desk.assert_balanced()


def test_an_older_capture_of_the_page_itself_comes_before_what_stood_below_another(desk: "Desk", make: "Make") -> None:
    other = "https://almidan.example/2"
    desk.open()
    desk.poll(make.entry(URL), make.entry(other))
    desk.fetch(*desk.items())
    first, second = sorted(desk.fetched(), key=lambda page: page.url)
    copy = make.record(
        second, make.article("منقول", position=2), url_key=make.key(URL), url=URL, canonical_url=URL, is_own_page=False
    )
    desk.stage(
        make.rejected(first), make.staged(second, make.record(second, make.article("آخر", body="نص آخر.")), copy)
    )
    desk.judge()
    desk.publish()

    held = make.archived(URL, desk.now - timedelta(days=9), b"<p>older")
    desk.adopt((held, make.location(URL, 9)))
    (page,) = desk.fetched()
    record = make.record(page, make.article("الأصل"), fetched_at=held.page.fetched_at)
    desk.stage(make.staged(page, record), run_id="load/1")
    desk.judge("load/1")

    assert desk.publish("load/1") == {"almidan": {"revised": 1}}
    assert desk.read("select headline from news.articles order by url") == ["الأصل", "آخر"]
    assert desk.read("select status from news.quarantine") == ["healed"]
    desk.assert_balanced()


def test_a_page_that_an_archive_has_newer_is_asked_for_without_the_validators_of_the_older(
    desk: "Desk", make: "Make"
) -> None:
    desk.open()
    desk.load(URL, make.article())
    desk.wait(minutes=30)

    desk.adopt((make.archived(URL, desk.now, b"<p>newer"), make.location(URL, 9)))

    assert desk.read("select etag, last_modified, fetched_at from ingest.frontier") == [(None, None, desk.now)]


def test_a_page_that_waits_for_a_live_fetch_waits_again_after_the_archive(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.poll(make.entry(URL))

    desk.adopt((make.archived(URL), make.location(URL)))
    (page,) = desk.fetched()
    desk.stage(make.rejected(page), run_id="load/1")
    desk.publish("load/1")

    assert [item.url for item in desk.items()] == [URL]
    desk.assert_balanced()


def test_a_rescued_page_is_fetched_and_an_older_capture_of_it_is_not(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.poll(make.entry(URL))
    held = make.archived(URL, desk.now)
    rescued = ArchivedPage(page=held.page, location=make.location(URL), url_key=held.url_key, status=200)

    def salvage() -> int:
        return store.mark_salvaged(desk.connection, run_id="ingest_news/1", now=desk.now, pages=[rescued])

    first, repeated = salvage(), salvage()
    (page,) = desk.fetched()
    desk.stage(make.rejected(page))
    desk.publish()
    desk.poll(make.entry(URL, title="تصحيح"))
    of_the_page_before_its_correction = salvage()

    assert (first, repeated, of_the_page_before_its_correction) == (1, 0, 0)
    assert desk.read("select result from ingest.fetch") == ["salvaged"]
    desk.assert_balanced()


def test_an_unknown_source_is_refused_whole(desk: "Desk", make: "Make") -> None:
    with pytest.raises(psycopg2.errors.ForeignKeyViolation):
        desk.poll(make.entry("https://almidan.example/1"), make.entry("https://nobody.example/1"))

    assert desk.read(STATES) == []
    assert store.read_watermarks(desk.connection, ["almidan"]) == ()
