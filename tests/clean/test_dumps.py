"""Dumps of every kind that the seed's publisher was seen to print, generated: 40 kinds, 40 dumps each, all exact."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest

NOUNS = [
    "المجلس",
    "الوزارة",
    "اللجنة",
    "البلدية",
    "الشركة",
    "الجامعة",
    "الميناء",
    "المصرف",
    "المستشفى",
    "المحكمة",
    "النقابة",
    "المدرسة",
    "المتحف",
    "الاتحاد",
    "الهيئة",
    "المؤسسة",
    "الصحيفة",
    "المحافظة",
    "المديرية",
    "الجمعية",
]
VERBS = [
    "أعلن",
    "أقرّ",
    "بحث",
    "ناقش",
    "افتتح",
    "رفض",
    "دعا",
    "طالب",
    "أكد",
    "نفى",
    "استأنف",
    "وقّع",
    "درس",
    "تابع",
    "مدّد",
    "أطلق",
]
OBJECTS = [
    "خطة",
    "مشروع",
    "اتفاق",
    "قانون",
    "برنامج",
    "تقرير",
    "ميزانية",
    "مبادرة",
    "مناقصة",
    "دراسة",
    "حملة",
    "تسوية",
    "جدول",
    "قرار",
    "عقد",
    "منحة",
    "استراتيجية",
]
PLACES = [
    "في العاصمة",
    "في الميناء الشمالي",
    "على الساحل",
    "في القرى الجبلية",
    "عند المعبر الغربي",
    "في المدينة القديمة",
    "في وادي الزيتون",
]
TIMES = [
    "أمس",
    "اليوم (الخميس)",
    "مساء الأحد",
    "في منتصف فبراير (شباط) الماضي",
    "منذ مطلع العام",
    "الأسبوع الماضي",
    "في 8 ديسمبر (كانون الأول)",
]
CREDITS = ("رويترز", "أ.ف.ب", "رويترز - أرشيفية", "الشرق المصوّر", "د.ب.أ", "وكالة الأنباء")


@dataclass
class Story:
    """What one generated article says."""

    headline: str
    standfirst: str | None
    captions: list[tuple[str, str | None]]
    paragraphs: list[str]
    head: list[str] = field(default_factory=list)  # How it was printed.


class Writer:
    """Writes stories from a seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - a repeatable story is no secret.

    def phrase(self, words: int = 2) -> str:
        pick = self.random.choice
        return " ".join([pick(VERBS), pick(NOUNS), *(pick(OBJECTS) for _ in range(words - 1)), pick(PLACES)])

    def sentence(self) -> str:
        return f"{self.phrase(self.random.randint(2, 5))} {self.random.choice(TIMES)}، و{self.phrase(3)}"

    def paragraph(self) -> str:
        return f"{'، و'.join(self.sentence() for _ in range(self.random.randint(2, 4)))}."

    def story(self) -> Story:
        number = self.random.randint(10, 99)
        captions = [(f"{self.phrase(2)} {number}", self.random.choice(CREDITS))]
        return Story(
            headline=f"{self.phrase(3)} {number}",
            standfirst=f"{self.random.choice(NOUNS)} {self.phrase(2)} {number + 1}",
            captions=captions,
            paragraphs=[self.paragraph() for _ in range(self.random.randint(3, 7))],
        )


def print_caption(caption: tuple[str, str | None]) -> str:
    text, credit = caption
    return f"{text} ({credit})" if credit else text


def print_story(
    story: Story, *, times: int = 2, marker: str | None = "TT", again: bool = True, gap: str = "\n\n"
) -> str:
    """Print a story as the seed does: headline, standfirst, captions, TT, headline, captions, body."""
    captions = "\n".join(print_caption(caption) for caption in story.captions for _ in range(times))
    head = [story.headline, *([story.standfirst] if story.standfirst else [])]
    touching = "\n".join(filter(None, (captions, marker)))
    parts = [*head, *([touching] if touching else [])]
    if again:
        parts += [story.headline, *([captions] if captions else [])]
    return gap.join([*parts, gap.join(story.paragraphs)])


def with_story(change: Callable[[Story, Writer], None] = lambda _story, _writer: None, **layout: object) -> Callable:
    def make(writer: Writer) -> tuple[str, list[Story]]:
        story = writer.story()
        change(story, writer)
        return print_story(story, **layout), [story]  # type: ignore[arg-type]

    return make


def set_no_standfirst(story: Story, _writer: Writer) -> None:
    story.standfirst = None


def set_caption_to_headline(story: Story, _writer: Writer) -> None:
    story.captions = [(story.headline, None)]


