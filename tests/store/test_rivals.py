"""Several workers at once: nobody waits for ever, nothing is counted twice, readers miss nothing."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from warraq import store
from warraq.model import Watermark

if TYPE_CHECKING:
    from tests.store.conftest import Desk, Make


def run_together(*works: Callable[[], object]) -> list[object]:
    """Run the works in threads that set out at the same moment; return what they return."""
    barrier = threading.Barrier(len(works))

    def run(work: Callable[[], object]) -> object:
        barrier.wait()
        return work()

    with ThreadPoolExecutor(len(works)) as threads:
        return list(threads.map(run, works))


def test_polls_that_name_the_same_pages_in_opposite_orders_do_not_deadlock(
    desk: "Desk", make: "Make", dsn: str
) -> None:
    desk.open()
    entries = [make.entry(f"https://almidan.example/{n}") for n in range(300)]

    def poll(run_id: str, ordered: list[Any]) -> int:
        connection = store.connect(dsn)
        found = 0
        for turn in range(6):
            found += store.save_poll(
                connection,
                watermark=Watermark(
                    feed_url=f"https://almidan.example/{run_id}", source_id="almidan", checked_at=desk.now
                ),
                entries=ordered[turn * 50 :] + ordered[: turn * 50],
                run_id=run_id,
                now=desk.now,
            )
        connection.close()
        return found

    found = run_together(lambda: poll("a", entries), lambda: poll("b", entries[::-1]))

    assert sum(map(int, map(str, found))) == 300
    assert desk.read("select count(*) from ingest.frontier where state = 'waiting'") == [300]
    desk.assert_balanced()


def test_two_workers_never_hold_one_host(desk: "Desk", dsn: str) -> None:
    hosts = [f"h{n}.example" for n in range(40)]

    def lease(holder: str, ordered: list[str]) -> set[str]:
        connection = store.connect(dsn)
        held = store.lease_hosts(connection, hosts=ordered, holder=holder, now=desk.now, lease_seconds=30)
        connection.close()
        return set(held)

    first, second = run_together(lambda: lease("one", hosts), lambda: lease("two", hosts[::-1]))

    assert isinstance(first, set)
    assert isinstance(second, set)
    assert not first & second


def test_two_lanes_that_clean_the_same_pages_at_once_count_each_page_once(desk: "Desk", make: "Make", dsn: str) -> None:
    desk.open()
    desk.poll(*(make.entry(f"https://almidan.example/{n}") for n in range(100)))
    desk.fetch(*desk.items())
    pages = [make.staged(page, make.record(page, make.article(page.url))) for page in desk.fetched()[:80]]
    pages += [make.rejected(page) for page in desk.fetched()[80:]]

    def clean() -> None:
        connection = store.connect(dsn)
        store.stage_pages(connection, run_id="ingest_news/1", pages=pages)
        connection.close()

    run_together(clean, clean, clean)
    desk.judge()

    assert desk.publish() == {"almidan": {"loaded": 80, "rejected": 20}}
    desk.assert_balanced()


def test_one_run_published_twice_at_once_is_published_once(desk: "Desk", make: "Make", dsn: str) -> None:
    desk.open()
    desk.poll(*(make.entry(f"https://almidan.example/{n}") for n in range(50)))
    desk.fetch(*desk.items())
    desk.stage(*(make.staged(page, make.record(page, make.article(page.url))) for page in desk.fetched()))
    desk.judge()

    def publish() -> int:
        connection = store.connect(dsn)
        outcomes = store.publish(connection, run_id="ingest_news/1", now=desk.now)
        connection.close()
        return sum(sum(counts.values()) for counts in outcomes.values())

    assert sorted(map(str, run_together(publish, publish))) == ["0", "50"]
    assert desk.read("select count(*) from news.articles") == [50]
    desk.assert_balanced()


def test_two_runs_that_bring_one_text_under_two_addresses_make_one_article(
    desk: "Desk", make: "Make", dsn: str
) -> None:
    desk.open()
    desk.open("backfill_archive/1", historical=True)
    desk.poll(*(make.entry(f"https://almidan.example/{n}") for n in range(2)))
    desk.fetch(*desk.items())
    for page, run_id in zip(desk.fetched(), ("ingest_news/1", "backfill_archive/1"), strict=True):
        desk.stage(make.staged(page, make.record(page, make.article())), run_id=run_id)
        desk.judge(run_id)

    def publish(run_id: str) -> object:
        connection = store.connect(dsn)
        outcomes = store.publish(connection, run_id=run_id, now=desk.now)
        connection.close()
        return outcomes

    outcomes = run_together(lambda: publish("ingest_news/1"), lambda: publish("backfill_archive/1"))

    assert sorted(map(str, outcomes)) == [
        "{'almidan': {<Outcome.DUPLICATE: 'duplicate'>: 1}}",
        "{'almidan': {<Outcome.LOADED: 'loaded'>: 1}}",
    ]
    assert desk.read("select cardinality(urls) from news.articles") == [2]
    desk.assert_balanced()


def test_a_consumer_sees_every_change_once_and_in_order_while_two_writers_publish(
    desk: "Desk", make: "Make", dsn: str
) -> None:
    desk.open()
    ends = time.monotonic() + 3.0
    made, seen = [0, 0], []

    def write(number: int) -> None:
        writer = type(desk)(store.connect(dsn))
        run_id = f"ingest_news/{number}"
        while time.monotonic() < ends:
            made[number] += 1
            url = f"https://{('almidan', 'alburj')[number]}.example/{made[number] // 2}"
            writer.wait(seconds=1)
            writer.load(url, make.article(f"{number}/{made[number]}"), run_id=run_id)
        writer.connection.close()

    def consume() -> None:
        reader = type(desk)(store.connect(dsn))
        quiet = 0
        while quiet < 2:
            cursor = seen[-1][0] if seen else 0
            rows = reader.read("select change_id, article_id, revision from news.changes_since(%s, 5)", [cursor])
            seen.extend(rows)
            quiet = 0 if rows or time.monotonic() < ends + 0.5 else quiet + 1
        reader.connection.close()

    run_together(lambda: write(0), lambda: write(1), consume)

    assert len(seen) == sum(made) > 10
    assert len({change_id for change_id, _, _ in seen}) == len(seen)
    for article_id in {article_id for _, article_id, _ in seen}:
        revisions = [revision for _, changed, revision in seen if changed == article_id]
        assert revisions == list(range(1, len(revisions) + 1))
    desk.assert_balanced()
