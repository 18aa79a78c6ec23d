"""What stands around and amid a story with no class that says so: told by structure, in whatever language."""

from types import SimpleNamespace

import pytest

from warraq.model import Article, Cleaned

LEAD = "The ferry company said on Monday that its two oldest boats would leave the strait before the winter timetable."
SECOND = "Islanders who work in the town asked the council to keep one of them for the early crossing until the spring."
THIRD = (
    "The council meets on Thursday evening, and the harbour master has been asked to bring the figures of last year."
)
FOURTH = (
    "A new boat was ordered in March, but the yard that builds it has put off the launch for the second time since."
)
HEADLINE = "Two oldest ferries to leave the strait"
STORY = [LEAD, SECOND, THIRD, FOURTH]


def make(inside: str, *, head: str = "", before: str = "", after: str = "") -> str:
    return (
        f"<!doctype html><html><head><title>{HEADLINE}</title>{head}</head><body>{before}"
        f"<div><div><h1>{HEADLINE}</h1><div>{inside}</div></div>{after}</div></body></html>"
    )


def write(paragraphs: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in paragraphs)


def only(cleaned: Cleaned) -> Article:
    assert cleaned.rejection is None
    assert len(cleaned.articles) == 1
    return cleaned.articles[0]


@pytest.mark.parametrize(
    "amid",
    [
        pytest.param(
            "<div><h4>Havnebrevet</h4><p>Alt fra sundet, hver morgen.</p><form><input type='email'></form></div>",
            id="a form that asks for an address",
        ),
        pytest.param(
            "<div><p>Will you take the new ferry?</p><form><label>Yes</label><label>No</label></form></div>",
            id="a poll",
        ),
        pytest.param(
            "<p>Kitap tavsiyesi: <a href='/b/1'>Boğazın son vapurları üzerine bir kitap</a></p>",
            id="a label before a link",
        ),
        pytest.param(
            "<div><h4>Most read</h4><ol><li><a href='/1'>Bridge closed</a></li><li><a href='/2'>Fair opens</a></li>"
            "<li><a href='/3'>School moves</a></li></ol></div>",
            id="a list whose own title says what it is",
        ),
        pytest.param(
            "<div><h4>More in our pages! News:</h4><a href='/1'>Bridge closed</a><br><a href='/2'>Fair opens</a></div>",
            id="a heading with a colon over nothing but links",
        ),
        pytest.param(
            "<div>"
            + "".join(
                f"<div><a href='/{at}'>Other story of the day, number {at}</a>"
                f"<p>What it tells in a sentence that ends here, {at}.</p></div>"
                for at in range(3)
            )
            + "</div>",
            id="a row of cards",
        ),
        pytest.param(
            "<div><video src='x.mp4'></video><p>The last crossing of the Aurora</p></div>", id="a film's title"
        ),
        pytest.param(
            "<ul><li><a href='/s?f'>Facebook</a></li><li><a href='/s?w'>WhatsApp</a></li></ul>", id="names of networks"
        ),
        pytest.param("<p>4 min de lectura</p>", id="a reading time"),
        pytest.param(
            "<div><img src='/a.jpg' alt='The Aurora leaves the pier in rain'></div>"
            "<p>The Aurora leaves the pier in rain. (Marta Solheim)</p>",
            id="a picture's own words and who took it",
        ),
    ],
)
def test_what_stands_amid_the_paragraphs_is_told_by_its_structure(cleaner: SimpleNamespace, amid: str) -> None:
    article = only(cleaner.html(make(write(STORY[:2]) + amid + write(STORY[2:]))))

    assert article.body == "\n\n".join(STORY)


@pytest.mark.parametrize(
    "line",
    ["Bron: ANP", "Sumber: Antara", "स्रोत: पीटीआई", "出典：共同通信", "출처: 연합뉴스", "מקור: רויטרס", "منبع: ایسنا"],
)
def test_a_label_and_an_agency_are_a_credit_in_any_language(cleaner: SimpleNamespace, line: str) -> None:
    article = only(cleaner.html(make(write([*STORY, line]))))

    assert article.body == "\n\n".join(STORY)


def test_a_column_of_teasers_beside_the_story_is_no_part_of_it(cleaner: SimpleNamespace) -> None:
    column = "".join(
        f"<div><a href='/o/{at}'>Another story of this week, {at}</a><p>{text}</p></div>"
        for at, text in enumerate(STORY[::-1])
    )

    article = only(cleaner.html(make(write(STORY), after=f"<div><h3>Meistgelesen</h3>{column}</div>")))

    assert article.body == "\n\n".join(STORY)


def test_comments_longer_than_the_story_are_left_out(cleaner: SimpleNamespace) -> None:
    said = "".join(
        f"<div><b>reader {at}</b><p>{text} I never saw it {at} times.</p></div>" for at, text in enumerate(STORY * 3)
    )

    article = only(cleaner.html(make(write(STORY), after=f"<div><h3>Kommentare</h3>{said}</div>")))

    assert article.body == "\n\n".join(STORY)


