"""What class names, ids and tags say of an element: sorted tables of words and the flags they stand for."""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from warraq.text.tries import write_trie


class Sign:
    """What the words of an element's class and id say that it holds, one bit each.

    Plain integers: an IntFlag costs a microsecond at each ``|``, a third of the walk over a page (2026-11-23).
    """

    NONE = 0
    NAVIGATION = 1
    RELATED = 2
    COMMENTS = 4
    SHARE = 8
    ADVERTISING = 16
    NEWSLETTER = 32
    CAPTION = 64
    BYLINE = 128
    DATE = 256
    TAGS = 512
    HIDDEN = 1024
    ASIDE = 2048
    CONSENT = 4096
    STANDFIRST = 8192
    BODY = 16384
    HEADLINE = 32768
    PAYWALL = 65536
    COPYRIGHT = 131072
    CREDIT = 262144
    TEASER = 524288
    PREFORMATTED = 1048576
    EMBED = 2097152
    RIGHT = 4194304  # Set to the right.
    CENTRED = 8388608
    SLANTED = 16777216  # Words of it are in italics.


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
TABLE = Path(__file__).with_name("classes.txt")
SECTION = re.compile(r"\[(\w+) (\w+)\]")


def read_table() -> dict[str, dict[str, int]]:
    """Return the table of class words by kind (parts, names, whole), each with its sign."""
    found: dict[str, dict[str, int]] = {"parts": {}, "names": {}, "whole": {}}
    kind, sign = "parts", Sign.NONE
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        section = SECTION.fullmatch(line)
        if section:
            kind, sign = section[2], getattr(Sign, section[1].upper())
        elif line and not line.startswith("#"):
            found[kind][line] = found[kind].get(line, 0) | sign
    return found


CLASSES = read_table()
PARTS, NAMES, HIDING = CLASSES["parts"], CLASSES["names"], frozenset(CLASSES["whole"])
# An element that a class hides is shown again on a wide screen by another ("hidden md:block").
SHOWN_AGAIN = re.compile(r"(?:^|\s)[\w-]+[:-](?:block|flex|grid|inline|inline-block|inline-flex|table|visible)(?:\s|$)")
TAG_SIGNS: dict[str, int] = {
    "aside": Sign.ASIDE,
    "dialog": Sign.NEWSLETTER,
    "figcaption": Sign.CAPTION,
    "caption": Sign.CAPTION,
    "footer": Sign.NAVIGATION,
    "menu": Sign.NAVIGATION,
    "nav": Sign.NAVIGATION,
    "pre": Sign.PREFORMATTED,
}
# Words that turn a name round: "no-comments", "has-sidebar" and "with-ads" speak of something else on the page.
NEGATIONS = frozenset(
    ["has", "is", "no", "non", "not", "with", "without", "disable", "disabled", "enable", "enabled", "js"]
)
# WordPress writes a post's own terms into its class: they name no part of the page (measured +.002 to +.003). Themes
# name the parts of a single post so as well (Sahifa, Jannah), but "single-author" is a site with one writer.
OWN_TERMS = re.compile(
    r"(?:tag|category(?!-name$)|format|type|status|has|post_tag)-\S+|hentry|h-entry|single-author"
    r"|page-template\S+|(?:page|section|single)-(?!(?:\w+[_-])*(?:author|byline|captions?|copyright|credits?|related|share"
    r"|sharing|tags)(?:-(?:box|buttons?|info|list|name|text|wrap(?:per)?))?(?:\s|$))\S+"
    r"|wp-(?!block-post-|caption)\S+|author-(?!(?:bio|block|box|byline|card|container|date|details?|img|info|link|meta"
    r"|names?|profile)\b)\S+"
)
ANCHORS = ("toc_", "toc-h", "h-")  # Of headings, made for a table of contents: slugs of what they say.
KNOWN_NAME = re.compile(write_trie(NAMES))
CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
SEPARATORS = re.compile(r"[^a-z]+")
LETTERS = re.compile(r"[a-z]+")
MAX_NAME_LETTERS = 400  # Longer names are generated; their words mean nothing.


PICTURED = frozenset({"bild", "caption", "figcaption", "figure", "foto", "image", "img", "photo", "picture"})
PLAIN = str.maketrans("əıłøđ", "eilod")
MEDIA = PICTURED | {"media", "player", "video"}
MAX_PARTS = 6  # Longer ids are slugs of a heading.
MIN_JOINED = 7  # Letters of two parts that make one word of the table: "pie-foto"; shorter ones meet by chance.
OPENINGS = frozenset(word[:cut] for word in PARTS if len(word) >= MIN_JOINED for cut in range(2, len(word) - 1))


@lru_cache(maxsize=16_384)
def read_signs(names: str) -> int:
    """Return the signs in the words of a class attribute."""
    signs = 0
    for name in names[:MAX_NAME_LETTERS].split():
        if name in HIDING:
            signs |= 0 if SHOWN_AGAIN.search(names) else Sign.HIDDEN
        else:
            signs |= read_name(name)
    return signs


@lru_cache(maxsize=16_384)
def read_name(name: str) -> int:
    """Return the signs in one class name or id."""
    if OWN_TERMS.fullmatch(name):
        return 0
    if name.startswith(ANCHORS):
        return 0
    plain = name if name.islower() else CAMEL.sub("-", name).lower()
    parts = LETTERS.findall(plain if plain.isascii() else fold_accents(plain))
    found = KNOWN_NAME.search("".join(parts))
    signs = NAMES[found[0]] if found else 0
    if not parts or parts[0] in NEGATIONS or len(parts) > MAX_PARTS:
        return signs
    for part in parts:
        signs |= PARTS.get(part, 0)
    if signs & Sign.NAVIGATION and parts[-1] == "footer" and parts[0] in MEDIA:
        signs &= ~Sign.NAVIGATION  # "media__footer", under a picture.
    for first, second in pairwise(parts):
        if first in OPENINGS:
            signs |= PARTS.get(first + second, 0) & ~Sign.ASIDE  # An "info-box" may be the story's.
    if signs & Sign.BYLINE:
        signs &= ~Sign.COMMENTS  # "bylineComments" says how many there are.
        author = next((at for at, part in enumerate(parts) if PARTS.get(part, 0) & Sign.BYLINE), 0)
        if not PICTURED.isdisjoint(parts[:author]):  # "picture__author" took it; "author-photo" shows who wrote.
            signs = signs & ~Sign.BYLINE | Sign.CREDIT
    return signs & ~Sign.STANDFIRST if signs & Sign.STANDFIRST and leads_otherwise(parts) else signs


def leads_otherwise(parts: list[str]) -> bool:
    """Tell whether a lead is the body's own, or a picture: "story-body__introduction", "lead-media"."""
    lead = next((at for at, part in enumerate(parts) if PARTS.get(part, 0) & Sign.STANDFIRST), len(parts))
    return "body" in parts[:lead] or not MEDIA.isdisjoint(parts[lead + 1 :])


def fold_accents(name: str) -> str:
    """Return a name with plain letters for accented ones: "chapô" is chapo."""
    return unicodedata.normalize("NFKD", name.translate(PLAIN)).encode("ascii", "ignore").decode()
