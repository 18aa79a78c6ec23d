"""The standfirst: told by its class, by the page's description, or by standing between headline and body."""

from warraq.clean.decks import (
    MIN_DECK,
    MIN_DECK_WORDS,
    find_deck,
    find_subtitle,
    is_plain_deck,
    is_unknown,
    leaves,
    leaves_besides,
)
from warraq.clean.declared import Declared
from warraq.clean.excuses import AGAINST
from warraq.clean.houses import opens_with_place
from warraq.clean.layout import Layout
from warraq.clean.phrases import name_line
from warraq.clean.prose import FULL_PROSE, FULL_STOPS, is_stressed, measure_letters
from warraq.clean.story import Story
from warraq.clean.tags import HEADINGS
from warraq.clean.tree import Tree, climb_tree
from warraq.clean.words import Sign
from warraq.model import DropReason
from warraq.text.characters import fold_line

MIN_STANDFIRST_LETTERS = 12
MAX_STANDFIRST_LETTERS = 700
LEAD_DISTANCE = 6  # Blocks after the headline.
MIN_LEAD = 60.0  # Weighted letters of prose.
MIN_SAID_LETTERS = 30
HEADED = frozenset({"div", "h2", "h3", "p"})
MIN_KEY_LETTERS = 24
MAX_STANDFIRST_LINES, MAX_BROKEN = 4, 100  # Longer lines between breaks are paragraphs.
# Blocks that may stand between headline and body: byline, date, share bar, caption.
HEAD_BLOCKS = 14
LEAD_LEVELS, LEAD_BLOCKS = 4, 3  # A class names a lead so many levels above it, and holds no more.
LEADS = frozenset({None, DropReason.OUTSIDE_BODY, DropReason.TEASER})
ALLOWED_SIGNS = AGAINST & ~(Sign.HIDDEN | Sign.TEASER)


def take_standfirst(
    story: Story, layout: Layout, verdicts: list[DropReason | None], span: range, declared: Declared
) -> None:
    """Take the standfirst: a line between headline and body classed as one, or that the description says too."""
    tree = layout.tree
    first = next((at for at in span if verdicts[at] is None), span.start)
    keys = [fold_line(text) for text in declared.descriptions]
    near = range(max(span.start, first - HEAD_BLOCKS), min(first + 2, span.stop))
    if (at := choose_standfirst(layout, verdicts, near, first, keys)) is not None:
        lines = list_beside(layout, verdicts, at)
        lines += list_broken(layout, verdicts, lines)
        story.standfirst = " ".join(tree.blocks[line].text for line in lines)
        for line in lines:
            verdicts[line] = DropReason.STANDFIRST
        drop_standfirst_again(layout, verdicts, span, at)
        return
    deck = find_deck(layout, verdicts, span)
    if (at := find_subtitle(layout, verdicts, first) if deck is None else deck) is not None:
        story.standfirst = tree.blocks[at].text
        verdicts[at] = DropReason.STANDFIRST
        return
    take_lead(story, layout, verdicts, range(span.start + 1, min(first, span.start + 1 + LEAD_DISTANCE)))


def choose_standfirst(
    layout: Layout, verdicts: list[DropReason | None], near: range, first: int, keys: list[str]
) -> int | None:
    """Return the block that is the standfirst; of a few words and what the description says, the latter."""
    found = (
        at
        for at in near
        if is_free(layout, verdicts, at, first, keys)
        and not (verdicts[at] is None and opens_with_place(layout.tree.blocks[at].text))
        and is_standfirst(layout, at, keys, inside=verdicts[at] is None)
        and leaves(layout, verdicts, at)
    )
    chosen = next(found, None)
    if chosen is None or measure_letters(layout.tree.blocks[chosen].text) >= MIN_SAID_LETTERS:
        return chosen
    return next((at for at in found if fold_line(layout.tree.blocks[at].text) in keys), chosen)


