"""The pictures of a story, each once, with its caption and credit."""

import re
from dataclasses import replace
from urllib.parse import unquote

from warraq.clean.caption_lines import (
    NEVER,
    is_over_credit,
    mark_lines,
    mark_spoken,
    names_taker,
    reach_up,
    says_something,
)
from warraq.clean.captions import MAX_CAPTION_LETTERS, fold_caption, is_control, make_captioned, make_image
from warraq.clean.credits import split_credit
from warraq.clean.dashed import is_capitalized
from warraq.clean.declared import Declared
from warraq.clean.houses import list_houses
from warraq.clean.layout import Layout
from warraq.clean.lead_captions import mark_over
from warraq.clean.linked import OTHER_STORIES
from warraq.clean.picture_credits import add_credit, credit_house, take_credits
from warraq.clean.standfirst import MIN_KEY_LETTERS, is_said_lead
from warraq.clean.tree import Picture, Tree, climb_tree
from warraq.clean.words import Sign
from warraq.model import DropReason, Image
from warraq.text.characters import fold_line
from warraq.urls import resolve_link

MIN_ALT_WORDS = 3
FILE_NAME = re.compile(r"\s\d{3,4}\s\d{2,4}$")  # "Harbour Race 2021 1600 06": a file's name spelt out.
# "… at the pier ... more", "… at the pier. less": how a page shows the rest of a caption and hides it again.
TOGGLES = ("more", "less", ">", "»", "›")
TOGGLE = re.compile(
    r"\s*(?:(?:\.{3}|…)\s(?:show )?more|(?<=[.!?)”\"])\s(?:(?:show )?less|(?:less|more)\s?[>»›]{1,2}))$", re.IGNORECASE
)
MAX_PICTURES = 60
MIN_AGAIN = 12  # Letters; shorter lines stand twice in tables.
MAX_BUTTON_WORDS = 3
BLOCKS_TO_TITLE = 3
PLAIN_URL = re.compile(r"https?://[a-z0-9.-]+/[\w./%~-]*(?:\?[\w.=&%~-]*)?", re.ASCII)
TOLD = frozenset({DropReason.CAPTION, DropReason.CAPTION_REPEATED})
ELSEWHERE = Sign.COMMENTS | Sign.PAYWALL  # No line in one of these is the caption of a picture.
# What a picture of no story is called.
LOGO = "logo"
TOOLS = frozenset({"email.gif", "mail.gif", "print.gif", "printer.gif"})  # Of pages laid out in tables.
ICONS = ("logo", "icon", "avatar", "sprite", "pixel", "blank", "placeholder", "spacer", "gravatar", "emoji", "1x1")


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
    span = reach_up(layout, span)
    pictures = [
        one for one in tree.pictures if is_story_picture(layout, one, span) and not is_of_teaser(tree, verdicts, one)
    ][:MAX_PICTURES]
    mark_lines(layout, verdicts, span, pictures, (headline or "", *declared.descriptions))
    mark_over(layout, verdicts, span, pictures, declared.descriptions)
    mark_spoken(tree, verdicts, span)
    captions: dict[str, tuple[int, str]] = {}
    keys = [fold_line(text) for text in declared.descriptions]
    for at in span:
        reason = verdicts[at]
        signs = layout.signs[tree.blocks[at].element]
        signed = signs & Sign.CAPTION and reason is DropReason.OUTSIDE_BODY and not names_taker(tree, at)
        is_own = not signs & ELSEWHERE and not is_linked_item(tree, at, tree.blocks[at].element)
        is_told = is_own and not is_said_lead(tree, at, keys) and (reason is DropReason.CAPTION or signed)
        key = fold_caption(tree.blocks[at].text) if is_told else ""
        if key and says_something(tree, at, headline) and not is_button(layout, at):
            verdicts[at] = DropReason.CAPTION_REPEATED if key in captions else DropReason.CAPTION
            captions.setdefault(key, (at, tree.blocks[at].text))
        elif reason is None and at and verdicts[at - 1] in TOLD and says_again(tree, at):
            verdicts[at] = DropReason.CAPTION_REPEATED
    captions = cut_toggles(captions, verdicts)
    beside, alone = take_credits(layout, verdicts, span, captions)
    images = pair(layout, pictures, captions, alone, declared=declared.images, known=(headline, base))
    houses = list_houses(declared)
    return [credit_house(add_credit(image, beside, captions), houses) for image in images]


def says_again(tree: Tree, at: int) -> bool:
    """Tell whether a line says again what the caption above it says."""
    text, above = tree.blocks[at].text, tree.blocks[at - 1].text
    return MIN_AGAIN <= len(text) <= MAX_CAPTION_LETTERS and fold_caption(text) == fold_caption(above)


