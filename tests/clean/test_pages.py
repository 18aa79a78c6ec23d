import re
from datetime import datetime
from types import SimpleNamespace

import pytest

from warraq.clean import annotate_html, explain_page
from warraq.model import Article, Cleaned, DropReason, Image, MediaKind, Page, PublisherRule, Reason, Rights, Source

LEAD = (
    "The harbour board agreed on Tuesday to rebuild the eastern quay, which storms have closed three times this year."
)
SECOND = "Engineers told the meeting that the work would take fourteen months and that ferries would use the old pier."
THIRD = "Fishing families asked for berths to be kept free at weekends, and the board promised an answer by Friday."
BODY = f"{LEAD}\n\n{SECOND}\n\n{THIRD}"
PARAGRAPHS = f"<p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p>"
HEADLINE = "Board agrees to rebuild the eastern quay"


def make_page(inside: str, head: str = "") -> str:
    return (
        f'<!doctype html><html lang="en"><head><title>{HEADLINE} | Daily Harbour</title>{head}</head><body>'
        f'<nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>{inside}'
        "<footer><p>© Daily Harbour. All rights reserved.</p></footer></body></html>"
    )


def make_story(paragraphs: str = PARAGRAPHS, before: str = "", after: str = "") -> str:
    return make_page(f"<article><h1>{HEADLINE}</h1>{before}<div class='story'>{paragraphs}</div>{after}</article>")


def only(cleaned: Cleaned) -> Article:
    assert cleaned.rejection is None
    assert len(cleaned.articles) == 1
    return cleaned.articles[0]


def test_the_body_is_the_story_and_nothing_around_it(cleaner: SimpleNamespace) -> None:
    article = only(cleaner.html(make_story()))

    assert (article.headline, article.body, article.language) == (HEADLINE, BODY, "en")


@pytest.mark.parametrize(
    "paragraphs",
    [
        pytest.param(f"{LEAD}<br><br>{SECOND}<br><br>{THIRD}", id="text and line breaks alone"),
        pytest.param(f"<div>{LEAD}</div><div>{SECOND}</div><div>{THIRD}</div>", id="div paragraphs"),
        pytest.param(f"<p>{LEAD}</p><div class='more'><p>{SECOND}</p><p>{THIRD}</p></div>", id="two containers"),
        pytest.param(f"{'<div>' * 3000}{PARAGRAPHS}{'</div>' * 3000}", id="three thousand levels deep"),
        pytest.param(f"<p>{LEAD}</p><blockquote><p>{SECOND}</p></blockquote><p>{THIRD}</p>", id="a quote"),
        pytest.param(f"<p>{LEAD}</p><ul><li>{SECOND}</li></ul><p>{THIRD}</p>", id="a list"),
        pytest.param(f"<p>{LEAD}</p><table><tr><td>{SECOND}</td></tr></table><p>{THIRD}</p>", id="a table"),
        pytest.param(
            f'<p>{LEAD}</p><p class="share-bar">Share this</p><p>{SECOND}</p><p>{THIRD}</p>', id="a share bar"
        ),
        pytest.param(
            f"<p>{LEAD}</p><p><a href='/x'>Read more: Storms close quay</a></p><p>{SECOND}</p><p>{THIRD}</p>",
            id="a teaser",
        ),
        pytest.param(f"<p>{LEAD}</p><p>Advertisement</p><p>{SECOND}</p><p>{THIRD}</p>", id="advertising"),
        pytest.param(f"<p>{HEADLINE}</p>{PARAGRAPHS}", id="the headline again"),
        pytest.param(f"{PARAGRAPHS}<p>Follow us on Telegram and Google News.</p>", id="a follow line"),
        pytest.param(f"{PARAGRAPHS}<p>Sign up for our newsletter</p>", id="a newsletter line"),
        pytest.param(f"{PARAGRAPHS}<h3>Related stories</h3><ul><li><a href='/1'>Ferry</a></li></ul>", id="related"),
        pytest.param(f"<p>TT</p>{PARAGRAPHS}", id="a marker"),
        pytest.param(f"<p>Published 3 May 2024</p>{PARAGRAPHS}", id="a visible date"),
    ],
)
def test_the_body_is_whole_in_any_markup_and_free_of_lines_that_are_not_of_it(
    cleaner: SimpleNamespace, paragraphs: str
) -> None:
    article = only(cleaner.html(make_story(paragraphs)))

    assert article.body == BODY


