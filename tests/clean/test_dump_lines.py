"""Lines of a dump that are of the page around it, and lines of the story that look like them and stay."""

from types import SimpleNamespace

import pytest
from strait import read_body

from warraq.model import Article

HEAD = "سوق السمك القديم يعود إلى رصيف المرفأ الشرقي"
LEAD = "الصيادون يستعيدون مقاعدهم بعد سبعة أعوام من الغياب"
FIRST = "عاد باعة السمك فجر الثلاثاء إلى السوق القديم بعد ترميم سقفه وأرضيته الحجرية."
SECOND = "وقال نقيب الصيادين إن الرسوم ستبقى على حالها حتى نهاية الموسم الحالي في الربيع."
THIRD = "وتتسع القاعة المرممة لأربعين بسطة، وفيها غرفتان مبردتان لحفظ ما لم يبع من الصيد."
OTHER = "مدرسة الموسيقى تفتح أبوابها لأبناء الضاحية الجنوبية"
FOURTH = "تبدأ مدرسة الموسيقى في الضاحية الجنوبية أول دروسها مطلع الشهر المقبل بعشرين طالباً."
FIFTH = "وتبرع عازفون من المدينة بآلاتهم القديمة لكي لا يدفع الأهالي ثمن العود والكمان."
DATE = "17 نوفمبر 2026"
CAPTION = "بائع يرتب صناديق السردين على الرصيف"


def part(*lines: str, gap: str = "\n\n") -> str:
    return gap.join(lines)


def clean(cleaner: SimpleNamespace, *lines: str) -> tuple[Article, ...]:
    return cleaner.text(part(*lines)).articles


@pytest.mark.parametrize(
    ("above", "below"),
    [
        pytest.param((), (HEAD,), id="at once"),
        pytest.param((), (DATE, HEAD), id="below the date"),
        pytest.param(("الرئيسية", "محليات", HEAD), (), id="below the way to it"),
        pytest.param((f"{HEAD} :: صحيفة المرفأ",), (), id="with the site's name over it"),
    ],
)
def test_a_headline_said_again_is_no_standfirst(
    cleaner: SimpleNamespace, above: tuple[str, ...], below: tuple[str, ...]
) -> None:
    (article,) = clean(cleaner, *above, HEAD, *below, FIRST, SECOND)

    assert (article.headline, article.standfirst, read_body(article)) == (HEAD, None, [FIRST, SECOND])


@pytest.mark.parametrize("last", [HEAD, f"{HEAD} | صحيفة المرفأ"])
@pytest.mark.parametrize("body", [(FIRST,), (FIRST, SECOND)], ids=["one paragraph", "two"])
def test_a_headline_said_again_under_a_short_story_takes_none_of_it(
    cleaner: SimpleNamespace, body: tuple[str, ...], last: str
) -> None:
    (article,) = clean(cleaner, HEAD, *body, last)

    assert (article.headline, article.standfirst, read_body(article)) == (HEAD, None, list(body))


@pytest.mark.parametrize("gap", ["\n\n\n\n", "\n\n"], ids=["apart", "at once"])
@pytest.mark.parametrize("body", [(FIRST,), (FIRST, SECOND)], ids=["one paragraph", "two"])
def test_an_article_captured_twice_without_a_marker_is_two(
    cleaner: SimpleNamespace, body: tuple[str, ...], gap: str
) -> None:
    story = part(HEAD, *body)

    articles = cleaner.text(f"{story}{gap}{story}").articles

    assert [(one.headline, one.standfirst, read_body(one)) for one in articles] == [(HEAD, None, list(body))] * 2


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["no blank lines", "blank lines"])
def test_section_and_day_stand_over_each_headline(cleaner: SimpleNamespace, gap: str) -> None:
    dump = part("محليات", DATE, HEAD, FIRST, SECOND, "ثقافة", "16 نوفمبر 2026", OTHER, FOURTH, FIFTH, gap=gap)

    articles = cleaner.text(dump).articles

    assert [(one.headline, str(one.published_at)[:10], read_body(one)) for one in articles] == [
        (HEAD, "2026-11-17", [FIRST, SECOND]),
        (OTHER, "2026-11-16", [FOURTH, FIFTH]),
    ]


