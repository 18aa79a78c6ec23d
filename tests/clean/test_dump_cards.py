"""What stands around a dump's story as articles do, and is none: menus with a gap below, cards of other stories."""

from types import SimpleNamespace

from warraq.model import Reason

HEAD = "المرفأ الشرقي يفتح رصيفه الجديد أمام السفن"
FIRST = "افتتح المرفأ الشرقي اليوم رصيفه الجديد أمام السفن الكبيرة بعد سنتين من العمل."
SECOND = "وقال مدير المرفأ إن الرصيف يستقبل ست سفن كبيرة في وقت واحد."
THIRD = "وأضاف أن العمل في الرصيف الثاني يبدأ مطلع السنة المقبلة."
FOURTH = "وتمر بالمرفأ نصف واردات البلاد من الحبوب والأخشاب."
CARD = "اتفاق على ربط سكك الحديد بين العاصمتين"
CARD_SUMMARY = "وقعت الحكومتان مذكرة لدراسة ربط سكك الحديد بين العاصمتين خلال خمسة أعوام."
OTHER = "المصرف المركزي يبقي سعر الحسم كما كان"
OTHER_SUMMARY = "قرر المصرف المركزي إبقاء سعر الحسم في ضوء متابعته معدلات التضخم."


def read(cleaner: SimpleNamespace, *lines: str) -> list[tuple[str | None, list[str]]]:
    articles = cleaner.text("\n".join(lines)).articles
    return [(one.headline, one.body.split("\n\n")) for one in articles]


def test_cards_of_other_stories_below_their_label_are_no_articles(cleaner: SimpleNamespace) -> None:
    story = [HEAD, "", "TT", "", HEAD, "", FIRST, "", SECOND, "", THIRD, "", FOURTH, "", ""]
    cards = [CARD, "الاقتصاد", CARD, "", CARD_SUMMARY, "", OTHER, "الاقتصاد", OTHER, "", OTHER_SUMMARY]

    assert read(cleaner, *story, "مقالات ذات صلة", "", *cards) == [(HEAD, [FIRST, SECOND, THIRD, FOURTH])]


def test_an_article_below_the_label_of_other_stories_begins_at_its_headline(cleaner: SimpleNamespace) -> None:
    story = [HEAD, "", "TT", "", HEAD, "", FIRST, "", SECOND, "", THIRD, "", "مقالات ذات صلة", "", ""]

    found = read(cleaner, *story, CARD, "", "TT", "", CARD, "", CARD_SUMMARY, "", OTHER_SUMMARY)

    assert found == [(HEAD, [FIRST, SECOND, THIRD]), (CARD, [CARD_SUMMARY, OTHER_SUMMARY])]


def test_a_menu_over_a_gap_is_no_article(cleaner: SimpleNamespace) -> None:
    menu = ["facebook", "twitter", "تطبيق المرفأ على هاتفك الجديد", "مواعيد السفن", "حال البحر", "", "", "", ""]

    assert read(cleaner, *menu, HEAD, "", FIRST, "", SECOND) == [(HEAD, [FIRST, SECOND])]


def test_verses_over_a_gap_are_an_article(cleaner: SimpleNamespace) -> None:
    verses = ["أغنية للمرفأ القديم وحده", "14 نوفمبر 2026", "يا رصيفا نام في حضن المياه", "كم غريب عاد والبحر هداه"]
    lines = [verses[0], verses[1], "", *verses[2:], "", "facebook", "twitter", "", "", "", ""]

    found = read(cleaner, *lines, HEAD, "", FIRST, "", SECOND)

    assert found[0] == (verses[0], verses[2:])


def test_beginnings_of_stories_over_buttons_to_go_on_are_a_listing(cleaner: SimpleNamespace) -> None:
    heads = (HEAD, CARD, OTHER)
    rest = (
        "وقال المسؤولون عن المشروع إن ما بقي منه ينجز في الأشهر المقبلة إذا وصلت المواد من الخارج في موعدها المحدد و…"
    )
    begun = [line for head in heads for line in (head, f"{head} هذا الأسبوع، {rest}", "أكمل القراءة »الوطني")]

    teased = cleaner.text("\n".join(begun))
    whole = cleaner.text("\n".join([*begun, FIRST, SECOND]))

    assert teased.rejection is not None
    assert teased.rejection.reason is Reason.LISTING
    assert whole.rejection is None