def test_a_section_name_over_the_headline_is_not_the_story(cleaner: SimpleNamespace) -> None:
    page = make(write(STORY)).replace("<h1>", "<div>オピニオン</div><h1>")

    assert only(cleaner.html(page)).body == "\n\n".join(STORY)


@pytest.mark.parametrize("cell", ["<table><tr><td><font>{}</font></td></tr></table>", "<ul><li>{}</li></ul>"])
def test_breaks_below_sentences_and_two_together_part_a_cell_and_one_amid_a_sentence_does_not(
    cleaner: SimpleNamespace, cell: str
) -> None:
    wrapped = FOURTH.replace("but the yard", "but<br>the yard")
    page = make(cell.format(f"{LEAD}<br><br>{SECOND}<br>\n<br>{THIRD}<br>{wrapped}"))

    assert only(cleaner.html(page)).body == "\n\n".join(STORY)


def test_a_break_in_a_cell_of_a_table_is_a_line_of_it(cleaner: SimpleNamespace) -> None:
    rows = "<tr><td>Boat<br>(built)</td><td>Seats<br>in all.</td></tr><tr><td>Skua<br>(1971)</td><td>90</td></tr>"
    page = make(write(STORY[:2]) + f"<table>{rows}</table>" + write(STORY[2:]))

    assert "Boat (built)\n\nSeats in all.\n\nSkua (1971)\n\n90" in only(cleaner.html(page)).body


def test_spans_side_by_side_are_parted_and_drop_capitals_are_not(cleaner: SimpleNamespace) -> None:
    signed = "<div><span>By Marta Solheim</span><span>Published: 12.03.2026 10:00</span></div>"
    capital = f"<div><span>T</span><span>{LEAD[1:]}</span></div>"

    article = only(cleaner.html(make(f"{signed}{capital}{write(STORY[1:])}")))

    assert (article.byline, article.body) == (("Marta Solheim",), "\n\n".join(STORY))
    assert article.published_at is not None
    assert article.published_at.isoformat() == "2026-03-12T10:00:00+00:00"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Autor: Jonas Berg Opublikowano: 17.03.2026 07:13", "Jonas Berg"),
        ("By Elena Rossi 24/10/2026 - 14:43", "Elena Rossi"),
        ("di Anna Keller Pubblicato il 12/01/2026", "Anna Keller"),
        ("作者： 李小明 23.08.2026 19:16", "李小明"),
        ("文・田中健 2026-05-15", "田中健"),
        ("글 박지영 2026-05-15", "박지영"),
    ],
)
def test_a_name_ends_where_the_day_is_told(cleaner: SimpleNamespace, line: str, name: str) -> None:
    article = only(cleaner.html(make(f"<div>{line}</div>{write(STORY)}")))

    assert (article.byline, article.body) == ((name,), "\n\n".join(STORY))


def test_a_link_to_the_author_is_the_name_and_nothing_beside_it(cleaner: SimpleNamespace) -> None:
    signed = "<div><a rel='author' href='/x'>Marta Solheim</a> <span>Atualizado em: 14.05.2026 23:58</span></div>"

    article = only(cleaner.html(make(f"{signed}{write(STORY)}")))

    assert (article.byline, article.body) == (("Marta Solheim",), "\n\n".join(STORY))


def test_what_is_told_of_the_writer_over_the_story_is_left_out(cleaner: SimpleNamespace) -> None:
    declared = '<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"Marta Solheim"}}</script>'
    card = "<div><b>Marta Solheim</b><p>Marta Solheim er journalist i havneavisen.</p></div>"

    article = only(cleaner.html(make(f"{card}{write([*STORY, *(f'{text} Again.' for text in STORY)])}", head=declared)))

    assert article.body.split("\n\n")[0] == LEAD
    assert article.byline == ("Marta Solheim",)


def test_a_title_is_cut_where_the_page_prints_it(cleaner: SimpleNamespace) -> None:
    page = make(write(STORY)).replace(f"<h1>{HEADLINE}</h1>", f"<div><b>{HEADLINE}</b></div>")

    article = only(cleaner.html(page.replace("</title>", " - Strait Times of Norway</title>")))

    assert (article.headline, article.body) == (HEADLINE, "\n\n".join(STORY))


def test_a_lead_classed_as_a_teaser_is_the_standfirst(cleaner: SimpleNamespace) -> None:
    lead = "The oldest boats go, and the islands ask who will take the early shift across."
    column = "".join(
        f"<div><a href='/o/{at}'>Another story, {at} of five</a><p>{text}</p></div>" for at, text in enumerate(STORY)
    )

    article = only(
        cleaner.html(make(f"<p class='teaser-text'>{lead}</p>{write(STORY)}", before=f"<div>{column}</div>"))
    )

    assert (article.standfirst, article.body) == (lead, "\n\n".join(STORY))


def test_the_only_paragraph_is_the_story_whatever_its_class(cleaner: SimpleNamespace) -> None:
    page = make(f"<p class='lead'>{LEAD} {SECOND}</p>")

    assert only(cleaner.html(page)).body == f"{LEAD} {SECOND}"