def test_subheads_stay_in_the_body(cleaner: SimpleNamespace) -> None:
    article = only(cleaner.html(make_story(f"<p>{LEAD}</p><h2>Fourteen months</h2><p>{SECOND}</p><p>{THIRD}</p>")))

    assert article.body == f"{LEAD}\n\nFourteen months\n\n{SECOND}\n\n{THIRD}"


def test_joiners_and_direction_marks_inside_words_survive(cleaner: SimpleNamespace) -> None:
    text = (
        "دولت می\u200cخواهد تا پایان سال آینده همه\u200cی کتابخانه‌های شهر را نوسازی کند، اما بودجه\u200cی آن روشن نیست."
    )
    article = only(
        cleaner.html(
            f"<html lang=fa><body><article><h1>نوسازی کتابخانه‌های شهر</h1><p>{text}</p>"
            f"<p>{text[:-1]}؛ چنین گفت.</p></article>"
        )
    )

    assert text in article.body


def test_a_caption_printed_in_figure_and_twice_in_plain_lines_is_one_caption(cleaner: SimpleNamespace) -> None:
    caption = "قوارب الصيد عند الرصيف الشرقي صباح أمس (رويترز - أرشيفية)"
    text = "وافق مجلس الميناء على إعادة بناء الرصيف الشرقي، على أن تستغرق الأعمال أربعة عشر شهراً."
    markup = (
        '<html lang="ar"><body><article><h1>مجلس الميناء يعيد بناء الرصيف الشرقي</h1>'
        f'<figure><img src="/p/quay.jpg" alt="{caption}"><figcaption>{caption}</figcaption></figure>'
        f"<div><p>{caption}</p><p>{caption}</p><p>{text}</p>"
        "<p>وطلب الصيادون إبقاء المراسي خالية في نهاية الأسبوع، ووعد المجلس بالرد يوم الجمعة.</p></div></article>"
    )

    article = only(cleaner.html(markup))

    assert article.images == (
        Image(
            url="https://daily.example/p/quay.jpg",
            caption="قوارب الصيد عند الرصيف الشرقي صباح أمس",
            credit="رويترز - أرشيفية",
        ),
    )
    assert caption not in article.body


def test_declared_data_fills_the_fields(cleaner: SimpleNamespace) -> None:
    head = (
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "Daily Harbour"}, '
        f'{{"@type": "NewsArticle", "headline": "{HEADLINE}", "datePublished": "2024-05-03T09:30:00+03:00",'
        ' "dateModified": "2024-05-03T12:00:00+03:00", "author": [{"@type": "Person", "name": "Mara Quill"}],'
        ' "articleSection": "Local", "keywords": "harbour, quay"}]}</script>'
    )
    article = only(cleaner.html(make_page(f"<article><h1>{HEADLINE}</h1>{PARAGRAPHS}</article>", head)))

    assert article.published_at is not None
    assert article.published_at.isoformat() == "2024-05-03T06:30:00+00:00"
    assert article.published_at_source == "json_ld"
    assert article.modified_at is not None
    assert article.modified_at.isoformat() == "2024-05-03T09:00:00+00:00"
    assert (article.byline, article.section, article.tags) == (("Mara Quill",), "Local", ("harbour", "quay"))


