"""A page's tree in one walk: its blocks of text, its elements as flat columns, and what its head declares.

The walk is iterative and asks each node once. Speed decides its form (2026-11-23, 181 pages, mean 1,600 nodes): a call
for each node costs .9 ms a page, a row for each inline element .4 ms, the names of every link .2 ms.
"""

from selectolax.lexbor import LexborNode

from warraq.clean.attributes import (
    CREDIT_ATTRIBUTE,
    HIDDEN,
    PREFERRED,
    leads_to_author,
    leads_to_offer,
    read_anchor,
    read_clock,
    read_item,
    read_names,
    read_special,
    read_void,
    read_writer,
)
from warraq.clean.captions import name_label
from warraq.clean.read_also import cut_read_also
from warraq.clean.runs import (
    BROKEN,
    NAMING,
    PART_MARK,
    add_block,
    credits_picture,
    ends_caption,
    is_amid,
    is_announced,
    is_behind_day,
    is_behind_link,
    is_beside_picture,
    is_credit,
    is_over_prose,
    parts_cell,
)
from warraq.clean.tags import (
    BLOCK,
    BREAK,
    HEADINGS,
    IGNORED,
    KINDS,
    LINK,
    PHRASE,
    PLAIN,
    RUNNING,
    STRONG,
    TEXT,
    TOLD_BY_TAG,
    UNBROKEN,
    UNKNOWN,
    VOID,
)
from warraq.clean.tree import AUTHOR_LINK, Stamp, Tree
from warraq.clean.words import STANDALONE, TAG_SIGNS, Sign
from warraq.model import DropReason
from warraq.text.characters import clean_line

# What a label hidden in a line says that the line is.
SPOKEN_SIGNS: dict[DropReason | None, int] = {DropReason.CAPTION: Sign.CAPTION, DropReason.CREDIT: Sign.CREDIT}
CREDITING = frozenset({PLAIN, PHRASE, STRONG})
ITALICS = frozenset({"em", "i"})
CELLS = frozenset({"li", "td", "th"})
FULL_NAME = "fn"  # Of an hCard.
UNMARKED = RUNNING - {"h1"}  # Spans in running text part nothing.
NO_ATTRIBUTES: dict[str, str | None] = {}
# What an element does to the text below it: the element that holds it, linked, strong. Skipped elements have no state.
State = tuple[int, bool, bool]


