from collections import Counter
from datetime import datetime

import pytest

from warraq.clean import NOTHING_LEARNED, Template, clean_page, select_recurring
from warraq.model import DropReason, MediaKind, Page

FOLLOW = "Join the harbour circle on our channel for daily tide notes"
QUOTE = "“The sea gives and the sea takes,” the minister said."


def make_page(number: int, now: datetime, quote: str = "") -> Page:
    body = "".join(
        f"<p>Report {number}, part {part}: the board of pier {number * 7 + part} counted boats and nets of the day.</p>"
        for part in range(4)
    )
    markup = (
        f"<html lang=en><body><div class=page><h1>Pier {number} counts its boats again today</h1>"
        f"<div class=text>{body}{quote}<div class='circle-{number}'>{FOLLOW}</div></div></div></body></html>"
    )
    return Page(content=markup.encode(), kind=MediaKind.HTML, url=f"https://pier.example/{number}", fetched_at=now)


def learn(pages: list[Page]) -> Template:
    return select_recurring(
        Counter(one for page in pages for one in clean_page(page, template=NOTHING_LEARNED).blocks), len(pages)
    )


def test_a_line_that_recurs_on_a_publishers_pages_is_dropped_with_no_table_naming_it(now: datetime) -> None:
    template = learn([make_page(number, now) for number in range(10)])

    before = clean_page(make_page(99, now))
    after = clean_page(make_page(99, now), template=template)

    assert FOLLOW in before.articles[0].body
    assert FOLLOW not in after.articles[0].body
    assert (FOLLOW, DropReason.TEMPLATE) in {(one.text, one.reason) for one in after.dropped}


def test_a_phrase_quoted_in_many_stories_is_not_dropped(now: datetime) -> None:
    quote = f"<p>{QUOTE}</p>"
    pages = [make_page(number, now, quote if number % 4 == 0 else "") for number in range(40)]

    after = clean_page(make_page(99, now, quote), template=learn(pages))

    assert QUOTE in after.articles[0].body
    assert FOLLOW not in after.articles[0].body


@pytest.mark.parametrize(
    ("fragment", "line"),
    [
        pytest.param("<p>Dear reader,</p>", "Dear reader,", id="a columnist's opening"),
        pytest.param("<h2>What we know</h2>", "What we know", id="a subhead"),
        pytest.param("<p><strong>By the numbers</strong></p>", "By the numbers", id="a bold label"),
        pytest.param("<ul><li>Salt and pepper</li><li>Two eggs</li></ul>", "Salt and pepper", id="an ingredient"),
        pytest.param("<p>Third part of a series on the tide</p>", "Third part of a series on the tide", id="a series"),
    ],
)
def test_a_short_line_that_many_stories_have_among_their_paragraphs_stays(
    now: datetime, fragment: str, line: str
) -> None:
    pages = [make_page(number, now, fragment if number % 3 == 0 else "") for number in range(40)]

    after = clean_page(make_page(99, now, fragment), template=learn(pages))

    assert line in after.articles[0].body
    assert FOLLOW not in after.articles[0].body


def test_a_short_line_among_the_paragraphs_of_all_stories_goes(now: datetime) -> None:
    fragment = "<p>Keep up with our harbour channel</p>"
    pages = [make_page(number, now, fragment) for number in range(5)]

    after = clean_page(make_page(99, now, fragment), template=learn(pages))

    assert "Keep up with our harbour channel" not in after.articles[0].body


def test_sentences_that_are_most_of_a_story_stay_however_many_pages_have_them(now: datetime) -> None:
    shared = "The board counted the boats of the day and the nets on the quay, and found that none was missing."

    def make_note(number: int) -> Page:
        markup = (
            f"<html lang=en><body><h1>Note {number} of the board</h1><p>Day {number}.</p><p>{shared}</p></body></html>"
        )
        return Page(content=markup.encode(), kind=MediaKind.HTML, url=f"https://pier.example/n{number}", fetched_at=now)

    after = clean_page(make_note(99), template=learn([make_note(number) for number in range(20)]))

    assert [one.body for one in after.articles] == [f"Day 99.\n\n{shared}"]


def test_a_few_pages_teach_nothing(now: datetime) -> None:
    assert learn([make_page(number, now) for number in range(3)]).fingerprints == frozenset()


def test_the_same_counts_give_the_same_version_in_any_order(now: datetime) -> None:
    pages = [make_page(number, now) for number in range(8)]

    assert learn(pages).version == learn(pages[::-1]).version


def test_a_marker_in_a_publishers_dumps_disappears_after_enough_of_them(now: datetime) -> None:
    def make_dump(number: int) -> Page:
        lines = [
            f"Pier {number} counts its boats",
            "",
            f"The board of pier {number} met to count the boats of the day.",
            "A+A-",
            "",
        ]
        text = "\n".join([*lines, f"It found {number} of them, and went home when the lamps were lit."])
        return Page(content=text.encode(), kind=MediaKind.TEXT, url=None, fetched_at=now)

    template = learn([make_dump(number) for number in range(10)])

    assert "A+A-" in clean_page(make_dump(50)).articles[0].body
    assert "A+A-" not in clean_page(make_dump(50), template=template).articles[0].body
