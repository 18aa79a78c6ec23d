"""Dumps of whole pages as tools print them: Markdown of readers and converters, text of browsers and parsers."""

from types import SimpleNamespace

import pytest
from strait import clean_dump, read_body

HEAD = "مركب الصيد الخشبي يعود إلى حوض المرفأ القديم"
LEAD = "الورشة تصلح آخر القوارب قبل موسم الربيع بيد نجارين من المدينة"
FIRST = "عاد مركب الصيد الخشبي صباح الثلاثاء إلى حوض المرفأ القديم بعد إصلاح هيكله."
SECOND = "وقال صاحب الورشة إن نجارين من المدينة بدلوا ألواح القوارب الثلاثة قبل موسم الربيع."
THIRD = "ويخرج الصيادون إلى البحر مطلع الشهر المقبل إذا انتهى طلاء المركب في موعده."
SHOWN = "نجاران يثبتان لوحا جديدا في هيكل المركب"


def list_pictures(article: object) -> list[tuple[str | None, str | None]]:
    return [(image.caption, image.credit) for image in article.images]  # type: ignore[attr-defined]


def test_a_list_of_buttons_below_the_headline_is_no_picture(cleaner: SimpleNamespace) -> None:
    buttons = "\n".join(f"* [{one}](https://x.example/)" for one in ("شارك", "فيسبوك", "تويتر", "واتساب"))

    article = clean_dump(cleaner, f"# {HEAD}", "بقلم: سمير الخطيب", buttons, FIRST, SECOND)

    assert (article.headline, article.byline, list_pictures(article)) == (HEAD, ("سمير الخطيب",), [])
    assert read_body(article) == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("picture", "expected"),
    [
        pytest.param(f"![{SHOWN}](/a.jpg){SHOWN} (رويترز)", (SHOWN, "رويترز"), id="the caption behind it"),
        pytest.param(f"![{SHOWN}](/a.jpg)\n\n{SHOWN} (رويترز)", (SHOWN, "رويترز"), id="the caption below it"),
        pytest.param(f"![Image 1](/a.jpg)\n\n{SHOWN} (رويترز)", (SHOWN, "رويترز"), id="a number alone"),
        pytest.param(f"![Image 2: {SHOWN}.](/a.jpg)", (f"{SHOWN}.", None), id="no caption"),
    ],
)
@pytest.mark.parametrize("place", [0, 1])
def test_what_a_picture_shows_in_markdown_is_its_caption(
    cleaner: SimpleNamespace, picture: str, expected: tuple[str, str | None], place: int
) -> None:
    parts = [FIRST, SECOND, THIRD]
    parts.insert(place, picture)

    article = clean_dump(cleaner, f"# {HEAD}", "14 نوفمبر 2024", *parts)

    assert (article.headline, list_pictures(article)) == (HEAD, [expected])
    assert read_body(article) == [FIRST, SECOND, THIRD]


def test_a_sign_and_a_logo_of_a_page_are_no_pictures_of_its_story(cleaner: SimpleNamespace) -> None:
    article = clean_dump(cleaner, "![الضفة](/logo.png)", f"# {HEAD}", "![](/dot.gif)", FIRST, SECOND, THIRD)

    assert (article.headline, article.standfirst, list_pictures(article)) == (HEAD, None, [])
    assert read_body(article) == [FIRST, SECOND, THIRD]


def test_the_house_named_in_its_rights_is_no_headline(cleaner: SimpleNamespace) -> None:
    head = "7 places to swim that are not the Lido"
    story = (
        "The queue is two hours long on any warm day, and the water is cold by noon.",
        "A bus ride gets you to a bend in the river with grassy banks and no attendant at all.",
    )
    menu = ("Home", "News", "Business", "Sport")

    article = clean_dump(
        cleaner, "The Elm Post", *menu, head, "14 November 2024", *story, "© 2024 The Elm Post. All rights reserved."
    )

    assert (article.headline, read_body(article)) == (head, list(story))


