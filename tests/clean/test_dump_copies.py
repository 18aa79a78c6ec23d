"""Dumps of a whole page as someone copied it: menus, buttons and other stories' headlines around one story."""

from types import SimpleNamespace

import pytest
from strait import clean_dump, read_body

from warraq.model import Reason

HEAD = "مركب الصيد الخشبي يعود إلى حوض المرفأ القديم"
LEAD = "الورشة تصلح آخر القوارب قبل موسم الربيع بيد نجارين من المدينة"
FIRST = "عاد مركب الصيد الخشبي صباح الثلاثاء إلى حوض المرفأ القديم بعد إصلاح هيكله."
SECOND = "وقال صاحب الورشة إن نجارين من المدينة بدلوا ألواح القوارب الثلاثة قبل موسم الربيع."
THIRD = "ويخرج الصيادون إلى البحر مطلع الشهر المقبل إذا انتهى طلاء المركب في موعده."
MENU = ("قائمة", "بحث", "الرئيسية", "سياسة", "اقتصاد", "ثقافة", "رياضة", "منوعات", "رأي", "ملفات")
OTHERS = (
    "وزارة الزراعة توزع بذار القمح على الفلاحين",
    "فريق كرة السلة يخسر مباراته الرابعة على التوالي",
    "افتتاح معرض الكتاب في القاعة الكبرى مساء غد",
    "أسعار الزيتون ترتفع في الأسواق الشعبية مجددا",
)


@pytest.mark.parametrize(
    "above",
    [
        pytest.param(OTHERS, id="other stories"),
        pytest.param((*MENU, *MENU[2:], "عاجل"), id="a long menu"),
        pytest.param(("شكرا على التقييم!", "لم يعجبك الموضوع؟", *OTHERS[:2]), id="what readers are asked"),
    ],
)
def test_a_headline_below_what_else_the_page_says_is_told_by_its_story(
    cleaner: SimpleNamespace, above: tuple[str, ...]
) -> None:
    article = clean_dump(cleaner, *above, HEAD, "3 مارس 2024", FIRST, SECOND, THIRD)

    assert (article.headline, read_body(article)) == (HEAD, [FIRST, SECOND, THIRD])


def test_a_headline_that_its_story_does_not_repeat_stays_over_a_standfirst_that_does(cleaner: SimpleNamespace) -> None:
    article = clean_dump(cleaner, "حين يغني الموج وحيدا", LEAD, FIRST, SECOND, THIRD)

    assert (article.headline, article.standfirst) == ("حين يغني الموج وحيدا", LEAD)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("بقلم: سمير الخطيب", ("سمير الخطيب",)),
        ("من طارق الشامي", ("طارق الشامي",)),
        ("صوت المرفأ - سمير الخطيب", ("سمير الخطيب",)),
        ("سمير الخطيب - طرطوس", ("سمير الخطيب",)),
    ],
)
def test_a_name_over_the_headline_is_the_writers(cleaner: SimpleNamespace, line: str, names: tuple[str, ...]) -> None:
    article = clean_dump(cleaner, line, HEAD, FIRST, SECOND)

    assert (article.headline, article.byline, read_body(article)) == (HEAD, names, [FIRST, SECOND])


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("صوت المرفأ - سمير الخطيب", ("سمير الخطيب",)),
        ("سمير الخطيب", ("سمير الخطيب",)),
        ("سمير الخطيبمنذ 3 ساعات", ("سمير الخطيب",)),
        ("الكاتب، سمير الخطيب", ("سمير الخطيب",)),
        ("المرفأ اليوم - أبوظبي", ()),
    ],
)
def test_a_house_or_a_name_below_the_standfirst_is_no_paragraph(
    cleaner: SimpleNamespace, line: str, names: tuple[str, ...]
) -> None:
    article = clean_dump(cleaner, HEAD, LEAD, line, "3 مارس 2024", FIRST, SECOND)

    assert (article.standfirst, article.byline, read_body(article)) == (LEAD, names, [FIRST, SECOND])


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("التاريخ: 03 مارس 2024", "2024-03-03"),
        ("نشر في صوت المرفأ يوم 12 - 03 - 2019", "2019-03-12"),
        ("12 يونيو 2024 - 16:40 بتوقيت أبوظبي", "2024-06-12"),
        ("درنة - بوابة الساحل الأربعاء 12 يونيو 2024, 04:02 مساء", "2024-06-12"),
        ("آخر تحديث: 7/5/2024 03:20 م (توقيت مكة)", "2024-05-07"),
        ("Puerto Viejo (Cádiz) - 03 may 2024 - 05:30CEST", "2024-05-03"),
    ],
)
def test_a_day_with_a_few_words_beside_it_is_a_date(cleaner: SimpleNamespace, line: str, day: str) -> None:
    article = clean_dump(cleaner, HEAD, LEAD, line, FIRST, SECOND)

    assert article.published_at is not None
    assert (f"{article.published_at:%Y-%m-%d}", article.standfirst, article.images) == (day, LEAD, ())


