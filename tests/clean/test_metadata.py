"""Whose name, which day and which words a page means, where it shows several."""

from types import SimpleNamespace

import pytest

from warraq.clean import localise
from warraq.clean.markup import read_tree
from warraq.model import Article

HEAD = "Harbour council votes to rebuild the eastern breakwater"
STORY = (
    "<p>The harbour council voted on Tuesday to rebuild the eastern breakwater, which the storms had cut in two.</p>"
    "<p>Engineers expect the first stones to be laid in spring, once the quarry road has been widened and tested.</p>"
)
OTHERS = (
    "<div class='related-stories'><h3>Another story of the harbour</h3><span class='author'>By Marta Novak</span>"
    "<time datetime='2026-11-02T10:00:00Z'>2 November 2026</time><p>Its summary is short.</p></div>"
)


def read(cleaner: SimpleNamespace, over: str = "", under: str = "", head: str = "", title: str = HEAD) -> Article:
    (article,) = cleaner.html(
        f"<html><head><title>{title}</title>{head}</head><body>"
        f"<article>{over or f'<h1>{HEAD}</h1>'}{STORY}</article>{under}</body></html>",
        url="https://daily.example/a",
    ).articles
    return article


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Analysis by Anna Keller", ("Anna Keller",)),
        ("Anna Keller Redakteurin Wirtschaft", ("Anna Keller",)),
        ("By Anna Keller @annakeller", ("Anna Keller",)),
        ("LUIS GARCÍA / MADRID", ("LUIS GARCÍA",)),
        ("Von Anna Keller Mittwoch", ("Anna Keller",)),
        ("By Anna Keller, Edited by Tom Becker", ("Anna Keller",)),
        ("By Anna Keller 5 min read", ("Anna Keller",)),
        ("Publié le 12 novembre 2026 par Claire Dubois", ("Claire Dubois",)),
        ("来源：港口日报 作者：王小明", ("王小明",)),
        ("記者王小明／台北報導", ("王小明",)),
        ("〔記者王小明／台北報導〕", ("王小明",)),
        ("【札幌＝王小明】", ("王小明",)),
        ("中央社 花蓮縣28日電", ("中央社",)),
        ("Theo Trần Thu Hà", ("Trần Thu Hà",)),
        ("Theo Keller", ("Theo Keller",)),
        ("(서울=항구통신) 김서연 기자 =", ("김서연",)),
        ("Γράφει: Νίκος Παπαδόπουλος", ("Νίκος Παπαδόπουλος",)),
    ],
)
def test_a_line_of_the_writers_gives_their_names(cleaner: SimpleNamespace, line: str, names: tuple[str, ...]) -> None:
    assert read(cleaner, f"<h1>{HEAD}</h1><div class='byline'>{line}</div>").byline == names


@pytest.mark.parametrize("declared", ["Redaktion", "akeller", "Agora GmbH", "Online-Redaktion", "News Desk"])
def test_a_person_who_is_printed_comes_before_a_desk_that_is_declared(cleaner: SimpleNamespace, declared: str) -> None:
    head = f"<meta name='author' content='{declared}'>"

    assert read(cleaner, f"<h1>{HEAD}</h1><p class='x'>Von Anna Keller</p>", head=head).byline == ("Anna Keller",)
    assert read(cleaner, head=head).byline == (declared,)


@pytest.mark.parametrize("declared", ["株式会社みなと", "港口通訊社", "新华社", "港口新聞網", "Agora Online"])
def test_a_house_that_is_declared_gives_way_to_a_person_who_is_printed(cleaner: SimpleNamespace, declared: str) -> None:
    head = f"<meta name='author' content='{declared}'>"

    assert read(cleaner, f"<h1>{HEAD}</h1><p class='x'>記者：王小明</p>", head=head).byline == ("王小明",)
    assert read(cleaner, head=head).byline == (declared,)


def test_a_dateline_that_is_declared_as_author_is_nobody(cleaner: SimpleNamespace) -> None:
    assert read(cleaner, head="<meta name='author' content='花蓮縣28日電'>").byline == ()


