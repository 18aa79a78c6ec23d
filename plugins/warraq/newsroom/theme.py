"""What a publisher's pages are made with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from warraq.newsroom.layout import Layout
from warraq.newsroom.publishers import Publisher
from warraq.newsroom.stories import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The layout file of a publisher and the functions that fill it."""

    layout: str
    scrolls: bool  # True where the next story is scrolled in below each.
    # The story, the one scrolled in below it, and those named beside it.
    render_story: Callable[[Layout, Publisher, Story, Story | None, Sequence[Story]], str]
    render_listing: Callable[[Layout, Publisher, str, Sequence[Story]], str]
    render_missing: Callable[[Layout, Publisher, Sequence[Story]], str]
