"""Published pages are looked at again: when, after which others, and what becomes of those that are gone."""

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from warraq import store
from warraq.model import Reason
from warraq.settings import PROJECT

if TYPE_CHECKING:
    from tests.store.conftest import Desk, Make

URL = "https://almidan.example/1"
ROUND = "select extract(epoch from refetch_at - discovered_at) / 3600 from ingest.frontier"


def reopen(desk: "Desk") -> int:
    return store.reopen_published(desk.connection, source_ids=["almidan"], run_id="ingest_news/1", now=desk.now)


def test_a_published_page_is_due_after_an_hour_then_six_a_day_and_a_week(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article())
    rounds = [desk.read(ROUND)]

    for hours in (1, 5, 18, 144):
        assert reopen(desk) == 0
        desk.wait(hours=hours)
        assert reopen(desk) == 1
        (item,) = desk.items()
        assert (item.is_refetch, item.etag) == (True, '"1"')
        desk.record(not_modified=[item])
        rounds.append(desk.read(ROUND))

    assert rounds == [[1], [6], [24], [168], [None]]
    assert desk.read("select sum(discovered), sum(loaded), sum(unchanged) from ingest.ledger") == [(5, 1, 4)]
    desk.assert_balanced()


def test_a_round_that_was_missed_is_not_made_up_for(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article())
    desk.wait(hours=30)

    assert reopen(desk) == 1
    desk.record(not_modified=desk.items())

    assert desk.read(ROUND) == [168]


def test_a_correction_that_no_feed_announced_is_a_revision(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article(body="وصل 12 وزيرا إلى بغداد."))
    desk.wait(hours=1)
    reopen(desk)
    desk.fetch(*desk.items(), capture=2)
    (page,) = desk.fetched()
    record = make.record(page, make.article(body="وصل 14 وزيرا إلى بغداد."), fetched_at=desk.now)
    desk.stage(make.staged(page, record))
    desk.judge()

    desk.publish()

    assert desk.read("select revision, change_class from news.revisions order by revision") == [
        (1, "first"),
        (2, "correction"),
    ]
    assert desk.read(ROUND) == [6]
    desk.assert_balanced()


def test_new_pages_come_before_those_looked_at_again(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article(), fetched_at=desk.now)
    desk.wait(hours=1)
    reopen(desk)
    older = make.entry("https://almidan.example/2", published_at=desk.now - timedelta(days=9))
    desk.poll(older)

    assert [(item.url, item.is_refetch) for item in desk.items()] == [
        ("https://almidan.example/2", False),
        (URL, True),
    ]


def test_a_page_that_is_gone_leaves_its_article_a_last_revision(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article())
    text = desk.read("select headline, body from news.articles")
    desk.wait(hours=1)
    reopen(desk)
    (item,) = desk.items()
    told = [(item, make.failure(item, is_transient=False), None)]

    desk.record(failed=told)
    desk.record(failed=told)  # The answer to the commit was lost: told again.

    assert desk.read("select revision, change_class from news.revisions order by revision") == [
        (1, "first"),
        (2, "unpublished"),
    ]
    assert desk.read("select headline, body from news.articles") == text
    assert desk.read("select kind, change_class from news.changes_since(0)") == [
        ("new", "first"),
        ("revised", "unpublished"),
    ]
    assert desk.read(ROUND) == [None]
    assert desk.read("select count(*) from news.quarantine") == [0]
    desk.assert_balanced()


def test_a_page_that_comes_back_as_it_was_is_told_too(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article())
    desk.wait(hours=1)
    reopen(desk)
    (item,) = desk.items()
    desk.record(failed=[(item, make.failure(item, is_transient=False), None)])
    desk.wait(hours=1)

    assert desk.load(URL, make.article()) == {"almidan": {"revised": 1}}
    desk.wait(hours=1)
    assert desk.load(URL, make.article()) == {"almidan": {"unchanged": 1}}
    assert desk.read("select revision, change_class from news.revisions order by revision") == [
        (1, "first"),
        (2, "unpublished"),
        (3, "detail"),
    ]
    desk.assert_balanced()