def test_a_short_story_beside_a_prompt_to_log_in_is_no_wall(cleaner: SimpleNamespace) -> None:
    page = make(f"{write(STORY[:2])}<div><p>已经订阅？请登录</p></div>")

    assert only(cleaner.html(page)).body == f"{LEAD}\n\n{SECOND}"


def test_stories_scrolled_in_below_one_that_stands_in_no_article_element(cleaner: SimpleNamespace) -> None:
    other = [f"{text} It is another story." for text in STORY]

    cleaned = cleaner.html(make(write(STORY), after=f"<article><h1>The fair opens</h1>{write(other)}</article>"))

    assert [(one.headline, one.body) for one in cleaned.articles] == [
        (HEADLINE, "\n\n".join(STORY)),
        ("The fair opens", "\n\n".join(other)),
    ]


TITLE = f"<title>{HEADLINE}</title>"
FAIR = (
    "The winter fair opens on the market square with forty stalls and a wheel that is lit from within.",
    "Traders had asked for a longer season, and the mayor gave them nine days more than in any year before.",
    "Whoever brings a lantern on the last evening rides for nothing, said Olga Brandt, who runs the wheel.",
)


def write_part(headline: str, texts: tuple[str, ...], *, level: int = 1, sign: str = "", names: str = "post") -> str:
    return f"<div class='{names}'><h{level}>{headline}</h{level}>{sign}<div>{write(texts)}</div></div>"


@pytest.mark.parametrize(
    ("level", "sign"),
    [
        pytest.param(1, "<p>14 May 2024</p>", id="under an h1 and a day"),
        pytest.param(1, "<p>By Olga Brandt</p>", id="under an h1 and a writer"),
        pytest.param(2, "<p>By Olga Brandt</p><time>14 May 2024</time>", id="under a writer and a day"),
    ],
)
def test_a_story_scrolled_in_is_told_by_its_element_alike_and_its_own_words(
    cleaner: SimpleNamespace, level: int, sign: str
) -> None:
    own = write_part(HEADLINE, STORY, sign="<time>13 May 2024</time>")
    other = write_part("Lanterns on market square", FAIR, level=level, sign=sign, names="post post-2")

    first, second = cleaner.html(f"<html><head>{TITLE}</head><body><main>{own}{other}</main></body></html>").articles

    assert (first.headline, first.body) == (HEADLINE, "\n\n".join(STORY))
    assert (second.position, second.headline, second.body) == (2, "Lanterns on market square", "\n\n".join(FAIR))


@pytest.mark.parametrize(
    "part",
    [
        pytest.param(write_part("Lanterns on market square", FAIR), id="no day and no writer"),
        pytest.param(
            write_part("Lanterns on market square", FAIR, level=2, sign="<time>14 May 2024</time>"), id="a chronicle"
        ),
        pytest.param(
            write_part("What the harbour board says now", STORY, sign="<time>14 May 2024</time>"), id="one story"
        ),
    ],
)
def test_the_parts_of_a_story_are_no_stories_of_their_own(cleaner: SimpleNamespace, part: str) -> None:
    own = write_part(HEADLINE, STORY, sign="<time>13 May 2024</time>")

    assert len(cleaner.html(f"<html><head>{TITLE}</head><body><main>{own}{part}</main></body></html>").articles) == 1


@pytest.mark.parametrize(
    "sign",
    [
        pytest.param("<p>14 May 2024</p>", id="a day"),
        pytest.param("<p>By Olga Brandt</p>", id="a writer"),
        pytest.param("<div><time datetime='2024-05-14'></time></div>", id="a time element"),
    ],
)
def test_stories_flat_in_one_element_are_parted_at_a_headline_with_its_own_day_or_writer(
    cleaner: SimpleNamespace, sign: str
) -> None:
    own = f"<h1>{HEADLINE}</h1><time>13 May 2024</time>{write(STORY)}"
    other = f"<H1>Lanterns on market square</H1>{sign}{write(FAIR)}"  # As old systems write it.

    first, second = cleaner.html(
        f"<html><head>{TITLE}</head><body><main>{own}<hr>{other}</main></body></html>"
    ).articles

    assert (first.headline, first.body) == (HEADLINE, "\n\n".join(STORY))
    assert (second.position, second.headline, second.body) == (2, "Lanterns on market square", "\n\n".join(FAIR))


def test_an_h1_amid_a_story_without_a_day_or_a_writer_is_a_subhead(cleaner: SimpleNamespace) -> None:
    flat = f"<h1>{HEADLINE}</h1><time>13 May 2024</time>{write(STORY)}<h1>Lanterns on market square</h1>{write(FAIR)}"

    assert len(cleaner.html(f"<html><head>{TITLE}</head><body><main>{flat}</main></body></html>").articles) == 1


