"""A page measured: how much prose each element holds, what is held against it, and which element is the body."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from warraq.clean.phrases import UNSPACED, name_line
from warraq.clean.tags import HEADINGS
from warraq.clean.tree import Block, Tree
from warraq.clean.words import Sign
from warraq.model import DropReason

# Prose, in letters of an alphabet; a sign of Chinese, Japanese or Korean says about as much as two and a half.
MIN_PROSE = 40
MIN_LINE = 16  # Short lines of their own paragraphs say a little too: lists of dates, verses, dialogue.
LINE_TAGS = frozenset({"p", "blockquote", "pre"})
FULL_PROSE = 80
HEADING_PROSE = 60
SENTENCE_ENDS = frozenset(".!?…\"”»«’':;。！？」』)۔؟।*")
FULL_STOPS = frozenset(".!?؟。।۔")
PERIODS = FULL_STOPS - frozenset("!?؟")  # What nothing is asked or called out with.
FIRST_WIDE = "\u2e80"
LAST_WIDE = "\uffef"
WIDE_WEIGHT = 2.5
# A wrapper whose names speak against it is believed unless it holds this share of the page's prose (facts, 2026-11-23:
# +.034 on the publishers' set when introduced); one of comments or other stories, and one of consent, needs more.
EMBED_LEVELS = 5
WEAK = (
    Sign.NAVIGATION
    | Sign.ADVERTISING
    | Sign.NEWSLETTER
    | Sign.SHARE
    | Sign.ASIDE
    | Sign.HIDDEN
    | Sign.BYLINE
    | Sign.CAPTION
    | Sign.CREDIT
    | Sign.TAGS
    | Sign.DATE
    | Sign.COPYRIGHT
    | Sign.PAYWALL
)
FIRM = Sign.COMMENTS | Sign.RELATED | Sign.TEASER | Sign.CONSENT
AGAINST = WEAK | FIRM
OTHERS = Sign.COMMENTS | Sign.RELATED | Sign.TEASER
OVERLAY = Sign.HIDDEN | Sign.NEWSLETTER | Sign.CONSENT
EXCUSED_SHARE = 0.35
EXCUSED_SHARE_FIRM = 0.9
BODY_SHARE = 0.7  # Of the weighted prose, in the deepest element that is taken for the body; at .5 F1 falls by .008.
LEADING_BLOCKS = 2  # Long paragraphs, among which a story's own teaser stands.
LISTED_SHARE = 0.6
NAMED_SHARE = 0.2  # Of the prose, in an element named as the body: what stands apart from it is not excused.
MAX_PROSE = 4000.0  # Longer blocks are no paragraphs but data.
DATA = ("{", "[{", "[[", "<")
SCOPE_SHARE = 0.35  # Of the prose, in the surroundings of a headline that two witnesses confirm.
MIN_SCOPE = 400.0  # Letters of prose.
CLIMB_PURITY = 0.7  # Of what a wider element adds, prose, for it to be the body's other part.
MAX_BOX_LETTERS = 400  # Around a form.
MAX_BOX_SENTENCES = 2
MAX_BOX_LEVELS = 8
MAX_FORMS = 200
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
MIN_REST = 2  # Paragraphs.
REST_SHARE = 0.8  # Of what is hidden, prose.
REPLY = """
    antworten balas beantwoorden cevapla odpovědět odpowiedz reply responder rispondi répondre răspunde svar svara
    válasz yanıtla απάντηση відповісти ответить הגב الرد رد جواب پاسخ ตอบกลับ 回复 回覆 返信 답글
    """.split()  # noqa: SIM905 - a table of words reads better as words.
# As buttons write it.
REPLIES = frozenset(
    form for word in (*REPLY, "trả lời", "जवाब दें", "جواب دیں") for form in (word, word.capitalize(), word.upper())
)
COOKIES = re.compile(r"cookie|GDPR|consent", re.IGNORECASE)
MAX_COOKIES = 3
NO_CONTAINER = frozenset(["p", "li", "blockquote", "ul", "ol", "td", "tr", "tbody", "dl", "dd", "dt"])


class Layout(NamedTuple):
    """A page measured: which blocks each element holds, how much prose, and what is held against it."""

    tree: Tree
    ends: list[int]  # Index after the last block of each element.
    prose: list[float]  # Weighted letters of prose below each element that nothing speaks against.
    weights: list[float]  # Of each block; 0 for what is no prose or not trusted.
    signs: list[int]  # Of each element, its ancestors' included, excused ones left out.


def measure_letters(text: str) -> float:
    """Return the length of a text in letters of an alphabet."""
    return len(text) * (WIDE_WEIGHT if FIRST_WIDE < text[len(text) // 2] < LAST_WIDE else 1.0)


def weigh(block: Block) -> float:
    """Return the letters of prose in a block: 0 for headings, labels and links."""
    text = block.text
    letters = measure_letters(text)
    if block.tag in HEADINGS:  # Old editors set whole paragraphs as headings.
        is_prose = block.tag != "h1" and letters >= HEADING_PROSE and text[-1] in FULL_STOPS and not block.linked
        return min(letters, MAX_PROSE) if is_prose else 0.0
    if block.linked * 2 > len(text):
        return letters - block.linked if block.tag == "p" and text[-1] in SENTENCE_ENDS else 0.0
    if letters < MIN_PROSE:
        return letters / 4 if letters >= MIN_LINE and not block.linked and block.tag in LINE_TAGS else 0.0
    if text.startswith(DATA):
        return 0.0
    return min(letters, MAX_PROSE) if letters >= FULL_PROSE or text[-1] in SENTENCE_ENDS else letters / 4


def is_statement(text: str, min_words: int) -> bool:
    """Tell whether a text is a sentence of so many words that ends in a full stop, and asks nothing."""
    return text[-1:] in PERIODS and (len(text.split()) >= min_words or UNSPACED.search(text) is not None)


def is_embedded(tree: Tree, element: int) -> bool:
    """Tell whether an element is of a post from elsewhere that the page shows."""
    for _ in range(EMBED_LEVELS):
        if tree.signs[element] & Sign.EMBED:
            return True
        element = tree.parents[element]
    return False


def is_of_others(layout: Layout, element: int, headline: int) -> bool:
    """Tell whether an element stands among comments or other stories, as their writers and days do.

    ``headline`` is the block of the story's own: what holds it too is no other's, nor is what stands between it and
    the story's prose. A box with one line is called after the line that it stands in for.
    """
    signs, parents = layout.signs, layout.tree.parents
    if not signs[element] & OTHERS:
        return False
    while element and signs[parents[element]] & OTHERS:
        element = parents[element]
    first, end = layout.tree.first_blocks[element], layout.ends[element]
    is_own = first <= headline < end or (
        first > headline and not any(weight >= FULL_PROSE for weight in layout.weights[headline:first])
    )
    return end - first > 1 and not is_own


def measure(tree: Tree, excused_share: float = EXCUSED_SHARE, firm_share: float = EXCUSED_SHARE_FIRM) -> Layout:
    """Return the page's elements measured; a wrapper with over ``excused_share`` of the prose is not held suspect.

    One named for comments or other stories needs ``firm_share``.
    """
    weights = [weigh(block) for block in tree.blocks]
    ends, every = sum_up(tree, weights)
    leading = [at for at, weight in enumerate(weights) if weight >= FULL_PROSE][:LEADING_BLOCKS]
    signs = excuse(tree, ends, every, (excused_share, firm_share), leading[-1] if leading else 0)
    trusted = [
        0.0 if signs[block.element] & AGAINST else weight for block, weight in zip(tree.blocks, weights, strict=True)
    ]
    return Layout(tree, ends, sum_up(tree, trusted)[1], trusted, signs)


def sum_up(tree: Tree, weights: list[float]) -> tuple[list[int], list[float]]:
    """Return for each element the index after its last block, and the weight of the blocks below it."""
    parents = tree.parents
    ends = list(tree.first_blocks)
    sums = [0.0] * len(parents)
    for at, block in enumerate(tree.blocks):
        sums[block.element] += weights[at]
        ends[block.element] = at + 1
    for at in range(len(parents) - 1, 0, -1):
        parent = parents[at]
        sums[parent] += sums[at]
        ends[parent] = max(ends[parent], ends[at])
    return ends, sums


def excuse(tree: Tree, ends: list[int], prose: list[float], excused: tuple[float, float], lead_end: int) -> list[int]:
    """Return the signs of each element and its ancestors, without those that stand on most of the page's prose.

    Siblings with the same sign count together: a body cut into sections is wrapped in many. A teaser that begins before
    block ``lead_end`` may be the story's own.
    """
    owns = [
        read_lead(tree, ends, at, own) if own & Sign.TEASER and tree.first_blocks[at] <= lead_end else own
        for at, own in enumerate(tree.signs)
    ]
    for form in tree.forms[:MAX_FORMS]:
        box = find_box(tree, ends, form)
        owns[box] |= Sign.NEWSLETTER if box else 0
    for box, sign in find_titled(tree, ends, prose):
        owns[box] |= sign
    for box, sign in find_unnamed(tree, ends, prose):
        owns[box] |= sign
    for rest in find_rest(tree, ends, prose):
        owns[rest] &= ~Sign.HIDDEN
    together: dict[tuple[int, int], float] = {}
    for at, own in enumerate(owns):
        if own & AGAINST:
            key = (tree.parents[at], own & AGAINST)
            together[key] = together.get(key, 0.0) + prose[at]
    signs = list(owns)
    named = find_named(tree, prose)
    for at, own in enumerate(owns):
        held = own & AGAINST
        if held and prose[at] and (named is None or overlaps(tree, ends, at, named)):
            share = together[tree.parents[at], held] / prose[0]
            if share >= excused[0] and not (
                held & OVERLAY and is_consent(tree.blocks[tree.first_blocks[at] : ends[at]])
            ):
                signs[at] = own & ~(AGAINST if share >= excused[1] else WEAK)
        signs[at] |= signs[tree.parents[at]] & AGAINST
    return signs


def find_box(tree: Tree, ends: list[int], form: int) -> int:
    """Return the widest element around a form that holds little but it: what asks for an address, and says why.

    0 is the page: the form itself holds more.
    """
    box, wider = 0, form
    for _ in range(MAX_BOX_LEVELS):
        if not wider:
            break
        texts = [block.text for block in tree.blocks[tree.first_blocks[wider] : ends[wider]]]
        sentences = sum(len(text) >= MIN_PROSE and text[-1] in SENTENCE_ENDS for text in texts)
        if sentences > MAX_BOX_SENTENCES or len("".join(texts)) > MAX_BOX_LETTERS:
            break
        box, wider = wider, tree.parents[wider]
    return box


def find_titled(tree: Tree, ends: list[int], prose: list[float]) -> Iterator[tuple[int, int]]:
    """Yield the elements whose own title says what they hold, comments or other stories, each with its sign."""
    for at, block in enumerate(tree.blocks):
        if block.linked or len(block.text) > MAX_BOX_TITLE:
            continue
        box = block.element
        while box and ends[box] - tree.first_blocks[box] == 1:
            box = tree.parents[box]
        if not box or tree.first_blocks[box] != at:
            continue
        sign = TITLED.get(name_line(block.text, in_prose=block.tag in HEADINGS), 0)
        is_firm = sign == Sign.COMMENTS and block.tag in HEADINGS  # They may be longer than the story.
        is_box = is_firm or prose[box] < TITLED_SHARE * prose[0]
        if sign and is_box and not (sign in LINKING and is_chapter(tree.blocks[at + 1 : ends[box]])):
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


def climb_tree(tree: Tree, element: int) -> Iterator[int]:
    """Yield an element and all that hold it, but for the document."""
    while element:
        yield element
        element = tree.parents[element]


def find_rest(tree: Tree, ends: list[int], prose: list[float]) -> Iterator[int]:
    """Yield the hidden elements that are the story's own rest, behind a button to read on.

    They go on where a full paragraph ended, link nothing, hold little but prose, and say nothing again.
    """
    for at, own in enumerate(tree.signs):
        first = tree.first_blocks[at]
        if own & AGAINST != Sign.HIDDEN or not first or prose[at] < FULL_PROSE:
            continue
        before, blocks = tree.blocks[first - 1], tree.blocks[first : ends[at]]
        is_beside = tree.parents[at] in {before.element, tree.parents[before.element]}
        is_prose = prose[at] >= REST_SHARE * sum(measure_letters(block.text) for block in blocks)
        is_new = blocks[0].text not in {block.text for block in tree.blocks[:first]}
        is_linked = any(block.linked for block in blocks) or sum(weigh(one) >= FULL_PROSE for one in blocks) < MIN_REST
        if is_beside and is_prose and is_new and not is_linked and weigh(before) >= FULL_PROSE:
            yield at


def read_lead(tree: Tree, ends: list[int], at: int, own: int) -> int:
    """Return the signs of an element called a teaser: without a link it is the story's own lead."""
    is_linked = any(block.linked for block in tree.blocks[tree.first_blocks[at] : ends[at]])
    return own if is_linked else own & ~Sign.TEASER