def test_a_page_that_is_gone_is_not_brought_back_by_a_replay_of_its_last_capture(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article())
    desk.wait(hours=1)
    reopen(desk)
    (item,) = desk.items()
    desk.record(failed=[(item, make.failure(item, is_transient=False), None)])

    chosen = store.Kept(source_ids=["almidan"], cleaner_version="2")
    store.replay_pages(desk.connection, chosen, run_id="replay/1", now=desk.now, limit=9)
    (page,) = desk.fetched()
    record = make.record(page, make.article(), fetched_at=make.noon, cleaner_version="2")
    desk.stage(make.staged(page, record), run_id="replay/1")
    desk.judge("replay/1")

    assert desk.publish("replay/1") == {"almidan": {"unchanged": 1}}
    assert desk.read("select change_class from news.revisions order by revision") == ["first", "unpublished"]
    assert desk.read(ROUND) == [None]
    desk.assert_balanced()


def test_a_page_that_was_gone_before_the_frontier_said_so_is_gone(desk: "Desk", make: "Make") -> None:
    migration = (PROJECT / "sql" / "migrations" / "0039_gone_before.sql").read_text(encoding="utf-8")
    gone, stays, back = (f"https://almidan.example/{name}" for name in ("gone", "stays", "back"))
    desk.open()
    for url in (gone, stays, back):
        desk.load(url, make.article(url))
    desk.wait(hours=1)
    reopen(desk)
    vanished = [item for item in desk.items() if item.url != stays]
    desk.record(failed=[(item, make.failure(item, is_transient=False), None) for item in vanished])
    left_at = desk.now
    desk.wait(hours=1)
    desk.load(back, make.article(back))
    as_before = (
        "update ingest.frontier set is_gone = false, fetched_at = least(fetched_at, %s) where url = %s returning 1"
    )
    desk.read(as_before, [make.noon, gone])

    desk.read(f"{migration}; select 1")

    said = desk.read("select url, is_gone, fetched_at from ingest.frontier order by url")
    assert said == [(back, False, desk.now), (gone, True, left_at), (stays, False, make.noon)]


def test_a_page_that_is_gone_is_back_with_a_later_capture_of_an_archive_alone(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article())
    desk.wait(hours=1)
    reopen(desk)
    (item,) = desk.items()
    desk.record(failed=[(item, make.failure(item, is_transient=False), None)])
    desk.wait(hours=1)

    outcomes = []
    for run_id, hours in (("load/1", 1.5), ("load/2", 0)):
        held = make.archived(URL, desk.now - timedelta(hours=hours), run_id.encode())
        desk.adopt((held, make.location(URL, int(run_id[-1]))), run_id=run_id)
        (page,) = desk.fetched()
        record = make.record(page, make.article(), fetched_at=held.page.fetched_at)
        desk.stage(make.staged(page, record), run_id=run_id)
        desk.judge(run_id)
        outcomes.append(desk.publish(run_id))

    assert outcomes == [{"almidan": {"unchanged": 1}}, {"almidan": {"revised": 1}}]
    assert desk.read("select change_class from news.revisions order by revision") == ["first", "unpublished", "detail"]
    desk.assert_balanced()


def test_a_page_that_is_gone_is_back_with_a_later_capture_of_the_same_bytes(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article())
    held_at = store.find_locations(desk.connection, url_keys=[make.key(URL)])[make.key(URL)]
    desk.wait(hours=1)
    reopen(desk)
    (item,) = desk.items()
    desk.record(failed=[(item, make.failure(item, is_transient=False), None)])

    outcomes = []
    for run_id, hours in (("load/1", 0.5), ("load/2", 1.5)):  # From before it was gone, and from after.
        desk.adopt((make.archived(URL, make.noon + timedelta(hours=hours)), held_at), run_id=run_id)
        (page,) = desk.fetched()
        desk.stage(make.staged(page, make.record(page, make.article())), run_id=run_id)
        desk.judge(run_id)
        outcomes.append(desk.publish(run_id))

    assert outcomes == [{"almidan": {"unchanged": 1}}, {"almidan": {"revised": 1}}]
    desk.assert_balanced()


