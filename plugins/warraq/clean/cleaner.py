"""A page into its articles or the reason why there is none: the one way into this room."""

import re
from dataclasses import replace
from itertools import pairwise

from warraq.clean.bare import HEADING, read_bare, read_escaped, read_markdown
from warraq.clean.decode import decode_markup, decode_page
from warraq.clean.dump import Line, count_words, is_sentence, read_lines
from warraq.clean.dump_databases import read_documents
from warraq.clean.dump_header import read_headers
from warraq.clean.dump_heads import find_heads
from warraq.clean.dump_story import read_stories
from warraq.clean.entities import read_entities
from warraq.clean.json_ld import read_paragraphs
from warraq.clean.page import read_page
from warraq.clean.story import Story, build_article, list_dropped
from warraq.clean.templates import PLAIN_PLACE, Template, find_known, list_fingerprints
from warraq.clean.walls import reject_bytes, reject_story, reject_text
from warraq.model import Cleaned, Dropped, DropReason, MediaKind, Page, Reason, Rejection, Source
from warraq.text.dates import is_date_line
from warraq.text.torn import join_torn
from warraq.text.wrapped import unwrap
from warraq.urls import resolve_link

MIN_LISTED, MIN_DAYS, MAX_LISTED_WORDS = 12, 2, 14
MIN_TEASERS, BROKEN_OFF = 3, ("…", "...", "..")
GO_ON = re.compile(
    r"(?:[أا]كمل|تابع|واصل) القراءة|(?:[إا]قر[أا]|قراءة) المزيد|continue reading|read (?:more|on)|lire la suite"
    r"|weiterlesen|leer más|leggi tutto|devamını oku|читать далее|ادامه مطلب",
    re.IGNORECASE,
)
UNSEEN = frozenset({Reason.EMPTY_BODY, Reason.SCRIPT_CHALLENGE})  # Nothing of a story, or a word to scripts alone.


def clean_page(page: Page, *, source: Source | None = None, template: Template | None = None) -> Cleaned:
    """Return the articles of a page or dump, or why there is none, and what was removed.

    Pure: ``page.fetched_at`` is the present against which a date is in the future. Raises nothing.
    """
    wrong = reject_bytes(page)
    if wrong:
        return reject(wrong)
    return clean_text(page, source, template) if page.kind is MediaKind.TEXT else clean_markup(page, source, template)


def reject(rejection: Rejection) -> Cleaned:
    """Return a page without an article."""
    return Cleaned(articles=(), dropped=(), rejection=rejection, canonical_url=None)


def clean_text(page: Page, source: Source | None, template: Template | None) -> Cleaned:
    """Return what stands in a dump of text."""
    text = decode_page(page.content)
    wrong = reject_text(text)
    return reject(wrong) if wrong else clean_dump(text, page, source, template)


def clean_dump(text: str, page: Page, source: Source | None, template: Template | None) -> Cleaned:
    """Return the articles in the lines of a dump."""
    zone = source.time_zone if source else "UTC"
    lines = list_lines(text)
    if is_listing(lines):
        return reject(Rejection(reason=Reason.LISTING, detail="days and headlines stand there, and no sentence"))
    if is_teased(lines):
        return reject(Rejection(reason=Reason.LISTING, detail="all sentences break off over a button to go on"))
    stories = read_stories(lines, time_zone=zone, now=page.fetched_at)
    blocks = [one for story in stories for one in drop_known(story, template)]
    cleaned = compose(stories, source.language if source else None, None)
    return replace(cleaned, blocks=tuple(dict.fromkeys(blocks)))


def is_listing(lines: tuple[Line, ...]) -> bool:
    """Tell whether a dump is of a page that lists stories: many short lines, several days, and no sentence."""
    if len(lines) < MIN_LISTED or any(map(is_sentence, lines)):
        return False
    days = sum(is_date_line(line.text) for line in lines)
    is_long = sum(count_words(line.text) > MAX_LISTED_WORDS for line in lines) >= MIN_DAYS
    return 4 * days >= len(lines) and not is_long


