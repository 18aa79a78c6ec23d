"""Who took a picture, where the page says so in a block of its own."""

import re
from dataclasses import replace

from warraq.clean.caption_lines import read_naming
from warraq.clean.captions import announces_taker, fold_caption, is_credit_line, is_label
from warraq.clean.credit_signs import AGENCY, MAX_CREDIT_LETTERS, NAME_SEAM
from warraq.clean.credits import SPOKEN_CAPTION, SPOKEN_SOURCE, split_credit, strip_label
from warraq.clean.dashed import is_capitalized
from warraq.clean.datelines import read_place_words
from warraq.clean.houses import Houses, is_house, read_words
from warraq.clean.layout import Layout
from warraq.clean.tree import Tree, climb_tree
from warraq.clean.words import Sign
from warraq.model import DropReason, Image

MAX_CREDIT_BLOCKS = 5  # In the wrapper that a caption shares with the credit over it.
MAX_SOURCE_BLOCKS = 3
MAX_HOUSE_LETTERS = 40
NAMING = Sign.CREDIT | Sign.BYLINE
MIN_SENTENCE = 4  # Words before a full stop.
RULED_END = re.compile(r"(?:\s[-–—|/ـ]|[-–—|ـ])\s+(?P<house>[^-–—|/ـ.!?]{2,40})$")
SOURCED = re.compile(r"(?:credit|source)\b", re.IGNORECASE)
MAX_RULED_END = 44  # Letters.
OF_TEXT = re.compile(r"[来來]源\s?[:：]")  # «来源：华东商报» stands over or under a Chinese story.

ARCHIVED = re.compile(r"[أا]رشيف(?:ية)?")
SOURCE = "المصدر"


def take_credits(
    layout: Layout, verdicts: list[DropReason | None], span: range, captions: dict[str, tuple[int, str]]
) -> tuple[dict[str, str], dict[int, str]]:
    """Return the credits in blocks of their own: those beside a caption by its key, the others by their block.

    A caption that is nothing but a credit is taken out of ``captions`` where another stands just before it.
    """
    tree = layout.tree
    beside: dict[str, str] = {}
    alone: dict[int, str] = {}
    places = {at: key for key, (at, _) in captions.items()}
    for at in span:
        is_credit = verdicts[at] is DropReason.CREDIT or read_naming(tree, tree.blocks[at].element) & Sign.CREDIT
        is_credit = is_credit or (at in places and announces_taker(tree.blocks[at - 1].text))
        if not is_credit and verdicts[at] is DropReason.OUTSIDE_BODY and {at - 1, at + 1} & places.keys():
            is_credit = is_credit_line(tree.blocks[at].text) or (at - 1 in places and is_framed(tree, at))
        own = places.get(at)
        if own is not None and not is_credit:
            is_credit = split_credit(tree.blocks[at].text)[0] is None
        after = (at + 1, at + 2) if at + 1 in span and verdicts[at + 1] is not None else (at + 1,)
        near = (places[near] for near in (at - 1, at - 2, *after) if near in places)
        before = next((key for key in near if key not in beside or key == own), None)
        if not is_credit or before == own is not None or is_writer(layout, at, captions.get(before or "")):
            continue
        credit = name_taker(add_house(tree, at))
        if credit and (before or own is None):
            beside.setdefault(before, credit) if before else alone.setdefault(at, credit)
        if before is None:
            continue
        if verdicts[at] is not None:
            verdicts[at] = DropReason.CREDIT
        if own is not None:
            captions.pop(own, None)
    return beside, alone


def add_house(tree: Tree, at: int) -> str:
    """Return a credit with the house that its neighbour names behind a stroke: "Jane Doe", "/Quay Pics"."""
    text, behind = tree.blocks[at].text, tree.blocks[at + 1 : at + 2]
    source = tree.blocks[at + 2 : at + 3] if behind and behind[0].text == "/" else []
    if any(SOURCED.search(tree.names[one.element]) and len(one.text) <= MAX_HOUSE_LETTERS for one in source):
        return f"{text} / {source[0].text}"
    is_house = any(one.text[0] == "/" and tree.signs[one.element] & NAMING for one in behind)
    return f"{text} {behind[0].text}" if is_house and len(behind[0].text) <= MAX_HOUSE_LETTERS else text


def is_framed(tree: Tree, at: int) -> bool:
    """Tell whether a line is names with capitals and stands in a figure behind its caption: "Jane Doe/Quay Pics"."""
    text = tree.blocks[at].text
    if len(text) > MAX_CREDIT_LETTERS or not all(map(is_capitalized, NAME_SEAM.split(text))):
        return False
    over = {one for one in climb_tree(tree, tree.blocks[at].element) if tree.tags[one] == "figure"}
    return any(one in over for one in climb_tree(tree, tree.blocks[at - 1].element))


def is_writer(layout: Layout, at: int, captioned: tuple[int, str] | None) -> bool:
    """Tell whether a credit shares no small wrapper with its caption, and stands over it or gives the text's source."""
    tree = layout.tree
    is_of_text = OF_TEXT.match(tree.blocks[at].text) is not None or is_from_city(tree.blocks[at].text)
    if captioned is None or not (captioned[0] > at or is_of_text):
        return False
    over = {*climb_tree(tree, tree.blocks[at].element)}
    shared = next((one for one in climb_tree(tree, tree.blocks[captioned[0]].element) if one in over), 0)
    return layout.ends[shared] - tree.first_blocks[shared] > (MAX_SOURCE_BLOCKS if is_of_text else MAX_CREDIT_BLOCKS)


def is_from_city(text: str) -> bool:
    """Tell whether an Arabic line of the source names a city: the story's, and where it was written."""
    return text.startswith(SOURCE) and not read_place_words().isdisjoint(read_words(text))


def name_taker(text: str) -> str | None:
    """Return who a credit in a block of its own names; None for a label alone, which credits nobody, or a sentence."""
    text = SPOKEN_SOURCE.sub("", SPOKEN_CAPTION.sub("", text))
    if (
        not any(map(str.isalpha, text))
        or is_label(text)
        or (text[-1] in ".!?؟…" and len(text.split()) > MIN_SENTENCE and not AGENCY.search(text))
    ):
        return None
    credit = strip_label(text)
    return credit if credit and len(credit) <= MAX_CREDIT_LETTERS else None


def credit_house(image: Image, houses: Houses) -> Image:
    """Return an image with the site's own name behind a rule at its caption's end as its credit."""
    text = image.caption or ""
    start = max(1, len(text) - MAX_RULED_END)
    found = RULED_END.search(text, start) if image.credit is None else None
    if found is None or not is_house(found["house"], houses):
        return image
    return replace(image, caption=text[: found.start()].rstrip(), credit=found["house"])


def add_credit(image: Image, beside: dict[str, str], captions: dict[str, tuple[int, str]]) -> Image:
    """Return an image with the credit that stood beside its caption; that it is of the archive credits nobody else."""
    if not image.caption or not beside or (image.credit and not ARCHIVED.fullmatch(image.credit)):
        return image
    key = fold_caption(image.caption)
    credit = beside.get(key)
    if credit is None or key not in captions:
        return replace(image, credit=credit) if credit else image
    return replace(image, caption=captions[key][1] if image.credit else image.caption, credit=credit)
