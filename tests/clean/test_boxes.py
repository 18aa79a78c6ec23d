"""Boxes amid a story that no name tells: what they hold goes, and the paragraphs beside them stay."""

import re
from types import SimpleNamespace

import pytest
from strait import HEADLINE, STORY, clean_body

POLL = (
    "<form><p>Shall the old boats stay?</p><label><input type='radio' name='p'> Yes</label><br>"
    "<label><input type='radio' name='p'> No</label><br><button>Vote</button></form>"
)
BOX = "<div><div>More on this story</div><div><a href='/1'>The yard that builds the new boat is late</a></div></div>"


def write(*paragraphs: str) -> str:
    return "".join(f"<p>{text}</p>" for text in paragraphs)


def test_a_paragraph_that_shares_a_row_with_a_form_is_of_the_story(cleaner: SimpleNamespace) -> None:
    first, second, third, fourth = STORY
    rows = [write(first, second), write(third) + f"<div>{POLL}</div>", f"<div>{POLL}</div>" + write(fourth)]
    body = "".join(f"<div class='row'><div>{row}</div></div>" for row in rows)

    assert clean_body(cleaner, f"<html><body><main><h1>{HEADLINE}</h1>{body}</main></body></html>") == STORY


@pytest.mark.parametrize("name", ["css-1ad9x", "sc-bZkfAd", "jsx-12nav4", "_2ads3"])
def test_a_class_that_a_tool_made_up_says_nothing(cleaner: SimpleNamespace, name: str) -> None:
    first, second, third, fourth = STORY
    body = f"{write(first, second)}<div class='{name}'>{write(third)}</div>{write(fourth)}"

    assert clean_body(cleaner, f"<html><body><main><h1>{HEADLINE}</h1>{body}</main></body></html>") == STORY


@pytest.mark.parametrize("name", ["ad1", "ad300x250", "topAd", "div-gpt-ad-1694-0", "leftAdBox3"])
def test_a_class_of_advertisements_with_a_number_or_a_size_is_one(cleaner: SimpleNamespace, name: str) -> None:
    first, second, third, fourth = STORY
    body = f"{write(first, second)}<div class='{name}'>{write('Sail with us: three nights from the town pier.')}</div>"

    page = f"<html><body><main><h1>{HEADLINE}</h1>{body}{write(third, fourth)}</main></body></html>"

    assert clean_body(cleaner, page) == STORY


def test_a_last_paragraph_below_a_box_stays_in_a_row_named_as_those_above_are(cleaner: SimpleNamespace) -> None:
    rows = [write(*STORY[:2]), write(*STORY[2:]), BOX + write(STORY[0][:60] + " for good.")]
    body = "".join(f"<div class='row-3'>{row}</div>" for row in rows)

    page = f"<html><body><main><h1>{HEADLINE}</h1>{body}</main></body></html>"

    assert clean_body(cleaner, page) == [*STORY, STORY[0][:60] + " for good."]


def test_a_last_paragraph_below_a_box_stays_where_longer_ones_stand_in_parts_of_their_own(
    cleaner: SimpleNamespace,
) -> None:
    asked = "".join(f"<dl><dt>Question {at}?</dt><dd>{text} {text}</dd></dl>" for at, text in enumerate(STORY))
    body = write(STORY[0]) + asked + BOX + write("The council answered on Friday, in a letter to the islanders.")

    page = f"<html><body><main><h1>{HEADLINE}</h1>{body}</main></body></html>"

    assert clean_body(cleaner, page)[-1] == "The council answered on Friday, in a letter to the islanders."


def test_the_paragraphs_before_a_live_blogs_entries_are_of_it(cleaner: SimpleNamespace) -> None:
    entries = "".join(
        f"<section><div>{21 - at}:05</div><h2>Entry {at} of the night</h2>{write(*(f'{at}. {text}' for text in STORY))}"
        "</section>"
        for at in range(4)
    )
    others = "".join(
        f"<div><h4>What else the town speaks of, part {at}</h4><p>The market opens on Saturday at eight, with {at} "
        "stalls more.</p><div>Town and market</div><div>Read it all</div></div>"
        for at in range(4)
    )
    page = f"<div class='q1'><h1>{HEADLINE}</h1>{write(*STORY[:2])}<div class='q2'>{entries}</div>{others}</div>"

    assert clean_body(cleaner, f"<html><body>{page}</body></html>")[:3] == [*STORY[:2], "Entry 0 of the night"]


