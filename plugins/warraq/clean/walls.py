"""What is no article, told by its own words: error pages, walls, challenges, listings, parked domains."""

import json
import re

from warraq.clean.declared import Declared, declares_article
from warraq.clean.layout import Layout
from warraq.clean.listings import WALL_LETTERS, reject_home, reject_listing
from warraq.clean.prose import SENTENCE_ENDS
from warraq.clean.story import Story
from warraq.clean.tree import Tree
from warraq.clean.wall_words import fold, read_walls, tells_of_headline
from warraq.model import DropReason, Page, Reason, Rejection

ORDER = (
    Reason.SCRIPT_CHALLENGE,
    Reason.PARKED_DOMAIN,
    Reason.SOFT_404,
    Reason.PAYWALL,
    Reason.LOGIN_WALL,
    Reason.CONSENT_WALL,
)
# Named anywhere on the page.
WHOLE_PAGE = frozenset({Reason.PAYWALL, Reason.SCRIPT_CHALLENGE, Reason.PARKED_DOMAIN})
# Said on many whole pages too, in boxes around a short story.
SOFT = frozenset({Reason.PAYWALL, Reason.SCRIPT_CHALLENGE, Reason.LOGIN_WALL})
AROUND, STORY = frozenset({"footer", "header", "nav"}), frozenset({"article", "main"})
# What these say stories say too: that a hiker was not found, an account suspended, a moment missed.
DOUBTED = frozenset({Reason.CONSENT_WALL, Reason.PARKED_DOMAIN, Reason.SCRIPT_CHALLENGE, Reason.SOFT_404})
ERROR_LETTERS = 500
MIN_BODY_LETTERS = 60
STOPS = SENTENCE_ENDS - frozenset("':;*")  # What ends a sentence, and no label.
MAX_TITLE_LETTERS = 90
HOST_BEFORE = re.compile(r"[\w-]\.[a-z]{2,}\W{0,3}$")  # "quayside.example is for sale".
MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b", "gzip data"),
    (b"RIFF", "RIFF media"),
    (b"\x00\x00\x00", "binary media"),
    (b"ID3", "an MP3"),
    (b"OggS", "Ogg media"),
)
TYPES = re.compile(
    r"^\s*(?:image|video|audio|font)/|^\s*application/(?:pdf|zip|json|octet-stream|msword|vnd\.)", re.IGNORECASE
)
# What pages are made of, and what machines read. Servers send pages too as octets and plain text.
ASSET_TYPES = re.compile(
    r"^\s*(?:(?:image|video|audio|font)/|text/css\b|(?:text|application)/(?:x-)?(?:javascript|ecmascript)\b"
    r"|application/(?:pdf|zip|json|ld\+json|manifest\+json|wasm|font-|x-font-|msword|vnd\.)"
    r"|(?:text|application)/(?:(?:rss|atom|rdf)\+)?xml\b)",
    re.IGNORECASE,
)
# Files at a site's root that tell machines what they may do: RFC 9309, RFC 8615, RFC 9116, ads.txt 1.1, llmstxt.org.
# Crawlers keep them beside the pages, and publishers write their terms into them as prose.
MACHINE_FILE = re.compile(
    r"^https?://[^/]+/(?:(?:(?:app-)?ads|humans|llms(?:-full)?|robots|security)\.txt(?:[?#]|$)|\.well-known/)",
    re.IGNORECASE,
)
MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|article)\b", re.IGNORECASE)
JSON = re.compile(rb"\s*(?:\{\s*[\"}]|\[\s*[\[{\"\]])")  # A dump may begin with "[1/2]" or "[Photo: …]".
FEED = re.compile(rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b", re.DOTALL)
LEADING = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*")  # What servers put before a file.
SAMPLE_BYTES = 1_024
GARBLED_SHARE = 0.05  # Of unreadable characters in a text.
CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")


def reject_bytes(page: Page) -> Rejection | None:
    """Return why bytes are no page of text at all, or None."""
    if not page.content.strip():
        return Rejection(reason=Reason.EMPTY_PAGE, detail="the page has no content")
    found = name_file(page)
    return Rejection(reason=Reason.WRONG_TYPE, detail=found) if found else None


def name_file(page: Page) -> str | None:
    """Return in a sentence what is there instead of a page of text, or None."""
    if page.url and MACHINE_FILE.match(page.url):
        return "the address is that of a file for machines, as robots.txt is"
    head = page.content[:512]
    start = LEADING.sub(b"", head)
    for magic, name in MAGIC:
        if start.startswith(magic):
            return f"the content is {name}"
    if FEED.match(head):
        return "the content is a feed or a sitemap"
    if JSON.match(head) and (b"<" not in head or is_json(page.content)):
        return "the content is JSON"
    if page.content_type and TYPES.match(page.content_type) and b"<" not in head:
        return f"the content is declared as {page.content_type[:80]}"
    return None


def is_json(content: bytes) -> bool:
    """Tell whether bytes are JSON from end to end."""
    try:
        json.loads(content)
    except (RecursionError, ValueError):
        return False
    return True


def is_asset(page: Page) -> bool:
    """Tell whether an answer is a picture, a script, a feed or the like, by its declared type and its bytes alike.

    So is robots.txt, by its address.
    """
    if page.url and MACHINE_FILE.match(page.url):
        return True
    declared = page.content_type
    return bool(declared and ASSET_TYPES.match(declared)) and not MARKUP.search(page.content[:SAMPLE_BYTES])


def reject_text(text: str) -> Rejection | None:
    """Return why a decoded text cannot be read, or None."""
    sample = text[:4_000]
    if sample and len(CONTROL.findall(sample)) > GARBLED_SHARE * len(sample):
        return Rejection(reason=Reason.UNDECODABLE, detail="the text is garbled in every encoding tried")
    return None


def reject_story(story: Story, layout: Layout, declared: Declared, page: Page) -> Rejection | None:
    """Return why a page holds no article, or None where it holds one.

    Walls are believed only where little of a body is left, and it does not tell of its headline: a story may quote any
    of their words.
    """
    body = "\n".join(story.paragraphs)
    letters = len(body) if body.isascii() or len(body.encode()) < 2.5 * len(body) else 2 * len(body)
    if letters < WALL_LETTERS:
        found = name_wall(story, layout.tree, declared, body)
        if found:
            return found
    if (
        letters < WALL_LETTERS
        and declared.item
        and declared.item.is_free is False
        and letters * 3 < len(declared.item.body or "") + WALL_LETTERS
    ):
        return Rejection(
            reason=Reason.PAYWALL, detail="the publisher declares that the story is not free, and little of it is here"
        )
    listing = reject_home(layout, declared, page, letters) or reject_listing(story, layout, declared, page, letters)
    if listing:
        return listing
    if letters < MIN_BODY_LETTERS or not (is_prose(story) or is_declared(story, declared)):
        return Rejection(reason=Reason.EMPTY_BODY, detail=f"{len(body)} letters of body were found")
    return None


def is_prose(story: Story) -> bool:
    """Tell whether a body holds a sentence, not only labels."""
    return any(len(text) >= MIN_BODY_LETTERS or text[-1] in STOPS for text in story.paragraphs)


def is_declared(story: Story, declared: Declared) -> bool:
    """Tell whether lines that are no sentences are the article declared, and tell of its headline: verse."""
    return declares_article(declared) and tells_of_headline(story, declared)


def name_wall(story: Story, tree: Tree, declared: Declared, body: str) -> Rejection | None:
    """Return what a page with little text says it is."""
    titles = [
        fold(text)
        for text in (story.headline, declared.title, declared.og_title)
        if text and len(text) <= MAX_TITLE_LETTERS
    ]
    own = fold(body)
    others = [text for text, dropped in story.dropped if dropped is not DropReason.RELATED]
    said = dict.fromkeys(WHOLE_PAGE, fold(" ".join((body, *others))[:20_000]))
    around = list_around(tree)
    said[Reason.PAYWALL] = fold(" ".join((body, *(text for text in others if text not in around)))[:20_000])
    if len(body) < MIN_BODY_LETTERS:
        # What asks to log in or to subscribe was dropped as such: it is all that is left of a walled page.
        asked = (text for text, dropped in story.dropped if dropped is DropReason.NEWSLETTER)
        said[Reason.LOGIN_WALL] = fold(" ".join((body, *asked))[:20_000])
    walls = read_walls()
    is_bare = len(body) < ERROR_LETTERS
    is_told = tells_of_headline(story, declared)
    for reason in ORDER:
        if is_told and (reason in DOUBTED or (reason is Reason.PAYWALL and declared.item and declared.item.is_free)):
            continue
        for phrase in walls.get((reason, "title"), ()):
            if is_bare and any(title.startswith(phrase) or f" {phrase}" in title for title in titles):
                return Rejection(reason=reason, detail=f"the title says “{phrase}”")
        for phrase in walls.get((reason, "host"), ()):
            if is_bare and any(HOST_BEFORE.search(title.partition(phrase)[0]) for title in titles if phrase in title):
                return Rejection(reason=reason, detail=f"the title says of a host “{phrase}”")
        text = said.get(reason, own)
        for phrase in walls.get((reason, "text"), ()):
            if (
                phrase in text
                and (is_bare or reason is Reason.PAYWALL)
                and (reason not in SOFT or is_little(story, declared))
                and not (is_told and phrase in fold(story.headline or ""))
            ):
                return Rejection(reason=reason, detail=f"the page says “{phrase}”")
    return None


def list_around(tree: Tree) -> frozenset[str]:
    """Return what stands in a page's head, foot and menus alone: it is said on every page, and asks for no story."""
    within: list[tuple[bool, bool]] = []  # Whether an element stands in such a part, and in a story's.
    for parent, tag in zip(tree.parents, tree.tags, strict=True):
        is_around, is_story = within[parent] if within else (False, False)
        within.append((is_around or tag in AROUND, is_story or tag in STORY))
    around = {block.text for block in tree.blocks if within[block.element] == (True, False)}
    return frozenset(around - {block.text for block in tree.blocks if within[block.element] != (True, False)})


def is_little(story: Story, declared: Declared) -> bool:
    """Tell whether so little of a body is left that it is none, or is the description again."""
    body = " ".join(story.paragraphs)
    return len(body) < ERROR_LETTERS // 2 or any(body[:80] == text[:80] for text in declared.descriptions)