def test_broken_json_ld_still_gives_its_plain_strings(cleaner: SimpleNamespace) -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "' + HEADLINE + '",'
        ' "datePublished": "2024-05-03T09:30:00Z", "author": {"@type": "Person" "name": "Mara Quill"},}</script>'
    )
    article = only(cleaner.html(make_page(f"<article><h1>{HEADLINE}</h1>{PARAGRAPHS}</article>", head)))

    assert article.published_at is not None
    assert article.published_at.isoformat() == "2024-05-03T09:30:00+00:00"


def test_a_date_in_the_future_is_no_date(cleaner: SimpleNamespace) -> None:
    head = '<meta property="article:published_time" content="2031-01-01T00:00:00Z">'
    article = only(cleaner.html(make_page(f"<article><h1>{HEADLINE}</h1>{PARAGRAPHS}</article>", head)))

    assert article.published_at is None


def test_a_standfirst_in_a_lead_class_is_a_field_of_its_own(cleaner: SimpleNamespace) -> None:
    lead = "Storm damage forces fourteen months of work at the ferry harbour"
    article = only(cleaner.html(make_story(before=f'<p class="standfirst">{lead}</p>')))

    assert (article.standfirst, article.body) == (lead, BODY)


def test_the_next_article_scrolled_in_below_is_an_article_of_its_own(cleaner: SimpleNamespace) -> None:
    following = (
        '<article><h2><a href="/news/2">Library opens on Sundays</a></h2>'
        "<p>The town library will open its doors on Sundays from next month, the council said, after two years of"
        " protests on its stairs.</p><p>Readers had gathered four thousand names for the change, and volunteers will"
        " keep the children's room open until the lamps are lit.</p></article>"
    )
    cleaned = cleaner.html(make_page(f"<article><h1>{HEADLINE}</h1>{PARAGRAPHS}</article>{following}"))

    assert [(one.position, one.url, one.headline) for one in cleaned.articles] == [
        (1, None, HEADLINE),
        (2, "https://daily.example/news/2", "Library opens on Sundays"),
    ]
    assert cleaned.articles[0].body == BODY


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        pytest.param("", Reason.EMPTY_PAGE, id="nothing"),
        pytest.param("%PDF-1.7 …", Reason.WRONG_TYPE, id="a PDF"),
        pytest.param('<?xml version="1.0"?><rss version="2.0"><channel/></rss>', Reason.WRONG_TYPE, id="a feed"),
        pytest.param(
            "<title>Page not found</title><h1>Page not found</h1><p>The page you are looking for has moved.</p>",
            Reason.SOFT_404,
            id="soft 404",
        ),
        pytest.param(
            "<h1>الصفحة غير موجودة</h1><p>عذراً، لم نجد الصفحة التي تبحث عنها في هذا الموقع.</p>",
            Reason.SOFT_404,
            id="soft 404 in Arabic",
        ),
        pytest.param(
            "<title>Just a moment...</title><p>Checking your browser before accessing daily.example. Please wait.</p>",
            Reason.SCRIPT_CHALLENGE,
            id="challenge",
        ),
        pytest.param(
            "<p>We value your privacy. We and our partners store and access data such as cookies.</p>",
            Reason.CONSENT_WALL,
            id="consent",
        ),
        pytest.param(
            "<title>Sign in</title><p>Please log in to continue reading.</p><p>Forgot your password?</p>",
            Reason.LOGIN_WALL,
            id="login",
        ),
        pytest.param(
            "<title>x.example</title><p>This domain is for sale. Buy this domain today.</p>",
            Reason.PARKED_DOMAIN,
            id="parked",
        ),
        pytest.param(f"<h1>{HEADLINE}</h1><div class=body></div>", Reason.EMPTY_BODY, id="no body"),
        pytest.param(
            "<main>"
            + "".join(f"<h3><a href='/{n}'>Story number {n} of the day in the harbour</a></h3>" for n in range(20))
            + "</main>",
            Reason.LISTING,
            id="listing",
        ),
    ],
)
def test_what_is_no_article_is_named(cleaner: SimpleNamespace, markup: str, reason: Reason) -> None:
    cleaned = cleaner.html(markup)

    assert cleaned.articles == ()
    assert cleaned.rejection is not None
    assert cleaned.rejection.reason is reason


