"""A home page → the feeds and sitemaps it names; a robots.txt → its sitemaps."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from bs4 import BeautifulSoup, SoupStrainer, Tag

from warraq.discover.decoding import decode, unpack
from warraq.discover.markup import tame
from warraq.urls import resolve_link, split_url

MAX_CHARACTERS = 3_000_000  # Of the page that are read; feeds are named in its head.
MAX_FEEDS = 100

# The last two say less, yet another form of a page that is XML is its feed.
FEED_TYPES = frozenset({
    "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/rss+xml", "text/rss+xml",
    "application/xml", "text/xml",
})  # fmt: skip
# A link in the text of a page that is a feed or sitemap by its look, for pages whose head names none.
FEED_PATH = re.compile(
    r"/(?:atom|feeds?|rss2?|sitemap[\w-]*)(?:\.(?:aspx|json|php|rdf|rss|xml)(?:\.gz)?)?/?\Z"
    r"|/(?:feeds?|rss2?)/[\w./-]{1,100}\.xml\Z|\.(?:atom|rdf|rss)\Z",
    re.IGNORECASE,
)
FEED_QUERY = re.compile(
    r"(?:\A|&)feed=(?:atom|rdf|rss2?)(?:&|\Z)", re.IGNORECASE
)  # WordPress without rewritten addresses.
FEED_SCHEME = re.compile(r"\s*feed:(?://|(?=https?:))", re.IGNORECASE)  # Readers once took feeds by it.
# Feeds of readers' words, not of news.
COMMENTS_PATH = re.compile(r"/comments?/", re.IGNORECASE)
ROBOTS_SITEMAP = re.compile(r"^[ \t]*sitemap[ \t]*:[ \t]*(\S+)", re.IGNORECASE | re.MULTILINE)


def find_feeds(content: bytes, *, url: str) -> tuple[str, ...]:
    """Return the absolute URLs of feeds and sitemaps that a home page at ``url`` names, each once.

    Raises ``RejectedError`` where the bytes are broken or too many.
    """
    tags = read_tags(decode(unpack(content), None)[:MAX_CHARACTERS])
    base = next((str(tag.get("href") or "") for tag in tags if tag.name == "base"), "")
    links = resolve(list_page_links(tags), resolve_link(url, base) or url)
    return tuple(islice((link for link in links if not is_comments(link)), MAX_FEEDS))


def find_sitemaps(content: bytes, *, url: str) -> tuple[str, ...]:
    """Return the absolute URLs that the ``Sitemap`` lines of a robots.txt at ``url`` name, each once.

    Each is a sitemap whatever it is called (sitemaps.org, 2008). Raises ``RejectedError`` where the bytes are broken.
    """
    links = ROBOTS_SITEMAP.findall(decode(unpack(content), None)[:MAX_CHARACTERS])
    return tuple(islice(resolve(links, url), MAX_FEEDS))


def resolve(links: Iterable[str], url: str) -> Iterable[str]:
    """Return the links that may be fetched, absolute, each once."""
    return dict.fromkeys(absolute for link in links if link and (absolute := resolve_link(url, link)))


def read_tags(text: str) -> Sequence[Tag]:
    """Return the tags of a page that link, and the one its links are relative to."""
    names = ["a", "base", "link"]
    return BeautifulSoup(tame(text), "html.parser", parse_only=SoupStrainer(names)).find_all(names)


def list_page_links(tags: Sequence[Tag]) -> list[str]:
    """Return the links of a page to feeds, then to sitemaps; only where its head names no feed, those in its text."""
    feeds = [tag for tag in tags if is_feed_link(tag)] or [tag for tag in tags if looks_like_feed(tag)]
    sitemaps = [tag for tag in tags if "sitemap" in relations(tag)]
    return [FEED_SCHEME.sub(name_scheme, str(tag.get("href") or "")) for tag in (*feeds, *sitemaps)]


def name_scheme(found: re.Match[str]) -> str:
    """Return what ``feed:`` stands for: ``http:`` where a host follows, nothing before an address."""
    return "http://" if found[0].endswith("//") else ""


def is_feed_link(tag: Tag) -> bool:
    """Tell whether a tag declares another form of the page that is a feed."""
    media_type = str(tag.get("type") or "").partition(";")[0].strip().lower()
    return tag.name == "link" and bool({"alternate", "feed"} & relations(tag)) and media_type in FEED_TYPES


def looks_like_feed(tag: Tag) -> bool:
    """Tell whether a link in the text leads to a feed, by its path or query."""
    parts = split_url(str(tag.get("href") or ""))
    return tag.name == "a" and bool(FEED_PATH.search(parts.path) or FEED_QUERY.search(parts.query))


def relations(tag: Tag) -> set[str]:
    """Return the words of a tag's ``rel``, in lower case."""
    rel = tag.get("rel") or []
    return {word.lower() for word in (rel.split() if isinstance(rel, str) else rel)}


def is_comments(link: str) -> bool:
    """Tell whether a feed is of comments."""
    return COMMENTS_PATH.search(f"{split_url(link).path}/") is not None
