"""What Arabic papers print around their stories, on small pages of our own."""

from types import SimpleNamespace

import pytest

from warraq.clean.calls import name_call
from warraq.clean.words import Sign, read_name
from warraq.model import Article, DropReason

HEADLINE = "عودة أقدم عبّارتين إلى مضيق المرسى"
STORY = [
    "قالت شركة العبّارات يوم الاثنين إن أقدم عبّارتين لديها ستعودان إلى المضيق قبل بدء جدول الشتاء في الجزيرة.",
    "وطلب سكان الجزيرة الذين يعملون في البلدة من المجلس إبقاء واحدة منهما لرحلة الصباح حتى الربيع المقبل.",
    "ويجتمع المجلس مساء الخميس، وطُلب من مدير الميناء إحضار أرقام العام الماضي قبل أي قرار بشأن المضيق.",
]
SITE = '<meta property="og:site_name" content="صحيفة المرسى الإلكترونية">'


def read(
    cleaner: SimpleNamespace, over: str = "", amid: str = "", under: str = "", head: str = "", title: str = HEADLINE
) -> Article:
    first, *others = (f"<p>{text}</p>" for text in STORY)
    page = (
        f"<html lang='ar' dir='rtl'><head><title>{title}</title>{head}</head><body><div><h1>{HEADLINE}</h1>{over}"
        f"<div>{first}{amid}{''.join(others)}{under}</div></div></body></html>"
    )
    (article,) = cleaner.html(page).articles
    return article


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("single-post-caption", Sign.CAPTION),
        ("single-share-buttons", Sign.SHARE),
        ("section-related", Sign.RELATED),
        ("single-author", Sign.NONE),
        ("single-post", Sign.NONE),
        ("page-template-share-your-story", Sign.NONE),
        ("page-share-of-voters", Sign.NONE),
    ],
)
def test_themes_name_the_parts_of_a_single_post_and_what_they_show(name: str, sign: int) -> None:
    assert read_name(name) == sign


@pytest.mark.parametrize(
    "line",
    [
        "لمتابعة الأخبار لحظة بلحظة اشترك بقناتنا على تليجرام",
        "كما يمكنكم متابعة أخبارنا عبر صفحتنا في فيسبوك",
        "تابع قناة المرسى على واتساب",
        "لمتابعة أهم الأخبار انضم إلينا على تليجرام",
        "لقراءة المزيد تابعوا صفحتنا على إكس",
        "انضموا إلى قناة المرسى على تلغرام من هنا",
    ],
)
def test_a_line_that_asks_to_follow_the_papers_channel_is_no_part_of_the_story(line: str) -> None:
    assert name_call(line) is DropReason.FOLLOW


@pytest.mark.parametrize(
    "line",
    [
        "تابع الوزير حديثه عبر قناة المرسى على يوتيوب",
        "انضم اللاعب إلى فريقنا بعد رسالة عبر فيسبوك",
        "تابع الجمهور صفحة الميناء على فيسبوك",
        "لمتابعة سير العمل زار الوزير موقع الجسر",
    ],
)
def test_a_line_that_tells_who_followed_is_the_storys(line: str) -> None:
    assert name_call(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "إذا كنت تعتقد أن المقال يحوي معلومات خاطئة أرسل تصحيحًا",
        "نقلًا عن شبكة الميناء",
        "أرسل طباعة عدد القراءات: 312",
        "استمع للنص",
        "بدون تعليقات",
        "كاتبة مغربية",
        "* كاتب وأكاديمي من قطر",
        "الآراء المنشورة لا تعبر عن رأي الصحيفة",
        "لمتابعة صفحة المرسى على الشبكة اضغط هنا",
        "متابعة أخبار المرسى على تلغرام https://t.me/marsa",
        "شاهد الخبر في المصدر بوابة الساحل",
        "العدد 4120 - الاثنين 3 مارس 2014م",
        "العدد 4120",
        "#المرسى_اليوم",
        "sami_writes@",
        "معجب بهذه:",
    ],
)
def test_appeals_sources_and_toolbars_under_a_story_are_no_part_of_it(cleaner: SimpleNamespace, line: str) -> None:
    assert read(cleaner, under=f"<p>{line}</p>").body == "\n\n".join(STORY)


