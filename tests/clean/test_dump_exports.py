"""Dumps as tools write them: mail, front matter, messengers, Pandoc, lynx and one line with its breaks written out."""

from datetime import datetime
from types import SimpleNamespace

import pytest

from warraq.clean import explain_page
from warraq.model import MediaKind, Page

HEAD = "مكتبة الحي القديم تعير الكتب بالدراجة"
LEAD = "ثلاثة متطوعين يجوبون الأزقة كل سبت"
FIRST = "تجوب دراجة محملة بالكتب أزقة الحي القديم كل سبت منذ مطلع الخريف الماضي."
SECOND = "وقالت أمينة المكتبة إن عدد القراء تضاعف بين من لا يقدرون على صعود الدرج الطويل."
OTHER = "البلدية ترمم درج السوق العتيق قبل الشتاء"
THIRD = "بدأت البلدية ترميم درج السوق العتيق بعد شكاوى من كبار السن في الحي."
FOURTH = "وتستمر الأعمال شهرين، ويبقى ممر ضيق مفتوحاً أمام المشاة طوال النهار."


def clean(cleaner: SimpleNamespace, text: str) -> list[tuple[object, ...]]:
    return [
        (
            one.headline,
            one.standfirst,
            one.byline,
            str(one.published_at)[:10] if one.published_at else None,
            one.body.split("\n\n"),
        )
        for one in cleaner.text(text).articles
    ]


STORY = f"{FIRST}\n\n{SECOND}\n"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        pytest.param(
            f"""---
title: "{HEAD}"
author: سلمى حداد
date: 2026-11-14
description: "{LEAD}"
tags: [a, b]
---
""",
            (HEAD, LEAD, ("سلمى حداد",), "2026-11-14"),
            id="front matter",
        ),
        pytest.param(
            f"title={HEAD}\nauthor=سلمى حداد\ndate=2026-11-14\n",
            (HEAD, None, ("سلمى حداد",), "2026-11-14"),
            id="signs of equality",
        ),
        pytest.param(
            f"العنوان: {HEAD}\nالكاتب: سلمى حداد\nالتاريخ: 14 نوفمبر 2026\nالمصدر: صحيفة الحي\n\nالنص:\n",
            (HEAD, None, ("سلمى حداد",), "2026-11-14"),
            id="Arabic labels",
        ),
        pytest.param(
            f"From: desk@daily.example\nTo: a@b.example\nSubject: {HEAD}\nDate: Sat, 14 Nov 2026 10:33:00 +0000\n",
            (HEAD, None, (), "2026-11-14"),
            id="mail",
        ),
        pytest.param(
            f"---------- Forwarded message ---------\nمن: صحيفة الحي <desk@daily.example>\nالتاريخ: 14 نوفمبر 2026\n"
            f"الموضوع: {HEAD}\nإلى: <a@b.example>\n\n{HEAD}\n",
            (HEAD, None, (), "2026-11-14"),
            id="forwarded mail, the headline again",
        ),
    ],
)
def test_a_header_is_a_head(cleaner: SimpleNamespace, header: str, expected: tuple[object, ...]) -> None:
    assert clean(cleaner, f"{header}\n{STORY}") == [(*expected, [FIRST, SECOND])]


def test_a_header_drops_its_labels_and_what_no_head_has(cleaner: SimpleNamespace) -> None:
    cleaned = cleaner.text(f"Title: {HEAD}\nLayout: post\nDate: 14 November 2026\n\n{STORY}")

    assert sorted(one.text for one in cleaned.dropped) == ["14 November 2026", "Date", "Layout: post", "Title"]


def test_a_header_is_explained_field_by_field(now: datetime) -> None:
    content = f"Title: {HEAD}\nLayout: post\nDate: 14 November 2026\n\n{STORY}".encode()

    explained = explain_page(Page(content=content, kind=MediaKind.TEXT, url=None, fetched_at=now))

    assert [(one.text, one.reason and one.reason.value) for one in explained.blocks] == [
        ("Title", "boilerplate"),
        ("Layout: post", "boilerplate"),
        (HEAD, "headline"),
        ("Date", "boilerplate"),
        ("14 November 2026", "date"),
        (FIRST, None),
        (SECOND, None),
    ]


def test_a_header_goes_on_below_labels_that_no_table_knows(cleaner: SimpleNamespace) -> None:
    header = f"ID: 4411\nDesk: city\nTitle: {HEAD}\nWorkflow: final\nDate: 14 November 2026\nLead image: a.jpg\nText:\n"

    assert clean(cleaner, f"{header}\n{STORY}") == [(HEAD, None, (), "2026-11-14", [FIRST, SECOND])]


