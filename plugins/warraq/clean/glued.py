"""A writer's name in brackets, glued to the last sentence of a story."""

from warraq.clean.lines import fold_names
from warraq.clean.sign_offs import GLUED
from warraq.clean.story import Story
from warraq.model import DropReason
from warraq.text.characters import fold_line

BRACKETS = frozenset("）)】")
MAX_SIGN_REST = 12  # Letters besides the name: where from.


def cut_signature(story: Story) -> None:
    """Cut the writer's name from the end of the last paragraph, where a sentence ends before it."""
    last = story.paragraphs[-1] if story.paragraphs else ""
    found = GLUED.search(last) if last[-1:] in BRACKETS else None
    if found is None or found.start() == 0:
        return
    key = fold_line(found["sign"])
    if any(name in key and len(key) - len(name) <= MAX_SIGN_REST for name in fold_names(story.byline)):
        story.paragraphs[-1] = last[: found.start()]
        story.drop(found["sign"], DropReason.BYLINE)
