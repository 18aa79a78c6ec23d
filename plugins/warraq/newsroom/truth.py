"""What the road should make of every address the newsroom serves."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from warraq.model import Image, Outcome, Reason
from warraq.newsroom.publishers import Publisher
from warraq.newsroom.stories import STORY_KINDS, PageKind, Story

# How the addresses that hold no sound story should end. Any of the reasons is right, the first is the best.
EXPECTED = {
    PageKind.CONSENT: (Outcome.REJECTED, (Reason.CONSENT_WALL, Reason.NO_ARTICLE)),
    PageKind.LISTING: (Outcome.REJECTED, (Reason.LISTING, Reason.NO_ARTICLE, Reason.EMPTY_BODY)),
    PageKind.MARKUP: (Outcome.QUARANTINED, (Reason.FAILED_EXPECTATION,)),
    PageKind.NO_BODY: (Outcome.REJECTED, (Reason.EMPTY_BODY, Reason.NO_ARTICLE)),
    PageKind.SERVER_ERROR: (Outcome.REJECTED, (Reason.SERVER_ERROR,)),
    PageKind.SOFT_404: (Outcome.REJECTED, (Reason.SOFT_404, Reason.NO_ARTICLE)),
    PageKind.VIDEO: (Outcome.REJECTED, (Reason.EMPTY_BODY, Reason.NO_ARTICLE)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueArticle:
    """An address in feeds and sitemaps, and each field as the cleaner should return it.

    Where ``is_article`` is False the page holds no story: the fields are then what feeds say of it, and ``body`` is
    empty. ``outcome`` is that of a first, lone reading of the address; time and retries are its own.
    """

    source_id: str
    url: str
    number: int  # The publisher's own id.
    headline: str
    standfirst: str | None
    byline: tuple[str, ...]
    dateline: str | None
    published_at: datetime | None  # None where the page's own date cannot be.
    modified_at: datetime | None
    images: tuple[Image, ...]
    body: str
    language: str
    section: str
    tags: tuple[str, ...]
    is_article: bool
    outcome: Outcome
    reasons: tuple[Reason, ...]  # Empty for a story that loads.
    visible_from: datetime  # When feeds first name it.
    revision: int
    revision_class: str | None
    same_as: str | None  # URL of the story this one repeats.
    scrolled_in: str | None  # URL of the story that stands below this one on its page.


def make_truth(publisher: Publisher, story: Story, *, same_as: Story | None, following: Story | None) -> TrueArticle:
    """Return what the road should make of ``story``; ``following`` is the story scrolled in below it."""
    is_article = story.kind in STORY_KINDS
    sound = (Outcome.DUPLICATE if same_as else Outcome.LOADED, ())
    outcome, reasons = EXPECTED.get(story.kind, sound)
    return TrueArticle(
        source_id=publisher.source_id,
        url=publisher.story_url(story),
        number=story.number,
        headline=story.headline,
        standfirst=story.standfirst,
        byline=story.byline,
        dateline=story.dateline,
        published_at=None if story.kind is PageKind.FUTURE else story.published_at,
        modified_at=story.modified_at,
        images=story.images,
        body=story.body if is_article else "",
        language=publisher.language,
        section=publisher.sections[story.section],
        tags=story.tags,
        is_article=is_article,
        outcome=outcome,
        reasons=reasons,
        visible_from=story.visible_from,
        revision=story.revision,
        revision_class=story.revision_class,
        same_as=publisher.story_url(same_as) if same_as else None,
        scrolled_in=publisher.story_url(following) if following else None,
    )


def write_dump(articles: Iterable[TrueArticle]) -> str:
    """Write articles as the text dump of an archive: captions four times, ``TT``, the headline twice."""
    return "\n\n\n\n".join(write_dumped(article) for article in articles)


def write_dumped(article: TrueArticle) -> str:
    """Write one article of a text dump."""
    captions = "\n".join(line for image in article.images for line in [print_caption(image)] * 2)
    standfirst = f"\n\n{article.standfirst}" if article.standfirst else ""
    return f"{article.headline}{standfirst}\n\n{captions}\nTT\n\n{article.headline}\n\n{captions}\n\n{article.body}"


def print_caption(image: Image) -> str:
    """Print a caption with its credit in parentheses."""
    return f"{image.caption} ({image.credit})" if image.credit else image.caption or ""
