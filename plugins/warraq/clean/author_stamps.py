"""The names in links to authors and in items of microdata."""

from collections.abc import Iterator
from itertools import islice

from warraq.clean.layout import Layout
from warraq.clean.names import read_link, read_names
from warraq.clean.persons import MAX_NAMES, split_names
from warraq.clean.tree import AUTHOR_LINK, Stamp, Tree


def read_linked(tree: Tree, at: int) -> tuple[str, ...]:
    """Return the name in a link to the author that begins a block: what stands behind it is house and place."""
    linked = (one.value for one in tree.stamps if one.block == at and one.name == AUTHOR_LINK and one.value)
    name = next(filter(tree.blocks[at].text.startswith, linked), None)
    return split_names((name,)) if name and read_link(name) else ()


def list_linked(tree: Tree, first: Stamp) -> Iterator[str]:
    """Return the names in the links to authors beside ``first``: in one line, or in a row of the same kind."""
    home = tree.parents[first.element], tree.names[first.element]
    row = range(first.block, first.block + MAX_NAMES + 1)
    beside = (
        stamp.value or ""
        for stamp in tree.stamps
        if stamp.name == AUTHOR_LINK
        if stamp.element == first.element
        or (stamp.block in row and (tree.parents[stamp.element], tree.names[stamp.element]) == home)
    )
    return filter(None, map(read_link, islice(dict.fromkeys(beside), MAX_NAMES)))


def read_stamp(layout: Layout, stamp: Stamp) -> str:
    """Return what an item of microdata says: its value, or the first line that its element holds."""
    holds = layout.ends[stamp.element] > stamp.block
    return stamp.value or (layout.tree.blocks[stamp.block].text if holds else "")


def list_stamped(tree: Tree, first: Stamp) -> Iterator[str]:
    """Yield the names in the items of microdata like ``first``: in its own element, and in those beside that."""
    row = tree.parents[first.element]
    for stamp in tree.stamps:
        if stamp.name != first.name or not first.block <= stamp.block <= first.block + MAX_NAMES:
            continue
        if stamp.element == first.element and stamp.block == first.block:
            yield from read_names(stamp.value or "")
        elif first.value is None and tree.parents[stamp.element] == row:
            lines = tree.blocks[tree.first_blocks[stamp.element] :][:1]
            yield from (name for line in lines if line.element == stamp.element for name in read_names(line.text))
