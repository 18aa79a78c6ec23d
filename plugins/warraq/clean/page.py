"""A page of markup into its stories: declared, blocks, body, captions, standfirst, byline, dates, in that order."""

from typing import NamedTuple

from warraq.clean.attempt import Attempt, attempt, find_story
from warraq.clean.biography import drop_biography, is_biography, leave_portraits
from warraq.clean.body import name_sign
from warraq.clean.byline import read_byline
from warraq.clean.contacts import drop_reachable
from warraq.clean.declared import EMPTY, Declared, read_declared
from warraq.clean.excuses import AGAINST
from warraq.clean.glued import cut_signature
from warraq.clean.headings import choose_heading, find_printed, is_headline, read_headings
from warraq.clean.headline import choose_headline, cut_printed
from warraq.clean.houses import drop_house_lines
from warraq.clean.joins import goes_on
from warraq.clean.layout import Layout, measure
from warraq.clean.lines import cut_end_mark, drop_again, drop_closing, drop_over, drop_signed_lines, drop_template
from warraq.clean.markup import read_tree
from warraq.clean.phrases import name_line
from warraq.clean.pictures import take_pictures
from warraq.clean.prose import FULL_PROSE, SENTENCE_ENDS
from warraq.clean.publication import gather_dates, read_modified
from warraq.clean.rules import choose_rule, list_selectors, list_unmatched, pick_elements, pick_text
from warraq.clean.scopes import Scope, find_scopes
from warraq.clean.sites import name_host, names_site
from warraq.clean.standfirst import take_standfirst
from warraq.clean.story import Story
from warraq.clean.tags import HEADINGS
from warraq.clean.templates import Template
from warraq.clean.titled_names import drop_titled
from warraq.clean.told import find_told, is_title_alone
from warraq.clean.tree import Tree
from warraq.clean.writer_labels import PREFIX
from warraq.model import DateCandidate, DropReason, Page, PublisherRule, Source
from warraq.text.dates import find_dates, parse_date
from warraq.urls import resolve_link

HEADING_REACH = 8  # Blocks over the first prose in which its heading stands.
MIN_HEADLINE_WORDS = 4  # Of a line in bold.
LIVE_BLOG = "liveblogposting"


class Reading(NamedTuple):
    """A page read: its stories, and everything that was known when they were read."""

    stories: tuple[Story, ...]
    tree: Tree
    declared: Declared
    layout: Layout
    verdicts: tuple[tuple[DropReason | None, int | None], ...]  # Of each block: why dropped, the story it stood with.
    unmatched: tuple[str, ...]
    blocks: tuple[bytes, ...]  # Fingerprints of what the template was asked about.


def read_page(
    markup: str, scripts: tuple[str, ...], page: Page, source: Source | None, template: Template | None
) -> Reading:
    """Return what stands on a page."""
    rule = choose_rule(source, page)
    tree = read_tree(markup, scripts, list_selectors(rule))
    headings = read_headings(tree)
    declared = read_declared(tree, headings[0].text if headings else None)
    layout = measure(tree)
    printed = find_printed(tree, declared, page.url)
    heading = choose_heading(headings, declared, find_prose(layout), page.url, printed)
    headline = (pick_text(rule.headline, tree) if rule else None) or choose_headline(
        declared, headings, heading, page.url
    )
    headline = cut_printed(headline, tree, heading) if headline and heading not in headings else headline
    scopes = find_scopes(layout, heading)
    if declared.item and declared.item.kind == LIVE_BLOG:
        scopes = (Scope(0, heading, None),)  # Its entries are articles to HTML, and one story to the reader.
    first = find_story(layout, scopes[0], declared, headline)
    first = apply_rule(rule, first) if rule else first
    if headline is None or names_site(headline, declared, page.url):
        headline = find_heading_over(first, declared, page.url) or find_line_over(first) or headline
    if headline and heading is None and not (rule and rule.headline) and is_title_alone(headline, declared):
        headline = find_told(first, headline) or headline
    own = Story(headline=headline, section=declared.section, tags=declared.tags)
    fill(own, first, scopes[0], declared, page, source)
    stories, attempts = [own], [first]
    for scope in scopes[1:]:
        found = attempt(layout, scope.element)
        story = Story(headline=scope.heading and scope.heading.text, url=resolve(page, scope.address))
        fill(story, found, scope, EMPTY, page, source)
        stories.append(story)
        attempts.append(found)
    if rule:
        date_by_rule(own, rule, tree, page, source)
    verdicts = merge(attempts)
    blocks = drop_template(tree, verdicts, template)
    name_outside(layout, verdicts)
    write_paragraphs(tree, verdicts, stories)
    for story in stories:
        cut_signature(story, (declared.site_name or "", name_host(page.url)))
    return Reading(tuple(stories), tree, declared, layout, tuple(verdicts), list_unmatched(rule, tree), blocks)