def test_the_day_below_the_headline_wins_over_the_pages_own_day_above_it(cleaner: SimpleNamespace) -> None:
    article = clean_dump(cleaner, "6 فبراير 2026", HEAD, LEAD, "15 أغسطس 2021", FIRST, SECOND)

    assert article.published_at is not None
    assert f"{article.published_at:%Y-%m-%d}" == "2021-08-15"


@pytest.mark.parametrize(
    ("above", "day"),
    [
        (["6 فبراير 2026", "تاريخ النشر: 15 أغسطس 2021"], "2021-08-15"),
        (["العدد 1676 الخميس 15 أغسطس 2021", "مجتمع"], "2021-08-15"),
    ],
)
def test_a_day_over_the_headline_is_the_storys_by_its_label_or_its_editions(
    cleaner: SimpleNamespace, above: list[str], day: str
) -> None:
    article = clean_dump(cleaner, *above, HEAD, FIRST, SECOND, THIRD)

    assert article.published_at is not None
    assert (article.headline, f"{article.published_at:%F}") == (HEAD, day)


@pytest.mark.parametrize(
    "label", ["Envoyer à un ami", "تغيير الخط", "استمع إلى الملخص", "كتابة مدونة حول هذه المشاركة"]
)
def test_a_label_that_says_nothing_else_is_no_paragraph(cleaner: SimpleNamespace, label: str) -> None:
    assert read_body(clean_dump(cleaner, HEAD, "3 مارس 2024", label, FIRST, label, SECOND)) == [FIRST, SECOND]


def test_buttons_in_a_row_are_dropped_with_those_no_table_knows(cleaner: SimpleNamespace) -> None:
    article = clean_dump(cleaner, HEAD, LEAD, "فيسبوك", "تويتر", "زقزوق", "واتساب", "طباعة", FIRST, SECOND)

    assert read_body(article) == [FIRST, SECOND]


def test_a_subhead_below_a_line_that_names_another_story_stays(cleaner: SimpleNamespace) -> None:
    article = clean_dump(cleaner, HEAD, FIRST, f"اقرأ أيضا: {OTHERS[0]}", "خشب من الجبل", SECOND, THIRD)

    assert read_body(article) == [FIRST, "خشب من الجبل", SECOND, THIRD]


def test_results_below_the_last_sentence_stay_over_the_pages_labels(cleaner: SimpleNamespace) -> None:
    results = ["الساحل - الوادي 4-1", "الشاطئ - الخور 0-0", "المرفأ - الجبل 2-3"]

    article = clean_dump(cleaner, HEAD, FIRST, SECOND, *results, "اقرأ أيضا", *OTHERS)

    assert read_body(article) == [FIRST, SECOND, *results]


def test_a_wide_gap_before_a_button_or_a_subhead_begins_no_article(cleaner: SimpleNamespace) -> None:
    text = f"{HEAD}\n\n{FIRST}\n\n{SECOND}\n\n\n\nإعلان\n\n\n\n{THIRD}"

    (article,) = cleaner.text(text).articles

    assert read_body(article) == [FIRST, SECOND, THIRD]


def test_below_a_label_only_what_speaks_of_the_story_stays(cleaner: SimpleNamespace) -> None:
    foreign = "ستصلك كل أسبوع أهم المقابلات والتحقيقات مع كتابنا في بريدك."

    closed = clean_dump(cleaner, HEAD, FIRST, SECOND, THIRD, "كلمات دالة: البحر", foreign)
    open_ended = clean_dump(cleaner, HEAD, FIRST, SECOND, "كلمات دالة: البحر", THIRD)

    assert (read_body(closed), read_body(open_ended)) == ([FIRST, SECOND, THIRD], [FIRST, SECOND, THIRD])


