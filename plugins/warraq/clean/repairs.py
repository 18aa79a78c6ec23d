"""Markup mended before it is walked."""

from selectolax.lexbor import LexborNode


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
