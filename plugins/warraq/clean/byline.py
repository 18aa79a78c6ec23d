"""Who wrote it: names as JSON-LD, meta elements, links and byline lines give them, and no more than names."""

from collections.abc import Iterator
from itertools import pairwise

from warraq.clean.datelines import ARABIC, CITY_AND_HOUSE, LABEL, MAX_LINE_LETTERS, find_city, is_given
from warraq.clean.declared import Declared
from warraq.clean.headline import name_host
from warraq.clean.layout import FULL_PROSE, Layout, is_embedded, is_of_others
from warraq.clean.names import (
    AFTER_NAME,
    BEFORE_NAME,
    LABEL_ALONE,
    MAX_NAME_LETTERS,
    MAX_NAMES,
    PREFIX,
    is_impersonal,
    is_proper,
    read_labelled,
    read_link,
    read_names,
    read_sign_off,
    split_names,
)
from warraq.clean.phrases import UNSPACED
from warraq.clean.tags import HEADINGS
from warraq.clean.tree import AUTHOR_LINK, Block, Stamp, Tree
from warraq.clean.unspaced import NAME_ALONE, read_amid, read_unspaced
from warraq.clean.words import Sign
from warraq.model import DropReason
from warraq.text.characters import fold_line

MIN_SITE_LETTERS = 4
COLONS = frozenset(":：/")
SIGNATURE_BEFORE, SIGNATURE_AFTER = 4, 8  # Blocks around the end of the body.
TAKEN = frozenset({DropReason.HEADLINE, DropReason.HEADLINE_REPEATED, DropReason.STANDFIRST, DropReason.CAPTION})
NEAR_BLOCKS = 14  # A byline stands so many blocks around the headline or the first paragraph.


def read_byline(
    declared: Declared,
    layout: Layout,
    verdicts: list[DropReason | None],
    near: tuple[int, int],
    end: int,
    url: str | None,
) -> tuple[str | None, tuple[str, ...]]:
    """Return the dateline and the authors' names: JSON-LD first, then meta elements, microdata, lines around ``near``.

    ``end`` is the block after the body: names that stand nowhere else are looked for there.

    The dateline is None where no byline line names a place; the names are empty where none is named. A person who is
    printed comes before a desk that is declared.
    """
    dateline, stated = read_city(layout, verdicts, near)
    item = split_names(declared.item.authors if declared.item else ())
    metas = [split_names(authors) for authors in declared.authors]
    signed = [tuple(name for name in names if not is_site(name, declared, url)) for names in (item, *metas)]
    if personal := next((names for names in signed if names and not all(map(is_impersonal, names))), None):
        return dateline, personal
    printed = stated or read_printed(layout, near)
    if printed and all(is_proper(name) or UNSPACED.search(name) for name in printed):
        return dateline, printed
    return dateline, next(filter(None, signed), ()) or printed or read_signature(layout, near[0], end) or item


def is_site(name: str, declared: Declared, url: str | None) -> bool:
    """Tell whether a declared author is the site itself, which signs every page; a blog may bear its writer's name."""
    key, site, host = fold_line(name), fold_line(declared.site_name or ""), fold_line(name_host(url))
    if len(host) >= MIN_SITE_LETTERS and host in key and host != key:
        return True
    title = fold_line(declared.title or "")
    return (bool(site) and (key in site or site in key)) or (len(key) > MIN_SITE_LETTERS and title.endswith(key))


def read_city(
    layout: Layout, verdicts: list[DropReason | None], near: tuple[int, int]
) -> tuple[str | None, tuple[str, ...]]:
    """Return place and names of a line ``city: name`` under the headline, and mark it."""
    behind = 2 if near[0] == near[1] else 1  # Where no headline is trusted, the first block is the headline.
    for at in range(near[0] + 1, min(near[1] + behind, len(verdicts))):
        if layout.tree.blocks[at].tag in HEADINGS or verdicts[at] in TAKEN:
            continue
        text = layout.tree.blocks[at].text
        if house := CITY_AND_HOUSE.match(text):
            verdicts[at] = DropReason.BYLINE
            return house["city"].strip(), ()
        if found := find_city(text):
            verdicts[at] = DropReason.BYLINE
            city = None if LABEL.match(found["city"]) else found["city"].strip()
            return city, split_names((found["name"],))
    return None, ()


def read_printed(layout: Layout, near: tuple[int, int]) -> tuple[str, ...]:
    """Return the names that the page prints around the headline: marked as the author's, or behind a word like "By"."""
    span = range(max(0, near[0] - NEAR_BLOCKS), min(near[1] + NEAR_BLOCKS, len(layout.tree.blocks)))
    return read_stamps(layout, near[0], span) or read_lines(layout, near[0], span)


