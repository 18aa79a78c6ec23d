"""What says the story again in a few points, over it or in its first lines, under a title that tables know."""

from collections.abc import Iterator
from itertools import islice

from warraq.clean.prose import FULL_PROSE, MIN_PROSE, weigh
from warraq.clean.tree import Block, Tree, climb_tree
from warraq.clean.words import Sign

MAX_LIST_LEVELS = 4  # From a line within an item up to its list.
LISTS = frozenset({"ol", "ul"})
MAX_PARAGRAPHS_OVER = 2  # The standfirst among them.
MIN_PARAGRAPHS_UNDER = 2
POINTS_SHARE = 0.4  # Of the page's prose: a list that holds more is the story.


def find_summary(tree: Tree, ends: list[int], title: int) -> Iterator[tuple[int, int]]:
    """Yield the title of what a machine made of the story, and the list right behind it, each with its sign."""
    if ends[tree.blocks[title].element] == title + 1:
        yield tree.blocks[title].element, Sign.ASIDE
    if (listed := find_list(tree, title)) is not None:
        yield listed, Sign.ASIDE


def find_list(tree: Tree, title: int) -> int | None:
    """Return the list that begins right behind a title; None where there is none."""
    if title + 1 == len(tree.blocks):
        return None
    above = climb_tree(tree, tree.blocks[title + 1].element)
    listed = next((at for at in islice(above, MAX_LIST_LEVELS) if tree.tags[at] in LISTS), None)
    return listed if listed is not None and tree.first_blocks[listed] == title + 1 else None


def find_points(tree: Tree, ends: list[int], prose: list[float], title: int) -> Iterator[tuple[int, int]]:
    """Yield the title of the story's key points and their list, each with its sign.

    They stand over the first paragraph, or in a box of their own below one or two; prose must follow. Further down a
    list under such a title is the story's own.
    """
    listed = find_list(tree, title)
    if listed is None or ends[tree.blocks[title].element] != title + 1 or prose[listed] >= POINTS_SHARE * prose[0]:
        return
    over = sum(map(is_paragraph, tree.blocks[:title]))
    is_over = over == 0 or (over <= MAX_PARAGRAPHS_OVER and is_boxed(tree, ends, title, listed))
    under = sum(not block.linked and weigh(block) >= MIN_PROSE for block in tree.blocks[ends[listed] :])
    if is_over and under >= MIN_PARAGRAPHS_UNDER:
        yield tree.blocks[title].element, Sign.ASIDE
        yield listed, Sign.ASIDE


def is_paragraph(block: Block) -> bool:
    """Tell whether a block is a full paragraph outside lists and links."""
    return block.tag != "li" and not 2 * block.linked > len(block.text) and weigh(block) >= FULL_PROSE


def is_boxed(tree: Tree, ends: list[int], title: int, listed: int) -> bool:
    """Tell whether an element holds a title and the list behind it, and no more."""
    above = climb_tree(tree, listed)
    return any(tree.first_blocks[at] == title and ends[at] == ends[listed] for at in above)