def is_teased(lines: tuple[Line, ...]) -> bool:
    """Tell whether a dump lists stories by their beginnings: each breaks off over a button, no sentence is whole."""
    teasers = {
        at
        for at, (line, below) in enumerate(pairwise(lines))
        if line.text.rstrip("/ ]").endswith(BROKEN_OFF) and GO_ON.match(below.text)
    }
    return len(teasers) >= MIN_TEASERS and not any(
        is_sentence(line) for at, line in enumerate(lines) if at not in teasers
    )


def list_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a dump: made whole, without any marks, a header's in the order of a head."""
    return read_headers(read_documents(read_lines(join_torn(read_markdown(unwrap(read_entities(read_escaped(text))))))))


def drop_known(story: Story, template: Template | None) -> list[bytes]:
    """Drop the paragraphs of a dump that its publisher's template knows; return the fingerprints of all."""
    if template is None:
        return []
    texts = tuple(story.paragraphs)
    looked_at = list_fingerprints(texts, [PLAIN_PLACE] * len(texts))
    for known in find_known(texts, looked_at, template):
        story.paragraphs.remove(texts[known])
        story.drop(texts[known], DropReason.TEMPLATE)
    return looked_at


def find_dump(markup: str) -> str | None:
    """Return the text of markup that is a dump: bare, without a heading or with one that repeats; None for a page."""
    text = read_bare(markup)
    is_dump = text is not None and (not HEADING.search(markup) or bool(find_heads(read_lines(unwrap(text)))))
    return text if is_dump else None


def clean_markup(page: Page, source: Source | None, template: Template | None) -> Cleaned:
    """Return what stands on a page of markup."""
    markup, scripts = decode_markup(page.content)
    wrong = reject_text(markup)
    if wrong:
        return reject(wrong)
    dump = find_dump(markup)
    if dump is not None and (cleaned := clean_dump(dump, page, source, template)).articles:
        return cleaned
    reading = read_page(markup, scripts, page, source, template)
    declared = reading.declared
    canonical = declared.canonical
    if page.url and canonical and not canonical.startswith(("https://", "http://")):
        canonical = resolve_link(page.url, canonical)
    rejection = reject_story(reading.stories[0], reading.layout, declared, page)
    if rejection and rejection.reason in UNSEEN and declared.item and (whole := read_paragraphs(declared.item)):
        fill_body(reading.stories[0], whole)
        rejection = None
    if rejection:
        parts = [(text, DropReason.OUTSIDE_BODY) for story in reading.stories for text in story.paragraphs]
        parts.extend(part for story in reading.stories for part in story.dropped)
        dropped = tuple(Dropped(text=text, reason=reason) for text, reason in parts)
        return Cleaned(
            articles=(),
            dropped=dropped,
            rejection=rejection,
            canonical_url=canonical,
            unmatched_rules=reading.unmatched,
        )
    language = declared.language or (source.language if source else None)
    cleaned = compose(reading.stories, language, canonical)
    return replace(cleaned, unmatched_rules=reading.unmatched, blocks=reading.blocks)


def fill_body(story: Story, paragraphs: tuple[str, ...]) -> None:
    """Give a story the body that scripts would show the reader, in place of what stands on the page for them."""
    for text in story.paragraphs:
        story.drop(text, DropReason.OUTSIDE_BODY)
    story.paragraphs[:] = paragraphs


def compose(stories: tuple[Story, ...], language: str | None, canonical: str | None) -> Cleaned:
    """Return the articles that the stories with a body make."""
    whole = [story for story in stories if story.paragraphs]
    articles = tuple(build_article(story, at, language) for at, story in enumerate(whole, 1))
    dropped = tuple(one for at, story in enumerate(whole, 1) for one in list_dropped(story, at))
    empty = tuple(one for story in stories if not story.paragraphs for one in list_dropped(story, None))
    rejection = None if articles else Rejection(reason=Reason.EMPTY_BODY, detail="no prose was found")
    return Cleaned(articles=articles, dropped=dropped + empty, rejection=rejection, canonical_url=canonical)