def test_what_is_said_below_a_header_with_a_colon_stays(cleaner: SimpleNamespace) -> None:
    said = "أمينة المكتبة: نعير كل سبت مئة كتاب"

    ((_, standfirst, *_),) = clean(cleaner, f"Title: {HEAD}\nDate: 14 November 2026\n{said}\n\n{STORY}")

    assert standfirst == said


def test_the_writers_of_a_list_in_a_header_are_names(cleaner: SimpleNamespace) -> None:
    header = f"Title: {HEAD}\nAuthors: ['سلمى حداد', 'طارق الشامي']\nPublish Date: 2026-11-14 00:00:00\n"

    assert clean(cleaner, f"{header}\n{STORY}") == [
        (HEAD, None, ("سلمى حداد", "طارق الشامي"), "2026-11-14", [FIRST, SECOND])
    ]


@pytest.mark.parametrize(
    ("header", "body"),
    [
        pytest.param("Title: {}\nDate: 14 November 2026\n", [FIRST, SECOND], id="under a header"),
        pytest.param("{}\n", [FIRST, SECOND, f"Summary: {THIRD}"], id="under a headline"),
    ],
)
def test_a_summary_below_the_story_is_of_its_header_alone(
    cleaner: SimpleNamespace, header: str, body: list[str]
) -> None:
    ((*_, found),) = clean(cleaner, f"{header.format(HEAD)}\n{STORY}\nSummary: {THIRD}")

    assert found == body


def test_a_header_may_hold_the_story_itself(cleaner: SimpleNamespace) -> None:
    ((headline, *_, body),) = clean(cleaner, f"Title: {HEAD}\nDate: 14 November 2026\nText: {STORY}")

    assert (headline, body) == (HEAD, [f"Text: {FIRST}", SECOND])


def test_where_and_when_at_the_end_of_a_story_are_no_header(cleaner: SimpleNamespace) -> None:
    lines = ["المكان: قاعة البلدية", "التاريخ: 12 مايو 2026", "العنوان: شارع النهر"]

    ((headline, *_, body),) = clean(cleaner, "\n\n".join((HEAD, FIRST, SECOND, *lines)))

    assert (headline, body) == (HEAD, [FIRST, SECOND, *lines])


def test_posts_of_a_channel_are_articles(cleaner: SimpleNamespace) -> None:
    dump = (
        f"صحيفة الحي, [14.11.2026 10:33]\n{HEAD}\n\n{STORY}\n"
        f"صحيفة الحي, [13.11.2026 09:10]\n{OTHER}\n\n{THIRD}\n\n{FOURTH}"
    )

    assert clean(cleaner, dump) == [
        (HEAD, None, (), "2026-11-14", [FIRST, SECOND]),
        (OTHER, None, (), "2026-11-13", [THIRD, FOURTH]),
    ]


@pytest.mark.parametrize("told", ["[Forwarded from ورشة الحي]", "[Переслано из Листок]\n[ Фото ]"])
def test_what_a_messenger_says_in_brackets_is_no_headline(cleaner: SimpleNamespace, told: str) -> None:
    found = clean(cleaner, f"صحيفة الحي, [14.11.2026 10:33]\n{told}\n{HEAD}\n\n{STORY}")

    assert found == [(HEAD, None, (), "2026-11-14", [FIRST, SECOND])]


def test_brackets_below_a_headline_stay(cleaner: SimpleNamespace) -> None:
    ((headline, *_, body),) = clean(cleaner, f"{HEAD}\n\n{FIRST}\n\n[المصدر الأول]\n\n{SECOND}")

    assert (headline, body) == (HEAD, [FIRST, "[المصدر الأول]", SECOND])


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(
            "[12/3/24, 9:41:07 PM] صحيفة الحي: \u200eimage omitted\n[12/3/24, 9:41:30 PM]", id="a picture over it"
        ),
        pytest.param("12/3/24, 21:41 -", id="another phone"),
    ],
)
def test_a_message_that_holds_its_sender_and_headline_in_one_line_is_an_article(
    cleaner: SimpleNamespace, sent: str
) -> None:
    ((headline, *_, body),) = clean(cleaner, f"{sent} صحيفة الحي: *{HEAD}*\n{STORY}")

    assert (headline, body) == (HEAD, [FIRST, SECOND])


