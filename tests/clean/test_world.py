"""What papers of many countries print around a story: days over it, credits in it, names and appeals under it."""

from types import SimpleNamespace

import pytest

from warraq.clean import localise
from warraq.clean.captions import make_captioned
from warraq.model import Article

HEADLINE = "Two oldest ferries to leave the strait"
STORY = [
    "The ferry company said on Monday that its two oldest boats would leave the strait before the winter timetable.",
    "Islanders who work in the town asked the council to keep one of them for the early crossing until the spring.",
    "The council meets on Thursday evening, and the harbour master has been asked to bring the figures of last year.",
    "A new boat was ordered in March, but the yard that builds it has put off the launch for the second time since.",
]
MANDARIN = "渡口的老码头从周一起关闭，工人要在冬天以前换掉三十根木桩，渡船暂时停靠在下游的新码头。"


def read(
    cleaner: SimpleNamespace,
    *,
    language: str = "en",
    head: str = "",
    over: str = "",
    under: str = "",
    end: str = "",
) -> Article:
    story = "".join(f"<p>{text}</p>" for text in STORY)
    (article,) = cleaner.html(
        f"<!doctype html><html lang='{language}'><head><title>{HEADLINE}</title>{head}</head><body><article>{over}"
        f"<h1>{HEADLINE}</h1>{under}<div class='text'>{story}{end}</div></article></body></html>"
    ).articles
    return article


@pytest.mark.parametrize(
    ("line", "day"),
    [
        pytest.param("<div><a href='/s'>Регионы</a> • 07 апреля, 2022</div>", "2022-04-07T00:00", id="section, bullet"),
        pytest.param(
            "<div><span>Port Louis, Mauritius</span><span>14, July, 2022</span><span>5:18 p.m.</span></div>",
            "2022-07-14T17:18",
            id="place, day and clock in spans",
        ),
        pytest.param("<div>Harbour | 14 July 2022</div>", "2022-07-14T00:00", id="section, bar"),
    ],
)
def test_a_day_over_the_headline_may_have_a_few_words_before_it(cleaner: SimpleNamespace, line: str, day: str) -> None:
    at = localise(read(cleaner, over=line))

    assert at is not None
    assert at.isoformat().startswith(day)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("<div><a href='/x'>Concert in the harbour 14 July 2022</a></div>", id="a link to another story"),
        pytest.param("<div>The harbour has been closed to all the ferries since 14 July 2022</div>", id="a sentence"),
    ],
)
def test_a_line_over_the_headline_that_tells_of_a_day_dates_no_story(cleaner: SimpleNamespace, line: str) -> None:
    assert read(cleaner, over=line).published_at is None


@pytest.mark.parametrize(
    ("language", "day"), [("ko", "2022-11-17T07:04"), ("ja", "2022-11-17T07:04"), ("de", "2017-11-22T07:04")]
)
def test_the_year_comes_first_in_the_short_days_of_the_east(cleaner: SimpleNamespace, language: str, day: str) -> None:
    at = localise(read(cleaner, language=language, under="<div><span>22.11.17 07:04</span></div>"))

    assert at is not None
    assert at.isoformat().startswith(day)


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("旧码头的木桩。（江晓风／晨报）", "旧码头的木桩。", "江晓风／晨报"),
        ("Паром біля причалу (фото Міської ради)", "Паром біля причалу", "Міської ради"),
        ("Паром у причала (фото внизу)", "Паром у причала (фото внизу)", None),
        ("I traghetti nel porto (Molofoto)", "I traghetti nel porto", "Molofoto"),
        ("I traghetti nel porto (Express)", "I traghetti nel porto (Express)", None),
        ("The ferries in the port (photo London by night)", "The ferries in the port (photo London by night)", None),
    ],
)
def test_a_credit_in_brackets_is_told_by_its_form(text: str, caption: str, credit: str | None) -> None:
    image = make_captioned(None, text)

    assert (image.caption, image.credit) == (caption, credit)


@pytest.mark.parametrize(
    ("box", "caption", "credit"),
    [
        pytest.param(
            "<div class='foto'><img src='/a.jpg' alt=''><p class='peu'>The boats at the pier on Sunday morning. "
            "<span class='credit'>JANE DOE</span></p></div>",
            "The boats at the pier on Sunday morning.",
            "JANE DOE",
            id="a paragraph under a picture that ends in a credit",
        ),
        pytest.param(
            "<table><tr><td><img src='/a.jpg'></td></tr><tr><td><div class='cap'>▲ The boats at the pier</div>"
            "<div class='copyright'>ⓒ Jane Doe</div></td></tr></table>",
            "The boats at the pier",
            "Jane Doe",
            id="who holds the rights, under the caption",
        ),
    ],
)
def test_a_credit_under_a_picture_tells_its_caption(
    cleaner: SimpleNamespace, box: str, caption: str, credit: str
) -> None:
    article = read(cleaner, under=box)

    assert [(image.caption, image.credit) for image in article.images] == [(caption, credit)]
    assert article.body.split("\n\n") == STORY


