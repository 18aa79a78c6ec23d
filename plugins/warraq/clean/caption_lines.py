"""The lines of a page that are captions, told by the pictures they stand beside."""

from itertools import islice

from warraq.clean.captions import (
    fold_caption,
    is_captioned,
    is_control,
    is_credit_line,
    is_label,
    name_label,
)
from warraq.clean.credit_signs import MAX_CREDIT_LETTERS
from warraq.clean.credits import BRACKETS, split_credit
from warraq.clean.dashed import is_capitalized
from warraq.clean.excuses import AGAINST
from warraq.clean.layout import Layout, stand_alone
from warraq.clean.prose import FULL_PROSE, is_statement
from warraq.clean.tags import HEADINGS
from warraq.clean.tree import Block, Picture, Tree, climb_tree
from warraq.clean.words import SEPARATORS, Sign
from warraq.model import DropReason
from warraq.text.characters import fold_line

MAX_CAPTION_LETTERS = 400
MAX_ROW_LETTERS = 200
MIN_ALT_LETTERS = 24
MIN_SENTENCE_WORDS = 5
BLOCKS_OVER = 8  # The headline or the body, for the lead picture.
FIGURE_LEVELS = 3
PICTURE_BOXES = frozenset(
    {"bild", "figure", "foto", "image", "imagem", "imagen", "img", "photo", "picture", "thumbnail"}
)
QUOTING = frozenset({"blockquote", "li", "td"})
CONTROLLING = Sign.ADVERTISING | Sign.SHARE
OF_PICTURES = Sign.CAPTION | Sign.CREDIT
NEVER = AGAINST & ~(Sign.CAPTION | Sign.CREDIT | Sign.HIDDEN)


def says_something(tree: Tree, at: int, headline: str | None) -> bool:
    """Tell whether a line beside a picture says what it shows: no label, button, advertisement or headline."""
    block = tree.blocks[at]
    if is_label(block.text) or is_control(block.text) or tree.signs[block.element] & CONTROLLING:
        return False
    return headline is None or len(block.text) > 2 * len(headline) or fold_line(block.text) != fold_line(headline)


def reach_up(layout: Layout, span: range) -> range:
    """Return a span of blocks with the lead picture over it, where that has a caption of its own."""
    tree = layout.tree
    for at in range(max(0, span.start - BLOCKS_OVER), span.start):
        block = tree.blocks[at]
        signs = layout.signs[block.element]
        never = NEVER & ~Sign.COPYRIGHT if signs & Sign.CREDIT else NEVER  # "img-copyright"
        if (signs & OF_PICTURES or len(block.text) <= MAX_ROW_LETTERS) and not signs & never and not block.linked:
            pictures = [one for one in tree.pictures if one.url and not layout.signs[one.element] & NEVER]
            if any(is_over(layout, one, at, is_classed=bool(signs & OF_PICTURES)) for one in pictures):
                return range(at, span.stop)
    return span


def is_over(layout: Layout, picture: Picture, at: int, *, is_classed: bool) -> bool:
    """Tell whether a picture stands over a line that is classed as its own, or shares a wrapper and credits it."""
    if is_classed:
        return picture.block in {at - 1, at}
    block = layout.tree.blocks[at]
    is_beside = picture.block == at and stand_alone(layout, picture.element, block.element)
    return is_beside and split_credit(block.text)[1] is not None


def mark_lines(
    layout: Layout, verdicts: list[DropReason | None], span: range, pictures: list[Picture], known: tuple[str, ...]
) -> None:
    """Mark the plain lines that are captions: a picture's alternative text says them, or credited and twice.

    ``known`` is the headline, which is no caption, and then the page's descriptions.
    """
    tree = layout.tree
    alts = {fold_caption(one.alt): one.block for one in pictures if one.alt}
    headline, *descriptions = map(fold_line, known)
    before = ""
    for at in span:
        text = tree.blocks[at].text
        if verdicts[at] is not None or len(text) > MAX_CAPTION_LETTERS or not (alts or text[-1] in BRACKETS):
            before = ""
            continue
        key = fold_caption(text) if text[-1] in BRACKETS else fold_line(text)
        is_twice = key == before and (key in alts or is_captioned(text))
        is_said = key in alts or begins_as(key, alts, at)
        if key != headline and (is_twice or (is_said and not is_opening(layout, verdicts, span, at, descriptions))):
            verdicts[at] = DropReason.CAPTION
            if key == before and at - 1 in span and verdicts[at - 1] is None:
                verdicts[at - 1] = DropReason.CAPTION
        before = key


