"""Dumps as people keep them: what stands over the headline, below it, amid the story and under it."""

from datetime import datetime
from types import SimpleNamespace

import pytest

from warraq.clean import explain_page
from warraq.model import MediaKind, Page

HEAD = "محطة تحلية جديدة تدخل الخدمة على الساحل الغربي"
LEAD = "المشروع يغطي حاجة أربع بلدات من مياه الشرب"
PICTURE = "مهندسة تفحص مضخات المحطة قبل التشغيل (رويترز)"
FIRST = "دخلت محطة تحلية المياه في بلدة الرأس الأبيض الخدمة صباح الأحد بعد عامين من الأعمال."
SECOND = "وقالت مديرة المشروع إن المحطة ستضخ ثلاثين ألف متر مكعب يومياً إلى أربع بلدات مجاورة."
OTHER = "المجلس البلدي يقر موازنة العام الجديد بالإجماع"
THIRD = "أقر المجلس البلدي موازنة العام الجديد بعد جلسة استمرت سبع ساعات وشهدت نقاشاً حاداً."
FOURTH = "وخصص المجلس ثلث الموازنة لصيانة الطرق وشبكات الصرف في الأحياء القديمة من المدينة."
SEED = (HEAD, "", LEAD, "", PICTURE, PICTURE, "TT", "", HEAD, "", PICTURE, PICTURE, "")
IMAGE = ("مهندسة تفحص مضخات المحطة قبل التشغيل", "رويترز")


def clean(cleaner: SimpleNamespace, *lines: str) -> list[tuple[object, ...]]:
    return [
        (
            one.headline,
            one.standfirst,
            one.byline,
            str(one.published_at)[:10] if one.published_at else None,
            [(image.caption, image.credit) for image in one.images],
            one.body.split("\n\n"),
        )
        for one in cleaner.text("\n".join(lines)).articles
    ]


STORY = (HEAD, LEAD, (), None, [IMAGE], [FIRST, SECOND])
DATED = (HEAD, LEAD, (), "2026-11-14", [IMAGE], [FIRST, SECOND])
SIGNED = (HEAD, LEAD, ("سلمى حداد",), None, [IMAGE], [FIRST, SECOND])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(("محليات", "14 نوفمبر 2026", "", *SEED, FIRST, "", SECOND), DATED, id="section and date over it"),
        pytest.param(("الرئيسية", "رياضة", "", *SEED, FIRST, "", SECOND), STORY, id="menu over it"),
        pytest.param((*SEED, "بقلم: سلمى حداد", "", FIRST, "", SECOND), SIGNED, id="byline below"),
        pytest.param((*SEED, "عمّان: سلمى حداد", "", FIRST, "", SECOND), SIGNED, id="city and writer below"),
        pytest.param((*SEED, "نُشر: 14 نوفمبر 2026", "", FIRST, "", SECOND), DATED, id="date below"),
        pytest.param(
            (*SEED[:4], "كتب: سلمى حداد", *SEED[4:], FIRST, "", SECOND), SIGNED, id="byline touching the captions"
        ),
        pytest.param((*SEED[:-1], PICTURE, "", FIRST, "", SECOND), STORY, id="more captions below than above"),
        pytest.param(
            (*SEED[:4], *SEED[6:-3], IMAGE[0], IMAGE[0], "", FIRST, "", SECOND),
            (HEAD, LEAD, (), None, [(IMAGE[0], None)], [FIRST, SECOND]),
            id="captions below alone, without their credit",
        ),
        pytest.param(
            (*SEED[:5], f"{PICTURE} TT", *SEED[7:], FIRST, "", SECOND), STORY, id="the marker in the caption's line"
        ),
        pytest.param((*SEED, FIRST, "", PICTURE, "", SECOND), STORY, id="the caption again amid the story"),
        pytest.param(
            (*SEED, FIRST, "", "حشد أمام البوابة", "حشد أمام البوابة", "", SECOND),
            (HEAD, LEAD, (), None, [IMAGE, ("حشد أمام البوابة", None)], [FIRST, SECOND]),
            id="another caption twice amid the story",
        ),
        pytest.param((*SEED, FIRST, "", SECOND, "", "كلمات دلالية", "المياه", "الساحل"), STORY, id="tags under it"),
        pytest.param(
            (*SEED, FIRST, "", SECOND, "", "3 تعليقات", "أبو خالد", "مشروع مفيد لأهالي البلدات كلها."),
            STORY,
            id="comments under it",
        ),
        pytest.param(
            (*SEED, FIRST, "", SECOND, "", "من نحن", "اتصل بنا", "شروط الاستخدام", "https://daily.example/"),
            STORY,
            id="footer under it",
        ),
        pytest.param((*SEED, FIRST, "", SECOND, "", "1 2 3 »"), STORY, id="pages under it"),
    ],
)
def test_a_marked_dump_gives_its_story(
    cleaner: SimpleNamespace, lines: tuple[str, ...], expected: tuple[object, ...]
) -> None:
    assert clean(cleaner, *lines) == [expected]


