"""What around a story tells who wrote it and when, and what under it is not of it any more: small pages of our own."""

import textwrap
from types import SimpleNamespace

import pytest

from warraq.clean import localise

PROSE = (
    "Firefighters closed the river path in the evening and residents spent the night in a nearby sports hall",
    "The water was still rising at noon and the whole town remained on alert while the schools stayed shut",
    "Volunteers carried sandbags to the lower streets and the mayor thanked them for a night without sleep",
    "The bridge will be examined by engineers tomorrow before the first buses are allowed to cross again",
    "Farmers on the other bank have moved their animals to higher ground and expect to lose the harvest",
    "Forecasters see the rain moving east by the end of the week and the level falling from Sunday on",
    "The last flood of this size was forty years ago and is remembered by a mark on the old town hall",
    "Insurance companies have sent assessors who will begin their work as soon as the roads are open",
    "The council will meet on Monday to decide whether the wall along the quay should be built higher",
)
STORY = "".join(f"<p>{sentence}.</p>" for sentence in PROSE)
BODY = "\n\n".join(f"{sentence}." for sentence in PROSE)
FERRIES = "".join(
    f"<p>The ferry company said on Monday that boat {at} would leave the strait soon.</p>" for at in range(5)
)
TITLE = "River path closed as the water keeps rising"


def make_page(before: str = "", after: str = "", head: str = "", story: str = STORY) -> str:
    return (
        f"<html><head><title>{TITLE} | The Quay</title>{head}</head><body><main><h1>{TITLE}</h1>{before}"
        f"<div class='story'>{story}</div>{after}</main></body></html>"
    )


@pytest.mark.parametrize(
    ("before", "after", "head", "name"),
    [
        pytest.param('<p><a href="/authors/lina-haddad">Lina Haddad</a></p>', "", "", "Lina Haddad", id="a link"),
        pytest.param('<p><a href="/autor/quayfox">quayfox</a></p>', "", "", "quayfox", id="a nickname in a link"),
        pytest.param("<div>Written by</div><div>Lina Haddad</div>", "", "", "Lina Haddad", id="a label alone"),
        pytest.param('<div class="author-name">Lina Haddad</div>', "", "", "Lina Haddad", id="a class"),
        pytest.param("<p>Datum: 20.11.2026 Autor: Lina Haddad</p>", "", "", "Lina Haddad", id="a label amid a line"),
        pytest.param(
            '<div itemprop="author">By <a rel="author" href="/authors/lina">Lina Haddad</a></div>',
            "",
            "",
            "Lina Haddad",
            id="not the label before the link",
        ),
        pytest.param("<p>By Lina Haddad.</p>", "", "", "Lina Haddad", id="without its full stop"),
        pytest.param('<div class="author"><p>Lina Haddad</p></div>', "", "", "Lina Haddad", id="a class above"),
        pytest.param("<p>Eine Kolumne von Lina Haddad</p>", "", "", "Lina Haddad", id="a kind of text"),
        pytest.param("", "<p>Text: Lina Haddad</p>", "", "Lina Haddad", id="a signature"),
        pytest.param(
            "",
            "",
            '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Lina Haddad">',
            "Lina Haddad",
            id="a card",
        ),
        pytest.param(
            "<p>By Lina Haddad</p>",
            "",
            '<meta property="og:site_name" content="The Quay"><meta name="author" content="The Quay">',
            "Lina Haddad",
            id="rather than the site's own name",
        ),
    ],
)
def test_the_writer_is_found(cleaner: SimpleNamespace, before: str, after: str, head: str, name: str) -> None:
    article = cleaner.html(make_page(before, after, head)).articles[0]

    assert article.byline == (name,)
    assert article.body == BODY


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        pytest.param('<span class="updated" title="2026-11-20T08:15:00+02:00">Friday</span>', "2026-11-20", id="title"),
        pytest.param('<div class="post-date" data-timestamp="1795155300">today</div>', "2026-11-20", id="timestamp"),
        pytest.param(
            '<span property="schema:dateCreated" content="2026-11-20T06:15:00Z"></span>', "2026-11-20", id="RDFa"
        ),
    ],
)
def test_the_day_is_read_from_what_scripts_and_readers_of_attributes_see(
    cleaner: SimpleNamespace, before: str, expected: str
) -> None:
    article = cleaner.html(make_page(before)).articles[0]

    assert article.published_at is not None
    assert article.published_at.date().isoformat() == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("2026/11/18/river-path", "2026-11-18"),
        ("2026/1/2/river-path.html", "2026-01-02"),
        ("news/2026-11-18-river-path", "2026-11-18"),
        ("20261118/river-path", "2026-11-18"),
        ("2026/1118/river-path", "2026-11-18"),
        ("2026/sport/11/18/river-path", "2026-11-18"),
        ("2026/11/river-path", None),
        ("2026/11/10-things-to-know", None),
        ("2026/11/1234567", None),
        ("2026/13/18/river-path", None),
    ],
)
def test_the_day_may_stand_in_the_address(cleaner: SimpleNamespace, path: str, expected: str | None) -> None:
    article = cleaner.html(make_page(), url=f"https://quay.example/{path}").articles[0]

    assert (article.published_at.date().isoformat() if article.published_at else None) == expected


