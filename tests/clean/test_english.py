"""Lines around a story, credits, bylines and days as the press of the English-speaking countries sets them."""

import json
from types import SimpleNamespace

import pytest
from strait import HEADLINE, STORY, clean_body, make

from warraq.clean.captions import make_captioned
from warraq.clean.visible import is_life
from warraq.clean.words import Sign, read_signs
from warraq.model import Reason

OTHERS = "".join(
    f"<p>Another page of the site tells in a sentence of fair length what it offers its readers, {at}.</p>"
    for at in range(5)
)
DISCLOSED = "<p>Lina Haddad receives a grant from the harbour trust, and is a member of no party.</p>"


@pytest.mark.parametrize(
    "line",
    [
        "This story was originally published May 3, 2021 4:40 PM.",
        "This story was originally published by Strait Notes.",
        (
            "This website and associated newspapers adhere to the Press Council's Code of Practice. If you complain"
            " about what is printed here, then please write to the editor of the Strait Herald at the address below."
        ),
        (
            "This document is subject to copyright. Apart from any fair dealing for the purpose of study, no part of"
            " it may be reproduced without the written permission of the Strait Institute."
        ),
        (
            "Citation: Ferries turn quieter in cold water, a nine-year study finds (2020, March 2) retrieved 9 March"
            " 2020 from https://strait.example/news/2020-03-ferries-turn-quieter-in-cold-water.html"
        ),
        "The writer is a retired pilot of the harbour. The views expressed are his own.",
        "Stay in touch with us anytime, anywhere --",
        "Our stories may be republished under the Creative Commons license BY-ND 4.0 if you name the writer.",
        "This article is licensed under a Creative Commons Attribution 4.0 License.",
        "The views and opinions expressed in this article are the author's own, and not the Herald's.",
        "Opinions expressed by our columnists do not necessarily reflect those of the Strait Herald.",
        "Do you have more information about the story? Please send us an email to desk@news.example or phone us.",
        "For free breaking and community news, visit our websites: Strait East, Strait West",
        "All photographs by Lina Haddad.",
        "Banner image: The pier in May. Image by Lina Haddad for Strait Notes.",
        "Feedback: Use this form to write to the author of this page.",
        "Watch the video below:",
        "Get Tide Table, the Herald's weekly newsletter",
        "Download our free app for phones and tablets.",
        "Text us at (555) 010-7788",
        "For all the latest Strait news, download <a href='/app'>Strait Herald App</a>.",
    ],
)
def test_lines_of_the_house_under_a_story_leave_it(cleaner: SimpleNamespace, line: str) -> None:
    assert clean_body(cleaner, make(end=f"<p>{line}</p>")) == STORY


@pytest.mark.parametrize(
    "line",
    [
        "This story was originally published in 1924, and the islanders have told it to their children ever since.",
        "The writer was born on the island. The harbour is in all of his books.",
        "The views expressed at the hearing were recorded by a clerk of the council.",
        "The opinions expressed on the quay differed from those of the council and of its own harbour master.",
        "The museum puts this work under a Creative Commons licence, and the islanders may print it.",
        "These works are under a Creative Commons licence, the museum said when it opened again.",
        "Have you seen the ferry's old bell? Please send an email to the museum at bell@museum.example today.",
        "For more information on the new timetable, visit www.ferries.example before the first of May.",
        "All photos by the harbour master were shown to the council on Monday, and some of them to the press.",
        "Watch the video below the window of the ticket office and you see the islanders wait.",
        "Get up early and read what the harbour master wrote in his newsletter.",
        "In the first week, 300 islanders paid for the <a href='/app'>timetable</a> app.",
        "The citation was retrieved from the archive of the harbour by a clerk.",
    ],
)
def test_sentences_that_only_begin_as_such_lines_stay(cleaner: SimpleNamespace, line: str) -> None:
    kept = line.replace("<a href='/app'>", "").replace("</a>", "")

    assert clean_body(cleaner, make(end=f"<p>{line}</p>")) == [*STORY, kept]


