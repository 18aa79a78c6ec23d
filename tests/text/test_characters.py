"""The stored form of text, the key that compares it, its words counted."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.text.characters import clean_line, count_words, fold_line

# Letters of several scripts between everything that must not come through, in long runs.
hostile_text = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "aéابيّ\u064f\u0640\u200c\u200d\u200e\u200f\u202a\u202c\u2066\u061c\xa0\xad\u3000\u200b\ufeff\x00\x01\x1c\x85\t\n"
            "\r ﬁיִ\u05b4\u0323\u0307\u0344क\u094dष\ud800\udfff\ufdd0\uffff\ufffc\U0001ffff\U0001f600\ufe0f"
        ),
        st.characters(),
    ),
    max_size=60,
) | st.text(alphabet="a \x00\x7f\t", max_size=8)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("plain words", "plain words", id="nothing to do"),
        pytest.param("  two   spaces\t", "two spaces", id="spaces"),
        pytest.param("a\u00a0b\u2009c\u3000d\u202fe", "a b c d e", id="spaces of all kinds"),
        pytest.param("line\r\nbreak", "line break", id="line break"),
        pytest.param("", None, id="empty"),
        pytest.param(" \u200f\u200b\ufeff\u202a ", None, id="nothing visible"),
        pytest.param("e\u0301", "é", id="NFC"),
        pytest.param("a\x00b\x08c\x1bd\x9be", "abcde", id="controls"),
        pytest.param("a \x00 b", "a b", id="a control between spaces"),
        pytest.param("a\ud800b\udfffc", "abc", id="lone surrogates"),
        pytest.param("a\ufdd0b\ufffec\U0010ffffd", "abcd", id="noncharacters"),
        pytest.param("inter\u00adnational", "international", id="soft hyphen"),
        pytest.param("\u202bمرحبا\u202c \u2067بكم\u2069", "مرحبا بكم", id="embeddings and isolates"),
        pytest.param("\u200fمرحبا\u200f!", "مرحبا!", id="direction mark at the edge"),
        pytest.param("صـ\u200fحيفة", "صـ\u200fحيفة", id="RLM inside a word"),
        pytest.param("co\u200eop", "co\u200eop", id="LRM inside a word"),
        pytest.param("عامُ\u200fهم", "عامُ\u200fهم", id="RLM after harakat"),
        pytest.param("ا\u200f\u200f\u200eب", "ا\u200fب", id="run of direction marks"),
        pytest.param("می\u200cشود", "می\u200cشود", id="ZWNJ inside a word"),
        pytest.param("ها\u200c \u200cاز\u200c", "ها از", id="ZWNJ at the edge"),
        pytest.param("👩\u200d👧", "👩\u200d👧", id="joined emoji"),
        pytest.param(
            "ال\u064eمُعارَضَـــة إلى آذار ٢٠٢٥ ﷲ", "ال\u064eمُعارَضَـــة إلى آذار ٢٠٢٥ ﷲ", id="what Arabic needs stays"
        ),
        pytest.param("mot\ufffdcassé", "mot\ufffdcassé", id="the sign of a broken encoding stays"),
    ],
)
def test_clean_line_gives_the_stored_form(value: str, expected: str | None) -> None:
    assert clean_line(value) == expected


@given(hostile_text)
def test_clean_line_twice_is_clean_line_once(value: str) -> None:
    once = clean_line(value)

    assert once is None or clean_line(once) == once


@given(hostile_text)
def test_a_clean_line_is_nfc_without_controls_and_fits_utf8(value: str) -> None:
    cleaned = clean_line(value) or "x"

    assert unicodedata.is_normalized("NFC", cleaned)
    assert not {"Cc", "Cs", "Zl", "Zp"} & {unicodedata.category(character) for character in cleaned}
    assert not {"\u061c", "\u202a", "\u202e", "\u2066", "\u2069", "\ufeff", "\u200b"} & set(cleaned)
    assert cleaned == cleaned.strip()
    assert "  " not in cleaned
    assert cleaned.encode("utf-8")


def test_clean_line_takes_a_million_characters() -> None:
    assert len(clean_line("ا\u200f\u200c " * 250_000) or "") == 499_999


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("إسطنبول: آذارُ ٢٠٢٥", "اسطنبول – اذار 2025", id="alef, harakat, digits, punctuation"),
        pytest.param("مستشفى ایران", "مستشفي ايران", id="ya"),
        pytest.param("کتاب", "كتاب", id="keheh"),
        pytest.param("المعـــارضة", "المعارضة", id="tatweel"),
        pytest.param("\u202bمر\u200fحبا\u202c", "مرحبا", id="controls"),
        pytest.param("ﺍﻟﺴﻼﻡ", "السلام", id="presentation forms"),
        pytest.param("ÉCOLE d’été", "école d'ete", id="case and accents"),
        pytest.param("STRASSE", "straße", id="sharp s"),
        pytest.param("Ｎｅｗｓ １", "news 1", id="full width"),
    ],
)
def test_fold_line_is_equal_for_lines_a_reader_takes_for_one(left: str, right: str) -> None:
    assert fold_line(left) == fold_line(right) != ""


def test_fold_line_keeps_different_headlines_apart() -> None:
    assert fold_line("موجز أخبار 1") != fold_line("موجز أخبار 2")


@given(hostile_text)
def test_fold_line_never_raises_and_ignores_what_cleaning_drops(value: str) -> None:
    assert fold_line(clean_line(value) or "") == fold_line(value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", 0, id="empty"),
        pytest.param("… — !", 0, id="punctuation"),
        pytest.param("Don't stop at 3.5 well-known U.S. places.", 8, id="English"),
        pytest.param("قالَ الرئيسُ لـ«الصحيفة»: نعم، ٢٠٢٥", 6, id="Arabic with harakat"),
        pytest.param("می\u200cشود گفت", 2, id="ZWNJ"),
        pytest.param("हिन्दी में समाचार", 3, id="Hindi"),
        pytest.param("été à l’hôtel", 3, id="French"),
        pytest.param("今天天气很好", 3, id="Chinese"),
        pytest.param("ข่าววันนี้ดีมาก", 4, id="Thai"),
        pytest.param("한국어 뉴스", 2, id="Korean"),
        pytest.param("iPhone 发布会", 3, id="mixed"),
    ],
)
def test_count_words_counts_as_readers_of_the_language_do(text: str, expected: int) -> None:
    assert count_words(text) == expected


@given(hostile_text)
def test_count_words_never_raises(value: str) -> None:
    assert 0 <= count_words(value) <= len(value)