def is_free(layout: Layout, verdicts: list[DropReason | None], at: int, first: int, keys: list[str]) -> bool:
    """Tell whether a line may be a standfirst at all: of a fair length, no link, nothing else by signs or words."""
    block = layout.tree.blocks[at]
    letters = measure_letters(block.text)
    if not MIN_STANDFIRST_LETTERS <= letters <= MAX_STANDFIRST_LETTERS or block.linked * 2 > len(block.text):
        return False
    if block.tag in HEADINGS and at > first:
        return False  # A subhead below a paragraph, whatever its class.
    if block.after_break and block.text[0].islower():
        return False  # The rest of a sentence.
    held = layout.signs[block.element] & ALLOWED_SIGNS
    if verdicts[at] not in LEADS or (held and (held != Sign.CAPTION or not is_said_lead(layout.tree, at, keys))):
        return False
    return is_unknown(block.text)


def list_beside(layout: Layout, verdicts: list[DropReason | None], at: int) -> list[int]:
    """Return the block of a standfirst, and those behind it that are set as it is in a container classed as one."""
    tree = layout.tree
    element = tree.blocks[at].element
    for _ in range(LEAD_LEVELS):
        element = tree.parents[element]
        if element and tree.signs[element] & Sign.STANDFIRST and layout.ends[element] - at <= LEAD_BLOCKS:
            beside = range(at + 1, layout.ends[element])
            is_row = all(
                (verdicts[other] is DropReason.OUTSIDE_BODY or is_classed_as(tree, other, at))
                and tree.blocks[other].tag == tree.blocks[at].tag
                and not tree.blocks[other].linked
                and not layout.signs[tree.blocks[other].element] & AGAINST
                and measure_letters(tree.blocks[other].text) >= MIN_STANDFIRST_LETTERS
                and name_line(tree.blocks[other].text) is None
                for other in beside
            )
            return [at, *beside] if is_row else [at]
    return [at]


def is_classed_as(tree: Tree, other: int, at: int) -> bool:
    """Tell whether a block has the very class of another, which is a standfirst's."""
    names, own = tree.names[tree.blocks[other].element], tree.names[tree.blocks[at].element]
    return names == own and tree.signs[tree.blocks[other].element] & Sign.STANDFIRST != 0


def is_said_lead(tree: Tree, at: int, keys: list[str]) -> bool:
    """Tell whether a line is classed as a standfirst and no caption, and the description says it: so in a caption too.

    ``keys`` are the page's descriptions, folded.
    """
    is_lead = tree.signs[tree.blocks[at].element] & (Sign.STANDFIRST | Sign.CAPTION) == Sign.STANDFIRST
    return is_lead and fold_line(tree.blocks[at].text) in keys


def list_broken(layout: Layout, verdicts: list[DropReason | None], lines: list[int]) -> list[int]:
    """Return the lines that breaks alone part from a standfirst, in an element that holds it and few lines more."""
    tree, last = layout.tree, lines[-1]
    element = tree.blocks[last].element
    behind = range(last + 1, layout.ends[element])
    is_own = tree.first_blocks[element] == lines[0] and 0 < len(behind) < MAX_STANDFIRST_LINES
    is_broken = is_own and all(
        tree.blocks[at].after_break
        and tree.blocks[at].element == element
        and verdicts[at] in LEADS
        and measure_letters(tree.blocks[at].text) <= MAX_BROKEN
        for at in behind
    )
    return [*behind] if is_broken and leaves_besides(layout, verdicts, {*lines, *behind}) else []


def take_lead(story: Story, layout: Layout, verdicts: list[DropReason | None], between: range) -> None:
    """Take for standfirst the first sentence that stands alone between headline and body, and is nothing else."""
    for at in between:
        block = layout.tree.blocks[at]
        is_outside = verdicts[at] is DropReason.OUTSIDE_BODY and not layout.signs[block.element] & AGAINST
        is_outside = is_outside or (at == between.start and is_in_head(layout, at))
        is_sentence = block.tag in HEADINGS and len(block.text) >= MIN_LEAD and block.text[-1] in ".!?؟。।۔"
        if (
            is_outside
            and (
                layout.weights[at] >= MIN_LEAD
                or is_sentence
                or (at == between.start and is_plain_deck(layout.tree, at))
            )
            and not block.linked
            and len(block.text) <= MAX_STANDFIRST_LETTERS
            and name_line(block.text) is None
        ):
            story.standfirst = block.text
            verdicts[at] = DropReason.STANDFIRST
            return