@pytest.mark.parametrize(
    ("above", "headline"),
    [
        pytest.param((f"{HEAD} - صحيفة الضفة",), HEAD, id="the page's title"),
        pytest.param((f"الرئيسية > محليات > {HEAD}",), HEAD, id="the way to it"),
        pytest.param(("https://daily.example/news/17",), HEAD, id="its address"),
        pytest.param(("انتقل إلى المحتوى الرئيسي", "محليات"), HEAD, id="a skip link and the section"),
        pytest.param(("الأحد 15 نوفمبر 2026",), HEAD, id="the day"),
    ],
)
def test_what_stands_over_a_headline_is_none(cleaner: SimpleNamespace, above: tuple[str, ...], headline: str) -> None:
    ((found, standfirst, _, day, _, body),) = clean(
        cleaner, *above, "", HEAD, "", LEAD, "", "14 نوفمبر 2026", "", FIRST, "", SECOND
    )

    assert (found, standfirst, body) == (headline, LEAD, [FIRST, SECOND])
    assert day is not None


def test_a_second_article_begins_where_headline_and_date_stand_amid_prose(cleaner: SimpleNamespace) -> None:
    found = clean(cleaner, HEAD, "", FIRST, "", SECOND, "", OTHER, "", "13 نوفمبر 2026", "", THIRD, "", FOURTH)

    assert [(one[0], one[3], one[5]) for one in found] == [
        (HEAD, None, [FIRST, SECOND]),
        (OTHER, "2026-11-13", [THIRD, FOURTH]),
    ]


@pytest.mark.parametrize(
    "line", ["مصدر أمني: مقتل ثلاثة مسلحين", "بوتين: روسيا مستعدة للتفاوض", "عاجل: إغلاق المعبر الشمالي"]
)
def test_who_speaks_in_a_standfirst_is_no_city(cleaner: SimpleNamespace, line: str) -> None:
    ((_, standfirst, byline, *_, body),) = clean(cleaner, HEAD, "", line, "", FIRST, "", SECOND)

    assert (standfirst, byline, body) == (line, (), [FIRST, SECOND])


@pytest.mark.parametrize("line", ["Share prices fell 3 percent", "شارك في الجلسة 300 مزارع"])
def test_a_line_of_the_story_that_begins_as_a_button_does_is_kept(cleaner: SimpleNamespace, line: str) -> None:
    ((*_, body),) = clean(cleaner, HEAD, "", FIRST, "", line, "", SECOND)

    assert body == [FIRST, line, SECOND]


def test_a_reader_of_paragraphs_without_full_stops_loses_none_under_read_also(cleaner: SimpleNamespace) -> None:
    story = [line.rstrip(".") for line in (FIRST, SECOND, THIRD)]
    long = f"{FOURTH[:-1]} وفي القرى التي تتبع لها على امتداد الوادي حتى الحدود"

    ((*_, body),) = clean(cleaner, *SEED, *(f"{one}\n" for one in story), "اقرأ أيضاً", OTHER, "", long)

    assert body == [*story, long]


