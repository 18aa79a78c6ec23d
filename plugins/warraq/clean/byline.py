"""Who wrote it: names as JSON-LD, meta elements, links and byline lines give them, and no more than names."""

import re
from collections.abc import Iterator
from itertools import pairwise

from warraq.clean.captions import announces_taker
from warraq.clean.credits import AGENCY
from warraq.clean.datelines import (
    ARABIC,
    CITY_AND_HOUSE,
    MAX_LINE_LETTERS,
    START_INITIAL,
    find_place,
    is_given,
)
from warraq.clean.declared import Declared
from warraq.clean.houses import Houses, is_house_line, is_newsroom_from, list_houses, read_house_line
from warraq.clean.layout import Layout, is_embedded, is_of_others, is_pictured
from warraq.clean.names import (
    AFTER_NAME,
    BEFORE_NAME,
    cut_day,
    cut_office,
    goes_on,
    read_beside_place,
    read_labelled,
    read_link,
    read_names,
)
from warraq.clean.persons import LABEL_ALONE, MAX_NAME_LETTERS, MAX_NAMES, PREFIX, is_impersonal, is_proper, split_names
from warraq.clean.phrases import UNSPACED, fold_whole, read_whole
from warraq.clean.prose import FULL_PROSE, MIN_PROSE
from warraq.clean.sign_offs import is_caseless
from warraq.clean.signatures import is_full_name, list_linked, list_stamped, read_alone, read_linked
from warraq.clean.sites import name_host
from warraq.clean.stamped import read_dated
from warraq.clean.tags import HEADINGS
from warraq.clean.titled_names import read_under
from warraq.clean.tree import AUTHOR_LINK, Block
from warraq.clean.unspaced import NAME_ALONE, WIRED, read_amid, read_unspaced
from warraq.clean.words import Sign
from warraq.model import DropReason
from warraq.text.characters import fold_line

MIN_SITE_LETTERS = 4
NAMING = re.compile(r"(?:author|byline|reporter|writer)[_-]{1,2}name\b")
SMALL_HEADINGS = frozenset({"h4", "h5", "h6"})
COLONS = frozenset(":：/")
TAKEN = frozenset({DropReason.HEADLINE, DropReason.HEADLINE_REPEATED, DropReason.STANDFIRST, DropReason.CAPTION})
MAX_REMARK_WORDS = 5  # "enviado especial a Buenos Aires".
MIN_HEADS = 2  # Besides the first.
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
    houses = list_houses(declared)
    dateline, stated = read_city(houses, layout, verdicts, near)
    item = split_names(declared.item.authors if declared.item else ())
    metas = [split_names(tuple(one for one in authors if not is_section(one, url))) for authors in declared.authors]
    signed = [
        tuple(name for name in names if not is_site(name, declared, url) and not WIRED.fullmatch(name))
        for names in (item, *metas)
    ]
    if personal := next((names for names in signed if names and not all(map(is_impersonal, names))), None):
        return dateline, personal
    printed = stated or read_printed(houses, layout, near, end)
    if printed and all(is_proper(name) or UNSPACED.search(name) for name in printed):
        return dateline, printed
    desk = next(filter(None, signed), ()) or printed
    under = read_under(layout, verdicts, near[0], end, houses) if all(map(is_impersonal, desk)) else ()
    return dateline, tuple(name for name in under if not is_own_name(name, declared)) or desk or tuple(
        name for name in item if not WIRED.fullmatch(name)
    )


def is_site(name: str, declared: Declared, url: str | None) -> bool:
    """Tell whether a declared author is the site itself, which signs every page; a blog may bear its writer's name."""
    key, site, host = fold_line(name), fold_line(declared.site_name or ""), fold_line(name_host(url))
    if len(host) >= MIN_SITE_LETTERS and host in key and host != key:
        return True
    if " " not in name and MIN_SITE_LETTERS < len(key) < len(host) and host.startswith(key):
        return True
    title = fold_line(declared.title or "")
    return (bool(site) and (key in site or site in key)) or (len(key) > MIN_SITE_LETTERS and title.endswith(key))


def is_section(author: str, url: str | None) -> bool:
    """Tell whether a declared author is a section of the site, parted from its host by a rule, and no person of it."""
    head, _, tail = author.rpartition(" - ")
    host = fold_line(name_host(url))
    return bool(head) and len(host) >= MIN_SITE_LETTERS and host in fold_line(tail) and not is_full_name(head)


def is_own_name(name: str, declared: Declared) -> bool:
    """Tell whether a printed author is the site, by the name that it declares."""
    key, site = fold_line(name), fold_line(declared.site_name or "")
    return bool(key) and key in site


def read_city(
    houses: Houses, layout: Layout, verdicts: list[DropReason | None], near: tuple[int, int]
) -> tuple[str | None, tuple[str, ...]]:
    """Return place and names of a line ``city: name`` under the headline, and mark it."""
    behind = 2 if near[0] == near[1] else 1  # Where no headline is trusted, the first block is the headline.
    for at in range(near[0] + 1, min(near[1] + behind, len(verdicts))):
        if layout.tree.blocks[at].tag in HEADINGS or verdicts[at] in TAKEN:
            continue
        text = cut_day(layout.tree.blocks[at].text)
        if house := CITY_AND_HOUSE.match(text):
            verdicts[at] = DropReason.BYLINE
            return house["city"].strip(), ()
        if is_house_line(text, houses):
            continue
        found = read_house_line(text, houses) or read_alone(layout.tree, at, is_first=at == near[1])
        place = found or find_place(text)
        if place and not is_one_of_several(layout, verdicts, at, houses):
            verdicts[at] = DropReason.BYLINE
            return place.city, read_linked(layout.tree, at) or split_names((place.name,))
    return None, ()


