"""Parts of a page that React streams after it: put back into their places before the page is read.

React 18 sends what is late at the end, hidden, as ``<div hidden id="S:1">``, with ``<template id="P:1">`` or ``B:1``
where it belongs (pages of 2024 on). Without scripts the reader would find the body after the footer, out of order.
"""

from selectolax.lexbor import LexborHTMLParser, LexborNode

SIGN = 'id="S:'
MAX_PARTS = 200


def place_streamed(parser: LexborHTMLParser) -> None:
    """Move the parts that were sent late into their places; one without a place stays where it is."""
    for part in parser.css('div[hidden][id^="S:"]')[:MAX_PARTS]:
        number = (part.id or "")[2:]
        slot = parser.css_first(f'template[id="P:{number}"],template[id="B:{number}"]') if number.isalnum() else None
        if slot is not None and not is_within(slot, part):
            del part.attrs["hidden"]
            slot.replace_with(part)
            part.decompose()


def is_within(node: LexborNode, outer: LexborNode) -> bool:
    """Tell whether a node stands inside another."""
    parent = node.parent
    while parent is not None and parent.mem_id != outer.mem_id:
        parent = parent.parent
    return parent is not None