def test_the_page_below_a_reader_s_header_has_its_own_headline(cleaner: SimpleNamespace) -> None:
    article = clean_dump(
        cleaner,
        f"Title: {HEAD} | صحيفة الضفة",
        "\nURL Source: https://daily.example/a/1",
        "\nPublished Time: 2024-11-14T10:30:00+00:00",
        "\nMarkdown Content:",
        "[صحيفة الضفة](/)\n\n* [الرئيسية](/0)\n* [أخبار محلية](/1)\n",
        f"# {HEAD}\n\nبقلم: سمير الخطيب\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}",
    )

    assert (article.headline, article.standfirst, article.byline) == (HEAD, None, ("سمير الخطيب",))
    assert str(article.published_at)[:10] == "2024-11-14"
    assert read_body(article) == [FIRST, SECOND, THIRD]


def test_the_head_below_front_matter_goes_on_where_its_title_is_said_again(cleaner: SimpleNamespace) -> None:
    article = clean_dump(
        cleaner, "---", f"title: {HEAD}", "date: 2024-11-14", "---", f"# {HEAD}\n\n## {LEAD}\n", FIRST, SECOND, THIRD
    )

    assert (article.headline, article.standfirst, str(article.published_at)[:10]) == (HEAD, LEAD, "2024-11-14")
    assert read_body(article) == [FIRST, SECOND, THIRD]


def test_a_header_s_title_that_only_the_story_says_again_stays(cleaner: SimpleNamespace) -> None:
    article = clean_dump(cleaner, f"Title: {HEAD}", "Date: 2024-11-14\n", FIRST, SECOND, THIRD, f"{HEAD} | صحيفة الضفة")

    assert (article.headline, read_body(article)) == (HEAD, [FIRST, SECOND, THIRD])


@pytest.mark.parametrize("menu", [(), ("صحيفة الضفة", "الرئيسية", "اقتصاد", "رياضة", "الرئيسية", "›", "اقتصاد")])
def test_the_head_below_a_page_s_title_and_menu_is_read_whole(cleaner: SimpleNamespace, menu: tuple[str, ...]) -> None:
    below = (LEAD, "بقلم: سمير الخطيب", "14 نوفمبر 2024", "شارك", "فيسبوك", "تويتر", f"{SHOWN} (رويترز)")

    article = clean_dump(cleaner, HEAD, *menu, HEAD, *below, FIRST, SECOND, THIRD)

    assert (article.headline, article.standfirst, article.byline) == (HEAD, LEAD, ("سمير الخطيب",))
    assert (list_pictures(article), str(article.published_at)[:10]) == ([(SHOWN, "رويترز")], "2024-11-14")
    assert read_body(article) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize("place", [1, 2])
def test_a_sentence_with_an_agency_behind_it_amid_a_story_is_a_caption(cleaner: SimpleNamespace, place: int) -> None:
    parts = [FIRST, SECOND, THIRD]
    parts.insert(place, f"{SHOWN}. (رويترز)")

    article = clean_dump(cleaner, HEAD, "14 نوفمبر 2024", *parts)

    assert (list_pictures(article), read_body(article)) == ([(f"{SHOWN}.", "رويترز")], [FIRST, SECOND, THIRD])


def test_an_agency_behind_the_last_sentence_or_behind_several_is_the_story_s(cleaner: SimpleNamespace) -> None:
    ended = [FIRST, SECOND, f"{THIRD} (رويترز)"]
    each = [FIRST, f"{SECOND} (رويترز)", f"{THIRD} (أ.ف.ب)", FIRST.replace("الثلاثاء", "الأربعاء")]

    articles = [clean_dump(cleaner, HEAD, "14 نوفمبر 2024", *parts) for parts in (ended, each)]

    assert [(list_pictures(one), read_body(one)) for one in articles] == [([], ended), ([], each)]


@pytest.mark.parametrize(
    ("line", "head"),
    [
        pytest.param(f"📌 *{HEAD}*", f"📌 {HEAD}", id="WhatsApp"),
        pytest.param(f"🇱🇧 **{HEAD}**", f"🇱🇧 {HEAD}", id="Telegram"),
        pytest.param(f"**{HEAD}**", HEAD, id="two stars alone"),
        pytest.param(f"*⚡️ {HEAD}*", f"⚡️ {HEAD}", id="a sign within"),
    ],
)
def test_a_line_in_stars_is_a_headline_behind_a_sign_too(cleaner: SimpleNamespace, line: str, head: str) -> None:
    article = clean_dump(cleaner, line, "", f"🔹 {FIRST}", f"🔹 {SECOND}")

    assert (article.headline, read_body(article)) == (head, [f"🔹 {FIRST}", f"🔹 {SECOND}"])