def test_a_declared_name_that_ends_as_a_house_is_kept_where_none_is_printed(cleaner: SimpleNamespace) -> None:
    assert read(cleaner, head="<meta name='author' content='王新聞'>").byline == ("王新聞",)


def test_a_line_that_asks_to_follow_names_nobody(cleaner: SimpleNamespace) -> None:
    line = "<div class='byline'>ติดตามข่าวด่วน กระแสข่าวบนโซเชียล ได้ที่ Line @Quay</div>"

    assert read(cleaner, f"<h1>{HEAD}</h1>{line}").byline == ()


@pytest.mark.parametrize("path", ["author", "jizhe", "penulis", "tac-gia", "wartawan"])
def test_a_link_to_a_writers_page_is_told_by_its_address(cleaner: SimpleNamespace, path: str) -> None:
    assert read(cleaner, f"<h1>{HEAD}</h1><div><a href='/{path}/adi'>Adi Nugraha</a></div>").byline == ("Adi Nugraha",)


def test_all_authors_of_one_name_are_declared(cleaner: SimpleNamespace) -> None:
    head = "<meta name='author' content='Anna Keller'><meta name='author' content='Tom Becker'>"

    assert read(cleaner, head=head).byline == ("Anna Keller", "Tom Becker")


def test_other_stories_have_their_own_writers_and_days(cleaner: SimpleNamespace) -> None:
    article = read(cleaner, under=OTHERS)

    assert (article.byline, article.published_at) == ((), None)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("— Anna Keller", "Anna Keller"),
        ("(Anna Keller)", "Anna Keller"),
        ("Anna Keller is a reporter at the Harbour Post.", "Anna Keller"),
    ],
)
def test_who_signs_below_a_story_wrote_it(cleaner: SimpleNamespace, line: str, name: str) -> None:
    assert read(cleaner, under=f"<p>{line}</p>").byline == (name,)


@pytest.mark.parametrize(
    ("over", "day"),
    [
        pytest.param(
            "<p class='x'>Updated: 5 November 2026</p><p class='x'>Published: 4 November 2026</p>",
            "2026-11-04",
            id="the change first",
        ),
        pytest.param(
            "<time class='updated' datetime='2026-11-05T10:00:00Z'>x</time>"
            "<time class='entry-date' datetime='2026-11-04T10:00:00Z'>y</time>",
            "2026-11-04",
            id="the change's element first",
        ),
        pytest.param("<p class='x'>04.11.26, 10:15 Uhr</p>", "2026-11-04", id="two digits for the year"),
        pytest.param("<p class='x'>11/4/2026 8:00:00 AM</p>", "2026-11-04", id="the month first"),
    ],
)
def test_the_day_of_publication_is_chosen(cleaner: SimpleNamespace, over: str, day: str) -> None:
    assert str(read(cleaner, f"<h1>{HEAD}</h1>{over}").published_at)[:10] == day


def test_today_in_the_sites_head_is_not_the_storys_day(cleaner: SimpleNamespace) -> None:
    over = f"<time datetime='2026-11-23'>Today</time><h1>{HEAD}</h1><p class='x'>4 November 2026</p>"

    assert str(read(cleaner, over).published_at)[:10] == "2026-11-04"


def test_a_day_that_the_story_tells_of_is_not_its_own(cleaner: SimpleNamespace) -> None:
    over = f"<h1>{HEAD}</h1><p>The next hearing of the council is on 12 February 2026.</p>"

    assert read(cleaner, over).published_at is None


def test_the_day_on_the_readers_clock_is_the_one_that_is_printed(cleaner: SimpleNamespace) -> None:
    head = "<meta property='article:published_time' content='2026-11-05T02:30:00Z'>"

    article = read(cleaner, f"<h1>{HEAD}</h1><p class='x'>November 4, 2026</p>", head=head)

    assert str(article.published_at) == "2026-11-05 02:30:00+00:00"
    assert str(localise(article))[:10] == "2026-11-04"