@pytest.mark.parametrize("first", [FIRST, "[12/3/24, 9:40:07 PM] سلمى: هل بدأتم؟"])
def test_people_who_talk_keep_what_they_say(cleaner: SimpleNamespace, first: str) -> None:
    said = [f"[12/3/24, 9:4{at}:07 PM] {who}" for at, who in enumerate(("سلمى: كم كتاباً؟", "طارق: مئة", "سلمى: شكراً"))]

    ((*_, body),) = clean(cleaner, "\n\n".join((HEAD, first, *said, SECOND, THIRD)))

    assert body[-5:] == [*said, SECOND, THIRD]


def test_breaks_written_out_are_breaks(cleaner: SimpleNamespace) -> None:
    assert clean(cleaner, f"{HEAD}\\n\\n14 نوفمبر 2026\\n\\n{FIRST}\\n\\n{SECOND}") == [
        (HEAD, None, (), "2026-11-14", [FIRST, SECOND])
    ]


def test_the_marks_of_pandoc_are_no_words(cleaner: SimpleNamespace) -> None:
    cleaned = cleaner.text(
        f'# {HEAD} {{#title .headline}}\n\n::: {{.story}}\n![كتب على دراجة (رويترز)](media/a.jpg){{width="6in"}}\n\n'
        f"{FIRST}\\\n{SECOND}\n\n## سبت جديد {{#next}}\n\n{THIRD}\n:::\n"
    )

    (article,) = cleaned.articles
    assert (article.headline, article.body.split("\n\n")) == (HEAD, [FIRST, SECOND, "سبت جديد", THIRD])
    assert [(image.caption, image.credit) for image in article.images] == [("كتب على دراجة", "رويترز")]


def test_references_and_underlined_headings_of_markdown_are_no_words(cleaner: SimpleNamespace) -> None:
    found = clean(
        cleaner,
        f"{HEAD}\n=====================\n\n_بقلم: سلمى حداد_\n\n{FIRST.replace('أزقة', '[أزقة][1]')}\n\n"
        f"سبت جديد\n--------\n\n{SECOND}\n\n   [1]: https://daily.example/1\n",
    )

    assert found == [(HEAD, None, ("سلمى حداد",), None, [FIRST, "سبت جديد", SECOND])]


def test_a_line_in_stars_is_a_headline_as_messengers_write_it(cleaner: SimpleNamespace) -> None:
    assert clean(cleaner, f"*{HEAD}*\n\n{STORY}") == [(HEAD, None, (), None, [FIRST, SECOND])]


def test_a_text_quoted_whole_is_read_without_its_signs(cleaner: SimpleNamespace) -> None:
    quoted = "\n".join(f"> {line}" for line in (HEAD, "", FIRST, "", SECOND))

    assert clean(cleaner, quoted) == [(HEAD, None, (), None, [FIRST, SECOND])]


def test_the_numbers_of_lynx_and_its_list_are_of_no_story(cleaner: SimpleNamespace) -> None:
    dump = (
        f"   [1]الرئيسية [2]ثقافة\n\n   {HEAD}\n\n   14 نوفمبر 2026\n\n   [i.jpg]\n\n"
        f"   {FIRST.replace('أزقة', '[3]أزقة')}\n\n   {SECOND}\n\nReferences\n\n"
        "   1. https://daily.example/\n   2. https://daily.example/culture\n   3. https://daily.example/t\n"
    )

    assert clean(cleaner, dump) == [(HEAD, None, (), "2026-11-14", [FIRST, SECOND])]


def test_numbers_in_brackets_stay_where_no_list_of_links_ends_the_text(cleaner: SimpleNamespace) -> None:
    line = SECOND.replace("القراء", "[3]القراء")

    ((*_, body),) = clean(cleaner, f"{HEAD}\n\n{FIRST}\n\n{line}\n")

    assert body == [FIRST, line]


def test_a_text_of_lynx_broken_to_a_column_is_made_whole(cleaner: SimpleNamespace) -> None:
    lines = (
        "   The library lends its books by bicycle, and the lanes of the old",
        "   quarter wait for it every Saturday since the beginning of autumn.",
        "",
        "   The librarian said that the readers were twice as many as before,",
        "   for those who cannot climb the long stairs may now borrow at their",
        "   doors.",
    )

    ((headline, *_, body),) = clean(cleaner, "   A library on two wheels\n\n" + "\n".join(lines))

    assert headline == "A library on two wheels"
    assert body == [" ".join(map(str.strip, lines[:2])), " ".join(map(str.strip, lines[3:]))]
