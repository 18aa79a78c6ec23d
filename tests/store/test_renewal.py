"""Vectors that other rules made are made anew: all of them, once, and nothing else of an article."""

from typing import TYPE_CHECKING

import pytest

from warraq import store

if TYPE_CHECKING:
    from tests.store.conftest import Desk, Make

VECTORS = "select search_vector::text from ingest.article order by article_id"
# As if other rules had found nothing but the marks.
AGE = """
    update ingest.article
    set
        search_version = 1,
        search_vector = ingest.mark_article(analyzer, language, source_id, coalesce(published_at, first_seen_at))
    returning 1
"""
TOLD = "select count(*), max(recorded_at) from ingest.change"
TEXTS = "select article_id, revision, headline, body, recorded_at, names from ingest.article order by article_id"


@pytest.fixture
def aged(desk: "Desk", make: "Make") -> "Desk":
    """A desk with an article in three languages, and one whose text is not kept; all of them indexed by other rules."""
    desk.open()
    desk.load("https://almidan.example/1", make.article())
    desk.load("https://almidan.example/2", make.article("Élection en France", "L’État vote.", language="fr"))
    desk.load("https://almidan.example/3", make.article("北京新闻", "市长出席开幕式", language="zh", published_at=None))
    desk.read("update ingest.source set store_full_text = false where source_id = 'almidan' returning 1")
    desk.load("https://almidan.example/4", make.article("افتتاح النفق", "لا يبقى نصه."))
    return desk


def test_an_article_is_published_with_the_rules_of_its_vector(aged: "Desk") -> None:
    assert aged.read("select distinct search_version from ingest.article") == [3]
    assert store.renew_vectors(aged.connection, after=0, limit=10) == ()


def test_a_vector_is_made_anew_as_it_was_published(aged: "Desk") -> None:
    vectors, texts, told = aged.read(VECTORS), aged.read(TEXTS), aged.read(TOLD)
    aged.read(AGE)
    assert aged.read("select headline from news.search('جسر OR نفق')") == []

    made = store.renew_vectors(aged.connection, after=0, limit=10)

    assert len(made) == 4
    assert aged.read(VECTORS) == vectors
    assert aged.read(TEXTS) == texts
    assert aged.read(TOLD) == told
    assert aged.read("select headline from news.search('نفق')") == ["افتتاح النفق"]
    assert aged.read("select 1 from news.search('يبقى')") == []


def test_indexing_anew_goes_on_where_it_was_stopped(aged: "Desk") -> None:
    vectors = aged.read(VECTORS)
    aged.read(AGE)
    first = store.renew_vectors(aged.connection, after=0, limit=1)

    counts = [len(store.renew_vectors(aged.connection)) for _ in range(2)]

    assert (len(first), counts) == (1, [3, 0])
    assert aged.read(VECTORS) == vectors


def test_what_was_staged_by_other_rules_is_published_as_theirs(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.poll(make.entry("https://almidan.example/1"))
    desk.fetch(*desk.items())
    (page,) = desk.fetched()
    desk.stage(make.staged(page, make.record(page, make.article())))
    desk.read("update ingest.stage set search_version = null returning 1")
    desk.judge()
    desk.publish()

    assert desk.read("select search_version from ingest.article") == [1]