OG = f"<meta property='og:title' content='{HEAD}'>"


@pytest.mark.parametrize(
    ("over", "head", "title"),
    [
        pytest.param(f"<h1>Politics</h1><h2>{HEAD}</h2>", OG, HEAD, id="an h1 of the section"),
        pytest.param(
            f"<h1 style='display:none'>Daily news and views of the coast</h1><h2>{HEAD}</h2>", OG, HEAD, id="hidden h1"
        ),
        pytest.param(f"<h1>{HEAD} <span>Premium</span></h1>", OG, HEAD, id="a span behind it"),
        pytest.param(
            f"<h1>{HEAD}</h1>",
            f"<meta property='og:title' content='{HEAD[:40]}…'><meta name='twitter:title' content='{HEAD[:40]}…'>",
            f"{HEAD[:40]}…",
            id="witnesses that break off",
        ),
        pytest.param(
            "<p>x</p>",
            f"<meta property='og:site_name' content='Daily'><meta property='og:title' content='{HEAD} / Daily'>",
            f"{HEAD} / Daily",
            id="the site behind a stroke",
        ),
    ],
)
def test_the_headline_is_the_storys_own(cleaner: SimpleNamespace, over: str, head: str, title: str) -> None:
    assert read(cleaner, over, head=head, title=title).headline == HEAD


@pytest.mark.parametrize(
    "line",
    [
        "<h3>تحرير سعر الصرف</h3>",
        "<p><strong>إعداد الموازنة الجديدة</strong></p>",
        "<p>The yard was opened in 1911 by John Harrow</p>",
        "<p>(사진=김철수 기자)</p>",
        "<p>（记者王明摄）</p>",
        "<p>（未完待续）</p>",
        "<blockquote>The sea will take it back.</blockquote><p>— Edda Marlowe</p>",
    ],
)
def test_what_only_looks_like_a_byline_names_nobody(cleaner: SimpleNamespace, line: str) -> None:
    assert read(cleaner, under=f"<div>{line}</div>").byline == ()
    assert read(cleaner, f"<h1>{HEAD}</h1>{STORY}{line}").byline == ()


@pytest.mark.parametrize("name", ["خالد الكاتب", "منى الصحفي"])
def test_a_family_name_may_be_a_trade(cleaner: SimpleNamespace, name: str) -> None:
    assert read(cleaner, head=f"<meta name='author' content='{name}'>").byline == (name,)


def test_a_captions_day_is_not_the_storys(cleaner: SimpleNamespace) -> None:
    head = "<meta property='article:published_time' content='2026-11-05T09:30:00Z'>"
    picture = (
        "<figure><img src='/a.jpg'><figcaption>The wall on November 4, 2026. REUTERS/A. Name</figcaption></figure>"
    )

    assert str(localise(read(cleaner, f"<h1>{HEAD}</h1>{picture}", head=head)))[:10] == "2026-11-05"
    assert (
        str(read(cleaner, f"<time datetime='2026-11-05'>x</time><h1>{HEAD}</h1>{picture}").published_at)[:10]
        == "2026-11-05"
    )


def test_two_halves_of_a_headline_are_one(cleaner: SimpleNamespace) -> None:
    first, second = HEAD.split(" to ")
    head = f"<meta property='og:title' content='{first}'>"

    assert read(cleaner, f"<h1><span>{first}</span> <span>to {second}</span></h1>", head=head).headline == HEAD


@pytest.mark.parametrize(
    ("line", "city", "names"),
    [
        ("دمشق - محمد الشافعي", "دمشق", ("محمد الشافعي",)),
        ("محمد الشافعي - دمشق", "دمشق", ("محمد الشافعي",)),
        ("محمد الشافعي (دمشق)", "دمشق", ("محمد الشافعي",)),
        ("لندن: «صحيفة الضفة»", "لندن", ()),
        ("بواسطة محمد الشافعي", None, ("محمد الشافعي",)),
        ("وزير الخارجية: لا تراجع", None, ()),
        ("الحكومة - المعارضة", None, ()),
    ],
)
def test_a_city_and_a_name_are_told_by_their_tables(
    cleaner: SimpleNamespace, line: str, city: str | None, names: tuple[str, ...]
) -> None:
    article = read(cleaner, f"<h1>{HEAD}</h1><div class='x'>{line}</div>")

    assert (article.dateline, article.byline) == (city, names)