def set_no_caption(story: Story, _writer: Writer) -> None:
    story.captions = []


def set_two_captions(story: Story, writer: Writer) -> None:
    story.captions = [*story.captions, (f"{writer.phrase(3)} ثانية", "رويترز")]


def set_uncredited(story: Story, _writer: Writer) -> None:
    story.captions = [(story.captions[0][0], None)]


def set_marker_in_prose(story: Story, writer: Writer) -> None:
    story.paragraphs[1] = f"وقالت شركة «تيرن» (TT) إن {writer.sentence()}."


def set_caption_in_prose(story: Story, writer: Writer) -> None:
    story.paragraphs[1] = f"{story.captions[0][0]}، و{writer.sentence()}."


def set_repeated_paragraph(story: Story, writer: Writer) -> None:
    refrain = f"{writer.sentence()}."
    story.paragraphs = [refrain, *story.paragraphs, refrain]


def set_short_line(story: Story, _writer: Writer) -> None:
    story.paragraphs.insert(2, "ماذا بعد؟")


def set_long_headline(story: Story, writer: Writer) -> None:
    story.headline = f"{writer.phrase(3)}: {writer.phrase(4)} و{writer.phrase(3)}"


def set_question(story: Story, writer: Writer) -> None:
    story.headline = f"هل {writer.phrase(3)}؟"


def set_broken_off(story: Story, _writer: Writer) -> None:
    story.headline = f"{story.headline}..."


def set_uncredited_pictures(story: Story, writer: Writer) -> None:
    story.captions = [(f"{writer.phrase(2)} {word}", None) for word in ("أولى", "ثانية")]
    story.standfirst = None


def set_sentence_for_standfirst(story: Story, writer: Writer) -> None:
    story.standfirst = f"{writer.sentence()}."


def set_marks(story: Story, _writer: Writer) -> None:
    story.headline = f"مُباحَثات لـ«{story.headline}»"


def print_singles(writer: Writer) -> tuple[str, list[Story]]:
    story = writer.story()
    return print_story(story).replace("\n\n", "\n"), [story]


def print_several(count: int, gap: str) -> Callable:
    def make(writer: Writer) -> tuple[str, list[Story]]:
        stories = [writer.story() for _ in range(count)]
        for at, story in enumerate(stories):
            story.headline += f" {['أولى', 'ثانية', 'ثالثة', 'رابعة', 'خامسة'][at]}"
            if at % 2:
                story.standfirst = None
        return gap.join(print_story(story) for story in stories), stories

    return make


def print_same_headlines(writer: Writer) -> tuple[str, list[Story]]:
    stories = [writer.story(), writer.story()]
    stories[0].headline = stories[1].headline = "موجز أخبار"
    return "\n\n\n\n".join(map(print_story, stories)), stories


def print_standfirst_under_captions(gap: str, *, again: bool = True) -> Callable:
    """Print the standfirst below the captions, ``gap`` before it, against no marker."""

    def make(writer: Writer) -> tuple[str, list[Story]]:
        story = writer.story()
        if not again:
            set_sentence_for_standfirst(story, writer)
        captions = "\n".join(print_caption(caption) for caption in story.captions for _ in range(2))
        head = [f"{story.headline}\n\n{captions}{gap}{story.standfirst}", "TT"]
        below = [story.headline, captions] if again else []
        return "\n\n".join([*head, *below, *story.paragraphs]), [story]

    return make


def print_standfirst_again(writer: Writer) -> tuple[str, list[Story]]:
    story = writer.story()
    captions = "\n".join(print_caption(caption) for caption in story.captions for _ in range(2))
    head = [story.headline, story.standfirst or "", captions]
    return "\n".join([*head, "TT", *head, *story.paragraphs]), [story]


def print_subhead_last(writer: Writer) -> tuple[str, list[Story]]:
    stories = [writer.story(), writer.story()]
    for story in stories:
        story.paragraphs.insert(1, "خلفية الأزمة")
    stories[0].paragraphs.append("خلفية الأزمة")
    return "\n\n\n\n".join(print_story(story, marker=None) for story in stories), stories


def print_twice_captured(writer: Writer) -> tuple[str, list[Story]]:
    story = writer.story()
    return "\n\n\n\n".join([print_story(story, again=False)] * 2), [story, story]


