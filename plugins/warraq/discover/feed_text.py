"""The text of a feed, made fit for feedparser: bounded, and without the faults that it misreads."""

import re
from html import escape
from html.entities import html5

from warraq.discover.newest import stand_oldest_first
from warraq.errors import RejectedError
from warraq.model import Reason

MAX_TAG_CHARACTERS = 65_535  # A million attributes in one tag take over a minute (2026-11-23).
# feedparser looks for a DOCTYPE before the root by a pattern that is quadratic over white space.
ROOT = re.compile(r"<\w")
WHITE_SPACE = re.compile(r"\s{2,}")
# What stands in CDATA or a comment is text: nothing of it is a tag, a reference or a link of the feed.
APART = r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)"
ROOT_TAG = re.compile(rf"{APART}|<(?P<name>\w[\w.:-]{{0,40}})[^<>]{{0,65535}}?(?P<is_empty>/?)>", re.DOTALL)
LONG_TAG = re.compile(rf"{APART}|(?P<tag><[A-Za-z][^<>]{{{MAX_TAG_CHARACTERS}}})", re.DOTALL)
# Where a feed begins, whatever a server wrote before it; not inside a comment.
FEED_ROOT = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<name>(?:[\w.-]{1,40}:)?(?:rss|rdf|feed|channel))(?=[\s/>])", re.DOTALL | re.IGNORECASE
)
DOCTYPE = re.compile("<!doctype", re.IGNORECASE)
PREFIX = re.compile(r"</?([A-Za-z_][\w.-]{0,40}):\w")
DECLARED_PREFIX = re.compile(r"\bxmlns:([A-Za-z_][\w.-]{0,40})\s{0,9}=")
MAX_PREFIXES = 50
NAMESPACES = {"a10": "http://www.w3.org/2005/Atom", "atom": "http://www.w3.org/2005/Atom"}  # Others go by their prefix.
# Elements of modules that feedparser takes for the entry's own, and the names under which they stay apart: the caption
# of a picture for the summary, the voice of a podcast for the writer, the date of Dublin Core for that of a change.
MODULES = {
    "dc:date": "dc:day",
    "itunes:author": "itunes:voice",
    "itunes:summary": "itunes:about",
    "media:description": "media:about",
}
# Faults of feeds that feedparser reads as something else: "&lang=ar" in an address as "〈=ar", and an empty link as
# the entry's own, before its permanent guid. For a name of HTML's that XML has not, it leaves its strict parser.
FAULT = re.compile(
    rf"(?P<apart>{APART})|(?P<ampersand>&)(?!#?\w{{1,40}};)|&(?P<letter>[A-Za-z]\w{{0,39}};)"
    r"|<link\s{0,9}(?:/>|>\s{0,99}(?:<!\[CDATA\[\s{0,99}\]\]>\s{0,99})?</link>)"
    rf"|<(?P<slash>/?)(?P<module>{'|'.join(MODULES)})(?:\s[^<>]{{0,999}}?)?(?P<is_empty>/?)>",
    re.DOTALL,
)
XML_LETTERS = frozenset({"amp;", "apos;", "gt;", "lt;", "quot;"})
# Read entry by entry, a feed takes some six times as long, and what stands around them is read anew with each.
MAX_APART = 2_000_000
MAX_SURROUNDINGS = 5_000
ITEM_START = re.compile(r"<(?:\w{1,20}:)?(?:item|entry)(?=[\s>])", re.IGNORECASE)
DATE = re.compile(
    r"<(?:\w{1,20}:)?(?:pubdate|published|issued|updated|date)\b[^<>]{0,200}>\s{0,99}([^<]{4,60})<", re.IGNORECASE
)
ITEM_END = re.compile(r"</(?:\w{1,20}:)?(?:item|entry)\s*>", re.IGNORECASE)