@pytest.mark.parametrize(
    "line",
    [
        "وقال إن المقال تضمن معلومات خاطئة عن موعد العودة.",
        "كاتب المسرحية لم يحضر العرض",
        "عرض المزيد من الصور على سكان الجزيرة",
        "متابعة أخبار العبّارات على رصيف الميناء",
        "العدد 4120 من ركاب العبّارة هو الأعلى",
        "شاهد الخبر على شاشة المرفأ",
        "معجب بهذه الفكرة سكان الجزيرة",
        "أرسل المجلس نسخة من الأرقام إلى الميناء",
        "نقلا عن شهود رأوا العبّارة قرب المرسى ليلا قال الحارس إن الباب كان مفتوحا.",
    ],
)
def test_sentences_that_nearly_say_so_are_the_storys(cleaner: SimpleNamespace, line: str) -> None:
    assert read(cleaner, under=f"<p>{line}</p>").body == "\n\n".join([*STORY, line])


@pytest.mark.parametrize("end", ["<br>ا ي ب / م ع ع", " ا ي ب / م ع ع", ""])
def test_the_end_in_brackets_and_the_desks_initials_are_cut(cleaner: SimpleNamespace, end: str) -> None:
    article = read(cleaner, under=f"<p>وتُستأنف الرحلات المنتظمة صباح يوم السبت. (النهاية){end}</p>")

    assert article.body == "\n\n".join([*STORY, "وتُستأنف الرحلات المنتظمة صباح يوم السبت."])


def test_a_work_in_brackets_within_the_last_sentence_stays(cleaner: SimpleNamespace) -> None:
    line = "ووقّع الكاتب روايته الأخيرة (النهاية)"

    assert read(cleaner, under=f"<p>{line}</p>").body == "\n\n".join([*STORY, line])


@pytest.mark.parametrize(
    ("over", "names"),
    [
        ("<div><a class='author' href='#'>محمد الشافعي</a><span>المرسى - الطائف</span></div>", ("محمد الشافعي",)),
        ("<p class='writer'>الدير - محمد الشافعي</p>", ("محمد الشافعي",)),
        ("<div>كتب الخبر محمد الشافعي</div>", ("محمد الشافعي",)),
        ("<div>محرر الخبر: محمد الشافعي</div>", ("محمد الشافعي",)),
        ("<div><i class='fa fa-user'></i> <span>محمد الشافعي</span></div>", ("محمد الشافعي",)),
        ("<div><i class='fa fa-user'></i> محمد الشافعي</div>", ("محمد الشافعي",)),
    ],
)
def test_a_line_under_the_headline_gives_the_writer_alone(
    cleaner: SimpleNamespace, over: str, names: tuple[str, ...]
) -> None:
    article = read(cleaner, over=over, head=SITE)

    assert article.byline == names
    assert article.body == "\n\n".join(STORY)


@pytest.mark.parametrize(
    ("over", "names"),
    [
        ("<ul><li>محمد الشافعي</li><li>22 يناير 2023</li></ul>", ("محمد الشافعي",)),
        ("<div>22 يناير 2023</div><div>محمد الشافعي</div>", ("محمد الشافعي",)),
        ("<ul><li>أخبار الميناء</li><li>22 يناير 2023</li></ul>", ()),
        ("<div>محمد الشافعي</div>", ()),
    ],
)
def test_a_person_beside_the_day_under_the_headline_wrote_it(
    cleaner: SimpleNamespace, over: str, names: tuple[str, ...]
) -> None:
    assert read(cleaner, over=over).byline == names


