"""What a page declares of itself: JSON-LD, OpenGraph, meta elements, microdata, time elements, its URL."""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from warraq.clean.json_ld import Item, choose_item, read_items
from warraq.clean.tree import Tree
from warraq.text.characters import clean_line

# Meta names in order of trust, as publishers used them between 2013 and 2026.
TITLE_METAS = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "headline", "title")
DESCRIPTION_METAS = ("og:description", "description", "twitter:description", "dc.description", "sailthru.description")
PUBLISHED_METAS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "published_at",
    "publish-date",
    "publish_date",
    "publishdate",
    "pubdate",
    "publication_date",
    "published_time",
    "og:published_time",
    "og:pubdate",
    "rnews:datepublished",
    "cxenseparse:recs:publishtime",
    "originalpublicationdate",
    "article_date_original",
    "dcterms.created",
    "dcterms.date",
    "dcterms.issued",
    "dc.date.issued",
    "dc.date.created",
    "dc.date",
    "date",
    "citation_publication_date",
    "displaydate",
    "release_date",
    "timestamp",
    "created",
    "article:published",
)
MODIFIED_METAS = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified")
JOINT_METAS = frozenset({"author", "article:author"})
AUTHOR_METAS = (
    "author",
    "article:author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "twitter:creator:name",
    "cxenseparse:author",
    "citation_author",
    "dable:author",
)
# As WordPress labels it in the languages its plugins are translated to.
WRITTEN_BY = re.compile(
    r"written by|verfasst von|geschrieben von|écrit par|escrito por|scritto da|geschreven door|napisane przez"
    r"|skriv\w+ av|skrevet af|yazan|ditulis oleh|написано автором|كُتب بواسطة|كتب بواسطة|نوشته شده توسط"
    r"|投稿者|執筆者|作者|글쓴이",
    re.IGNORECASE,
)
IMAGE_METAS = ("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src")
SECTION_METAS = ("article:section", "parsely-section", "section", "og:article:section", "cxenseparse:recs:category")
TAG_METAS = ("article:tag", "og:article:tag", "news_keywords", "parsely-tags", "keywords")
LANGUAGE_METAS = ("og:locale", "language", "content-language", "dc.language", "dcterms.language")


class Declared(NamedTuple):
    """What the page says of itself, each text in its stored form, each list in order of trust."""

    item: Item | None  # The article that JSON-LD describes.
    og_title: str | None
    titles: tuple[str, ...]
    title: str | None  # The title element.
    site_name: str | None
    descriptions: tuple[str, ...]
    published: tuple[tuple[str, str], ...]  # (where it stands, as written).
    modified: tuple[tuple[str, str], ...]
    authors: tuple[tuple[str, ...], ...]  # By the element that declares them, the surest first.
    images: tuple[str, ...]
    section: str | None
    tags: tuple[str, ...]
    language: str | None
    canonical: str | None


# What is known of a story scrolled in below the page's own: what the page declares is not of it.
EMPTY = Declared(
    item=None,
    og_title=None,
    titles=(),
    title=None,
    site_name=None,
    descriptions=(),
    published=(),
    modified=(),
    authors=(),
    images=(),
    section=None,
    tags=(),
    language=None,
    canonical=None,
)


def declares_article(declared: Declared) -> bool:
    """Tell whether a page declares an article or its day of publication."""
    return bool(declared.item and not declared.item.kind.endswith("webpage")) or bool(declared.published)


def read_declared(tree: Tree, first_heading: str | None) -> Declared:
    """Return what the page declares; ``first_heading`` (its h1) helps to tell which JSON-LD item is its own."""
    metas = group_metas(tree)
    titles = tuple(pick(metas, TITLE_METAS))
    items = read_items(tree.scripts) if tree.scripts else ()
    og_title = next(iter(pick(metas, ("og:title",))), None)
    item = choose_item(items, (og_title, first_heading, tree.title, *titles))
    described = [item.description] if item and item.description else []
    return Declared(
        item=item,
        og_title=og_title,
        titles=titles,
        title=tree.title,
        site_name=next(iter(pick(metas, ("og:site_name", "application-name", "publisher"))), None),
        descriptions=tuple(dict.fromkeys((*pick(metas, DESCRIPTION_METAS), *described))),
        published=tuple(read_dates(item and item.published, metas, PUBLISHED_METAS)),
        modified=tuple(read_dates(item and item.modified, metas, MODIFIED_METAS)),
        authors=tuple(read_authors(metas)),
        images=tuple(dict.fromkeys((*(item.images if item else ()), *pick(metas, IMAGE_METAS)))),
        section=(item and item.section) or next(iter(pick(metas, SECTION_METAS)), None),
        tags=read_tags(item, metas),
        language=next(filter(None, (item and item.language, tree.language, *pick(metas, LANGUAGE_METAS))), None),
        canonical=tree.canonical or next(iter(pick(metas, ("og:url",))), None),
    )


def read_authors(metas: dict[str, list[str]]) -> Iterator[tuple[str, ...]]:
    """Yield the authors that meta elements of one name declare together; of papers only the first has written."""
    for name in AUTHOR_METAS:
        found = tuple(dict.fromkeys(pick(metas, (name,))))
        if found:
            yield found if name in JOINT_METAS else found[:1]
    yield from ((author,) for author in read_card(metas))


def read_card(metas: dict[str, list[str]]) -> Iterator[str]:
    """Yield the writer's name from a card for messengers: the text under a label such as "Written by"."""
    for label, text in zip(metas.get("twitter:label1", ()), metas.get("twitter:data1", ()), strict=False):
        if WRITTEN_BY.fullmatch(label.strip()):
            yield text


def group_metas(tree: Tree) -> dict[str, list[str]]:
    """Return the contents of the meta elements by name."""
    groups: dict[str, list[str]] = {}
    for name, content in tree.metas:
        groups.setdefault(name, []).append(content)
    return groups


def pick(metas: dict[str, list[str]], names: tuple[str, ...]) -> Iterator[str]:
    """Yield the contents under ``names``, in the order of the names, in their stored form."""
    for name in names:
        for content in metas.get(name, ()):
            text = clean_line(html.unescape(content) if "&" in content else content)
            if text:
                yield text


def read_dates(item_date: str | None, metas: dict[str, list[str]], names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the declared dates with the place where each stands, JSON-LD first."""
    if item_date:
        yield "json_ld", item_date
    for name in names:
        for text in pick(metas, (name,)):
            yield f"meta:{name}", text


def read_tags(item: Item | None, metas: dict[str, list[str]]) -> tuple[str, ...]:
    """Return the story's tags: the keywords of JSON-LD, else those of the first meta element that has any."""
    if item and item.tags:
        return item.tags
    for name in TAG_METAS:
        tags = [part for text in pick(metas, (name,)) for part in text.replace("،", ",").replace(";", ",").split(",")]
        if tags:
            return tuple(dict.fromkeys(filter(None, map(clean_line, tags))))
    return ()
