"""Articles described in JSON-LD: also broken, nested in @graph, in several blocks, with markup inside."""

import html
import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from warraq.text.characters import clean_line, fold_line

ARTICLE_SUFFIXES = ("article", "posting", "report", "recipe", "review", "story")
MAX_ITEMS = 2_000  # A page that nests more describes something else.
PARAGRAPH_END = re.compile(r"\n+|</(?:p|div|h\d|li)\s*>|<br\s*/?>", re.IGNORECASE)
MIN_WHOLE_BODY = 400  # Letters; a shorter one is a teaser.
WHOLE_ENDS = frozenset('.!?؟。۔।»”"')
MARKUP = re.compile(r"<[^<>]{0,2000}>")
COMMENT_OPENS = re.compile(r"<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[")
COMMENT_CLOSES = re.compile(r"(?:-->|(?://\s*)?\]\]>)$")
TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
CONTROL = re.compile(r"[\x00-\x1f]+")
# In a script that no repair makes JSON, the plain strings still stand where they stood.
PLAIN = re.compile(
    r'"(@type|headline|name|datePublished|dateModified|description|articleBody|articleSection)"\s*:\s*"((?:[^"\\]|\\.)*)"'
)
PLAIN_AUTHOR = re.compile(r'"author"\s*:\s*[\[{][^\]]{0,300}?"name"\s*:\s*"((?:[^"\\]|\\.)*)"')


class Item(NamedTuple):
    """One article as JSON-LD describes it; every text in its stored form."""

    kind: str  # Its @type, in lower case.
    headline: str | None
    description: str | None
    published: str | None  # As written.
    modified: str | None
    authors: tuple[str, ...]
    houses: tuple[str, ...]  # Of these, the ones that are declared to be organizations.
    images: tuple[str, ...]
    section: str | None
    tags: tuple[str, ...]
    language: str | None
    url: str | None
    body: str | None
    raw_body: str  # As written.
    is_free: bool | None  # ``isAccessibleForFree``.


def read_items(scripts: list[str]) -> tuple[Item, ...]:
    """Return the articles, then the pages, that the scripts describe, in their order."""
    nodes: list[dict[str, object]] = []
    for script in scripts:
        nodes.extend(walk_nodes(load_script(script)))
    names = {str(node["@id"]): node for node in nodes if "@id" in node and "name" in node}
    articles = [node for node in nodes if is_article(node)]
    pages = [node for node in nodes if read_kind(node).endswith("webpage")]
    return tuple(read_item(node, names) for node in (articles + pages)[:MAX_ITEMS])


def load_script(script: str) -> object:
    """Return the value of one script, repaired where it is no sound JSON."""
    text = script.strip()
    if text.startswith(("<", "/")):
        text = COMMENT_OPENS.sub("", text, count=1)
    if text.endswith(">"):
        text = COMMENT_CLOSES.sub("", text)
    text = text.strip().rstrip(";")
    for repaired in (text, TRAILING_COMMA.sub("", CONTROL.sub(" ", text)), html.unescape(text)):
        try:
            return json.loads(repaired, strict=False)
        except (ValueError, RecursionError):
            continue
    return read_plain(script)


def read_plain(script: str) -> dict[str, object]:
    """Return the plain strings of a script that cannot be repaired, the first of each name."""
    found: dict[str, object] = {}
    for name, value in PLAIN.findall(script):
        found.setdefault(name, unquote(value))
    author = PLAIN_AUTHOR.search(script)
    if author:
        found["author"] = unquote(author[1])
    return found


def unquote(value: str) -> str:
    """Return what a JSON string literal stands for; itself where it is none."""
    try:
        return str(json.loads(f'"{value}"', strict=False))
    except ValueError:
        return value


def walk_nodes(value: object) -> Iterator[dict[str, object]]:
    """Yield every object in a JSON value, the outer before the inner, without recursion."""
    stack = [value]
    seen = 0
    while stack and seen < MAX_ITEMS:
        current = stack.pop()
        if isinstance(current, dict):
            seen += 1
            yield current
            stack.extend(reversed([inner for inner in current.values() if isinstance(inner, dict | list)]))
        elif isinstance(current, list):
            stack.extend(reversed(current))


def read_kind(node: dict[str, object]) -> str:
    """Return the node's @type in lower case."""
    kind = node.get("@type")
    if isinstance(kind, list):
        kind = next((one for one in kind if str(one).lower().endswith(ARTICLE_SUFFIXES)), kind[0] if kind else "")
    return str(kind or "").lower().rpartition("/")[2]


def is_article(node: dict[str, object]) -> bool:
    """Tell whether a node describes an article: it says so, or holds a headline and a date."""
    return read_kind(node).endswith(ARTICLE_SUFFIXES) or ("headline" in node and "datePublished" in node)