@pytest.mark.parametrize(("author", "names"), [("Daily", ("محمد الشافعي",)), ("Sami", ("Sami",))])
def test_an_author_with_the_name_that_begins_the_host_gives_way_to_who_is_printed(
    cleaner: SimpleNamespace, author: str, names: tuple[str, ...]
) -> None:
    page = (
        f'<html><head><title>{HEADLINE}</title><meta name="author" content="{author}"></head><body><h1>{HEADLINE}</h1>'
        f"<div>بقلم: محمد الشافعي</div><div>{''.join(f'<p>{text}</p>' for text in STORY)}</div></body></html>"
    )

    (article,) = cleaner.html(page, url="https://dailymarsa.example/1").articles

    assert article.byline == names


@pytest.mark.parametrize(
    "over",
    [
        "<div><i class='fa fa-user'></i> تسجيل الدخول</div>",
        "<div><i class='fa fa-user'></i> محمد الشافعي</div><div><i class='fa fa-user'></i> أحمد الحربي</div>",
    ],
)
def test_a_person_drawn_beside_a_button_or_several_names_tells_no_writer(cleaner: SimpleNamespace, over: str) -> None:
    assert read(cleaner, over=over).byline == ()


def test_house_person_and_a_town_that_no_table_knows_name_the_writer(cleaner: SimpleNamespace) -> None:
    page = (
        f"<html><head><title>{HEADLINE} - صحيفة المرسى الإلكترونية</title></head><body><h1>{HEADLINE}</h1><div>"
        f"<b>المرسى - محمد الشافعي - وادي النخيل</b><br>{'<br>'.join(STORY)}</div></body></html>"
    )

    (article,) = cleaner.html(page).articles

    assert (article.byline, article.body) == (("محمد الشافعي",), "\n\n".join(STORY))


def test_three_parts_without_the_house_are_the_storys(cleaner: SimpleNamespace) -> None:
    line = "النصر - محمد الشافعي - هدف التعادل"
    page = (
        f"<html><head><title>{HEADLINE} - صحيفة المرسى الإلكترونية</title></head><body><h1>{HEADLINE}</h1><div>"
        f"<b>{line}</b><br>{'<br>'.join(STORY)}</div></body></html>"
    )

    (article,) = cleaner.html(page).articles

    assert article.body == "\n\n".join([line, *STORY])


def test_the_day_of_the_last_change_gives_way_to_that_of_publication(cleaner: SimpleNamespace) -> None:
    over = "<div>آخر تعديل على الأحد, 25 أبريل 2021 14:02</div><div>الأحد, 25 أبريل 2021 12:31</div>"

    published = read(cleaner, over=over).published_at

    assert published is not None
    assert published.isoformat() == "2021-04-25T12:31:00+00:00"


@pytest.mark.parametrize(
    ("beside", "hour"),
    [("<span>10:05 م</span> <b>842</b>", 22), ("<span class='post-date'>10:05 م</span>", 22), ("<p>قرأه 842</p>", 0)],
)
def test_a_clock_in_the_element_behind_the_day_is_its_time(cleaner: SimpleNamespace, beside: str, hour: int) -> None:
    over = f"<div><span class='article-date'>22 يناير 2023</span> {beside}</div>"

    published = read(cleaner, over=over).published_at

    assert published is not None
    assert published.hour == hour


def test_a_rule_between_caption_and_credit_is_neither(cleaner: SimpleNamespace) -> None:
    picture = (
        "<div class='media'><img src='/a.jpg'><div class='caption'><span class='caption-title'>العبّارة القديمة</span>"
        "<div class='caption'>/</div><span class='caption-credit'>Gettyimages.ru</span></div></div>"
    )

    (image,) = read(cleaner, over=picture).images

    assert (image.caption, image.credit) == ("العبّارة القديمة", "Gettyimages.ru")


