"""Pages of The Harbour Post: English, hand-built, with pull quotes and links between the paragraphs."""

import re
from collections.abc import Sequence

from warraq.model import Image
from warraq.newsroom.blocks import render_blocks
from warraq.newsroom.dates import print_english, print_w3c, to_local
from warraq.newsroom.layout import NOTHING, Layout, Markup, join
from warraq.newsroom.publishers import Publisher, make_slug
from warraq.newsroom.schema import describe_story, print_json
from warraq.newsroom.stories import PageKind, Story
from warraq.newsroom.theme import Theme

QUOTED = re.compile(r"“[^”]{30,}”")  # What is long enough to be pulled out.
# After which block of the body each inset stands, counted from 0.
READ_MORE_AFTER = 1
PULL_QUOTE_AFTER = 2
NEWSLETTER_AFTER = 4


def render_story(
    layout: Layout, publisher: Publisher, story: Story, _following: Story | None, related: Sequence[Story]
) -> str:
    """Render what stands under a story's address."""
    if story.kind is PageKind.LISTING:
        return render_listing(layout, publisher, story.headline, related)
    head = render_head(layout, publisher, story)
    main = render_main(layout, publisher, story, related)
    return render_page(layout, publisher, title=story.headline, main=main, head=head)


def render_page(layout: Layout, publisher: Publisher, *, title: str, main: Markup, head: Markup = NOTHING) -> str:
    """Render the frame that every page has."""
    menu = join(*(layout.fill("menu_item", key=key, name=name) for key, name in publisher.sections.items()))
    return layout.fill("page", title=title, head=head, menu=menu, main=main)


def render_head(layout: Layout, publisher: Publisher, story: Story) -> Markup:
    """Render what the page declares of itself."""
    parts = join(
        layout.fill_if("head_standfirst", text=story.standfirst),
        layout.fill_if("head_image", url=story.images[0].url if story.images else None),
        *(layout.fill("head_tag", text=tag) for tag in story.tags),
    )
    return layout.fill(
        "head",
        url=publisher.story_url(story),
        headline=story.headline,
        section=publisher.sections[story.section],
        parts=parts,
        json=print_json({"@context": "https://schema.org", **describe_story(publisher, story)}),
    )


def render_main(layout: Layout, publisher: Publisher, story: Story, related: Sequence[Story]) -> Markup:
    """Render the story and all that stands around it."""
    fill = layout.fill
    local = to_local(story.published_at, publisher.time_zone)
    tags = join(*(fill("tag", slug=make_slug(tag), tag=tag) for tag in story.tags))
    names = [fill("byline", slug=make_slug(name), name=name).strip() for name in story.byline]
    return fill(
        "story",
        number=str(story.number),
        section_key=story.section,
        section=publisher.sections[story.section],
        headline=story.headline,
        standfirst=layout.fill_if("standfirst", standfirst=story.standfirst),
        byline=Markup(" and ".join([*names[:1], *(name.removeprefix("By ") for name in names[1:])])),
        published=local.isoformat(),
        date=print_english(local),
        updated=render_updated(layout, publisher, story),
        share=fill("share", number=str(story.number)),
        picture=join(*(render_picture(layout, image) for image in story.images[:1])),
        body=render_body(layout, publisher, story, related),
        tags=layout.fill_if("tags", tags=tags),
        popular=render_popular(layout, publisher, related),
        cards=join(*(render_card(layout, publisher, other) for other in related)),
    )


def render_updated(layout: Layout, publisher: Publisher, story: Story) -> Markup:
    """Render when the story was corrected, or nothing."""
    if story.modified_at is None:
        return NOTHING
    local = to_local(story.modified_at, publisher.time_zone)
    return layout.fill("updated", at=print_w3c(local, publisher.time_zone), date=print_english(local))


def render_body(layout: Layout, publisher: Publisher, story: Story, related: Sequence[Story]) -> Markup:
    """Render the body with a link, a pull quote, further pictures and a newsletter box between its paragraphs."""
    quoted = QUOTED.search(story.body)
    more = (layout.fill("read_more", url=publisher.story_url(other), headline=other.headline) for other in related[:1])
    insets = {
        READ_MORE_AFTER: join(*more),
        PULL_QUOTE_AFTER: join(
            layout.fill_if("pull_quote", text=quoted[0] if quoted else None),
            *(render_picture(layout, image) for image in story.images[1:]),
        ),
        NEWSLETTER_AFTER: layout.fill("newsletter"),
    }
    return render_blocks(layout, story.blocks, lambda place: insets.get(place, NOTHING))


def render_picture(layout: Layout, image: Image) -> Markup:
    """Render a picture with its caption and credit."""
    credit = layout.fill_if("credit", credit=image.credit)
    return layout.fill("picture", url=image.url or "", caption=image.caption or "", credit=Markup(credit.rstrip("\n")))


def render_popular(layout: Layout, publisher: Publisher, stories: Sequence[Story]) -> Markup:
    """Render a list of links to other stories."""
    return join(
        *(layout.fill("popular_item", url=publisher.story_path(story), headline=story.headline) for story in stories)
    )


def render_card(layout: Layout, publisher: Publisher, story: Story) -> Markup:
    """Render a card of another story."""
    return layout.fill(
        "card",
        url=publisher.story_path(story),
        headline=story.headline,
        standfirst=story.standfirst or "",
        date=print_english(to_local(story.published_at, publisher.time_zone)),
    )


def render_listing(layout: Layout, publisher: Publisher, heading: str, stories: Sequence[Story]) -> str:
    """Render the home page or a section."""
    main = layout.fill(
        "listing", heading=heading, cards=join(*(render_card(layout, publisher, story) for story in stories))
    )
    return render_page(layout, publisher, title=heading, main=main)


def render_missing(layout: Layout, publisher: Publisher, latest: Sequence[Story]) -> str:
    """Render what is served where nothing is."""
    main = layout.fill("missing", popular=render_popular(layout, publisher, latest))
    return render_page(layout, publisher, title="Page not found", main=main)


THEME = Theme(
    layout="harbourpost.html",
    scrolls=False,
    render_story=render_story,
    render_listing=render_listing,
    render_missing=render_missing,
)