def test_headline_and_day_part_a_dump_without_blank_lines(cleaner: SimpleNamespace) -> None:
    dump = part(HEAD, DATE, FIRST, SECOND, OTHER, "إعداد: سلمى حداد", "16 نوفمبر 2026", FOURTH, FIFTH, gap="\n")

    articles = cleaner.text(dump).articles

    assert [(one.headline, one.byline, read_body(one)) for one in articles] == [
        (HEAD, (), [FIRST, SECOND]),
        (OTHER, ("سلمى حداد",), [FOURTH, FIFTH]),
    ]


def test_days_over_the_parts_of_a_chronology_begin_no_article(cleaner: SimpleNamespace) -> None:
    parts = (
        "3 مارس 2025",
        "السقف ينهار ليلاً ولا أحد تحته",
        THIRD,
        "وبقيت الأبواب مغلقة.",
        "9 مايو 2026",
        "العمال يصلون",
        FOURTH,
        FIFTH,
    )

    (article,) = clean(cleaner, HEAD, FIRST, SECOND, *parts)

    assert read_body(article) == [FIRST, SECOND, *parts]


def test_dated_stories_under_read_also_begin_no_article(cleaner: SimpleNamespace) -> None:
    related = ("اقرأ كذلك", OTHER, "12 نوفمبر 2026", "أسعار الأسماك ترتفع قبل موسم الأعياد", "11 نوفمبر 2026")

    (article,) = clean(cleaner, HEAD, DATE, FIRST, SECOND, *related, THIRD)

    assert read_body(article) == [FIRST, SECOND, THIRD]
    assert str(article.published_at)[:10] == "2026-11-17"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("سلمى حداد | 17 نوفمبر 2026", ("سلمى حداد",)),
        ("17 نوفمبر 2026 – سلمى حداد", ("سلمى حداد",)),
        ("سلمى حداد، 17 نوفمبر 2026", ("سلمى حداد",)),
        ("Sarah Miller • 17 November 2026", ("Sarah Miller",)),
        ("بقلم: سلمى حداد · 17 نوفمبر 2026", ("سلمى حداد",)),
        ("سلمى حداد | آخر تحديث: 17 نوفمبر 2026", ("سلمى حداد",)),
        ("17 نوفمبر 2026 · 4 دقائق قراءة", ()),
        ("Posted By Sarah Miller On November 17, 2026 @ 10:33 am In Harbour | No Comments", ("Sarah Miller",)),
        ("Updated: November 17, 2026, 2:20 p.m.", ()),
    ],
)
def test_a_line_says_who_and_when(cleaner: SimpleNamespace, line: str, names: tuple[str, ...]) -> None:
    (article,) = clean(cleaner, HEAD, line, FIRST, SECOND)

    assert (article.byline, str(article.published_at)[:10]) == (names, "2026-11-17")
    assert (article.standfirst, read_body(article)) == (None, [FIRST, SECOND])


@pytest.mark.parametrize(
    "line", ["مهرجان البحر | دورته العاشرة", "من الصيد إلى السوق، حكاية 2026", "قمة الرياض – ماذا بعد 2026"]
)
def test_a_standfirst_with_a_rule_in_it_is_nobody_and_no_day(cleaner: SimpleNamespace, line: str) -> None:
    (article,) = clean(cleaner, HEAD, line, FIRST, SECOND)

    assert (article.standfirst, article.byline, article.published_at) == (line, (), None)


@pytest.mark.parametrize(
    "line", ["@harbour_desk", "desk@daily.example", "ض\nض", "Facebook Twitter WhatsApp", "استمع إلى الخبر"]
)
def test_a_button_beside_the_day_is_no_standfirst(cleaner: SimpleNamespace, line: str) -> None:
    (article,) = clean(cleaner, HEAD, DATE, line, FIRST, SECOND)

    assert (article.standfirst, article.byline, article.images) == (None, (), ())
    assert read_body(article) == [FIRST, SECOND]