def test_a_box_whose_title_stands_before_the_link_to_its_end_is_no_part_of_the_story(cleaner: SimpleNamespace) -> None:
    box = (
        "<section><strong>بودكاست</strong><a href='#end-of-box'>تخطى البودكاست وواصل القراءة</a><div><h3>حكايات</h3>"
        "<p>حلقات أسبوعية عن البحر وأهله</p></div><p id='end-of-box'>البودكاست نهاية</p></section>"
    )

    assert read(cleaner, amid=box).body == "\n\n".join(STORY)


@pytest.mark.parametrize("site", ["صحيفة البلد", "البلد الآن - يومية مستقلة"])
def test_where_every_page_has_the_sites_title_the_line_that_the_story_repeats_is_the_headline(
    cleaner: SimpleNamespace, site: str
) -> None:
    story = "".join(f"<p>{text}</p>" for text in STORY)
    page = (
        f"<html><head><title>{site}</title></head><body><table><tr><td><p><b>{HEADLINE}</b></p>"
        f"<p>الأربعاء 26 مايو 2010</p>{story}</td></tr></table></body></html>"
    )

    (article,) = cleaner.html(page).articles

    assert (article.headline, article.body) == (HEADLINE, "\n\n".join(STORY))


def test_a_title_that_the_story_repeats_is_the_headline_whatever_stands_over_it(cleaner: SimpleNamespace) -> None:
    story = "".join(f"<p>{text}</p>" for text in STORY)
    page = (
        "<html><head><title>شركة العبّارات تعيد سفينتين قبل الشتاء</title></head><body><div>"
        f"<p>{HEADLINE}</p>{story}</div></body></html>"
    )

    (article,) = cleaner.html(page).articles

    assert article.headline == "شركة العبّارات تعيد سفينتين قبل الشتاء"


def test_a_day_behind_a_break_in_the_cell_of_the_story_is_no_part_of_it(cleaner: SimpleNamespace) -> None:
    page = (
        f"<html><head><title>{HEADLINE}</title></head><body><table><tr><td><h1>{HEADLINE}</h1></td></tr><tr><td>"
        f"{'<br>'.join(STORY)}<br>13/6/2010 - 02:40 م</td></tr></table></body></html>"
    )

    (article,) = cleaner.html(page).articles

    assert article.body == "\n\n".join(STORY)


def test_a_day_behind_a_break_in_a_cell_of_figures_stays(cleaner: SimpleNamespace) -> None:
    table = "<table><tr><td>الرحلة الأولى<br>13/6/2010</td><td>الرحلة الثانية<br>14/6/2010</td></tr></table>"

    assert "13/6/2010" in read(cleaner, amid=table).body


def test_a_title_behind_the_site_and_two_colons_is_the_headline(cleaner: SimpleNamespace) -> None:
    page = (
        f"<html><head><title>ضفة المرسى :: {HEADLINE}</title></head><body><table><tr><td>{HEADLINE}</td></tr><tr><td>"
        f"{'<br>'.join(STORY)}</td></tr></table></body></html>"
    )

    (article,) = cleaner.html(page).articles

    assert article.headline == HEADLINE


def test_a_line_under_the_headline_that_is_called_the_articles_description_is_the_standfirst(
    cleaner: SimpleNamespace,
) -> None:
    article = read(cleaner, over="<p id='article_description'>موعد العودة يسبق جدول الشتاء بأسبوع كامل</p>")

    assert article.standfirst == "موعد العودة يسبق جدول الشتاء بأسبوع كامل"


@pytest.mark.parametrize(
    "line",
    [
        "<small>18-09-2018 | 13:42</small><small class='writer'>كتب: محمد الشافعي</small>",
        "<span>18-09-2018</span> <span>بقلم محمد الشافعي</span>",
        "18 سبتمبر 2018 - كتبت: رنا الشافعي",
        "الثلاثاء 18 سبتمبر 2018 01:42 م كتبت - رنا الشافعي",
    ],
)
def test_a_label_behind_the_day_in_one_line_gives_the_writer(cleaner: SimpleNamespace, line: str) -> None:
    article = read(cleaner, over=f"<div>{line}</div>")

    assert [name.split()[-1] for name in article.byline] == ["الشافعي"]
    assert article.body == "\n\n".join(STORY)