def refuse_long_tag(text: str) -> None:
    """Raise ``RejectedError`` where a tag is too long to be read in time."""
    if any(found["tag"] for found in LONG_TAG.finditer(text)):
        raise RejectedError(Reason.BAD_FEED, f"a tag is longer than {MAX_TAG_CHARACTERS} characters")


def cut_to_root(text: str) -> str:
    """Return the feed without what stands before and behind its root, which is no XML often; a DOCTYPE stays.

    Its root declares every prefix: for one that it does not, feedparser leaves its strict parser too.
    """
    root = next((found for found in FEED_ROOT.finditer(text) if found["name"]), None)
    if root is None:
        return text
    doctype = DOCTYPE.search(text, 0, root.start())
    last = text.rfind(f"</{root['name']}")
    end = text.find(">", last) + 1 if last > root.start() else 0
    head = text[doctype.start() : root.start()] if doctype else ""
    return head + root[0] + declare_prefixes(text) + text[root.end() : end or len(text)]


def declare_prefixes(text: str) -> str:
    """Return declarations of the prefixes that the feed uses and does not declare, for its root."""
    undeclared = dict.fromkeys(PREFIX.findall(text)).keys() - {"xml", "xmlns", *DECLARED_PREFIX.findall(text)}
    names = sorted(undeclared)[:MAX_PREFIXES]
    return "".join(f' xmlns:{name}="{NAMESPACES.get(name, f"urn:undeclared:{name}")}"' for name in names)


def mend_faults(text: str) -> str:
    """Return the feed without much white space before its root, and without the faults that feedparser misreads."""
    root = ROOT.search(text)
    head = text[: root.start()] if root else ""
    return FAULT.sub(mend_fault, WHITE_SPACE.sub("\n", head) + text[len(head) :])


def mend_fault(found: re.Match[str]) -> str:
    """Return what is meant by a bare ampersand, a letter's name, an element of a module; nothing for an empty link."""
    if found["module"]:
        return f"<{found['slash']}{MODULES[found['module']]}{found['is_empty']}>"
    if name := found["letter"]:
        return escape(html5[name], quote=False) if name in html5 and name not in XML_LETTERS else found[0]
    return found["apart"] or (found["ampersand"] and "&amp;") or ""


def cut_entries(text: str, max_entries: int) -> tuple[str, int]:
    """Return the feed with its newest entries only, and how many were cut: 100,000 would take feedparser 22 s.

    Those are its first, unless its last is dated later than its first.
    """
    ends = [match.end() for match in ITEM_END.finditer(text)]
    cut, first = len(ends) - max_entries, ITEM_START.search(text)
    if cut <= 0 or first is None:
        return text, 0
    begin, last = first.start(), text[ends[-2] : ends[-1]]
    if stand_oldest_first(find_date(text[begin : ends[0]]), find_date(last)):
        return text[:begin] + text[ends[cut - 1] :], cut
    return text[: ends[max_entries - 1]] + text[ends[-1] :], cut


def find_date(entry: str) -> str | None:
    """Return the first date of an entry as written, or None where it has none."""
    found = DATE.search(entry)
    return found[1] if found else None


def split_entries(text: str) -> list[str]:
    """Return the feed once for each of its entries, with that one alone; nothing where that would cost too much."""
    first, ends = ITEM_START.search(text), [match.end() for match in ITEM_END.finditer(text)]
    if first is None or not ends or len(text) > MAX_APART:
        return []
    if len(text) - (ends[-1] - first.start()) > MAX_SURROUNDINGS:
        return []
    starts = (first.start(), *ends)
    return [text[: starts[0]] + text[start:end] + text[ends[-1] :] for start, end in zip(starts, ends, strict=False)]


def find_damage(text: str) -> str | None:
    """Return what is missing of a document that breaks off before its root's end; None where it is whole."""
    root = next((found for found in ROOT_TAG.finditer(text) if found["name"]), None)
    if root is None or root["is_empty"] or f"</{root['name']}" in text:
        return None
    return f"the document breaks off: it has no </{root['name']}>"