def is_in_head(layout: Layout, at: int) -> bool:
    """Tell whether a heading in what is named a footer stands right under the headline, in one container with it."""
    tree = layout.tree
    over, element = tree.blocks[at - 1], tree.blocks[at].element
    is_named = layout.signs[element] & AGAINST == Sign.NAVIGATION and tree.blocks[at].tag in HEADINGS
    return is_named and over.tag == "h1" and tree.parents[over.element] in climb_tree(tree, element)


def is_standfirst(layout: Layout, at: int, keys: list[str], *, inside: bool) -> bool:
    """Tell whether a block is the standfirst: by its class, or as the description if unlike the paragraphs."""
    tree = layout.tree
    block = tree.blocks[at]
    element = block.element
    for _ in range(LEAD_LEVELS):
        is_lead = tree.signs[element] & (Sign.STANDFIRST | Sign.TEASER)
        if is_lead and layout.ends[element] - tree.first_blocks[element] <= LEAD_BLOCKS:
            return not is_first_part(layout, at, element, keys)
        element = tree.parents[element]
    key = fold_line(block.text)
    if inside and is_in_header(tree, at, is_said=key in keys):
        return True
    # A first paragraph in bold, or in a container of its own, is the story's own to most readers.
    is_apart = not inside or block.tag in HEADINGS
    if is_apart and key in keys and measure_letters(block.text) >= MIN_STANDFIRST_LETTERS:
        return True
    return (
        is_apart
        and len(block.text) >= MIN_SAID_LETTERS
        and len(key) >= MIN_KEY_LETTERS
        and any(len(one) > MIN_KEY_LETTERS and key.startswith(one) for one in keys)
    )


def is_first_part(layout: Layout, at: int, element: int, keys: list[str]) -> bool:
    """Tell whether a plain paragraph is the story's first, cut off for lists: "introText" before "fullText" (Joomla).

    One that the page's description says is a deck.
    """
    tree = layout.tree
    if "introtext" not in fold_line(tree.names[element]) or is_stressed(tree.blocks[at]):
        return False
    if fold_line(tree.blocks[at].text) in keys:
        return False
    behind = tree.blocks[layout.ends[element] :][:1]
    over = (one for block in behind for one in (block.element, *climb_tree(tree, block.element)))
    return tree.blocks[at].tag not in HEADINGS and any("fulltext" in fold_line(tree.names[one]) for one in over)


def is_in_header(tree: Tree, at: int, *, is_said: bool) -> bool:
    """Tell whether a line that says more than a label does stands right under the h1, in its own header element.

    It is a sentence, a long heading, or what the page's description says (``is_said``).
    """
    block, over = tree.blocks[at], tree.blocks[at - 1] if at else None
    if over is None or over.tag != "h1" or block.tag not in HEADED or len(block.text.split()) < MIN_DECK_WORDS:
        return False
    header = tree.parents[block.element]
    is_own = header in {tree.parents[over.element], tree.parents[tree.parents[over.element]]}
    is_said = is_said or block.text[-1] in FULL_STOPS or (block.tag in HEADINGS and len(block.text) >= MIN_DECK)
    return is_own and is_said and tree.tags[header] == "header"


def drop_standfirst_again(layout: Layout, verdicts: list[DropReason | None], span: range, taken: int) -> None:
    """Drop the lines that say the standfirst again, but for a paragraph behind another in one container."""
    blocks, parents = layout.tree.blocks, layout.tree.parents
    key, before = fold_line(blocks[taken].text), None
    for at in span:
        if verdicts[at] is not None:
            continue
        block = blocks[at]
        if len(block.text) <= MAX_STANDFIRST_LETTERS and fold_line(block.text) == key:
            is_told = before is not None and parents[before.element] == parents[block.element]
            if not is_told or block.tag != "p":
                verdicts[at] = DropReason.STANDFIRST_REPEATED
        before = block if layout.weights[at] >= FULL_PROSE else before