@pytest.mark.parametrize("name", ["inline-updates", "candidate", "mandates", "authority"])
def test_a_class_that_only_holds_the_letters_of_a_sign_parts_no_story(cleaner: SimpleNamespace, name: str) -> None:
    flat = (
        f"<h1>{HEADLINE}</h1><time>13 May 2024</time>{write(STORY)}<h1>Lanterns on market square</h1>"
        f"<div><img class='{name}' src='/a.jpg'></div>{write(FAIR)}"
    )

    article = only(cleaner.html(f"<html><head>{TITLE}</head><body><main>{flat}</main></body></html>"))

    assert article.body.split("\n\n") == [*STORY, "Lanterns on market square", *FAIR]


def test_parts_under_a_day_each_stay_together_where_one_is_too_short_for_a_story(cleaner: SimpleNamespace) -> None:
    parts = [("Lanterns on market square", FAIR), ("The wheel of the fair", (f"{FAIR[2]} It was lit.", "It turned."))]
    flat = "".join(f"<h1>{title}</h1><p>1{at} May 1999</p>{write(texts)}" for at, (title, texts) in enumerate(parts))

    page = f"<html><head>{TITLE}</head><body><main><h1>{HEADLINE}</h1>{write(STORY)}{flat}</main></body></html>"

    lines = [line for title, texts in parts for line in (title, *texts)]
    assert only(cleaner.html(page)).body.split("\n\n") == [*STORY, *lines]


def test_the_day_and_the_writer_of_the_story_above_are_none_of_the_next_ones(cleaner: SimpleNamespace) -> None:
    over = "<p>By Hans Meier</p><time>13 May 2024</time>"
    own = f"<article><h1>{HEADLINE}</h1>{over}{write([LEAD, SECOND, THIRD])}</article>"
    other = f"<article><h1>Lanterns on market square</h1>{write(FAIR)}</article>"

    first, second = cleaner.html(f"<html><head>{TITLE}</head><body><main>{own}{other}</main></body></html>").articles

    assert (first.byline, first.published_at is None) == (("Hans Meier",), False)
    assert (second.byline, second.published_at) == ((), None)


def test_a_place_before_the_news_is_no_credit(cleaner: SimpleNamespace) -> None:
    caption = "ST. JOSEPH, Mich. (AP) — Ferries are tied up at the pier while the wind blows"
    figure = f"<figure><img src='/a.jpg'><figcaption>{caption}</figcaption></figure>"

    (image,) = only(cleaner.html(make(figure + write(STORY)))).images

    assert (image.caption, image.credit) == (caption, None)


def test_a_subhead_that_links_to_itself_is_kept(cleaner: SimpleNamespace) -> None:
    subhead = "<h2><a href='#figures'>The figures of last year</a></h2>"

    article = only(cleaner.html(make(write(STORY[:2]) + subhead + write(STORY[2:]))))

    assert article.body == "\n\n".join([*STORY[:2], "The figures of last year", *STORY[2:]])


@pytest.mark.parametrize("names", ["comments-open entry", "detail-news-popular", "body--with-related-links"])
def test_a_story_in_an_element_named_for_something_else_is_found(cleaner: SimpleNamespace, names: str) -> None:
    column = "".join(f"<div><a href='/o/{at}'>Another story, {at} of five</a><p>{LEAD}</p></div>" for at in range(2))

    page = make(f"<div class='{names}'>{write(STORY)}</div>", after=f"<aside><h3>More</h3>{column}</aside>")

    assert only(cleaner.html(page)).body == "\n\n".join(STORY)


def test_a_line_that_says_the_declared_title_heads_the_story_where_no_h1_does(cleaner: SimpleNamespace) -> None:
    title = f'<meta property="og:title" content="{HEADLINE}">'
    others = "".join(
        f"<div><h4>Another story of the day, {at}</h4><p>{text} It is another.</p></div>"
        for at, text in enumerate(STORY)
    )
    story = f"<div><h3>{HEADLINE}</h3><div>{write(STORY)}</div></div>"

    cleaned = cleaner.html(f"<html><head>{title}</head><body><div>{others}</div>{story}</body></html>")

    assert (only(cleaned).headline, only(cleaned).body) == (HEADLINE, "\n\n".join(STORY))


def test_the_h1_of_a_story_scrolled_in_is_not_that_of_the_page(cleaner: SimpleNamespace) -> None:
    title = f'<meta property="og:title" content="{HEADLINE}">'
    other = write([f"{text} It is another story." for text in STORY])
    page = make(write(STORY), head=title, after=f"<article><h1>The fair opens</h1>{other}</article>")

    cleaned = cleaner.html(page.replace(f"<h1>{HEADLINE}</h1>", f"<h2>{HEADLINE}</h2>"))

    assert [one.headline for one in cleaned.articles] == [HEADLINE, "The fair opens"]
    assert cleaned.articles[0].body == "\n\n".join(STORY)


def test_what_is_told_of_the_writer_is_no_standfirst(cleaner: SimpleNamespace) -> None:
    told = "Marta Solheim is a reporter who covers the ports and the sea."
    card = f"<div><b>By Marta Solheim</b></div><div><p>{told}</p></div>"

    article = only(cleaner.html(make(write(STORY)).replace("</h1>", f"</h1>{card}")))

    assert (article.standfirst, article.byline) == (None, ("Marta Solheim",))
    assert article.body == "\n\n".join(STORY)


