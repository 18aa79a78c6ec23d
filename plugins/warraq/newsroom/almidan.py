"""Pages of الميدان, laid out as facts/arabic.md (2026-11-23) describes those of a large pan-Arab paper."""

from collections.abc import Sequence
from functools import partial
from zoneinfo import ZoneInfo

from warraq.model import Image
from warraq.newsroom.blocks import render_blocks, render_breaks
from warraq.newsroom.dates import ARABIC_DIGITS, print_paired, print_w3c
from warraq.newsroom.layout import NOTHING, Layout, Markup, join
from warraq.newsroom.publishers import Publisher, make_slug
from warraq.newsroom.stories import Form, PageKind, Story
from warraq.newsroom.theme import Theme
from warraq.newsroom.truth import print_caption

ARABIC_DIGITS_EVERY = 3  # Every third page prints its date in Arabic-Indic digits.
NO_META_DATE_EVERY = 4  # Every fourth page says its date in print alone.


def render_story(
    layout: Layout, publisher: Publisher, story: Story, following: Story | None, related: Sequence[Story]
) -> str:
    """Render the page of a story, with the next one scrolled in below it."""
    fill = layout.fill
    section = publisher.sections[story.section]
    rows = [fill("related_item", url=publisher.story_path(other), headline=other.headline) for other in related]
    main = join(
        fill("breadcrumb", section_key=story.section, section=section),
        render_article(layout, publisher, story, "article"),
        fill("related", items=join(*rows)),
        render_article(layout, publisher, following, "next_article") if following else "",
    )
    head = render_head(layout, publisher, story, following)
    return render_page(layout, publisher, title=story.headline, head=head, main=main)


def render_page(layout: Layout, publisher: Publisher, *, title: str, head: Markup, main: Markup) -> str:
    """Render the frame that every page has."""
    menu = join(*(layout.fill("menu_item", key=key, name=name) for key, name in publisher.sections.items()))
    return layout.fill("page", title=title, head=head, menu=menu, main=main)


def render_head(layout: Layout, publisher: Publisher, story: Story, following: Story | None) -> Markup:
    """Render what the page declares of itself."""
    fill, fill_if = layout.fill, layout.fill_if
    print_time = partial(print_w3c, time_zone=publisher.time_zone)
    # Print has no seconds: a story that came out within a minute keeps its declared date.
    is_dated = story.number // 2 % NO_META_DATE_EVERY != 0 or story.published_at.second != 0
    modified = print_time(story.modified_at) if story.modified_at else None
    section = publisher.sections[story.section]
    return join(
        fill("story_head", url=publisher.story_url(story), headline=story.headline, section=section),
        *(fill("head_tag", tag=tag) for tag in story.tags),
        fill_if("head_standfirst", standfirst=story.standfirst),
        fill_if("head_image", url=story.images[0].url if story.images else None),
        fill_if("head_published", published=print_time(story.published_at) if is_dated else None),
        fill_if("head_modified", modified=modified),
        fill_if("next_link", url=publisher.story_url(following) if following else None),
    )


def render_article(layout: Layout, publisher: Publisher, story: Story, part: str) -> Markup:
    """Render one article: header, captions twice, TT, the title again, captions twice again, body."""
    fill, fill_if = layout.fill, layout.fill_if
    images = join(*(render_image(layout, image) for image in story.images))
    captions = join(*(fill("printed_caption", caption=print_caption(image)) for image in story.images))
    header = fill(
        part,
        number=str(story.number),
        url=publisher.story_url(story),
        headline=story.headline,
        standfirst=fill_if("standfirst", standfirst=story.standfirst),
        byline=fill_if("byline", byline=print_byline(story)),
        date=print_date(publisher, story),
    )
    printable = fill(
        "printable",
        headline=story.headline,
        captions=captions,
        body=render_body(layout, story),
        tags=render_tags(layout, story),
    )
    return join(header, fill_if("media", images=images), fill("tools", number=str(story.number)), printable)


def render_image(layout: Layout, image: Image) -> Markup:
    """Render a picture with its caption, which the narrow layout prints a second time."""
    return layout.fill("image", url=image.url or "", caption=print_caption(image))


def render_body(layout: Layout, story: Story) -> Markup:
    """Render the body in the form the story has."""
    if story.kind is PageKind.NO_BODY:
        return layout.fill("body", blocks=NOTHING)
    if story.form is Form.BREAKS:
        return layout.fill("body_breaks", blocks=render_breaks(layout, story.blocks))
    half = (len(story.blocks) + 1) // 2 if story.form is Form.TWO_CONTAINERS else len(story.blocks)
    halves = [blocks for blocks in (story.blocks[:half], story.blocks[half:]) if blocks]
    rows = [layout.fill("body", blocks=render_blocks(layout, blocks)) for blocks in halves]
    return join(*rows, between=layout.fill("between_containers"))


def render_tags(layout: Layout, story: Story) -> Markup:
    """Render the story's tags, or nothing."""
    tags = join(*(layout.fill("tag", slug=make_slug(tag), tag=tag) for tag in story.tags))
    return layout.fill_if("tags", tags=tags)


def print_byline(story: Story) -> str | None:
    """Print the byline as ``city: name``, or None where the story has none."""
    names = " و".join(story.byline)
    return ": ".join(part for part in (story.dateline, names) if part) or None


def print_date(publisher: Publisher, story: Story) -> str:
    """Print the date of publication, on some pages in Arabic-Indic digits."""
    text = print_paired(story.published_at.astimezone(ZoneInfo(publisher.time_zone)))
    return text if story.number // 2 % ARABIC_DIGITS_EVERY else text.translate(ARABIC_DIGITS)


def render_listing(layout: Layout, publisher: Publisher, heading: str, stories: Sequence[Story]) -> str:
    """Render the home page or a section."""
    cards = join(
        *(
            layout.fill(
                "card", url=publisher.story_path(story), headline=story.headline, date=print_date(publisher, story)
            )
            for story in stories
        )
    )
    main = layout.fill("listing", heading=heading, cards=cards)
    return render_page(layout, publisher, title=heading, head=NOTHING, main=main)


def render_missing(layout: Layout, publisher: Publisher, _latest: Sequence[Story]) -> str:
    """Render what is served where nothing is."""
    return render_page(layout, publisher, title="الصفحة غير موجودة", head=NOTHING, main=layout.fill("missing"))


THEME = Theme(
    layout="almidan.html",
    scrolls=True,
    render_story=render_story,
    render_listing=render_listing,
    render_missing=render_missing,
)
