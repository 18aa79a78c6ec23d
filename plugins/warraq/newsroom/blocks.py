"""Bodies as markup, common to all publishers."""

from collections.abc import Callable, Sequence
from itertools import groupby

from warraq.newsroom.layout import NOTHING, Layout, Markup, join
from warraq.newsroom.stories import Block, BlockKind

# What stands after a block that is not the story's: a teaser, a newsletter box, a pull quote. Takes the block's place.
Inset = Callable[[int], Markup]


def render_blocks(layout: Layout, blocks: Sequence[Block], inset: Inset = lambda _: NOTHING) -> Markup:
    """Render a body; list items that follow one another become one list."""
    parts: list[Markup] = []
    for is_list, group in groupby(enumerate(blocks), key=lambda pair: pair[1].kind is BlockKind.ITEM):
        rows = [(place, layout.fill(block.kind, text=block.text)) for place, block in group]
        if is_list:
            parts.append(layout.fill("items", items=join(*(row for _, row in rows))))
            parts.append(inset(rows[-1][0]))
        else:
            parts.extend(join(row, inset(place)) for place, row in rows)
    return join(*parts)


def render_breaks(layout: Layout, blocks: Sequence[Block]) -> Markup:
    """Render a body as text and ``<br>`` alone."""
    rows = [layout.fill("line", text=block.text).rstrip("\n") for block in blocks]
    return join(*rows, between="<br />\n<br />\n")