def test_the_newsroom_from_a_city_is_declared_and_is_nobody(cleaner: SimpleNamespace) -> None:
    assert read(cleaner, head="<meta name='author' content='لندن: «صحيفة الضفة»'>").byline == ()


def test_the_label_that_is_read_out_before_a_caption_credits_nobody(cleaner: SimpleNamespace) -> None:
    caption = "<span>التعليق على الصورة، </span><p>جانب من السوق القديم</p>"
    figure = f"<figure><img src='/a.jpg'><figcaption>{caption}</figcaption></figure>"

    (image,) = read(cleaner, f"<h1>{HEAD}</h1>{figure}").images

    assert (image.caption, image.credit) == ("جانب من السوق القديم", None)


@pytest.mark.parametrize(
    ("head", "printed"),
    [
        pytest.param(f"<title>Harbour Daily : {HEAD}</title>", f"<div>{HEAD}</div>", id="site first, a line"),
        pytest.param(f"<title>海港日报｜{HEAD}</title>", f"<table><tr><td>{HEAD}</td></tr></table>", id="wide bar"),
        pytest.param(f"<title>{HEAD} ,News</title>", f"<table><tr><td>{HEAD}</td></tr></table>", id="comma"),
        pytest.param(
            f'<title>{HEAD} | Harbour Daily</title><meta property="og:title" content="{HEAD}">',
            f"<h2><span>North Bank</span> <span>{HEAD}</span></h2>",
            id="a kicker in an h2",
        ),
        pytest.param(
            f'<title>{HEAD} | Harbour Daily</title><link rel="canonical" href="https://daily.example/news/1">',
            f'<h2><a href="https://daily.example/news/1">{HEAD}</a></h2>',
            id="an h2 that leads to the page itself",
        ),
    ],
)
def test_a_headline_without_an_h1_is_found_with_the_caption_below_it(
    cleaner: SimpleNamespace, head: str, printed: str
) -> None:
    picture = "<figure><img src=/a.jpg><figcaption>The breakwater at dusk</figcaption></figure>"
    page = f"<html><head>{head}</head><body><div>{printed}{picture}<div>{STORY}</div></div></body></html>"

    (article,) = cleaner.html(page).articles

    assert article.headline == HEAD
    assert [image.caption for image in article.images] == ["The breakwater at dusk"]
    assert article.body.startswith("The harbour council voted on Tuesday")


def test_the_site_name_behind_a_title_is_no_headline_where_a_line_says_it(cleaner: SimpleNamespace) -> None:
    head = '<title>Where the old boats go now | Harbour Magazine</title><meta property="og:title" content="Old boats">'
    page = f"<html><head>{head}</head><body><p>Harbour Magazine</p><h1>{HEAD}</h1>{STORY}</body></html>"

    (article,) = cleaner.html(page).articles

    assert article.headline == HEAD


@pytest.mark.parametrize(
    ("deck", "words"),
    [
        ('<h2 class="subtitle">{}</h2>', "New wall ready by 2028"),
        ('<h2 class="subtitle">{}</h2>', "방파제 새로 짓는다…내년 봄 착공"),
        ('<strong class="summary">{}</strong>', "방파제 새로 짓는다…내년 봄 착공"),
        ('<p class="lead">{}</p>', "东岸防波堤明年春天重建"),
        ('<div class="sub-title"><h2>{}</h2></div>', "New wall will be ready in two years"),
    ],
)
def test_a_short_deck_under_the_headline_is_the_standfirst(cleaner: SimpleNamespace, deck: str, words: str) -> None:
    article = read(cleaner, f"<h1>{HEAD}</h1>{deck.format(words)}")

    assert article.standfirst == words
    assert article.body.startswith("The harbour council voted")


