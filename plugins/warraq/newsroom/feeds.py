"""Feeds and sitemaps of a publisher."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from warraq.newsroom.dates import print_rfc_822, print_w3c
from warraq.newsroom.layout import Markup, join, read_layout
from warraq.newsroom.publishers import Publisher
from warraq.newsroom.stories import Story


def render_feed(publisher: Publisher, stories: Sequence[Story], updated_at: datetime) -> str:
    """Render the publisher's feed, RSS or Atom, of the stories given."""
    layout = read_layout(f"{publisher.feed_kind}.xml")
    return layout.fill(
        "feed",
        name=publisher.name,
        root=publisher.root,
        feed_url=publisher.root + publisher.feed_path,
        language=publisher.language,
        updated=print_time(publisher, updated_at),
        items=join(*(render_item(publisher, story) for story in stories)),
    )


def render_item(publisher: Publisher, story: Story) -> Markup:
    """Render one item of a feed; an Atom entry always says when it was updated, an RSS item once it was."""
    layout = read_layout(f"{publisher.feed_kind}.xml")
    updated_at = story.valid_from if publisher.feed_kind == "atom" else story.modified_at
    parts = [
        layout.fill_if("description", text=story.standfirst),
        *(layout.fill("author", text=name) for name in story.byline),
        *(layout.fill("category", text=tag) for tag in (publisher.sections[story.section], *story.tags)),
        layout.fill_if("updated", text=print_w3c(updated_at, publisher.time_zone) if updated_at else None),
    ]
    return layout.fill(
        "item",
        headline=story.headline,
        url=publisher.story_url(story),
        guid=f"{publisher.root}/?p={story.number}",
        published=print_time(publisher, story.published_at),
        parts=join(*parts),
    )


def print_time(publisher: Publisher, at: datetime) -> str:
    """Print a time as the publisher's kind of feed wants it."""
    printer = print_w3c if publisher.feed_kind == "atom" else print_rfc_822
    return printer(at, publisher.time_zone)


def render_day_sitemap(publisher: Publisher, stories: Iterable[Story]) -> str:
    """Render the sitemap of one day."""
    layout = read_layout("sitemap.xml")
    rows = (
        layout.fill("day_row", url=publisher.story_url(story), modified=print_w3c(story.valid_from))
        for story in stories
    )
    return layout.fill("day", rows=join(*rows))


def render_news_sitemap(publisher: Publisher, stories: Iterable[Story]) -> str:
    """Render the sitemap of the last days' news."""
    layout = read_layout("sitemap.xml")
    rows = (
        layout.fill(
            "news_row",
            url=publisher.story_url(story),
            modified=print_w3c(story.valid_from),
            name=publisher.name,
            language=publisher.language,
            published=print_w3c(story.published_at, publisher.time_zone),
            headline=story.headline,
        )
        for story in stories
    )
    return layout.fill("news", rows=join(*rows))


def render_sitemap_index(publisher: Publisher, days: Iterable[date], modified_at: datetime) -> str:
    """Render the index of the publisher's sitemaps; the newest day comes last."""
    layout = read_layout("sitemap.xml")
    paths = [day.strftime(publisher.day_sitemap_path) for day in days] + [publisher.news_sitemap_path]
    modified = print_w3c(modified_at)
    rows = (layout.fill("index_row", url=publisher.root + path, modified=modified) for path in paths)
    return layout.fill("index", rows=join(*rows))
