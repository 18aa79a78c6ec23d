"""The head of a dump's story: the page's day over it, names between standfirst and day, gaps within it."""

from types import SimpleNamespace

import pytest
from strait import read_body

from warraq.model import Article

HEAD = "جسر المشاة الخشبي يعود فوق نهر البلدة"
LEAD = "أعاد متطوعون بناء جسر المشاة الخشبي بعد عامين من الفيضان الذي جرفه."
FIRST = "عبر أول المشاة صباح السبت الجسر الخشبي الجديد فوق النهر وسط البلدة."
SECOND = "وقال رئيس الجمعية إن المتطوعين جمعوا خشب الجسر من ثلاثة بيوت مهجورة."
THIRD = "ويستقبل النهر زواره مجدداً في أول عيد يقام على ضفتيه منذ الفيضان."
OTHER = "مخبز الحي يبيع الخبز بالوزن من جديد"
FOURTH = "عاد مخبز الحي إلى بيع الخبز بالميزان بعد شكاوى كثيرة من الزبائن."
FIFTH = "وقالت صاحبة المخبز إن الأرغفة صارت أكبر مما كانت في العام الماضي."
DAY = "14 نوفمبر 2026"
EDITION = "السبت 14 نوفمبر 2026 ، العدد 1204"


def clean(cleaner: SimpleNamespace, *lines: str) -> tuple[Article, ...]:
    return cleaner.text("\n".join(lines)).articles


def show(article: Article) -> tuple[object, ...]:
    day = str(article.published_at)[:10] if article.published_at else None
    return article.headline, article.standfirst, article.byline, day, read_body(article)


@pytest.mark.parametrize("menu", [("الرئيسية", "محليات"), ("محليات", "مجلس البلدة", "اقتصاد")])
def test_the_day_of_an_edition_stands_over_the_headline(cleaner: SimpleNamespace, menu: tuple[str, ...]) -> None:
    (article,) = clean(cleaner, menu[0], EDITION, *menu[1:], HEAD, FIRST, SECOND, THIRD)

    assert (article.headline, read_body(article)) == (HEAD, [FIRST, SECOND, THIRD])


@pytest.mark.parametrize(
    "headline", ["أسعار الخشب اليوم السبت 14 نوفمبر 2026", "14 نوفمبر 2024: الفيضان الذي جرف الجسر"]
)
def test_a_headline_with_a_day_stays_the_headline(cleaner: SimpleNamespace, headline: str) -> None:
    (article,) = clean(cleaner, headline, "النجارون يشترون أقل من نصف ما اشتروه قبل عام", FIRST, SECOND, THIRD)

    assert article.headline == headline


@pytest.mark.parametrize(
    "sign",
    [
        pytest.param(("Nuran Aksu", "|", "14.11.2026"), id="a name and a bar"),
        pytest.param(("Courrier du Pont", "Maëlle Kerbrat", "Publié le 14/11/2026 à 07h30"), id="house and name"),
    ],
)
def test_names_may_stand_between_a_standfirst_and_its_day(cleaner: SimpleNamespace, sign: tuple[str, ...]) -> None:
    (article,) = clean(cleaner, HEAD, "", LEAD, "", *sign, "", FIRST, "", SECOND, "", THIRD)

    assert (article.standfirst, str(article.published_at)[:10], read_body(article)) == (
        LEAD,
        "2026-11-14",
        [FIRST, SECOND, THIRD],
    )


def test_days_over_the_parts_of_a_story_make_no_standfirst_of_its_first_sentence(cleaner: SimpleNamespace) -> None:
    lines = (LEAD, "الضفة", "12 مارس 2024", FIRST, "18 مايو 2025", SECOND, THIRD)

    (article,) = clean(cleaner, HEAD, *lines)

    assert (article.standfirst, read_body(article)) == (None, list(lines))


@pytest.mark.parametrize("name", ["Kees van der Laan", "سمر أبو ريدة"], ids=["as long as a headline", "two words"])
def test_a_standfirst_a_name_and_a_day_begin_no_second_article(cleaner: SimpleNamespace, name: str) -> None:
    (article,) = clean(cleaner, HEAD, "", LEAD, "", name, "2026-11-14", "المشاة فوق النهر", "", FIRST, "", SECOND)

    assert (article.headline, read_body(article)[-2:]) == (HEAD, [FIRST, SECOND])


def test_a_headline_with_its_day_below_one_sentence_begins_an_article(cleaner: SimpleNamespace) -> None:
    articles = clean(cleaner, HEAD, "", FIRST, "", OTHER, DAY, "", FOURTH, "", FIFTH)

    assert [(one.headline, read_body(one)) for one in articles] == [(HEAD, [FIRST]), (OTHER, [FOURTH, FIFTH])]


def test_a_wider_gap_in_a_head_begins_no_article(cleaner: SimpleNamespace) -> None:
    under = "Ponte nova sobre o rio, vista da praça central"

    (article,) = clean(
        cleaner, HEAD, "", LEAD, "", DAY, "", "", "", f"{under} — Foto: Rui Antunes", "", FIRST, "", SECOND, "", THIRD
    )

    assert show(article) == (HEAD, LEAD, (), "2026-11-14", [FIRST, SECOND, THIRD])


def test_a_house_and_a_name_below_a_gap_are_no_headline(cleaner: SimpleNamespace) -> None:
    (article,) = clean(
        cleaner, "صدى النهر", "", HEAD, "", "1 (1)", "", "", "صدى النهر - رغد المجالي", FIRST, "", SECOND, "", THIRD
    )

    assert (article.headline, read_body(article)[-3:]) == (HEAD, [FIRST, SECOND, THIRD])


