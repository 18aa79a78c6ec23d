"""What holds for every page: words come from the page, each once; text is clean; results repeat."""

import re
import unicodedata
from types import SimpleNamespace

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

WORDS = st.sampled_from(
    [
        "الميناء",
        "الرصيف",
        "harbour",
        "quay",
        "المجلس",
        "يُعيد",
        "بناءه",
        "board",
        "storms",
        "winter",
        "می\u200cخواهد",
        "naïve",
        "2024",
        "«الشرق»",
        "TT",
        "ferry",
        "港口",
        "café",
    ]
)
LINES = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)
CLASSES = st.sampled_from(["", "story", "share", "related", "caption", "sidebar", "article-body", "hidden", "byline"])
TAGS = st.sampled_from(["p", "div", "li", "h2", "h1", "span", "figcaption", "aside", "td", "blockquote", "article"])


@st.composite
def elements(draw: st.DrawFn, depth: int = 0) -> str:
    tag, name = draw(TAGS), draw(CLASSES)
    inside = draw(LINES)
    if depth < 3:
        inside += "".join(draw(st.lists(elements(depth + 1), max_size=3)))
    return f' <{tag} class="{name}"> {inside} </{tag}> '


PAGES = st.lists(elements(), min_size=1, max_size=8).map("".join)


def list_words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFC", text))


def strip_tags(markup: str) -> str:
    return re.sub(r"<[^>]*>", " ", markup)


@given(PAGES)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_word_kept_or_dropped_stands_on_the_page_and_no_more_often(cleaner: SimpleNamespace, markup: str) -> None:
    cleaned = cleaner.html(markup)
    texts = [text for one in cleaned.articles for text in one.body.split("\n\n")]
    words = list_words(" ".join((*texts, *(one.text for one in cleaned.dropped))))
    printed = list_words(strip_tags(markup))

    assert all(words.count(word) <= printed.count(word) for word in set(words))


@given(st.text(max_size=400))
@settings(max_examples=200, deadline=None)
def test_any_text_as_page_or_dump_gives_clean_articles_or_a_reason(cleaner: SimpleNamespace, text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    for cleaned in (cleaner.html(text), cleaner.text(text)):
        assert bool(cleaned.articles) != bool(cleaned.rejection)
        for article in cleaned.articles:
            fields = [article.headline, article.standfirst, article.body, article.dateline, *article.byline]
            for value in filter(None, fields):
                assert value == unicodedata.normalize("NFC", value)
                assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\ufeff\u202a-\u202e\u2066-\u2069]", value)


@given(st.binary(max_size=600))
@settings(max_examples=200, deadline=None)
def test_any_bytes_give_articles_or_a_reason(cleaner: SimpleNamespace, content: bytes) -> None:
    cleaned = cleaner.raw(content)

    assert bool(cleaned.articles) != bool(cleaned.rejection)


@given(PAGES)
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_same_page_gives_the_same_result(cleaner: SimpleNamespace, markup: str) -> None:
    assert cleaner.html(markup) == cleaner.html(markup)


DUMP_LINES = st.one_of(
    LINES,
    LINES.map(lambda line: f"{line}."),
    LINES.map(lambda line: f"{line} (رويترز)"),
    LINES.map(lambda line: f"{line} TT"),
    LINES.map(lambda line: f"- {line}"),
    st.sampled_from(
        [
            "TT",
            "14 نوفمبر 2026",
            "سلمى حداد | 14 نوفمبر 2026",
            "14 نوفمبر 2026 · 3 دقائق قراءة",
            "Tags",
            "3 تعليقات",
            "اقرأ أيضاً",
            "https://daily.example/1",
            "@handle",
            "#وسم",
            "1/2",
            "2.",
            "* * *",
            "___",
            "____",
            "رياضة",
            "Title: harbour quay",
            "From: desk@daily.example",
            "الضفة, [10.11.2026 10:33]",
            "الميناء والرصيف عند المجلس - رويترز",
            "نحن نستخدم ملفات تعريف الارتباط.",
        ]
    ),
)


@given(st.lists(st.tuples(DUMP_LINES, st.integers(0, 4)), min_size=1, max_size=25))
@example(lines=[(line, 0) for line in (*("الميناء الميناء", "الميناء") * 2, "TT الميناء (رويترز)")])
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_word_of_a_dump_is_kept_or_dropped_as_often_as_it_stands(
    cleaner: SimpleNamespace, lines: list[tuple[str, int]]
) -> None:
    dump = "".join(line + "\n" * (1 + gap) for line, gap in lines)
    cleaned = cleaner.text(dump)
    if not cleaned.articles and not cleaned.dropped:
        return  # Rejected whole.
    kept = [one.text for one in cleaned.dropped]
    for one in cleaned.articles:
        # A sentence that opens a dump without a headline is its headline and stays its first paragraph (decision 13).
        headline = one.headline if one.body.split("\n\n")[0] != one.headline else None
        kept += [headline, one.standfirst, one.dateline, *one.byline, one.body]
        kept += [text for image in one.images for text in (image.caption, image.credit)]

    assert sorted(list_words(" ".join(filter(None, kept)))) == sorted(list_words(dump))