def is_one_of_several(layout: Layout, verdicts: list[DropReason | None], at: int, houses: Houses) -> bool:
    """Tell whether others like a line of place and person stand amid the story, each over prose: who is heard there."""
    if verdicts[at] is not None:
        return False
    kept = [other for other in range(at + 1, len(verdicts)) if verdicts[other] is None]
    heads = 0
    for before, other, below in zip(kept, kept[1:], kept[2:], strict=False):
        text = layout.tree.blocks[other].text
        is_amid = len(text) <= MAX_NAME_LETTERS and min(layout.weights[before], layout.weights[below]) >= MIN_PROSE
        heads += bool(is_amid and (read_house_line(text, houses) or find_place(text)))
    return heads >= MIN_HEADS


def read_printed(houses: Houses, layout: Layout, near: tuple[int, int], end: int) -> tuple[str, ...]:
    """Return the names that the page prints around the headline: marked as the author's, or behind a word like "By"."""
    stop = min(near[1] + NEAR_BLOCKS, max(end, near[1] + 1), len(layout.tree.blocks))
    span = range(max(0, near[0] - NEAR_BLOCKS), stop)
    return read_stamps(layout, near[0], span) or read_lines(layout, near[0], span, houses) or read_dated(layout, span)


def read_stamps(layout: Layout, headline: int, span: range) -> tuple[str, ...]:
    """Return the names in links to authors and items of microdata; those of other stories are not of this one."""
    tree = layout.tree
    for stamp in tree.stamps:
        if (
            stamp.block not in span
            or is_of_others(layout, stamp.element, headline)
            or is_pictured(layout, stamp.element, headline)
        ):
            continue
        if stamp.name == AUTHOR_LINK and read_link(stamp.value or ""):
            return split_names(tuple(list_linked(tree, stamp)))
        if stamp.name.startswith("author"):
            text = stamp.value or tree.blocks[stamp.block].text
            names = read_names(text) if len(text) <= MAX_LINE_LETTERS else ()
            if names:
                return tuple(dict.fromkeys((*names, *list_stamped(tree, stamp))))
    return ()


def read_lines(layout: Layout, headline: int, span: range, houses: Houses) -> tuple[str, ...]:
    """Return the names in a line that is labelled or classed as a byline, or in the line after a label alone."""
    tree = layout.tree
    lead = next((at for at in span if at > headline and layout.weights[at] >= FULL_PROSE), span.stop)
    for at, (block, following) in enumerate(pairwise(tree.blocks[span.start : span.stop + 1]), span.start + 1):
        signs = tree.signs[block.element] | layout.signs[block.element]
        names: tuple[str, ...] = ()
        last, behind = block, at
        if is_elsewhere(layout, block.element, headline) or is_newsroom_from(cut_day(block.text), houses):
            continue
        if is_title(block.text) or (at > 1 and announces_taker(tree.blocks[at - 2].text)):
            continue
        if block.tag not in HEADINGS and (unspaced := read_unspaced(block.text) or read_amid(block.text)):
            return unspaced
        if LABEL_ALONE.fullmatch(block.text) and len(following.text) <= MAX_NAME_LETTERS:
            names = split_names((AFTER_NAME.sub("", following.text),))
            last, behind = following, at + 1
        elif len(block.text) <= MAX_LINE_LETTERS and (
            signs & Sign.BYLINE or (at <= lead and is_signed(block)) or is_signed(block, HEADINGS)
        ):
            placed = read_beside_place(block.text) if signs & Sign.BYLINE else ()
            names = placed or read_names(cut_office(block.text) if signs & Sign.BYLINE else block.text)
        if not names and len(block.text) <= MAX_LINE_LETTERS and block.tag not in HEADINGS:
            names = read_labelled(block.text)
        is_alone = len(names) == 1 and (
            (signs & Sign.BYLINE and is_word_alone(tree.names[block.element], names[0]))
            or (AGENCY.fullmatch(names[0]) and PREFIX.match(block.text))
        )
        if names and (is_alone or all(is_proper(name) for name in names)):
            return tuple(dict.fromkeys((*names, *read_beside(layout, last, behind))))
    return ()


def is_elsewhere(layout: Layout, element: int, headline: int) -> bool:
    """Tell whether a line stands in a post, among other stories or in a caption: it names no writer of this one."""
    is_others = is_embedded(layout.tree, element) or is_of_others(layout, element, headline)
    return is_others or is_pictured(layout, element, headline)


def is_word_alone(names: str, word: str) -> bool:
    """Tell whether one word is a name, where no capital can say so: by its script, or by a class like "byline-name"."""
    return NAME_ALONE.fullmatch(word) is not None or (NAMING.search(names) is not None and is_caseless(word))


def is_title(text: str) -> bool:
    """Tell whether a line is the title of the box that names the writers: «مشخصات مقاله»."""
    is_known = len(text) <= MAX_NAME_LETTERS and read_whole().get(fold_whole(text)) is DropReason.BYLINE
    return is_known and not LABEL_ALONE.fullmatch(text)


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
        return is_given(name) or START_INITIAL.match(name) is not None
    if goes_on(name, 0 if block.tag in HEADINGS else MAX_REMARK_WORDS):
        return False
    return block.tag not in unsigned or (block.tag in SMALL_HEADINGS and is_full_name(name))


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
