"""Pages in chunks that fit into memory, however large each of them is."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from warraq.model import Page, Rejection

T = TypeVar("T")

MAX_BYTES = 64_000_000  # Of pages held at once; a page alone may have more.


def split_chunks(
    items: Iterable[T], *, measure: Callable[[T], int], max_items: int, max_bytes: int = MAX_BYTES
) -> Iterator[list[T]]:
    """Yield the items in their order, at most so many at a time, and so many bytes unless one alone has more."""
    chunk: list[T] = []
    held = 0
    for item in items:
        size = measure(item)
        if chunk and (len(chunk) == max_items or held + size > max_bytes):
            yield chunk
            chunk, held = [], 0
        chunk.append(item)
        held += size
    if chunk:
        yield chunk


def measure_page(page: Page | Rejection) -> int:
    """Return how many bytes of a page are held."""
    return len(page.content) if isinstance(page, Page) else 0
