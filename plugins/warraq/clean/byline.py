"""Who wrote it: names as JSON-LD, meta elements, links and byline lines give them, and no more than names."""

import re

from warraq.clean.author_stamps import list_linked, list_stamped, read_linked, read_stamp
from warraq.clean.datelines import (
    ARABIC,
    CITY_AND_HOUSE,
    MAX_LINE_LETTERS,
    find_place,
    is_person,
    read_table,
)
from warraq.clean.declared import Declared
from warraq.clean.houses import PARTED, Houses, is_house, is_house_line, list_houses, read_house_line, read_words
from warraq.clean.layout import Layout, find_top, is_of_others, is_pictured
from warraq.clean.named_offices import read_officed_line
from warraq.clean.names import (
    BEFORE_NAME,
    cut_day,
    read_link,
    read_names,
)
from warraq.clean.offices import drop_offices
from warraq.clean.paired_names import JOINERS
from warraq.clean.persons import MAX_NAME_LETTERS, OTHER_PART, is_impersonal, is_proper, split_names
from warraq.clean.phrases import UNSPACED
from warraq.clean.prose import FULL_PROSE, MIN_PROSE, is_stressed
from warraq.clean.signatures import is_full_name, read_alone
from warraq.clean.signed_lines import read_lines
from warraq.clean.signers import read_first, read_opening, read_stressed_opening
from warraq.clean.sites import name_host
from warraq.clean.stamped import read_dated, read_stressed
from warraq.clean.tags import HEADINGS
from warraq.clean.titled_names import read_under
from warraq.clean.tree import AUTHOR_LINK
from warraq.clean.unspaced import WIRED
from warraq.model import DropReason
from warraq.text.characters import fold_line

MIN_SITE_LETTERS = 4
SOURCE_LABEL = re.compile(r"^المصدر\s?:\s?(?=\S)")  # «المصدر: المنامة - رنا خوري».
TAKEN = frozenset({DropReason.HEADLINE, DropReason.HEADLINE_REPEATED, DropReason.STANDFIRST, DropReason.CAPTION})
HOUSE_WORDS = 2
UNDER_DECK = 5  # Blocks.
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
    item = split_persons(declared.item.authors if declared.item else (), houses)
    metas = [
        split_persons(tuple(one for one in authors if not is_section(one, url)), houses) for authors in declared.authors
    ]
    signed = [
        tuple(name for name in names if not is_site(name, declared, url) and not is_paper(name, houses))
        for names in (item, *metas)
    ]
    signed = [tuple(name for name in names if not WIRED.fullmatch(name)) for names in signed]
    named = [names for names in signed if names and not all(map(is_nobody, names))]
    organizations = frozenset(split_names(declared.item.houses)) if declared.item else frozenset()
    if personal := next((names for names in named if not organizations.issuperset(names)), None):
        is_alone = item == () and len(personal) == 1
        return dateline, add_printed(personal, houses, layout, near, end) if is_alone else personal
    stated = stated or read_first(layout, verdicts)
    printed = drop_offices(split_persons(stated or read_printed(houses, layout, near, end), houses))
    printed = printed or read_stressed_opening(layout, verdicts, near[0])
    printed = tuple(name for name in printed if not (is_paper(name, houses) and is_own_name(name, declared)))
    printed = (*printed[:1], *(name for name in printed[1:] if not is_sites_own(name, declared, url)))
    is_named = bool(printed) and not all(map(is_impersonal, printed))
    if is_named and all(is_proper(name) or UNSPACED.search(name) for name in printed):
        return dateline, printed
    desk = next(iter(named), ()) or next(filter(None, signed), ()) or printed
    under = read_under(layout, verdicts, near[0], end, houses) if all(map(is_nobody, desk)) else ()
    return dateline, tuple(name for name in under if not is_own_name(name, declared)) or desk or tuple(
        name for name in item if not WIRED.fullmatch(name)
    )


def add_printed(
    declared: tuple[str, ...], houses: Houses, layout: Layout, near: tuple[int, int], end: int
) -> tuple[str, ...]:
    """Return the one person whom meta elements declare, with others where a printed line joins full names to it.

    Who checked or edited it is named in such lines too.
    """
    blocks = layout.tree.blocks[max(0, near[0] - NEAR_BLOCKS) : near[1] + NEAR_BLOCKS]
    joined = [one.text for one in blocks if len(one.text) <= MAX_LINE_LETTERS and declared[0] in one.text]
    if not any(JOINERS.search(text.replace(declared[0], "")) and not OTHER_PART.search(text) for text in joined):
        return declared
    names = read_printed(houses, layout, near, end)
    is_one_line = any(all(name in text for name in names) for text in joined)
    is_full = is_one_line and len(names) > 1 and declared[0] in names and all(map(is_full_name, names))
    return drop_offices(names) if is_full else declared