def test_flashes_of_one_sentence_stay_apart(cleaner: SimpleNamespace) -> None:
    articles = clean(cleaner, HEAD, "", FIRST, "", DAY, "", "", "", OTHER, "", FOURTH, "", FIFTH, "", DAY)

    assert [one.headline for one in articles] == [HEAD, OTHER]


def test_some_short_lines_may_stand_between_a_day_and_its_story(cleaner: SimpleNamespace) -> None:
    signed = ("كتبه admin", "تعليق واحد")
    articles = clean(
        cleaner, HEAD, DAY, *signed, FIRST, SECOND, THIRD, "", OTHER, "13 نوفمبر 2026", *signed, FOURTH, FIFTH
    )

    assert [one.headline for one in articles] == [HEAD, OTHER]


def test_the_sites_name_over_the_headline_and_under_it_is_no_headline(cleaner: SimpleNamespace) -> None:
    (article,) = clean(cleaner, "النهرية", "الرئيسية", "محليات", HEAD, DAY, "النهرية", FIRST, SECOND, THIRD)

    assert article.headline == HEAD


@pytest.mark.parametrize("button", ["استمع إلى المقالة", "نُشر: 16:25-14 نوفمبر 2026 م ـ 4 جمادى الآخرة 1448 هـ"])
def test_a_button_below_the_headline_said_again_ends_no_head(cleaner: SimpleNamespace, button: str) -> None:
    (article,) = clean(cleaner, HEAD, "", "TT", "", HEAD, "", button, f"نُشر: {DAY}", "", FIRST, "", SECOND)

    assert (str(article.published_at)[:10], read_body(article)) == ("2026-11-14", [FIRST, SECOND])


def test_a_city_and_its_paper_said_twice_are_no_caption(cleaner: SimpleNamespace) -> None:
    where = "حلب: «صدى النهر»"

    (article,) = clean(cleaner, HEAD, "", where, where, "TT", "", HEAD, "", FIRST, "", SECOND)

    assert (article.images, article.headline) == ((), HEAD)


def test_boxes_amid_a_story_do_not_save_what_stands_under_it(cleaner: SimpleNamespace) -> None:
    boxes = [f"{at} خشب قديم" for at in range(6)]
    tail = ("اشترك في نشرتنا البريدية", "بريدك", "موافق")

    (article,) = clean(cleaner, HEAD, FIRST, *boxes, SECOND, THIRD, *tail)

    assert read_body(article) == [FIRST, *boxes, SECOND, THIRD]


def test_verses_below_the_last_sentence_stay(cleaner: SimpleNamespace) -> None:
    verses = [f"يا نهر {word} لا تمض وحيدا" for word in ("الطفولة", "الصبا", "المساء", "البلاد", "الحنين", "الرجوع")]

    (article,) = clean(cleaner, HEAD, "", FIRST, *verses[:3], SECOND, "", *verses[3:])

    assert read_body(article)[-3:] == verses[3:]


CLOSING = "المصدر: صدى النهر"


def test_a_line_that_closes_each_article_parts_them(cleaner: SimpleNamespace) -> None:
    articles = clean(cleaner, HEAD, FIRST, SECOND, THIRD, CLOSING, OTHER, FOURTH, FIFTH, CLOSING)

    assert [one.headline for one in articles] == [HEAD, OTHER]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((FIRST, SECOND, CLOSING, "وقت آخر فوق النهر", THIRD, LEAD, CLOSING), id="a subhead of one story"),
        pytest.param((FIRST, SECOND, CLOSING, OTHER, FOURTH, FIFTH, THIRD), id="once alone"),
    ],
)
def test_a_line_said_again_amid_a_story_parts_nothing(cleaner: SimpleNamespace, lines: tuple[str, ...]) -> None:
    (article,) = clean(cleaner, HEAD, *lines)

    assert set(lines) - {CLOSING} <= set(read_body(article))


FERRY = (
    "Ferry to call at Elm in winter too",
    "The ferry will call at Elm twice a week from November, the company said on Monday.",
    "Elm had no ferry in winter for nine years, and its last shop closed in the third of them.",
)
CARILLON = (
    "Carillon of the old mint rings again",
    "Forty-one bells of the old mint rang on Saturday, after a founder from abroad had tuned the carillon.",
    "Three players take turns at the carillon, and the youngest of them is sixteen.",
)


def test_stories_under_their_days_are_articles_each(cleaner: SimpleNamespace) -> None:
    dump = "\n\n".join(("Home News Sport", "8 March 2025", *FERRY, "7 March 2025", *CARILLON))

    articles = cleaner.text(dump).articles

    assert [(one.headline, f"{one.published_at:%F}", read_body(one)) for one in articles] == [
        (FERRY[0], "2025-03-08", list(FERRY[1:])),
        (CARILLON[0], "2025-03-07", list(CARILLON[1:])),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("How the ferry came to Elm", "8 March 2025", *FERRY, "7 March 2025", *CARILLON), id="chronicle"),
        pytest.param(("8 March 2025", *FERRY, "7 March 2025", "The company said it", *FERRY[1:]), id="the same story"),
        pytest.param(("8 March 2025, 10:31", *FERRY, "8 March 2025, 10:14", *CARILLON), id="live blog"),
        pytest.param(("8 March 2025", *FERRY, "7 March 2025", *CARILLON[:2]), id="another story's teaser"),
    ],
)
def test_days_that_head_no_story_of_their_own_begin_no_article(
    cleaner: SimpleNamespace, lines: tuple[str, ...]
) -> None:
    assert len(cleaner.text("\n\n".join(lines)).articles) == 1
