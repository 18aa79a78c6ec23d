"""The headline: a vote of what the page declares and prints, freed of kickers and of the site's own name."""

import re
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from warraq.clean.declared import Declared
from warraq.clean.layout import climb_tree
from warraq.clean.tags import HEADINGS
from warraq.clean.tree import Tree
from warraq.clean.words import Sign
from warraq.text.characters import fold_line as fold_text
from warraq.urls import host_of

# Weights of the witnesses. A lone h1 over prose outvotes what is declared for search engines: where they differ,
# readers saw the h1 (right on 158 of 202 pages with one h1, JSON-LD on 61 of 95; corpora of 2026-11-23).
H1, OG, TWITTER, TITLE = 10.0, 2.0, 1.0, 0.5
H1_AMONG_OTHERS = 0.5
# A newsroom's JSON-LD is written with the story, a blog's by its search plugin.
JSON_LD = {"newsarticle": 7.0, "reportagenewsarticle": 7.0, "liveblogposting": 7.0, "webpage": 0.5}
JSON_LD_OTHER = 3.0
SEPARATOR = re.compile(
    r"\s+[|–—\-:·•»«›‹~⋆]{1,2}\s+|\s*\|\s*|\s+::\s+|\s+@\s+|\s+,(?=\S)|｜|＿|\s*[-－_](?=[\u3040-\u9fff]{2,12}$)"
)
AFTER_KICKER = re.compile(rf"{SEPARATOR.pattern}|\s*[:.]\s+")
BEFORE_SITE = r"(?:\s+[^\w\s'’]{1,3}\s+|\s*[_|:]\s*)"
HOME = re.compile(r"(?:\./?|/|/?index\.\w+|(?:https?:)?//[^/?#]+/?)")  # An h1 that leads there is the site's name.
BEHIND_SITE = re.compile(r"[^:|｜–—-]{2,40}\s*(?:[:|–—-]\s+|｜)")
MIN_LETTERS = 8  # Folded: a shorter heading names a section.
MIN_KICKED_LETTERS = 16
MAX_LETTERS = 400
MAX_HEADINGS = 50
MAX_SPANS_BEHIND, MAX_WORDS_BEHIND = 3, 3  # A longer end is the headline's other half.
CUT_LETTERS = 100  # schema.org once asked for 110 at most.
BROKEN_OFF = re.compile(r"\s*(?:…|\.\.\.)$")
BLANK = re.compile(r"\s")
MAX_SITE_WORDS = 6
MAX_KICKER_WORDS = 5
MIN_SITE_LETTERS = 3
ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\w+/")  # The publisher's own address follows.


# The same few titles are compared many times over.
fold_line = lru_cache(maxsize=256)(fold_text)


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
        if texts and not is_hidden(tree, element) and not HOME.fullmatch(tree.addresses.get(element, "-").strip()):
            parts = tree.heading_parts.get(element) or (tuple(texts) if len(texts) > 1 else ())
            found[element] = Heading(tree.first_blocks[element], " ".join(texts), parts)
    return tuple(found.values())


def is_hidden(tree: Tree, element: int) -> bool:
    """Tell whether no reader sees an element."""
    return any(tree.signs[one] & Sign.HIDDEN for one in climb_tree(tree, element))


def is_inside(tree: Tree, element: int, outer: int) -> bool:
    """Tell whether an element lies in another, within a few levels."""
    while element > outer:
        element = tree.parents[element]
    return element == outer


def choose_headline(
    declared: Declared, headings: tuple[Heading, ...], trusted: Heading | None, url: str | None
) -> str | None:
    """Return the headline that the witnesses agree on best; ``trusted`` is the h1 over the story, if one is."""
    item = declared.item
    votes = [
        (H1 if one is trusted else H1_AMONG_OTHERS, cut_kicker(one, declared))
        for one in headings
        if one is trusted or not is_site_part(one, declared)
    ]
    if item and item.headline:
        votes.append((JSON_LD.get(item.kind, JSON_LD_OTHER), item.headline))
    votes.extend((OG if at == 0 and declared.og_title else TWITTER, text) for at, text in enumerate(declared.titles))
    if declared.title:
        votes.append((TITLE, declared.title))
    texts = [text for _, text in votes]
    cut = [(weight, cut_site(text, declared, texts, url)) for weight, text in votes if len(text) <= MAX_LETTERS]
    cut = [(weight, complete(text, [whole for _, whole in cut])) for weight, text in cut]
    return elect([vote for vote in cut if not names_site(vote[1], declared, url)] or cut)