@pytest.mark.parametrize(
    "line",
    [
        "With AFP",
        "Avec AFP",
        "Mit Material der dpa",
        "Com informações da Agência Brasil",
        "dpa/AFP/her",
        "(dpa/rni/kol)",
        "ع.م/أ.ح (أ ف ب، رويترز)",
        "— Marta Solheim",
        "#Ferries #Strait",
        "#سياسة #طاقة",
        "Views: 1,234",
        "عدد المشاهدات: 123",
        "Copyright 2026 Strait Times. All rights reserved.",
        "Mots-clés : ferries, détroit",
        "Google News'te bizi takip edin",
        "لا توجد تعليقات",
        "Oprac. Jan Kowalski",
        "نهاية القصص المقترحة",
        "Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden.",
        "We need your consent to load this strait-player content. We use it to manage extra content that sets cookies.",
        "Click here to join the Strait Times on WhatsApp",
        "Never miss a story. Choose from our range of newsletters to get the news you want in the morning.",
        "For more stories, visit the Islands homepage.",
        f"All rights reserved. This material may not be reproduced without{' prior written' * 10} permission.",
        "Additional reporting Anna Keller",
        "With files from The Strait Press",
        "— with inputs from agencies",
        "PTI ABC XYZ",
        "(This story has not been edited by our staff and comes from a feed.)",
        "Video unavailable",
        "(Read: <a href='/2'>Toll road over the strait to open again in June</a>)",
        "(Except for the headline, this story has not been edited by Strait staff and comes from a syndicated feed.)",
    ],
)
def test_what_a_newsroom_prints_under_its_stories_is_no_part_of_them(cleaner: SimpleNamespace, line: str) -> None:
    article = only(cleaner.html(make(write([*STORY, line]))))

    assert article.body == "\n\n".join(STORY)


@pytest.mark.parametrize(
    "line",
    [
        "For more stories of the crossing she went to the oldest of the islanders.",
        "We need your consent to sell the boats, the company wrote to the islanders.",
        f"All rights reserved for islanders were named{' and read' * 15} in the letter that the council has published.",
        "With files from the council she went to the harbour master",
        "They never miss a story of the strait, the harbour master said.",
    ],
)
def test_a_sentence_that_nearly_says_so_is_of_the_story(cleaner: SimpleNamespace, line: str) -> None:
    article = only(cleaner.html(make(write([*STORY[:3], line, FOURTH]))))

    assert article.body == "\n\n".join([*STORY[:3], line, FOURTH])


def test_items_under_a_line_that_announces_other_stories_go_with_it(cleaner: SimpleNamespace) -> None:
    items = "<li><a href='/1'>Fähre fällt aus</a></li><li><a href='/2'>Markt zieht um</a></li>"
    announced = f"<h3>Lesen Sie auch</h3><ul>{items}</ul>"

    article = only(cleaner.html(make(write(STORY[:2]) + announced + write(STORY[2:]))))

    assert article.body == "\n\n".join(STORY)


def test_a_label_glued_to_its_link_is_another_story(cleaner: SimpleNamespace) -> None:
    glued = "<p>À lire aussi<a href='/1'>Pourquoi le détroit se vide de ses bateaux</a></p>"

    article = only(cleaner.html(make(write(STORY[:2]) + glued + write(STORY[2:]))))

    assert article.body == "\n\n".join(STORY)


@pytest.mark.parametrize(
    "line",
    [
        "Par Le Port avec AFP",
        "القاهرة - (أ ف ب)",
        "[서울=연합뉴스]",
        "بيروت: «الشرق الأوسط»",
        "الرئيسية / سياسة",
        "Startseite > Politik",
        "ع ع ع",
        "A A A",
        "زمن القراءة 3 دقائق",
        "Réservé aux abonnés",
        "Haber Merkezi",
        "会員限定記事",
    ],
)
def test_what_a_newsroom_prints_over_its_stories_is_no_part_of_them(cleaner: SimpleNamespace, line: str) -> None:
    page = make("").replace(f"<h1>{HEADLINE}</h1><div></div>", f"<h1>{HEADLINE}</h1><p>{line}</p>{write(STORY)}")

    article = only(cleaner.html(page))

    assert (article.body, article.standfirst) == ("\n\n".join(STORY), None)


def test_a_city_and_the_newsrooms_own_name_are_a_dateline(cleaner: SimpleNamespace) -> None:
    page = make("").replace("<div></div>", f"<p>لندن: «الشرق الأوسط»</p>{write(STORY)}")
    body = "قال رئيس البلدية إن فرق الإنقاذ ستعمل طوال الليل حتى صباح الأحد."
    dump = f"عنوان الخبر الأول في الصحيفة\n\nلندن: «الشرق الأوسط»\n\n{body}\n"

    for article in (only(cleaner.html(page)), only(cleaner.text(dump))):
        assert (article.dateline, article.byline, article.standfirst) == ("لندن", (), None)


