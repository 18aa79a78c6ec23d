"""Elements that hold something else than the story, told by what stands in them: forms, titles, cards, comments."""

from collections.abc import Iterator

from warraq.clean.phrases import is_points_title, is_summary_title, name_line
from warraq.clean.prose import FULL_PROSE, FULL_STOPS, MIN_PROSE, SENTENCE_ENDS, measure_letters, weigh
from warraq.clean.summaries import find_points, find_summary, is_paragraph
from warraq.clean.tags import HEADINGS
from warraq.clean.tree import Block, Tree, climb_tree
from warraq.clean.words import Sign
from warraq.model import DropReason

MIN_SCOPE = 400.0  # Letters of prose.
MAX_BOX_LETTERS = 400  # Around a form.
MAX_BOX_SENTENCES = 2
MAX_BOX_LEVELS = 8
MAX_BOX_TITLE = 40
TITLED_SHARE = 0.5  # Of the page's prose: an element with more is no box.
TITLED: dict[DropReason | None, int] = {
    DropReason.BYLINE: Sign.BYLINE,
    DropReason.COMMENTS: Sign.COMMENTS,
    DropReason.NEWSLETTER: Sign.NEWSLETTER,
    DropReason.RELATED: Sign.RELATED,
    DropReason.TAGS: Sign.TAGS,
}
LINKING = frozenset({Sign.RELATED, Sign.TAGS})  # A chapter of the story may have such a title.
MAX_CARD_BLOCKS = 5
LINKED_TITLE = 0.9
MIN_CARD_TITLE = 16
MIN_CARDS = 3
CARD_TAGS = frozenset({"article", "div", "li", "p", "section", "td", "tr"})
BEFORE_CARDS = 0.3  # Of the page's prose, before the first of them.
LISTED_TAGS = frozenset({"li", "p", "td", "tr"})
BLOCKS_AFTER_ROW = 3
MAX_ASKED_BLOCKS = 200  # Of a titled element, that are asked whether they are prose: boxes stand in boxes.
MAX_SKIPPED_BLOCKS = 12
MAX_BEFORE_SKIP = 30  # Letters of a box's title beside the link over it.
REPLY = """
    antworten balas beantwoorden cevapla odpovědět odpowiedz reply responder rispondi répondre răspunde svar svara
    válasz yanıtla απάντηση відповісти ответить הגב الرد رد جواب پاسخ ตอบกลับ 回复 回覆 返信 답글
    """.split()  # noqa: SIM905 - a table of words reads better as words.
# As buttons write it.
REPLIES = frozenset(
    form for word in (*REPLY, "trả lời", "जवाब दें", "جواب دیں") for form in (word, word.capitalize(), word.upper())
)


def find_box(tree: Tree, ends: list[int], form: int) -> int:
    """Return the widest element around a form that holds little but it: what asks for an address, and says why.

    A form that says something itself needs no paragraph over or under it: that is the story's. 0 is the page: the form
    holds more.
    """
    box, wider = 0, form
    for _ in range(MAX_BOX_LEVELS):
        if not wider:
            break
        blocks = tree.blocks[tree.first_blocks[wider] : ends[wider]]
        sentences = sum(len(block.text) >= MIN_PROSE and block.text[-1] in SENTENCE_ENDS for block in blocks)
        if sentences > MAX_BOX_SENTENCES or sum(measure_letters(block.text) for block in blocks) > MAX_BOX_LETTERS:
            break
        if box and any(is_told(tree.blocks[at]) for at in list_edges(tree, ends, box, wider)):
            break
        box, wider = wider, tree.parents[wider]
    return box


def list_edges(tree: Tree, ends: list[int], inner: int, outer: int) -> Iterator[int]:
    """Yield the first and the last block of an element that are not of one within, which holds blocks too."""
    first, end = tree.first_blocks[inner], ends[inner]
    if first < end:
        yield from {tree.first_blocks[outer], ends[outer] - 1}.difference(range(first, end))


def is_told(block: Block) -> bool:
    """Tell whether a block is a full paragraph that ends in a full stop."""
    return is_paragraph(block) and block.text[-1] in FULL_STOPS


def find_titled(tree: Tree, ends: list[int], prose: list[float]) -> Iterator[tuple[int, int]]:
    """Yield the elements whose own title says what they hold, comments or other stories, each with its sign."""
    for at, block in enumerate(tree.blocks):
        if block.linked or len(block.text) > MAX_BOX_TITLE:
            continue
        is_summary = is_summary_title(block.text)
        if is_summary:
            yield from find_summary(tree, ends, at)
        elif is_points_title(block.text):
            yield from find_points(tree, ends, prose, at)
        box = block.element
        while box and ends[box] - tree.first_blocks[box] == 1:
            box = tree.parents[box]
        if not box or tree.first_blocks[box] != at:
            continue
        sign = Sign.ASIDE if is_summary else TITLED.get(name_line(block.text, in_prose=block.tag in HEADINGS), 0)
        is_firm = sign == Sign.COMMENTS and block.tag in HEADINGS  # They may be longer than the story.
        is_box = is_firm or prose[box] < TITLED_SHARE * prose[0]
        if (
            sign
            and is_box
            and not (sign in LINKING and is_chapter(tree.blocks[at + 1 : min(ends[box], at + MAX_ASKED_BLOCKS)]))
        ):
            yield box, sign


