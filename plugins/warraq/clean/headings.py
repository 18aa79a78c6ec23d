"""The h1s and lines of a page that may be its headline."""

import re
from itertools import islice
from typing import NamedTuple

from warraq.clean.dashed import RULES
from warraq.clean.declared import Declared
from warraq.clean.sites import MIN_KICKED_LETTERS, MIN_LETTERS, SEPARATOR, name_host
from warraq.clean.tags import HEADINGS
from warraq.clean.tree import Tree, climb_tree
from warraq.clean.words import Sign
from warraq.text.characters import fold_line

BEHIND_COMMA = re.compile(r"\s*[،,]\s*(?=[^\s،,]+(?:\s[^\s،,]+){0,3}$)")  # «العنوان، سفر وسياحة»: a section (2005).
AFTER_KICKER = re.compile(rf"{SEPARATOR.pattern}|\s*[:.]\s+")
HOME = re.compile(r"(?:\./?|/|/?index\.\w+|(?:https?:)?//[^/?#]+/?)")  # An h1 that leads there is the site's name.
COUNTER = re.compile(r"\s*[（(]\d{1,2}/\d{1,2}(?:\s?ページ)?[)）]$")  # Of the page's parts.
MAX_LETTERS = 400
MAX_HEADINGS = 50
MAX_SPANS_BEHIND, MAX_WORDS_BEHIND = 3, 3  # A longer end is the headline's other half.
MAX_KICKER_WORDS = 5
MIN_HOST = 4  # Letters of a host's name.


class Heading(NamedTuple):
    """An h1 of the page."""

    block: int  # Its first block.
    text: str
    parts: tuple[str, ...]  # What its spans hold.
    is_heading: bool = True


def read_headings(tree: Tree) -> tuple[Heading, ...]:
    """Return the page's h1s in their order."""
    found: dict[int, Heading] = {}
    for element in islice((at for at, tag in enumerate(tree.tags) if tag == "h1"), MAX_HEADINGS):
        texts = []
        at = tree.first_blocks[element]
        while at < len(tree.blocks) and is_inside(tree, tree.blocks[at].element, element):
            texts.append(tree.blocks[at].text)
            at += 1
        if texts and not is_aside(tree, element) and not HOME.fullmatch(tree.addresses.get(element, "-").strip()):
            parts = tree.heading_parts.get(element) or (tuple(texts) if len(texts) > 1 else ())
            found[element] = Heading(tree.first_blocks[element], " ".join(texts), parts)
    return tuple(found.values())


def is_aside(tree: Tree, element: int) -> bool:
    """Tell whether no reader sees an element, or it stands in the page's navigation."""
    return any(tree.signs[one] & Sign.HIDDEN or tree.tags[one] == "nav" for one in climb_tree(tree, element))


def is_inside(tree: Tree, element: int, outer: int) -> bool:
    """Tell whether an element lies in another, within a few levels."""
    while element > outer:
        element = tree.parents[element]
    return element == outer


def cut_kicker(heading: Heading, declared: Declared) -> str:
    """Return an h1 without the kicker in a span before the headline, or what stands in one behind it.

    Only where the page declares the headline without them.
    """
    declared_texts = (*declared.titles, declared.title or "", (declared.item and declared.item.headline) or "")
    whole, printed = fold_line(heading.text), COUNTER.sub("", heading.text)
    for text in declared_texts:
        head = SEPARATOR.split(text)[0]
        if len(fold_line(head)) >= MIN_KICKED_LETTERS and printed.endswith(head) and fold_line(head) != whole:
            return head
    words = heading.text.split()
    keys = {key for key in map(fold_line, declared_texts) if len(key) >= MIN_KICKED_LETTERS}
    for kicker in range(1, min(MAX_KICKER_WORDS, len(words) - 1) + 1):
        rest = " ".join(words[kicker:])
        if fold_line(rest) in keys - {whole}:
            return rest
    return cut_spans(heading, declared_texts, keys)


def cut_spans(heading: Heading, declared_texts: tuple[str, ...], keys: set[str]) -> str:
    """Return an h1 without its first span or its last ones, where the page declares the rest; ``keys`` are folded."""
    if len(heading.parts) < 2:  # noqa: PLR2004 - a kicker and a headline.
        return heading.text
    ends = range(len(heading.parts) - 1, max(0, len(heading.parts) - MAX_SPANS_BEHIND - 1), -1)
    fronts = (
        " ".join(heading.parts[:end]) for end in ends if len(" ".join(heading.parts[end:]).split()) <= MAX_WORDS_BEHIND
    )
    titles = [text for text in declared_texts if not text.startswith(heading.text)]
    if front := next((front for front in fronts if fold_line(front) in keys or is_titled(front, titles)), None):
        return front
    rest = " ".join(heading.parts[1:]).lstrip(RULES)
    if len(heading.parts[0].split()) <= MAX_WORDS_BEHIND and is_titled(rest, titles):
        return rest
    key, whole, kicker = fold_line(rest), fold_line(heading.text), fold_line(heading.parts[0])
    for text in declared_texts:
        folded = fold_line(text)
        parts = AFTER_KICKER.split(text, maxsplit=1)
        is_parted = folded.startswith(whole) and fold_line(parts[0]) == kicker and len(key) >= MIN_LETTERS
        if folded == key or is_parted:
            return rest
    return heading.text