def test_a_bold_line_of_a_few_words_over_calls_stays_without_a_colon(cleaner: SimpleNamespace) -> None:
    calls = "<p>Follow us on Facebook</p><p>Follow us on Instagram</p>"

    assert clean_body(cleaner, make(end=f"<p><b>With Quay wires</b></p>{calls}")) == [*STORY, "With Quay wires"]


@pytest.mark.parametrize("label", ["FOR IMMEDIATE RELEASE", "FEATURED STORIES", "Trending Stories:", "Prev | Next"])
def test_labels_that_stand_alone_leave_a_story(cleaner: SimpleNamespace, label: str) -> None:
    assert clean_body(cleaner, make(amid=f"<p>{label}</p>")) == STORY


def test_a_line_in_bold_goes_with_the_calls_that_it_announces(cleaner: SimpleNamespace) -> None:
    calls = "<p><b>Be part of the talk:</b></p><ul><li>Follow us on Facebook</li><li>Follow us on Instagram</li></ul>"

    assert clean_body(cleaner, make(end=calls)) == STORY


def test_a_plain_line_with_a_colon_stays_where_a_call_follows_it(cleaner: SimpleNamespace) -> None:
    words = "<p>On the pier somebody had written:</p><p>Follow us on Facebook</p>"

    assert clean_body(cleaner, make(end=words)) == [*STORY, "On the pier somebody had written:"]


def test_what_is_named_as_the_body_is_it_though_named_for_other_stories_too(cleaner: SimpleNamespace) -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in STORY)
    page = (
        f"<html><head><title>{HEADLINE}</title></head><body><h1>{HEADLINE}</h1>"
        f"<div class='entry-content inline-promos'>{paragraphs}</div>"
        f"<div class='about'>{DISCLOSED}</div></body></html>"
    )

    assert clean_body(cleaner, page) == STORY


def test_several_elements_so_named_are_other_stories(cleaner: SimpleNamespace) -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in STORY)
    cards = f"<div class='entry-content promo'>{OTHERS}</div>" * 2
    page = (
        f"<html><head><title>{HEADLINE}</title></head><body><h1>{HEADLINE}</h1><div>{paragraphs}</div>{cards}"
        "</body></html>"
    )

    assert clean_body(cleaner, page) == STORY


def test_a_comment_named_as_a_body_too_is_a_comment(cleaner: SimpleNamespace) -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in STORY)
    page = (
        f"<html><head><title>{HEADLINE}</title></head><body><h1>{HEADLINE}</h1><div>{paragraphs}</div>"
        f"<div class='comment entry-content'>{OTHERS}</div></body></html>"
    )

    assert clean_body(cleaner, page) == STORY


def test_a_short_story_of_something_for_sale_is_no_parked_domain(cleaner: SimpleNamespace) -> None:
    story = "".join(f"<p>{text}</p>" for text in STORY[:2])
    page = (
        f"<html><head><title>Old mill is for sale again</title></head><body><h1>Old mill is for sale again</h1>{story}"
    )

    assert clean_body(cleaner, page) == STORY[:2]