def test_garbled_bytes_are_undecodable(cleaner: SimpleNamespace) -> None:
    cleaned = cleaner.raw(bytes((7 * n * n + 13 * n) % 256 for n in range(5000)))

    assert cleaned.rejection is not None
    assert cleaned.rejection.reason is Reason.UNDECODABLE


@pytest.mark.parametrize(
    ("encoding", "head", "sentence"),
    [
        pytest.param("cp949", "", "항구 도시는 새 부두를 내년 봄에 연다고 밝혔다. 똠방은 없다.", id="Korean"),
        pytest.param(
            "cp932",
            "<meta charset=Shift_JIS>",
            "髙橋市長は①新しい桟橋を来年の春に開くと㈱港湾に述べた。",
            id="Japanese of Windows",
        ),
        pytest.param("iso2022_jp", "", "市長は新しい桟橋を来年の春に開くと述べた。", id="Japanese in ASCII"),
        pytest.param("euc_jis_2004", "", "市長は①新しい桟橋を来年の春に開くと述べた。", id="Japanese of Unix"),
        pytest.param("cp950", "", "市政府表示，新建的碼頭將於明年春天正式啟用，居民林恒嫺說很高興。", id="Taiwan"),
        pytest.param(
            "big5hkscs", "<meta charset=big5-hkscs>", "佢哋話新嘅碼頭嘅嘢喺春天先至開啲。", id="Hong Kong, as declared"
        ),
        pytest.param("cp874", "", "เทศบาลเปิดเผยว่า “ท่าเรือใหม่” จะเปิดในปีหน้า… ช่วงฤดูใบไม้ผลิ", id="Thai"),
        pytest.param(
            "koi8-u", "", "Мерія повідомила, що її новий причал відкриють навесні, ґанок теж.", id="Ukrainian"
        ),
    ],
)
def test_letters_that_browsers_read_in_old_encodings_are_read(
    cleaner: SimpleNamespace, encoding: str, head: str, sentence: str
) -> None:
    markup = f"<html><head>{head}</head><body><h1>{sentence[:12]}</h1><p>{sentence * 4}</p></body></html>"

    assert sentence * 4 in only(cleaner.raw(markup.encode(encoding))).body


@pytest.mark.parametrize("encoding", ["cp1256", "iso-8859-6", "utf-16", "utf-16-le", "utf-8-sig"])
def test_a_page_is_read_in_its_real_encoding_whatever_it_declares(cleaner: SimpleNamespace, encoding: str) -> None:
    sentence = "وافق مجلس الميناء على إعادة بناء الرصيف الشرقي بعدما أغلقته العواصف ثلاث مرات هذا العام"
    head = "<html><head><meta charset=latin1></head><body><h1>مجلس الميناء يبني رصيفا</h1>"
    markup = f"{head}<p>{sentence}.</p><p>{sentence}، وقال الصيادون إنهم موافقون.</p>"

    article = only(cleaner.raw(markup.encode(encoding)))

    assert article.body.startswith(sentence)


