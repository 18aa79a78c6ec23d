"""A page's tree in one walk: its blocks of text, its elements as flat columns, and what its head declares.

The walk is iterative and asks each node once. Speed decides its form (2026-11-23, 181 pages, mean 1,600 nodes): a call
for each node costs .9 ms a page, a row for each inline element .4 ms, the names of every link .2 ms.
"""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from warraq.clean.captions import name_label
from warraq.clean.streamed import SIGN, place_streamed
from warraq.clean.tags import (
    BLOCK,
    BREAK,
    HEADINGS,
    IGNORED,
    KINDS,
    LINK,
    NAMED_OTHERWISE,
    PHRASE,
    PLAIN,
    RUNNING,
    STRONG,
    TEXT,
    TOLD_BY_TAG,
    UNBROKEN,
    VOID,
)
from warraq.clean.tree import AUTHOR_LINK, MODIFIED_TIME, Block, Picture, Stamp, Tree
from warraq.clean.words import TAG_SIGNS, Sign, read_name, read_signs
from warraq.model import DropReason
from warraq.text.characters import clean_line
from warraq.text.wrapped import unwrap

HIDDEN = Sign.HIDDEN
# A span with one of these signs holds a part of the page of its own, unless it stands in running text.
STANDALONE = (
    Sign.CAPTION
    | Sign.CREDIT
    | Sign.BYLINE
    | Sign.DATE
    | Sign.HIDDEN
    | Sign.SHARE
    | Sign.ADVERTISING
    | Sign.TAGS
    | Sign.RELATED
)
# What a label hidden in a line says that the line is.
SPOKEN_SIGNS: dict[DropReason | None, int] = {DropReason.CAPTION: Sign.CAPTION, DropReason.CREDIT: Sign.CREDIT}
ADDRESS_NAMES = ("data-url", "data-href", "data-permalink", "data-link", "itemid", "about")
SCRIPT_META = "script:ld+json"  # Remix writes JSON-LD into a meta element.
CLOCK_ATTRIBUTES = ("title", "data-datetime", "data-date", "data-time", "data-timestamp", "data-published")
INSTANT = re.compile(r"(?:19|20)\d\d-\d\d-\d\d|1\d{9}(?:\d{3})?$")
# The address of an author's own page, as publishers' systems make it.
AUTHOR_PATH = re.compile(
    r"/(?:auth?or(?:es|en|s)?|auteurs?|journalists?|redactores?|reporters?|writers?|yazarlar?)/[^/?#]", re.IGNORECASE
)
ITEM_DATES = frozenset({"datePublished", "dateCreated", "dateModified"})
CHANGED = re.compile(r"^(?!.*publish).*(?:updated|modified)", re.IGNORECASE | re.DOTALL)  # WordPress names both.
BROKEN = " "  # What a line break leaves that parts nothing.
CREDITING = frozenset({PLAIN, PHRASE})
MAX_CREDIT_LETTERS, MAX_CREDIT_WORDS = 60, 6
CAPTION_ENDS = frozenset('.!?…؟۔。»”"')
CELLS = frozenset({"li", "td", "th"})
CELL_LINE_ENDS, MIN_CELL_LINE = frozenset(".!?؟۔。"), 36
UNMARKED = RUNNING - {"h1"}  # Spans in running text part nothing.
KEEPS_BREAKS = re.compile(r"white-space(?:-collapse)?\s*:\s*(?:pre(?!serve-spaces)|break-spaces)")
MAX_WRITER = 60  # Letters of a span that names the writer amid a line.
SET_RIGHT = re.compile(r"text-align\s*:\s*right")
# How elements are labelled for those who do not see the page (BBC, 2026: "article-byline", «معلومات المقال»).
NAMES_WRITER = re.compile(r"\b(?:by-?line|authors?|article information)\b|معلومات المقال", re.IGNORECASE)
FILMS = frozenset({"amp-video", "audio", "iframe", "video"})  # A line beside one is its title.
NO_ATTRIBUTES: dict[str, str | None] = {}
# What an element does to the text below it: the element that holds it, linked, strong. Skipped elements have no state.
State = tuple[int, bool, bool]
PART_MARK = "\x1f"  # Where a span begins.
WIDE = f"{PART_MARK}\u3040-\u30ff\u3400-\u9fff"
GLUED = re.compile(f'(?<=\\w){PART_MARK}+(?=[^\\W\\d_a-z]|[«„“"])')
# Spans side by side, parted on the screen by style alone; Chinese and Japanese are written without blanks.
PARTED = re.compile(
    f"(?<=[^\\s{PART_MARK}(]){PART_MARK}+(?=[A-Z\\d])|(?<=[^\\s{WIDE}]){PART_MARK}+(?=[^\\W_a-z{WIDE}])"
)