def split_persons(texts: tuple[str, ...], houses: Houses) -> tuple[str, ...]:
    """Return the names in texts, of a site or a city and a person the person: «المرسى - رنا خوري»."""
    parted = (choose_person(text, houses) if PARTED.search(text) else cut_house(text, houses) for text in texts)
    return split_names(tuple(parted))


def cut_house(text: str, houses: Houses) -> str:
    """Return a name of two words and more without the site's own, of two words, behind it: "Jane Roe Elm Post"."""
    words = text.split()
    is_behind = len(words) >= 2 * HOUSE_WORDS and is_house(" ".join(words[-HOUSE_WORDS:]), houses)
    return " ".join(words[:-HOUSE_WORDS]) if is_behind else text


def choose_person(text: str, houses: Houses) -> str:
    """Return the person that an author of several parts names beside a site or a city; any other author as it is."""
    if place := read_house_line(text, houses):
        return place.name
    site, _, name = text.partition(" - ")
    return name if is_full_name(name) and is_house(site, houses) else text


def is_site(name: str, declared: Declared, url: str | None) -> bool:
    """Tell whether a declared author is the site itself, which signs every page; a blog may bear its writer's name."""
    key, site, host = fold_line(name), fold_line(declared.site_name or ""), fold_line(name_host(url))
    if len(host) >= MIN_SITE_LETTERS and host in key and host != key:
        return True
    if " " not in name and MIN_SITE_LETTERS < len(key) < len(host) and host.startswith(key):
        return True
    title = fold_line(declared.title or "")
    return (bool(site) and (key in site or site in key)) or (len(key) > MIN_SITE_LETTERS and title.endswith(key))


def is_paper(name: str, houses: Houses) -> bool:
    """Tell whether an author in Arabic letters is the site, by a name under which the page calls it; no person is."""
    return ARABIC.match(name) is not None and not is_person(name) and is_house(name, houses)


def is_nobody(name: str) -> bool:
    """Tell whether an author is a desk, a login, or newsroom words alone: «الجريدة», «فريق التحرير»."""
    if is_impersonal(name) or not ARABIC.match(name):
        return is_impersonal(name)
    newsroom = read_table().newsroom
    return all(word in newsroom or word.removeprefix("ال") in newsroom for word in read_words(name))


def is_section(author: str, url: str | None) -> bool:
    """Tell whether a declared author is a section of the site, parted from its host by a rule, and no person of it."""
    head, _, tail = author.rpartition(" - ")
    host = fold_line(name_host(url))
    return bool(head) and len(host) >= MIN_SITE_LETTERS and host in fold_line(tail) and not is_full_name(head)


def is_own_name(name: str, declared: Declared) -> bool:
    """Tell whether a printed author is the site, by the name that it declares."""
    key, site = fold_line(name), fold_line(declared.site_name or "")
    return bool(key) and key in site


def is_sites_own(name: str, declared: Declared, url: str | None) -> bool:
    """Tell whether a further printed author is the site, by its declared name or its host."""
    return fold_line(name) in {fold_line(declared.site_name or ""), fold_line(name_host(url))}


def read_city(
    houses: Houses, layout: Layout, verdicts: list[DropReason | None], near: tuple[int, int]
) -> tuple[str | None, tuple[str, ...]]:
    """Return place and names of a line ``city: name`` under the headline, and mark it."""
    behind = 2 if near[0] == near[1] else 1  # Where no headline is trusted, the first block is the headline.
    under = range(near[1], min(near[1] + UNDER_DECK, len(verdicts)))
    lead = next((at for at in under if layout.weights[at] >= FULL_PROSE), near[1])  # Below a deck and a caption.
    stop = min(max(near[1] + behind, lead), len(verdicts))
    if stop < len(verdicts) and verdicts[stop] is DropReason.BYLINE:
        stop += 1  # Behind a word over it.
    # A line of the story's own cell is no headline, unless it is in bold and no byline itself.
    first = layout.tree.blocks[near[0] : near[0] + 1]
    is_headed = near[0] < near[1] or any(is_stressed(one) and not find_place(one.text) for one in first)
    for at in range(near[0] + is_headed, stop):
        if layout.tree.blocks[at].tag in HEADINGS or verdicts[at] in TAKEN:
            continue
        text = cut_day(BEFORE_NAME.sub("", SOURCE_LABEL.sub("", layout.tree.blocks[at].text)))
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
    opening = layout.tree.blocks[near[1] : near[1] + 1]
    return None, read_opening(opening[0].text) if opening else ()


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
    span = range(find_top(layout, near[0], NEAR_BLOCKS), stop)
    return (
        read_stamps(layout, near[0], span)
        or read_lines(layout, near[0], span, houses)
        or (read_dated(layout, span) or read_stressed(layout, near[0]) or read_officed_line(layout, near[0]))
    )


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
            text = read_stamp(layout, stamp)
            names = read_names(text) if len(text) <= MAX_LINE_LETTERS else ()
            if names:
                return tuple(dict.fromkeys((*names, *list_stamped(tree, stamp))))
    return ()