def find_named(tree: Tree, prose: list[float]) -> int | None:
    """Return the element that is named as the body and holds a fair share of the prose; None without one."""
    named = [at for at, own in enumerate(tree.signs) if own & Sign.BODY and not own & AGAINST]
    best = max(named, key=lambda at: prose[at], default=None)
    return best if best is not None and prose[best] >= NAMED_SHARE * prose[0] else None


def overlaps(tree: Tree, ends: list[int], one: int, other: int) -> bool:
    """Tell whether one of two elements holds the other."""
    return tree.first_blocks[one] < ends[other] and tree.first_blocks[other] < ends[one]


def is_consent(blocks: Iterable[Block]) -> bool:
    """Tell whether a text speaks of cookies and consent throughout."""
    text = " ".join(block.text for block in blocks)
    return len(COOKIES.findall(text)) > max(MAX_COOKIES, len(text) // 400)


def find_body(layout: Layout, scope: int) -> int:
    """Return the element in ``scope`` that holds the story: the deepest with most of its prose, and its kind."""
    enough = BODY_SHARE * layout.prose[scope]
    body = scope
    first, end = layout.tree.first_blocks[scope], layout.ends[scope]
    for at in range(scope, len(layout.prose)):
        if layout.prose[at] >= enough and first <= layout.tree.first_blocks[at] and layout.ends[at] <= end:
            body = at
    while body != scope and layout.tree.tags[body] in NO_CONTAINER:
        body = layout.tree.parents[body]
    return climb(layout, body, scope)


def find_scope(layout: Layout, headline_block: int) -> int:
    """Return the smallest element around the headline that holds a story's worth of prose after it; 0 is the page."""
    tree, total = layout.tree, layout.prose[0]
    at = tree.blocks[headline_block].element
    while at:
        after = sum(layout.weights[headline_block : layout.ends[at]])
        if after >= MIN_SCOPE and after >= SCOPE_SHARE * total:
            return at
        if after >= MIN_SCOPE and ((tree.tags[at] == "article" and has_rivals(layout, at)) or is_listed(layout, at)):
            return at
        at = tree.parents[at]
    return 0


def has_rivals(layout: Layout, scope: int) -> bool:
    """Tell whether the page's other prose stands in articles of their own, after this one."""
    tree = layout.tree
    others = sum(
        layout.prose[at]
        for at in range(scope + 1, len(tree.tags))
        if tree.tags[at] == "article"
        and tree.first_blocks[at] >= layout.ends[scope]
        and tree.tags[tree.parents[at]] != "article"
    )
    return others + layout.prose[scope] >= BODY_SHARE * layout.prose[0]


def is_listed(layout: Layout, scope: int) -> bool:
    """Tell whether the page's other prose stands in lists: of other stories, not of this one."""
    tree = layout.tree
    inside = range(tree.first_blocks[scope], layout.ends[scope])
    outside = [at for at, weight in enumerate(layout.weights) if weight and at not in inside]
    listed = sum(layout.weights[at] for at in outside if tree.blocks[at].tag == "li")
    return listed >= LISTED_SHARE * sum(layout.weights[at] for at in outside)


def climb(layout: Layout, body: int, scope: int) -> int:
    """Return the body with what its ancestors add, as far as that is prose too: bodies stand in two containers."""
    tree = layout.tree
    best, at = body, body
    while at != scope and tree.tags[at] not in {"body", "main"}:
        at = tree.parents[at]
        extra = layout.prose[at] - layout.prose[best]
        if extra > FULL_PROSE and extra >= CLIMB_PURITY * count_letters(layout, best, at):
            best = at
    return best


def count_letters(layout: Layout, inner: int, outer: int) -> int:
    """Return the letters that an element holds besides those of one within, where nothing is against them."""
    tree = layout.tree
    inside = range(tree.first_blocks[inner], layout.ends[inner])
    return sum(
        len(tree.blocks[at].text)
        for at in range(tree.first_blocks[outer], layout.ends[outer])
        if at not in inside and not layout.signs[tree.blocks[at].element] & AGAINST
    )


def stand_alone(layout: Layout, picture: int, element: int) -> bool:
    """Tell whether a picture and a line share a wrapper that holds no other text."""
    tree = layout.tree
    while element > picture:
        element = tree.parents[element]
    while picture > element:
        picture = tree.parents[picture]
    return picture == element and layout.ends[element] - tree.first_blocks[element] == 1
