"""What pages declare of themselves as JSON-LD."""

import json
from typing import Any

from warraq.newsroom.dates import print_w3c
from warraq.newsroom.layout import Markup
from warraq.newsroom.publishers import Publisher
from warraq.newsroom.stories import PageKind, Story


def print_json(value: object) -> Markup:
    """Print JSON as it may stand in a script element."""
    return Markup(json.dumps(value, ensure_ascii=False).replace("<", "\\u003c"))


def describe_story(publisher: Publisher, story: Story) -> dict[str, Any]:
    """Return the story as a schema.org NewsArticle, or a VideoObject where it is a video."""
    url = publisher.story_url(story)
    if story.kind is PageKind.VIDEO:
        at = print_w3c(story.published_at, publisher.time_zone)
        return {"@type": "VideoObject", "name": story.headline, "description": story.standfirst, "uploadDate": at}
    stated = {
        "@type": "NewsArticle",
        "@id": f"{url}#article",
        "mainEntityOfPage": url,
        "headline": story.headline,
        "description": story.standfirst,
        "datePublished": print_w3c(story.published_at, publisher.time_zone),
        "dateModified": print_w3c(story.modified_at, publisher.time_zone) if story.modified_at else None,
        "author": [{"@type": "Person", "name": name} for name in story.byline],
        "publisher": {"@id": f"{publisher.root}/#organization"},
        "image": [image.url for image in story.images],
        "articleSection": publisher.sections[story.section],
        "keywords": list(story.tags),
        "inLanguage": publisher.language,
    }
    return {name: value for name, value in stated.items() if value not in (None, [])}


def describe_page(publisher: Publisher, story: Story) -> Markup:
    """Return a graph as WordPress plugins print it: article, page, site, publisher."""
    url = publisher.story_url(story)
    organisation = {"@type": "Organization", "@id": f"{publisher.root}/#organization", "name": publisher.name}
    site = {"@type": "WebSite", "@id": f"{publisher.root}/#website", "url": publisher.root, "name": publisher.name}
    page = {"@type": "WebPage", "@id": url, "url": url, "name": f"{story.headline} - {publisher.name}"}
    graph = [describe_story(publisher, story), page, site, organisation]
    return print_json({"@context": "https://schema.org", "@graph": graph})