@pytest.mark.parametrize(
    ("encoding", "declared", "sentence"),
    [
        pytest.param(
            "cp1252", "iso-8859-1", "Il traghetto riparte lunedì, perché “la banchina” è pronta.", id="Italian"
        ),
        pytest.param(
            "cp1252", "", "Això es farà a la sessió de dilluns, diu el batlle als veïns.", id="nothing declared"
        ),
        pytest.param("cp1252", "windows-1252", "Ný bryggja verður byggð í haust, sagði bæjarstjórinn.", id="Icelandic"),
        pytest.param("iso8859-2", "iso-8859-2", "Primăria spune că şcoala va fi închisă în martie.", id="Romanian"),
        pytest.param("cp1250", "windows-1250", "Przystań będzie gotowa jesienią, mówi wójt.", id="Polish"),
        pytest.param(
            "cp1254", "iso-8859-1", "Başkan iskelenin güz aylarında açılacağını söyledi.", id="Turkish, not as declared"
        ),
        pytest.param(
            "cp1250", "iso-8859-1", "Starosta řekl, že přístaviště bude hotové v září.", id="Czech, not as declared"
        ),
        pytest.param("cp1251", "iso-8859-1", "Мэр сказал, что причал откроют осенью.", id="Russian, not as declared"),
        pytest.param(
            "iso8859-7", "windows-1252", "Ο δήμαρχος είπε ότι η αποβάθρα θα ανοίξει.", id="Greek, not as declared"
        ),
        pytest.param(
            "cp1252", "windows-1251", "Le maire a promis que la jetée sera réparée.", id="French, not as declared"
        ),
    ],
)
def test_a_latin_encoding_is_read_as_declared_unless_its_letters_are_of_no_one_language(
    cleaner: SimpleNamespace, encoding: str, declared: str, sentence: str
) -> None:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    markup = f"<html><head>{head}</head><body><h1>Port</h1><p>{sentence}</p><p>{LEAD}</p><p>{LEAD}</p></body></html>"

    assert sentence in only(cleaner.raw(markup.encode(encoding))).body


def test_the_declaration_of_a_page_holds_for_its_json_ld(cleaner: SimpleNamespace) -> None:
    story = '{"@type": "NewsArticle", "headline": "Port", "author": {"@type": "Person", "name": "Iñaki Etxeberría"}}'
    head = f'<meta charset="iso-8859-1"><script type="application/ld+json">{story}</script>'
    markup = f"<html><head>{head}</head><body><h1>Port</h1><p>{LEAD}</p><p>{LEAD}</p></body></html>"

    assert only(cleaner.raw(markup.encode("cp1252"))).byline == ("Iñaki Etxeberría",)


def make_source(rule: PublisherRule) -> Source:
    return Source(
        source_id="daily",
        name="Daily Harbour",
        homepage="https://daily.example",
        language="en",
        time_zone="Africa/Cairo",
        is_enabled=True,
        state_reason="",
        rights=Rights(store_full_text=True),
        rules=(rule,),
    )


def test_a_publisher_rule_decides_where_it_matches(cleaner: SimpleNamespace) -> None:
    rule = PublisherRule(body=(".story",), drop=(".note",), headline=(".kop",))
    markup = make_page(
        '<div class="kop">Quay to be rebuilt</div><div class="story">'
        f'{PARAGRAPHS}<p class="note">{LEAD} Again.</p></div>'
    )

    cleaned = cleaner.html(markup, source=make_source(rule))

    assert (only(cleaned).headline, only(cleaned).body) == ("Quay to be rebuilt", BODY)
    assert cleaned.unmatched_rules == ()
    assert DropReason.PUBLISHER_RULE in {one.reason for one in cleaned.dropped}


def test_a_publisher_rule_that_stopped_matching_is_reported(cleaner: SimpleNamespace) -> None:
    rule = PublisherRule(body=(".story-of-old",))

    cleaned = cleaner.html(make_story(), source=make_source(rule))

    assert only(cleaned).body == BODY
    assert cleaned.unmatched_rules == (".story-of-old",)


def test_a_publisher_rule_outside_its_dates_is_not_used(cleaner: SimpleNamespace) -> None:
    rule = PublisherRule(body=(".story-of-old",), valid_until="2020-01-01")

    assert cleaner.html(make_story(), source=make_source(rule)).unmatched_rules == ()


def test_explaining_a_page_lists_every_block_once(now: datetime) -> None:
    page = Page(content=make_story().encode(), kind=MediaKind.HTML, url=None, fetched_at=now)

    explanation = explain_page(page)

    assert [(block.text, block.reason) for block in explanation.blocks] == [
        ("Home", DropReason.NAVIGATION),
        ("News", DropReason.NAVIGATION),
        (HEADLINE, DropReason.HEADLINE),
        (LEAD, None),
        (SECOND, None),
        (THIRD, None),
        ("© Daily Harbour. All rights reserved.", DropReason.NAVIGATION),
    ]