def read_names(attributes: dict[str, str | None], signs: int) -> tuple[int, str]:
    """Return the signs of an element's class, id and visibility, and its names as written."""
    names = attributes.get("class") or ""
    if names:
        signs |= read_signs(names)
    identity = attributes.get("id")
    if identity:
        signs |= read_name(identity)
        names = f"{identity} {names}"
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        signs |= Sign.HIDDEN
    style = attributes.get("style")
    if style:
        signs |= read_style(style)
    label = attributes.get("aria-labelledby") or attributes.get("aria-label")
    if label and NAMES_WRITER.search(label):
        signs |= Sign.BYLINE
    if attributes.get("align") == "right":
        signs |= Sign.RIGHT
    return signs, names


def read_style(style: str) -> int:
    """Return the signs of an element's own style."""
    if "none" in style and "display:none" in style.replace(" ", "").lower():
        return Sign.HIDDEN
    right = Sign.RIGHT if "right" in style and SET_RIGHT.search(style) else 0
    return right | (Sign.PREFORMATTED if "white-space" in style and KEEPS_BREAKS.search(style) else 0)


def read_void(tree: Tree, node: LexborNode, tag: str, holder: int, block: int) -> None:
    """Keep what an image or an element of the head declares."""
    attributes = node.attributes
    if tag in {"img", "amp-img"}:
        url = attributes.get("data-src") or attributes.get("data-original") or attributes.get("src") or ""
        tree.pictures.append(Picture(url, clean_line(attributes.get("alt") or ""), holder, block))
    elif tag in FILMS:
        tree.pictures.append(Picture("", None, holder, block))
    elif tag == "meta":
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = attributes.get("content")
        if name == SCRIPT_META and content:
            tree.scripts.append(content)
        elif name in ITEM_DATES and content and block and "itemprop" in attributes:
            tree.stamps.append(Stamp(name, content, holder, block))  # Amid the page it is of what stands around it.
        elif name and content and content.strip():
            tree.metas.append((name.lower(), content))
    elif tag == "link":
        if attributes.get("rel") == "canonical" and tree.canonical is None:
            tree.canonical = attributes.get("href")
    elif tag == "title" and tree.title is None:
        tree.title = clean_line(node.text() or "")


def read_item(tree: Tree, node: LexborNode, attributes: dict[str, str | None], tag: str, element: int) -> None:
    """Keep what a time element, an item of microdata or a link to the author declares."""
    name = attributes.get("itemprop") or ("author" if attributes.get("rel") == "author" else "")
    name = name or (attributes.get("property") or "").rpartition(":")[2] or tag
    if name == "time" and CHANGED.search(attributes.get("class") or ""):
        name = MODIFIED_TIME
    value = attributes.get("datetime") or attributes.get("content")
    if value is None and name == "author" and tag in {"a", "span"}:
        value = clean_line(node.text() or "")
    if name == "articleBody" and tag != "meta":
        tree.signs[element] |= Sign.BODY
    tree.stamps.append(Stamp(name, value, element, len(tree.blocks)))


