"""The pictures of a story, each once, with its caption and credit."""

import re
from urllib.parse import unquote

from warraq.clean.captions import (
    MAX_CREDIT_LETTERS,
    SPOKEN_CAPTION,
    fold_caption,
    is_captioned,
    is_no_sentence,
    make_image,
    split_credit,
    strip_label,
)
from warraq.clean.declared import Declared
from warraq.clean.layout import AGAINST, Layout, stand_alone
from warraq.clean.tree import Picture, Tree
from warraq.clean.words import Sign
from warraq.model import DropReason, Image
from warraq.text.characters import fold_line
from warraq.urls import resolve_link

MAX_CAPTION_LETTERS = 400
MIN_ALT_WORDS = 3
MIN_ALT_LETTERS = 24
MAX_PICTURES = 60
PLAIN_URL = re.compile(r"https?://[a-z0-9.-]+/[\w./%~-]*(?:\?[\w.=&%~-]*)?", re.ASCII)
CLOSINGS = frozenset(")]）】")
# What a picture of no story is called.
ICONS = ("logo", "icon", "avatar", "sprite", "pixel", "blank", "placeholder", "spacer", "gravatar", "emoji", "1x1")
NEVER = AGAINST & ~(Sign.CAPTION | Sign.CREDIT | Sign.HIDDEN)


def take_pictures(
    layout: Layout,
    verdicts: list[DropReason | None],
    span: range,
    declared: Declared,
    headline: str | None,
    base: str | None,
) -> list[Image]:
    """Return the pictures in a span of blocks, and mark their captions among the verdicts.

    A caption is what is classed as one, a line that a picture's alternative text says too, or a credited line printed
    twice in a row. ``base`` is the URL of the page.
    """
    tree = layout.tree
    pictures = [one for one in tree.pictures if is_story_picture(layout, one, span)][:MAX_PICTURES]
    alts = {fold_caption(one.alt): one.block for one in pictures if one.alt}
    mark_lines(tree, verdicts, span, alts, fold_line(headline or ""))
    mark_over(layout, verdicts, span, pictures, declared.descriptions)
    captions: dict[str, tuple[int, str]] = {}
    for at in span:
        reason = verdicts[at]
        signed = layout.signs[tree.blocks[at].element] & Sign.CAPTION and reason is DropReason.OUTSIDE_BODY
        if reason is DropReason.CAPTION or signed:
            key = fold_caption(tree.blocks[at].text)
            verdicts[at] = DropReason.CAPTION_REPEATED if key in captions else DropReason.CAPTION
            captions.setdefault(key, (at, tree.blocks[at].text))
    beside = take_credits(layout, verdicts, span, captions)
    return [add_credit(image, beside) for image in pair(layout, pictures, captions, declared.images, (headline, base))]


def take_credits(
    layout: Layout, verdicts: list[DropReason | None], span: range, captions: dict[str, tuple[int, str]]
) -> dict[str, str]:
    """Return the credits that stand in a block of their own beside a caption, by that caption's key.

    A caption that is nothing but a credit is taken out of ``captions`` where another stands just before it.
    """
    tree = layout.tree
    beside: dict[str, str] = {}
    places = {at: key for key, (at, _) in captions.items()}
    for at in span:
        is_credit = verdicts[at] is DropReason.CREDIT or tree.signs[tree.blocks[at].element] & Sign.CREDIT
        own = places.get(at)
        if own is not None and not is_credit:
            is_credit = split_credit(tree.blocks[at].text)[0] is None
        before = next((places[near] for near in (at - 1, at - 2, at + 1) if near in places), None)
        if not is_credit or before is None or before == own:
            continue
        text = SPOKEN_CAPTION.sub("", tree.blocks[at].text)  # A label alone credits nobody.
        credit = strip_label(text) if text else None
        if credit and before not in beside and len(credit) <= MAX_CREDIT_LETTERS:
            beside[before] = credit
        if verdicts[at] is not None:
            verdicts[at] = DropReason.CREDIT
        if own is not None:
            captions.pop(own, None)
    return beside


def add_credit(image: Image, beside: dict[str, str]) -> Image:
    """Return an image with the credit that stood beside its caption."""
    if image.credit or not image.caption:
        return image
    credit = beside.get(fold_caption(image.caption))
    return Image(url=image.url, caption=image.caption, credit=credit) if credit else image


def is_story_picture(layout: Layout, picture: Picture, span: range) -> bool:
    """Tell whether a picture stands in a span of blocks and is none of the site's own."""
    if not (span.start <= picture.block <= span.stop) or layout.signs[picture.element] & NEVER:
        return False
    name = picture.url.rsplit("/", 1)[-1].lower()
    return bool(picture.url) and not picture.url.startswith("data:") and not any(icon in name for icon in ICONS)