def test_a_sentence_that_tells_what_was_written_on_a_day_names_no_writer(cleaner: SimpleNamespace) -> None:
    line = "وفي 18 سبتمبر 2018 كتب: محمد الشافعي لن يعود إلى الميناء قبل الشتاء."

    article = read(cleaner, amid=f"<p>{line}</p>")

    assert article.byline == ()
    assert line in article.body


@pytest.mark.parametrize(
    ("author", "site", "names"),
    [
        ("المنامة - محمد الشافعي", "بوابة الجزيرة", ("محمد الشافعي",)),
        ("المنامة / محمد الشافعي", "بوابة الجزيرة", ("محمد الشافعي",)),
        ("المرسى - محمد الشافعي", "Marsa - المرسى جريدة عربية مستقلة", ("محمد الشافعي",)),
        ("المرسى - محمد الشافعي", "بوابة الجزيرة", ("المرسى - محمد الشافعي",)),
        ("محمد الشافعي - رنا حداد", "بوابة الجزيرة", ("محمد الشافعي", "رنا حداد")),
    ],
)
def test_a_declared_author_is_the_person_behind_a_city_or_the_house(
    cleaner: SimpleNamespace, author: str, site: str, names: tuple[str, ...]
) -> None:
    head = f'<meta property="og:site_name" content="{site}"><meta name="author" content="{author}">'

    assert read(cleaner, head=head).byline == names


@pytest.mark.parametrize("source", ["المنامة - محمد الشافعي", "محمد الشافعي - المنامة"])
def test_the_source_under_the_lead_picture_that_names_a_city_is_the_storys(
    cleaner: SimpleNamespace, source: str
) -> None:
    picture = "<figure><img src='/a.jpg'><figcaption>العبّارة القديمة في الميناء</figcaption></figure>"

    article = read(cleaner, over=f"{picture}<div class='source'>المصدر: {source}</div>")

    assert [(image.caption, image.credit) for image in article.images] == [("العبّارة القديمة في الميناء", None)]
    assert (article.byline, article.body) == (("محمد الشافعي",), "\n\n".join(STORY))


def test_the_source_under_a_caption_that_names_an_agency_took_the_picture(cleaner: SimpleNamespace) -> None:
    picture = "<figure><img src='/a.jpg'><figcaption>العبّارة القديمة في الميناء</figcaption></figure>"

    (image,) = read(cleaner, over=f"{picture}<div>المصدر: رويترز</div>").images

    assert (image.caption, image.credit) == ("العبّارة القديمة في الميناء", "رويترز")


@pytest.mark.parametrize(
    ("behind", "caption", "credit"),
    [
        ("<span class='photographer'>تصوير : محمد الشافعي</span>", "العبّارة القديمة - صورة أرشيفية", "محمد الشافعي"),
        ("", "العبّارة القديمة", "أرشيفية"),
    ],
)
def test_that_a_picture_is_of_the_archive_is_its_credit_where_nobody_else_is_named(
    cleaner: SimpleNamespace, behind: str, caption: str, credit: str
) -> None:
    picture = (
        "<div><img src='/a.jpg'><div class='caption'><span class='img-cap'>العبّارة القديمة - صورة أرشيفية</span>"
        f" {behind}</div></div>"
    )

    (image,) = read(cleaner, over=picture).images

    assert (image.caption, image.credit) == (caption, credit)


OLD = (
    "<html><head><title>{title}</title></head><body><table><tr><td>{mast}</td></tr></table><table><tr><td>"
    "<a href='/1'>الصفحة الأولى</a><br><a href='/2'>اقتصاد</a><br><a href='/3'>رياضة</a><br><a href='/4'>ثقافة</a></td>"
    "<td><table><tr><td><font size='5'><b>{headline}</b></font></td></tr><tr><td><a href='/p'><img src='/i/print.gif'>"
    " نسخة للطباعة</a></td></tr><tr><td><div><font>{first}{story}</font></div></td></tr></table></td></tr></table>"
    "</body></html>"
)


