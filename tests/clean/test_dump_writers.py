"""Writers in a dump's head whom no table knows, and pictures whose caption is a whole sentence."""

from types import SimpleNamespace

import pytest
from strait import read_body

from warraq.model import Article

HEAD = "Wooden footbridge returns above the river"
LEAD = "Volunteers rebuilt the wooden footbridge two years after the flood."
FIRST = "The first walkers crossed the wooden footbridge above the river on Saturday."
SECOND = "The chairwoman said that volunteers took the wood from three empty houses."
THIRD = "The river has its visitors back for the first feast since the flood."
DAY = "14 November 2026"
ARABIC = ("جسر المشاة الخشبي يعود فوق النهر", "عبر أول المشاة صباح السبت الجسر الخشبي الجديد فوق النهر وسط البلدة.")
MORE = (
    "وقال رئيس الجمعية إن المتطوعين جمعوا خشب الجسر من ثلاثة بيوت مهجورة.",
    "ويستقبل النهر زواره مجدداً في أول عيد يقام على ضفتيه منذ الفيضان.",
)


def clean(cleaner: SimpleNamespace, *lines: str) -> Article:
    (article,) = cleaner.text("\n\n".join(lines)).articles
    return article


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Nel Hathersage-Booth", ("Nel Hathersage-Booth",)),
        ("Wim Van den Eynde", ("Wim Van den Eynde",)),
        ("Ruud van 't Hof", ("Ruud van 't Hof",)),
        ("Ana Sol de la Vega", ("Ana Sol de la Vega",)),
        ("Puerto de Vega", ()),
        ("Anne Perrot, Luc Oudin", ("Anne Perrot", "Luc Oudin")),
        ("Jana Malá and Petr Dub", ("Jana Malá", "Petr Dub")),
        ("River news online", ()),
    ],
)
def test_words_spelt_as_a_name_over_the_day_are_the_writer(
    cleaner: SimpleNamespace, line: str, names: tuple[str, ...]
) -> None:
    article = clean(cleaner, HEAD, LEAD, line, DAY, FIRST, SECOND, THIRD)

    assert (article.byline, read_body(article)) == (names, [FIRST, SECOND, THIRD])


def test_a_line_in_capitals_over_the_day_is_no_name_if_it_is_longer(cleaner: SimpleNamespace) -> None:
    article = clean(cleaner, HEAD, "Villagers Save Old Bridge", DAY, FIRST, SECOND, THIRD)

    assert (article.byline, article.standfirst) == ((), "Villagers Save Old Bridge")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("نجار أحمد خان", ("نجار أحمد خان",)),
        ("شعيب المزروعي", ("شعيب المزروعي",)),
        ("ولاية القيروان", ()),
        ("شؤون بلدية", ()),
        ("المجلس البلدي", ()),
        ("ملحق النهر الثقافي", ()),
    ],
)
def test_what_only_names_have_tells_an_arabic_one_over_the_day(
    cleaner: SimpleNamespace, line: str, names: tuple[str, ...]
) -> None:
    article = clean(cleaner, ARABIC[0], line, "14 نوفمبر 2026", ARABIC[1], *MORE)

    assert (article.byline, read_body(article)) == (names, [ARABIC[1], *MORE])


@pytest.mark.parametrize(
    "line",
    [
        "صدى النهر - رغد المجالي",
        "رغد المجالي / صدى النهر",
        "صدى النهر - خاص - رغد المجالي",
        "تونس - صدى النهر - رغد المجالي",
    ],
)
def test_the_writer_stands_beside_the_house_that_stands_over_the_headline(cleaner: SimpleNamespace, line: str) -> None:
    article = clean(cleaner, "صدى النهر", "محليات", ARABIC[0], line, "14 نوفمبر 2026", ARABIC[1], *MORE)

    assert (article.byline, read_body(article)) == (("رغد المجالي",), [ARABIC[1], *MORE])


def test_a_house_is_known_in_any_language(cleaner: SimpleNamespace) -> None:
    article = clean(cleaner, "kabarDesa", "Berita", HEAD, "Bambang Sulistyo - kabarDesa", DAY, FIRST, SECOND, THIRD)

    assert article.byline == ("Bambang Sulistyo",)


@pytest.mark.parametrize("line", ["بيروت - صيف المجالي", "البلدة - حكاية المجالي"])
def test_a_place_alone_proves_no_writer(cleaner: SimpleNamespace, line: str) -> None:
    article = clean(cleaner, "صدى النهر", "محليات", ARABIC[0], line, ARABIC[1], *MORE)

    assert (article.byline, article.standfirst) == ((), line)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("تونس: الصغيري الرياحي", ("الصغيري الرياحي",)),
        ("تونس: شعيب المزروعي", ("شعيب المزروعي",)),
        ("تونس: «صدى النهر»", ()),
    ],
)
def test_a_city_and_its_writer_over_the_marker_are_no_caption(
    cleaner: SimpleNamespace, line: str, names: tuple[str, ...]
) -> None:
    caption = "الجسر بعد ترميمه (أ.ف.ب)"

    article = clean(cleaner, ARABIC[0], f"{caption}\n{caption}\n{line}\nTT", ARABIC[0], caption, ARABIC[1], *MORE)

    assert (article.byline, [one.caption for one in article.images]) == (names, ["الجسر بعد ترميمه"])


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("The footbridge has a rail of old beams. (Nel Hathersage)", "Nel Hathersage"),
        ("The footbridge has a rail of old beams. / Nel Hathersage", "Nel Hathersage"),
        ("The footbridge has a rail of old beams. (Stad Leuven)", "Stad Leuven"),
        ("The footbridge has a rail of old beams. (Diario de Vega)", "Diario de Vega"),
    ],
)
def test_a_sentence_with_a_name_behind_it_in_the_head_is_a_caption(
    cleaner: SimpleNamespace, line: str, credit: str
) -> None:
    article = clean(cleaner, HEAD, LEAD, DAY, line, FIRST, SECOND, THIRD)

    assert [(one.caption, one.credit) for one in article.images] == [
        ("The footbridge has a rail of old beams.", credit)
    ]
    assert (article.standfirst, read_body(article)) == (LEAD, [FIRST, SECOND, THIRD])


