"""Which line over a dump's prose is the headline, where none is said twice: the one that the prose says most."""

from types import SimpleNamespace

import pytest
from strait import clean_dump, read_body

HEAD = "إغلاق الجسر المعلق في المدينة القديمة لترميم حباله"
DECK = "أعمال الترميم تستمر تسعة أشهر وتحول السير إلى الضفة الشرقية"
FIRST = "أعلنت بلدية المدينة القديمة إغلاق الجسر المعلق أمام السير اعتبارا من الأحد لترميم حباله."
SECOND = "وقال مدير الطرق إن أعمال الترميم تستمر تسعة أشهر، وإن السير يحول إلى الضفة الشرقية."
THIRD = "وبني الجسر المعلق قبل تسعين سنة، وبدلت حباله مرة واحدة."
TICKER = (
    "ارتفاع أسعار الخضار في الأسواق الشعبية منتخب الناشئين يتعادل في مباراته الأولى وزارة الصحة تفتتح ثلاثة مراكز جديدة"
    " افتتاح معرض الكتاب في القاعة الكبرى مساء غد نقابة المعلمين تدعو إلى اجتماع طارئ أمطار متفرقة على الساحل"
)


@pytest.mark.parametrize(
    "above",
    [
        pytest.param(["RiverGate"], id="the name of the site"),
        pytest.param(["وكالة أنباء الضفاف الوطنية"], id="a house"),
        pytest.param(["موقع الضفاف -جريدة النهر", "نشر بتاريخ: 3 آب 2025"], id="a house over the page's day"),
        pytest.param(["شريط الأخبار", TICKER], id="a ticker"),
        pytest.param(["رئيس مجلس الإدارة سالم الحداد", "مدير التحرير كريم الحداد"], id="who edits the paper"),
        pytest.param([f"{HEAD} – بوابة الضفاف"], id="the title of the page"),
    ],
)
def test_a_line_of_the_page_over_the_headline_is_none(cleaner: SimpleNamespace, above: list[str]) -> None:
    article = clean_dump(cleaner, *above, HEAD, FIRST, SECOND, THIRD)

    assert (article.headline, read_body(article)) == (HEAD, [FIRST, SECOND, THIRD])


def test_a_standfirst_that_says_more_than_the_headline_stays_below_it(cleaner: SimpleNamespace) -> None:
    article = clean_dump(cleaner, "RiverGate", "الجسر المعلق في عهدة العمال حتى الخريف", DECK, FIRST, SECOND, THIRD)

    assert (article.headline, article.standfirst) == ("الجسر المعلق في عهدة العمال حتى الخريف", DECK)


@pytest.mark.parametrize("below", [[DECK], [DECK, "سمير الخطيب", "3 مارس 2024", "عمال فوق حبال الجسر المعلق"]])
def test_a_headline_of_which_the_story_says_nothing_stays_over_what_it_says(
    cleaner: SimpleNamespace, below: list[str]
) -> None:
    article = clean_dump(cleaner, "حين ينام العابرون واقفين", *below, FIRST, SECOND, THIRD)

    assert (article.headline, article.standfirst) == ("حين ينام العابرون واقفين", DECK)


def test_no_line_below_the_storys_first_sentence_is_its_headline(cleaner: SimpleNamespace) -> None:
    points = ["حبال الجسر المعلق كلها", "أرضية الجسر في الضفة الشرقية", "أضواء السير عند المدخل", "حاجز الترميم"]

    article = clean_dump(cleaner, HEAD, FIRST, *points, SECOND, THIRD)

    assert (article.headline, read_body(article)) == (HEAD, [FIRST, *points, SECOND, THIRD])


def test_the_pages_day_printed_twice_is_no_headline(cleaner: SimpleNamespace) -> None:
    day = "GMT 11:30:00 2008 السبت 12 يوليو"

    article = clean_dump(cleaner, day, HEAD, day, FIRST, SECOND, THIRD)

    assert (article.headline, read_body(article)) == (HEAD, [FIRST, SECOND, THIRD])


def test_a_menu_of_few_words_over_a_story_is_no_article(cleaner: SimpleNamespace) -> None:
    headline = "خيّاطة أعلام في المرفأ لم تخطئ في الأرزة مرّة واحدة"
    told = "قالت إن الأرزة هي الامتحان، وإنها لم تخطئ فيها إلا حين انقطع الضوء عن المرفأ كله."

    (article,) = cleaner.text(f"\tلبنان\tرأي\tاقتصاد\tثقافة\tمجتمع\tرياضة\n\tمجتمع\n\n\n{headline}\n{told}").articles

    assert (article.headline, article.body) == (headline, told)