@pytest.mark.parametrize(
    ("at", "path", "expected"),
    [
        ("2026-11-19T02:25:54+00:00", "2026/11/18/river-path", "2026-11-18T23:25:54-03:00"),
        ("2026-11-18T22:10:00Z", "2026/11/19/river-path", "2026-11-19T00:10:00+02:00"),
        ("2026-11-19T02:25:54+00:00", "2026/11/19/river-path", "2026-11-19T02:25:54+00:00"),
        ("2026-11-19T02:25:54+01:00", "2026/11/18/river-path", "2026-11-19T02:25:54+01:00"),
        ("2026-11-19T15:25:54+00:00", "2026/11/18/river-path", "2026-11-19T15:25:54+00:00"),
    ],
)
def test_the_day_in_the_address_tells_on_which_side_of_midnight_the_publisher_was(
    cleaner: SimpleNamespace, at: str, path: str, expected: str
) -> None:
    head = f'<meta property="article:published_time" content="{at}">'
    article = cleaner.html(make_page(head=head), url=f"https://quay.example/{path}").articles[0]
    published = localise(article)

    assert published is not None
    assert published.isoformat() == expected


@pytest.mark.parametrize("opening", ["(20. November 2026) ", "20.11.2026 - ", "20.1.2026 - "])
def test_a_first_paragraph_may_begin_with_its_date(cleaner: SimpleNamespace, opening: str) -> None:
    article = cleaner.html(make_page(story=STORY.replace("<p>", f"<p>{opening}", 1))).articles[0]

    assert article.published_at is not None
    assert article.published_at.date().isoformat() == ("2026-01-20" if ".1." in opening else "2026-11-20")


def test_the_times_of_comments_are_not_the_storys(cleaner: SimpleNamespace) -> None:
    comments = "<div class='comments'><time datetime='2026-11-22T10:00:00Z'>22.11.</time><p>Well said!</p></div>"
    page = make_page("<p>by Lina Haddad</p><p>on 20.11.2026</p>", after=comments, story=f"<p>{PROSE[0]}.</p>")
    article = cleaner.html(page).articles[0]

    assert article.published_at is not None
    assert article.published_at.date().isoformat() == "2026-11-20"


def test_a_signature_under_the_story_may_hold_its_date(cleaner: SimpleNamespace) -> None:
    article = cleaner.html(
        make_page(after="<div class='author'>Author: Lina Haddad, 20.11.2026, 13:36</div>")
    ).articles[0]

    assert article.published_at is not None
    assert article.published_at.isoformat() == "2026-11-20T13:36:00+00:00"


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Lina Haddad and Omar Saleh; editing by Ruth Klein, with more from the newsroom in Port Said)",
        "Omar Saleh contributed to this report.",
        "If you buy something through our links, we may earn a commission.",
        "Weiterführende Informationen",
        "Materiał chroniony prawem autorskim - wszelkie prawa zastrzeżone.",
        '<a href="/other">Dam on the upper river holds for now</a> [VIDEO]',
        "Lina Haddad is a reporter at The Quay and has written about the river for twelve years.",
    ],
)
def test_lines_under_the_story_are_not_of_it(cleaner: SimpleNamespace, line: str) -> None:
    page = make_page("<p>By Lina Haddad</p>", story=f"{STORY}<p>{line}</p>")

    assert cleaner.html(page).articles[0].body == BODY


