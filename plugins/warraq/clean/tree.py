"""The values that a page's tree is made of."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple


class Block(NamedTuple):
    """A run of text between two boundaries, with what its place in the page says of it."""

    text: str
    element: int  # Index of the element that holds it.
    tag: str  # Of that element.
    linked: int  # Characters inside links.
    strong: int  # Characters in bold or italics.
    after_break: bool  # Parted by a line break alone from the block before it.


class Picture(NamedTuple):
    """An image of the page, and where it stands."""

    url: str
    alt: str | None
    element: int  # Index of the element that holds it.
    block: int  # Index of the first block after it.


AUTHOR_LINK = "link-to-author"
CATEGORY = "link-to-category"
MODIFIED_TIME = "time-of-change"  # A time element whose class says so.


class Stamp(NamedTuple):
    """A ``time`` element or an item of microdata, with the value it declares if any."""

    name: str  # ``time``, ``MODIFIED_TIME``, ``author``, ``AUTHOR_LINK``, ``CATEGORY``, or the itemprop.
    value: str | None
    element: int
    block: int  # Index of the block that begins with it.


@dataclass(slots=True)
class Tree:
    """A page as flat columns: element 0 is the document, and a parent always comes before its children."""

    blocks: list[Block] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    signs: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)  # Class and id as written.
    first_blocks: list[int] = field(default_factory=list)
    forms: list[int] = field(default_factory=list)
    anchors: set[int] = field(default_factory=set)  # Blocks that link within the page.
    offers: list[tuple[int, int]] = field(default_factory=list)  # Around links that ask for something, with the block.
    buttons: list[int] = field(default_factory=list)  # Elements around one, on pages that speak of a paywall.
    pictures: list[Picture] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)
    metas: list[tuple[str, str]] = field(default_factory=list)
    canonical: str | None = None
    skips: list[tuple[str, int]] = field(default_factory=list)  # Links over a box: the id behind it, the link's block.
    scripts: list[str] = field(default_factory=list)  # JSON-LD, as written.
    addresses: dict[int, str] = field(default_factory=dict)  # What an article or the link in a heading leads to.
    marked: dict[str, list[int]] = field(default_factory=dict)  # Elements that a publisher's selectors match.
    marked_texts: dict[str, str] = field(default_factory=dict)  # The first text under a selector.
    heading_parts: dict[int, tuple[str, ...]] = field(default_factory=dict)  # Of an h1 with spans, what each holds.
    title: str | None = None
    language: str | None = None

    def open_element(self, parent: int, tag: str, signs: int, names: str) -> int:
        """Add an element that holds text, and return its index."""
        self.parents.append(parent)
        self.tags.append(tag)
        self.signs.append(signs)
        self.names.append(names)
        self.first_blocks.append(len(self.blocks))
        return len(self.parents) - 1


def climb_tree(tree: Tree, element: int) -> Iterator[int]:
    """Yield an element and all that hold it, but for the document."""
    while element:
        yield element
        element = tree.parents[element]