def complete(text: str, texts: list[str]) -> str:
    """Return the headline that goes on where one breaks off, by three points or by the length a plugin allows."""
    stem = BROKEN_OFF.sub("", text)
    key = fold_line(stem)
    if len(key) < MIN_KICKED_LETTERS or (stem == text and len(text) < CUT_LETTERS):
        return text
    longer = (one for one in texts if len(one) >= len(stem) and not BROKEN_OFF.search(one))
    return next((one for one in longer if fold_line(one).startswith(key)), text)


def cut_printed(headline: str, tree: Tree, heading: Heading | None) -> str:
    """Return a headline without what follows a separator, or stands before one, where the page prints it so."""
    printed = [
        block.text
        for block in tree.blocks
        if MIN_LETTERS <= len(block.text) < len(headline)
        and headline.startswith(block.text)
        and SEPARATOR.match(headline, len(block.text))
    ]
    printed += [
        block.text
        for at, block in enumerate(tree.blocks)
        if (block.tag in HEADINGS or (heading and heading.block == at))
        and MIN_KICKED_LETTERS <= len(block.text) < len(headline)
        and headline.endswith(block.text)
        and BEHIND_SITE.fullmatch(headline, 0, len(headline) - len(block.text))
    ]
    return max(printed, key=len, default=headline)


def elect(votes: list[tuple[float, str]]) -> str | None:
    """Return the text with the most weight behind it, in the spelling of its first witness that does not shout."""
    sums: dict[str, float] = {}
    for weight, text in votes:
        key = fold_line(text)
        sums[key] = sums.get(key, 0.0) + weight
    if not sums:
        return None
    best = max(sums, key=lambda key: sums[key])
    spellings = [text for _, text in votes if fold_line(text) == best]
    calm = [text for text in spellings if not text.isupper()] or spellings
    # Spans without blanks between them glue words; nothing else parts them more than is right.
    same = [text for text in calm if BLANK.sub("", text) == BLANK.sub("", calm[0])]
    return max(same, key=lambda text: len(text.split()))


def cut_kicker(heading: Heading, declared: Declared) -> str:
    """Return an h1 without the kicker in a span before the headline, or what stands in one behind it.

    Only where the page declares the headline without them.
    """
    declared_texts = (*declared.titles, declared.title or "", (declared.item and declared.item.headline) or "")
    whole = fold_line(heading.text)
    for text in declared_texts:
        head = SEPARATOR.split(text)[0]
        if len(fold_line(head)) >= MIN_KICKED_LETTERS and heading.text.endswith(head) and fold_line(head) != whole:
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
    if front := next((front for front in fronts if fold_line(front) in keys), None):
        return front
    rest = " ".join(heading.parts[1:])
    key, whole, kicker = fold_line(rest), fold_line(heading.text), fold_line(heading.parts[0])
    for text in declared_texts:
        folded = fold_line(text)
        parts = AFTER_KICKER.split(text, maxsplit=1)
        is_parted = folded.startswith(whole) and fold_line(parts[0]) == kicker and len(key) >= MIN_LETTERS
        if folded == key or is_parted:
            return rest
    return heading.text


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
    for heading in named:
        key = fold_line(heading.text)
        if (
            len(key) >= MIN_LETTERS
            and any(key in one or one in key for one in keys)
            and not is_site_part(heading, declared)
        ):
            return heading
    alone = [heading for heading in named if first_prose is None or heading.block <= first_prose]
    is_before = printed and (first_prose is None or printed.block <= first_prose)
    if alone and printed and (printed.block < alone[0].block or (is_before and printed.is_heading)):
        return printed
    if len(alone) == 1 and len(fold_line(alone[0].text)) >= MIN_LETTERS and not is_site_part(alone[0], declared):
        return alone[0]
    return printed