@pytest.mark.parametrize("title", ["quayside.example is for sale", "Quayside.example is for sale | Names"])
def test_a_host_for_sale_is_a_parked_domain(cleaner: SimpleNamespace, title: str) -> None:
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{STORY[0]}</p></body></html>"

    assert cleaner.html(page).rejection.reason is Reason.PARKED_DOMAIN


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("The pier in May. (Jane Doe, The Strait Dealer)", "The pier in May.", "Jane Doe, The Strait Dealer"),
        ("The pier in May (Jane Doe, Strait Herald)", "The pier in May", "Jane Doe, Strait Herald"),
        ("The pier in May. Jane Doe, Strait Times Staff", "The pier in May.", "Jane Doe, Strait Times Staff"),
        ("The pier in May. (Jane Doe | The Strait Dealer)", "The pier in May.", "Jane Doe | The Strait Dealer"),
        ("The pier in May. (Harbour Photo by Jane Doe)", "The pier in May.", "Jane Doe"),
        ("The pier in May. (staff photo by Jane Doe)", "The pier in May.", "Jane Doe"),
        ("The pier in May. Staff photo by Jane Doe", "The pier in May.", "Jane Doe"),
        ("The pier in May. (Provided by Quay Museum)", "The pier in May.", "Quay Museum"),
        ("The pier in May. Photo provided by Quay Museum", "The pier in May.", "Quay Museum"),
        ("The pier in May. Photo via Quay Museum", "The pier in May.", "Quay Museum"),
        ("Lina Haddad Submitted photo", "Lina Haddad", "Submitted photo"),
        ("The jury looks at a submitted photo", "The jury looks at a submitted photo", None),
        ("The pier in May. (Contributed)", "The pier in May.", "Contributed"),
        ("The pier in May. (Screengrab)", "The pier in May.", "Screengrab"),
        ("The pier in May. (Google Street View)", "The pier in May.", "Google Street View"),
        ("Enlarge / The pier in May.", "The pier in May.", None),
        ("The mayor (Jane Doe, Oslo)", "The mayor (Jane Doe, Oslo)", None),
        ("The mayor. (Jane Doe, left)", "The mayor. (Jane Doe, left)", None),
        ("The mayor writes for Jane Doe, Strait Herald", "The mayor writes for Jane Doe, Strait Herald", None),
        ("Lunch by the pier. (Provided by the town)", "Lunch by the pier. (Provided by the town)", None),
        ("What the islands contributed", "What the islands contributed", None),
        ("The pier in May [Quayside]", "The pier in May", "Quayside"),
        ("The pier in May [Quay News]", "The pier in May", "Quay News"),
        ("Lina Haddad and a guest [Right]", "Lina Haddad and a guest [Right]", None),
        ("They was [sic] there [sic]", "They was [sic] there [sic]", None),
        ("The pier in May. (Jane Doe photo)", "The pier in May.", "Jane Doe"),
        ("The pier in May. (Contributed photo)", "The pier in May.", "Contributed photo"),
        ("The pier in May. Photo supplied", "The pier in May.", "supplied"),
        ("The pier in May. (Picture submitted)", "The pier in May.", "submitted"),
        ("What the photo supplied", "What the photo supplied", None),
        ("The pier in May. (Photo by Jane Doe via Getty Images)", "The pier in May.", "Jane Doe via Getty Images"),
        ("The pier in May. Photo/Jane Doe", "The pier in May.", "Jane Doe"),
        ("The pier in May. ( Courtesy of the Quay Museum)", "The pier in May.", "the Quay Museum"),
    ],
)
def test_a_credit_is_told_from_its_caption(text: str, caption: str, credit: str | None) -> None:
    image = make_captioned(None, text)

    assert (image.caption, image.credit) == (caption, credit)


def read_captions(cleaner: SimpleNamespace, markup: str) -> list[tuple[str | None, str | None]]:
    (article,) = cleaner.html(markup).articles
    return [(image.caption, image.credit) for image in article.images if image.caption or image.credit]


@pytest.mark.parametrize("line", ["Image 1 of / 4", "Photo 2 of 12", "1 - 5 of 36", "of 6", "jdoe@strait.example"])
def test_a_count_or_an_address_beside_a_picture_is_no_caption(cleaner: SimpleNamespace, line: str) -> None:
    picture = (
        "<div class='photo'><img src='/pier.jpg'><div class='caption'>The pier in May.</div>"
        f"<div class='caption'>{line}</div></div>"
    )

    assert read_captions(cleaner, make(under=picture)) == [("The pier in May.", None)]


def test_a_caption_that_opens_is_taken_once_and_whole(cleaner: SimpleNamespace) -> None:
    whole = "The boat turns at the pier in May, with the first islanders on board. (AP Photo/Jane Doe)"
    picture = (
        f"<div class='photo'><img src='/pier.jpg'><div class='caption'>{whole} less</div>"
        "<div class='caption'>The boat turns at the pier in May, with the ... more</div></div>"
    )

    assert read_captions(cleaner, make(under=picture)) == [
        ("The boat turns at the pier in May, with the first islanders on board.", "AP Photo/Jane Doe")
    ]