def test_a_list_of_places_with_links_to_their_own_sites_is_the_story(cleaner: SimpleNamespace) -> None:
    cards = "".join(
        f'<section><h2><a href="https://place{n}.example/">Place number {n}</a></h2><p>{sentence}.</p></section>'
        for n, sentence in enumerate(PROSE)
    )
    head = '<link rel="canonical" href="https://quay.example/places">'

    assert all(sentence in cleaner.html(make_page(head=head, story=cards)).articles[0].body for sentence in PROSE)


@pytest.mark.parametrize(
    "story",
    [
        pytest.param("<pre>{wrapped}</pre>", id="pre"),
        pytest.param('<div class="prose whitespace-pre-line">{blank}</div>', id="a class"),
        pytest.param('<div style="white-space: pre-wrap">{lines}</div>', id="a style"),
        pytest.param('<div style="white-space:break-spaces"><div>{lines}</div></div>', id="a style above"),
        pytest.param('<div><span class="whitespace-pre-wrap">{lines}</span></div>', id="a span"),
    ],
)
def test_line_breaks_that_are_shown_part_paragraphs(cleaner: SimpleNamespace, story: str) -> None:
    sentences = [f"{sentence}." for sentence in PROSE]
    wrapped = "\n\n".join(textwrap.fill(sentence, 60) for sentence in sentences)
    filled = story.format(wrapped=wrapped, blank="\n\n".join(sentences), lines="\r\n".join(sentences))

    assert cleaner.html(make_page(story=filled)).articles[0].body == BODY


def test_a_program_stays_one_block(cleaner: SimpleNamespace) -> None:
    program = "<pre><code>if (rises) {\n  close(path);\n}\n</code></pre>"

    assert "if (rises) { close(path); }" in cleaner.html(make_page(story=STORY + program)).articles[0].body


def test_a_dump_in_a_column_has_its_paragraphs_whole(cleaner: SimpleNamespace) -> None:
    dump = "\n\n".join(textwrap.fill(text, 64) for text in [TITLE, *(f"{sentence}." for sentence in PROSE)])

    article = cleaner.text(dump).articles[0]

    assert (article.headline, article.body) == (TITLE, BODY)


def test_the_sites_own_name_is_no_headline(cleaner: SimpleNamespace) -> None:
    markup = (
        f'<html><head><title>{TITLE} - The Quay</title><meta property="og:site_name" content="The Quay"></head>'
        f"<body><header><h1>The Quay</h1></header><div>{STORY}</div></body></html>"
    )

    assert cleaner.html(markup).articles[0].headline == TITLE


@pytest.mark.parametrize(
    "line",
    [
        "Posted by Lina Haddad on November 19, 2019, 6:21 AM EST",
        "Monday November 18, 2019 7:45 am PST by Lina Haddad",
        "November 20, 2019 - 11:28 AMT",
        "Lina Haddad Senior Contributor",
        "By LINA HADDAD for The Quay",
        "كتب: الثلاثاء 19 نوفمبر 2019 - 10:20",
        "1 / 23",
        "258 Shares",
        "٢٥٨ مشاهدة",
        "Sharing is caring!",
        "Facebook",
        "واتساب",
        "Back to Gallery",
        "Text size",
        "Nada Karim/River Times/Getty Images",
        "Omar Saleh, Associated Press",
    ],
)
def test_lines_between_headline_and_story_are_told_by_what_they_say(cleaner: SimpleNamespace, line: str) -> None:
    head = '<meta name="author" content="Lina Haddad">'
    page = make_page(head=head, story=f"<p>{line}</p>{STORY}")

    assert cleaner.html(page).articles[0].body == BODY


@pytest.mark.parametrize(
    "line", ["Doors open on November 18, 2019 at the harbour.", "Facebook was slow to answer", "1 of 23 bridges closed"]
)
def test_lines_that_only_look_like_it_are_kept(cleaner: SimpleNamespace, line: str) -> None:
    page = make_page(story=f"<p>{line}</p>{STORY}")

    assert cleaner.html(page).articles[0].body == f"{line}\n\n{BODY}"


