"""Pages go in chunks that fit into memory."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.pipeline.chunks import split_chunks


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param([1, 1, 1, 1], [[1, 1, 1], [1]], id="so many at a time"),
        pytest.param([6, 4, 1], [[6, 4], [1]], id="so many bytes at a time"),
        pytest.param([11, 1], [[11], [1]], id="one that alone has more"),
        pytest.param([1, 11], [[1], [11]], id="and after a small one"),
    ],
)
def test_a_chunk_ends_by_number_or_by_bytes(sizes: list[int], expected: list[list[int]]) -> None:
    assert list(split_chunks(sizes, measure=int, max_items=3, max_bytes=10)) == expected


@given(st.lists(st.integers(0, 20)))
def test_nothing_is_lost_and_no_chunk_is_over_its_bounds(sizes: list[int]) -> None:
    chunks = list(split_chunks(sizes, measure=int, max_items=3, max_bytes=10))
    assert [size for chunk in chunks for size in chunk] == sizes
    assert all(len(chunk) == 1 or (len(chunk) <= 3 and sum(chunk) <= 10) for chunk in chunks)