@pytest.mark.parametrize(
    "markup",
    ["<p>{}</p><p>{}</p><p>{}</p>", "<div>{}<br>{}<br>{}</div>", "<div><a href=/1>{}</a></div><div>{}</div><p>{}</p>"],
)
def test_bare_markup_without_a_heading_is_a_dump(cleaner: SimpleNamespace, markup: str) -> None:
    (article,) = cleaner.html(markup.format(HEAD, FIRST, SECOND)).articles

    assert (article.headline, read_body(article)) == (HEAD, [FIRST, SECOND])


def test_a_page_of_days_and_headlines_without_a_sentence_is_a_listing(cleaner: SimpleNamespace) -> None:
    lines = [line for other in (*OTHERS, HEAD, LEAD) for line in (other, "3 مارس 2024")]

    cleaned = cleaner.text("\n".join(lines))

    assert cleaned.rejection is not None
    assert cleaned.rejection.reason is Reason.LISTING


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("نجار يصلح لوحا في الورشة - تصوير: حسن عباس", "نجار يصلح لوحا في الورشة", "حسن عباس"),
        ("Una barca en el puerto, ayer.PACO CORTÉS", "Una barca en el puerto, ayer.", "PACO CORTÉS"),
        ("Le port, mardi. LOUISE AMIEL POUR « LE QUAI »", "Le port, mardi.", "LOUISE AMIEL POUR « LE QUAI »"),
    ],
)
def test_a_credit_without_brackets_tells_a_caption(
    cleaner: SimpleNamespace, line: str, caption: str, credit: str
) -> None:
    article = clean_dump(cleaner, HEAD, LEAD, line, FIRST, SECOND)

    assert [(one.caption, one.credit) for one in article.images] == [(caption, credit)]
    assert read_body(article) == [FIRST, SECOND]


def test_a_headline_between_whose_copies_a_day_stands_begins_a_second_article(cleaner: SimpleNamespace) -> None:
    second = ("Kastamonu'da yedi köprü yeniden yapılacak", "Karayolları çelik köprü kuracağını açıkladı")
    prose = "Karayolları, sel sularının yıktığı köprülerin yerine çelik köprü kuracağını duyurdu."
    text = "\n\n".join([HEAD, FIRST, SECOND, *second, "06.02.2026 13:04", second[0], second[0], prose])

    first, other = cleaner.text(text).articles

    assert (first.headline, read_body(first)) == (HEAD, [FIRST, SECOND])
    assert (other.headline, other.standfirst, read_body(other)) == (*second, [prose])


def test_the_first_hour_of_a_live_blog_stays_as_the_others_do(cleaner: SimpleNamespace) -> None:
    entries = ["14:32", FIRST, "13:10", SECOND, "12:05", THIRD]

    assert read_body(clean_dump(cleaner, HEAD, LEAD, *entries)) == entries


@pytest.mark.parametrize("row", ["حوادث | محافظات | فن | منوعات", "مجلة المرفأ › مراجعات"])
def test_a_row_of_sections_is_no_headline(cleaner: SimpleNamespace, row: str) -> None:
    article = clean_dump(cleaner, row, HEAD, "3 مارس 2024", FIRST, SECOND)

    assert (article.headline, read_body(article)) == (HEAD, [FIRST, SECOND])


def test_a_second_article_begins_at_its_section_headline_and_day(cleaner: SimpleNamespace) -> None:
    lines = ["محليات", HEAD, "3 مارس 2024", FIRST, SECOND, THIRD, "اقتصاد", OTHERS[0], "4 مارس 2024", FIRST, SECOND]

    articles = cleaner.text("\n".join(lines)).articles

    assert [(one.headline, read_body(one)) for one in articles] == [
        (HEAD, [FIRST, SECOND, THIRD]),
        (OTHERS[0], [FIRST, SECOND]),
    ]


def test_a_second_marker_in_one_head_begins_no_article(cleaner: SimpleNamespace) -> None:
    article = clean_dump(cleaner, HEAD, LEAD, "TT", HEAD, "طرطوس: سمير الخطيب", "TT", FIRST, SECOND)

    assert (article.headline, article.standfirst, read_body(article)) == (HEAD, LEAD, [FIRST, SECOND])


def test_what_is_told_of_the_writer_goes_with_its_label_and_the_name(cleaner: SimpleNamespace) -> None:
    told = "يكتب عن البحر والموانئ منذ عشرين عاما، وله كتابان في صناعة المراكب."

    article = clean_dump(cleaner, HEAD, "بقلم: سمير الخطيب", FIRST, SECOND, THIRD, "عن الكاتب", "سمير الخطيب", told)

    assert (article.byline, read_body(article)) == (("سمير الخطيب",), [FIRST, SECOND, THIRD])