def test_a_dump_may_begin_with_a_bracket(cleaner: SimpleNamespace) -> None:
    ((headline, *_, body),) = clean(cleaner, "[1/2]", "", HEAD, "", "14 نوفمبر 2026", "", FIRST, "", SECOND)

    assert (headline, body) == (HEAD, [FIRST, SECOND])


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        ("<html><body>{}</body></html>", "<p>{}</p>"),
        ("<!doctype html><html><body>{}</body></html>", "{}<br>"),
        ("<html><head><meta charset='utf-8'></head><body>{}</body></html>", "<div>{}</div>"),
        ("<pre>{}</pre>", "{}\n"),
        ("{}", "{}\n"),
    ],
    ids=["paragraphs", "breaks", "divisions", "preformatted", "no markup"],
)
def test_a_dump_in_bare_markup_is_read_as_one(cleaner: SimpleNamespace, markup: str, line: str) -> None:
    lines = (*SEED, FIRST, SECOND, "", OTHER, "", *SEED[4:7], "", OTHER, "", *SEED[4:6], "", THIRD, FOURTH)

    cleaned = cleaner.html(markup.format("".join(line.format(one) for one in lines)))

    assert [(one.headline, one.standfirst, one.body.split("\n\n")) for one in cleaned.articles] == [
        (HEAD, LEAD, [FIRST, SECOND]),
        (OTHER, None, [THIRD, FOURTH]),
    ]


def test_a_writer_is_told_in_scripts_without_blanks(cleaner: SimpleNamespace) -> None:
    found = clean(
        cleaner,
        "海水淡化厂周日投入运行",
        "",
        "记者 李华 | 2026年11月12日",
        "",
        "位于白角镇的海水淡化厂经过两年施工，周日上午正式投入运行，为四个镇供水。",
        "",
        "项目负责人表示，该厂每天将输送三万立方米淡水，足以满足当地居民的需要。",
    )

    assert [(one[0], one[2], one[3]) for one in found] == [("海水淡化厂周日投入运行", ("李华",), "2026-11-12")]


def test_the_marks_of_markdown_are_no_words(cleaner: SimpleNamespace) -> None:
    (found,) = clean(
        cleaner,
        f"# {HEAD}",
        "",
        f"**{LEAD}**",
        "",
        f"![{IMAGE[0]}](https://daily.example/a.jpg)",
        "",
        f"_{PICTURE}_",
        "",
        "14 نوفمبر 2026",
        "",
        FIRST.replace("بلدة", "[بلدة](https://daily.example/places/1)"),
        "",
        "## ما الذي يلي؟",
        "",
        SECOND.replace("ثلاثين", "**ثلاثين**"),
    )

    assert found == (HEAD, LEAD, (), "2026-11-14", [IMAGE], [FIRST, "ما الذي يلي؟", SECOND])


@pytest.mark.parametrize(
    "ending",
    [
        ("القاهرة: 14 درجة", "الجيزة: 15 درجة", "الإسكندرية: 13 درجة"),
        ("يا بحر ما أوسعك", "يا موج ما أسرعك", "يا شط ما أبعدك", "يا ليل ما أطولك"),
        ("فهل يعود الماء إلى البلدات؟",),
    ],
    ids=["list", "verses", "question"],
)
def test_a_story_may_end_in_lines_that_are_no_sentences(cleaner: SimpleNamespace, ending: tuple[str, ...]) -> None:
    ((*_, body),) = clean(cleaner, *SEED, FIRST, "", SECOND, "", "\n\n".join(ending))

    assert body == [FIRST, SECOND, *ending]


def test_a_counter_of_comments_over_the_story_ends_nothing(cleaner: SimpleNamespace) -> None:
    assert clean(cleaner, *SEED, "3 تعليقات", "", FIRST, "", SECOND, "", THIRD, "", FOURTH) == [
        (HEAD, LEAD, (), None, [IMAGE], [FIRST, SECOND, THIRD, FOURTH])
    ]


@pytest.mark.parametrize(
    "headline", ["تعليق الدراسة بسبب الأمطار", "إعلان نتائج الثانوية", "Follow the money to the north"]
)
def test_a_headline_may_begin_as_a_button_does(cleaner: SimpleNamespace, headline: str) -> None:
    ((found, _, _, day, _, body),) = clean(cleaner, headline, "", "14 نوفمبر 2026", "", FIRST, "", SECOND)

    assert (found, day, body) == (headline, "2026-11-14", [FIRST, SECOND])