def cut_toggles(captions: dict[str, tuple[int, str]], verdicts: list[DropReason | None]) -> dict[str, tuple[int, str]]:
    """Return the captions without the word that shows more or less of one, and without the beginning of another."""
    whole: dict[str, tuple[int, str]] = {}
    for key, (at, text) in captions.items():
        cut = TOGGLE.sub("", text) if text.endswith(TOGGLES) else text
        if cut != text and any(other != at and said.startswith(cut) for other, said in captions.values()):
            verdicts[at] = DropReason.CAPTION_REPEATED
        else:
            whole[key if cut == text else fold_caption(cut)] = (at, cut)
    return whole


def is_button(layout: Layout, at: int) -> bool:
    """Tell whether a line is a link of few words, whole, with the caption behind it: it opens the picture.

    Behind the credit, in one element with that, it shows more of the caption; a name would credit another.
    """
    tree = layout.tree
    block, before = tree.blocks[at], tree.blocks[at - 1] if at else tree.blocks[at]
    if block.linked < len(block.text) or len(block.text.split()) > MAX_BUTTON_WORDS:
        return False
    is_beside = tree.signs[before.element] & Sign.CREDIT and tree.parents[before.element] == block.element
    if is_beside and not is_capitalized(block.text):
        return True
    return any(layout.signs[one.element] & Sign.CAPTION for one in tree.blocks[at + 1 : at + 2])


def is_linked_item(tree: Tree, at: int, beside: int) -> bool:
    """Tell whether a line is a link, whole, in the item of a list that holds ``beside`` too: it is of another story."""
    block = tree.blocks[at]
    if block.linked < len(block.text):
        return False
    item = next((one for one in climb_tree(tree, block.element) if tree.tags[one] == "li"), None)
    return item is not None and item in climb_tree(tree, beside)


def is_of_teaser(tree: Tree, verdicts: list[DropReason | None], picture: Picture) -> bool:
    """Tell whether a picture shows what the headline of another story behind it says."""
    near = range(picture.block, min(picture.block + BLOCKS_TO_TITLE, len(verdicts))) if picture.alt else ()
    return any(verdicts[at] in OTHER_STORIES and tree.blocks[at].text == picture.alt for at in near)


def is_story_picture(layout: Layout, picture: Picture, span: range) -> bool:
    """Tell whether a picture stands in a span of blocks and is none of the site's own."""
    if not (span.start <= picture.block <= span.stop) or layout.signs[picture.element] & NEVER:
        return False
    is_teaser = picture.block < len(layout.tree.blocks) and is_linked_item(layout.tree, picture.block, picture.element)
    if is_teaser or LOGO in layout.tree.names[picture.element].lower():
        return False
    name = picture.url.rsplit("/", 1)[-1].lower()
    if name in TOOLS:
        return False
    return bool(picture.url) and not picture.url.startswith("data:") and not any(icon in name for icon in ICONS)


def pair(
    layout: Layout,
    pictures: list[Picture],
    captions: dict[str, tuple[int, str]],
    alone: dict[int, str],
    *,
    declared: tuple[str, ...],
    known: tuple[str | None, str | None],
) -> list[Image]:
    """Return each picture with its caption: the one its alternative text says, else the next to it in its wrapper.

    Without a caption, ``alone`` holds the credit right behind the picture by its block.
    """
    headline, base = known
    left = dict(captions)
    images: dict[str, Image] = {}
    for picture in pictures:
        key = fold_caption(picture.alt) if picture.alt else ""
        found = left.pop(key, None) or take_nearest(layout, picture, left)
        if found is None and key in captions:
            continue
        url = resolve_picture(base, picture.url)
        image = make_captioned(url, found[1]) if found else make_image(url, choose_alt(picture.alt, headline))
        if found is None and image.credit is None:
            near = (alone[at] for at in (picture.block, picture.block + 1) if at in alone)
            image = replace(image, credit=next(near, None))
        name = name_file(picture.url)
        if name not in images:
            images[name] = image
        elif image.caption and images[name].caption is None and (found or images[name].credit is None):
            images[name] = replace(image, url=images[name].url, credit=image.credit or images[name].credit)
    rest = [make_captioned(None, text) for _, text in left.values()]
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
        signs = tree.signs[tree.blocks[at].element]
        is_centred = signs & tree.signs[picture.element] & Sign.CENTRED
        is_signed = signs & Sign.CAPTION or is_centred or split_credit(text)[1] or is_over_credit(tree, at)
        is_next = at == picture.block or (at == picture.block + 1 and is_button(layout, picture.block))
        if is_next and is_signed:
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
    if not alt or len(alt.split()) < MIN_ALT_WORDS or FILE_NAME.search(alt) or is_control(alt):
        return None
    key, said = fold_line(alt), fold_line(headline or "")
    is_again = key == said or (len(said) >= MIN_KEY_LETTERS and key.startswith(said))  # "Headline - Ảnh 1."
    return None if is_again else alt


def name_file(url: str) -> str:
    """Return the name of a picture's file, by which its sizes are known for one picture."""
    path = url.partition("?")[0].partition("#")[0].rstrip("/")
    name = path.rpartition("/")[2].lower()
    return (unquote(name) if "%" in name else name) or url