def read_clock(tree: Tree, attributes: dict[str, str | None], element: int) -> None:
    """Keep the instant that an element named as a date has in an attribute, for scripts or for those who hover."""
    for name in CLOCK_ATTRIBUTES:
        value = attributes.get(name)
        if value and INSTANT.match(value):
            tree.stamps.append(Stamp("time", value, element, len(tree.blocks)))
            return


def is_beside_picture(tree: Tree) -> bool:
    """Tell whether nothing but a picture has come since the last block."""
    return bool(tree.pictures) and tree.pictures[-1].block == len(tree.blocks)


def read_writer(tree: Tree, node: LexborNode, holder: int) -> None:
    """Keep the name that a span at the head of a line is marked as; in a quotation it is that of another writer."""
    name = clean_line(node.text() or "")
    if name and len(name) <= MAX_WRITER and tree.tags[tree.parents[holder]] != "blockquote":
        tree.stamps.append(Stamp("author", name, holder, len(tree.blocks)))


def is_behind_link(node: LexborNode) -> bool:
    """Tell whether nothing stands between a link and the one before it: two writers, side by side."""
    before = node.prev
    if before is not None and before.tag == "-text" and not (before.text_content or "").strip():
        before = before.prev
    return before is not None and before.tag == "a"


def is_credit(node: LexborNode, tag: str, pieces: list[str]) -> bool:
    """Tell whether an element in a caption is who took the picture: the last one, after another or a sentence."""
    text = (node.text() or "").strip()
    following, before = node.next, node.prev
    while following is not None and following.tag == "-text" and not (following.text_content or "").strip():
        following = following.next
    while before is not None and before.tag == "-text" and not (before.text_content or "").strip():
        before = before.prev
    if following is not None or not text or len(text) > MAX_CREDIT_LETTERS or len(text.split()) > MAX_CREDIT_WORDS:
        return False
    is_after_element = before is not None and before.tag != "-text"
    return tag in {"cite", "small"} or is_after_element or pieces[-1].rstrip()[-1:] in CAPTION_ENDS


def parts_cell(tree: Tree, pieces: list[str], holder: int) -> bool:
    """Tell whether a line break parts paragraphs in a table's cell or a list's item.

    The second one does, one below a sentence, and each that follows these.
    """
    last = pieces[-1].rstrip() if pieces else ""
    is_sentence = last[-1:] in CELL_LINE_ENDS and sum(len(piece) for piece in pieces) >= MIN_CELL_LINE
    return pieces[-1:] == [BROKEN] or is_sentence or bool(tree.blocks and tree.blocks[-1].element == holder)


def add_block(tree: Tree, pieces: list[str], holder: int, linked: int, strong: int, after_break: bool) -> None:  # noqa: FBT001 - of the hot loop.
    """End a run of text; keep it as a block unless it is blank."""
    text = "".join(pieces) if len(pieces) > 1 else pieces[0]
    tag = tree.tags[holder]
    if PART_MARK in text:
        seams = PARTED
        if tag == "h1":
            seams = GLUED
            parts = tuple(part for part in map(clean_line, text.split(PART_MARK)) if part)
            tree.heading_parts[holder] = tree.heading_parts.get(holder, ()) + parts
        text = seams.sub(" ", text).replace(PART_MARK, "")
    if "\n" in text and (tree.signs[holder] | tree.signs[tree.parents[holder]]) & Sign.PREFORMATTED:
        add_lines(tree, text, holder, after_break=after_break)
        return
    line = clean_line(text)
    if line:
        tree.blocks.append(Block(line, holder, tag, linked, strong, after_break))


def add_lines(tree: Tree, text: str, holder: int, *, after_break: bool) -> None:
    """Keep the lines of text whose breaks are shown, each as a block; blank lines part paragraphs."""
    for line in map(clean_line, unwrap(text).split("\n")):
        if line:
            tree.blocks.append(Block(line, holder, tree.tags[holder], 0, 0, after_break))
        after_break = line is not None