def is_chapter(blocks: list[Block]) -> bool:
    """Tell whether blocks are prose without a link."""
    return not any(block.linked for block in blocks) and any(
        len(block.text) >= FULL_PROSE and block.text[-1] in FULL_STOPS for block in blocks
    )


def find_unnamed(tree: Tree, ends: list[int], prose: list[float]) -> Iterator[tuple[int, int]]:
    """Yield the elements that are alike in a row, other stories or what readers wrote, each with its sign.

    Other stories below a story are no part of it, however long; where little stands before them, they may be it.
    """
    cards = [*find_cards(tree, ends)]
    if cards:
        before = sum(
            weight
            for block in tree.blocks[: tree.first_blocks[cards[0]]]
            if not block.linked and (weight := weigh(block)) >= FULL_PROSE
        )
        is_below = before >= MIN_SCOPE and before >= BEFORE_CARDS * prose[0]
        yield from ((card, Sign.RELATED if is_below else Sign.NAVIGATION) for card in cards)
    yield from ((comment, Sign.COMMENTS) for comment in find_answered(tree, ends))
    yield from ((box, Sign.RELATED) for box in find_skipped(tree, ends, prose))


def find_cards(tree: Tree, ends: list[int]) -> Iterator[int]:
    """Yield the elements that stand in a row with others alike: a linked title each, and a few lines."""
    rows: dict[int, list[int]] = {}
    for at in range(1, len(tree.parents)):
        first = tree.first_blocks[at]
        if 1 < ends[at] - first <= MAX_CARD_BLOCKS and tree.tags[at] in CARD_TAGS:
            blocks = tree.blocks[first : ends[at]]
            is_dated = not blocks[0].linked and len(blocks[0].text) <= MAX_BOX_TITLE and len(blocks) > 2  # noqa: PLR2004
            title, *others = blocks[1:] if is_dated else blocks
            is_title = title.linked > LINKED_TITLE * len(title.text) and measure_letters(title.text) >= MIN_CARD_TITLE
            if is_title and any(not other.linked and measure_letters(other.text) >= MIN_PROSE for other in others):
                rows.setdefault(tree.parents[at], []).append(at)
    for row in rows.values():
        after = tree.blocks[ends[row[-1]] : ends[row[-1]] + BLOCKS_AFTER_ROW]
        is_amid = tree.tags[row[0]] in LISTED_TAGS and any(
            weigh(block) >= FULL_PROSE and not block.linked for block in after
        )
        if len(row) >= MIN_CARDS and not is_amid:  # A list amid the story is of what it treats of.
            yield from row


def find_skipped(tree: Tree, ends: list[int], prose: list[float]) -> Iterator[int]:
    """Yield the small elements that begin with a link to their own end, for those who would not hear them read.

    A title may stand over the link.
    """
    for identity, link in tree.skips:
        block = tree.blocks[link] if link < len(tree.blocks) else None
        if block is None or len(block.text) - block.linked > MAX_BEFORE_SKIP:
            continue
        over = {*climb_tree(tree, tree.blocks[link].element)}
        last = next((at for at, names in enumerate(tree.names) if identity in names.split()), 0)
        box = max(over.intersection(climb_tree(tree, last)), default=0)
        is_small = ends[box] - tree.first_blocks[box] <= MAX_SKIPPED_BLOCKS and prose[box] < TITLED_SHARE * prose[0]
        start = tree.first_blocks[box]
        is_titled = start == link - 1 and len(tree.blocks[start].text) <= MAX_BOX_TITLE
        if box and is_small and (start == link or is_titled):
            yield box


def find_answered(tree: Tree, ends: list[int]) -> Iterator[int]:
    """Yield the elements that stand in a row and each end in a button to reply: what readers wrote."""
    buttons = [(at, block.element) for at, block in enumerate(tree.blocks) if block.text in REPLIES]
    chains = [[*climb_tree(tree, element)] for _, element in buttons]
    shared = set(chains[0]).intersection(*chains[1:]) if len(chains) > 1 else set()
    if not shared:
        return
    row = max(shared)
    for (button, _), chain in zip(buttons, chains, strict=True):
        # An answer stands below its label, a button below what it answers.
        yield from (at for at in chain if at != row and tree.parents[at] == row and ends[at] == button + 1)