@pytest.mark.parametrize("end", ["", '"', ":"])
def test_a_deck_right_under_the_headline_needs_no_full_stop(cleaner: SimpleNamespace, end: str) -> None:
    deck = f"The works begin next summer and take four years, and merchants say they want to be paid{end}"
    (article,) = cleaner.html(
        f"<html><body><article><header><h1>{HEAD}</h1><h2>{deck}</h2><span>20 November 2026</span></header>"
        f"<section>{STORY}</section></article></body></html>"
    ).articles

    assert article.standfirst == deck
    assert article.body.startswith("The harbour council voted")


def test_a_label_right_under_the_headline_is_no_deck(cleaner: SimpleNamespace) -> None:
    (article,) = cleaner.html(
        f"<html><body><article><header><h1>{HEAD}</h1><h2>Local news of the eastern harbour</h2></header>"
        f"<section>{STORY}</section></article></body></html>"
    ).articles

    assert article.standfirst is None


def test_the_first_of_several_subheads_is_no_deck(cleaner: SimpleNamespace) -> None:
    under = (
        "<h2>What the fishermen say about it</h2><p>They say that the works must wait for the end of the season.</p>"
    )
    article = read(cleaner, f"<h1>{HEAD}</h1><h2>What the council decided on Tuesday</h2>{STORY}{under}")

    assert article.standfirst is None
    assert article.body.startswith("What the council decided on Tuesday")


@pytest.mark.parametrize(
    ("over", "at"),
    [
        ("<div><span>20 November 2026, 14:05</span> <a href='/x'>Sport</a></div><h1>{}</h1>", "2026-11-20T14:05"),
        ("<h1>{}</h1><p class=date>سعيد محمد علي 20 نوفمبر 2026 أخبار أضف تعليق 62 زيارة</p>", "2026-11-20T00:00"),
        ("<h1>{}</h1><p>GMT 12:10 2026 الجمعة 20 نوفمبر</p>", "2026-11-20T12:10"),
        ("<h1>{}</h1><p class='date'>20-Nov-26 10:13 AM</p>", "2026-11-20T10:13"),
        ("<h1>{}</h1><p>نشر في: الجمعة 20 نوفمبر 2026 - 12:01 م | تحديث: السبت 21 نوفمبر 2026</p>", "2026-11-20T12:01"),
        ("<h1>{}</h1><ul><li><time>20 November 2026</time></li></ul>", "2026-11-20T00:00"),
        ("<h1>{}</h1><p>Publié le 20 novembre 2026 à 14h30, modifié le 22.11.2026. Lu 3 min.</p>", "2026-11-20T14:30"),
    ],
)  # fmt: skip
def test_a_line_of_dates_over_the_story_gives_the_day_and_is_no_part_of_it(
    cleaner: SimpleNamespace, over: str, at: str
) -> None:
    article = read(cleaner, over.format(HEAD))

    assert article.published_at is not None
    assert article.published_at.isoformat()[:16] == at
    assert article.body.startswith("The harbour council voted")


def test_a_story_told_day_by_day_keeps_its_days(cleaner: SimpleNamespace) -> None:
    told = STORY.replace("<p>", "<p>On day {0}: ")
    days = "".join(f"<p>{day} November 2026</p>{told.format(day)}" for day in (3, 4, 5))
    (article,) = cleaner.html(f"<html><body><article><h1>{HEAD}</h1>{days}</article></body></html>").articles

    assert article.body.startswith("3 November 2026\n\nOn day 3: The harbour council voted")


def test_a_printed_minute_completes_a_declared_day(cleaner: SimpleNamespace) -> None:
    line = "<div>2026年11月20日14:05 | 来源：<a href='/s'>港口日报</a></div>"
    article = read(cleaner, f"<h1>{HEAD}</h1>{line}", head='<meta name="publishdate" content="2026-11-20">')

    assert article.published_at is not None
    assert article.published_at.isoformat()[:16] == "2026-11-20T14:05"
    assert [one.found_in for one in article.date_candidates] == ["visible_text", "meta:publishdate"]