@pytest.mark.parametrize("caption", [f"{CAPTION} (رويترز)", f"{CAPTION} | أ.ب"])
def test_a_caption_over_the_headline_is_a_picture(cleaner: SimpleNamespace, caption: str) -> None:
    (article,) = clean(cleaner, caption, HEAD, DATE, FIRST, caption, SECOND)

    assert (article.headline, [image.caption for image in article.images]) == (HEAD, [CAPTION])
    assert read_body(article) == [FIRST, SECOND]


def test_a_page_title_that_ends_in_an_agency_is_no_caption(cleaner: SimpleNamespace) -> None:
    (article,) = clean(cleaner, f"{HEAD} - رويترز", HEAD, DATE, FIRST, SECOND)

    assert (article.headline, article.images) == (HEAD, ())


@pytest.mark.parametrize("caption", [f"{CAPTION} (رويترز - أرشيفية)", f"{CAPTION} - رويترز"])
def test_a_caption_amid_the_story_is_a_picture(cleaner: SimpleNamespace, caption: str) -> None:
    (article,) = clean(cleaner, HEAD, FIRST, SECOND, caption, THIRD)

    assert [image.caption for image in article.images] == [CAPTION]
    assert read_body(article) == [FIRST, SECOND, THIRD]


def test_a_caption_far_below_its_paragraph_begins_no_article(cleaner: SimpleNamespace) -> None:
    dump = f"{part(HEAD, FIRST, SECOND)}\n\n\n{part(f'{CAPTION} (رويترز)', THIRD)}"

    (article,) = cleaner.text(dump).articles

    assert [(image.caption, image.credit) for image in article.images] == [(CAPTION, "رويترز")]


def test_a_photographer_and_agency_alone_make_no_picture(cleaner: SimpleNamespace) -> None:
    (article,) = clean(cleaner, HEAD, FIRST, "أحمد الخطيب - رويترز", SECOND)

    assert (article.images, read_body(article)) == ((), [FIRST, SECOND])


def test_a_credit_stands_in_the_line_under_its_caption(cleaner: SimpleNamespace) -> None:
    (article,) = clean(cleaner, HEAD, DATE, f"{CAPTION}\nتصوير: رويترز", FIRST, SECOND)

    assert [(image.caption, image.credit) for image in article.images] == [(CAPTION, "رويترز")]
    assert article.standfirst is None


@pytest.mark.parametrize(
    "tail",
    [
        ("شارك الخبر", "فيسبوك", "واتساب"),
        ("اتركوا لنا بريدكم", "من نحن", "https://daily.example/"),
    ],
    ids=["buttons", "footer"],
)
@pytest.mark.parametrize(
    "ending",
    [
        ("ولم يتضرر أحد.",),
        ("ما الذي تغير", "- سقف من القرميد", "- أرضية من الحجر"),
        ("واكتفى النقيب بالقول إن العمل مستمر في القاعة الثانية", "حتى الصيف."),
    ],
    ids=["short sentence", "subhead and list", "broken sentence"],
)
def test_what_ends_a_story_stays_above_what_a_page_left(
    cleaner: SimpleNamespace, ending: tuple[str, ...], tail: tuple[str, ...]
) -> None:
    (article,) = clean(cleaner, HEAD, FIRST, SECOND, *ending, *tail)

    assert read_body(article) == [FIRST, SECOND, *ending]


def test_a_subhead_under_a_list_of_other_stories_is_of_the_story(cleaner: SimpleNamespace) -> None:
    (article,) = clean(cleaner, HEAD, FIRST, "تقارير ذات صلة:", f"- {OTHER}", "القاعة الثانية", SECOND, THIRD)

    assert read_body(article) == [FIRST, "القاعة الثانية", SECOND, THIRD]