def test_a_button_behind_a_credit_goes_with_neither(cleaner: SimpleNamespace) -> None:
    caption = "The pier on Monday. (Associated Press/File) more &gt;"
    figure = f"<figure><img src='/pier.jpg'><figcaption>{caption}</figcaption></figure>"

    assert read_captions(cleaner, make(under=figure)) == [("The pier on Monday.", "Associated Press/File")]


@pytest.mark.parametrize("credit", ["Photo: Jane Doe, Strait Herald", "/ Getty Images"])
def test_a_sentence_and_a_credit_alone_with_a_picture_are_its_caption(cleaner: SimpleNamespace, credit: str) -> None:
    said = "Islanders wait at the pier for the boat of seven o'clock, which came at nine on Monday."
    box = f"<div class='ib'><img src='/pier.jpg'><p>{said}</p><p class='cp'>{credit}</p></div>"

    (article,) = cleaner.html(make(amid=box)).articles

    assert said not in article.body
    assert [(one.caption, one.credit) for one in article.images] == [
        (said, credit.lstrip("/ ").removeprefix("Photo: "))
    ]


def test_a_sentence_and_a_credit_with_a_picture_are_the_story_where_no_other_is(cleaner: SimpleNamespace) -> None:
    page = (
        f"<title>{HEADLINE}</title><h1>{HEADLINE}</h1><div><img src='/pier.jpg'><p>{STORY[0]}</p>"
        "<p>Photo: Jane Doe</p></div>"
    )

    assert clean_body(cleaner, page) == [STORY[0]]


def test_a_source_behind_a_stroke_goes_with_the_credit(cleaner: SimpleNamespace) -> None:
    figure = (
        "<figure><img src='/pier.jpg'><figcaption class='caption'>The pier on Monday.</figcaption>"
        "<div class='credit'>Jane Doe</div><span>/</span><div class='fig-source'>Strait Radio</div></figure>"
    )

    assert read_captions(cleaner, make(under=figure)) == [("The pier on Monday.", "Jane Doe / Strait Radio")]


@pytest.mark.parametrize("caption", ["The islanders ask for more", "The new boat costs less"])
def test_more_and_less_are_words_of_a_caption_too(cleaner: SimpleNamespace, caption: str) -> None:
    picture = f"<figure><img src='/pier.jpg'><figcaption>{caption}</figcaption></figure>"

    assert read_captions(cleaner, make(under=picture)) == [(caption, None)]


def test_names_in_a_figure_behind_its_caption_took_the_picture(cleaner: SimpleNamespace) -> None:
    meta = "<figcaption>The boat turns at the pier.</figcaption><cite>Jane Doe/Quay Pics</cite>"
    picture = f"<figure><span><img src='/pier.jpg'></span><div class='meta'>{meta}</div></figure>"

    assert read_captions(cleaner, make(under=picture)) == [("The boat turns at the pier.", "Jane Doe/Quay Pics")]


def test_a_sentence_in_a_figure_behind_its_caption_took_none(cleaner: SimpleNamespace) -> None:
    meta = "<figcaption>The boat turns at the pier.</figcaption><cite>It was built in the north</cite>"
    picture = f"<figure><span><img src='/pier.jpg'></span><div class='meta'>{meta}</div></figure>"

    assert read_captions(cleaner, make(under=picture))[0] == ("The boat turns at the pier.", None)


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("lead-media", False),
        ("article-lead-image", False),
        ("intro_video", False),
        ("quay-body__introduction", False),
        ("introduction", True),
        ("lead", True),
        ("article-lead", True),
        ("media-intro", True),
        ("summary-art", True),
    ],
)
def test_what_leads_with_a_picture_or_into_the_body_is_no_standfirst(name: str, *, is_one: bool) -> None:
    assert bool(read_signs(name) & Sign.STANDFIRST) is is_one