LINES = ("The island waits for a boat that was promised in March", "The council is to meet on Thursday evening")


TOLD = "".join(
    f"<p>The ferry company said on Monday that boat number {at} would leave the strait before the winter timetable.</p>"
    for at in range(5)
)


def read_story(
    cleaner: SimpleNamespace, under: str, *, head: str = "", url: str = "https://daily.example/news/1"
) -> Article:
    headline = "Two oldest ferries to leave the strait"
    article = f"<article><h1>{headline}</h1>{under}<div>{TOLD}</div></article>"
    page = f"<head><title>{headline}</title>{head}</head><body>{article}"
    (article,) = cleaner.html(page, url=url).articles
    return article


@pytest.mark.parametrize(
    "deck",
    [
        "<div id='subtitulo_noticia'><h2>{0}</h2><h2>{1}</h2></div>",
        "<section><div class='post-entradilla'><ul><li><h2>{0}</h2></li><li><h2>{1}</h2></li></ul></div></section>",
    ],
)
def test_a_standfirst_of_two_lines_is_taken_whole(cleaner: SimpleNamespace, deck: str) -> None:
    assert read_story(cleaner, deck.format(*LINES)).standfirst == " ".join(LINES)


def test_what_is_set_otherwise_beside_a_standfirst_is_no_part_of_it(cleaner: SimpleNamespace) -> None:
    deck = f"<div class='entradilla'><h2>{LINES[0]}</h2><p>Anna Keller, Strait Harbour</p></div>"

    assert read_story(cleaner, deck).standfirst == LINES[0]


def test_a_standfirst_said_again_goes_but_for_a_paragraph_amid_the_story(cleaner: SimpleNamespace) -> None:
    deck, told = f"<p class='standfirst'>{LINES[0]}</p>", f"<div>{{}}{TOLD}{{}}</div>"

    assert LINES[0] not in read_story(cleaner, deck + told.format(f"<p>{LINES[0]}</p>", "")).body
    assert LINES[0] not in read_story(cleaner, deck + told.format("", f"<div><p>{LINES[0]}</p></div>")).body
    assert read_story(cleaner, deck + told.format("", f"<p>{LINES[0]}</p>")).body.count(LINES[0]) == 1


def test_a_word_alone_before_the_writers_name_hides_no_standfirst(cleaner: SimpleNamespace) -> None:
    writer = "<span class='author-art'>di <span class='writer'>Anna Keller</span></span>"

    article = read_story(cleaner, f"{writer}<p class='summary-art'>{LINES[0]}</p>")

    assert (article.standfirst, article.byline, article.body.count("\n\n")) == (LINES[0], ("Anna Keller",), 4)


def test_a_section_of_the_site_that_is_declared_for_its_author_is_nobody(cleaner: SimpleNamespace) -> None:
    head = '<meta name="dc.creator" content="Zone Harbour et marine - Strait.Radio-Daily.example">'

    article = read_story(
        cleaner, "<p class='byline'>Anna Keller</p>", head=head, url="https://radio-daily.example/news/1"
    )

    assert article.byline == ("Anna Keller",)


@pytest.mark.parametrize(
    ("element", "at"),
    [
        ("2017-05-13T23:18:00.000Z", "2017-05-13T23:18:00+00:00"),
        ("2017-05-13T23:40:00.000Z", "2017-05-13T19:18:00+00:00"),
    ],
)
def test_a_time_element_of_the_same_minute_gives_the_zone_of_a_declared_date(
    cleaner: SimpleNamespace, element: str, at: str
) -> None:
    head = '<meta name="dc.date.created" content="2017-05-13|19h18">'

    article = read_story(cleaner, f"<time datetime='{element}'>May</time>", head=head)

    assert article.published_at is not None
    assert article.published_at.isoformat() == at


