"""JSON Feed (jsonfeed.org, versions 1 and 1.1) → items."""

import json
from collections.abc import Mapping

from warraq.discover.markup import write_markup
from warraq.discover.newest import stand_oldest_first
from warraq.discover.reading import Document, Item
from warraq.errors import RejectedError
from warraq.model import Reason

VERSION_MARK = "jsonfeed.org/version/"

Json = Mapping[str, object]


def read_json_feed(text: str, max_entries: int) -> Document:
    """Return what the JSON Feed says. Raises ``RejectedError`` where the text is no JSON Feed."""
    feed = load(text)
    if VERSION_MARK not in str(feed.get("version")):
        raise RejectedError(Reason.BAD_FEED, "JSON, but no JSON Feed: it names no jsonfeed.org version")
    items = objects(feed.get("items"))
    first, last = (word(item.get("date_published")) for item in (*items[:1], *items[-1:])) if items else (None, None)
    kept = items[-max_entries:] if stand_oldest_first(first, last) else items[:max_entries]
    return Document(
        kind="json_feed",
        items=tuple(read_item(item) for item in kept),
        cut=max(0, len(items) - max_entries),
        title=word(feed.get("title")),
        language=word(feed.get("language")),
    )


def load(text: str) -> Json:
    """Return the JSON object. Raises ``RejectedError`` where the text is none, or nests too deep."""
    try:
        feed = json.loads(text, strict=False)  # Some write the line breaks of a text as they are.
    except RecursionError as error:
        raise RejectedError(Reason.BAD_FEED, "the JSON is nested too deep") from error
    except ValueError as error:
        raise RejectedError(Reason.BAD_FEED, f"the JSON is broken: {str(error)[:200]}") from error
    if not isinstance(feed, dict):
        raise RejectedError(Reason.BAD_FEED, "JSON, but no JSON Feed: it is no object")
    return feed


def read_item(item: Json) -> Item:
    """Return what one item says; a linked item's own page is ``url``, not what it points to."""
    guid = word(item.get("id"))
    attachments = objects(item.get("attachments"))
    plain = word(item.get("content_text"))
    return Item(
        link=word(item.get("url")) or word(item.get("external_url")) or guid,
        guid=guid,
        title=word(item.get("title")),
        summary=word(item.get("summary")),
        content_html=word(item.get("content_html")) or (write_markup(plain) if plain else None),
        authors=tuple(name for name in read_authors(item) if name),
        tags=tuple(strings(item.get("tags"))),
        published=word(item.get("date_published")),
        modified=word(item.get("date_modified")),
        language=word(item.get("language")),
        enclosure=word(attachments[0].get("url")) if attachments else word(item.get("image")),
    )


def read_authors(item: Json) -> list[str | None]:
    """Return the authors' names: a list since version 1.1, one object before."""
    authors = objects(item.get("authors")) or objects([item.get("author")])
    return [word(author.get("name")) for author in authors]


def word(value: object) -> str | None:
    """Return a text or number as text, or None where it is neither or empty."""
    if isinstance(value, str):
        return value.strip() or None
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


def objects(value: object) -> list[Json]:
    """Return the objects of a list, and nothing where it is none."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def strings(value: object) -> list[str]:
    """Return the texts of a list, and nothing where it is none."""
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
