"""Markup mended before it is walked."""

import re
from itertools import islice

from selectolax.lexbor import LexborNode

from warraq.clean.datelines import is_person
from warraq.text.characters import clean_line

PEN_AND_PERSON = 'i[class*="fa-user"], i[class*="icon-user"], i[class*="fa-pen"], span[class*="icon-user"]'
MAX_ICONS = 40
MAX_NAME_LETTERS = 40
# A label before a paragraph that style alone parts from it: "<p><span class="label">Leuven</span>De stad …".
LABEL = re.compile(
    r"(<p(?:\s[^<>]{1,200})?>\s{0,20}<span\s[^<>]{1,200}>[^<>]{2,40}[a-zß-öø-ÿа-яё]</span>)(?=[A-ZÀ-ÞА-Я])"
)


def part_labels(markup: str) -> str:
    """Return markup with a blank between a label at the beginning of a paragraph and the capital it is glued to."""
    return LABEL.sub(r"\1 ", markup)


def mend(root: LexborNode, markup: str) -> None:
    """Mend what stands below the root, where its markup has what is to be mended."""
    if "<button" in markup:
        open_buttons(root)
    if "tooltip" in markup:
        hide_tips(root)
    if "fa-user" in markup or "icon-user" in markup or "fa-pen" in markup:
        sign_writers(root)


def open_buttons(root: LexborNode) -> None:
    """Let a button amid a sentence be its words."""
    for button in root.css("p button"):
        if all(
            one is not None and one.tag == "-text" and (one.text_content or "").strip()
            for one in (button.prev, button.next)
        ):
            button.unwrap()


def list_buttoned(root: LexborNode) -> list[LexborNode]:
    """Return the elements that hold buttons."""
    return [button.parent for button in root.css("button") if button.parent is not None]


def hide_tips(root: LexborNode) -> None:
    """Hide what shows when a reader points at a word."""
    for tip in root.css("[role=tooltip]"):
        tip.attrs["hidden"] = ""


def sign_writers(root: LexborNode) -> None:
    """Class as a byline the Arabic name behind the picture of a person or a pen, where the page has but one."""
    named: dict[str, LexborNode] = {}
    for icon in islice(root.css(PEN_AND_PERSON), MAX_ICONS):
        behind = icon.next
        while behind is not None and behind.tag == "-text" and not (behind.text_content or "").strip():
            behind = behind.next
        holder = icon.parent if behind is not None and behind.tag == "-text" else behind
        text = clean_line(holder.text() or "") if holder is not None else None
        if holder is not None and text and len(text) <= MAX_NAME_LETTERS and is_person(text):
            named.setdefault(text, holder)
    if len(named) == 1:
        (holder,) = named.values()
        holder.attrs["class"] = f"{holder.attributes.get('class') or ''} byline"
