"""How far the head of a dump's story goes, and how its first and last lines are told from it."""

from types import SimpleNamespace

import pytest
from strait import clean_dump, read_body

HEAD = "Ferry crews return to the northern islands"
FIRST = "Ferry crews went back to work on the northern islands on Monday after a week of talks."
SECOND = "The company said that the new timetable keeps the last boat of the evening for islanders."
THIRD = "A spokeswoman for the crews called the timetable a fair one after the long talks."
OPENING = (
    "عادت أطقم العبارات صباح الاثنين إلى العمل في الجزر الشمالية بعد أسبوع من المحادثات بين الشركة وممثلي الأطقم، "
    "على أن يبقى موعد آخر عبارة في المساء."
)
NEXT = "وقالت الشركة إن الجدول الجديد يبقي آخر عبارة في المساء لسكان الجزر."
LAST = "وتنقل العبارات كل يوم ألف راكب بين الجزر والميناء"


def test_a_head_goes_on_to_its_last_day_below_points_and_a_caption_with_its_credit(cleaner: SimpleNamespace) -> None:
    points = ["• The talks began in the harbour office a week ago.", "• Two boats stay in the dock until spring."]
    picture = ["A deckhand ties up the evening boat at the pier.", "Image: ANNA KELLER"]

    signs = ["by ANNA KELLER", "Islands", "14 November 2023 - 14:30"]
    deck = "Boats sail to the islands again"
    article = clean_dump(cleaner, HEAD, deck, *points, *picture, *signs, FIRST, SECOND, THIRD)

    assert article.published_at is not None
    assert (article.headline, article.byline, f"{article.published_at:%F}") == (HEAD, ("ANNA KELLER",), "2023-11-14")
    assert [(one.caption, one.credit) for one in article.images] == [(picture[0], "ANNA KELLER")]
    assert read_body(article) == [*points, FIRST, SECOND, THIRD]


def test_a_caption_printed_with_its_credit_and_without_it_stands_over_the_standfirst(cleaner: SimpleNamespace) -> None:
    caption = "A deckhand ties up the evening boat at the pier."
    deck = "The new timetable keeps the last boat of the evening"

    article = clean_dump(
        cleaner,
        HEAD,
        caption,
        f"{caption} (Photo: Anna Keller)",
        deck,
        "14.11.2023, 17:04",
        "By: Tom Keller",
        FIRST,
        SECOND,
    )

    assert article.published_at is not None
    assert (article.standfirst, article.byline, f"{article.published_at:%F}") == (deck, ("Tom Keller",), "2023-11-14")
    assert read_body(article) == [FIRST, SECOND]


def test_a_day_below_two_paragraphs_is_not_of_the_head(cleaner: SimpleNamespace) -> None:
    article = clean_dump(cleaner, HEAD, FIRST, SECOND, "14 November 2023", THIRD)

    assert read_body(article) == [FIRST, SECOND, "14 November 2023", THIRD]


def test_a_story_without_a_headline_keeps_its_first_paragraph(cleaner: SimpleNamespace) -> None:
    assert read_body(clean_dump(cleaner, OPENING, NEXT)) == [OPENING, NEXT]


def test_a_question_asked_at_once_is_no_standfirst(cleaner: SimpleNamespace) -> None:
    asked = ["* ما الذي يبقى من الجدول القديم؟", f"- {NEXT}"]

    article = clean_dump(cleaner, "أطقم العبارات تعود إلى الجزر الشمالية", *asked, NEXT)

    assert (article.standfirst, read_body(article)) == (None, [*asked, NEXT])


@pytest.mark.parametrize("mark", [".(النهاية)", ". // انتهى //", ". --(بترا)"])
def test_the_agencys_mark_of_the_end_is_no_part_of_the_last_paragraph(cleaner: SimpleNamespace, mark: str) -> None:
    labels = ["اقرأ أيضا", "الميناء", "الطقس", "البحر"]

    article = clean_dump(cleaner, "أطقم العبارات تعود إلى الجزر الشمالية", OPENING, NEXT, LAST + mark, *labels)

    assert read_body(article) == [OPENING, NEXT, f"{LAST}."]


@pytest.mark.parametrize(
    "line", ["جانب من عبور أول المشاة فوق الجسر", "A general view of the wooden footbridge above the river"]
)
def test_a_line_that_says_it_shows_a_place_is_a_caption_wherever_it_stands(cleaner: SimpleNamespace, line: str) -> None:
    story = (HEAD, FIRST, SECOND)

    (over,) = cleaner.text(f"{HEAD}\n\n{line}\n\n{FIRST}\n\n{SECOND}").articles
    (amid,) = cleaner.text(f"{HEAD}\n\n{FIRST}\n\n{line}\n\n{SECOND}").articles

    for article in (over, amid):
        assert [one.caption for one in article.images] == [line]
        assert (article.headline, article.standfirst, *read_body(article)) == (HEAD, None, *story[1:])