def print_mixed(writer: Writer) -> tuple[str, list[Story]]:
    changes = (set_no_standfirst, set_caption_to_headline, set_uncredited_pictures, set_question, set_two_captions)
    layouts: tuple[dict[str, object], ...] = (
        {},
        {"times": 1},
        {"marker": None},
        {"marker": None, "times": 1},
        {"again": False},
        {"again": False, "times": 1},
    )
    stories, printed = [], []
    for _ in range(writer.random.randint(2, 5)):
        story = writer.story()
        for change in writer.random.sample(changes, k=2):
            change(story, writer)
        stories.append(story)
        printed.append(print_story(story, **writer.random.choice(layouts)))  # type: ignore[arg-type]
    return "\n\n\n\n".join(printed), stories


def print_unlike(writer: Writer) -> tuple[str, list[Story]]:
    first, second, third = (writer.story() for _ in range(3))
    set_caption_to_headline(first, writer)
    set_no_caption(second, writer)
    return "\n\n\n\n".join((print_story(first), print_story(second), print_story(third))), [first, second, third]


def decorate(text: str, story: Story) -> tuple[str, list[Story]]:
    return text, [story]


def print_windows(writer: Writer) -> tuple[str, list[Story]]:
    story = writer.story()
    return "\ufeff" + print_story(story).replace("\n", "\r\n") + "\r\n", [story]


def print_ragged(writer: Writer) -> tuple[str, list[Story]]:
    story = writer.story()
    return "\n".join(f"\u00a0 {line}\t " for line in print_story(story).split("\n")), [story]


def print_controls(writer: Writer) -> tuple[str, list[Story]]:
    story = writer.story()
    return print_story(story).replace(story.headline, f"\u202b{story.headline}\u202c", 1), [story]


KINDS: dict[str, Callable[[Writer], tuple[str, list[Story]]]] = {
    "as the seed": with_story(),
    "no standfirst": with_story(set_no_standfirst),
    "caption equal to the headline": with_story(set_caption_to_headline),
    "caption equal to the headline, no standfirst": with_story(
        lambda story, writer: (set_caption_to_headline(story, writer), set_no_standfirst(story, writer))[0]
    ),
    "no caption": with_story(set_no_caption),
    "two captions": with_story(set_two_captions),
    "caption without credit": with_story(set_uncredited),
    "caption printed once": with_story(times=1),
    "no TT line": with_story(marker=None),
    "no TT line, no standfirst": with_story(set_no_standfirst, marker=None),
    "headline not repeated": with_story(again=False),
    "headline not repeated, no standfirst": with_story(set_no_standfirst, again=False),
    "TT in prose": with_story(set_marker_in_prose),
    "caption's words in prose": with_story(set_caption_in_prose),
    "a paragraph twice": with_story(set_repeated_paragraph),
    "a short line in the body": with_story(set_short_line),
    "long headline": with_story(set_long_headline),
    "question for headline": with_story(set_question),
    "question for headline, no TT line": with_story(set_question, marker=None),
    "question for headline, not repeated": with_story(set_question, again=False),
    "headline that breaks off, not repeated": with_story(set_broken_off, again=False),
    "caption equal to the headline, no TT line": with_story(set_caption_to_headline, marker=None),
    "caption equal to the headline, not repeated": with_story(set_caption_to_headline, again=False),
    "two captions without credit, printed once": with_story(set_uncredited_pictures, times=1),
    "two captions without credit, printed once, no TT line": with_story(set_uncredited_pictures, times=1, marker=None),
    "sentence for standfirst, headline not repeated": with_story(set_sentence_for_standfirst, again=False),
    "a subhead at the end, no TT line": print_subhead_last,
    "standfirst below the captions": print_standfirst_under_captions("\n\n"),
    "a gap within the head": print_standfirst_under_captions("\n\n\n\n"),
    "a sentence below the captions, headline not repeated": print_standfirst_under_captions("\n\n", again=False),
    "standfirst repeated": print_standfirst_again,
    "an article captured twice": print_twice_captured,
    "any of these side by side": print_mixed,
    "harakat and tatweel": with_story(set_marks),
    "wide gaps": with_story(gap="\n\n\n"),
    "no blank lines": print_singles,
    "two articles": print_several(2, "\n\n\n\n"),
    "five articles": print_several(5, "\n\n\n\n"),
    "articles a blank line apart": print_several(3, "\n\n"),
    "articles with one headline": print_same_headlines,
    "unlike articles": print_unlike,
    "byte order mark and CRLF": print_windows,
    "blanks around lines": print_ragged,
    "direction marks": print_controls,
}