def test_an_annotated_page_says_why_each_block_was_dropped(now: datetime) -> None:
    page = Page(content=make_story().encode(), kind=MediaKind.HTML, url=None, fetched_at=now)

    markup = annotate_html(page)

    assert 'title="kept"' in markup
    assert 'title="dropped: headline"' in markup


def test_a_part_that_react_streamed_late_is_read_in_its_place(cleaner: SimpleNamespace) -> None:
    story = f'<p>{LEAD}</p><template id="P:1"></template><p>{THIRD}</p>'
    late = f'<div hidden id="S:1"><p>{SECOND}</p></div>'

    article = only(cleaner.html(make_page(f"<article><h1>{HEADLINE}</h1>{story}</article>") + late))

    assert article.body == BODY


def test_a_live_blog_is_one_story(cleaner: SimpleNamespace) -> None:
    head = f'<script type="application/ld+json">{{"@type": "LiveBlogPosting", "headline": "{HEADLINE}"}}</script>'
    entries = "".join(
        f'<article data-url="/live#{hour}"><h2>At {hour}</h2><p>{LEAD} So far at {hour}.</p><p>{SECOND}</p></article>'
        for hour in (9, 10, 11)
    )
    opening = f"<article><h1>{HEADLINE}</h1><p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p></article>"

    cleaned = cleaner.html(make_page(opening + entries, head))

    assert f"{LEAD} So far at 11." in only(cleaned).body


def test_an_annotated_page_is_inert(now: datetime) -> None:
    active = (
        "<base href='https://evil.example/'><meta http-equiv='refresh' content='0;url=https://evil.example/'>"
        "<link rel='stylesheet' href='https://evil.example/a.css'><body onload='x()'><object data='a'></object>"
        "<img src='a.jpg' onerror='x()'><a href=' java\tscript:x()'>a</a><a href='javascript:x()'>b</a>"
        "<form action='javascript:x()'><svg onload='x()'></svg></form><script>x()</script>"
    )
    story = "".join(
        f"<p>The ferry company said on Monday that boat {at} would leave the strait soon.</p>" for at in range(5)
    )
    page = Page(
        content=f"<html><head>{active}</head><body><h1>Ferries</h1>{story}</body></html>".encode(),
        kind=MediaKind.HTML,
        url=None,
        fetched_at=now,
    )

    markup = annotate_html(page)

    assert not re.search(r"\son\w+=|javascript:|<(?:script|object|base|link|iframe)\b|refresh", markup, re.IGNORECASE)
    assert "default-src 'none'" in markup
    assert markup.index("Content-Security-Policy") < markup.index("boat 0")


def test_an_annotated_dump_is_utf_8_and_runs_as_its_letters_do(now: datetime) -> None:
    page = Page(content="خبر\n\nنص الخبر.".encode(), kind=MediaKind.TEXT, url=None, fetched_at=now)

    markup = annotate_html(page)

    assert markup.startswith("<!doctype html>")
    assert '<meta charset="utf-8"' in markup
    assert 'dir="auto"' in markup


@pytest.mark.parametrize(
    "markup",
    [
        "<img src=x onerror=a()><head></head><p>The ferry company said so.</p>",
        "<template><head></head></template><p>The ferry company said so.</p>",
        "<!--><img src=x onerror=a()>--><p>The ferry company said so.</p>",
        "<![CDATA[<img src=x onerror=a()>]]><?x <img src=x onerror=a()>?><p>The ferry company said so.</p>",
    ],
)
def test_whatever_a_page_is_the_policy_comes_first_and_nothing_acts(now: datetime, markup: str) -> None:
    page = Page(content=markup.encode(), kind=MediaKind.HTML, url=None, fetched_at=now)

    annotated = annotate_html(page)

    assert annotated.startswith('<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy"')
    assert "onerror" not in annotated
    assert "The ferry company said so." in annotated
