"""The press: stories without end, composed from a stock of sentences, the same for the same epoch.

Every choice is a hash of the publisher, the story's index and what is chosen: no generator, no state.
"""

import hashlib
import math
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from importlib.resources import files
from string import Template
from typing import Any

import yaml

from warraq.model import Image
from warraq.newsroom.publishers import Publisher, make_slug
from warraq.newsroom.stories import Block, BlockKind, Story

SENTENCES = 12  # In one story, of some sixty in the stock.
SENTENCES_A_PARAGRAPH = 2
NUMBERS_A_STORY = 12


@lru_cache
def read_grammar(language: str) -> dict[str, Any]:
    """Read the stock of sentences of a language."""
    return dict(yaml.safe_load((files("warraq.newsroom") / "press" / f"{language}.yaml").read_text(encoding="utf-8")))


def roll(*key: object) -> int:
    """Return a number that depends on the key alone."""
    return int.from_bytes(hashlib.blake2b(repr(key).encode(), digest_size=8).digest())


def pick(options: Sequence[str], *key: object) -> str:
    """Return one of the options, by the key."""
    return options[roll(*key) % len(options)]


class Press:
    """The stories one publisher brings out after the epoch, at a set rate."""

    def __init__(self, publisher: Publisher, epoch: datetime, per_minute: float, *, lane: int, lanes: int) -> None:
        """Take every ``lanes``-th of ``per_minute`` stories a minute, from the ``lane``-th on."""
        self.publisher = publisher
        self.is_running = per_minute > 0
        self._epoch = epoch
        self._seconds = 60.0 / per_minute if self.is_running else 0.0
        self._lane = lane
        self._lanes = lanes

    def published_at(self, index: int) -> datetime:
        """Return when the story of that index comes out, in whole seconds."""
        return self._epoch + timedelta(seconds=math.ceil((index * self._lanes + self._lane + 1) * self._seconds))

    def count(self, now: datetime) -> int:
        """Return how many stories are out at ``now``."""
        if not self.is_running or now < self._epoch:
            return 0
        turns = (now - self._epoch).total_seconds() / self._seconds
        # One too many, and then back: seconds are made whole, and division rounds.
        count = max(0, int((turns - self._lane + 1) / self._lanes) + 2)
        while count and self.published_at(count - 1) > now:
            count -= 1
        return count

    def make_story(self, index: int, *, number: int) -> Story:
        """Compose the story of that index."""
        at = self.published_at(index)
        grammar, key = read_grammar(self.publisher.language), (self.publisher.source_id, index)
        words = {name: pick(options, *key, name) for name, options in grammar["words"].items()}
        words |= {f"n{place}": str(roll(*key, place) % 89 + 11) for place in range(NUMBERS_A_STORY)}
        sections = tuple(self.publisher.sections)
        caption = fill(pick(grammar["captions"], *key, "caption"), words)
        image = Image(url=f"{self.publisher.root}/media/p{number}.jpg", caption=caption, credit=grammar["credit"])
        headline = fill(pick(grammar["headlines"], *key, "headline"), words)
        return Story(
            number=number,
            slug=make_slug(headline),
            headline=headline,
            standfirst=fill(pick(grammar["standfirsts"], *key, "standfirst"), words),
            byline=(words["reporter"],),
            dateline=words["city"] if self.publisher.prints_datelines else None,
            section=pick(sections, *key, "section"),
            tags=(),
            images=(image,),
            blocks=write_body(grammar, words, key),
            published_at=at,
            visible_from=at,
            valid_from=at,
        )


def fill(sentence: str, words: Mapping[str, str]) -> str:
    """Fill a sentence with the story's words. Raises ``KeyError`` where it asks for one that the stock has not."""
    return Template(sentence).substitute(words)


def write_body(grammar: Mapping[str, Any], words: Mapping[str, str], key: tuple[object, ...]) -> tuple[Block, ...]:
    """Write a body: a lead, then sentences drawn from the stock, each at most once, two a paragraph."""
    order = sorted(grammar["sentences"], key=lambda sentence: roll(*key, sentence))[:SENTENCES]
    # The numbers of a sentence are its own: two stories that draw it say different things.
    rows = [fill(sentence, {**words, **draw_numbers(sentence, key)}) for sentence in order]
    pairs = (rows[start : start + SENTENCES_A_PARAGRAPH] for start in range(0, len(rows), SENTENCES_A_PARAGRAPH))
    paragraphs = [fill(pick(grammar["leads"], *key, "lead"), words), *(" ".join(pair) for pair in pairs)]
    return tuple(Block(kind=BlockKind.PARAGRAPH, text=text) for text in paragraphs)


def draw_numbers(sentence: str, key: tuple[object, ...]) -> dict[str, str]:
    """Return the numbers that a sentence may ask for; ``b`` is always the smaller."""
    return {"a": str(roll(*key, sentence, "a") % 59 + 41), "b": str(roll(*key, sentence, "b") % 30 + 11)}