def test_a_paragraph_with_a_credit_that_stands_under_no_picture_stays(cleaner: SimpleNamespace) -> None:
    quoted = "<p>The song of the boats is by <span class='credit'>Jane Doe</span></p>"

    assert read(cleaner, end=quoted).body.endswith("The song of the boats is by Jane Doe")


def test_a_lead_in_a_caption_is_the_standfirst_where_the_description_says_it(cleaner: SimpleNamespace) -> None:
    lead = "Both boats are older than forty years."
    box = f"<div class='mediaCaption'><p class='lead'>{lead}</p></div>"

    article = read(cleaner, head=f"<meta property='og:description' content='{lead}'>", under=box)

    assert article.standfirst == lead


def test_subtitles_of_one_class_are_one_standfirst(cleaner: SimpleNamespace) -> None:
    first, second = "The company sells both of its oldest boats", "The islanders want to keep one of them"
    lines = f"<div class='subtitols'><p class='subtitol'>{first}</p><p class='subtitol'>{second}</p></div>"

    article = read(cleaner, head=f"<meta name='description' content='{first}'>", under=lines)

    assert article.standfirst == f"{first} {second}"
    assert article.body.split("\n\n") == STORY


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            "<p align='right'><strong>Jane Keller,</strong><br><em>«Strait Times»</em></p>"
            "<p align='right'><em>Harbour county</em></p>",
            id="name, paper and county",
        ),
        pytest.param("<p><strong>Jane Keller</strong></p>", id="name alone"),
    ],
)
def test_a_name_under_the_story_comes_before_a_desk_over_it(cleaner: SimpleNamespace, lines: str) -> None:
    desk = "<div class='author'>Rédaction Strait Times</div>"

    article = read(cleaner, under=desk, end=lines)

    assert article.byline == ("Jane Keller",)
    assert article.body.split("\n\n") == STORY


def test_a_desk_is_named_where_nobody_else_is(cleaner: SimpleNamespace) -> None:
    assert read(cleaner, under="<div class='author'>Rédaction Strait Times</div>").byline == ("Rédaction Strait Times",)


def test_a_reporter_is_named_before_country_and_place(cleaner: SimpleNamespace) -> None:
    story = "".join(f"<p>{text}</p>" for text in (f"（港口報記者江曉風台灣花蓮報導）{MANDARIN}", MANDARIN[::-1]))
    page = (
        f"<html lang='zh'><head><title>{MANDARIN[:9]}</title></head><body><h1>{MANDARIN[:9]}</h1>{story}</body></html>"
    )

    assert cleaner.html(page).articles[0].byline == ("江曉風",)


def test_a_line_named_headline_frees_the_title_of_the_site_before_it(cleaner: SimpleNamespace) -> None:
    story = "".join(f"<p>{text}</p>" for text in STORY)
    title = f"<title>Ferry-Club of the Northern Strait - {HEADLINE}</title>"
    page = (
        f"<html><head>{title}</head><body><div class='post_headline'>{HEADLINE}</div><div>{story}</div></body></html>"
    )

    (article,) = cleaner.html(page).articles

    assert article.headline == HEADLINE


@pytest.mark.parametrize(
    "box",
    [
        pytest.param(
            "<div class='x'><h3>Keep the Strait Times going</h3><p>Apoie o nosso jornal</p>"
            "<p>IBAN PT50 0099 0000 12345678901 23</p></div>",
            id="an account of the paper's own",
        ),
        pytest.param(
            "<p>Щоб знати все про протоку, підписуйтесь на наш канал в Telegram.</p>", id="a clause before the call"
        ),
    ],
)
def test_what_a_paper_asks_for_itself_under_a_story_is_no_story(cleaner: SimpleNamespace, box: str) -> None:
    assert read(cleaner, end=box).body.split("\n\n") == STORY


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Spenden an die Seenotretter: IBAN DE12 5001 0517 0648 4898 90", id="a line of the story"),
        pytest.param("He paid for the boat with PayPal, and the bank asked no questions.", id="a sentence"),
    ],
)
def test_an_account_that_is_of_the_story_stays(cleaner: SimpleNamespace, text: str) -> None:
    assert read(cleaner, end=f"<p>{text}</p>").body.split("\n\n") == [*STORY, text]


