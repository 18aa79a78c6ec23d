"""Pages that list other stories: home pages, sections, topics."""

import re

from warraq.clean.declared import Declared, declares_article
from warraq.clean.layout import Layout
from warraq.clean.story import Story
from warraq.clean.tags import HEADINGS
from warraq.clean.wall_words import MIN_TOLD_UNDATED, count_told
from warraq.model import Page, Reason, Rejection
from warraq.urls import split_url

# A page with more prose in its body than this holds a story, whatever else it says (letters).
WALL_LETTERS = 700
FEW_LETTERS = 250
SLUG = re.compile(r"\d{3}|(?:[^/-]+-){2}|\.html?$|%[0-9A-Fa-f]{2}")  # The address of a story has one.
MIN_LISTED = 8  # Linked headlines of other stories.
LISTED_SHARE = 0.6


def reject_home(layout: Layout, declared: Declared, page: Page, letters: int) -> Rejection | None:
    """Return that a page stands at the address of a home page and lists other stories."""
    path = split_url(page.url or "").path
    is_root = bool(page.url) and path.strip("/").lower() in {"", "index.html", "index.php", "home", "ar", "en"}
    if not is_root or (declares_article(declared) and letters > WALL_LETTERS):
        return None
    linked = sum(block.linked for block in layout.tree.blocks)
    total = sum(len(block.text) for block in layout.tree.blocks) or 1
    if len(list_linked(layout)) >= MIN_LISTED or linked > total / 2:
        return Rejection(reason=Reason.LISTING, detail="the address is a home page, and the page lists stories")
    return None


def reject_listing(story: Story, layout: Layout, declared: Declared, page: Page, letters: int) -> Rejection | None:
    """Return that a page lists other stories: many linked headlines, little prose, no article declared or told."""
    is_section = bool(page.url) and not SLUG.search(split_url(page.url or "").path)
    if letters >= (WALL_LETTERS if is_section else FEW_LETTERS) or declares_article(declared):
        return None
    titles = list_linked(layout)
    if len(titles) < MIN_LISTED:
        return None
    # A short story beside many others tells of a headline that leads nowhere else.
    is_own = not is_section and story.headline not in titles and count_told(story, declared) >= MIN_TOLD_UNDATED
    if is_own:
        return None
    return Rejection(reason=Reason.LISTING, detail=f"{len(titles)} linked headlines and {letters} letters of prose")


def list_linked(layout: Layout) -> list[str]:
    """Return the headings that lead to other pages."""
    return [
        block.text
        for block in layout.tree.blocks
        if block.tag in HEADINGS and block.linked > LISTED_SHARE * len(block.text)
    ]
