"""What a page costs grows with its length and no faster: counted in calls, which no machine's speed changes."""

import sys
from datetime import UTC, datetime
from types import FrameType

import pytest

from warraq.clean import clean_page
from warraq.model import MediaKind, Page

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
OPENING = "The harbour board put off the wall on Monday, after boatmen said that it would close the old slip for years."
HEAD = f"<html><head><title>The wall is put off</title></head><body><h1>The wall is put off</h1><p>{OPENING}</p>"
MOST = 2.6  # Times as many calls for twice as much; where each looked at all of the others it were four.


def count_calls(page: Page) -> int:
    calls = 0

    def count(_frame: FrameType, _event: str, _value: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        clean_page(page)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize(
    "fragment",
    [
        pytest.param("<a class='url fn n' href='/author/n'>الضفة نيوز", id="links to authors, never closed"),
        pytest.param("<p><a rel='author' href='/author/{0}'>Nora Castell</a></p>", id="links to one author"),
        pytest.param("<div class='more'><h2>Related articles:</h2><ul><li>Boats {0}</li></ul>", id="boxes in boxes"),
        pytest.param("<time datetime='2026-03-04T15:00:00Z'>4 March 2026, {0}</time>", id="times in a row"),
        pytest.param("<p>Photo: Nora Castell / AFP {0}</p>", id="credits"),
        pytest.param(
            "<div class='post'><h1>Boats {0}</h1><p>By Nora Castell</p><p>" + OPENING + "</p></div>", id="posts"
        ),
        pytest.param("<figure><img src='/{0}.jpg'><figcaption>Boats (AFP)</figcaption></figure>", id="pictures"),
        pytest.param("<li><a href='/{0}'>Another story of the harbour {0}</a></li>", id="links in a list"),
        pytest.param("<h2>Boats {0}", id="headings, never closed"),
        pytest.param("<blockquote>“Boats {0},” she said.", id="quotations, never closed"),
    ],
)
def test_twice_as_much_of_a_page_costs_twice_as_much(fragment: str) -> None:
    pages = [f"{HEAD}{''.join(map(fragment.format, range(count)))}<p>{OPENING}" for count in (1, 150, 300)]
    _, once, twice = (  # The first reads the tables.
        count_calls(Page(content=page.encode(), kind=MediaKind.HTML, url="https://elm.example/1", fetched_at=NOW))
        for page in pages
    )

    assert twice < MOST * once


@pytest.mark.parametrize(
    "fragment",
    [
        pytest.param("The wall is put off\n\nTT\n\nThe wall is put off {0}\n\n", id="markers"),
        pytest.param("8 March 2025\nThe wall of the harbour {0}\n" + OPENING + "\n" + OPENING + "\n\n", id="days"),
        pytest.param("Boats at the quay {0} (AFP)\nBoats at the quay {0} (AFP)\n\n", id="captions"),
        pytest.param("The harbour board put off the wall on Monday after {0}\nboatmen said so.\n", id="a column"),
        pytest.param("{0} of 300 DOCUMENTS\n\nBoats\n\nBYLINE: Nora Castell\n\n" + OPENING + "\n\n", id="documents"),
    ],
)
def test_twice_as_much_of_a_dump_costs_twice_as_much(fragment: str) -> None:
    dumps = ["".join(fragment.format(at) for at in range(1, count + 1)) for count in (1, 150, 300)]
    _, once, twice = (
        count_calls(Page(content=dump.encode(), kind=MediaKind.TEXT, url=None, fetched_at=NOW)) for dump in dumps
    )

    assert twice < MOST * once