def declare(*authors: dict[str, str]) -> str:
    item = {"@type": "NewsArticle", "headline": HEADLINE, "author": list(authors)}
    return f'<script type="application/ld+json">{json.dumps(item)}</script>'


@pytest.mark.parametrize(
    ("author", "under", "names"),
    [
        pytest.param(
            {"@type": "Organization", "name": "Quay Broadcasting"},
            "<p>By Lina Haddad</p>",
            ["Lina Haddad"],
            id="printed",
        ),
        pytest.param(
            {"@type": "NewsMediaOrganization", "name": "Quay Broadcasting"}, "", ["Quay Broadcasting"], id="alone"
        ),
        pytest.param({"@type": "Person", "name": "Jane Doe"}, "<p>By Lina Haddad</p>", ["Jane Doe"], id="a person"),
    ],
)
def test_a_printed_person_comes_before_a_declared_organization(
    cleaner: SimpleNamespace, author: dict[str, str], under: str, names: list[str]
) -> None:
    (article,) = cleaner.html(make(head=declare(author), under=under)).articles

    assert list(article.byline) == names


def test_a_declared_person_comes_before_a_declared_organization(cleaner: SimpleNamespace) -> None:
    head = (
        declare({"@type": "Organization", "name": "Quay Broadcasting"}) + '<meta name="author" content="Lina Haddad">'
    )
    (article,) = cleaner.html(make(head=head)).articles

    assert list(article.byline) == ["Lina Haddad"]


def test_the_house_behind_a_writer_is_no_writer(cleaner: SimpleNamespace) -> None:
    (article,) = cleaner.html(make(under="<p class='byline'>By Lina Haddad, The Strait Dealer</p>")).articles

    assert list(article.byline) == ["Lina Haddad"]


def test_a_subhead_over_what_is_told_of_a_company_stays(cleaner: SimpleNamespace) -> None:
    told = "Quay Works builds ferries of steel in the north of the strait and lets them to companies on four coasts."
    end = f"<p><b>About Quay Works</b></p><p>{told}</p>"
    head = '<meta name="author" content="Quay Works, Inc.">'

    assert clean_body(cleaner, make(head=head, end=end)) == [*STORY, "About Quay Works", told]


def read_day(cleaner: SimpleNamespace, *, head: str = "", under: str = "") -> str:
    (article,) = cleaner.html(make(head=head, under=under)).articles
    return str(article.published_at)[:16]


def test_the_time_behind_the_sites_address_is_read(cleaner: SimpleNamespace) -> None:
    head = '<meta name="publishdate" content="2010-04-27">'

    assert read_day(cleaner, head=head, under="<p>strait.example.cn 2010-04-27 19:32:51</p>") == "2010-04-27 19:32"


def test_the_days_of_a_life_are_none_of_publication(cleaner: SimpleNamespace) -> None:
    under = "<h2 class='dates'>Sept. 2, 1920 — Feb. 7, 2009</h2><p>Published: March 01, 2009, 12:30 AM</p>"

    assert read_day(cleaner, under=under) == "2009-03-01 00:30"


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Sept. 2, 1920 — Feb. 7, 2009", True),
        ("1920-2009", True),
        ("2 September 1920 – 7 February 2009", True),
        ("Feb. 6, 2009 — Feb. 7, 2009", False),
        ("2 May 2019 – Updated 3 May 2020", False),
        ("2010-04-27", False),
    ],
)
def test_a_life_is_told_by_two_days_years_apart(line: str, *, is_one: bool) -> None:
    assert is_life(line) is is_one


def test_a_house_behind_a_stroke_goes_with_the_credit_before_it(cleaner: SimpleNamespace) -> None:
    names = "<span class='author'>Photo by Jane Doe</span> <span class='author'>/Quay Pics</span>"
    lines = f"<span class='caption'>The boat turns at the pier.</span> <span class='credit'>{names}</span>"
    picture = f"<figure><img src='/pier.jpg'><figcaption>{lines}</figcaption></figure>"

    assert read_captions(cleaner, make(under=picture)) == [("The boat turns at the pier.", "Jane Doe /Quay Pics")]