def walk_tree(root: LexborNode, tree: Tree) -> dict[int, State]:  # noqa: C901, PLR0912, PLR0915 - see the module.
    """Fill the columns of ``tree`` from the nodes below ``root``, in document order; return each element's state."""
    states: dict[int, State] = {root.mem_id: (tree.open_element(0, "document", 0, ""), False, False)}
    find_state, find_kind = states.get, KINDS.get
    parents, tags, all_signs, all_names = tree.parents, tree.tags, tree.signs, tree.names
    first_blocks, blocks = tree.first_blocks, tree.blocks
    pieces: list[str] = []
    holder = linked = strong = 0
    after_break = False
    nodes = root.traverse(include_text=True)
    next(nodes)
    for node in nodes:
        tag = node.tag
        kind, own_signs = find_kind(tag, BLOCK), 0
        text = (node.text_content or "") if kind == TEXT else ""
        if not pieces and text.isspace():
            continue
        parent = node.parent
        if kind == IGNORED or tag is None or parent is None:
            continue
        state = find_state(parent.mem_id)
        if state is None:
            continue
        if kind == TEXT:
            if (state[0] != holder or not pieces or pieces[-1] is BROKEN) and text.isspace():
                continue
            if state[0] != holder or not pieces:
                if pieces:
                    add_block(tree, pieces, holder, linked, strong, after_break)
                    after_break = False
                    linked = strong = 0
                    pieces = []
                holder = state[0]
            pieces.append(text)
            if state[1]:
                linked += len(text.strip())
            if state[2]:
                strong += len(text.strip())
            continue
        if (
            kind in CREDITING
            and pieces
            and (tags[state[0]] == "figcaption" or all_signs[state[0]] & Sign.CAPTION)
            and is_credit(node, tag, pieces)
        ):
            kind, own_signs = BLOCK, Sign.CREDIT
        if kind == STRONG and (not pieces or holder != state[0]) and tags[state[0]] not in RUNNING:
            named = Sign.STANDFIRST | (Sign.CAPTION if not pieces and is_beside_picture(tree) else 0)
            if read_names(node.attributes, 0)[0] & named:
                kind = BLOCK  # <em class="img_desc">, <strong class="summary">
        if kind == PLAIN:
            states[node.mem_id] = state
            if tag == "code":  # Its lines are no paragraphs: a program stays one block.
                all_signs[state[0]] &= ~Sign.PREFORMATTED
            continue
        if kind == STRONG:
            states[node.mem_id] = (state[0], state[1], True)
            continue
        if kind == VOID:
            read_void(tree, node, tag, state[0], len(blocks) + (1 if pieces else 0))
            continue
        if (
            kind == BREAK
            and tags[state[0]] in UNBROKEN
            and not (tags[holder] in CELLS and parts_cell(tree, pieces, holder))
        ):
            pieces.append(BROKEN)
            continue
        signs, names, attributes = 0, "", NO_ATTRIBUTES
        if kind == LINK:
            attributes = node.attributes
            if pieces and tags[state[0]] not in RUNNING:
                pieces.append(PART_MARK)
            if pieces and all_signs[state[0]] & Sign.BYLINE and is_behind_link(node):
                pieces.append(", ")
            is_anchor = (attributes.get("href") or "#")[:1] == "#" and tags[state[0]] in HEADINGS
            states[node.mem_id] = (state[0], True, state[2]) if "href" in attributes and not is_anchor else state
            if "rel" in attributes or "itemprop" in attributes or tags[state[0]] in HEADINGS:
                read_anchor(tree, node, attributes, state[0])
            if AUTHOR_PATH.search(attributes.get("href") or ""):
                name = clean_line(node.text() or "")
                tree.stamps.append(Stamp(AUTHOR_LINK, name, state[0], len(blocks)))
            continue
        if kind == PHRASE:
            attributes = node.attributes
            if attributes:
                signs, names = read_names(attributes, 0)
            if not signs & STANDALONE or tags[state[0]] in RUNNING:
                if not signs & HIDDEN:
                    states[node.mem_id] = state
                elif not pieces:
                    all_signs[state[0]] |= SPOKEN_SIGNS.get(name_label(node.text() or ""), 0)
                all_signs[state[0]] |= signs & Sign.PREFORMATTED
                if pieces and tags[state[0]] not in UNMARKED:
                    pieces.append(PART_MARK)
                if signs & Sign.BYLINE and not pieces:
                    read_writer(tree, node, state[0])
                if tag == "time" or "itemprop" in attributes or "property" in attributes:
                    read_item(tree, node, attributes, tag, state[0])
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
            if attributes:
                signs, names = read_names(attributes, signs)
        at = len(parents)
        parents.append(state[0])
        tags.append(tag)
        all_signs.append(signs)
        all_names.append(names)
        first_blocks.append(len(blocks))
        states[node.mem_id] = (at, state[1], False)
        if tag == "form":
            tree.forms.append(at)
        elif attributes and (tag in TOLD_BY_TAG or "itemprop" in attributes or "property" in attributes):
            read_special(tree, node, attributes, tag, at)
        if signs & Sign.DATE:
            read_clock(tree, attributes, at)
    if pieces:
        add_block(tree, pieces, holder, linked, strong, after_break)
    return states