@pytest.mark.parametrize(
    "line",
    [
        "The footbridge has a rail of old beams (and they are strong).",
    ],
)
def test_a_sentence_with_other_brackets_behind_it_stays(cleaner: SimpleNamespace, line: str) -> None:
    article = clean(cleaner, HEAD, line, FIRST, SECOND, THIRD)

    assert (article.images, read_body(article)) == ((), [line, FIRST, SECOND, THIRD])


def test_a_letter_of_two_sentences_keeps_its_name(cleaner: SimpleNamespace) -> None:
    line = "It was closed. The footbridge has a rail of old beams. (Nel Hathersage)"

    assert line in (article := clean(cleaner, HEAD, DAY, line, FIRST, SECOND)).body or article.standfirst == line


def test_a_name_in_brackets_behind_a_sentence_of_the_story_stays(cleaner: SimpleNamespace) -> None:
    line = "We have waited for it long enough. (Nel Hathersage)"

    article = clean(cleaner, HEAD, DAY, FIRST, line, SECOND, THIRD)

    assert read_body(article) == [FIRST, line, SECOND, THIRD]


@pytest.mark.parametrize("line", ["كريم المجالي من بيروت", "كريم المجالي من بيروت:", "كتب كريم المجالي في “النهر”:"])
def test_who_wrote_from_where_or_in_what_paper_is_the_writer(cleaner: SimpleNamespace, line: str) -> None:
    article = clean(cleaner, ARABIC[0], line, ARABIC[1], *MORE)

    assert (article.byline, article.standfirst, read_body(article)) == (("كريم المجالي",), None, [ARABIC[1], *MORE])


def test_a_name_that_the_table_knows_is_the_writers_against_the_prose_too(cleaner: SimpleNamespace) -> None:
    known = clean(cleaner, ARABIC[0], "كريم المجالي", ARABIC[1], *MORE)
    subhead = clean(cleaner, ARABIC[0], "بيوت الطين", ARABIC[1], *MORE)

    assert (known.byline, read_body(known)) == (("كريم المجالي",), [ARABIC[1], *MORE])
    assert (subhead.byline, subhead.standfirst, read_body(subhead)) == ((), None, ["بيوت الطين", ARABIC[1], *MORE])


@pytest.mark.parametrize("line", ["بوابة النهر", "شبكة النهر - خاص", "النهر اليوم -"])
def test_a_house_under_the_headline_is_no_standfirst(cleaner: SimpleNamespace, line: str) -> None:
    article = clean(cleaner, ARABIC[0], line, ARABIC[1], *MORE)

    assert (article.byline, article.standfirst, read_body(article)) == ((), None, [ARABIC[1], *MORE])


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Posted on June 14, 2011 by Ann Dickens", "Ann Dickens"),
        ("بواسطة : كريم المجالي 14-06-2011 08:34 مساءً 2.3K", "كريم المجالي"),
        ("❖ بيروت - كريم المجالي", "كريم المجالي"),
        ("Posted on June 14, 2011 by admin", None),
    ],
)
def test_who_posted_a_story_beside_the_day_is_its_writer(cleaner: SimpleNamespace, line: str, name: str | None) -> None:
    article = clean(cleaner, HEAD, line, FIRST, SECOND, THIRD)

    assert (article.byline, article.standfirst) == ((name,) if name else (), None)
    assert article.published_at is None or f"{article.published_at:%F}" == "2011-06-14"
    assert read_body(article) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "line", ["بواسطة : كريم المجالي 14-06-2011 08:34 مساءً 2.3K", "Posted on June 14, 2011 at 8:34 PM by Ann Dickens"]
)
def test_the_hour_behind_the_day_is_read_beside_a_name_too(cleaner: SimpleNamespace, line: str) -> None:
    article = clean(cleaner, HEAD, line, FIRST, SECOND, THIRD)

    assert article.published_at is not None
    assert f"{article.published_at:%F %R}" == "2011-06-14 20:34"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Anna Keller", ("Anna Keller",)),
        ("By Anna Keller, Reuters", ("Anna Keller",)),
        ("Door Pieter 't Hart, Amsterdam", ("Pieter 't Hart",)),
        ("رنا خوري", ("رنا خوري",)),
        ("القاهرة - رنا خوري", ("رنا خوري",)),
        ("الكاتبة: رنا خوري", ("رنا خوري",)),
        ("By the end of the year", ()),
    ],
)
def test_the_writer_in_the_last_line_of_a_dump(cleaner: SimpleNamespace, line: str, names: tuple[str, ...]) -> None:
    paragraphs = "\n\n".join(
        f"The ferry company said on Monday that boat number {at} would leave the strait before winter begins."
        for at in range(3)
    )

    (article,) = cleaner.text(
        f"Two oldest ferries to leave the strait\nMay 12, 2024\n\n{paragraphs}\n\n{line}\n"
    ).articles

    assert article.byline == names
    assert article.body.startswith(paragraphs)
    assert (line in article.body) is not bool(names)