def read_stamps(layout: Layout, headline: int, span: range) -> tuple[str, ...]:
    """Return the names in links to authors and items of microdata; those of other stories are not of this one."""
    tree = layout.tree
    for stamp in tree.stamps:
        if stamp.block not in span or is_of_others(layout, stamp.element, headline):
            continue
        if stamp.name == AUTHOR_LINK and read_link(stamp.value or ""):
            return split_names(tuple(list_linked(tree, stamp)))
        if stamp.name.startswith("author"):
            text = stamp.value or tree.blocks[stamp.block].text
            names = read_names(text) if len(text) <= MAX_LINE_LETTERS else ()
            if names:
                beside = (one.value for one in tree.stamps if one[0::2] == stamp[0::2] and one.block == stamp.block)
                return tuple(dict.fromkeys((*names, *(name for one in beside if one for name in read_names(one)))))
    return ()


def list_linked(tree: Tree, first: Stamp) -> Iterator[str]:
    """Yield the names in the links to authors beside ``first``: in one line, or in a row of the same kind."""
    home = tree.parents[first.element], tree.names[first.element]
    for stamp in tree.stamps:
        is_beside = stamp.element == first.element or (
            (tree.parents[stamp.element], tree.names[stamp.element]) == home
            and first.block <= stamp.block <= first.block + MAX_NAMES
        )
        if stamp.name == AUTHOR_LINK and is_beside and (name := read_link(stamp.value or "")):
            yield name


def read_lines(layout: Layout, headline: int, span: range) -> tuple[str, ...]:
    """Return the names in a line that is labelled or classed as a byline, or in the line after a label alone."""
    tree = layout.tree
    lead = next((at for at in span if at > headline and layout.weights[at] >= FULL_PROSE), span.stop)
    for at, (block, following) in enumerate(pairwise(tree.blocks[span.start : span.stop + 1]), span.start + 1):
        signs = tree.signs[block.element] | layout.signs[block.element]
        names: tuple[str, ...] = ()
        if is_embedded(tree, block.element) or is_of_others(layout, block.element, headline):
            continue
        if block.tag not in HEADINGS and (unspaced := read_unspaced(block.text) or read_amid(block.text)):
            return unspaced
        if LABEL_ALONE.fullmatch(block.text) and len(following.text) <= MAX_NAME_LETTERS:
            names = split_names((AFTER_NAME.sub("", following.text),))
        elif len(block.text) <= MAX_LINE_LETTERS and (
            signs & Sign.BYLINE or (at <= lead and is_signed(block)) or is_signed(block, HEADINGS)
        ):
            names = read_names(block.text)
        if not names and len(block.text) <= MAX_LINE_LETTERS and block.tag not in HEADINGS:
            names = read_labelled(block.text)
        is_alone = signs & Sign.BYLINE and len(names) == 1 and NAME_ALONE.fullmatch(names[0])
        if names and (is_alone or all(is_proper(name) for name in names)):
            return tuple(dict.fromkeys((*names, *read_beside(layout, block, at))))
    return ()


def is_signed(block: Block, unsigned: frozenset[str] = frozenset()) -> bool:
    """Tell whether a line begins with a word like "By" and goes on with a name; none in an element ``unsigned`` does.

    Where no capital tells a name, a colon must stand or a given name.
    """
    text = BEFORE_NAME.sub("", block.text)
    label = PREFIX.match(text)
    if label is None or label[0].rstrip()[-1] in COLONS:
        return label is not None
    name = text[label.end() :]
    if ARABIC.match(name):
        return is_given(name)
    return block.tag not in unsigned


def read_beside(layout: Layout, block: Block, at: int) -> Iterator[str]:
    """Yield the names in the blocks from ``at`` on that stand as ``block`` does, in an element of the same class."""
    tree = layout.tree
    named = tree.names[block.element]
    for other in tree.blocks[at : at + MAX_NAMES]:
        names = read_names(other.text)
        is_line = len(other.text) <= MAX_LINE_LETTERS and tree.names[other.element] == named
        if not named or not is_line or not names or not all(map(is_proper, names)):
            return
        yield from names


def read_signature(layout: Layout, headline: int, end: int) -> tuple[str, ...]:
    """Return the names under the story: a link to the author, or a line that says so."""
    tree = layout.tree
    span = range(max(0, end - SIGNATURE_BEFORE), end + SIGNATURE_AFTER)
    for stamp in tree.stamps:
        is_link = stamp.name == AUTHOR_LINK and stamp.block in span and read_link(stamp.value or "")
        if is_link and not is_of_others(layout, stamp.element, headline):
            return split_names(tuple(list_linked(tree, stamp)))
    own = [
        (at, block.text)
        for at, block in enumerate(tree.blocks[span.start : span.stop], span.start)
        if not is_of_others(layout, block.element, headline)
    ]
    for _, text in own:
        label = PREFIX.match(text) if len(text) <= MAX_LINE_LETTERS else None
        if label and label[0].rstrip()[-1] in ":：":
            names = split_names((AFTER_NAME.sub("", text[label.end() :]),))
            if names and all(is_proper(name) for name in names):
                return names
    quoted = {at for at, block in enumerate(tree.blocks[: end + 2]) if block.tag == "blockquote"}
    last = (
        read_sign_off(text, is_under=at >= end)
        for at, text in own
        if end - 2 <= at < end + 2 and not {at, at - 1} & quoted
    )
    return next(filter(None, last), ())