def resolve(page: Page, address: str | None) -> str | None:
    """Return an address on the page made absolute, or None."""
    return resolve_link(page.url, address) if page.url and address else None


def fill(story: Story, found: Attempt, scope: Scope, declared: Declared, page: Page, source: Source | None) -> None:
    """Fill a story's fields from the blocks around its body, and mark the blocks that were taken."""
    layout, verdicts = found.layout, found.verdicts
    tree = layout.tree
    first = next((at for at, reason in enumerate(verdicts) if reason is None), tree.first_blocks[scope.element])
    start = scope.heading.block if scope.heading else find_heading(tree, first)
    drop_again(story, layout, verdicts, range(tree.first_blocks[scope.element], layout.ends[scope.element]), scope)
    if scope.heading:
        drop_over(layout, verdicts, scope.heading.block)
    end = max(layout.ends[found.body], first)
    span = range(min(start, first, tree.first_blocks[found.body]), end)
    story.images = take_pictures(layout, verdicts, span, declared, story.headline, page.url)
    take_standfirst(story, layout, verdicts, span, declared)
    near = (start, first)
    zone = source.time_zone if source else "UTC"
    story.candidates = gather_dates(declared, layout, (*near, end), page.url, time_zone=zone, now=page.fetched_at)
    story.published = next(iter(story.candidates), None)
    story.modified_at = read_modified(declared, tree, time_zone=zone, now=page.fetched_at)
    story.dateline, story.byline = read_byline(declared, layout, verdicts, near, end, page.url)
    story.images = leave_portraits(story.images, story.byline, declared.images)
    if is_biography(story.standfirst, story.byline):
        verdicts[verdicts.index(DropReason.STANDFIRST)] = DropReason.BYLINE
        story.standfirst = None
        take_standfirst(story, layout, verdicts, span, declared)
    drop_reachable(story.byline, page.url, verdicts, layout)
    drop_biography(story.byline, declared.site_name, verdicts, layout)
    drop_titled(story.byline, verdicts, layout)
    drop_signed_lines(story.byline, verdicts, layout)
    drop_closing(story, verdicts, layout)
    cut_end_mark(story, verdicts, layout)
    drop_house_lines(declared, story.byline, verdicts, layout)


def find_heading_over(found: Attempt, declared: Declared, url: str | None) -> str | None:
    """Return the heading nearest over the body's first prose, of any level; None where there is none by it."""
    tree = found.layout.tree
    first = next((at for at, reason in enumerate(found.verdicts) if reason is None and found.layout.weights[at]), 0)
    for at in range(first - 1, max(-1, first - 1 - HEADING_REACH), -1):
        block = tree.blocks[at]
        if block.tag in HEADINGS and is_headline(block.text) and not names_site(block.text, declared, url):
            return block.text
    return None


def find_line_over(found: Attempt) -> str | None:
    """Return the first line in bold over the body's first paragraph that names no writer, day or site; else None."""
    blocks, weights = found.layout.tree.blocks, found.layout.weights
    prose = (at for at, one in enumerate(found.verdicts) if one is None and weights[at] >= FULL_PROSE)
    first = next((at for at in prose if blocks[at].text[-1] in SENTENCE_ENDS), 0)
    for block in blocks[max(0, first - HEADING_REACH) : first]:
        is_bold = 2 * block.strong > len(block.text) and not block.linked
        is_line = is_bold and len(block.text.split()) >= MIN_HEADLINE_WORDS and is_headline(block.text)
        if is_line and not PREFIX.match(block.text) and not find_dates(block.text) and name_line(block.text) is None:
            return block.text
    return None


