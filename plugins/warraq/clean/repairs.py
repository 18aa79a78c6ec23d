"""Markup mended before it is walked."""

from itertools import islice

from selectolax.lexbor import LexborNode

from warraq.clean.datelines import is_person
from warraq.text.characters import clean_line

PEN_AND_PERSON = 'i[class*="fa-user"], i[class*="icon-user"], i[class*="fa-pen"], span[class*="icon-user"]'
MAX_ICONS = 40
MAX_NAME_LETTERS = 40


def open_buttons(root: LexborNode) -> None:
    """Let a button amid a sentence be its words."""
    for button in root.css("p button"):
        if all(
            one is not None and one.tag == "-text" and (one.text_content or "").strip()
            for one in (button.prev, button.next)
        ):
            button.unwrap()


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
