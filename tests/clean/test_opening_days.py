"""The day in the dateline of a first paragraph, where nothing else says when."""

from types import SimpleNamespace

import pytest

from warraq.clean.opening_days import read_opening_day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("نابلس 19-10-2015 وفا- قال مدير الزراعة", "19-10-2015", id="numbers and an agency"),
        pytest.param("القاهرة في 5 مارس 2024 /قنا/ أكد الوزير", "5 مارس 2024", id="between rules"),
        pytest.param("بغداد – 5 آذار 2024: قال المجلس", "5 آذار 2024", id="a Syriac month and a colon"),
        pytest.param("NAIROBI, March 5, 2024 (Reuters) - Kenya said", "March 5, 2024", id="the month first"),
        pytest.param("LONDON, 5 March 2024 - The council said", "5 March 2024", id="no agency"),
        pytest.param("On 5 March 2024 - the day of the fair - it rained", None, id="no place"),
        pytest.param("في 5 مارس 2024 - أكد الوزير", None, id="no place in Arabic"),
        pytest.param("LONDON, 5 March - The council said", None, id="no year"),
    ],
)
def test_read_opening_day(text: str, day: str | None) -> None:
    assert read_opening_day(text) == day


STORY = (
    "أعادت البلدية فتح الطريق الشرقي بعد شهرين من العمل في الجسر القديم.",
    "وأضاف المهندس أن الجزء الأخير من العمل ينتهي قبل حلول الشتاء المقبل.",
)


def test_a_story_is_of_the_day_in_its_dateline_where_nothing_else_tells_one(cleaner: SimpleNamespace) -> None:
    paragraphs = (f"نابلس 19-10-2015 وفا- {STORY[0]}", STORY[1])
    page = "".join(f"<p>{text}</p>" for text in paragraphs)

    (of_page,) = cleaner.html(f"<html><body><h1>البلدية تفتح الطريق الشرقي</h1>{page}</body></html>").articles
    (of_dump,) = cleaner.text("\n".join(["البلدية تفتح الطريق الشرقي أمام السيارات", *paragraphs])).articles

    assert str(of_page.published_at)[:10] == str(of_dump.published_at)[:10] == "2015-10-19"
    assert of_page.body.startswith("نابلس 19-10-2015 وفا- ")


def test_the_number_of_an_edition_behind_the_papers_name_dates_a_dump(cleaner: SimpleNamespace) -> None:
    lines = ["المرسى الثقافي - العدد: 836 - 2004 / 5 / 17 - 09:48", "صندوق جدي الذي لم يفتح", "سلمى حداد", "", *STORY]

    (article,) = cleaner.text("\n".join(lines)).articles

    assert (article.headline, str(article.published_at)[:16]) == (lines[1], "2004-05-17 09:48")
