"""Many words as one pattern."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.text.tries import write_trie


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("subtitle", "subtitle", id="the longest word"),
        pytest.param("subtitre", "subtit", id="a shorter one that it begins with"),
        pytest.param("my-captions", "caption", id="amid others"),
        pytest.param("subti", None, id="a beginning alone"),
    ],
)
def test_a_trie_finds_the_longest_word_at_the_first_place(text: str, expected: str | None) -> None:
    found = re.search(write_trie(["subtit", "subtitle", "caption"]), text)

    assert (found and found[0]) == expected


@given(st.lists(st.text("ab.|", min_size=1, max_size=4), min_size=1, max_size=8), st.text("ab.|", max_size=12))
def test_a_trie_finds_what_an_alternation_of_the_words_finds(words: list[str], text: str) -> None:
    longest_first = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    expected, found = re.search(longest_first, text), re.search(write_trie(words), text)

    assert (found and found.span()) == (expected and expected.span())
