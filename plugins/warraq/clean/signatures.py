"""The names under a story: a link to the author, a line that is marked or labelled, or one that says no more."""

import re
from collections.abc import Iterator
from itertools import islice

from warraq.clean.author_stamps import list_linked, list_stamped, read_stamp
from warraq.clean.credit_signs import AGENCY
from warraq.clean.datelines import ARABIC, END_SIGN, MAX_LINE_LETTERS, Place, find_place, is_person
from warraq.clean.glued import read_glued
from warraq.clean.houses import Houses, find_last, read_house_line
from warraq.clean.layout import Layout, is_of_others
from warraq.clean.linked import QUESTION_MARKS
from warraq.clean.names import (
    AFTER_NAME,
    MAX_SIGNED_WORDS,
    NO_AUTHOR,
    TRADE,
    cut_office,
    read_link,
    read_names,
    read_sign_off,
)
from warraq.clean.persons import MAX_NAME_LETTERS, begins_small, is_proper, split_names
from warraq.clean.phrases import UNSPACED
from warraq.clean.prose import is_stressed
from warraq.clean.sign_offs import DASHES, read_caseless
from warraq.clean.signers import read_labelled_person, read_signers
from warraq.clean.tags import LISTED
from warraq.clean.tree import AUTHOR_LINK, Block, Tree
from warraq.clean.unspaced import GLUED_NAME, read_amid, read_unspaced
from warraq.clean.words import Sign
from warraq.clean.writer_labels import PREFIX
from warraq.model import DropReason
from warraq.text.dates import is_date_line

SIGNATURE_BEFORE, SIGNATURE_AFTER, MAX_LINKS = 4, 8, 24  # Blocks around the end of the body; links to authors.
LAST_BLOCKS = 2
GERMAN_SHARE = 0.25  # Of the words of a story; a third in German, a tenth to a sixth elsewhere.
PARTICLES = frozenset(
    ["af", "al", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "e", "el", "la"]
)
PARTICLES_TOO = frozenset(["'t", "das", "las", "los", "’t", "le", "ten", "ter", "van", "von", "y", "zu"])
UNNAMED = re.compile(r"[:/|]|\b(?:by|unknown|admin)\b", re.IGNORECASE)
UNSIGNED = LISTED | {"blockquote"}
ABOUT = re.compile(r"عن\s(?P<name>.+)")  # «عن رنا خوري»: over what is told of the writer.
COLONS = frozenset(":：")
STARRED = re.compile(r"[*•]+\s*(?P<name>[\u0600-\u06ff ]{5,40}?)\s*[*•]*")
HEBREW_IN_BRACKETS = re.compile(r"\(\s*[א-ת][א-ת'׳\"״-]+(?: [א-ת][א-ת'׳\"״-]+)\s*\)")


def read_alone(tree: Tree, at: int, *, is_first: bool) -> Place | None:
    """Return the Arabic name that a line is: with a dash behind, beside the day, or in bold as the story's first."""
    block = tree.blocks[at]
    text = END_SIGN.sub("", block.text) if len(block.text) <= MAX_NAME_LETTERS else ""
    if not text or not is_person(text):
        return None
    is_told = text != block.text or (is_first and block.strong >= len(text)) or is_beside_day(tree, at)
    return Place(None, text) if is_told else None


def is_beside_day(tree: Tree, at: int) -> bool:
    """Tell whether the line behind another, or the one before it, is a day."""
    beside = (*tree.blocks[max(0, at - 1) : at], *tree.blocks[at + 1 : at + 2])
    return any(len(one.text) <= MAX_LINE_LETTERS and is_date_line(one.text) for one in beside)


def read_signature(
    layout: Layout, verdicts: list[DropReason | None], headline: int, end: int, houses: Houses
) -> tuple[str, ...]:
    """Return the names under the story: a link to the author, or a line that says so."""
    tree = layout.tree
    span = range(max(0, end - SIGNATURE_BEFORE), min(end + SIGNATURE_AFTER, len(tree.blocks)))
    own = [at for at in span if not is_of_others(layout, tree.blocks[at].element, headline)]
    marked = (read_marked(tree.blocks[at].text) for at in own if is_marked(layout, verdicts, at))
    surest = (
        *list_links(layout, span, headline),
        *list_items(layout, span, headline),
        *(read_behind_colon(tree.blocks[at].text) for at in own),
        *(read_labelled_person(tree.blocks[at].text) for at in own),
        *(read_signers(tree.blocks[at].text) for at in own if verdicts[at] is DropReason.CREDIT),
        *(read_amid(tree.blocks[at].text) for at in own if len(tree.blocks[at].text) <= MAX_LINE_LETTERS),
        *marked,
        *list_sign_offs(tree, own, end),
    )
    return next(filter(None, surest), ()) or read_end(layout, verdicts, houses)


def list_links(layout: Layout, span: range, headline: int) -> Iterator[tuple[str, ...]]:
    """Yield the names in links to authors within ``span``, with those beside them."""
    links = (stamp for stamp in layout.tree.stamps if stamp.name == AUTHOR_LINK and stamp.block in span)
    for stamp in islice(links, MAX_LINKS):
        if read_link(stamp.value or "") and not is_of_others(layout, stamp.element, headline):
            yield split_names(tuple(list_linked(layout.tree, stamp)))


def list_items(layout: Layout, span: range, headline: int) -> Iterator[tuple[str, ...]]:
    """Yield the names in items of microdata within ``span``, with those beside them; the first is a person's."""
    tree = layout.tree
    for stamp in tree.stamps:
        if stamp.name == "author" and stamp.block in span and not is_of_others(layout, stamp.element, headline):
            text = read_stamp(layout, stamp)
            names = read_names(text) if len(text) <= MAX_LINE_LETTERS else ()
            if names and all(map(is_full_name, names)):
                yield tuple(dict.fromkeys((*names, *list_stamped(tree, stamp))))