def test_a_chapter_whose_title_sounds_like_a_box_is_kept(cleaner: SimpleNamespace) -> None:
    chapter = f"<section><h2>More from the hearing</h2>{write(STORY[2:])}</section>"

    article = only(
        cleaner.html(make(f"<section>{write(STORY[:2] + [f'{text} Again.' for text in STORY])}</section>{chapter}"))
    )

    assert article.body.endswith("\n\n".join(STORY[2:]))


def test_a_long_line_that_counts_responses_begins_the_comments(cleaner: SimpleNamespace) -> None:
    counted = f"<h2>34 responses to “{HEADLINE}, says the company that owns them”</h2>"
    said = write([f"I do not believe a word of it, and I told them so {at} times already." for at in range(9)])

    assert only(cleaner.html(make(write(STORY) + counted + said))).body == "\n\n".join(STORY)


@pytest.mark.parametrize(
    "line",
    [
        "(النهاية) ع ب ج / ه س س",
        "وام / أحمد جمال",
        "--(بترا) س ع/ ف ق",
        "/العُمانية/ ن م",
        "ر.ح/ ف.ع",
        "==== ن.ح",
        "انتهى/ 25 م",
        "{أ. ف. ب}",
        "(rwu/apl)",
        "MQ",
        "R.P.",
        "(责编：赵文、钱进)",
        "【纠错】【责任编辑:赵文】",
        "（編輯：張雅淨）1151120",
    ],
)
def test_the_desk_that_signs_a_story_is_no_part_of_it(cleaner: SimpleNamespace, line: str) -> None:
    assert only(cleaner.html(make(write([*STORY, line])))).body == "\n\n".join(STORY)


@pytest.mark.parametrize("line", ["من هو؟", "لا بد من ذلك", "هو لا يعرف", "(he laughs)", "The end"])
def test_a_short_last_line_of_words_is_the_storys(cleaner: SimpleNamespace, line: str) -> None:
    assert only(cleaner.html(make(write([*STORY, line])))).body == "\n\n".join([*STORY, line])


def test_linked_headlines_in_a_list_amid_the_story_are_not_it_and_linked_names_are(cleaner: SimpleNamespace) -> None:
    titles = ["How a mural was found behind a wall of the mill", "Mill street to be closed for the whole of the winter"]
    names = ["Skua Point", "The Old Mill", "North Quay"]

    def page(items: list[str]) -> str:
        listed = "".join(f"<li><a href='/x'>{item}</a></li>" for item in items)
        return make(write(STORY[:2]) + f"<ul>{listed}</ul>" + write(STORY[2:] + [text + " Again." for text in STORY]))

    assert titles[0] not in only(cleaner.html(page(titles))).body
    assert all(name in only(cleaner.html(page(names))).body for name in names)


@pytest.mark.parametrize(
    "line",
    [
        f"This article appeared first on Harbour Daily: {HEADLINE}",
        f"The post {HEADLINE} appeared first on Harbour Daily.",
        f"From Section A, page 12 of the Tuesday edition, with the headline: {HEADLINE}.",
    ],
)
def test_a_last_line_that_names_the_story_by_its_headline_is_not_it(cleaner: SimpleNamespace, line: str) -> None:
    told = [f"{text[:-1]} ({part})." for part in ("one", "two", "three") for text in STORY]

    assert only(cleaner.html(make(write([*told, line])))).body == "\n\n".join(told)


def test_lines_without_stops_in_a_cell_of_prose_are_lines(cleaner: SimpleNamespace) -> None:
    cell = f"<table><tr><td>{LEAD}<br>{SECOND}<br>Skua: 61 seats<br>Gannet: 57 seats<br>{THIRD}</td></tr></table>"

    assert only(cleaner.html(make(cell))).body.split("\n\n")[2:4] == ["Skua: 61 seats", "Gannet: 57 seats"]


def test_a_long_last_paragraph_that_begins_as_the_papers_own_words_is_not_the_story(cleaner: SimpleNamespace) -> None:
    asks = (
        "Get breaking news and stories direct to your phone by joining the channel that we opened this year: we send "
        "a few of them a day, of the town and its harbour, and nothing is ever sold there to those who read them."
    )
    told = asks.replace("Get breaking news and stories direct", "He gets the breaking news of the harbour")

    assert only(cleaner.html(make(write([*STORY, asks])))).body == "\n\n".join(STORY)
    assert only(cleaner.html(make(write([*STORY, told])))).body == "\n\n".join([*STORY, told])
    assert asks in only(cleaner.html(make(write([asks, *STORY, *[f"{text[:-1]} again." for text in STORY]])))).body