@pytest.mark.parametrize(
    "days",
    [
        pytest.param(("<p><b>14 January 2024</b></p>", "<p><b>18 January 2024</b></p>"), id="two in bold"),
        pytest.param(("<p><b>2023</b></p>", "<p><b>2024</b></p>"), id="two years in bold"),
        pytest.param(("<p>4 January 2024</p>", "<p>9 March 2024</p>", "<p>18 May 2024</p>"), id="three"),
    ],
)
def test_the_days_of_a_timeline_stay_over_what_happened(cleaner: SimpleNamespace, days: tuple[str, ...]) -> None:
    happened = [f"The council of island number {at} wrote to the ferry company." for at in range(len(days))]
    timeline = "".join(day + write(text) for day, text in zip(days, happened, strict=True))

    page = f"<html><body><main><h1>{HEADLINE}</h1>{write(*STORY[:2])}{timeline}{write(*STORY[2:])}</main></body></html>"

    told = [line for day, text in zip(days, happened, strict=True) for line in (re.sub("<[^>]+>", "", day), text)]
    assert clean_body(cleaner, page) == [*STORY[:2], *told, *STORY[2:]]


def test_a_single_day_over_a_paragraph_is_none_of_a_timeline(cleaner: SimpleNamespace) -> None:
    page = f"<html><body><main><h1>{HEADLINE}</h1><p><b>14 January 2024</b></p>{write(*STORY)}</main></body></html>"

    assert clean_body(cleaner, page) == STORY


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("", id="tells of its headline"),
        pytest.param(
            "<meta property='article:published_time' content='2024-05-20T10:00:00+03:00'>", id="declares its day"
        ),
    ],
)
def test_a_story_of_one_paragraph_is_found_over_more_of_other_stories(cleaner: SimpleNamespace, head: str) -> None:
    others = "".join(
        f"<div><h3><a href='/{at}'>What else the town speaks of, part {at}</a></h3><p>{text}</p></div>"
        for at, text in enumerate(STORY)
    )
    told = "The two oldest ferries of the company leave the strait before the winter, its director said on Monday."
    page = f"<div class='k2'><h1>{HEADLINE}</h1><p>20.05.2024</p></div><div class='k3'><p>{told}</p></div>"

    body = clean_body(cleaner, f"<html><head>{head}</head><body><main>{page}<div>{others}</div></main></body></html>")

    assert body == [told]


def test_the_first_teaser_of_a_page_that_lists_stories_is_no_story(cleaner: SimpleNamespace) -> None:
    others = "".join(
        f"<div><h3><a href='/{at}'>What else the town speaks of, part {at}</a></h3><p>{text}</p></div>"
        for at, text in enumerate(STORY)
    )

    cleaned = cleaner.html(
        f"<html><body><main><h1>Town and market this week</h1><div>{others}</div></main></body></html>"
    )

    assert cleaned.articles == ()


@pytest.mark.parametrize(
    "below",
    [
        pytest.param(
            "<div><h1>The market opens on Saturday</h1>" + write(*STORY[1:], *STORY[1:]) + "</div>", id="another h1"
        ),
        pytest.param(
            "<div>"
            + "".join(
                f"<div><a href='/{at}'>The town speaks of it, {at}</a></div>{write(STORY[at])}" for at in (1, 2, 3)
            )
            + "</div>",
            id="a paragraph under each link",
        ),
    ],
)
def test_a_story_of_one_paragraph_is_no_standfirst_of_what_stands_below(cleaner: SimpleNamespace, below: str) -> None:
    told = "The two oldest ferries of the company leave the strait before the winter, its director said on Monday."
    beside = "<div>Town and market</div><div>Read it all</div><div>Ferries and boats</div>"
    page = f"<h1>{HEADLINE}</h1><div class='k3'><p>{told}</p></div><div>{beside}</div><div class='k4'>{below}</div>"

    cleaned = cleaner.html(f"<html><head><title>{HEADLINE}</title></head><body><main>{page}</main></body></html>")

    assert cleaned.articles[0].standfirst is None
    assert cleaned.articles[0].body == told