@pytest.mark.parametrize(
    "line",
    [
        "https://t.co/Zk81ab",
        "pic.twitter.com/Zk81ab",
        "View this post on Instagram",
        "A post shared by Harbour (@harbour)",
        "شاهد الفيديو",
        "#سوق_السمك",
        f"The post {OTHER} appeared first on المرفأ.",
        f"ظهرت المقالة {OTHER} أولاً على المرفأ.",
    ],
)
def test_what_an_embed_or_a_feed_left_amid_the_story_is_dropped(cleaner: SimpleNamespace, line: str) -> None:
    (article,) = clean(cleaner, HEAD, FIRST, line, SECOND)

    assert read_body(article) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "line",
    [
        "شاهد الفيديو أكثر من ألفي زائر",
        "وجاء في الرابط https://t.co/Zk81ab أن السوق مغلق",
        "#سوق_السمك يتصدر المنصات في المدينة",
        "قبول الدفعة الأولى",
        "وزير البيئة - عضو مجلس المدينة",
        "2.",
        "س : 300 دينار",
    ],
)
def test_a_line_of_the_story_that_holds_such_words_stays(cleaner: SimpleNamespace, line: str) -> None:
    (article,) = clean(cleaner, HEAD, FIRST, line, SECOND)

    assert read_body(article) == [FIRST, line, SECOND]


def test_a_last_line_that_names_an_address_amid_many_words_stays(cleaner: SimpleNamespace) -> None:
    last = "ويمكن لمن يريد حجز بسطة في القاعة المرممة أن يملأ الاستمارة في موقع النقابة https://daily.example/stalls"

    (article,) = clean(cleaner, HEAD, FIRST, SECOND, last)

    assert read_body(article) == [FIRST, SECOND, last]


def test_who_the_writer_is_stands_under_the_story(cleaner: SimpleNamespace) -> None:
    lines = ("سلمى حداد", "سلمى حداد صحافية تقيم في بيروت، وتكتب عن المدن والبحر.")

    (article,) = clean(cleaner, HEAD, "بقلم: سلمى حداد", FIRST, SECOND, *lines)

    assert read_body(article) == [FIRST, SECOND]


def test_a_story_may_end_with_its_writers_name_in_a_sentence(cleaner: SimpleNamespace) -> None:
    last = "سلمى حداد زارت السوق مرتين قبل أن تكتب هذا التحقيق."

    (article,) = clean(cleaner, HEAD, "بقلم: سلمى حداد", FIRST, SECOND, last)

    assert read_body(article) == [FIRST, SECOND, last]


def test_a_notice_of_cookies_over_the_first_headline_is_no_article(cleaner: SimpleNamespace) -> None:
    notice = ("نحن نستخدم ملفات تعريف الارتباط لنعرف من يزورنا.", "قبول", "رفض")

    (article,) = clean(cleaner, *notice, HEAD, DATE, FIRST, SECOND)

    assert (article.headline, read_body(article)) == (HEAD, [FIRST, SECOND])


def test_one_sentence_under_a_headline_is_an_article(cleaner: SimpleNamespace) -> None:
    articles = clean(cleaner, "السوق يعود", FIRST, OTHER, DATE, FOURTH, FIFTH)

    assert [(one.headline, read_body(one)) for one in articles] == [("السوق يعود", [FIRST]), (OTHER, [FOURTH, FIFTH])]


@pytest.mark.parametrize("rule", ["⁂", "♦ ♦ ♦", "◆◆◆", "§", "____", "//////", "<><>", "ــــــ"])
def test_a_line_of_any_signs_parts_articles(cleaner: SimpleNamespace, rule: str) -> None:
    cleaned = cleaner.text(part(HEAD, FIRST, SECOND, rule, OTHER, FOURTH, FIFTH))

    assert [(one.headline, read_body(one)) for one in cleaned.articles] == [
        (HEAD, [FIRST, SECOND]),
        (OTHER, [FOURTH, FIFTH]),
    ]
    assert [one.text for one in cleaned.dropped] == [rule]


def test_the_wires_sign_of_a_pause_parts_a_story_and_no_articles(cleaner: SimpleNamespace) -> None:
    cleaned = cleaner.text(part(HEAD, FIRST, SECOND, "___", "من يدفع الإيجار؟", THIRD, "___", FIFTH))

    assert [read_body(one) for one in cleaned.articles] == [[FIRST, SECOND, "من يدفع الإيجار؟", THIRD, FIFTH]]
    assert [one.text for one in cleaned.dropped] == ["___", "___"]