def test_a_box_of_accounts_that_are_not_the_papers_stays(cleaner: SimpleNamespace) -> None:
    box = "<div><p>The sea rescue takes donations:</p><p>IBAN DE12 5001 0517 0648 4898 90</p></div>"

    assert "IBAN DE12 5001 0517 0648 4898 90" in read(cleaner, end=box).body


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            "<table><tr><td class='modifydate'>Módosítás dátuma: 2022. augusztus 26. péntek, 10:02</td></tr></table>",
            id="the day of the last change, of Joomla",
        ),
        pytest.param("<div>Text size: <a href='#'>A-</a> <a href='#'>A+</a></div>", id="sizes of letters"),
        pytest.param(
            "<table><tr><td><a href='#'>Tulosta</a> | <a href='#'>Kerro kaverille</a></td></tr></table>",
            id="links and bars",
        ),
        pytest.param("<p><em>La autora es geógrafa y enseña en la escuela del puerto</em></p>", id="who the author is"),
    ],
)
def test_a_line_that_serves_the_page_is_no_paragraph(cleaner: SimpleNamespace, line: str) -> None:
    assert read(cleaner, end=line).body.split("\n\n") == STORY


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("La autora es geógrafa y enseña en la escuela del puerto.", id="who the author is, told"),
        pytest.param("The blood of both was A+", id="a group of blood"),
        pytest.param("The boats | the pier", id="a bar without links"),
    ],
)
def test_a_line_of_the_story_that_resembles_one_of_the_page_stays(cleaner: SimpleNamespace, text: str) -> None:
    assert read(cleaner, end=f"<p>{text}</p>").body.split("\n\n") == [*STORY, text]


def test_a_link_behind_the_credit_that_shows_more_is_no_caption(cleaner: SimpleNamespace) -> None:
    figure = (
        "<figure><img src='/a.jpg'><figcaption><span class='caption'>The boats at the pier.</span> "
        "<span class='credit'>Foto: Jane Doe</span> <a href='#'>Vis mer</a></figcaption></figure>"
    )

    images = read(cleaner, under=figure).images

    assert [(image.caption, image.credit) for image in images] == [("The boats at the pier.", "Jane Doe")]


def read_behind(cleaner: SimpleNamespace, article: str, behind: str) -> list[str]:
    (found,) = cleaner.html(f"<html><body><main><article>{article}</article>{behind}</main></body></html>").articles
    return list(found.body.split("\n\n"))


def test_a_few_lines_behind_the_one_article_are_no_story(cleaner: SimpleNamespace) -> None:
    story = f"<h1>{HEADLINE}</h1>" + "".join(f"<p>{text}</p>" for text in (*STORY, *(f"Again, {one}" for one in STORY)))
    appeal = "<div><h2>Hold the paper up</h2><p>It lives by what you give, and by nothing else.</p></div>"

    assert read_behind(cleaner, story, appeal)[-1] == f"Again, {STORY[-1]}"


def test_a_last_line_behind_a_card_amid_the_story_stays(cleaner: SimpleNamespace) -> None:
    story = "".join(f"<p>{text}</p>" for text in (*STORY, *(f"Again, {one}" for one in STORY)))
    card = "<article><a href='/x'>The yard puts the launch off</a></article>"
    page = f"<html><body><main><h1>{HEADLINE}</h1><div>{story}{card}<p>Nobody was hurt.</p></div></main></body></html>"

    assert cleaner.html(page).articles[0].body.endswith("Nobody was hurt.")


def test_what_goes_on_behind_an_article_element_stays(cleaner: SimpleNamespace) -> None:
    first, *others = (f"<p>{text}</p>" for text in STORY)

    assert read_behind(cleaner, f"<h1>{HEADLINE}</h1>{first}", "".join(others)) == STORY


def test_a_name_over_the_day_in_an_address_element_is_the_writers(cleaner: SimpleNamespace) -> None:
    line = "<div><address><strong>Jane Keller</strong><br><smaller>17.05.2022</smaller></address></div>"

    article = read(cleaner, under=line)

    assert article.byline == ("Jane Keller",)
    assert article.body.split("\n\n") == STORY


def test_an_address_in_a_story_stays(cleaner: SimpleNamespace) -> None:
    line = "<address>Harbour Hall, Quay Street 3</address>"

    assert read(cleaner, end=line).body.split("\n\n") == [*STORY, "Harbour Hall, Quay Street 3"]