def test_brackets_that_explain_a_word_are_no_credit(cleaner: SimpleNamespace) -> None:
    first = "دخلت المحطة الخدمة بعد أن تأجل افتتاحها مرتين منذ سبتمبر (أيلول)."

    assert clean(cleaner, HEAD, "", first, "", SECOND) == [(HEAD, None, (), None, [], [first, SECOND])]


def test_an_article_without_a_marker_stands_before_one_that_has_it(cleaner: SimpleNamespace) -> None:
    found = clean(cleaner, OTHER, "", OTHER, "", THIRD, "", FOURTH, "", *SEED, FIRST, "", SECOND)

    assert [(one[0], one[1], one[5]) for one in found] == [
        (OTHER, None, [THIRD, FOURTH]),
        (HEAD, LEAD, [FIRST, SECOND]),
    ]


def test_a_chronology_is_one_story(cleaner: SimpleNamespace) -> None:
    days = (
        "الحفر يبدأ في الموقع الأول",
        "12 يناير 2026",
        THIRD,
        "الأنابيب تصل إلى الميناء القديم",
        "3 مارس 2026",
        FOURTH,
    )

    found = clean(cleaner, *SEED, FIRST, "", SECOND, "", "\n\n".join(days))

    assert [one[0] for one in found] == [HEAD]


@pytest.mark.parametrize("line", ["تقرير: ثلث السكان فقراء", "بيروت: صمت طويل", "وزير سوريا: أحمد حسن"])
def test_a_standfirst_is_nobodys_name(cleaner: SimpleNamespace, line: str) -> None:
    ((_, standfirst, byline, *_),) = clean(cleaner, HEAD, "", line, "", FIRST, "", SECOND)

    assert (standfirst, byline) == (line, ())


def test_no_line_of_a_head_without_a_story_is_lost(cleaner: SimpleNamespace) -> None:
    cleaned = cleaner.text("\n".join((*SEED, FIRST, "", SECOND, "", "", "", OTHER, "", f"{PICTURE} TT")))

    assert OTHER in {one.text for one in cleaned.dropped}


def test_a_hostile_dump_takes_no_longer_than_its_length(cleaner: SimpleNamespace) -> None:
    for text in (
        "[" * 200_000,
        "# a" + " " * 200_000 + "b",
        "**a " * 50_000,
        "\n\n".join(["عنوان قصير", "TT"] * 8_000),
    ):
        cleaner.text(f"# {HEAD}\n\n{text}")
    for markup in ("<pre> " * 30_000, "word < " * 150_000):
        cleaner.html(markup)


def test_a_sign_of_less_than_is_no_markup(cleaner: SimpleNamespace) -> None:
    line = "If a < b, c, then d > e, as the engineers of the harbour wrote in their long report on the wall."
    markup = f"<p>{HEAD}</p><p>{PICTURE}</p><p>{PICTURE}</p><p>TT</p><p>{HEAD}</p><p>{line}</p><p>{FIRST}</p>"

    (article,) = cleaner.html(f"<body>{markup}</body>").articles

    assert article.body.split("\n\n") == [line, FIRST]


@pytest.mark.parametrize(
    ("kind", "markup", "line"),
    [
        (MediaKind.HTML, "<html><body>{}</body></html>", "<p>{}</p>"),
        (MediaKind.TEXT, "{}", "{}\n"),
        (MediaKind.TEXT, "# {}", "{}\n"),
    ],
    ids=["bare markup", "text", "Markdown"],
)
def test_a_dump_is_explained_as_it_is_cleaned(kind: MediaKind, markup: str, line: str, now: datetime) -> None:
    content = markup.format("".join(line.format(one) for one in (*SEED, FIRST, SECOND))).encode()

    explained = explain_page(Page(content=content, kind=kind, url=None, fetched_at=now))

    assert [(one.text, one.reason and one.reason.value) for one in explained.blocks] == [
        (HEAD, "headline"),
        (LEAD, "standfirst"),
        (PICTURE, "caption"),
        (PICTURE, "caption_repeated"),
        ("TT", "marker"),
        (HEAD, "headline_repeated"),
        (PICTURE, "caption_repeated"),
        (PICTURE, "caption_repeated"),
        (FIRST, None),
        (SECOND, None),
    ]
