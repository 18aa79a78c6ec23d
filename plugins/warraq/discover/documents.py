"""A document of any kind → its entries. The one door of this room."""

from warraq.discover.decoding import decode, unpack
from warraq.discover.entries import read_entries
from warraq.discover.json_feed import read_json_feed
from warraq.discover.reading import Document, FeedReading
from warraq.discover.sitemaps import KINDS, LINE_OF_URL, find_root, read_sitemap, read_url_list
from warraq.discover.syndication import read_syndication
from warraq.errors import RejectedError
from warraq.model import Reason, Source

MAX_PROLOG_MARKS = 1_000  # Comments and instructions before the root.
# What may stand before the root of XML, and how each ends.
PROLOG_MARKS = (("<?", "?>"), ("<!--", "-->"), ("<!", ">"))
WARNING_TAGS = frozenset({"b", "br"})  # PHP writes its warnings before the document.
ROOT_ENDS = " \t\r\n/>"


def read_feed(
    content: bytes, *, url: str, source: Source, content_type: str | None = None, max_entries: int = 2000
) -> FeedReading:
    """Return the entries of a feed or sitemap that was fetched from ``url`` for ``source``.

    ``content_type`` is the header as sent, the last witness of the charset. Of more than ``max_entries`` (at least 1)
    the rest is counted. Raises ``RejectedError`` (``bad_feed``) for what is no feed or cannot be read. Hostile
    documents take time and memory: call it in a worker that can be killed.
    """
    text = decode(unpack(content), content_type)
    return read_entries(read_document(text, max_entries), url=url, source=source)


def read_document(text: str, max_entries: int) -> Document:
    """Return what the document says, by the reader of its kind. Raises ``RejectedError`` where it is of none."""
    if not text:
        raise RejectedError(Reason.BAD_FEED, "the document is empty")
    if text.startswith(("{", "[")):
        return read_json_feed(text, max_entries)
    if LINE_OF_URL.match(text):
        return read_url_list(text, max_entries)
    root = name_root(text)
    if root in WARNING_TAGS and (found := find_root(text)):
        root = name_root(text[found.start() :])
    if root in KINDS:
        return read_sitemap(text, root, max_entries)
    if root in {None, "html"}:
        raise RejectedError(Reason.BAD_FEED, "the document is an HTML page" if root else "the document is no XML")
    return read_syndication(text, max_entries)


def name_root(text: str) -> str | None:
    """Return the local name of the root element in lower case, or None where there is none."""
    position = text.find("<")
    for _ in range(MAX_PROLOG_MARKS):
        end = next((end for mark, end in PROLOG_MARKS if text.startswith(mark, position)), None)
        if end is None or position < 0:
            break
        position = text.find("<", max(text.find(end, position), position + 1))
    name = text[position + 1 : position + 100] if position >= 0 else ""
    stop = next((index for index, letter in enumerate(name) if letter in ROOT_ENDS), len(name))
    return name[:stop].rpartition(":")[2].lower() or None
