"""The search stems of Arabic."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.text.arabic import STOP_WORDS, fold_search, stem_light, stem_prefixes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("والمعارضةُ السورية", "معارضه سوريه", id="conjunction and article"),
        pytest.param("بالقوات للحكومة كالسيف فالناس", "قوات حكومه سيف ناس", id="prepositions"),
        pytest.param("ببيروت", "بيروت", id="bare preposition"),
        pytest.param("من في على", "من في علي", id="short words stay"),
        pytest.param("وباء", "باء", id="what looks like a conjunction"),
        pytest.param("الآن", "الان", id="too little would be left"),
        pytest.param("AT&T قالت، «نعم»", "AT T قالت نعم", id="other scripts and signs"),
        pytest.param("ایران ۲۰۲۵ کتاب", "ايران 2025 كتاب", id="Persian letters"),
        pytest.param("مسؤول مسئول", "مسءول مسءول", id="hamza"),
        pytest.param("المـــدينة\u200f", "مدينه", id="tatweel and controls"),
        pytest.param("", "", id="empty"),
    ],
)
def test_stem_prefixes_leaves_what_is_searched_for(text: str, expected: str) -> None:
    assert stem_prefixes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("والمعارضةُ السورية", "معارض سور", id="feminine"),
        pytest.param("الوزارات الوزارة", "وزار وزار", id="plural"),
        pytest.param("المهندسون المهندسين", "مهندس مهندس", id="cases"),
        pytest.param("كتابها", "كتاب", id="pronoun"),
        pytest.param("بيروت", "بيروت", id="no bare preposition taken"),
        pytest.param("يدان", "يد", id="two letters are left at least"),
    ],
)
def test_stem_light_takes_endings_too(text: str, expected: str) -> None:
    assert stem_light(text) == expected


@given(st.text())
def test_stems_never_raise_and_keep_the_number_of_words(text: str) -> None:
    assert len(stem_prefixes(text).split(" ")) == len(stem_light(text).split(" "))


def test_stop_words_stand_in_the_spelling_of_search() -> None:
    assert {word for word in STOP_WORDS if fold_search(word) != word} == set()
    assert {"من", "في", "علي", "الي", "ان"} <= STOP_WORDS