def read_item(node: dict[str, object], names: dict[str, dict[str, object]]) -> Item:
    """Return what one node says."""
    kind = read_kind(node)
    authors = node.get("author") or node.get("creator")
    free = node.get("isAccessibleForFree")
    return Item(
        kind=kind,
        headline=read_text(node.get("headline")) or read_text(node.get("name")),
        description=read_text(node.get("description")),
        published=read_text(node.get("datePublished")) or read_text(node.get("dateCreated")),
        modified=read_text(node.get("dateModified")),
        authors=tuple(dict.fromkeys(read_names(authors, names))),
        houses=tuple(read_names([one for one in list_objects(authors) if is_organization(one, names)], names)),
        images=tuple(dict.fromkeys(read_images(node.get("image")))),
        section=next(iter(read_texts(node.get("articleSection"))), None),
        tags=tuple(dict.fromkeys(read_tags(node.get("keywords")))),
        language=read_text(node.get("inLanguage")),
        url=read_text(node.get("url")) or read_url(node.get("mainEntityOfPage")),
        body=read_text(node.get("articleBody")) or read_text(node.get("text")),
        raw_body=str(node.get("articleBody") or ""),
        is_free=None if free is None else str(free).lower() != "false",
    )


def read_text(value: object) -> str | None:
    """Return a JSON value as one line of text, without markup; None unless it is a text."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value")
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)  # Seconds, where a date is meant.
    if not isinstance(value, str):
        return None
    if "&" in value:
        value = html.unescape(html.unescape(value))
    return clean_line(MARKUP.sub(" ", value) if "<" in value else value)


def read_paragraphs(item: Item) -> tuple[str, ...]:
    """Return the paragraphs of a body that an item holds whole, by its lines or its markup; empty for a part of one."""
    raw = html.unescape(item.raw_body) if "&" in item.raw_body else item.raw_body
    lines = (clean_line(MARKUP.sub(" ", line)) for line in PARAGRAPH_END.split(raw))
    found = tuple(line for line in lines if line)
    is_whole = sum(map(len, found)) >= MIN_WHOLE_BODY and bool(found) and found[-1][-1] in WHOLE_ENDS
    return found if is_whole and item.is_free is not False else ()


def read_texts(value: object) -> Iterator[str]:
    """Yield the texts in a value that may be one or a list."""
    for one in value if isinstance(value, list) else [value]:
        text = read_text(one)
        if text:
            yield text


def read_tags(value: object) -> Iterator[str]:
    """Yield keywords, which publishers give as a list or in one line with commas."""
    for text in read_texts(value):
        yield from filter(None, (clean_line(part) for part in re.split(r"[,;،؛、]", text)))


def read_names(value: object, names: dict[str, dict[str, object]]) -> Iterator[str]:
    """Yield the names of authors, given as texts, objects, lists of them, or as an @id described elsewhere."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, list):
            yield from read_names(one, names)
        elif isinstance(one, dict) and ("@list" in one or is_role(one)):
            yield from read_names(one.get("@list") or one["author"], names)
        elif isinstance(one, dict):
            named = one if "name" in one else names.get(str(one.get("@id")), {})
            whole = [text for key in ("givenName", "familyName") for text in read_texts(one.get(key))]
            yield from read_texts(named.get("name") or " ".join(whole))
        else:
            yield from read_texts(one)


def is_role(node: dict[str, object]) -> bool:
    """Tell whether an author is a Role, which names the person within: https://schema.org/Role."""
    return "name" not in node and isinstance(node.get("author"), dict | list)


def list_objects(value: object) -> Iterator[dict[str, object]]:
    """Yield the objects in a value that may be one or a list."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            yield one


def is_organization(node: dict[str, object], names: dict[str, dict[str, object]]) -> bool:
    """Tell whether an author is declared to be an organization, there or where its @id is described."""
    named = node if "@type" in node else names.get(str(node.get("@id")), {})
    return read_kind(named).endswith("organization")


def read_url(value: object) -> str | None:
    """Return the address in a value that may be a text or an object."""
    return read_text(value.get("@id") or value.get("url")) if isinstance(value, dict) else read_text(value)


def read_images(value: object) -> Iterator[str]:
    """Yield the addresses of images, given as texts, objects or lists of them."""
    for one in value if isinstance(value, list) else [value]:
        url = read_text(one.get("url") or one.get("contentUrl")) if isinstance(one, dict) else read_text(one)
        if url:
            yield url


def choose_item(items: tuple[Item, ...], witnesses: tuple[str | None, ...]) -> Item | None:
    """Return the item that describes this page: one whose headline a witness (og:title, h1, title) says, else the only.

    Pages carry the JSON-LD of other articles too: a list of teasers is no description of the page.
    """
    keys = [fold_line(witness) for witness in witnesses if witness]
    for item in items:
        key = fold_line(item.headline or "")
        if key and any(key in one or one in key for one in keys if one):
            return item
    articles = [item for item in items if not item.kind.endswith("webpage")]
    return articles[0] if len(articles) == 1 else None
