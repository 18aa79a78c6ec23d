"""A page of markup into its articles: decode, declared, blocks, body, then each part into its own field."""

from warraq.clean.body import judge
from warraq.clean.byline import read_byline
from warraq.clean.captions import fold_caption, make_image
from warraq.clean.declared import Declared, read_declared
from warraq.clean.dom import HEADINGS, Tree, read_tree
from warraq.clean.layout import Layout, find_body, measure
from warraq.clean.headline import choose_heading, choose_headline, read_headings
from warraq.clean.publication import gather_dates, read_modified
from warraq.clean.story import Story
from warraq.clean.words import Sign
from warraq.model import DropReason, Image, Page, Source
from warraq.text.characters import fold_line
from warraq.urls import resolve_link


def read_page(markup: str, page: Page, source: Source | None) -> tuple[Story, Declared, Tree]:
    """Return the story on a page, with what the page declares and its tree."""
    tree = read_tree(markup)
    headings = read_headings(tree)
    declared = read_declared(tree, headings[0].text if headings else None)
    layout = measure(tree)
    heading = choose_heading(headings, declared, find_prose(layout), page.url)
    story = Story(headline=choose_headline(declared, headings, heading, page.url))
    body = find_body(layout, heading.block if heading else None)
    verdicts = judge(layout, body)
    drop_headline(tree, verdicts, story.headline)
    take_standfirst(story, layout, declared, verdicts)
    take_captions(story, layout, declared, page, body, verdicts)
    for at, block in enumerate(tree.blocks):
        reason = verdicts[at]
        if reason is None:
            story.paragraphs.append(block.text)
        else:
            story.drop(block.text, reason)
    first = next((at for at, reason in enumerate(verdicts) if reason is None), 0)
    near = (heading.block if heading else first, first)
    date_story(story, declared, tree, near, page, source)
    story.byline = read_byline(declared, tree, near)
    story.section, story.tags = declared.section, declared.tags
    return story, declared, tree


def find_prose(layout: Layout) -> int | None:
    """Return the block in the middle of the page's prose; None without any."""
    half, seen = layout.prose[0] / 2, 0.0
    for at, weight in enumerate(layout.weights):
        seen += weight
        if weight and seen >= half:
            return at
    return None


def date_story(
    story: Story, declared: Declared, tree: Tree, near: tuple[int, int], page: Page, source: Source | None
) -> None:
    """Fill in when the story was published and last changed."""
    zone = source.time_zone if source else "UTC"
    story.candidates = gather_dates(declared, tree, near, page.url, time_zone=zone, now=page.fetched_at)
    story.published = next(iter(story.candidates), None)
    story.modified_at = read_modified(declared, tree, time_zone=zone, now=page.fetched_at)


def drop_headline(tree: Tree, verdicts: list[DropReason | None], headline: str | None) -> None:
    """Drop the lines that say the headline again."""
    key = fold_line(headline or "")
    for at, block in enumerate(tree.blocks):
        if verdicts[at] is None and len(block.text) < 2 * len(headline or "") and fold_line(block.text) == key:
            verdicts[at] = DropReason.HEADLINE_REPEATED


def take_standfirst(story: Story, layout: Layout, declared: Declared, verdicts: list[DropReason | None]) -> None:
    """Take the standfirst: a line before the body's prose that the description says too, or that is classed as one."""
    tree = layout.tree
    keys = [fold_line(text) for text in declared.descriptions]
    first = next((at for at, reason in enumerate(verdicts) if reason is None), 0)
    for at in range(max(0, first - 12), min(len(tree.blocks), first + 2)):
        block = tree.blocks[at]
        if len(block.text) < 30 or len(block.text) > 600 or fold_line(block.text) == fold_line(story.headline or ""):
            continue
        classed = (
            tree.signs[block.element] & Sign.STANDFIRST or tree.signs[tree.parents[block.element]] & Sign.STANDFIRST
        )
        outside = verdicts[at] is not None
        if (fold_line(block.text) in keys and (outside or block.tag in HEADINGS)) or (classed and not block.linked):
            story.standfirst = block.text
            verdicts[at] = DropReason.STANDFIRST
            return


def take_captions(
    story: Story, layout: Layout, declared: Declared, page: Page, body: int, verdicts: list[DropReason | None]
) -> None:
    """Take each picture of the story once, with its caption and credit."""
    tree = layout.tree
    first, end = tree.first_blocks[body], layout.ends[body]
    images: dict[str, Image] = {}
    for at in range(first, end):
        if verdicts[at] is DropReason.CAPTION:
            key = fold_caption(tree.blocks[at].text)
            if key in images:
                verdicts[at] = DropReason.CAPTION_REPEATED
            else:
                images[key] = make_image(None, tree.blocks[at].text)
    if declared.images:
        url = resolve_link(page.url or "", declared.images[0]) if page.url else None
        rest = list(images.values())
        lead = rest.pop(0) if rest else Image()
        story.images = [Image(url=url, caption=lead.caption, credit=lead.credit), *rest]
    else:
        story.images = list(images.values())
