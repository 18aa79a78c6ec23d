"""The stories of one publisher that are out at a given time."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from itertools import chain, islice

from warraq.newsroom.press import Press
from warraq.newsroom.stock import Revisions
from warraq.newsroom.stories import PageKind, Story, find_revision

PRESS_NUMBERS = 10_000  # From a publisher's first number to that of the first story off the press.
KEPT = 8192  # Stories off the press, composed.


class Shelf:
    """The stock of a publisher, and what its press adds to it as time goes on."""

    def __init__(self, stock: tuple[Revisions, ...], press: Press) -> None:
        """Keep the stock (newest first) and the press; both are read only."""
        self._stock = stock
        self._places = {revisions[0].number: place for place, revisions in enumerate(stock)}
        self._turns = sorted(story.valid_from for revisions in stock for story in revisions)
        self._press = press
        self._first_number = press.publisher.first_number + PRESS_NUMBERS
        self._make = lru_cache(maxsize=KEPT)(lambda index: press.make_story(index, number=self._first_number + index))

    def edition(self, now: datetime) -> tuple[int, int]:
        """Return a token that changes whenever a story comes out or is corrected."""
        return bisect_right(self._turns, now), self._press.count(now)

    def changed_at(self, now: datetime) -> datetime:
        """Return when the last story came out or was corrected; the epoch of the stock where none has."""
        turns, pressed = self.edition(now)
        latest = self._turns[max(turns - 1, 0)]
        return max(latest, self._press.published_at(pressed - 1)) if pressed else latest

    def newest_first(self, now: datetime) -> Iterator[Story]:
        """Yield every story that is out."""
        pressed = (self._make(index) for index in reversed(range(self._press.count(now))))
        standing = (find_revision(revisions, now) for revisions in self._stock)
        return chain(pressed, (story for story in standing if story))

    def newest(self, now: datetime, count: int) -> tuple[Story, ...]:
        """Return the newest stories that are out, at most ``count``."""
        return tuple(islice(self.newest_first(now), count))

    def between(self, since: datetime, until: datetime, now: datetime) -> tuple[Story, ...]:
        """Return the stories first named from ``since`` to before ``until`` that are out, newest first."""
        run = range(self._press.count(now))
        low, high = (bisect_left(run, edge, key=self._press.published_at) for edge in (since, until))
        pressed = [self._make(index) for index in reversed(run[low:high])]
        standing = (find_revision(revisions, now) for revisions in self._stock)
        return (*pressed, *(story for story in standing if story and since <= story.visible_from < until))

    def find(self, number: int, now: datetime) -> Story | None:
        """Return the story of that number, or None where none is out."""
        if number in self._places:
            return find_revision(self._stock[self._places[number]], now)
        index = number - self._first_number
        return self._make(index) if 0 <= index < self._press.count(now) else None

    def find_next(self, story: Story, now: datetime) -> Story | None:
        """Return the next older sound story, or None below the oldest."""
        index = story.number - self._first_number
        if index > 0:
            return self._make(index - 1)
        place = self._places[story.number] + 1 if story.number in self._places else 0
        older = (find_revision(revisions, now) for revisions in self._stock[place:])
        return next((other for other in older if other and other.kind is PageKind.STORY and not other.same_as), None)
