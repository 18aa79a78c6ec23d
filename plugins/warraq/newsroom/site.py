"""One site of the newsroom: what it answers to a path at a given time."""

import gzip
import hashlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from itertools import islice, takewhile
from urllib.parse import unquote

from warraq.newsroom import almidan, harbourpost, warsha
from warraq.newsroom.feeds import render_day_sitemap, render_feed, render_news_sitemap, render_sitemap_index
from warraq.newsroom.layout import read_layout
from warraq.newsroom.publishers import Publisher
from warraq.newsroom.shelf import Shelf
from warraq.newsroom.stock import SPAN
from warraq.newsroom.stories import PageKind, Story
from warraq.newsroom.truth import TrueArticle, make_truth

CACHED = 1024  # Answers kept rendered, of each site.
HTML = "text/html; charset=UTF-8"
LISTED = 20  # Stories on the home page and in a section.
NEWS_SITEMAP_ITEMS = 1000  # As Google's news sitemaps allow, and those of today and two days before.
NEWS_SITEMAP_SPAN = timedelta(days=2)
RELATED = 4  # Stories named beside another.
SCROLLS_EVERY = 5  # Every fifth page has no next story scrolled in.
THEMES = {
    "almidan.example": almidan.THEME,
    "harbourpost.example": harbourpost.THEME,
    "warsha.example": warsha.THEME,
}
XML = "application/xml; charset=UTF-8"


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a site says to a request, before conditions and encodings."""

    status: int
    content_type: str = HTML
    body: bytes = b""
    modified_at: datetime | None = None
    location: str | None = None  # Of a redirect.
    retry_after: int | None = None  # Seconds.

    @cached_property
    def etag(self) -> str:
        """Return the weak validator of the body: the same whatever the encoding."""
        return f'W/"{hashlib.sha256(self.body).hexdigest()[:24]}"'

    @cached_property
    def gzipped(self) -> bytes:
        """Return the body as gzip, the same bytes every time."""
        return gzip.compress(self.body, 6, mtime=0)


FAILED = Answer(status=500, body=b"<!DOCTYPE html><title>500</title><h1>Internal Server Error</h1>")
UNAVAILABLE = Answer(status=503, body=b"<!DOCTYPE html><title>503</title><h1>Back in a second</h1>", retry_after=1)
PICTURE = Answer(
    status=200,
    content_type="image/gif",
    body=b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;",
)


class Site:
    """A publisher on the air."""

    def __init__(self, publisher: Publisher, shelf: Shelf, epoch: datetime) -> None:
        """Keep the publisher, its stories and the epoch, by which its oldest sitemap is set."""
        self.publisher = publisher
        self._shelf = shelf
        self._first_day = (epoch - SPAN).date()
        self._theme = THEMES[publisher.host]
        self._layout = read_layout(self._theme.layout)
        self._cache: dict[str, tuple[object, Answer]] = {}
        self._lock = threading.Lock()
        self._fixed: dict[str, Callable[[datetime], Answer]] = {
            "/": self._answer_home,
            "/robots.txt": self._answer_robots,
            "/sitemap.xml": self._answer_index,
            publisher.feed_path: self._answer_feed,
            publisher.news_sitemap_path: self._answer_news_sitemap,
        }
        self._fixed |= {f"{publisher.section_prefix}/{key}": self._answer_section(key) for key in publisher.sections}

    def answer(self, path: str, now: datetime) -> Answer:
        """Answer a GET of ``path`` (as sent, without its query)."""
        if (match := self.publisher.number_pattern.fullmatch(unquote(path))) is not None:
            return self._answer_story(path, int(match[1]), now)
        if path.startswith("/media/"):
            return PICTURE
        make = self._fixed.get(path) or self._find_day(path)
        token = (self._shelf.edition(now), now.astimezone(UTC).date())
        return self._remember(path, token, lambda: make(now)) if make else self._answer_missing(now)

    def fails_once(self, path: str, now: datetime) -> bool:
        """Return whether the first request for ``path`` finds the site unavailable."""
        match = self.publisher.number_pattern.fullmatch(unquote(path))
        story = self._shelf.find(int(match[1]), now) if match else None
        return story is not None and story.kind is PageKind.UNAVAILABLE_ONCE

    def truth(self, now: datetime) -> Iterator[TrueArticle]:
        """Yield what the road should make of each story that is out, newest first."""
        for story in self._shelf.newest_first(now):
            original = self._shelf.find(story.same_as, now) if story.same_as else None
            yield make_truth(self.publisher, story, same_as=original, following=self._find_following(story, now))

    def _remember(self, path: str, token: object, make: Callable[[], Answer]) -> Answer:
        """Return the answer kept under ``path`` while its token holds, else make and keep it."""
        kept = self._cache.get(path)
        if kept is not None and kept[0] == token:
            return kept[1]
        answer = make()
        with self._lock:
            for oldest in list(islice(self._cache, max(0, len(self._cache) - CACHED + 1))):
                del self._cache[oldest]
            self._cache[path] = (token, answer)
        return answer

    def _answer_story(self, path: str, number: int, now: datetime) -> Answer:
        """Answer with a story's page; another slug leads to the right one, as on the sites this plays."""
        story = self._shelf.find(number, now)
        if story is None:
            return self._answer_missing(now)
        if unquote(path) != unquote(proper := self.publisher.story_path(story)):
            return Answer(status=301, location=self.publisher.root + proper)
        if story.kind is PageKind.SERVER_ERROR:
            return FAILED
        following = self._find_following(story, now)
        token = (story.revision, following.revision if following else 0)
        return self._remember(proper, token, lambda: self._make_page(story, following))

    def _make_page(self, story: Story, following: Story | None) -> Answer:
        """Render a story's page. What stands beside it is as of its publication: pages do not change unasked."""
        related = islice(self._shelf.newest_first(story.visible_from), RELATED + 1)
        others = tuple(other for other in related if other.number != story.number)[:RELATED]
        text = self._theme.render_story(self._layout, self.publisher, story, following, others)
        changed_at = max(story.valid_from, following.valid_from) if following else story.valid_from
        return Answer(status=200, body=text.encode(), modified_at=changed_at)

    def _find_following(self, story: Story, now: datetime) -> Story | None:
        """Return the story scrolled in below this one, or None."""
        is_alone = story.kind is not PageKind.STORY or story.number // 2 % SCROLLS_EVERY == 0
        return None if is_alone or not self._theme.scrolls else self._shelf.find_next(story, now)

    def _make_listing(self, heading: str, stories: tuple[Story, ...], now: datetime) -> Answer:
        """Render a page that lists stories."""
        text = self._theme.render_listing(self._layout, self.publisher, heading, stories)
        return Answer(status=200, body=text.encode(), modified_at=self._shelf.changed_at(now))

    def _answer_home(self, now: datetime) -> Answer:
        return self._make_listing(self.publisher.name, self._shelf.newest(now, LISTED), now)

    def _answer_section(self, key: str) -> Callable[[datetime], Answer]:
        def answer(now: datetime) -> Answer:
            stories = (story for story in self._shelf.newest_first(now) if story.section == key)
            return self._make_listing(self.publisher.sections[key], tuple(islice(stories, LISTED)), now)

        return answer

    def _answer_missing(self, now: datetime) -> Answer:
        text = self._theme.render_missing(self._layout, self.publisher, self._shelf.newest(now, RELATED))
        return Answer(status=404, body=text.encode())

    def _answer_robots(self, _: datetime) -> Answer:
        return Answer(status=200, content_type="text/plain; charset=UTF-8", body=self.publisher.robots.encode())

    def _answer_feed(self, now: datetime) -> Answer:
        stories = self._shelf.newest(now, self.publisher.feed_items)
        kind = f"application/{self.publisher.feed_kind}+xml; charset=UTF-8"
        return self._make_xml(render_feed(self.publisher, stories, self._shelf.changed_at(now)), now, kind)

    def _answer_news_sitemap(self, now: datetime) -> Answer:
        since = datetime.combine(now.astimezone(UTC).date(), time(), UTC) - NEWS_SITEMAP_SPAN
        recent = takewhile(lambda story: story.visible_from >= since, self._shelf.newest_first(now))
        return self._make_xml(render_news_sitemap(self.publisher, islice(recent, NEWS_SITEMAP_ITEMS)), now)

    def _answer_index(self, now: datetime) -> Answer:
        last_day = self._shelf.changed_at(now).date()
        days = (self._first_day + timedelta(days=count) for count in range((last_day - self._first_day).days + 1))
        return self._make_xml(render_sitemap_index(self.publisher, days, self._shelf.changed_at(now)), now)

    def _find_day(self, path: str) -> Callable[[datetime], Answer] | None:
        """Return what answers with the day sitemap at ``path``, or None where it is no day of ours."""
        try:
            day = datetime.strptime(path, self.publisher.day_sitemap_path).replace(tzinfo=UTC).date()
        except ValueError:
            return None
        return None if day < self._first_day else lambda now: self._answer_day(day, now)

    def _answer_day(self, day: date, now: datetime) -> Answer:
        since = datetime.combine(day, time(), UTC)
        if since > now:
            return self._answer_missing(now)
        return self._make_xml(
            render_day_sitemap(self.publisher, self._shelf.between(since, since + timedelta(days=1), now)), now
        )

    def _make_xml(self, text: str, now: datetime, content_type: str = XML) -> Answer:
        return Answer(
            status=200, content_type=content_type, body=text.encode(), modified_at=self._shelf.changed_at(now)
        )
