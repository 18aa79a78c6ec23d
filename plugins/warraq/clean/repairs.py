"""Markup mended before it is walked."""

import re

from selectolax.lexbor import LexborNode

# A label before a paragraph that style alone parts from it: "<p><span class="label">Leuven</span>De stad …".
LABEL = re.compile(
    r"(<p(?:\s[^<>]{1,200})?>\s{0,20}<span\s[^<>]{1,200}>[^<>]{2,40}[a-zß-öø-ÿа-яё]</span>)(?=[A-ZÀ-ÞА-Я])"
)


def part_labels(markup: str) -> str:
    """Return markup with a blank between a label at the beginning of a paragraph and the capital it is glued to."""
    return LABEL.sub(r"\1 ", markup)


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