@pytest.mark.parametrize("kind", KINDS)
def test_forty_dumps_of_each_kind_come_out_exact(cleaner: SimpleNamespace, kind: str) -> None:
    for seed in range(40):
        dump, stories = KINDS[kind](Writer(seed))

        articles = cleaner.text(dump).articles

        assert [
            (one.headline, one.standfirst, [(image.caption, image.credit) for image in one.images], one.body)
            for one in articles
        ] == [(one.headline, one.standfirst, one.captions, "\n\n".join(one.paragraphs)) for one in stories], (
            kind,
            seed,
        )


ARABIC_PAGE = """مياه النهر ترتفع والبلدة القديمة تستعد لليلة طويلة

مصدر الصورة، Reuters

التعليق على الصورة، متطوعون يضعون أكياس الرمل أمام متاجر السوق

- سلمى حداد
- وكالة الضفة للأنباء

14 نوفمبر/تشرين الثاني 2026

شارِكْ

أغلقت السلطات ثلاثة شوارع على ضفة النهر مساء السبت بعد أن تجاوز المنسوب خط الخطر.

وقال رئيس البلدية إن فرق الإنقاذ ستعمل طوال الليل، ودعا السكان إلى البقاء في منازلهم.

قصص مقترحة

- لماذا تتكرر الفيضانات في الوادي؟
- جسر قديم ينهار بعد الأمطار

وتوقعت هيئة الأرصاد أن تتراجع الأمطار غداً، غير أن مياه الجبال لن تصل قبل الاثنين.

المصدر: الضفة + وكالات

اقرأ أيضاً:

خريطة المناطق المهددة
"""
ENGLISH_PAGE = """River rises again as the old town braces for a long night

By Sarah Miller
Published 14 November 2026, 18:30 GMT

Volunteers stack sandbags in the old market. Photograph: Jane Doe/Reuters

Officials closed three streets along the bank on Saturday evening after the water passed the danger mark.

Advertisement

The mayor said rescue teams would work through the night and asked people to stay indoors.

Read more: Why the valley floods so often

Sign up for our morning newsletter

© 2026 Valley Post. All rights reserved.
"""


def test_a_page_copied_as_text_gives_its_story_and_no_buttons(cleaner: SimpleNamespace) -> None:
    (article,) = cleaner.text(ARABIC_PAGE).articles

    assert article.headline == "مياه النهر ترتفع والبلدة القديمة تستعد لليلة طويلة"
    assert (article.standfirst, article.byline) == (None, ())
    assert [(image.caption, image.credit) for image in article.images] == [
        ("متطوعون يضعون أكياس الرمل أمام متاجر السوق", "Reuters")
    ]
    assert str(article.published_at) == "2026-11-14 00:00:00+00:00"
    assert article.body.split("\n\n") == [
        "أغلقت السلطات ثلاثة شوارع على ضفة النهر مساء السبت بعد أن تجاوز المنسوب خط الخطر.",
        "وقال رئيس البلدية إن فرق الإنقاذ ستعمل طوال الليل، ودعا السكان إلى البقاء في منازلهم.",
        "وتوقعت هيئة الأرصاد أن تتراجع الأمطار غداً، غير أن مياه الجبال لن تصل قبل الاثنين.",
    ]


def test_a_page_copied_as_text_in_english_too(cleaner: SimpleNamespace) -> None:
    (article,) = cleaner.text(ENGLISH_PAGE).articles

    assert (article.headline, article.byline) == (
        "River rises again as the old town braces for a long night",
        ("Sarah Miller",),
    )
    assert [(image.caption, image.credit) for image in article.images] == [
        ("Volunteers stack sandbags in the old market.", "Jane Doe/Reuters")
    ]
    assert str(article.published_at) == "2026-11-14 18:30:00+00:00"
    assert article.body.split("\n\n") == [
        "Officials closed three streets along the bank on Saturday evening after the water passed the danger mark.",
        "The mayor said rescue teams would work through the night and asked people to stay indoors.",
    ]


def test_a_rule_of_signs_parts_articles_and_not_a_story(cleaner: SimpleNamespace) -> None:
    first = "Officials closed three streets along the bank on Saturday evening after the water passed the mark."
    second = "The mayor said rescue teams would work through the night and asked people to stay indoors."
    third = "Pupils of the valley school will have their lessons in the old brewery until the roof is mended."
    dump = (
        f"River rises again\n\n{first}\n\n* * *\n\n{second}\n\n----------\n\nSchool moves to the brewery\n\n{third}\n"
    )

    cleaned = cleaner.text(dump)

    assert [(one.headline, one.body) for one in cleaned.articles] == [
        ("River rises again", f"{first}\n\n{second}"),
        ("School moves to the brewery", third),
    ]
    assert [one.text for one in cleaned.dropped] == ["* * *", "----------"]