def is_marked(layout: Layout, verdicts: list[DropReason | None], at: int) -> bool:
    """Tell whether a block is one of bylines, by its element or by what was found of it."""
    element = layout.tree.blocks[at].element
    return bool((layout.tree.signs[element] | layout.signs[element]) & Sign.BYLINE) or verdicts[at] is DropReason.BYLINE


def list_sign_offs(tree: Tree, own: list[int], end: int) -> Iterator[tuple[str, ...]]:
    """Yield the names with which lines around the end of the body sign it; one under a quotation signs that.

    Names behind dashes in a row are a list.
    """
    blocks = tree.blocks
    quoted = {at for at, block in enumerate(blocks[: end + LAST_BLOCKS]) if block.tag == "blockquote"}
    for at in own:
        near = blocks[max(0, at - 1) : at + 2]
        is_listed = blocks[at].text[0] in DASHES and sum(one.text[0] in DASHES for one in near) > 1
        if end - LAST_BLOCKS <= at < end + LAST_BLOCKS and not {at, at - 1} & quoted and not is_listed:
            is_asked = any(one.text[-1] in QUESTION_MARKS for one in near)
            caseless = None if is_asked else read_caseless(blocks[at].text, is_set_apart=is_set_apart(tree, blocks[at]))
            yield (caseless,) if caseless else read_sign_off(blocks[at].text, is_under=at >= end)


def read_end(layout: Layout, verdicts: list[DropReason | None], houses: Houses) -> tuple[str, ...]:
    """Return the names in the story's last line, which a sentence stands before."""
    line = find_last(layout, verdicts)
    if line is None:
        return ()
    if place := read_house_line(layout.tree.blocks[line].text, houses):
        return (place.name,)
    if glued := read_glued(layout.tree, line):
        return (glued,)
    story = " ".join(block.text for block, reason in zip(layout.tree.blocks, verdicts, strict=True) if reason is None)
    return read_last(layout.tree, line, is_told=count_capitals(story) < GERMAN_SHARE)


def count_capitals(text: str) -> float:
    """Return the share of a text's words that begin with a capital: in German every noun does."""
    words = text.split()
    return sum(word[0].isupper() for word in words) / (len(words) or 1)


def read_behind_colon(text: str) -> tuple[str, ...]:
    """Return the names behind a label and a colon; none in any other line."""
    label = PREFIX.match(text) if len(text) <= MAX_LINE_LETTERS else None
    if label is None or label[0].rstrip()[-1] not in COLONS:
        return ()
    names = split_names((AFTER_NAME.sub("", text[label.end() :]),))
    return names if all(is_proper(name) and not TRADE.match(name) for name in names) else ()


def read_marked(text: str) -> tuple[str, ...]:
    """Return the names in a line that is known for one of bylines, and that says little else."""
    if len(text) > MAX_LINE_LETTERS or NO_AUTHOR.search(text):
        return ()
    told = ABOUT.match(text)
    if told and is_person(told["name"]):
        return (told["name"],)
    names = read_unspaced(text) or read_names(cut_office(text))
    return names if names and all(map(is_full_name, names)) else ()


def is_full_name(name: str) -> bool:
    """Tell whether a text is a name of two to four words: each with a capital, in Arabic the first a given name."""
    if ARABIC.match(name):
        return is_person(name)
    if UNSPACED.search(name):
        return " " not in name
    if UNNAMED.search(name):
        return False
    words = [word for word in name.split() if word not in PARTICLES | PARTICLES_TOO]
    is_short = 1 < len(words) <= MAX_SIGNED_WORDS
    return is_short and is_proper(name) and all(word[0].isalpha() and not begins_small(word) for word in words)


def read_last(tree: Tree, at: int, *, is_told: bool) -> tuple[str, ...]:
    """Return the names in a story's last line: behind "By", or where the line is set apart and is a name alone.

    ``is_told`` where capitals tell a name from other words.
    """
    block = tree.blocks[at]
    if block.tag in UNSIGNED or AGENCY.search(block.text) or NO_AUTHOR.search(block.text):
        return ()
    if unspaced := read_unspaced(block.text):
        return unspaced
    if signed := read_starred(block.text):
        return (signed,)
    label = PREFIX.match(block.text)
    names = split_names((block.text[label.end() :],)) if label else ()
    if names and all(map(is_full_name, names)) and len(block.text) <= MAX_LINE_LETTERS:
        return names
    place = find_place(block.text) if ARABIC.match(block.text) else None
    if place and place.city and is_person(place.name):
        return (place.name,)
    name = block.text[1:-1] if GLUED_NAME.fullmatch(block.text) else block.text
    is_name = is_told and is_set_apart(tree, block) and is_full_name(name)
    return (name,) if is_name else read_signers(block.text)


def read_starred(text: str) -> str | None:
    """Return the Arabic name behind a star, or the Hebrew one in brackets, that a line is; None for any other."""
    starred = STARRED.fullmatch(text)
    if starred:
        return starred["name"] if is_person(starred["name"]) else None
    return text[1:-1].strip() if HEBREW_IN_BRACKETS.fullmatch(text) else None


def is_set_apart(tree: Tree, block: Block) -> bool:
    """Tell whether a paragraph or a line is all in bold or italics, or set to the right; in Arabic it need not be."""
    is_right = bool(tree.signs[block.element] & Sign.RIGHT)
    is_paragraph = (block.tag == "p" or block.after_break) and is_stressed(block)
    return is_right or is_paragraph or ARABIC.match(block.text) is not None