def is_titled(part: str, titles: list[str]) -> bool:
    """Tell whether a title begins with a part of an h1, and a separator follows there: "… | Strait Times"."""
    is_long = len(part) >= MIN_KICKED_LETTERS
    return is_long and any(text.startswith(part) and SEPARATOR.match(text, len(part)) for text in titles)


def choose_heading(
    headings: tuple[Heading, ...],
    declared: Declared,
    first_prose: int | None,
    url: str | None,
    printed: Heading | None = None,
) -> Heading | None:
    """Return the h1 over the story: one that what the page declares confirms, else the only one with prose after it.

    Where ``printed``, a line that says what the page declares, is a heading or stands before that one, the h1 is of
    the section or of another story.
    """
    texts = (*declared.titles, declared.title, declared.item and declared.item.headline)
    keys = [key for key in (fold_line(text) for text in texts if text) if len(key) >= MIN_LETTERS]
    site = {fold_line(declared.site_name or ""), fold_line(name_host(url))}
    named = [heading for heading in headings if fold_line(heading.text) not in site]
    over = [one for one in named if first_prose is None or one.block <= first_prose]
    if said := next((one for one in over if fold_line(one.text) in keys), None):
        return said
    for heading in named:
        key = fold_line(heading.text)
        if (
            len(key) >= MIN_LETTERS
            and any(key in one or one in key for one in keys)
            and not is_site_part(heading, declared, url)
        ):
            return heading
    alone = [heading for heading in named if first_prose is None or heading.block <= first_prose]
    is_before = printed and (first_prose is None or printed.block <= first_prose)
    if alone and printed and (printed.block < alone[0].block or (is_before and printed.is_heading)):
        return printed
    if len(alone) == 1 and len(fold_line(alone[0].text)) >= MIN_LETTERS and not is_site_part(alone[0], declared, url):
        return alone[0]
    return printed


def find_printed(tree: Tree, declared: Declared, url: str | None) -> Heading | None:
    """Return the first line that says what the page declares for a headline, whatever its element; None without one.

    A heading may say a kicker before it. What a title says behind the site's name counts where nothing says the whole.
    """
    texts = [*declared.titles, *((declared.item.headline,) if declared.item and declared.item.headline else ())]
    title = declared.title or ""
    parts = [*SEPARATOR.finditer(title)]
    texts += [title, *(title[: found.start()] for found in (*parts, *BEHIND_COMMA.finditer(title)))]
    rests = [title[found.end() :] for found in (*parts, *islice(AFTER_KICKER.finditer(title), 1))]
    rests = [rest for rest in rests if len(rest) * 2 > len(title)]  # A shorter one is the site's name itself.
    own = {address for address in (url, declared.canonical) if address}
    return find_line(tree, texts, texts, own) or find_line(tree, rests, [], own)


def find_line(tree: Tree, texts: list[str], kicked: list[str], own: set[str]) -> Heading | None:
    """Return the first line that says one of the texts, or a heading that says one of ``kicked`` behind a kicker.

    Outside links, but for headings that lead to the page's ``own`` addresses.
    """
    keys = {key for key in map(fold_line, texts) if len(key) >= MIN_KICKED_LETTERS}
    ends = tuple(f" {text}" for text in kicked if len(text) >= MIN_KICKED_LETTERS)
    lengths = set(map(len, texts))
    for at, block in enumerate(tree.blocks):
        is_heading = block.tag in HEADINGS
        if block.linked and not (is_heading and tree.addresses.get(block.element) in own):
            continue
        if len(block.text) in lengths and fold_line(block.text) in keys:
            return Heading(at, block.text, (), is_heading=is_heading)
        if is_heading and block.tag != "h1" and block.text.endswith(ends):
            end = next(end for end in ends if block.text.endswith(end))
            if len(block.text[: -len(end)].split()) <= MAX_KICKER_WORDS:
                return Heading(at, end[1:], ())
    return None


def is_site_part(heading: Heading, declared: Declared, url: str | None) -> bool:
    """Tell whether an h1 is what the page's title says last, and more before it: the site's name or a section's.

    Where the title begins with the host's name, and does not end with it, the site stands in front.
    """
    *others, last = SEPARATOR.split(declared.title or "")
    if len(last) > len(" ".join(others)) or fold_line(heading.text) != fold_line(last):
        return False
    host = fold_line(name_host(url))
    is_led = len(host) >= MIN_HOST and fold_line(others[0]).startswith(host) if others else False
    return not is_led or host in fold_line(last)


def is_headline(text: str) -> bool:
    """Tell whether a heading is long enough to be one of a story."""
    return len(fold_line(text)) >= MIN_LETTERS and len(text) <= MAX_LETTERS