@pytest.mark.parametrize(
    "heading",
    ["<h3>2 Comments</h3>", "<h2>Top Rated Comments</h2>", "<p>34 responses to “River path”</p>", "<h3>٣ تعليقات</h3>"],
)
def test_comments_end_the_story_however_long_they_are(cleaner: SimpleNamespace, heading: str) -> None:
    others = "".join(f"<p>I was there and {sentence.lower()}.</p>" for sentence in PROSE * 3)
    page = make_page(story=f"{STORY}{heading}{others}")

    assert cleaner.html(page).articles[0].body == BODY


def test_comments_counted_amid_the_story_do_not_end_it(cleaner: SimpleNamespace) -> None:
    page = make_page(story=f"{STORY}<p>2 comments</p><h3>What comes next</h3><p>{PROSE[0]} once more.</p>")

    assert cleaner.html(page).articles[0].body.endswith(f"What comes next\n\n{PROSE[0]} once more.")


def test_a_title_is_cut_behind_the_sites_name_and_a_colon(cleaner: SimpleNamespace) -> None:
    head = '<meta property="og:site_name" content="Strait Times"><title>Strait Times: Two oldest ferries leave</title>'
    (article,) = cleaner.html(f"<html><head>{head}</head><body><div>{FERRIES}</div></body></html>").articles

    assert article.headline == "Two oldest ferries leave"


def test_a_date_in_seconds_without_quotes_is_read(cleaner: SimpleNamespace) -> None:
    item = '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":1773309600}</script>'
    (article,) = cleaner.html(
        f"<html><head>{item}</head><body><h1>Two ferries leave</h1><div>{FERRIES}</div></body></html>"
    ).articles

    assert str(article.published_at) == "2026-03-12 10:00:00+00:00"


def test_a_day_to_come_is_read_month_first(cleaner: SimpleNamespace) -> None:
    (article,) = cleaner.html(
        f"<html><body><h1>Two ferries leave</h1><p>03/12/2026</p><div>{FERRIES}</div></body></html>"
    ).articles

    assert str(article.published_at) == "2026-03-12 00:00:00+00:00"


def test_a_page_whose_address_is_none_is_read(cleaner: SimpleNamespace) -> None:
    (article,) = cleaner.html(make_page(), url="http://[quay.example/1").articles

    assert (article.headline, article.body) == (TITLE, BODY)


ARABIC_TITLE = "بلدية الميناء تطلق خطة لترميم السوق القديمة بعد السيول"
ARABIC_PROSE = (
    "أعلنت بلدية الميناء صباح الاثنين خطة لترميم السوق القديمة بعد السيول التي ضربت المدينة الأسبوع الماضي.",
    "وقال رئيس البلدية إن الأشغال ستبدأ قبل نهاية الشهر وتستمر حتى الربيع المقبل بتمويل من صندوق الطوارئ.",
    "ويخشى التجار أن تطول الأشغال أكثر مما أعلن، فقد بقيت السوق مغلقة عامين بعد حريق العقد الماضي.",
    "ومن المنتظر أن يعقد المجلس جلسة في منتصف الشهر لعرض الرسوم على السكان قبل توقيع العقود.",
)


def make_arabic(before: str = "", after_first: str = "") -> str:
    first, *rest = (f"<p>{sentence}</p>" for sentence in ARABIC_PROSE)
    story = first + after_first + "".join(rest)
    return f"<html lang='ar'><body><main><h1>{ARABIC_TITLE}</h1>{before}<div>{story}</div></main></body></html>"


@pytest.mark.parametrize(
    ("line", "names", "dateline"),
    [
        ("لندن: سامر الحداد", ("سامر الحداد",), "لندن"),
        ("القاهرة: هبة الخطيب وعمر الزين", ("هبة الخطيب", "عمر الزين"), "القاهرة"),
        ("كتبت - ليلى منصور", ("ليلى منصور",), None),
        ("كتب: سامر الحداد 18 أغسطس 2026", ("سامر الحداد",), None),
        ("18 أغسطس 2026 كتب: سامر الحداد", ("سامر الحداد",), None),
        ("نویسنده: رضا توکلی و امیر بهرامی", ("رضا توکلی", "امیر بهرامی"), None),
        ("الوزير: لا زيادة في أسعار الخبز هذا العام", (), None),
        ("التصنيف: أخبار محلية", (), None),
        ("التعليقات: لا يوجد", (), None),
        ("همچنین بخوانید: باران در راه است", (), None),
    ],
)
def test_a_colon_in_arabic_letters_stands_behind_a_place_or_a_label_and_else_behind_no_name(
    cleaner: SimpleNamespace, line: str, names: tuple[str, ...], dateline: str | None
) -> None:
    article = cleaner.html(make_arabic(f"<div>{line}</div>")).articles[0]

    assert (article.byline, article.dateline) == (names, dateline)