@pytest.mark.parametrize(
    ("end", "caption", "credit"),
    [
        ("turns. <em>(Jane Doe)</em>", "The boat turns.", "Jane Doe"),
        ("turns. (Jane Doe)", "The boat turns. (Jane Doe)", None),
        ("turns <em>(Jane Doe)</em>", "The boat turns (Jane Doe)", None),
        ("turns. <em>(seen from the pier)</em>", "The boat turns. (seen from the pier)", None),
    ],
)
def test_a_name_in_brackets_took_the_picture_where_it_is_set_apart(
    cleaner: SimpleNamespace, end: str, caption: str, credit: str | None
) -> None:
    picture = f"<figure><img src='/pier.jpg'><figcaption>The boat {end}</figcaption></figure>"

    assert read_captions(cleaner, make(under=picture)) == [(caption, credit)]


SITE = '<meta property="og:site_name" content="Quayside">'


def test_a_dash_and_the_sites_name_sign_a_story_off(cleaner: SimpleNamespace) -> None:
    asked = "“Who will take the early boat?”"

    assert clean_body(cleaner, make(head=SITE, end=f"<p>{asked}</p><p>- Quayside</p>")) == [*STORY, asked]


def test_a_dash_and_a_speaker_are_of_the_story(cleaner: SimpleNamespace) -> None:
    asked = "“Who will take the early boat?”"
    said = [*STORY, asked, "- An islander"]

    assert clean_body(cleaner, make(head=SITE, end=f"<p>{asked}</p><p>- An islander</p>")) == said


@pytest.mark.parametrize(
    ("alt", "captions"),
    [("Share on Facebook", []), ("The pier on a morning in May", [("The pier on a morning in May", None)])],
)
def test_a_button_says_nothing_of_a_picture(
    cleaner: SimpleNamespace, alt: str, captions: list[tuple[str, str | None]]
) -> None:
    assert read_captions(cleaner, make(amid=f"<p><img src='/pier.jpg' alt='{alt}'></p>")) == captions


def join(*, end: str = "", description: str = "") -> str:
    head = f'<meta name="description" content="{description}">' if description else ""
    first, *others = (f"<p>{text}</p>" for text in STORY)
    return (
        f"<html><head><title>{HEADLINE}</title>{head}</head><body><div class='item'><h2>{HEADLINE}</h2>"
        f"<div class='itemIntroText'>{first}</div><div class='itemFullText'>{''.join(others)}{end}</div></div>"
        "</body></html>"
    )


def test_an_introduction_before_the_full_text_is_its_first_paragraph(cleaner: SimpleNamespace) -> None:
    assert clean_body(cleaner, join()) == STORY


def test_an_introduction_that_the_description_says_is_the_standfirst(cleaner: SimpleNamespace) -> None:
    (article,) = cleaner.html(join(description=STORY[0])).articles

    assert article.standfirst == STORY[0]
    assert article.body.split("\n\n") == STORY[1:]


def test_the_buttons_of_a_slider_leave_a_story_and_an_answer_stays(cleaner: SimpleNamespace) -> None:
    slider = "<div><img src='/pier.jpg'><div class='slider-left'>left</div><div class='slider-right'>right</div></div>"

    assert clean_body(cleaner, make(amid=f"{slider}<p>Right.</p>")) == [*STORY[:2], "Right.", *STORY[2:]]


def test_a_lone_word_beside_a_picture_over_the_story_is_no_caption(cleaner: SimpleNamespace) -> None:
    board = "<div class='team'><div class='team-box'><img src='/quay.ashx'><p class='teamName'>QUAY</p></div></div>"

    assert read_captions(cleaner, make(under=board)) == []


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://www.strait.example/2014/10/07/two-ferries/", "2014-10-07"),
        ("https://www.strait.example/2014/07/10/two-ferries/", "2014-07-10"),
        ("https://www.strait.example/two-ferries/", "2014-07-10"),
    ],
)
def test_the_day_in_the_address_tells_day_from_month(cleaner: SimpleNamespace, url: str, day: str) -> None:
    (article,) = cleaner.html(make(under="<p class='date'>11:57 AM 10/07/2014</p>"), url=url).articles

    assert article.published_at.isoformat() == f"{day}T11:57:00+00:00"


