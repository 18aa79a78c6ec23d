"""Read the stories written for a publisher, and set their dates by the newsroom's epoch."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from warraq.model import Image
from warraq.newsroom.publishers import Publisher, make_slug
from warraq.newsroom.stories import Correction, Form, PageKind, Story, correct_story, read_blocks

SPAN = timedelta(days=14)  # The stock is spread over this long before the epoch.
FUTURE = timedelta(days=365)
TWIN_DELAY = timedelta(minutes=25)  # From a story to its repetition under another address.

Revisions = tuple[Story, ...]


def read_stock(publisher: Publisher, epoch: datetime) -> tuple[Revisions, ...]:
    """Return every story of the publisher, newest first, each as its revisions in order."""
    rows = read_rows(publisher.host.removesuffix(".example"))
    step = SPAN / len(rows)
    stock: list[Revisions] = []
    for place, row in enumerate(rows):
        visible_from = (epoch - step * (place + 0.5)).replace(second=0, microsecond=0)
        number = publisher.first_number + (len(rows) - place) * 2
        stock.extend(make_revisions(publisher, row, number=number, visible_from=visible_from, epoch=epoch))
    return tuple(sorted(stock, key=lambda revisions: revisions[0].visible_from, reverse=True))


@lru_cache
def read_rows(name: str) -> tuple[dict[str, Any], ...]:
    """Read the stories written for a publisher, newest first. The rows are shared: nobody may change them."""
    path = files("warraq.newsroom") / "articles" / f"{name}.yaml"
    return tuple(yaml.safe_load(path.read_text(encoding="utf-8")))


def make_revisions(
    publisher: Publisher, row: dict[str, Any], *, number: int, visible_from: datetime, epoch: datetime
) -> list[Revisions]:
    """Return the revisions of one row, and those of its twin where it is published twice."""
    story = make_story(publisher, row, number=number, visible_from=visible_from)
    revisions = [story]
    for change in row.get("corrections", ()):
        correction = Correction(
            revision_class=change["class"],
            valid_from=epoch + timedelta(minutes=change["after_minutes"]),
            old=change["old"],
            new=change["new"],
        )
        revisions.append(correct_story(revisions[-1], correction))
    twins = [(make_twin(publisher, row, story),)] if "also_in" in row else []
    return [tuple(revisions), *twins]


def make_story(publisher: Publisher, row: dict[str, Any], *, number: int, visible_from: datetime) -> Story:
    """Return the first revision of a row."""
    kind = PageKind(row.get("kind", PageKind.STORY))
    return Story(
        number=number,
        slug=make_slug(row["headline"]),
        headline=row["headline"],
        standfirst=row.get("standfirst"),
        byline=tuple(row.get("byline", ())),
        dateline=row.get("dateline"),
        section=row["section"],
        tags=tuple(row.get("tags", ())),
        images=tuple(make_image(publisher, **image) for image in row.get("images", ())),
        blocks=read_blocks(row.get("body", "")),
        published_at=visible_from + FUTURE if kind is PageKind.FUTURE else visible_from,
        visible_from=visible_from,
        valid_from=visible_from,
        kind=kind,
        form=Form(row.get("form", Form.PARAGRAPHS)),
    )


def make_image(publisher: Publisher, *, name: str, caption: str, credit: str | None = None) -> Image:
    """Return an image with its URL at the publisher."""
    return Image(url=f"{publisher.root}/media/{name}.jpg", caption=caption, credit=credit)


def make_twin(publisher: Publisher, row: dict[str, Any], story: Story) -> Story:
    """Return the same story under another number and section."""
    twin = make_story(
        publisher,
        row | {"section": row["also_in"]},
        number=story.number + 1,
        visible_from=story.visible_from + TWIN_DELAY,
    )
    return replace(twin, same_as=story.number)
