"""One article of a text dump: its head read line by line, its body freed of what the head says again."""

import re
from collections import Counter
from datetime import datetime
from itertools import pairwise

from warraq.clean.body import is_signature
from warraq.clean.byline import (
    CITY_AND_HOUSE,
    CITY_AND_NAME,
    LABEL,
    PREFIX,
    is_arabic_name,
    is_city,
    is_proper,
    read_names,
    split_names,
)
from warraq.clean.captions import fold_caption, is_captioned, make_image, name_spoken
from warraq.clean.dump import (
    ARTICLE_GAP,
    HEAD_LINES,
    MARKERS,
    MAX_HEAD_LETTERS,
    Head,
    Line,
    find_heads,
    find_wide_gap,
    is_head_line,
    list_again,
)
from warraq.clean.phrases import name_line
from warraq.clean.story import Story
from warraq.model import DateCandidate, DropReason, Image
from warraq.text.dates import is_date_line, parse_date

MAX_LISTED_WORDS = 5  # Of a writer or an office in a list, the bullet counted; points of a summary are longer.
MAX_SIGNED_LETTERS = 120
MAX_LABEL_LETTERS = 40  # A longer line names the story that it recommends.
BULLET = re.compile(r"[-–—•*·▪■]\s")
# A dump is the story and little else: only lines that ask the reader for something are dropped from it.
DROPPED_LINES = frozenset(
    {
        DropReason.FOLLOW,
        DropReason.RELATED,
        DropReason.NEWSLETTER,
        DropReason.ADVERTISING,
        DropReason.SHARE,
        DropReason.COPYRIGHT,
    }
)


def read_stories(lines: tuple[Line, ...], *, time_zone: str, now: datetime) -> tuple[Story, ...]:
    """Return the articles of a dump in their order."""
    if not lines:
        return ()
    heads = find_heads(lines)
    starts = [head.start for head in heads]
    bounds = sorted({*starts, *find_gaps(lines, heads)} | ({0} if not starts or starts[0] > 0 else set()))
    by_start = {head.start: head for head in heads}
    stories = []
    for start, end in pairwise((*bounds, len(lines))):
        head = by_start.get(start)
        story = read_story(lines, head or guess_head(lines, start, end), end, has_proof=head is not None)
        date_story(story, time_zone, now)
        stories.append(story)
    return tuple(stories)


def find_gaps(lines: tuple[Line, ...], heads: tuple[Head, ...]) -> list[int]:
    """Return where articles begin whose heads repeat nothing: after a gap wider than the dump's paragraphs have."""
    wide = find_wide_gap(lines)
    inside = {at for head in heads for at in range(head.start, head.below)}
    return [
        at
        for at, line in enumerate(lines)
        if at and line.gap >= wide and at not in inside and is_head_line(line) and has_prose(lines, at)
    ]


def has_prose(lines: tuple[Line, ...], start: int) -> bool:
    """Tell whether sentences follow a line before the next wide gap."""
    for line in lines[start + 1 : start + HEAD_LINES]:
        if line.gap >= ARTICLE_GAP + 1:
            return False
        if not is_head_line(line):
            return True
    return False


def guess_head(lines: tuple[Line, ...], start: int, end: int) -> Head:
    """Return the head of an article that repeats nothing: its short lines up to the first sentence."""
    at = start
    while at < min(end, start + HEAD_LINES) and (is_head_line(lines[at]) or is_captioned(lines[at].text)):
        at += 1
    at = at if at < end else start + 1
    return Head(start, at, at, is_touching=False)


def read_story(lines: tuple[Line, ...], head: Head, end: int, *, has_proof: bool) -> Story:
    """Return the article between a head's start and ``end``."""
    story = Story(headline=lines[head.start].text)
    for line in lines[head.start : end]:
        if line.rule:
            story.drop(line.rule, DropReason.BOILERPLATE)
    above = lines[head.start + 1 : head.above]
    below = list_again(above, lines[:end], head.below) if has_proof else ()
    captions = find_captions(above, below, is_touching=head.is_touching)
    read_head(story, above, captions)
    for line in lines[head.above : head.below]:
        story.drop(line.text, DropReason.MARKER if line.text in MARKERS else DropReason.HEADLINE_REPEATED)
    for line in below:
        reason = DropReason.CAPTION_REPEATED if line.key in captions else DropReason.STANDFIRST_REPEATED
        story.drop(line.text, reason)
    read_body(story, lines[head.below + len(below) : end])
    return story


def read_body(story: Story, lines: tuple[Line, ...]) -> None:
    """Take the paragraphs of a dump's story, and set aside the lines that say themselves to be something else.

    Below a line that announces other stories, those that are no sentences are their headlines.
    """
    is_announced = False
    for line in lines:
        named = name_aside(line)
        if named:
            is_announced = named is DropReason.RELATED and len(line.text) <= MAX_LABEL_LETTERS
            add_picture(story, line.text)
            story.drop(line.text, named)
        elif is_announced and (is_head_line(line) or BULLET.match(line.text)):
            story.drop(line.text, DropReason.RELATED)
        else:
            is_announced = False
            story.paragraphs.append(line.text)


