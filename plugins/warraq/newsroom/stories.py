"""What a newsroom has to publish: its stories, as its own editors would hold them."""

import enum
from dataclasses import dataclass, replace
from datetime import datetime

from warraq.model import Image


class BlockKind(enum.StrEnum):
    """What a paragraph of a story is."""

    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    ITEM = "item"
    QUOTE = "quote"


class PageKind(enum.StrEnum):
    """What is served under a story's address."""

    STORY = "story"
    CONSENT = "consent"
    FUTURE = "future"  # A story whose date lies a year ahead.
    LISTING = "listing"
    MARKUP = "markup"  # A story that shows its own tags: it was escaped twice.
    NO_BODY = "no_body"
    SERVER_ERROR = "server_error"  # 500, always.
    SOFT_404 = "soft_404"
    UNAVAILABLE_ONCE = "unavailable_once"  # 503 at the first request, the story after it.
    VIDEO = "video"


class Form(enum.StrEnum):
    """How the markup of a body is built."""

    PARAGRAPHS = "paragraphs"
    BREAKS = "breaks"  # Text and <br> only.
    TWO_CONTAINERS = "two_containers"


# Addresses under which a whole story stands.
STORY_KINDS = frozenset({PageKind.FUTURE, PageKind.MARKUP, PageKind.STORY, PageKind.UNAVAILABLE_ONCE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph of a body."""

    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One revision of a story, whole."""

    number: int  # The publisher's own id.
    slug: str  # Words of the first headline, for the address: it outlives corrections.
    headline: str
    standfirst: str | None
    byline: tuple[str, ...]
    dateline: str | None
    section: str  # Key of ``Publisher.sections``.
    tags: tuple[str, ...]
    images: tuple[Image, ...]
    blocks: tuple[Block, ...]
    published_at: datetime  # As the page prints it.
    visible_from: datetime  # When feeds first name it: another time than ``published_at`` on a page that errs.
    valid_from: datetime  # When this revision replaced the one before.
    kind: PageKind = PageKind.STORY
    form: Form = Form.PARAGRAPHS
    revision: int = 1
    revision_class: str | None = None  # None for the first.
    same_as: int | None = None  # Number of the story this one repeats under another address.

    @property
    def modified_at(self) -> datetime | None:
        """Return when the story was last corrected, or None where it never was."""
        return self.valid_from if self.revision > 1 else None

    @property
    def body(self) -> str:
        """Return the body's paragraphs, joined by blank lines."""
        return "\n\n".join(block.text for block in self.blocks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A text to be replaced in a story some time after it was published."""

    revision_class: str
    valid_from: datetime
    old: str
    new: str


BLOCK_MARKS = (("## ", BlockKind.SUBHEAD), ("- ", BlockKind.ITEM), ("> ", BlockKind.QUOTE))


def read_blocks(text: str) -> tuple[Block, ...]:
    """Read a body, one block a line; ``## ``, ``- `` and ``> `` mark subheads, list items and quotes."""
    return tuple(read_block(line.strip()) for line in text.splitlines() if line.strip())


def read_block(line: str) -> Block:
    """Read one line of a body."""
    for mark, kind in BLOCK_MARKS:
        if line.startswith(mark):
            return Block(kind=kind, text=line.removeprefix(mark))
    return Block(kind=BlockKind.PARAGRAPH, text=line)


def correct_story(story: Story, correction: Correction) -> Story:
    """Return the story's next revision. Raises ``ValueError`` where the text to be replaced is not in it."""
    headline = story.headline.replace(correction.old, correction.new)
    blocks = tuple(replace(block, text=block.text.replace(correction.old, correction.new)) for block in story.blocks)
    if (headline, blocks) == (story.headline, story.blocks):
        message = f"story {story.number} does not hold {correction.old!r}"
        raise ValueError(message)
    return replace(
        story,
        headline=headline,
        blocks=blocks,
        valid_from=correction.valid_from,
        revision=story.revision + 1,
        revision_class=correction.revision_class,
    )


def find_revision(revisions: tuple[Story, ...], now: datetime) -> Story | None:
    """Return the revision that stands at ``now``, or None where the story is not out yet."""
    standing = None
    for story in revisions:
        if story.valid_from <= now:
            standing = story
    return standing