def test_what_markdown_escapes_is_read_as_it_is_meant(cleaner: SimpleNamespace) -> None:
    article = clean_dump(cleaner, f"# {HEAD}\n", f"1\\. {FIRST}\n", f"2\\. {SECOND}\n")

    assert read_body(article) == [f"1. {FIRST}", f"2. {SECOND}"]


def test_a_label_with_a_colon_amid_a_story_takes_the_headline_below_it(cleaner: SimpleNamespace) -> None:
    story = (
        "The queue is two hours long on any warm day, and the water is cold by noon.",
        "A bus ride gets you to a bend in the river with grassy banks and no attendant at all.",
        "The pool opens at seven in the morning, and the first swimmers are there before that.",
    )
    other = "Three clerks held over the missing stores of the town"

    article = clean_dump(cleaner, "Places to swim in the river", *story[:2], "Read more:", other, story[2])

    assert read_body(article) == list(story)


@pytest.mark.parametrize("button", ["3 دقائق للقراءة", "复制链接", "Скопировать ссылку", "کپی لینک", "阅读需3分钟"])
def test_buttons_of_many_languages_below_the_headline_are_no_standfirst(cleaner: SimpleNamespace, button: str) -> None:
    article = clean_dump(cleaner, HEAD, "14 نوفمبر 2024", button, FIRST, SECOND)

    assert (article.standfirst, read_body(article)) == (None, [FIRST, SECOND])


OTHER = "البلدية ترمم درج السوق العتيق قبل الشتاء"
OTHER_STORY = (
    "بدأت البلدية ترميم درج السوق العتيق بعد شكاوى من كبار السن في الحي.",
    "وتستمر الأعمال شهرين، ويبقى ممر ضيق مفتوحاً أمام المشاة طوال النهار.",
)


@pytest.mark.parametrize("over", ["", "[اقتصاد](/k)\n\n"])
def test_a_rule_of_markdown_over_a_headline_parts_articles(cleaner: SimpleNamespace, over: str) -> None:
    first = "\n\n".join((f"# {HEAD}", FIRST, SECOND, THIRD))
    second = "\n\n".join((f"{over}# {OTHER}", *OTHER_STORY))

    articles = cleaner.text(f"{first}\n\n---\n\n{second}\n").articles

    assert [(one.headline, read_body(one)) for one in articles] == [
        (HEAD, [FIRST, SECOND, THIRD]),
        (OTHER, list(OTHER_STORY)),
    ]


def test_a_rule_of_markdown_amid_a_story_is_no_word_of_it(cleaner: SimpleNamespace) -> None:
    article = clean_dump(cleaner, f"# {HEAD}\n\n{FIRST}\n\n---\n\n## {LEAD}\n\n{SECOND}\n\n{THIRD}\n")

    assert (article.headline, read_body(article)) == (HEAD, [FIRST, LEAD, SECOND, THIRD])


def test_a_question_that_a_story_ends_with_is_not_of_the_page_below_it(cleaner: SimpleNamespace) -> None:
    question = "فهل يخرج الصيادون إلى البحر قبل أن ينتهي الطلاء؟"

    article = clean_dump(
        cleaner, HEAD, FIRST, SECOND, THIRD, question, "الوسوم", "* البحر", "* المرفأ", "اشترك في نشرتنا البريدية"
    )

    assert read_body(article) == [FIRST, SECOND, THIRD, question]


def test_a_headline_with_a_colon_is_no_field_of_the_header_above_it(cleaner: SimpleNamespace) -> None:
    head = "الصيادون: مركب الخشب يعود إلى حوض المرفأ"

    article = clean_dump(
        cleaner,
        f"Title: {head} | صحيفة الضفة",
        "\nPublished Time: 2024-11-14T10:30:00+00:00\n\nMarkdown Content:",
        f"# {head}\n\nبقلم: سمير الخطيب\n\n{FIRST}\n\n{SECOND}",
    )

    assert (article.headline, article.byline, read_body(article)) == (head, ("سمير الخطيب",), [FIRST, SECOND])
