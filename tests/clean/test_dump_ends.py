"""Where a dump's story ends: notices, what a sender adds, other stories with their own prose; and kickers over it."""

from types import SimpleNamespace

import pytest
from strait import read_body

from warraq.model import Article

HEAD = "جسر المشاة الخشبي يعود فوق نهر البلدة"
FIRST = "عبر أول المشاة صباح السبت الجسر الخشبي الجديد فوق النهر وسط البلدة."
SECOND = "وقال رئيس الجمعية إن المتطوعين جمعوا خشب الجسر من ثلاثة بيوت مهجورة."
THIRD = "ويستقبل النهر زواره مجدداً في أول عيد يقام على ضفتيه منذ الفيضان."
OTHER = "مخبز الحي يبيع الأرغفة بالميزان"
FOURTH = "عاد مخبز الحي إلى بيع الأرغفة بالميزان بعد شكاوى كثيرة من الزبائن."
FIFTH = "وقالت صاحبة المخبز إن الأرغفة صارت أكبر مما كانت في العام الماضي."
DAY = "14 نوفمبر 2026"


def clean(cleaner: SimpleNamespace, *lines: str, gap: str = "\n") -> Article:
    (article,) = cleaner.text(gap.join(lines)).articles
    return article


@pytest.mark.parametrize("line", ["اضافة اعلان", "شارك هذا الموضوع:", "Compartilhe no Telegram", "إضافة تعليق"])
def test_buttons_amid_a_story_are_none_of_it(cleaner: SimpleNamespace, line: str) -> None:
    assert read_body(clean(cleaner, HEAD, DAY, FIRST, line, SECOND, THIRD)) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize("line", ["شارك هذا الموضوع في الندوة", "المزيد من المياه للبلدة", "حول هذه القصة رواية طويلة"])
def test_lines_that_say_more_than_a_button_stay(cleaner: SimpleNamespace, line: str) -> None:
    assert read_body(clean(cleaner, HEAD, DAY, FIRST, line, SECOND, THIRD)) == [FIRST, line, SECOND, THIRD]


@pytest.mark.parametrize(
    "foot",
    [
        ("You're receiving this email because you asked for it.", "Unsubscribe | Preferences", "4 Mill Lane, Ashby"),
        ("وصلتك هذه الرسالة لأنك مشترك في نشرتنا.", "3 شارع النهر، البلدة"),
    ],
)
def test_a_mail_ends_where_it_says_why_it_came(cleaner: SimpleNamespace, foot: tuple[str, ...]) -> None:
    header = f"From: desk@river.example\nSubject: {HEAD}\nDate: Sat, 14 Nov 2026 10:33:00 +0000\n"

    article = clean(cleaner, header, FIRST, SECOND, THIRD, "", *foot)

    assert (article.headline, read_body(article)) == (HEAD, [FIRST, SECOND, THIRD])


def test_an_address_below_a_story_without_a_header_stays(cleaner: SimpleNamespace) -> None:
    last = "وصلتك هذه الرسالة لأنك مشترك في نشرتنا."

    article = clean(cleaner, HEAD, DAY, FIRST, SECOND, THIRD, last, "3 شارع النهر، البلدة")

    assert read_body(article)[-1] == "3 شارع النهر، البلدة"


def test_a_sentence_that_tells_of_the_story_is_no_notice(cleaner: SimpleNamespace) -> None:
    last = "لمزيد من الأخبار عن الجسر الخشبي فوق النهر جمع المتطوعون دفتراً في البلدة."

    assert read_body(clean(cleaner, HEAD, DAY, FIRST, SECOND, THIRD, last))[-1] == last


NOTES = (
    "نبذة عن الجمعية",
    "تأسست جمعية النهر قبل عشرين عاماً، وهي تعتني بالضفتين.",
    "للاستفسارات:",
    "لبنى حداد",
    "هاتف: 0791230000",
)


@pytest.mark.parametrize("mark", ["-انتهى-", "- ENDS -", "ENDS"])
def test_what_a_house_adds_below_the_end_is_none_of_the_story(cleaner: SimpleNamespace, mark: str) -> None:
    article = clean(cleaner, HEAD, DAY, FIRST, SECOND, THIRD, mark, *NOTES, gap="\n\n")

    assert read_body(article) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "below",
    [
        pytest.param(("وعاد الناس إلى بيوتهم بعد أن ابتلت ثيابهم.",), id="no one to call"),
        pytest.param((SECOND, THIRD, FOURTH, FIFTH, "هاتف: 0791230000"), id="most of the story"),
    ],
)
def test_a_word_for_the_end_amid_a_story_ends_nothing(cleaner: SimpleNamespace, below: tuple[str, ...]) -> None:
    article = clean(cleaner, HEAD, DAY, FIRST, SECOND, "انتهى", *below, gap="\n\n")

    assert set(below) <= set(read_body(article))