def name_aside(line: Line) -> DropReason | None:
    """Return what a line of a dump is that is not of the story, told by its own words; None for any other."""
    spoken = name_spoken(line.text)
    if spoken or is_signature(line.text):
        return spoken or DropReason.CREDIT
    named = name_line(line.text)
    is_whole = is_head_line(line) or line.text.endswith((":", "：")) or named is DropReason.COPYRIGHT
    return named if named in DROPPED_LINES and is_whole else None


def name_head(line: Line) -> DropReason | None:
    """Return what a line in a dump's head is that a button or a list of writers left there; None for any other."""
    if BULLET.match(line.text) and len(line.text.split()) <= MAX_LISTED_WORDS:
        return DropReason.BYLINE
    return name_line(line.text) if len(line.text) <= MAX_LABEL_LETTERS else None


def add_picture(story: Story, text: str) -> None:
    """Add the picture of which a line says that it tells; credit and caption on two lines are one picture's."""
    if name_spoken(text) is None:
        return
    image = make_image(None, text)
    last = story.images[-1] if story.images else None
    if last and image.caption and last.caption is None:
        story.images[-1] = Image(url=None, caption=image.caption, credit=image.credit or last.credit)
    elif last and image.credit and image.caption is None and last.credit is None:
        story.images[-1] = Image(url=None, caption=last.caption, credit=image.credit)
    else:
        story.images.append(image)


def find_captions(above: tuple[Line, ...], below: tuple[Line, ...], *, is_touching: bool) -> set[str]:
    """Return the keys of the lines in a head that are captions.

    They are printed twice, or credited; or they stand against the marker or the headline's repetition, and below it
    again. A single one is known by either.
    """
    counts = Counter(line.key for line in above)
    again = {line.key for line in below}
    found = {line.key for line in above if counts[line.key] > 1 or is_captioned(line.text)}
    block = len(above) - 1
    while block > 0 and above[block].gap == 0:
        block -= 1
    last = {line.key for line in above[max(block, 0) :]}
    is_block = is_touching and bool(above) and above[block].gap > 0
    if is_block and (not found or last & found):
        return found | last
    return found | (last & again) or again


def read_head(story: Story, above: tuple[Line, ...], captions: set[str]) -> None:
    """Take standfirst, byline, date and pictures from the lines of a head."""
    seen: set[str] = set()
    for line in above:
        if line.key in captions:
            key = fold_caption(line.text)
            if key in seen:
                story.drop(line.text, DropReason.CAPTION_REPEATED)
                continue
            seen.add(key)
            story.images.append(make_image(None, line.text))
        elif is_date_line(line.text):
            story.date_line = story.date_line or line.text
            story.drop(line.text, DropReason.DATE)
        elif named := name_aside(line) or name_head(line):
            add_picture(story, line.text)
            story.drop(line.text, named)
        elif names := () if story.byline else read_signed(line.text):
            story.byline = names
        elif read_city(story, line.text):
            pass
        elif story.standfirst is None:
            story.standfirst = line.text
        elif len(line.text) <= MAX_HEAD_LETTERS:
            story.paragraphs.append(line.text)


def read_signed(text: str) -> tuple[str, ...]:
    """Return the names in a line like "By A. Name"; empty for any other line."""
    if len(text) > MAX_SIGNED_LETTERS or not PREFIX.match(text):
        return ()
    names = read_names(text)
    return names if names and all(is_proper(name) for name in names) else ()


def read_city(story: Story, text: str) -> bool:
    """Take the city, and the name of the writer if not the newsroom's own; tell whether the line is such a one.

    The first such line counts, and only over the standfirst: below it a standfirst may look alike.
    """
    if house := CITY_AND_HOUSE.match(text):
        story.dateline = house["city"].strip()
        story.drop(text, DropReason.BYLINE)
        return True
    found = CITY_AND_NAME.match(text)
    if not found or not is_city(found["city"]) or not is_arabic_name(found["name"]):
        return False
    if story.byline or story.standfirst:
        story.standfirst = story.standfirst or text
        return True
    story.dateline = None if LABEL.match(found["city"]) else found["city"].strip()
    story.byline = split_names((found["name"],))
    return True


def date_story(story: Story, time_zone: str, now: datetime) -> None:
    """Read the date line of a head; one in the future is no date."""
    at = parse_date(story.date_line, time_zone=time_zone) if story.date_line else None
    if at and at <= now:
        story.published = DateCandidate(at=at, found_in="visible_text", text=story.date_line or "")
        story.candidates = (story.published,)