def test_answers_under_questions_that_link_within_the_page_are_no_teasers(cleaner: SimpleNamespace) -> None:
    told = "The two oldest ferries of the company leave the strait before the winter: what the islanders ask of it."
    asked = "".join(
        f"<div><a href='#q{at}'>What will become of boat number {at}?</a></div>{write(text)}"
        for at, text in enumerate([*(f"In all: {text}" for text in STORY), *STORY])
    )
    page = f"<h1>{HEADLINE}</h1><div class='k3'><p>{told}</p></div><p>12 May 2024</p><div class='k4'>{asked}</div>"

    assert clean_body(cleaner, f"<html><body><main>{page}</main></body></html>")[-4:] == STORY


@pytest.mark.parametrize("address", ["/donate", "https://abo.example/newsletter/?from=box", "/ar/subscribe/"])
def test_a_box_that_ends_in_a_link_to_give_or_to_subscribe_is_none_of_the_story(
    cleaner: SimpleNamespace, address: str
) -> None:
    box = (
        "<div><h3>Weil es ohne Sie nicht geht</h3><p>Was wir schreiben, ist für alle frei: andere zahlen dafür.</p>"
        f"<a href='{address}'>Ja, gern</a></div>"
    )
    page = f"<html><body><main><h1>{HEADLINE}</h1>{write(*STORY[:2])}{box}{write(*STORY[2:])}</main></body></html>"

    assert clean_body(cleaner, page) == STORY


def test_a_paragraph_with_a_link_to_give_or_beside_one_is_of_the_story(cleaner: SimpleNamespace) -> None:
    told = "Who would keep the old boats may give to the islanders' fund, and many have done so since the spring."
    linked = told.replace("islanders' fund", "<a href='/donate'>islanders' fund</a>")
    rows = [
        write(*STORY[:2]),
        f"<div>{write(linked, STORY[2])}<p><a href='/donate'>Give</a></p></div>",
        write(STORY[3]),
    ]

    page = f"<html><body><main><h1>{HEADLINE}</h1>{''.join(rows)}</main></body></html>"

    assert clean_body(cleaner, page) == [*STORY[:2], told, *STORY[2:]]


def test_a_list_of_those_whom_the_reader_may_help_is_of_the_story(cleaner: SimpleNamespace) -> None:
    helped = (
        "<li><b><a href='https://red.example/donate'>Red Lantern</a></b>: has opened shelters on both islands.</li>"
        "<li><a href='https://boats.example/donate/'>The Boat Fund</a></li>"
    )
    rest = [*STORY[2:], *(f"{text} So it has been since {year}." for year, text in enumerate(STORY, 1990))]
    page = f"{write(*STORY[:2])}<h2>How to help</h2><ul>{helped}</ul>{write(*rest)}"

    body = clean_body(cleaner, f"<html><body><main><h1>{HEADLINE}</h1>{page}</main></body></html>")

    told = ["How to help", "Red Lantern: has opened shelters on both islands.", "The Boat Fund"]
    assert body == [*STORY[:2], *told, *rest]


def test_a_table_of_contents_is_told_by_links_within_the_page(cleaner: SimpleNamespace) -> None:
    items = "".join(f"<li><a href='#{name}'>{text}</a></li>" for name, text in (("a", "The boats"), ("b", "The town")))
    contents = f"<div><p>Auf dieser Seite</p><ul>{items}</ul></div>"
    first, second, third, fourth = STORY
    story = f"{write(first)}<h2 id='a'>The boats</h2>{write(second, third)}<h2 id='b'>The town</h2>{write(fourth)}"

    page = f"<html><body><main><h1>{HEADLINE}</h1>{contents}{story}</main></body></html>"

    assert clean_body(cleaner, page) == [first, "The boats", second, third, "The town", fourth]