def test_the_description_tells_the_standfirst_from_a_few_words_over_it(cleaner: SimpleNamespace) -> None:
    lead = "The new wall will stand for a hundred winters, and the town pays a tenth of it."
    over = f"<h1>{HEAD}</h1><div class='subtitle'>A wall of stone</div><p class='lead'>{lead}</p>"

    described = read(cleaner, over, head=f"<meta name='description' content='{lead}'>")
    other = read(cleaner, over, head="<meta name='description' content='All of the harbour in one place.'>")

    assert (described.standfirst, other.standfirst) == (lead, "A wall of stone")


def test_the_rest_of_a_sentence_behind_a_break_is_no_standfirst(cleaner: SimpleNamespace) -> None:
    over = f"<h1>{HEAD}</h1><div class='audio-teaser'><span>Artikkel on kuulatav<br>neile kes maksavad</span></div>"

    assert read(cleaner, over).standfirst is None


@pytest.mark.parametrize(
    ("zoned", "expected"),
    [
        ("2026-11-20T09:32:00+02:00", "2026-11-20T09:32:00+02:00"),
        ("2026-11-20T11:00:00+02:00", "2026-11-20T09:32:00+00:00"),
        ("2026-11-20T06:32:00+00:00", "2026-11-20T06:32:00+00:00"),
        ("2026-11-20T04:02:00+00:00", "2026-11-20T04:02:00+00:00"),
    ],
    ids=["the same clock", "another", "the same moment from an eastern zone", "from one of half an hour"],
)
def test_a_declared_time_without_a_zone_gives_way_to_the_same_time_with_one(
    cleaner: SimpleNamespace, zoned: str, expected: str
) -> None:
    item = '{"@type": "NewsArticle", "datePublished": "2026-11-20T09:32:00"}'
    head = (
        f"<script type='application/ld+json'>{item}</script><meta property='article:published_time' content='{zoned}'>"
    )
    published = localise(read(cleaner, head=head))

    assert published is not None
    assert published.isoformat() == expected


def test_a_small_word_before_a_name_in_cyrillic_is_none_of_it(cleaner: SimpleNamespace) -> None:
    line = "<div class='byline'><span>от <a href='/a'>Мария Колева</a></span></div>"

    assert read(cleaner, f"<h1>{HEAD}</h1>{line}").byline == ("Мария Колева",)


def test_an_instant_in_the_title_of_an_abbreviation_classed_as_a_date_is_read(cleaner: SimpleNamespace) -> None:
    article = read(
        cleaner, f"<h1>{HEAD}</h1><div><abbr class='published' title='2026-08-13T16:39:00-04:00'>then</abbr>"
    )

    assert localise(article).isoformat() == "2026-08-13T16:39:00-04:00"


def test_a_full_name_in_bold_leaves_the_office_behind_it(cleaner: SimpleNamespace) -> None:
    line = "<p class='author vcard'><a href='/team/a'><b class='fn'>Anna Keller</b></a> <span>Senior Writer</span></p>"

    assert read(cleaner, f"<h1>{HEAD}</h1>{line}").byline == ("Anna Keller",)


def test_a_heading_of_some_words_under_the_headline_is_the_standfirst_inside_the_body_too(
    cleaner: SimpleNamespace,
) -> None:
    deck = "<h2>The island waits for a boat that the ministry promised in March</h2>"
    subhead = "<h2>The council is to meet on Thursday evening in the old school</h2>"

    alone = cleaner.html(f"<html><body><div><h1>{HEAD}</h1>{deck}{STORY}</div>").articles[0]
    among = cleaner.html(f"<html><body><div><h1>{HEAD}</h1>{deck}{STORY}{subhead}{STORY}</div>").articles[0]

    assert alone.standfirst == "The island waits for a boat that the ministry promised in March"
    assert alone.body.startswith("The harbour council voted")
    assert (among.standfirst, among.body[:10]) == (None, "The island")


CELL = "<table><tr><td><font size='1'>Sunday, May 13, 2001</font><br><b>{0}</b><br><br>By Jane Doe<br><br>{1}</td></tr>"
LINES_OF_CELL = STORY.replace("</p>", "<br><br>").replace("<p>", "") * 2


