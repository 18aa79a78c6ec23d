"""A publisher that changed its pages is told by its own past and held, then replayed or released by one command."""

from typing import TYPE_CHECKING, Any

import pytest

from warraq import gate, store
from warraq.settings import PROJECT

if TYPE_CHECKING:
    from conftest import Desk, Make

BODY = "قال المحافظ إن العمل في الجسر انتهى وإن السير عاد إليه صباح اليوم بعد عامين من التحويلات"
RECORDS_FOR_PAST = 40


def give(desk: "Desk", make: "Make", numbers: range, run_id: str, **changes: Any) -> list[str]:
    """Take pages of one publisher to the end of the gate; return the sentences of what its batch failed."""
    desk.wait(minutes=10)
    desk.open(run_id)
    urls = [f"https://almidan.example/{number}" for number in numbers]
    desk.poll(*[make.entry(url, modified_at=desk.now) for url in urls], run_id=run_id)
    desk.fetch(*desk.items(), run_id=run_id, capture=int(desk.now.timestamp()))
    return judge(desk, make, run_id, **changes)


def judge(desk: "Desk", make: "Make", run_id: str, *, empty: int = 0, **changes: Any) -> list[str]:
    """Stage what is fetched, the first pages without a story, and judge it as the pipeline does."""
    pages = desk.fetched()
    changes = {"published_at": desk.now, "body": BODY, **changes}
    desk.stage(*[make.rejected(page) for page in pages[:empty]], run_id=run_id)
    desk.stage(
        *[
            make.staged(page, make.record(page, make.article(headline=page.url, **changes), fetched_at=desk.now))
            for page in pages[empty:]
        ],
        run_id=run_id,
    )
    desk.judge(run_id)
    batches = store.measure_batches(desk.connection, run_id=run_id)
    judgement = gate.judge_batches(batches, folder=PROJECT / "expectations", now=desk.now)
    store.settle_batches(desk.connection, run_id=run_id, now=desk.now, batches=batches, judgement=judgement)
    (reasons,) = desk.read(
        "select jsonb_path_query_array(failed, '$[*].reason') from ingest.stage_batch where run_id = %s", [run_id]
    )
    return [reason.partition(":")[0].partition(".")[0] for reason in reasons]


def give_past(desk: "Desk", make: "Make") -> None:
    """Publish four sound batches of ten."""
    for start in range(0, RECORDS_FOR_PAST, 10):
        assert give(desk, make, range(start, start + 10), f"ingest_news/{start}") == []
        desk.publish(f"ingest_news/{start}")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        pytest.param(
            {"published_at": None}, "Half of the publisher's records or more lost their date", id="no dates any more"
        ),
        pytest.param(
            {"language": "en"},
            "Half of the publisher's records or more are not in its language any more",
            id="another language",
        ),
        pytest.param(
            {"body": "\n\n".join([BODY] * 6)},
            "The publisher's stories have a quarter of the words they had, or four times as many",
            id="something else beside the stories",
        ),
        pytest.param(
            {"empty": 8}, "Half of the publisher's pages or more stopped giving a story", id="hardly a story any more"
        ),
    ],
)
def test_a_publisher_that_changed_its_pages_is_held(
    desk: "Desk", make: "Make", changes: dict[str, Any], reason: str
) -> None:
    give_past(desk, make)

    assert give(desk, make, range(100, 112), "ingest_news/x", **changes) == [reason]

    empty = changes.get("empty", 0)
    assert {outcome.value: number for outcome, number in desk.publish("ingest_news/x")["almidan"].items()} == {
        **({"rejected": empty} if empty else {}),
        "quarantined": 12 - empty,
    }
    held = desk.read("select reasons from news.quarantine where reason = 'held_batch'")
    assert len(held) == 12 - empty
    assert all(reasons[0].startswith(reason) for reasons in held)
    assert desk.read("select count(*) from news.articles") == [RECORDS_FOR_PAST]
    desk.assert_balanced()