def find_heading(tree: Tree, first: int) -> int:
    """Return the block of the last h1 before the body, where none is trusted; the body's first without one."""
    return max(
        (tree.first_blocks[at] for at, tag in enumerate(tree.tags) if tag == "h1" and tree.first_blocks[at] <= first),
        default=first,
    )


def find_prose(layout: Layout) -> int | None:
    """Return the block in the middle of the page's prose; None without any."""
    half, seen = layout.prose[0] / 2, 0.0
    for at, weight in enumerate(layout.weights):
        seen += weight
        if weight and seen >= half:
            return at
    return None


def apply_rule(rule: PublisherRule, found: Attempt) -> Attempt:
    """Return the body as a publisher's rule has it: what its selectors match, less what they drop."""
    layout = found.layout
    tree = layout.tree
    verdicts = list(found.verdicts)
    bodies = pick_elements(rule.body, tree)
    body = found.body
    if bodies:
        kept = {at for body in bodies for at in range(tree.first_blocks[body], layout.ends[body])}
        inside = [judged for element in bodies for judged in [attempt(layout, element).verdicts]]
        for at in range(len(verdicts)):
            verdicts[at] = (
                next((one[at] for one in inside if one[at] is None), inside[0][at])
                if at in kept
                else DropReason.OUTSIDE_BODY
            )
        body = bodies[0]
    for element in pick_elements(rule.drop, tree):
        for at in range(tree.first_blocks[element], layout.ends[element]):
            verdicts[at] = DropReason.PUBLISHER_RULE
    return Attempt(layout, body, verdicts, found.prose)


def date_by_rule(story: Story, rule: PublisherRule, tree: Tree, page: Page, source: Source | None) -> None:
    """Put the date that a publisher's rule points at before all others."""
    text = pick_text(rule.published_at, tree)
    at = parse_date(text, time_zone=source.time_zone if source else "UTC") if text else None
    if text and at and at <= page.fetched_at:
        story.published = DateCandidate(at=at, found_in="publisher_rule", text=text)
        story.candidates = (story.published, *story.candidates)


def merge(attempts: list[Attempt]) -> list[tuple[DropReason | None, int | None]]:
    """Return for each block of the page why it was dropped, and the position of the story it stands with."""
    first = attempts[0]
    merged: list[tuple[DropReason | None, int | None]] = [(reason, 1) for reason in first.verdicts]
    for position, other in enumerate(attempts[1:], 2):
        for at, reason in enumerate(other.verdicts):
            if reason is not DropReason.OUTSIDE_BODY:
                merged[at] = (reason, position)
    return merged


def name_outside(layout: Layout, verdicts: list[tuple[DropReason | None, int | None]]) -> None:
    """Say of the blocks outside every body what they are, where their elements do."""
    signs = layout.signs
    for at, (reason, _) in enumerate(verdicts):
        if reason is DropReason.OUTSIDE_BODY:
            held = signs[layout.tree.blocks[at].element] & AGAINST
            verdicts[at] = (name_sign(held) if held else reason, None)


def write_paragraphs(tree: Tree, verdicts: list[tuple[DropReason | None, int | None]], stories: list[Story]) -> None:
    """Write each block into its story: a paragraph of the body, or set aside with its reason."""
    last = -1
    for at, (reason, position) in enumerate(verdicts):
        block = tree.blocks[at]
        story = stories[(position or 1) - 1]
        if reason is not None:
            story.drop(block.text, reason)
            continue
        is_beside = bool(story.paragraphs) and last == at - 1
        if is_beside and goes_on(tree, tree.blocks[last], block, is_first=len(story.paragraphs) == 1):
            story.paragraphs[-1] += " " + block.text
        else:
            story.paragraphs.append(block.text)
        last = at