def test_a_paragraph_that_says_who_speaks_is_of_the_story(cleaner: SimpleNamespace) -> None:
    line = "الوزير: لا زيادة في أسعار الخبز"
    article = cleaner.html(make_arabic(after_first=f"<p><strong>{line}</strong></p>")).articles[0]

    assert article.body.split("\n\n")[1] == line
    assert article.byline == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            'By <a href="/author/a">Martha Ellingham</a> and <a href="/author/b">Tom Buckthorne</a>',
            ("Martha Ellingham", "Tom Buckthorne"),
        ),
        ("<span>By Martha Ellingham</span> <span>18 August 2026</span>", ("Martha Ellingham",)),
        ("<span>By Martha Ellingham</span> <span>August 18, 2026</span>", ("Martha Ellingham",)),
        ("<span>Por Marta Belmonte</span> <span>18 de agosto de 2026</span>", ("Marta Belmonte",)),
        ("By Martha Ellingham and agencies", ("Martha Ellingham",)),
        ("Von Katrin Lohmeyer und dpa", ("Katrin Lohmeyer",)),
        ("Penulis: Dewi Anggraini", ("Dewi Anggraini",)),
        ("Opracowanie: Marek Dębiński", ("Marek Dębiński",)),
        ("Γράφει η Δήμητρα Κονδύλη", ("Δήμητρα Κονδύλη",)),
        ("A cura di Chiara Bonfanti", ("Chiara Bonfanti",)),
        ("이하늘 기자, 김서윤 선임기자", ("이하늘", "김서윤")),
        ("執筆：大沼健吾", ("大沼健吾",)),
        ("林书雅记者", ("林书雅",)),
        ("新华社记者", ()),
        ("Text: Ann Bee Foto: Carl Dee", ("Ann Bee",)),
        ("Ảnh: Trần Thu Hà", ()),
        ("Reporter ohne Grenzen warnt vor der neuen Mauer", ()),
    ],
)
def test_a_byline_line_gives_its_names_alone(cleaner: SimpleNamespace, line: str, names: tuple[str, ...]) -> None:
    assert cleaner.html(make_page(f"<div class='byline'>{line}</div>")).articles[0].byline == names


@pytest.mark.parametrize(
    "post",
    [
        (
            "<blockquote class='twitter-tweet'><p>High water again.</p>&mdash; Quay Watch (@quay) "
            "<a href='https://x.example/1'>November 2, 2026</a></blockquote>"
        ),
        (
            "<blockquote class='fb-post'><p>Posted by <a href='https://f.example/'>Quay Watch</a> on 2 November 2026"
            "</p></blockquote>"
        ),
    ],
    ids=["tweet", "post"],
)
def test_a_post_that_is_shown_gives_neither_day_nor_name(cleaner: SimpleNamespace, post: str) -> None:
    first, second = STORY.split("</p>", 1)
    article = cleaner.html(make_page(story=f"{first}</p>{post}{second}")).articles[0]

    assert (article.published_at, article.byline) == (None, ())


@pytest.mark.parametrize(
    "head",
    [
        "<h1><a href='/'>Daily Wave</a></h1><h3>{title}</h3>",
        "<h1><a href='https://quay.example/'>The Quay</a></h1><div>{title}</div>",
    ],
)
def test_a_heading_that_leads_home_is_the_sites_name(cleaner: SimpleNamespace, head: str) -> None:
    markup = make_page().replace(f"<h1>{TITLE}</h1>", head.format(title=TITLE)).replace(" | The Quay", "")

    assert cleaner.html(markup).articles[0].headline == TITLE


def test_a_title_behind_the_sites_name_is_cut_where_the_page_prints_it(cleaner: SimpleNamespace) -> None:
    markup = (
        make_page()
        .replace(f"<title>{TITLE} | The Quay", f"<title>Coast Blog: {TITLE}")
        .replace(f"<h1>{TITLE}</h1>", f"<h1><a href='/'>Coast Blog</a></h1><h3>{TITLE}</h3>")
    )

    assert cleaner.html(markup).articles[0].headline == TITLE