def find_printed(tree: Tree, declared: Declared, url: str | None) -> Heading | None:
    """Return the first line that says what the page declares for a headline, whatever its element; None without one.

    A heading may say a kicker before it. What a title says behind the site's name counts where nothing says the whole.
    """
    texts = [*declared.titles, *((declared.item.headline,) if declared.item and declared.item.headline else ())]
    title = declared.title or ""
    parts = [*SEPARATOR.finditer(title)]
    texts += [title, *(title[: found.start()] for found in parts)]
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


def is_site_part(heading: Heading, declared: Declared) -> bool:
    """Tell whether an h1 is what the page's title says last, and more before it: the site's name or a section's."""
    *others, last = SEPARATOR.split(declared.title or "")
    return len(last) <= len(" ".join(others)) and fold_line(heading.text) == fold_line(last)


@lru_cache(maxsize=256)
def name_host(url: str | None) -> str:
    """Return the name in a URL's host: ``aawsat`` of ``www.aawsat.example``; empty without one."""
    url = ARCHIVED.sub("", url or "")
    labels = host_of(url).removeprefix("www.").split(".") if url else []
    return max(labels[:-1], key=len, default="")


def names_site(text: str, declared: Declared, url: str | None) -> bool:
    """Tell whether a headline is no more than the name of the site."""
    key, host = fold_line(text), fold_line(name_host(url))
    names = {fold_line(declared.site_name or ""), host} - {""}
    return key in names or (
        len(host) > MIN_SITE_LETTERS and key.startswith(host) and len(key) <= len(host) + MIN_SITE_LETTERS + 1
    )


def is_headline(text: str) -> bool:
    """Tell whether a heading is long enough to be one of a story."""
    return len(fold_line(text)) >= MIN_LETTERS and len(text) <= MAX_LETTERS


def cut_site(text: str, declared: Declared, texts: list[str], url: str | None) -> str:
    """Return a title without the name of the site at its end or its beginning."""
    site, _, rest = text.partition(":")
    if declared.site_name and fold_line(site) == fold_line(declared.site_name) and len(fold_line(rest)) >= MIN_LETTERS:
        return rest.strip()
    behind = declared.site_name and re.search(f"{BEFORE_SITE}{re.escape(declared.site_name)}$", text, re.IGNORECASE)
    if behind and len(fold_line(text[: behind.start()])) >= MIN_KICKED_LETTERS:
        return text[: behind.start()]
    found = list(SEPARATOR.finditer(text))
    if not found:
        return text
    head, tail = text[: found[-1].start()], text[found[-1].end() :]
    if is_site(tail, head, declared, texts, url):
        is_enough = len(fold_line(head)) >= MIN_LETTERS or any(fold_line(one) == fold_line(head) for one in texts)
        return cut_site(head, declared, texts, url) if is_enough else text
    head, tail = text[: found[0].start()], text[found[0].end() :]
    return (
        tail
        if is_site(head, tail, declared, texts, url, at_start=True) and len(fold_line(tail)) >= MIN_LETTERS
        else text
    )


def is_site(
    part: str, rest: str, declared: Declared, texts: list[str], url: str | None, *, at_start: bool = False
) -> bool:
    """Tell whether a part of a title names the site: as declared, as its host, or as another witness lacks it."""
    key, site, host = fold_line(part), fold_line(declared.site_name or ""), fold_line(name_host(url))
    if not key:
        return True
    if key == site or (host and key.removeprefix("the") == host):
        return True
    if at_start or len(part.split()) > MAX_SITE_WORDS:
        return False
    if len(key) > MIN_SITE_LETTERS and len(host) > MIN_SITE_LETTERS and (key.startswith(host) or host.startswith(key)):
        return True
    if len(site) > MIN_SITE_LETTERS and (site in key or key in site):
        return True
    folded = fold_line(rest)
    return any(fold_line(one) == folded for one in texts)