@pytest.mark.parametrize(
    "line",
    [
        "“Two oldest ferries to leave the strait,” she read, closing the door behind her.",
        "The siege of the strait lasted from 3 March 2025 to 12 April 2026.",
        "Recommended doses",
        "لا تفوتك زيارة الميناء القديم.",
        "حمل التطبيق مئات الشكاوى إلى الوزارة",
    ],
)
def test_sentences_that_look_like_what_stands_around_a_story_are_kept(cleaner: SimpleNamespace, line: str) -> None:
    told = [*STORY[:3], *[f"{text[:-1]} (again)." for text in STORY], line, f"{STORY[3][:-1]} (at last)."]

    assert line in only(cleaner.html(make(write(told)))).body


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("Which body was founded in the spring of 1949?", "NATO"),
        ("من هو أفضل لاعب في البطولة كلها؟", "محمد صلاح"),
        ("And the winner is new.", "<b>Anna Keller</b>"),
        ("مضيق هرمز", "قناة السويس"),
        ("What did the letters on the bow stand for? He laughed and wrote them down for me.", "JR"),
        ("He had asked the BBC for years, and in the end only one of them was left.", "BBC"),
    ],
)
def test_a_last_line_that_answers_or_ends_a_list_is_the_storys(
    cleaner: SimpleNamespace, before: str, line: str
) -> None:
    told = [*STORY, before, line]

    assert only(cleaner.html(make(write(told)))).body.endswith(line.replace("<b>", "").replace("</b>", ""))


@pytest.mark.parametrize(
    "line",
    [
        "وسترتفع الأسعار بحسب منظمة الدول المصدرة للنفط (أوبك)",
        "Gewählt wurden Anna Keller (SPD) und Paul Maier (CDU/CSU)",
    ],
)
def test_a_paragraph_below_a_picture_that_ends_in_brackets_is_no_caption(cleaner: SimpleNamespace, line: str) -> None:
    page = make(f"<p>{LEAD}</p><figure><img src=/a.jpg></figure><p>{line}</p>" + write(STORY[1:]))

    assert line in only(cleaner.html(page)).body


def test_the_hour_of_an_event_is_not_that_of_the_declared_day(cleaner: SimpleNamespace) -> None:
    event = "The earth shook on 20 November 2026 at 03:02 in the town, and many people left their houses for the night."
    page = make(write([event, *STORY]), head='<meta property="article:published_time" content="2026-11-20">')

    assert str(only(cleaner.html(page)).published_at)[:16] == "2026-11-20 00:00"


@pytest.mark.parametrize("prose", [FOURTH, "Subscribe to what the ferry company tells its passengers every morning"])
def test_a_box_that_begins_with_a_link_to_its_own_end_is_no_part_of_the_story(
    cleaner: SimpleNamespace, prose: str
) -> None:
    box = (
        "<section><p><a href='#end-of-podcast'>Skip podcast</a></p><strong>The Harbour Hour</strong>"
        f"<div><p>{prose}</p></div><p id='end-of-podcast'>End of podcast</p></section>"
    )

    assert only(cleaner.html(make(write(STORY[:2]) + box + write(STORY[2:3])))).body == "\n\n".join(STORY[:3])


def test_a_paragraph_with_a_link_to_a_note_at_the_end_stays(cleaner: SimpleNamespace) -> None:
    noted = (
        "<p>The yard has a name of its own for this <a href='#endnote-1'>first launch of a boat</a>, which is old.</p>"
    )
    note = "<div id='endnote-1'><p>The first launch is the one without an engine, in the words of the yard.</p></div>"

    body = only(cleaner.html(make(write(STORY[:2]) + noted + write(STORY[2:]) + note))).body

    assert "The yard has a name of its own for this first launch of a boat, which is old." in body
    assert body.count("\n\n") == 5


@pytest.mark.parametrize(
    "amid",
    [
        "<p><strong>עוד ב-N7:</strong></p><p><strong>• <a href='/1'>המועצה שהחליטה לסגור את הכביש</a></strong></p>",
        "<p><strong>עוד בחוף!</strong><br><a href='/1'><strong>הדוח שחושף את קופת העירייה</strong></a></p>",
    ],
)
def test_a_label_goes_with_the_links_that_it_announces(cleaner: SimpleNamespace, amid: str) -> None:
    assert only(cleaner.html(make(write(STORY[:2]) + amid + write(STORY[2:])))).body == "\n\n".join(STORY)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("<p>אמר הנהג:</p>", "אמר הנהג:"),
        ("<p><strong>סוף סוף!</strong></p>", "סוף סוף!"),
        ("<p><strong>Step one:</strong></p>", "Step one:"),
    ],
)
def test_a_line_over_a_link_that_may_be_the_storys_stays(cleaner: SimpleNamespace, line: str, text: str) -> None:
    link = "<p><a href='/1'>המועצה שהחליטה לסגור את הכביש</a></p>"

    body = only(cleaner.html(make(write(STORY[:2]) + line + link + write(STORY[2:])))).body

    assert body == "\n\n".join([*STORY[:2], text, *STORY[2:]])


def amid_list(cleaner: SimpleNamespace, items: list[str], before: list[str]) -> str:
    listed = "".join(f"<li><a href='/x'>{item}</a></li>" for item in items)
    rest = [*STORY[2:], *(f"{text} Again." for text in STORY)]
    return only(cleaner.html(make(write([*STORY[:2], *before]) + f"<ul>{listed}</ul>" + write(rest)))).body