def test_components_named_cmp_are_no_consent(cleaner: SimpleNamespace) -> None:
    story = "".join(f"<div class='text'><div class='cmp-text'><p>{sentence}.</p></div></div>" for sentence in PROSE)

    assert cleaner.html(make_page(story=f"<div class='cmp-container'>{story}</div>")).articles[0].body == BODY


def test_a_list_with_a_long_linked_headline_is_of_other_stories(cleaner: SimpleNamespace) -> None:
    items = (
        "<ul><li><a href='/1'>Dam on the upper river holds for now, engineers say after their visit</a></li>"
        "<li><a href='/2'>Youth team in the final</a></li></ul>"
    )
    half = STORY.index("<p>The bridge")

    assert cleaner.html(make_page(story=STORY[:half] + items + STORY[half:])).articles[0].body == BODY


def test_a_link_to_a_walled_story_walls_no_other(cleaner: SimpleNamespace) -> None:
    link = "<p>Lire aussi | <a href='/1'>Article réservé à nos abonnés La digue tient bon</a></p>"
    page = make_page(story=f"<p>{PROSE[0]}.</p><p>{PROSE[1]}.</p>{link}")

    assert cleaner.html(page).rejection is None


def test_links_side_by_side_are_parted(cleaner: SimpleNamespace) -> None:
    line = "<div><a href='/2026'>18 November 2026</a><a href='/coast'>Coast</a></div>"
    article = cleaner.html(make_page(before=line)).articles[0]

    assert article.published_at is not None
    assert article.published_at.date().isoformat() == "2026-11-18"


CAPTION = "Dredgers at work in the inner harbour"


@pytest.mark.parametrize(
    ("figure", "caption", "credit"),
    [
        (
            f"<figure><img src='a.jpg'><figcaption>{CAPTION} <cite>Reuters</cite></figcaption></figure>",
            CAPTION,
            "Reuters",
        ),
        (
            f"<figure><img src='a.jpg'><figcaption>{CAPTION} <small>Lina Haddad</small></figcaption></figure>",
            CAPTION,
            "Lina Haddad",
        ),
        (
            (
                f"<figure><img src='a.jpg'><figcaption><span class='x1'>{CAPTION}</span> <span class='x2'>Lina Haddad"
                "</span></figcaption></figure>"
            ),
            CAPTION,
            "Lina Haddad",
        ),
        (
            f"<figure><img src='a.jpg'><figcaption>{CAPTION} with <span>Mayor Omar Saleh</span></figcaption></figure>",
            f"{CAPTION} with Mayor Omar Saleh",
            None,
        ),
        (
            "<figure><img src='a.jpg'><figcaption><cite>The Wave</cite> in the town's museum</figcaption></figure>",
            "The Wave in the town's museum",
            None,
        ),
        (f"<div class='pic'><img src='a.jpg'><span>{CAPTION} - Reuters</span></div>", CAPTION, "Reuters"),
        (f"<div class='lead-image'><img src='a.jpg'><span>{CAPTION}</span></div>", CAPTION, None),
        (f"<figure><img src='a.jpg'><p>{CAPTION}</p></figure>", CAPTION, None),
        (
            f"<figure><img src='a.jpg'><div class='credit'>Reuters</div><figcaption>{CAPTION}</figcaption></figure>",
            CAPTION,
            "Reuters",
        ),
        (
            (
                f"<div><img src='a.jpg'><div class='n__picture-desc'>{CAPTION}</div>"
                "<div class='n__picture-author'>Lina Haddad</div></div>"
            ),
            CAPTION,
            "Lina Haddad",
        ),
        (f"<span><div><img src='a.jpg'></div><em class='img_desc'>{CAPTION}</em></span>", CAPTION, None),
    ],
)
def test_the_line_of_the_picture_over_the_story_is_its_caption(
    cleaner: SimpleNamespace, figure: str, caption: str, credit: str | None
) -> None:
    article = cleaner.html(make_page(before=figure)).articles[0]

    assert [(image.caption, image.credit) for image in article.images] == [(caption, credit)]
    assert (article.standfirst, article.body, article.byline) == (None, BODY, ())