@pytest.mark.parametrize(
    "numbers", [("1.", "2."), ("[1]", "[2]"), ("الخبر 1:", "الخبر 2:"), ("Article 1", "Article 2")]
)
def test_the_number_of_an_article_is_no_headline(cleaner: SimpleNamespace, numbers: tuple[str, str]) -> None:
    stories = [(numbers[0], HEAD, FIRST, SECOND), (numbers[1], OTHER, FOURTH, FIFTH)]

    articles = cleaner.text("\n\n\n".join(part(*lines) for lines in stories)).articles

    assert [(one.headline, one.standfirst) for one in articles] == [(HEAD, None), (OTHER, None)]


@pytest.mark.parametrize("lines", [(f"TT {HEAD}", DATE), (f"{DATE} TT", HEAD)])
def test_the_marker_may_stand_in_the_line_of_headline_or_day(cleaner: SimpleNamespace, lines: tuple[str, ...]) -> None:
    cleaned = cleaner.text(part(HEAD, *lines, FIRST, SECOND))

    (article,) = cleaned.articles
    assert (article.headline, article.standfirst, read_body(article)) == (HEAD, None, [FIRST, SECOND])
    assert "TT" in {one.text for one in cleaned.dropped}


def test_a_headline_may_end_in_the_name_of_a_car(cleaner: SimpleNamespace) -> None:
    (article,) = clean(cleaner, "أودي تكشف عن الجيل الجديد من TT", DATE, FIRST, SECOND)

    assert article.headline == "أودي تكشف عن الجيل الجديد من TT"


def test_what_a_line_of_the_story_announces_is_of_it_and_what_stands_alone_is_not(cleaner: SimpleNamespace) -> None:
    told = "وافق المجلس على إعادة بناء الرصيف الشرقي بعدما أغلقته العواصف ثلاث مرات هذا العام."
    more = "وقال الصيادون إنهم ينتظرون ذلك منذ سنوات طويلة، وإن المراكب الصغيرة لا تجد مكانا."
    tags = ["#أنقذوا_الميناء", "#الرصيف_لنا"]
    dump = "\n\n".join(["مجلس الميناء يبني رصيفا", told, "وتصدر وسمان القائمة:", *tags, more, "#ميناء"])

    (article,) = cleaner.text(dump).articles

    assert article.body.split("\n\n")[-4:] == ["وتصدر وسمان القائمة:", *tags, more]


def test_verse_above_a_hashtag_is_of_the_story(cleaner: SimpleNamespace) -> None:
    told = "قرأت الشاعرة في آخر الأمسية أبياتا من قصيدتها عن البحر، فصفق لها الحاضرون طويلا."
    verse = ["يا بحر خذني إلى شاطئ بعيد", "فالموج يعرف أسماء الغائبين", "والليل يكتبها على الرمل"]
    dump = "\n\n".join(["أمسية على الميناء", told, f"{told[:-1]} أيضا.", *verse, "#شعر"])

    (article,) = cleaner.text(dump).articles

    assert article.body.split("\n\n")[-3:] == verse


def test_a_city_and_a_person_parted_by_a_comma_over_a_story_are_its_byline(cleaner: SimpleNamespace) -> None:
    (article,) = clean(cleaner, HEAD, "طهران، محمد كريمي", FIRST, SECOND, THIRD)

    assert (article.dateline, article.byline) == ("طهران", ("محمد كريمي",))
    assert read_body(article) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize("head", ["{}، {}", "{} من {}"])
def test_the_first_of_several_who_are_heard_is_no_byline(cleaner: SimpleNamespace, head: str) -> None:
    heads = (head.format(*pair) for pair in (("محمد حسن", "غزة"), ("سمير عواد", "رفح"), ("ليلى خوري", "بيروت")))
    lines = [line for pair in zip(heads, (FIRST, SECOND, THIRD), strict=True) for line in pair]

    (article,) = clean(cleaner, HEAD, *lines)

    assert (article.byline, read_body(article)) == ((), [*lines])