@pytest.mark.parametrize(
    ("items", "before"),
    [
        (
            [
                "الأستاذ الدكتور محمد عبد الرحمن الشافعي البغدادي",
                "المهندسة ليلى بنت خالد آل عبد العزيز الراشد",
                "سمير عواد",
            ],
            [],
        ),
        (
            [
                "Maria Alexandra Gonzalez-Rodriguez van der Heijden",
                "Sir Jonathan Frederick Armstrong of Low Quay",
                "Jane Keller",
            ],
            ["The jury was made up of three people:"],
        ),
        (["The Old Mill"], []),
    ],
)
def test_persons_and_places_in_a_list_amid_the_story_are_of_it(
    cleaner: SimpleNamespace, items: list[str], before: list[str]
) -> None:
    assert all(item in amid_list(cleaner, items, before) for item in items)


@pytest.mark.parametrize(
    "items",
    [
        ["تعطیلی موقت میدان مرکزی برای لوله‌گذاری"],
        [
            "محمد صلاح يقود فريقه للفوز على منافسه في الدقائق الأخيرة",
            "سمير عواد يعلن عن موعد افتتاح الرصيف الجديد",
            "خطة جديدة",
        ],
    ],
)
def test_headlines_in_a_list_amid_the_story_are_not_it_even_one_alone(
    cleaner: SimpleNamespace, items: list[str]
) -> None:
    assert not any(item in amid_list(cleaner, items, []) for item in items)


def test_a_line_that_is_a_link_to_a_section_alone_is_no_paragraph(cleaner: SimpleNamespace) -> None:
    link = "<p><a rel='category tag' href='/c'>Life on the islands</a></p>"

    assert only(cleaner.html(make(link + write(STORY)))).body == "\n\n".join(STORY)


def test_the_number_of_the_pages_part_and_a_kicker_that_nothing_declares_are_no_headline(
    cleaner: SimpleNamespace,
) -> None:
    head = f'<meta property="og:title" content="{HEADLINE}">'
    page = make(write(STORY), head=head).replace(
        f"<h1>{HEADLINE}", f"<h1><small>Boats of the strait: </small><big>{HEADLINE} (1/2)</big>"
    )

    assert only(cleaner.html(page)).headline == HEADLINE


def test_an_ornament_before_a_date_over_the_headline_does_not_hide_it(cleaner: SimpleNamespace) -> None:
    over = "<div><span>&raquo;</span> <span>22 March 2019 14:30</span></div>"

    published = only(cleaner.html(make(write(STORY), before=over))).published_at

    assert str(published) == "2019-03-22 14:30:00+00:00"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("<p>منذ 3 ساعات | 1430 قراءة | 4 تعليقات</p>", id="a day and counts"),
        pytest.param("<p>&gt;&gt; The fair opens on Monday</p>", id="a headline behind arrows"),
        pytest.param(
            "<div class='more-on'><h2>list of 2 items</h2><ul><li>The fair opens</li></ul></div>", id="a class"
        ),
        pytest.param("<p>We have a small favour to ask. More people are reading us than ever.</p>", id="an appeal"),
    ],
)
def test_lines_of_the_page_amid_a_story_are_dropped(cleaner: SimpleNamespace, line: str) -> None:
    article = only(cleaner.html(make(write(STORY[:2]) + line + write(STORY[2:]))))

    assert article.body == "\n\n".join(STORY)


def test_what_is_said_behind_arrows_in_a_transcript_or_typed_into_a_program_stays(cleaner: SimpleNamespace) -> None:
    said = "<p>&gt;&gt; REPORTER: The council meets tonight.</p><p>&gt;&gt; Will the ferry stay?</p>"
    typed = "<pre>&gt;&gt;&gt; import ferries</pre>"

    article = only(cleaner.html(make(write(STORY[:2]) + said + typed + write(STORY[2:]))))

    lines = [">> REPORTER: The council meets tonight.", ">> Will the ferry stay?", ">>> import ferries"]
    assert article.body.split("\n\n") == [*STORY[:2], *lines, *STORY[2:]]


def test_where_a_story_was_printed_is_no_part_of_it(cleaner: SimpleNamespace) -> None:
    issue = "<p>صحيفة المرسى - العدد 4961 - الأربعاء 06 أبريل 2016م</p>"

    assert only(cleaner.html(make(write(STORY) + issue))).body == "\n\n".join(STORY)


def test_a_line_below_the_headline_in_its_header_that_the_description_says_is_the_standfirst(
    cleaner: SimpleNamespace,
) -> None:
    said = "Islanders keep one boat for the early crossing until the spring"
    head = f"<meta name='description' content='{said}'>"
    header = f"<header><h1>{HEADLINE}</h1><p><strong>{said}</strong></p></header>"

    page = f"<html><head>{TITLE}{head}</head><body><article>{header}<section>{write(STORY)}</section></article></body>"
    article = only(cleaner.html(page))

    assert (article.standfirst, article.body) == (said, "\n\n".join(STORY))
