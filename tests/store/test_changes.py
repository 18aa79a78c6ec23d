"""The classes of change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.store import classify_change
from warraq.store.changes import count_edits


@pytest.mark.parametrize(
    ("before", "after", "change_class"),
    [
        pytest.param(("عنوان", "نص"), ("عنوان", "نص"), "detail", id="neither headline nor body"),
        pytest.param(("عنوان", "نص"), ("عنوان آخر", "نص"), "headline", id="headline"),
        pytest.param(("عنوان", "شهدت بيروت"), ("عنوان", "شهدث بيروت"), "typo", id="a letter"),
        pytest.param(("عاد الرئيس", "نص"), ("عاد الرءيس", "نص"), "typo", id="a letter of the headline"),
        pytest.param(("عنوان", "قتل 12 شخصا"), ("عنوان", "قتل 21 شخصا"), "correction", id="a number"),
        pytest.param(("عنوان", "لم يحضر الوزير"), ("عنوان", "لن يحضر الوزير"), "correction", id="a negation"),
        pytest.param(("عنوان", "حضر الوزير"), ("عنوان", "لم يحضر الوزير"), "correction", id="a word more"),
        pytest.param(("a", "b"), ("c", "d e"), "correction", id="both"),
        pytest.param((None, "نص"), ("عنوان", "نص"), "headline", id="a headline where there was none"),
        pytest.param(("عنوان", None), ("عنوان", None), "correction", id="a body that may not be kept"),
        pytest.param(("عنوان", None), ("آخر", None), "headline", id="a headline over a body that may not be kept"),
    ],
)
def test_a_change_has_the_class_a_reader_would_give_it(
    before: tuple[str | None, str | None], after: tuple[str | None, str | None], change_class: str
) -> None:
    is_same_text = change_class == "detail"

    assert classify_change(before, after, is_same_text=is_same_text) == change_class


@given(st.text(), st.text())
def test_edits_are_counted_alike_from_both_sides_and_none_between_equals(old: str, new: str) -> None:
    assert count_edits(old, new) == count_edits(new, old)
    assert (count_edits(old, new) == 0) == (old == new)