def read_old(cleaner: SimpleNamespace, *, title: str = HEADLINE, mast: str = "", first: str = "") -> Article:
    page = OLD.format(title=title, mast=mast, headline=HEADLINE, first=first, story="<br><br>".join(STORY))
    (article,) = cleaner.html(page).articles
    return article


@pytest.mark.parametrize("tail", [", أخبــــار", "، اقتصاد"])
def test_a_section_behind_a_comma_is_no_part_of_a_headline_that_stands_in_bold(
    cleaner: SimpleNamespace, tail: str
) -> None:
    article = read_old(cleaner, title=HEADLINE + tail)

    assert (article.headline, article.body) == (HEADLINE, "\n\n".join(STORY))


def test_a_headline_that_goes_on_behind_a_comma_is_whole(cleaner: SimpleNamespace) -> None:
    title = f"{HEADLINE}، والمجلس يطلب أرقام العام الماضي"

    assert read_old(cleaner, title=title).headline == title


@pytest.mark.parametrize(
    ("mast", "day"),
    [
        ("الخميـس 24 شـوال 1424 هـ 18 ديسمبر 2003 العدد 4152", "2003-12-18"),
        ("الخميس 18 ديسمبر 2003 - عدد: 4152", "2003-12-18"),
        ("وصل 18 ديسمبر 2003 العدد 4152", None),
    ],
)
def test_the_day_beside_the_number_of_the_issue_is_that_of_publication(
    cleaner: SimpleNamespace, mast: str, day: str | None
) -> None:
    published = read_old(cleaner, mast=mast).published_at

    assert (published and published.date().isoformat()) == day


@pytest.mark.parametrize(
    "first", ["بغداد: معد حداد", "بغداد ـ محمد الشافعي", "دبي ـ محمد الشافعي:", "كتب محمد الشافعي:"]
)
def test_city_and_person_before_a_break_over_the_story_are_its_writer(cleaner: SimpleNamespace, first: str) -> None:
    article = read_old(cleaner, first=f"{first}<br>")

    assert len(article.byline) == 1
    assert article.body == "\n\n".join(STORY)


def test_a_line_before_a_break_over_the_story_that_names_no_person_stays(cleaner: SimpleNamespace) -> None:
    article = read_old(cleaner, first="بغداد: صمت طويل<br>")

    assert (article.byline, article.body) == ((), "\n\n".join(["بغداد: صمت طويل", *STORY]))


def test_a_picture_of_a_printer_is_none_of_the_story(cleaner: SimpleNamespace) -> None:
    assert read_old(cleaner).images == ()


@pytest.mark.parametrize("rule", [" - ", " | ", " · "])
def test_links_in_a_row_over_the_story_are_no_part_of_it(cleaner: SimpleNamespace, rule: str) -> None:
    row = rule.join(f"<a href='/{at}'>{name}</a>" for at, name in enumerate(["الرئيسية", "سياسة", "رياضة", "محليات"]))
    story = "".join(f"<p>{text}" for text in STORY)
    page = (
        f"<html><head><title>المرسى</title></head><body><p align=center>{row}<h2>{HEADLINE}</h2>{story}</body></html>"
    )

    (article,) = cleaner.html(page).articles

    assert article.body == "\n\n".join(STORY)


def test_a_paragraph_with_links_between_its_rules_stays(cleaner: SimpleNamespace) -> None:
    line = "ثلاث قرى - <a href='/1'>الرملة</a> - تنتظر - <a href='/2'>الدير</a> - عودة العبّارات قبل الشتاء."

    assert "تنتظر" in read(cleaner, amid=f"<p>{line}</p>").body