@pytest.mark.parametrize(
    "title",
    [
        HEAD,
        f"May 13, 2001 - {HEAD}",
        f"Printer Friendly: {HEAD}",
        "Strait Daily",
        "Strait Daily - print version",
        f"Strait Daily &raquo; Blog Archive &raquo; {HEAD}",
    ],
)
def test_a_page_laid_out_in_a_cell_gives_headline_writer_and_day(cleaner: SimpleNamespace, title: str) -> None:
    page = f"<html><head><title>{title}</title></head><body>{CELL.format(HEAD, LINES_OF_CELL)}"

    (article,) = cleaner.html(page, url="https://straitdaily.example/1").articles

    assert (article.headline, article.byline) == (HEAD, ("Jane Doe",))
    assert localise(article).date().isoformat() == "2001-05-13"
    assert article.body.startswith("The harbour council voted")


def test_the_writers_office_behind_the_name_leaves_the_body_with_it(cleaner: SimpleNamespace) -> None:
    line = "<p class='byline'>By Jane Doe</p><p>{}</p>"

    assert read(cleaner, f"<h1>{HEAD}</h1>{line.format('Associated Press Writer')}").body.startswith("The harbour")
    assert read(cleaner, f"<h1>{HEAD}</h1>{line.format('Staff said so')}").body.startswith("Staff said so")


def test_a_byline_in_a_cell_of_its_own_leaves_the_body(cleaner: SimpleNamespace) -> None:
    rows = f"<table><tr><td>By Jane Doe</td></tr><tr><td>{STORY}</td></tr></table>"

    (article,) = cleaner.html(f"<html><body><h1>{HEAD}</h1>{rows}").articles

    assert (article.byline, article.body[:11]) == (("Jane Doe",), "The harbour")


def test_letters_that_size_the_text_go_and_a_letter_alone_stays(cleaner: SimpleNamespace) -> None:
    item = "<div>{}</div>"

    sized = read(cleaner, f"<h1>{HEAD}</h1>{item.format('A-')}{item.format('A')}{item.format('A+')}")
    alone = read(cleaner, f"<h1>{HEAD}</h1><p>A</p>")

    assert sized.body.startswith("The harbour")
    assert alone.body.startswith("A\n\nThe harbour")


@pytest.mark.parametrize(
    "line", ["Quay Desk | Strait Lines | from the island and the town by the pier | 20.11.26 09:32", "20.11.26 09:32"]
)
def test_a_short_day_alone_between_rules_is_the_day(cleaner: SimpleNamespace, line: str) -> None:
    assert read(cleaner, f"<h1>{HEAD}</h1><div>{line}</div>").published_at is not None


@pytest.mark.parametrize(("line", "is_told"), [("Date 20.11.2026", True), ("Friday 20.11.2026", False)])
def test_a_labelled_day_under_the_story_is_the_day_where_no_other_stands(
    cleaner: SimpleNamespace, line: str, *, is_told: bool
) -> None:
    article = read(
        cleaner, f"<h1>{HEAD}</h1>", under=f"<div>{8 * '<p>Harbour</p>'}</div><ul><li>{line}</li><li>Print</li></ul>"
    )

    assert (article.published_at is not None) is is_told


def test_no_more_of_a_title_is_read_than_a_title_can_be() -> None:
    # One that is never closed holds all of the page, and each of its bars may part it from the site's name.
    assert len(read_tree(f"<title>{'The Strait | ' * 9_999}").title or "") <= 1_000


@pytest.mark.parametrize(
    "printed",
    [
        f"{HEAD} <span>New</span>",
        f"{HEAD} <a href='#comments'>12 comments</a>",
        f"<span>Exclusive</span><span>{HEAD}</span>",
    ],
)
def test_what_stands_beside_the_headline_in_its_h1_is_no_part_of_it(cleaner: SimpleNamespace, printed: str) -> None:
    article = read(cleaner, f"<h1>{printed}</h1>", title=f"{HEAD} | World | Harbour Daily")

    assert article.headline == HEAD
