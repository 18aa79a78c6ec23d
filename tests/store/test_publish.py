"""Publish: which outcome a record has, and what readers then see."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from warraq import store
from warraq.model import Dropped, DropReason

if TYPE_CHECKING:
    from tests.store.conftest import Desk, Make

URL = "https://almidan.example/1"
OTHER = "https://almidan.example/2"
ARTICLES = "select headline, revision from news.articles order by article_id"


def take(desk: "Desk", make: "Make", *urls: str, run_id: str = "ingest_news/1") -> tuple[Any, ...]:
    """Discover and fetch pages; return them as they wait to be cleaned."""
    desk.poll(*(make.entry(url) for url in urls), run_id=run_id)
    for host in sorted({url.split("/")[2] for url in urls}):
        desk.fetch(*desk.items(host), run_id=run_id)
    return tuple(sorted(desk.fetched(), key=lambda page: page.url))


def test_the_same_text_again_is_unchanged(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article())
    desk.wait(hours=1)

    outcomes = desk.load(URL, make.article())

    assert outcomes == {"almidan": {"unchanged": 1}}
    assert desk.read(ARTICLES) == [("افتتاح الجسر الجديد", 1)]
    assert desk.read("select count(*) from news.revisions") == [1]
    desk.assert_balanced()


@pytest.mark.parametrize(
    ("headline", "body", "tags", "change_class"),
    [
        pytest.param("افتتاح الجسر القديم", "بدأت حركة السير صباح اليوم.", ("جسر",), "headline", id="headline"),
        pytest.param("افتتاح الجسر الجديد", "بدأت حركت السير صباح اليوم.", ("جسر",), "typo", id="typo"),
        pytest.param("افتتاح الجسر الجديد", "لم تبدأ حركة السير بعد.", ("جسر",), "correction", id="correction"),
        pytest.param("افتتاح الجسر الجديد", "بدأت حركة السير صباح اليوم.", ("نقل",), "detail", id="detail"),
    ],
)
def test_another_text_is_a_revision_with_its_class(
    desk: "Desk", make: "Make", headline: str, body: str, tags: tuple[str, ...], change_class: str
) -> None:
    desk.open()
    desk.load(URL, make.article(tags=("جسر",)))
    desk.wait(hours=1)

    outcomes = desk.load(URL, make.article(headline, body, tags=tags))

    assert outcomes == {"almidan": {"revised": 1}}
    assert desk.read("select headline, body, tags, revision from news.articles") == [(headline, body, list(tags), 2)]
    assert desk.read("select revision, change_class from news.revisions order by revision") == [
        (1, "first"),
        (2, change_class),
    ]
    desk.assert_balanced()


def test_an_older_page_never_overwrites_a_newer_one(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article("الجديد"))
    desk.wait(hours=1)

    outcomes = desk.load(URL, make.article("القديم"), fetched_at=desk.now - timedelta(days=9))

    assert outcomes == {"almidan": {"unchanged": 1}}
    assert desk.read(ARTICLES) == [("الجديد", 1)]


def test_a_page_from_before_the_text_was_last_seen_is_an_older_one(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article("الخبر"))
    first_fetched_at = desk.now
    desk.wait(days=7)
    desk.load(URL, make.article("الخبر"))
    last_fetched_at = desk.now
    desk.wait(hours=1)

    between = desk.load(URL, make.article("نسخة بينهما"), fetched_at=last_fetched_at - timedelta(days=3))
    desk.wait(hours=1)
    cleaned_better = desk.load(URL, make.article("الخبر نظيفا"), fetched_at=first_fetched_at)
    desk.wait(hours=1)
    still_between = desk.load(URL, make.article("نسخة بينهما"), fetched_at=last_fetched_at - timedelta(days=3))
    desk.wait(hours=1)
    later = desk.load(URL, make.article("خبر لاحق"))

    assert between == still_between == {"almidan": {"unchanged": 1}}
    assert cleaned_better == later == {"almidan": {"revised": 1}}
    assert desk.read(ARTICLES) == [("خبر لاحق", 3)]


def test_a_page_from_the_future_is_never_the_newer_one(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article("من ساعة خاطئة"), fetched_at=desk.now + timedelta(days=300))
    desk.wait(hours=1)

    outcomes = desk.load(URL, make.article("الصحيح"))
    desk.wait(hours=1)
    again = desk.load(URL, make.article("من ساعة خاطئة"), fetched_at=desk.now + timedelta(days=300))

    assert outcomes == {"almidan": {"revised": 1}}
    assert again == {"almidan": {"unchanged": 1}}
    assert desk.read(ARTICLES) == [("الصحيح", 2)]


def test_the_same_capture_cleaned_better_is_a_revision(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article("قبل"))
    first_fetched_at = desk.now
    desk.wait(hours=1)

    outcomes = desk.load(URL, make.article("بعد"), fetched_at=first_fetched_at, cleaner_version="2")

    assert outcomes == {"almidan": {"revised": 1}}


def test_the_first_of_the_addresses_is_the_articles_own_also_where_one_publish_brought_them_all(
    desk: "Desk", make: "Make"
) -> None:
    desk.open()
    later, sooner = take(desk, make, URL, OTHER)
    fetched = {later: desk.now, sooner: desk.now - timedelta(minutes=1)}
    desk.stage(*(make.staged(page, make.record(page, make.article(), fetched_at=at)) for page, at in fetched.items()))
    desk.judge()
    desk.publish()

    assert desk.read("select url from news.articles") == [OTHER]
    assert desk.read("select urls from news.articles") == [[OTHER, URL]]


def test_one_text_under_two_addresses_is_one_article(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article())
    desk.wait(hours=1)

    first = desk.load(OTHER, make.article())
    desk.wait(hours=1)
    again = desk.load(OTHER, make.article())

    assert (first, again) == ({"almidan": {"duplicate": 1}}, {"almidan": {"unchanged": 1}})
    assert desk.read("select urls from news.articles") == [[URL, OTHER]]
    desk.assert_balanced()


def test_one_text_under_two_addresses_of_one_batch_is_one_article(desk: "Desk", make: "Make") -> None:
    desk.open()
    pages = take(desk, make, URL, OTHER)
    desk.stage(*(make.staged(page, make.record(page, make.article())) for page in pages))
    desk.judge()

    outcomes = desk.publish()

    assert outcomes == {"almidan": {"loaded": 1, "duplicate": 1}}
    (urls,) = desk.read("select urls from news.articles")
    assert sorted(urls) == [URL, OTHER]
    desk.assert_balanced()


def test_a_correction_under_the_second_address_revises_the_one_article(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article())
    desk.wait(hours=1)
    desk.load(OTHER, make.article())
    desk.wait(hours=1)

    outcomes = desk.load(OTHER, make.article(body="تأجل الافتتاح إلى الغد."))

    assert outcomes == {"almidan": {"revised": 1}}
    assert desk.read("select url, body, revision from news.articles") == [(URL, "تأجل الافتتاح إلى الغد.", 2)]


def test_two_stories_that_began_with_one_placeholder_are_two_articles(desk: "Desk", make: "Make") -> None:
    desk.open()
    placeholder = make.article("خبر عاجل", "التفاصيل بعد قليل.")
    stories = {URL: make.article("افتتاح الجسر", "افتتح الجسر."), OTHER: make.article("حريق السوق", "احترق السوق.")}
    for url in stories:
        desk.load(url, placeholder)
        desk.wait(hours=1)

    outcomes = []
    for url, story in (*stories.items(), *stories.items()):
        outcomes.append(desk.load(url, story))
        desk.wait(hours=1)

    assert desk.read("select url, headline, revision from news.articles order by url") == [
        (URL, "افتتاح الجسر", 2),
        (OTHER, "حريق السوق", 1),
    ]
    assert [told["almidan"] for told in outcomes] == [{"revised": 1}, {"loaded": 1}, {"unchanged": 1}, {"unchanged": 1}]
    desk.assert_balanced()


def test_both_addresses_corrected_in_one_batch_revise_once(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article())
    desk.wait(hours=1)
    desk.load(OTHER, make.article())
    desk.wait(hours=1)
    desk.poll(make.entry(URL, modified_at=desk.now), make.entry(OTHER, modified_at=desk.now))
    desk.fetch(*desk.items(), capture=7)
    corrected = make.article(body="تأجل الافتتاح إلى الغد.")
    desk.stage(*(make.staged(page, make.record(page, corrected, fetched_at=desk.now)) for page in desk.fetched()))
    desk.judge()

    outcomes = desk.publish()

    assert outcomes == {"almidan": {"revised": 1, "duplicate": 1}}
    assert desk.read(ARTICLES) == [("افتتاح الجسر الجديد", 2)]
    desk.assert_balanced()


def test_another_publishers_copy_that_goes_its_own_way_becomes_an_article(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(URL, make.article())
    desk.wait(hours=1)
    copy = "https://alburj.example/9"
    first = desk.load(copy, make.article())
    desk.wait(hours=1)

    changed = desk.load(copy, make.article(body="قال شهود إن الجسر ما زال مغلقا."))

    assert (first, changed) == ({"alburj": {"duplicate": 1}}, {"alburj": {"loaded": 1}})
    assert desk.read("select source_id, urls, revision from news.articles order by article_id") == [
        ("almidan", [URL], 1),
        ("alburj", [copy], 1),
    ]
    desk.assert_balanced()


def test_a_further_article_on_a_page_is_discovered_when_it_is_published(desk: "Desk", make: "Make") -> None:
    desk.open()
    (page,) = take(desk, make, URL)
    second = make.record(
        page, make.article("خبر ثان", "نص ثان.", position=2), url_key=make.key(OTHER), url=OTHER, is_own_page=False
    )
    desk.stage(make.staged(page, make.record(page, make.article()), second))
    desk.judge()

    outcomes = desk.publish()

    assert outcomes == {"almidan": {"loaded": 2}}
    assert desk.read("select discovered, fetched, loaded from ingest.ledger") == [(2, 1, 2)]
    desk.assert_balanced()


def test_a_page_of_its_own_comes_before_a_copy_below_another(desk: "Desk", make: "Make") -> None:
    desk.open()
    one, two = take(desk, make, URL, OTHER)
    copy = make.record(
        one, make.article("خبر ثان", "مقطع منه", position=2), url_key=make.key(OTHER), url=OTHER, is_own_page=False
    )
    desk.stage(
        make.staged(one, make.record(one, make.article()), copy),
        make.staged(two, make.record(two, make.article("خبر ثان", "النص الكامل للخبر الثاني."))),
    )
    desk.judge()

    outcomes = desk.publish()

    assert outcomes == {"almidan": {"loaded": 2, "duplicate": 1}}
    assert desk.read("select body from news.articles where url = %s", [OTHER]) == ["النص الكامل للخبر الثاني."]
    desk.assert_balanced()


def test_a_copy_below_another_never_changes_an_article_and_its_own_page_does(desk: "Desk", make: "Make") -> None:
    desk.open()
    (page,) = take(desk, make, URL)
    copy = make.record(
        page, make.article("خبر ثان", "مقطع منه", position=2), url_key=make.key(OTHER), url=OTHER, is_own_page=False
    )
    desk.stage(make.staged(page, make.record(page, make.article()), copy))
    desk.judge()
    desk.publish()
    desk.wait(hours=1)

    own = desk.load(
        OTHER, make.article("خبر ثان", "النص الكامل للخبر الثاني."), fetched_at=desk.now - timedelta(days=1)
    )
    desk.wait(hours=1)
    below = desk.load(URL, make.article("خبر ثان", "مقطع منه", position=2), url_key=make.key(OTHER), is_own_page=False)

    assert own == {"almidan": {"revised": 1}}
    assert below == {"almidan": {"duplicate": 1}}
    assert desk.read("select body, revision from news.articles where url = %s", [OTHER]) == [
        ("النص الكامل للخبر الثاني.", 2)
    ]
    desk.assert_balanced()


def test_what_the_gate_refuses_is_set_aside_and_heals_when_it_passes(desk: "Desk", make: "Make") -> None:
    desk.open()
    pages = take(desk, make, URL, OTHER)
    records = [make.record(pages[0], make.article("قصير")), make.record(pages[1], make.article("سليم", "نص سليم."))]
    desk.stage(*(make.staged(page, record) for page, record in zip(pages, records, strict=True)))
    desk.judge(refuse={"قصير": "The story has fewer than 20 words."})

    outcomes = desk.publish()

    assert outcomes == {"almidan": {"loaded": 1, "quarantined": 1}}
    (aside,) = store.list_quarantine(desk.connection)
    assert aside.url == URL
    assert (aside.stage, aside.reason, aside.headline) == ("gate", "failed_expectation", "قصير")
    assert aside.reasons == ("The story has fewer than 20 words.",)
    assert aside.observed == ({"expectation_id": "body-words", "observed": "3"},)
    assert (aside.suite_version, aside.cleaner_version, aside.warc_file) == ("abc123", "1", "capture-1.warc.gz")
    desk.assert_balanced()
    desk.wait(hours=1)
    desk.load(URL, make.article("أطول"))
    assert store.list_quarantine(desk.connection) == ()
    assert [aside.url for aside in store.list_quarantine(desk.connection, status="healed")] == [URL]


def test_an_address_set_aside_again_stays_one_row_that_counts(desk: "Desk", make: "Make") -> None:
    desk.open()
    for title in ("أول", "ثان"):
        desk.poll(make.entry(URL, title=title))
        desk.fetch(*desk.items())
        desk.stage(*(make.rejected(page) for page in desk.fetched()))
        desk.publish()

    (aside,) = store.list_quarantine(desk.connection)
    assert (aside.stage, aside.reason, aside.times) == ("clean", "no_article", 2)
    desk.assert_balanced()


def test_a_record_without_a_verdict_holds_its_page_back(desk: "Desk", make: "Make") -> None:
    desk.open()
    (page,) = take(desk, make, URL)
    desk.stage(make.staged(page, make.record(page, make.article())))

    unjudged = desk.publish()
    desk.judge()
    judged = desk.publish()

    assert (unjudged, judged) == ({}, {"almidan": {"loaded": 1}})
    desk.assert_balanced()


def test_a_page_cleaned_again_needs_a_new_verdict(desk: "Desk", make: "Make") -> None:
    desk.open()
    (page,) = take(desk, make, URL)
    desk.stage(make.staged(page, make.record(page, make.article("أول"))))
    desk.judge()
    desk.stage(make.staged(page, make.record(page, make.article("ثان"))))

    assert desk.publish() == {}


def test_a_page_fetched_again_since_it_was_cleaned_is_not_done(desk: "Desk", make: "Make") -> None:
    desk.open()
    (page,) = take(desk, make, URL)
    desk.stage(make.staged(page, make.record(page, make.article())), make.rejected(page))
    desk.judge()
    desk.adopt((make.archived(URL, desk.now + timedelta(hours=1)), make.location(URL, 2)))

    outcomes = desk.publish()

    assert outcomes == {}
    assert [page.raw.warc_file for page in desk.fetched()] == ["capture-2.warc.gz"]
    assert desk.read("select count(*) from ingest.stage") == [0]
    desk.assert_balanced()


def test_a_page_that_another_run_published_is_published_once(desk: "Desk", make: "Make") -> None:
    desk.open()
    (page,) = take(desk, make, URL)
    for run_id in ("ingest_news/1", "ingest_news/2"):
        desk.stage(make.staged(page, make.record(page, make.article())), run_id=run_id)
        desk.judge(run_id)

    outcomes = [desk.publish("ingest_news/1"), desk.publish("ingest_news/2")]

    assert outcomes == [{"almidan": {"loaded": 1}}, {}]
    assert desk.read("select count(*) from ingest.stage") == [0]
    desk.assert_balanced()


def test_a_publisher_whose_terms_forbid_it_has_no_body_stored(desk: "Desk", make: "Make") -> None:
    desk.open()
    store.sync_sources(desk.connection, [make.source(store_full_text=False)], now=desk.now)
    (page,) = take(desk, make, URL)
    dropped = (Dropped(text="بدأت حركة السير", reason=DropReason.CAPTION, position=1),)
    desk.stage(make.staged(page, make.record(page, make.article()), dropped=dropped))
    desk.judge()
    desk.publish()
    desk.wait(hours=1)
    desk.load(URL, make.article(body="نص آخر."))

    assert desk.read("select headline, body, word_count from news.articles") == [("افتتاح الجسر الجديد", None, 2)]
    assert desk.read("select body, dropped, change_class from news.revisions order by revision") == [
        (None, [], "first"),
        (None, [], "correction"),
    ]


def test_what_cleaning_took_out_is_kept_with_the_article_it_stood_with(desk: "Desk", make: "Make") -> None:
    desk.open()
    (page,) = take(desk, make, URL)
    second = make.record(
        page, make.article("خبر ثان", "نص ثان.", position=2), url_key=make.key(OTHER), url=OTHER, is_own_page=False
    )
    dropped = (
        Dropped(text="شارك", reason=DropReason.SHARE),
        Dropped(text="الجسر ليلا", reason=DropReason.CAPTION_REPEATED, position=1),
        Dropped(text="TT", reason=DropReason.MARKER, position=2),
        Dropped(text="تعليق", reason=DropReason.COMMENTS, position=3),
    )
    desk.stage(make.staged(page, make.record(page, make.article()), second, dropped=dropped))
    desk.judge()

    desk.publish()

    assert desk.read("select url, dropped from news.revisions order by url") == [
        (
            URL,
            [
                {"text": "شارك", "reason": "share"},
                {"text": "الجسر ليلا", "reason": "caption_repeated"},
                {"text": "تعليق", "reason": "comments"},
            ],
        ),
        (OTHER, [{"text": "TT", "reason": "marker"}]),
    ]


def test_closing_a_run_leaves_what_it_did_not_publish_to_the_next(desk: "Desk", make: "Make") -> None:
    desk.open()
    (page,) = take(desk, make, URL)
    desk.stage(make.staged(page, make.record(page, make.article())))

    store.close_run(desk.connection, run_id="ingest_news/1", now=desk.now)

    assert desk.read("select count(*) from ingest.stage") == [0]
    assert desk.fetched() == (page,)
    assert store.unfinished_lanes(desk.connection, run_id="ingest_news/1") == (0,)


def test_a_run_tells_what_it_counted_and_a_source_with_nothing_is_a_row(desk: "Desk", make: "Make") -> None:
    desk.open()
    assert [count.discovered for count in store.read_run(desk.connection, run_id="ingest_news/1")] == [0]
    desk.poll(make.entry(URL), make.entry(OTHER))
    desk.fetch(desk.items()[0])

    (counts,) = store.read_run(desk.connection, run_id="ingest_news/1")

    assert (counts.source_id, counts.discovered, counts.fetched, counts.waiting) == ("almidan", 2, 1, 2)
    assert store.read_totals(desk.connection) == (counts,)
    assert store.find_last_run(desk.connection, dag_id="ingest_news") == "ingest_news/1"
    assert store.find_last_run(desk.connection, dag_id="replay") is None


def test_a_long_silence_or_another_month_needs_no_partition_made_before(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.wait(days=400)

    desk.load(URL, make.article())
    desk.open("ingest_news/2")

    assert desk.read("select count(*) from ingest.revision_default") == [0]
    assert desk.read("select count(*) from ingest.revision_y2027m12") == [1]
    assert desk.read("select count(*) from news.revisions") == [1]