def mark_lines(tree: Tree, verdicts: list[DropReason | None], span: range, alts: dict[str, int], headline: str) -> None:
    """Mark the plain lines that are captions: a picture's alternative text says them, or credited and twice."""
    before = ""
    for at in span:
        text = tree.blocks[at].text
        if verdicts[at] is not None or len(text) > MAX_CAPTION_LETTERS or not (alts or text[-1] in CLOSINGS):
            before = ""
            continue
        key = fold_caption(text) if text[-1] in CLOSINGS else fold_line(text)
        if key != headline and (key in alts or (key == before and is_captioned(text)) or begins_as(key, alts, at)):
            verdicts[at] = DropReason.CAPTION
            if key == before and at - 1 in span and verdicts[at - 1] is None:
                verdicts[at - 1] = DropReason.CAPTION
        before = key


def mark_over(
    layout: Layout,
    verdicts: list[DropReason | None],
    span: range,
    pictures: list[Picture],
    descriptions: tuple[str, ...],
) -> None:
    """Mark the lines outside the body that share a wrapper with a picture alone: those of the lead picture."""
    tree = layout.tree
    for at, element in ((picture.block, picture.element) for picture in pictures):
        if at not in span or verdicts[at] is not DropReason.OUTSIDE_BODY:
            continue
        block = tree.blocks[at]
        is_standfirst = block.text in descriptions or (
            element != block.element and tree.signs[block.element] & Sign.STANDFIRST
        )
        if is_no_sentence(block) and not is_standfirst and stand_alone(layout, element, block.element):
            verdicts[at] = DropReason.CAPTION


def begins_as(key: str, alts: dict[str, int], at: int) -> bool:
    """Tell whether block ``at``, a picture's next, begins with its alternative text and adds little: who took it."""
    return any(
        at - place in {0, 1}
        and len(alt) >= MIN_ALT_LETTERS
        and len(key) - len(alt) <= MAX_CREDIT_LETTERS // 2
        and key.startswith(alt)
        for alt, place in alts.items()
    )


def pair(
    layout: Layout,
    pictures: list[Picture],
    captions: dict[str, tuple[int, str]],
    declared: tuple[str, ...],
    known: tuple[str | None, str | None],
) -> list[Image]:
    """Return each picture with its caption: the one its alternative text says, else the next to it in its wrapper."""
    headline, base = known
    left = dict(captions)
    images: dict[str, Image] = {}
    for picture in pictures:
        key = fold_caption(picture.alt) if picture.alt else ""
        found = left.pop(key, None) or take_nearest(layout, picture, left)
        if found is None and key in captions:
            continue
        text = found[1] if found else choose_alt(picture.alt, headline)
        name = name_file(picture.url)
        if name not in images:
            images[name] = make_image(resolve_picture(base, picture.url), text)
        elif text and images[name].caption is None:
            images[name] = make_image(images[name].url, text)
    rest = [make_image(None, text) for _, text in left.values()]
    return add_declared([*images.values()], rest, declared[:1], base)


def add_declared(images: list[Image], rest: list[Image], declared: tuple[str, ...], base: str | None) -> list[Image]:
    """Return the pictures with the declared lead picture first, which takes the first caption left over."""
    if not declared:
        return [*images, *rest]
    url = resolve_picture(base, declared[0])
    name = name_file(url or declared[0])
    lead = next((one for one in images if one.url and name_file(one.url) == name), None)
    if lead is None:
        first = rest.pop(0) if rest and not images else Image()
        lead = Image(url=url, caption=first.caption, credit=first.credit)
        if any(one.caption for one in images) and lead.caption is None:
            return [*images, *rest]
    return [lead, *(one for one in images if one is not lead), *rest]


def take_nearest(layout: Layout, picture: Picture, left: dict[str, tuple[int, str]]) -> tuple[int, str] | None:
    """Take the caption that shares a small wrapper with the picture, or is classed as one and comes right behind it."""
    tree = layout.tree
    for key, (at, text) in left.items():
        if at == picture.block and tree.signs[tree.blocks[at].element] & Sign.CAPTION:
            del left[key]
            return at, text
        if abs(at - picture.block) <= 2:  # noqa: PLR2004 - a caption and its copy.
            element, other = tree.blocks[at].element, picture.element
            while element != other:
                if element > other:
                    element = tree.parents[element]
                else:
                    other = tree.parents[other]
            if layout.ends[element] - tree.first_blocks[element] <= 3:  # noqa: PLR2004 - and a credit.
                del left[key]
                return at, text
    return None


def resolve_picture(base: str | None, url: str) -> str | None:
    """Return a picture's absolute address; one that is plain already is not taken apart again (30 µs each)."""
    return url if base is None or PLAIN_URL.fullmatch(url) else resolve_link(base, url)


def choose_alt(alt: str | None, headline: str | None) -> str | None:
    """Return an alternative text that may serve as caption: words, and not the headline again."""
    if not alt or len(alt.split()) < MIN_ALT_WORDS or fold_line(alt) == fold_line(headline or ""):
        return None
    return alt


def name_file(url: str) -> str:
    """Return the name of a picture's file, by which its sizes are known for one picture."""
    path = url.partition("?")[0].partition("#")[0].rstrip("/")
    name = path.rpartition("/")[2].lower()
    return (unquote(name) if "%" in name else name) or url
