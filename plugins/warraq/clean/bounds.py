"""Markup made harmless before it is parsed: nesting and attributes past what a page can need.

lexbor takes time quadratic in the depth of open elements and in the attributes of one tag: 100,000 nested div take
14 s, a million attributes minutes (facts of 2026-11-23). A BeautifulSoup tree of the same pages costs 9 s and 650 MB,
flattening them costs 1 s, and the text below survives both. Pages that cannot be so deep are not looked at.
"""

import re

LOOKED_AT_BYTES = 250_000  # Smaller pages cannot be deep enough to take a second.
MAX_TAGS = 40_000
MAX_DEPTH = 4_000
MAX_TAG_BYTES = 50_000
MAX_ATTRIBUTES = 1_000
TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)")
LONG_TAG = re.compile(rb"<([a-zA-Z][a-zA-Z0-9]*)[^<>]{%d,}>" % MAX_TAG_BYTES)
ATTRIBUTE = re.compile(rb"[^\s=\"'<>]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
# Elements that end by themselves, or hold nothing, do not nest.
FLAT = frozenset(
    b"area base br col dd dt embed hr img input li link meta option p param source".split()
    + b"tbody td th thead tr track wbr".split()
)


def bound_markup(content: bytes) -> bytes:
    """Return the markup with attributes and nesting cut to what lexbor reads in linear time."""
    if len(content) < LOOKED_AT_BYTES:
        return content
    content = LONG_TAG.sub(strip_attributes, content)
    return flatten(content) if content.count(b"<") > MAX_TAGS else content


def strip_attributes(found: re.Match[bytes]) -> bytes:
    """Return a tag without its attributes, where it has more than any page needs."""
    tag = found[0]
    count = sum(1 for _ in zip(ATTRIBUTE.finditer(tag), range(MAX_ATTRIBUTES + 1), strict=False))
    return b"<" + found[1] + b">" if count > MAX_ATTRIBUTES else tag


def flatten(content: bytes) -> bytes:
    """Return the markup without the tags of elements below the greatest depth; their text stays."""
    kept: list[bytes] = []
    depth = dropped = at = 0
    for found in TAG.finditer(content):
        if found[2].lower() in FLAT:
            continue
        is_over = (depth >= MAX_DEPTH) if not found[1] else bool(dropped)
        if is_over:
            dropped += -1 if found[1] else 1
            end = content.find(b">", found.end()) + 1 or len(content)
            kept.append(content[at : found.start()])
            at = end
        elif found[1]:
            depth = max(0, depth - 1)
        else:
            depth += 1
    return b"".join((*kept, content[at:])) if kept else content
