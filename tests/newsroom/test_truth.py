"""What the newsroom says of its own pages is what the pages hold."""

from __future__ import annotations

import html
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from warraq.model import Outcome, Reason
from warraq.newsroom import Newsroom, TrueArticle, write_dump

if TYPE_CHECKING:
    from conftest import Reader


def list_hard_spaces(article: TrueArticle) -> list[str]:
    return [text for text in (article.headline, article.standfirst or "", article.body) if "  " in text]


def test_every_site_has_its_share_of_stories(reader: Reader) -> None:
    articles = reader.newsroom.truth()

    counts = Counter(article.source_id for article in articles if article.is_article)

    assert counts == {"newsroom-almidan": 22, "newsroom-harbourpost": 20, "newsroom-warsha": 20}


def test_bad_pages_end_as_said(reader: Reader) -> None:
    articles = reader.newsroom.truth()

    bad = Counter((article.outcome, article.reasons[0]) for article in articles if article.reasons)

    assert bad == {
        (Outcome.QUARANTINED, Reason.FAILED_EXPECTATION): 1,
        (Outcome.REJECTED, Reason.CONSENT_WALL): 1,
        (Outcome.REJECTED, Reason.EMPTY_BODY): 2,
        (Outcome.REJECTED, Reason.LISTING): 1,
        (Outcome.REJECTED, Reason.SERVER_ERROR): 1,
        (Outcome.REJECTED, Reason.SOFT_404): 1,
    }


def test_stories_lie_in_the_fourteen_days_before_the_epoch(reader: Reader) -> None:
    articles = reader.newsroom.truth()

    ages = [reader.epoch - article.visible_from for article in articles]

    assert timedelta(0) < min(ages)
    assert max(ages) < timedelta(days=14)


def test_every_page_holds_its_story_whole_and_in_order(reader: Reader) -> None:
    for article in reader.newsroom.truth():
        reader.get(article.url)  # One page is unavailable at the first request.
        page = reader.get(article.url)
        if not article.is_article:
            continue

        paragraphs = [html.escape(paragraph) for paragraph in article.body.split("\n\n")]
        places = [page.text.find(paragraph, page.text.index("<body")) for paragraph in paragraphs]

        assert page.status == 200
        assert -1 not in places
        assert places == sorted(places)
        assert html.escape(article.headline) in page.text
        assert all(html.escape(name) in page.text for name in article.byline)
        assert all(html.escape(image.caption or "") in page.text for image in article.images)


def test_a_body_holds_no_other_part_of_its_story(reader: Reader) -> None:
    for article in reader.newsroom.truth():
        paragraphs = article.body.split("\n\n")
        others = {article.headline, article.standfirst, *article.byline, *(image.caption for image in article.images)}

        assert not others & set(paragraphs)
        assert list_hard_spaces(article) == []


def test_only_the_paper_that_prints_datelines_has_them(busy_reader: Reader) -> None:
    busy_reader.clock.now += timedelta(minutes=5)

    dated = {article.source_id for article in busy_reader.newsroom.truth() if article.dateline}

    assert dated == {"newsroom-almidan"}


def test_stories_are_long_enough_to_be_news(reader: Reader) -> None:
    counts = [len(article.body.split()) for article in reader.newsroom.truth() if article.is_article]

    assert min(counts) >= 120
    assert max(counts) <= 350


def test_almidan_prints_captions_four_times_and_headlines_again(reader: Reader) -> None:
    article = next(article for article in reader.newsroom.truth() if article.scrolled_in and article.images)
    caption = f"{article.images[0].caption} ({article.images[0].credit})"

    page = reader.get(article.url).text
    own = page[page.index("<article") : page.index("</article>")]

    assert own.count(f">{caption}<") == 4
    assert own.count(f">{article.headline}<") == 2
    assert ">TT<" in own


def test_almidan_scrolls_the_next_story_in_below_with_its_address(reader: Reader) -> None:
    articles = {article.url: article for article in reader.newsroom.truth()}
    article = next(article for article in articles.values() if article.scrolled_in)
    following = articles[article.scrolled_in]

    page = reader.get(article.url).text

    assert f'data-url="{following.url}"' in page
    assert following.body.split("\n\n")[-1] in page


def test_a_story_under_two_addresses_names_the_first(reader: Reader) -> None:
    articles = {article.url: article for article in reader.newsroom.truth()}

    twins = [article for article in articles.values() if article.same_as]

    assert [twin.outcome for twin in twins] == [Outcome.DUPLICATE]
    assert twins[0].body == articles[twins[0].same_as].body
    assert twins[0].section != articles[twins[0].same_as].section


def test_a_dump_repeats_captions_and_headline_around_the_marker(reader: Reader) -> None:
    article = next(article for article in reader.newsroom.truth() if len(article.images) == 1 and article.standfirst)
    caption = f"{article.images[0].caption} ({article.images[0].credit})"

    lines = [line for line in write_dump([article]).splitlines() if line]

    assert lines[:2] == [article.headline, article.standfirst]
    assert lines[2:8] == [caption, caption, "TT", article.headline, caption, caption]
    assert "\n\n".join(lines[8:]) == article.body


def test_an_epoch_without_a_zone_is_refused(reader: Reader) -> None:
    naive = reader.epoch.replace(tzinfo=None)

    with pytest.raises(ValueError, match="time zone"):
        Newsroom(epoch=naive, clock=reader.clock)
