"""Markup parsed, mended and walked: what a publisher's selectors match is marked in its tree."""

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from warraq.clean.dom import walk_tree
from warraq.clean.entities import halve_escapes
from warraq.clean.repairs import list_buttoned, mend, part_labels, part_stories
from warraq.clean.streamed import SIGN, place_streamed
from warraq.clean.tree import Tree
from warraq.text.characters import clean_line


def read_tree(markup: str, scripts: tuple[str, ...] = (), selectors: tuple[str, ...] = ()) -> Tree:
    """Return the tree of a page's markup, with the elements that the selectors match."""
    tree = Tree(scripts=list(scripts))
    try:
        parser = LexborHTMLParser(part_labels(halve_escapes(markup)))
    except SelectolaxError as error:  # Lexbor reads any markup: it fails for want of memory alone.
        raise MemoryError from error
    if SIGN in markup:
        place_streamed(parser)
    if markup.count("<h1") + markup.count("<H1") > 1:
        part_stories(parser)
    root = parser.root
    if root is None:
        return tree
    mend(root, markup)
    tree.language = root.attributes.get("lang") or root.attributes.get("xml:lang")
    is_paid = "<button" in markup and "aywall" in markup
    holders = walk_tree(root, tree, keeps=is_paid or bool(selectors))
    if is_paid:
        tree.buttons = [holders[one.mem_id] for one in list_buttoned(root) if one.mem_id in holders]
    for selector in selectors:
        nodes = root.css(selector)
        tree.marked[selector] = sorted({holders[node.mem_id] for node in nodes if node.mem_id in holders})
        if nodes:
            tree.marked_texts[selector] = clean_line(nodes[0].attributes.get("datetime") or nodes[0].text()) or ""
    return tree
