"""A writer's name in brackets, or the house's, glued to the last sentence of a story."""

import re

from warraq.clean.lines import fold_names
from warraq.clean.sign_offs import GLUED, NO_DESK_SIGNS
from warraq.clean.story import Story
from warraq.clean.tree import Tree
from warraq.clean.unspaced import GLUED_NAME
from warraq.model import DropReason
from warraq.text.characters import fold_line

BRACKETS = frozenset("）)】")
MAX_SIGN_REST = 12  # Letters besides the name: where from.
MIN_HOUSE_LETTERS = 3
# "… said the mayor. /Strait/": the house between slashes (Kosovo, 2020 to 2026).
SLASHED = re.compile(r"(?<=[.!?…”“\"»])\s*(?P<sign>/[^/]{2,30}/)$")
# "… warns the ferry. (ast)": who worked on it, as German desks sign.
DESK = re.compile(r"(?<=[.!?…”“\"»])\s(?P<sign>\([a-zäöü]{2,4}(?:/[a-zäöü]{2,4})*\))$")
# "… warns the ferry. (ast) +++": the end, as regional desks in German mark it.
CROSSED = re.compile(r"(?<=[.!?…”“\"»])\s(?P<sign>(?:\([a-zäöü]{2,4}(?:/[a-zäöü]{2,4})*\)\s?)?\+{3})$")


def cut_signature(story: Story, houses: tuple[str, ...]) -> None:
    """Cut the writer's name from the end of the last paragraph, or one of ``houses``, where a sentence ends before."""
    last = story.paragraphs[-1] if story.paragraphs else ""
    if last[-1:] == "/":
        found = SLASHED.search(last)
        reason = DropReason.CREDIT if found and is_house(found["sign"], houses) else None
    elif last[-1:] == "+":
        found = CROSSED.search(last)
        reason = DropReason.CREDIT
    elif last[-1:] in BRACKETS:
        found = DESK.search(last) or GLUED.search(last)
        reason = name_sign(found, story, houses) if found else None
    else:
        return
    if found and reason and found.start():
        story.paragraphs[-1] = last[: found.start()]
        story.drop(found["sign"], reason)


def name_sign(found: re.Match[str], story: Story, houses: tuple[str, ...]) -> DropReason | None:
    """Return whom brackets at the end of a story name: the house or its desk, the writer; None for anything else."""
    sign = found["sign"]
    if is_house(sign, houses) or (found.re is DESK and sign not in NO_DESK_SIGNS):
        return DropReason.CREDIT
    key = fold_line(sign)
    is_writer = any(name in key and len(key) - len(name) <= MAX_SIGN_REST for name in fold_names(story.byline))
    return DropReason.BYLINE if is_writer else None


def is_house(sign: str, houses: tuple[str, ...]) -> bool:
    """Tell whether a sign is the name of the site."""
    key = fold_line(sign)
    return len(key) >= MIN_HOUSE_LETTERS and key in map(fold_line, houses)


def read_glued(tree: Tree, line: int) -> str | None:
    """Return the name in brackets at the end of a Japanese story's last line; it must stand elsewhere on the page too.

    «…（中原さやか）», who took a picture above; what is only explained in brackets does not come back.
    """
    found = GLUED_NAME.search(tree.blocks[line].text)
    if found is None:
        return None
    is_said = any(found["name"] in block.text for at, block in enumerate(tree.blocks) if at != line)
    return found["name"] if is_said else None
