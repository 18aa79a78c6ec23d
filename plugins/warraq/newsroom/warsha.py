"""Pages of ورشة, built as WordPress themes build them, with what plugins add in and around the body."""

from collections.abc import Mapping, Sequence

from warraq.model import Image
from warraq.newsroom.blocks import render_blocks
from warraq.newsroom.dates import print_levantine, print_w3c, to_local
from warraq.newsroom.layout import NOTHING, Layout, Markup, join
from warraq.newsroom.publishers import Publisher, make_slug
from warraq.newsroom.schema import describe_page
from warraq.newsroom.stories import PageKind, Story
from warraq.newsroom.theme import Theme

EXCERPT_WORDS = 30  # Of the body, where the story has no standfirst, as WordPress excerpts it for og:description.
BIO = "من أسرة تحرير «ورشة»، يكتب في شؤون العمل والمعرفة والمدن."
# After which block of the body each inset stands, counted from 0.
TEASER_AFTER = 1
NEWSLETTER_AFTER = 3
SECOND_PICTURE_AFTER = 2


def render_story(
    layout: Layout, publisher: Publisher, story: Story, _following: Story | None, related: Sequence[Story]
) -> str:
    """Render what stands under a story's address."""
    if story.kind is PageKind.SOFT_404:
        return render_missing(layout, publisher, related)
    if story.kind is PageKind.CONSENT:
        return render_page(layout, publisher, title=publisher.name, main=layout.fill("consent"))
    head = render_head(layout, publisher, story)
    main = (
        render_video(layout, story) if story.kind is PageKind.VIDEO else render_main(layout, publisher, story, related)
    )
    return render_page(layout, publisher, title=story.headline, main=main, head=head)


def render_page(layout: Layout, publisher: Publisher, *, title: str, main: Markup, head: Markup = NOTHING) -> str:
    """Render the frame that every page has."""
    menu = join(*(layout.fill("menu_item", key=key, name=name) for key, name in publisher.sections.items()))
    return layout.fill("page", title=title, head=head, menu=menu, main=main)


def render_head(layout: Layout, publisher: Publisher, story: Story) -> Markup:
    """Render what the page declares of itself, as SEO plugins print it."""
    fill_if = layout.fill_if
    modified = print_w3c(story.modified_at, publisher.time_zone) if story.modified_at else None
    parts = join(
        fill_if("head_standfirst", text=story.standfirst),
        fill_if("head_excerpt", text=None if story.standfirst else print_excerpt(story)),
        fill_if("head_image", url=story.images[0].url if story.images else None),
        fill_if("head_modified", text=modified),
        *(layout.fill("head_tag", text=tag) for tag in story.tags),
    )
    return layout.fill(
        "head",
        url=publisher.story_url(story),
        kind="video.other" if story.kind is PageKind.VIDEO else "article",
        headline=story.headline,
        section=publisher.sections[story.section],
        published=print_w3c(story.published_at, publisher.time_zone),
        parts=parts,
        json=describe_page(publisher, story),
    )


def print_excerpt(story: Story) -> str:
    """Print the first words of the body."""
    return " ".join(story.body.split()[:EXCERPT_WORDS]) + " […]"


def render_main(layout: Layout, publisher: Publisher, story: Story, related: Sequence[Story]) -> Markup:
    """Render the story and all that stands around it."""
    fill = layout.fill
    author = story.byline[0]
    tags = join(*(fill("tag", slug=make_slug(tag), tag=tag).rstrip("\n") for tag in story.tags), between="، ")
    local = to_local(story.published_at, publisher.time_zone)
    return fill(
        "story",
        **name_section(publisher, story),
        number=str(story.number),
        headline=story.headline,
        standfirst=layout.fill_if("standfirst", standfirst=story.standfirst),
        published=local.isoformat(),
        date=print_levantine(local),
        author=author,
        author_slug=make_slug(author),
        bio=BIO,
        share=fill("share", number=str(story.number)),
        picture=join(*(render_picture(layout, image, "picture") for image in story.images[:1])),
        body=render_body(layout, publisher, story, related),
        tags=layout.fill_if("tags", tags=tags),
        cards=join(*(render_card(layout, publisher, other) for other in related)),
        popular=render_popular(layout, publisher, related),
    )


def name_section(publisher: Publisher, story: Story) -> Mapping[str, str]:
    """Return the section's key and name."""
    return {"section_key": story.section, "section": publisher.sections[story.section]}


def render_body(layout: Layout, publisher: Publisher, story: Story, related: Sequence[Story]) -> Markup:
    """Render the body with a teaser, a second picture and a newsletter box between its paragraphs."""
    teaser = "teaser" if story.number // 2 % 2 else "teaser_box"
    insets = {
        TEASER_AFTER: join(*(render_link(layout, publisher, other, teaser) for other in related[:1])),
        SECOND_PICTURE_AFTER: join(*(render_picture(layout, image, "inline_picture") for image in story.images[1:])),
        NEWSLETTER_AFTER: layout.fill("newsletter"),
    }
    return render_blocks(layout, story.blocks, lambda place: insets.get(place, NOTHING))


def render_picture(layout: Layout, image: Image, part: str) -> Markup:
    """Render a picture with its caption and credit."""
    credit = layout.fill_if("credit", credit=image.credit)
    return layout.fill(part, url=image.url or "", caption=image.caption or "", credit=Markup(credit.rstrip("\n")))


def render_link(layout: Layout, publisher: Publisher, story: Story, part: str) -> Markup:
    """Render a link to another story."""
    return layout.fill(part, url=publisher.story_url(story), headline=story.headline)


def render_popular(layout: Layout, publisher: Publisher, stories: Sequence[Story]) -> Markup:
    """Render a list of links to other stories."""
    return join(*(render_link(layout, publisher, story, "popular_item") for story in stories))


def render_card(layout: Layout, publisher: Publisher, story: Story) -> Markup:
    """Render a card of another story."""
    return layout.fill(
        "card",
        url=publisher.story_url(story),
        headline=story.headline,
        image=f"/media/card-{story.number}.jpg",
        date=print_levantine(to_local(story.published_at, publisher.time_zone)),
    )


def render_video(layout: Layout, story: Story) -> Markup:
    """Render a page that holds a film and one sentence."""
    return layout.fill(
        "video",
        headline=story.headline,
        number=str(story.number),
        standfirst=layout.fill_if("standfirst", standfirst=story.standfirst),
        share=layout.fill("share", number=str(story.number)),
    )


def render_listing(layout: Layout, publisher: Publisher, heading: str, stories: Sequence[Story]) -> str:
    """Render the home page or a section."""
    cards = (
        layout.fill(
            "listing_card",
            url=publisher.story_url(story),
            headline=story.headline,
            standfirst=story.standfirst or print_excerpt(story),
        )
        for story in stories
    )
    main = layout.fill("listing", heading=heading, cards=join(*cards))
    return render_page(layout, publisher, title=heading, main=main)


def render_missing(layout: Layout, publisher: Publisher, latest: Sequence[Story]) -> str:
    """Render what is served where nothing is."""
    main = layout.fill("missing", popular=render_popular(layout, publisher, latest))
    return render_page(layout, publisher, title="الصفحة غير موجودة", main=main)


THEME = Theme(
    layout="warsha.html",
    scrolls=False,
    render_story=render_story,
    render_listing=render_listing,
    render_missing=render_missing,
)
