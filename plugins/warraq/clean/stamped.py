"""Names that stand beside the story's day, with no word before them."""

import re

from warraq.clean.layout import Layout
from warraq.clean.signatures import is_full_name
from warraq.text.characters import fold_line

NAME_AND_DAY = re.compile(r"(?P<name>[^\W\d_][^|\d]{3,40}?)\s*\|\s*\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d).{0,60}")


def read_dated(layout: Layout, span: range) -> tuple[str, ...]:
    """Return the name before a rule and a day: «A. Name | 20.11.2026». A section's stands elsewhere on the page too."""
    blocks = layout.tree.blocks
    for at in span:
        dated = NAME_AND_DAY.fullmatch(blocks[at].text)
        if dated and is_full_name(dated["name"]):
            key = fold_line(dated["name"])
            return () if any(fold_line(other.text) == key for other in blocks) else (dated["name"],)
    return ()