def read_anchor(tree: Tree, node: LexborNode, attributes: dict[str, str | None], holder: int) -> None:
    """Keep a link to the author, and where the link in a heading leads."""
    if attributes.get("rel") == "author" or "itemprop" in attributes:
        read_item(tree, node, attributes, "a", holder)
    if tree.tags[holder] in HEADINGS:
        tree.addresses.setdefault(holder, attributes.get("href") or "")


def read_special(tree: Tree, node: LexborNode, attributes: dict[str, str | None], tag: str, at: int) -> None:
    """Keep what elements say besides their names: values of microdata, an article's address."""
    if tag in NAMED_OTHERWISE:
        tree.signs[at] &= HIDDEN | (Sign.STANDFIRST if tag in HEADINGS and "class" in attributes else 0)
    if "itemprop" in attributes or "property" in attributes or tag == "time":
        read_item(tree, node, attributes, tag, at)
    if tag == "article":
        address = next((attributes[name] for name in ADDRESS_NAMES if attributes.get(name)), None)
        if address:
            tree.addresses[at] = address


def open_buttons(root: LexborNode) -> None:
    """Let a button amid a sentence be its words."""
    for button in root.css("p button"):
        if all(
            one is not None and one.tag == "-text" and (one.text_content or "").strip()
            for one in (button.prev, button.next)
        ):
            button.unwrap()


def hide_tips(root: LexborNode) -> None:
    """Hide what shows when a reader points at a word."""
    for tip in root.css("[role=tooltip]"):
        tip.attrs["hidden"] = ""


def read_tree(markup: str, scripts: tuple[str, ...] = (), selectors: tuple[str, ...] = ()) -> Tree:
    """Return the tree of a page's markup, with the elements that the selectors match."""
    tree = Tree(scripts=list(scripts))
    try:
        parser = LexborHTMLParser(markup)
    except SelectolaxError as error:  # Lexbor reads any markup: it fails for want of memory alone.
        raise MemoryError from error
    if SIGN in markup:
        place_streamed(parser)
    root = parser.root
    if root is None:
        return tree
    if "<button" in markup:
        open_buttons(root)
    if "tooltip" in markup:
        hide_tips(root)
    tree.language = root.attributes.get("lang") or root.attributes.get("xml:lang")
    states = walk_tree(root, tree)
    for selector in selectors:
        nodes = root.css(selector)
        tree.marked[selector] = sorted({states[node.mem_id][0] for node in nodes if node.mem_id in states})
        if nodes:
            tree.marked_texts[selector] = clean_line(nodes[0].attributes.get("datetime") or nodes[0].text()) or ""
    return tree
