"""The headline: a vote of what the page declares and prints, freed of kickers and of the site's own name."""

import re

from warraq.clean.declared import Declared
from warraq.clean.headings import MAX_LETTERS, Heading, cut_kicker, is_site_part
from warraq.clean.prose import is_stressed
from warraq.clean.sites import MIN_KICKED_LETTERS, MIN_LETTERS, SEPARATOR, cut_site, names_site
from warraq.clean.tags import HEADINGS
from warraq.clean.tree import Block, Tree
from warraq.clean.words import Sign
from warraq.text.characters import fold_line

# Weights of the witnesses. A lone h1 over prose outvotes what is declared for search engines: where they differ,
# readers saw the h1 (right on 158 of 202 pages with one h1, JSON-LD on 61 of 95; corpora of 2026-11-23).
H1, OG, TWITTER, TITLE = 10.0, 2.0, 1.0, 0.5
H1_AMONG_OTHERS = 0.5
# A newsroom's JSON-LD is written with the story, a blog's by its search plugin.
JSON_LD = {"newsarticle": 7.0, "reportagenewsarticle": 7.0, "liveblogposting": 7.0, "webpage": 0.5}
JSON_LD_OTHER = 3.0
BEHIND_SITE = re.compile(r"(?:(?:[^:|｜–—-]|(?<=\w)-(?=\w)){2,40}\s*(?:::?\s+|[|–—-]\s+|(?<=\w)\.\s+|｜)){1,2}")
SITES_BEHIND = re.compile(r"(?:[\s_\-－—|]+[\u3040-\u9fff]{2,12}){1,3}")
MAX_SECTION_WORDS = 2
RULES = frozenset("_-－—|")
OLD_HEADINGS = HEADINGS | {"td"}  # Pages laid out in cells have no others.
CUT_LETTERS = 100  # schema.org once asked for 110 at most.
BROKEN_OFF = re.compile(r"\s*(?:…|\.\.\.)$")
BLANK = re.compile(r"\s")


def choose_headline(
    declared: Declared, headings: tuple[Heading, ...], trusted: Heading | None, url: str | None
) -> str | None:
    """Return the headline that the witnesses agree on best; ``trusted`` is the h1 over the story, if one is."""
    item = declared.item
    votes = [
        (H1 if one is trusted else H1_AMONG_OTHERS, cut_kicker(one, declared))
        for one in headings
        if one is trusted or not is_site_part(one, declared, url)
    ]
    if item and item.headline:
        votes.append((JSON_LD.get(item.kind, JSON_LD_OTHER), item.headline))
    votes.extend((OG if at == 0 and declared.og_title else TWITTER, text) for at, text in enumerate(declared.titles))
    if declared.title:
        votes.append((TITLE, declared.title))
    texts = [text for _, text in votes]
    cut = [(weight, cut_site(text, declared, texts, url)) for weight, text in votes if len(text) <= MAX_LETTERS]
    cut = [(weight, complete(text, [whole for _, whole in cut])) for weight, text in cut]
    return elect([vote for vote in cut if not names_site(vote[1], declared, url)] or cut)


def complete(text: str, texts: list[str]) -> str:
    """Return the headline that goes on where one breaks off, by three points or by the length a plugin allows."""
    stem = BROKEN_OFF.sub("", text)
    key = fold_line(stem)
    if len(key) < MIN_KICKED_LETTERS or (stem == text and len(text) < CUT_LETTERS):
        return text
    longer = (one for one in texts if len(one) >= len(stem) and not BROKEN_OFF.search(one))
    return next((one for one in longer if fold_line(one).startswith(key)), text)


def cut_printed(headline: str, tree: Tree, heading: Heading | None) -> str:
    """Return a headline without what follows a separator, or stands before one, where the page prints it so."""
    printed = [
        block.text
        for block in tree.blocks
        if MIN_LETTERS <= len(block.text) < len(headline)
        and headline.startswith(block.text)
        and (
            SEPARATOR.match(headline, len(block.text))
            or is_site_behind(headline[len(block.text) :])
            or is_section_behind(block, headline)
            or (heading is not None and heading.text == block.text)
        )
    ]
    printed += [
        block.text
        for at, block in enumerate(tree.blocks)
        if (block.tag in OLD_HEADINGS or tree.signs[block.element] & Sign.HEADLINE or (heading and heading.block == at))
        and MIN_KICKED_LETTERS <= len(block.text) < len(headline)
        and headline.endswith(block.text)
        and BEHIND_SITE.fullmatch(headline, 0, len(headline) - len(block.text))
    ]
    return max(printed, key=len, default=headline)


def is_site_behind(rest: str) -> bool:
    """Tell whether the end of a Chinese or Japanese title is its source and its site: « 街道办事处_新闻网»."""
    return SITES_BEHIND.fullmatch(rest) is not None and not RULES.isdisjoint(rest)


def is_section_behind(block: Block, headline: str) -> bool:
    """Tell whether a title is a line in bold or in a heading, a comma and a word or two: the section."""
    rest = headline[len(block.text) :]
    is_short = rest.startswith((",", "،")) and len(rest.split()) <= MAX_SECTION_WORDS
    is_heading = len(block.text) >= MIN_KICKED_LETTERS and (block.tag in HEADINGS or is_stressed(block))
    return is_short and is_heading and not block.linked


def elect(votes: list[tuple[float, str]]) -> str | None:
    """Return the text with the most weight behind it, in the spelling of its first witness that does not shout."""
    sums: dict[str, float] = {}
    for weight, text in votes:
        key = fold_line(text)
        sums[key] = sums.get(key, 0.0) + weight
    if not sums:
        return None
    best = max(sums, key=lambda key: sums[key])
    spellings = [text for _, text in votes if fold_line(text) == best]
    calm = [text for text in spellings if not text.isupper()] or spellings
    # Spans without blanks between them glue words; nothing else parts them more than is right.
    same = [text for text in calm if BLANK.sub("", text) == BLANK.sub("", calm[0])]
    return max(same, key=lambda text: len(text.split()))