@pytest.mark.parametrize(
    "line",
    [
        "<dd class='category-name'>القسم: <a href='/9'>أخبار الميناء</a></dd>",
        "<dd class='hits'>الزيارات: 2214</dd>",
        "<dd>عدد الزيارات: 2214</dd>",
    ],
)
def test_section_and_visits_over_the_story_are_no_part_of_it(cleaner: SimpleNamespace, line: str) -> None:
    assert read(cleaner, amid=f"<dl>{line}</dl>").body == "\n\n".join(STORY)


def test_a_post_in_a_category_is_no_category() -> None:
    assert read_name("category-names-of-ships") == Sign.NONE


CARD = "<div><a href='/{at}'>مجلس الجزيرة يناقش الميزانية</a><p>ناقش المجلس ميزانية العام المقبل{end}</p></div>"


@pytest.mark.parametrize("end", ["....", "…"])
def test_teasers_that_break_off_under_a_heading_of_theirs_are_no_part_of_the_story(
    cleaner: SimpleNamespace, end: str
) -> None:
    cards = "".join(CARD.format(at=at, end=end) for at in range(2))

    assert read(cleaner, under=f"<div><h3>المزيد في أخبار الجزيرة</h3>{cards}</div>").body == "\n\n".join(STORY)


def test_teasers_of_whole_sentences_under_a_heading_of_more_news_are_no_part_of_the_story(
    cleaner: SimpleNamespace,
) -> None:
    card = CARD.format(at=1, end=" بحضور مدير الميناء.")

    assert read(cleaner, under=f"<div><h3>المزيد في أخبار الجزيرة</h3>{card}</div>").body == "\n\n".join(STORY)


@pytest.mark.parametrize(
    "amid",
    [
        CARD.format(at=1, end=" قبل نهاية الأسبوع بحضور مدير الميناء."),
        "<blockquote><a href='/1'>رسالة المدير</a><p>لن أنسى ذلك اليوم في الميناء أبدا…</p></blockquote>",
    ],
)
def test_what_stands_behind_a_link_and_is_whole_or_quoted_stays(cleaner: SimpleNamespace, amid: str) -> None:
    assert len(read(cleaner, amid=amid).body.split("\n\n")) > len(STORY)


@pytest.mark.parametrize(("opening", "names"), [("رنا الحداد:", ("رنا الحداد",)), ("أخبار الميناء:", ())])
def test_a_person_in_bold_before_a_colon_opens_the_story_as_its_writer(
    cleaner: SimpleNamespace, opening: str, names: tuple[str, ...]
) -> None:
    story = "".join(f"<p>{text}</p>" for text in STORY)
    page = (
        f"<html><head><title>{HEADLINE}</title></head><body><h1>{HEADLINE}</h1><div><p><strong>{opening}</strong> "
        f"{STORY[0]}</p>{story}</div></body></html>"
    )

    (article,) = cleaner.html(page).articles

    assert article.byline == names


@pytest.mark.parametrize("label", ["رنا الحداد:", "سامي الحربي:"])
def test_persons_in_bold_before_each_answer_are_heard(cleaner: SimpleNamespace, label: str) -> None:
    story = "".join(f"<p><b>{label}</b> {text}</p>" for text in STORY)
    page = f"<html><head><title>{HEADLINE}</title></head><body><h1>{HEADLINE}</h1><div>{story}</div></body></html>"

    (article,) = cleaner.html(page).articles

    assert article.byline == ()


@pytest.mark.parametrize(
    ("line", "standfirst"),
    [
        ("هذا المحتوى تم نشره على 21 أغسطس 2022 - 15:06", None),
        ("تعود العبّارتان في 21 أغسطس 2022 الساعة 15:06", "تعود العبّارتان في 21 أغسطس 2022 الساعة 15:06"),
    ],
)
def test_a_line_that_says_when_it_was_published_is_no_standfirst(
    cleaner: SimpleNamespace, line: str, standfirst: str | None
) -> None:
    assert read(cleaner, over=f"<p class='article__preamble'>{line}</p>").standfirst == standfirst