def walk_tree(root: LexborNode, tree: Tree, *, keeps: bool = False) -> dict[int, int]:  # noqa: C901, PLR0912, PLR0915 - see the module.
    """Fill the columns of ``tree`` from the nodes below ``root``, in document order.

    Return the element that holds each node, by the node's id, where ``keeps`` asks for it.
    """
    holders: dict[int, int] = {}
    find_kind = KINDS.get
    parents, tags, all_signs, all_names = tree.parents, tree.tags, tree.signs, tree.names
    first_blocks, blocks = tree.first_blocks, tree.blocks
    pieces: list[str] = []
    holder = linked = strong = 0
    after_break = False
    node = root
    state = at, is_linked, is_strong = (tree.open_element(0, "document", 0, ""), False, False)
    inner: State | None = state  # Of what stands within the node; None leaves that out.
    over: list[tuple[LexborNode, State]] = []
    while True:
        if inner is None:
            following = node.next
        else:
            if keeps:
                holders[node.mem_id] = inner[0]
            over.append((node, state))
            state = at, is_linked, is_strong = inner
            following, inner = node.first_child, None
        while following is None and len(over) > 1:
            above, state = over.pop()
            at, is_linked, is_strong = state
            following = above.next
        if following is None:
            break
        node = following
        tag = node.tag
        kind, own_signs = find_kind(tag, UNKNOWN), 0
        if kind == IGNORED or tag is None:
            continue
        if kind == TEXT:
            text = node.text_content or ""
            if (not pieces or at != holder or pieces[-1] is BROKEN) and text.isspace():
                continue
            if at != holder or not pieces:
                if pieces:
                    add_block(tree, pieces, holder, linked, strong, after_break)
                    after_break = False
                    linked = strong = 0
                    pieces = []
                holder = at
            pieces.append(text)
            if is_linked:
                linked += len(text.strip())
            if is_strong:
                strong += len(text.strip())
            continue
        if kind == UNKNOWN:
            kind = PHRASE if is_amid(node) else BLOCK
        if (
            kind in CREDITING
            and (tags[at] == "figcaption" or all_signs[at] & Sign.CAPTION)
            and is_credit(node, tag, pieces)
        ):
            kind, own_signs = BLOCK, Sign.CREDIT
        if kind == STRONG and (not pieces or holder != at) and tags[at] not in RUNNING:
            named = Sign.STANDFIRST | (Sign.CAPTION if not pieces and is_beside_picture(tree) else 0)
            if read_names(node.attributes, 0)[0] & named:
                kind = BLOCK  # <em class="img_desc">, <strong class="summary">
        if kind == PLAIN:
            inner = state
            if tag == "code":  # Its lines are no paragraphs: a program stays one block.
                all_signs[at] &= ~Sign.PREFORMATTED
            continue
        if kind == STRONG:
            if all_signs[at] & Sign.BYLINE and not pieces and node.attributes.get("class") == FULL_NAME:
                read_writer(tree, node, at)
            all_signs[at] |= Sign.SLANTED if tag in ITALICS else 0
            inner = (at, is_linked, True)
            continue
        if kind == VOID:
            read_void(tree, node, tag, at, len(blocks) + (1 if pieces else 0))
            continue
        if (
            kind == BREAK
            and tags[at] in UNBROKEN
            and not (tags[holder] in CELLS and parts_cell(tree, node, pieces, holder))
        ):
            pieces.append(BROKEN)
            continue
        signs, names, attributes = 0, "", NO_ATTRIBUTES
        if kind == LINK:
            attributes = node.attributes
            href = attributes.get("href") or ""
            if href.startswith("#end"):
                tree.skips.append((href[1:], len(blocks)))
            begun = len(blocks) + (1 if pieces and holder != at else 0)
            if len(href) > 1 and href[0] == "#":
                tree.anchors.add(begun)
            if pieces and holder == at and "href" in attributes and cut_read_also(tree, node, pieces, holder):
                continue
            if pieces and tags[at] not in UNMARKED:
                pieces.append(PART_MARK)
            if pieces and all_signs[at] & Sign.BYLINE and is_behind_link(node):
                pieces.append(", ")
            is_anchor = (not href or href[0] == "#") and tags[at] in HEADINGS
            inner = (at, True, is_strong) if "href" in attributes and not is_anchor else state
            if "rel" in attributes or "itemprop" in attributes or tags[at] in HEADINGS:
                read_anchor(tree, node, attributes, at)
            if PREFERRED in href:
                tree.forms.append(at)  # What stands around it asks the reader for something, as around a form.
            elif leads_to_offer(href):
                tree.offers.append((at, begun))
            if leads_to_author(href, attributes.get("class") or ""):
                name = clean_line(node.text() or "")
                tree.stamps.append(Stamp(AUTHOR_LINK, name, at, len(blocks)))
            continue
        if kind == PHRASE:
            attributes = node.attributes
            if attributes:
                signs, names = read_names(attributes, 0)
            if signs & Sign.COPYRIGHT and pieces and is_beside_picture(tree):
                signs = signs & ~Sign.COPYRIGHT | Sign.CREDIT  # Behind the caption.
            if signs & NAMING and (tags[at] == "blockquote" or is_announced(tree, at, pieces)):
                signs &= ~NAMING
            is_under = signs & Sign.CAPTION and not pieces and is_beside_picture(tree) and is_over_prose(node)
            if signs & Sign.CREDIT and ends_caption(tree, node, tag, pieces):
                all_signs[at] |= Sign.CAPTION
                is_under = True
            if not signs & STANDALONE or (tags[at] in RUNNING and not is_under):
                if not signs & HIDDEN:
                    inner = state
                elif not pieces:
                    all_signs[at] |= SPOKEN_SIGNS.get(name_label(node.text() or ""), 0)
                all_signs[at] |= signs & Sign.PREFORMATTED
                if pieces and tags[at] not in UNMARKED:
                    pieces.append(PART_MARK)
                if tag == "abbr" and signs & Sign.DATE:
                    read_clock(tree, attributes, at)
                if signs & Sign.BYLINE and (not pieces or is_behind_day(pieces)):
                    read_writer(tree, node, at)
                if tag == "time" or "itemprop" in attributes or "property" in attributes:
                    read_item(tree, node, attributes, tag, at)
                continue
        if pieces:
            add_block(tree, pieces, holder, linked, strong, after_break)
            pieces = []
            linked = strong = 0
        after_break = kind == BREAK
        if after_break:
            continue
        if kind == BLOCK:
            attributes = node.attributes
            signs = TAG_SIGNS.get(tag, 0) | own_signs
            is_quoted = tags[at] == "blockquote"
            if tag == "footer" and is_quoted:
                signs = own_signs  # Whom it quotes.
            if attributes:
                signs, names = read_names(attributes, signs)
                signs &= ~Sign.BYLINE if own_signs or is_quoted else -1
                if signs & Sign.COPYRIGHT and credits_picture(tree, node, at):
                    signs = signs & ~Sign.COPYRIGHT | Sign.CREDIT
        made = len(parents)
        parents.append(at)
        tags.append(tag)
        all_signs.append(signs)
        all_names.append(names)
        first_blocks.append(len(blocks))
        inner = (made, is_linked, False)
        if tag == "form":
            tree.forms.append(made)
        elif attributes and (
            tag in TOLD_BY_TAG or "itemprop" in attributes or "property" in attributes or CREDIT_ATTRIBUTE in attributes
        ):
            read_special(tree, node, attributes, tag, made)
        if signs & Sign.DATE:
            read_clock(tree, attributes, made)
    if pieces:
        add_block(tree, pieces, holder, linked, strong, after_break)
    return holders