def test_another_story_below_its_label_goes_with_its_prose(cleaner: SimpleNamespace) -> None:
    article = clean(cleaner, HEAD, DAY, FIRST, SECOND, THIRD, "إقرأ أيضاً:", OTHER, "البلدة (خاص)", FOURTH, FIFTH)

    assert read_body(article) == [FIRST, SECOND, THIRD]


def test_the_story_goes_on_below_a_box_of_another(cleaner: SimpleNamespace) -> None:
    last = ("وزار المخبز كثيرون بعد أن عبروا النهر إلى الضفة الأخرى.", "وتعد الجمعية بجسر ثان إذا جمعت خشباً يكفي.")

    article = clean(cleaner, HEAD, DAY, FIRST, SECOND, THIRD, "إقرأ أيضاً:", OTHER, *last)

    assert read_body(article) == [FIRST, SECOND, THIRD, *last]


def test_a_button_over_another_headline_takes_no_prose(cleaner: SimpleNamespace) -> None:
    article = clean(cleaner, HEAD, DAY, FIRST, SECOND, THIRD, "اقرأ المزيد", OTHER, FOURTH, FIFTH)

    assert read_body(article) == [FIRST, SECOND, THIRD, FOURTH, FIFTH]


def test_who_speaks_over_a_headline_ends_no_menu(cleaner: SimpleNamespace) -> None:
    over = ("الرئيسية", "سياسي", "اقتصادي", "رقم 14", "رئيس جمعية النهر في البلدة يقول:")

    article = clean(cleaner, *over, HEAD, FIRST, SECOND, THIRD)

    assert (article.headline, read_body(article)) == (HEAD, [FIRST, SECOND, THIRD])


def test_headlines_of_other_stories_over_the_headline_are_no_head(cleaner: SimpleNamespace) -> None:
    over = (
        "هزة خفيفة تضرب الساحل",
        "أسعار الزيت ترتفع عند الإغلاق",
        "فريق الناشئين يغادر إلى الدوحة",
        "أمطار متفرقة مساء الغد",
    )

    article = clean(cleaner, *over, HEAD, FIRST, SECOND, THIRD)

    assert (article.headline, read_body(article)) == (HEAD, [FIRST, SECOND, THIRD])


def test_a_label_with_its_name_and_a_colon_over_the_prose_is_a_byline(cleaner: SimpleNamespace) -> None:
    article = clean(cleaner, HEAD, DAY, "كتب سامر الحطاب:", FIRST, SECOND, THIRD)

    assert (article.byline, read_body(article)) == (("سامر الحطاب",), [FIRST, SECOND, THIRD])


def test_what_a_picture_shows_stands_over_its_spoken_source(cleaner: SimpleNamespace) -> None:
    article = clean(
        cleaner, HEAD, "", "نجارون على الجسر", "صدر الصورة، Getty Images", f"* {DAY}", "", FIRST, "", SECOND
    )

    assert [(one.caption, one.credit) for one in article.images] == [("نجارون على الجسر", "Getty Images")]
    assert (article.standfirst, str(article.published_at)[:10]) == (None, "2026-11-14")


@pytest.mark.parametrize("again", ["صدى النهر", "صدى النهر -", "محليات"])
def test_what_stands_over_the_headline_is_no_standfirst_below_it(cleaner: SimpleNamespace, again: str) -> None:
    article = clean(cleaner, "صدى النهر", "محليات", HEAD, DAY, again, FIRST, SECOND, THIRD)

    assert (article.standfirst, read_body(article)) == (None, [FIRST, SECOND, THIRD])


def test_a_dump_without_a_headline_may_end_in_a_line_of_two_parts(cleaner: SimpleNamespace) -> None:
    opening = (
        "The oldest ferry of the strait left the harbour of Elm for the last time on Monday evening, and the whole town"
        " had come to the quay to see it off with lamps and songs."
    )
    below = (
        "The company said that two new boats would take its place before the winter, and that no crossing would end."
    )

    (article,) = cleaner.text(f"{opening}\n\n{below}\n\nElm Post | Harbour\n").articles

    assert article.body.split("\n\n")[:2] == [opening, below]