def test_a_sound_batch_passes_and_few_records_or_no_past_tell_nothing(desk: "Desk", make: "Make") -> None:
    assert give(desk, make, range(20), "ingest_news/1", published_at=None) == []
    desk.publish("ingest_news/1")
    assert give(desk, make, range(20, 40), "ingest_news/2") == []
    desk.publish("ingest_news/2")
    assert give(desk, make, range(40, 60), "ingest_news/3") == []


def test_a_publisher_read_often_is_told_by_its_last_ten_and_stays_held(desk: "Desk", make: "Make") -> None:
    give_past(desk, make)
    told = []
    for number in range(100, 116, 2):
        run_id = f"ingest_news/{number}"
        told.append(bool(give(desk, make, range(number, number + 2), run_id, published_at=None)))
        desk.publish(run_id)

    assert told == [False, False, True, True, True, True, True, True]


def test_what_is_held_is_replayed_once_the_cleaner_knows_the_new_pages(desk: "Desk", make: "Make") -> None:
    give_past(desk, make)
    give(desk, make, range(100, 112), "ingest_news/x", published_at=None)
    desk.publish("ingest_news/x")
    desk.wait(hours=1)

    desk.open("replay/1")
    store.replay_pages(desk.connection, store.Aside(reason="held_batch"), run_id="replay/1", now=desk.now, limit=1_000)

    assert judge(desk, make, "replay/1") == []
    desk.publish("replay/1")
    assert desk.read("select count(*) from news.articles") == [RECORDS_FOR_PAST + 12]
    assert desk.read("select distinct status from news.quarantine") == ["healed"]
    desk.assert_balanced()


def test_what_a_person_let_through_is_the_publishers_past_from_then_on(desk: "Desk", make: "Make") -> None:
    give_past(desk, make)
    give(desk, make, range(100, 112), "ingest_news/x", published_at=None)
    desk.publish("ingest_news/x")
    desk.wait(hours=1)

    released = store.release_items(
        desk.connection,
        chosen=store.Aside(source_ids=["almidan"], reason="held_batch"),
        released_by="ليلى",
        because="it prints no dates any more",
        now=desk.now,
    )
    assert released == 12
    desk.open("replay/1")
    store.replay_pages(desk.connection, store.Aside(reason="held_batch"), run_id="replay/1", now=desk.now, limit=1_000)
    judge(desk, make, "replay/1", published_at=None)
    desk.publish("replay/1")
    assert desk.read("select is_held, cardinality(reasons) from news.batches where run_id = 'replay/1'") == [(False, 1)]
    assert desk.read("select count(*) from news.articles") == [RECORDS_FOR_PAST + 12]
    assert desk.read("select distinct (status, released_by, because)::text from news.quarantine") == [
        '(released,ليلى,"it prints no dates any more")'
    ]

    assert give(desk, make, range(200, 212), "ingest_news/y", published_at=None) == []


def test_judged_again_a_batch_is_kept_once(desk: "Desk", make: "Make") -> None:
    give_past(desk, make)
    give(desk, make, range(100, 112), "ingest_news/x", published_at=None)
    desk.wait(minutes=1)
    desk.judge("ingest_news/x")
    batches = store.measure_batches(desk.connection, run_id="ingest_news/x")
    judgement = gate.judge_batches(batches, folder=PROJECT / "expectations", now=desk.now)
    store.settle_batches(desk.connection, run_id="ingest_news/x", now=desk.now, batches=batches, judgement=judgement)

    assert desk.read("select distinct jsonb_array_length(failed) from ingest.stage_verdict") == [1]
    assert desk.read("select is_held, records, pages from ingest.stage_batch") == [(True, 12, 12)]
    desk.publish("ingest_news/x")
    assert desk.read("select count(*) from ingest.stage_batch") == [0]
    assert desk.read("select is_held, records, pages from news.batches where run_id = 'ingest_news/x'") == [
        (True, 12, 12)
    ]
