"""The parts of one article while it is put together, shared by pages of markup and dumps of text."""

from dataclasses import dataclass, field
from datetime import datetime

from warraq.model import Article, DateCandidate, Dropped, DropReason, Image
from warraq.text.languages import detect_language


@dataclass(slots=True)
class Story:
    """One article in the making."""

    headline: str | None = None
    standfirst: str | None = None
    byline: tuple[str, ...] = ()
    dateline: str | None = None
    url: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    images: list[Image] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    dropped: list[tuple[str, DropReason]] = field(default_factory=list)
    date_line: str | None = None  # As printed in a dump's head.
    lead_date: str | None = None  # As printed above it.
    published: DateCandidate | None = None
    candidates: tuple[DateCandidate, ...] = ()
    modified_at: datetime | None = None

    def drop(self, text: str, reason: DropReason) -> None:
        """Set a block aside with its reason."""
        self.dropped.append((text, reason))


def build_article(story: Story, position: int, language: str | None) -> Article:
    """Return the article that a story has become; ``language`` is what publisher or source say of it."""
    body = "\n\n".join(story.paragraphs)
    return Article(
        position=position,
        url=story.url,
        headline=story.headline,
        standfirst=story.standfirst,
        byline=story.byline,
        dateline=story.dateline,
        published_at=story.published.at if story.published else None,
        published_at_source=story.published.found_in if story.published else None,
        modified_at=story.modified_at,
        language=detect_language(body, hint=language),
        section=story.section,
        tags=story.tags,
        images=tuple(story.images),
        body=body,
        date_candidates=story.candidates,
    )


def list_dropped(story: Story, position: int | None) -> tuple[Dropped, ...]:
    """Return what was removed around one story."""
    return tuple(Dropped(text, reason, position) for text, reason in story.dropped)