def test_a_link_to_an_authors_feed_is_no_author(cleaner: SimpleNamespace) -> None:
    box = (
        "<div class='author-box'><div class='name'>Lina Haddad</div><ul>"
        "<li><a href='/author/lh/'>See All Articles</a></li>"
        "<li><a href='/author/lh/feed/'>Subscribe to RSS</a></li></ul></div>"
    )

    (article,) = cleaner.html(make(under=box)).articles

    assert list(article.byline) == ["Lina Haddad"]


def test_a_byline_in_a_list_over_the_story_leaves_it(cleaner: SimpleNamespace) -> None:
    listed = "<ul><li>by <a href='/author/lh'>Lina Haddad</a></li></ul>"
    page = f"<title>{HEADLINE}</title><body><h1>Strait Notes</h1><div><h2>{HEADLINE}</h2>{listed}"
    page += "".join(f"<p>{text}</p>" for text in STORY) + "</div></body>"

    assert clean_body(cleaner, page) == STORY


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By <a href='/lh'>Lina Haddad</a> and <a href='/tk'>Tom Karlson</a>", ["Lina Haddad", "Tom Karlson"]),
        ("By <a href='/lh'>Lina Haddad</a> | Fact-checked by <a href='/tk'>Tom Karlson</a>", ["Lina Haddad"]),
        ("By <a href='/tk'>Tom Karlson</a> and <a href='/jr'>Jan Roth</a>", ["Lina Haddad"]),
    ],
)
def test_a_printed_line_joins_others_to_the_one_declared_writer(
    cleaner: SimpleNamespace, line: str, names: list[str]
) -> None:
    markup = make(head='<meta name="author" content="Lina Haddad">', under=f"<p class='byline'>{line}</p>")

    (article,) = cleaner.html(markup).articles

    assert list(article.byline) == names


@pytest.mark.parametrize(
    "line",
    [
        "Follow Harbour Notes on Facebook, Instagram and YouTube.",
        "Follow the Strait Herald's full coverage of the ferries at https://strait.example/ferries",
        "Follow @StraitDeals on Twitter to keep up with what the yards sell. Quantities may be limited.",
        "Find us on Facebook",
    ],
)
def test_a_last_line_that_asks_to_follow_on_a_network_is_none_of_the_story(cleaner: SimpleNamespace, line: str) -> None:
    assert clean_body(cleaner, make(end=f"<p>{line}</p>")) == STORY


@pytest.mark.parametrize(
    "line",
    [
        "Follow the path along the cliff for a mile, then turn left at the chapel by the old mill.",
        "Join the queue at the pier by noon, the company says on its page, or wait for the evening boat.",
        "The islanders follow the works on Facebook, where the yard shows a picture each evening.",
    ],
)
def test_a_last_line_that_tells_of_a_path_or_a_page_stays(cleaner: SimpleNamespace, line: str) -> None:
    assert clean_body(cleaner, make(end=f"<p>{line}</p>")) == [*STORY, line]


@pytest.mark.parametrize(
    "line",
    [
        'The mayor asked for patience in a letter posted on Twitter on Tuesday. She added, "The boats will come back."',
        "I cannot thank this crew enough. Good luck and hope to see you again my friends. pic.twitter.com/qU4yHarb0r",
        "The new boat in forty seconds by @quayfilms pic.twitter.com/bOatX7",
    ],
)
def test_a_last_line_that_tells_of_a_post_or_shows_it_is_of_the_story(cleaner: SimpleNamespace, line: str) -> None:
    assert clean_body(cleaner, make(end=f"<p>{line}</p>")) == [*STORY, line]
