"""A page into its articles or the reason why there is none: the one way into this room."""

from dataclasses import replace

from warraq.clean.decode import decode_page
from warraq.clean.dump import read_lines
from warraq.clean.dump_story import read_stories
from warraq.clean.page import read_page
from warraq.clean.story import Story, build_article, list_dropped
from warraq.clean.templates import Template
from warraq.model import Cleaned, MediaKind, Page, Reason, Rejection, Source


def clean_page(page: Page, *, source: Source | None = None, template: Template | None = None) -> Cleaned:
    """Return the articles of a page or dump, or why there is none, and what was removed.

    Pure: ``page.fetched_at`` is the present against which a date is in the future. Raises nothing.
    """
    text = decode_page(page.content)
    if page.kind is MediaKind.TEXT:
        zone = source.time_zone if source else "UTC"
        stories = read_stories(read_lines(text), time_zone=zone, now=page.fetched_at)
        return compose(stories, source.language if source else None, None)
    reading = read_page(text, page, source, template)
    declared = reading.declared
    cleaned = compose(reading.stories, declared.language or (source and source.language), declared.canonical)
    return replace(cleaned, unmatched_rules=reading.unmatched) if reading.unmatched else cleaned


def compose(stories: tuple[Story, ...], language: str | None, canonical: str | None) -> Cleaned:
    """Return the articles that the stories with a body make."""
    whole = [story for story in stories if story.paragraphs]
    articles = tuple(build_article(story, at, language) for at, story in enumerate(whole, 1))
    dropped = tuple(one for at, story in enumerate(whole, 1) for one in list_dropped(story, at))
    empty = tuple(one for story in stories if not story.paragraphs for one in list_dropped(story, None))
    rejection = None if articles else Rejection(reason=Reason.EMPTY_BODY, detail="no prose was found")
    return Cleaned(articles=articles, dropped=dropped + empty, rejection=rejection, canonical_url=canonical)