def test_a_page_that_an_archive_brought_while_it_was_to_be_looked_at_again_can_still_be_gone(
    desk: "Desk", make: "Make"
) -> None:
    desk.open()
    desk.load(URL, make.article())
    desk.wait(hours=1)
    reopen(desk)
    held = make.archived(URL, desk.now - timedelta(days=9), b"<p>older")
    desk.adopt((held, make.location(URL, 9)))
    (page,) = desk.fetched()
    record = make.record(page, make.article("القديم"), fetched_at=held.page.fetched_at)
    desk.stage(make.staged(page, record), run_id="load/1")
    desk.judge("load/1")
    desk.publish("load/1")

    (item,) = desk.items()
    desk.record(failed=[(item, make.failure(item, is_transient=False), None)])

    assert desk.read("select change_class from news.revisions order by revision") == ["first", "unpublished"]
    assert desk.read("select reason from news.quarantine") == []
    desk.assert_balanced()


def test_a_page_that_could_not_be_looked_at_is_looked_at_in_the_next_round(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article())
    desk.wait(hours=1)
    reopen(desk)
    (item,) = desk.items()
    broken = replace(make.failure(item, is_transient=True), reason=Reason.SERVER_ERROR, status=503)

    desk.record(failed=[(item, broken, desk.now + timedelta(minutes=1))])
    desk.wait(minutes=1)
    (item,) = desk.items()
    desk.record(failed=[(item, broken, None)])

    assert item.is_refetch
    assert desk.read("select state, is_refetch from ingest.frontier") == [("done", False)]
    assert desk.read(ROUND) == [6]
    assert desk.read("select change_class from news.revisions") == ["first"]
    desk.assert_balanced()


def test_pages_of_the_past_are_not_looked_at_again(desk: "Desk", make: "Make") -> None:
    desk.open(historical=True)
    desk.poll(make.entry(URL), is_historical=True)
    desk.fetch(*desk.items())
    (page,) = desk.fetched()
    desk.stage(make.staged(page, make.record(page, make.article())))
    desk.judge()
    desk.publish()

    assert desk.read("select state, refetch_at from ingest.frontier") == [("done", None)]


def test_a_page_that_was_looked_at_again_since_is_still_of_the_time_when_it_was_fetched(
    desk: "Desk", make: "Make"
) -> None:
    desk.open()
    desk.load(URL, make.article())
    desk.wait(hours=1)
    reopen(desk)
    desk.record(not_modified=desk.items())
    found = []

    for run_id, since, until in (("replay/1", 0.5, 1), ("replay/2", -1, 0), ("replay/3", -1, 0.5)):
        chosen = store.Kept(
            source_ids=["almidan"],
            cleaner_version="2",
            since=make.noon + timedelta(hours=since),
            until=make.noon + timedelta(hours=until),
        )
        store.replay_pages(desk.connection, chosen, run_id=run_id, now=desk.now, limit=9)
        found.append(desk.fetched() != ())
        desk.read("update ingest.frontier set state = 'done', replayed_by = null returning 1")

    assert found == [True, False, True]


def test_a_replay_goes_on_where_the_last_one_ended_though_nothing_changed(desk: "Desk", make: "Make") -> None:
    desk.open()
    urls = [f"https://almidan.example/{number}" for number in range(3)]
    for url in urls:
        desk.load(url, make.article("خبر", f"نص {url}"))
    chosen = store.Kept(source_ids=["almidan"], cleaner_version="another")
    cleaned = []

    for number in range(4):
        run_id = f"replay/{number}"
        desk.open(run_id, historical=True)
        store.replay_pages(desk.connection, chosen, run_id=run_id, now=desk.now, limit=1)
        for page in desk.fetched():
            cleaned.append(page.url)
            desk.stage(make.staged(page, make.record(page, make.article("خبر", f"نص {page.url}"))), run_id=run_id)
        desk.judge(run_id)
        desk.publish(run_id)

    assert sorted(cleaned) == urls
    desk.assert_balanced()