def is_opening(
    layout: Layout, verdicts: list[DropReason | None], span: range, at: int, descriptions: list[str]
) -> bool:
    """Tell whether a line that a picture's alternative text says too is the story's first paragraph none the less.

    The description says it, or it is a sentence in an element of its own, and it is not printed again.
    """
    tree = layout.tree
    text, element = tree.blocks[at].text, tree.blocks[at].element
    if any(verdicts[one] is None and layout.weights[one] >= FULL_PROSE for one in range(span.start, at)):
        return False
    key = fold_line(text)
    if any(one != at and fold_line(tree.blocks[one].text) == key for one in span):
        return False
    is_described = any(len(one) >= MIN_ALT_LETTERS and key.startswith(one) for one in descriptions)
    near = [one for one in tree.pictures if one.block in {at, at - 1} and one.element != element]
    is_alone = not any(stand_alone(layout, one.element, element) for one in near)
    return is_described or (is_alone and is_statement(text, MIN_SENTENCE_WORDS))


def is_over_credit(tree: Tree, at: int) -> bool:
    """Tell whether a short line, no heading and without a link, has the credit of the picture over it right below."""
    block, *others = tree.blocks[at : at + 2]
    if len(block.text) > MAX_CAPTION_LETTERS or block.linked or block.tag in HEADINGS:
        return False
    return any(read_naming(tree, one.element) & Sign.CREDIT or is_credit_line(one.text) for one in others)


def is_in_figure(tree: Tree, block: Block, picture: int) -> bool:
    """Tell whether a block is short enough for a caption, and stands in a picture's own figure as no quotation."""
    over = {picture, *islice(climb_tree(tree, picture), FIGURE_LEVELS + 1)}
    for element in islice(climb_tree(tree, block.element), FIGURE_LEVELS):
        if tree.tags[element] in QUOTING:
            return False
        if tree.tags[element] == "figure":
            return element in over and len(block.text) <= MAX_CAPTION_LETTERS
    return False


def is_in_box(tree: Tree, block: Block, picture: int) -> bool:
    """Tell whether a block is short enough for a caption, and an element that holds a picture too is named for that."""
    over = {picture, *islice(climb_tree(tree, picture), FIGURE_LEVELS)}
    shared = next((one for one in islice(climb_tree(tree, block.element), FIGURE_LEVELS) if one in over), 0)
    words = SEPARATORS.split(tree.names[shared].lower()) if shared else ()
    return len(block.text) <= MAX_ROW_LETTERS and not PICTURE_BOXES.isdisjoint(words)


def is_in_table(tree: Tree, block: Block, picture: int) -> bool:
    """Tell whether a block is short enough for a caption, and stands in another row of a table than a picture."""
    if len(block.text) > MAX_ROW_LETTERS:
        return False
    row = next((one for one in climb_tree(tree, block.element) if tree.tags[one] == "tr"), 0)
    table = next((one for one in climb_tree(tree, row) if tree.tags[one] == "table"), 0) if row else 0
    over = {*climb_tree(tree, picture)}
    return table in over and row not in over


def names_taker(tree: Tree, at: int) -> bool:
    """Tell whether a block's own element is classed as a credit and as no caption, and holds no more than a credit."""
    block = tree.blocks[at]
    if read_naming(tree, block.element) & (Sign.CAPTION | Sign.CREDIT) != Sign.CREDIT:
        return False
    caption, credit = split_credit(block.text)
    return caption is None or credit is None or (" " in caption and is_capitalized(caption))


def read_naming(tree: Tree, element: int) -> int:
    """Return the signs of an element; of one without a class, or only a writer's, those of the credit around it too."""
    signs = tree.signs[element]
    over = tree.parents[element]
    is_writers = signs & (Sign.BYLINE | Sign.CAPTION) == Sign.BYLINE
    is_within = tree.signs[over] & OF_PICTURES == Sign.CREDIT and (is_writers or not tree.names[element])
    is_within = is_within or is_attributed(tree, element)
    return signs | Sign.CREDIT if is_within or (is_writers and tree.tags[over] == "figcaption") else signs


def is_attributed(tree: Tree, element: int) -> bool:
    """Tell whether an element in a figure's caption is classed as the picture's attribution."""
    is_classed = "attribution" in tree.names[element].lower()
    return is_classed and any(tree.tags[one] == "figcaption" for one in climb_tree(tree, element) if one != element)


def mark_spoken(tree: Tree, verdicts: list[DropReason | None], span: range) -> None:
    """Mark the lines beside a label that is read out, which stands in an element of its own: "Image source,"."""
    for at in span[:-1]:
        reason = name_label(tree.blocks[at].text)
        element, beside = tree.blocks[at].element, tree.blocks[at + 1].element
        if reason and len({element, tree.parents[element]} & {beside, tree.parents[beside]}):
            verdicts[at] = verdicts[at + 1] = reason


def begins_as(key: str, alts: dict[str, int], at: int) -> bool:
    """Tell whether block ``at``, a picture's next, begins with its alternative text and adds little: who took it."""
    return any(
        at - place in {0, 1}
        and len(alt) >= MIN_ALT_LETTERS
        and len(key) - len(alt) <= MAX_CREDIT_LETTERS // 2
        and key.startswith(alt)
        for alt, place in alts.items()
    )
